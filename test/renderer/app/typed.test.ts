import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterNumpadKey, type NumpadKey, quantityTyped, somTyped } from '../../../renderer/app/typed.ts';
import { createFormat } from '../../../shared/format.ts';
import { languages } from '../../../shared/text.ts';

describe('a typed sum', () => {
  it('is understood with every kind of thousands mark', () => {
    for (const typed of [
      '125000',
      '125 000',
      '125\u00A0000',
      '125\u202F000',
      '125.000',
      '125,000',
      "125'000",
    ]) {
      expect(somTyped(typed), typed).toBe(125_000);
    }
    expect(somTyped('1.234.567')).toBe(1_234_567);
  });

  it('is refused when it has tiyin, letters, a sign or nothing', () => {
    for (const typed of ['', ' ', '12 500,50', '1.5', '12.50', '-500', '12a', '1.234,567', '9999999999999']) {
      expect(somTyped(typed), typed).toBeNull();
    }
  });

  it('reads back whatever the screen wrote', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999_999 }),
        fc.constantFrom(...languages),
        (sum, language) => {
          expect(somTyped(createFormat(language).number(sum))).toBe(sum);
        },
      ),
    );
  });
});

describe('a typed quantity', () => {
  it('takes a comma or a point', () => {
    expect(quantityTyped('1,25', true)).toBe(1250);
    expect(quantityTyped('1.250', true)).toBe(1250);
    expect(quantityTyped('3', true)).toBe(3000);
    expect(quantityTyped('0,005', true)).toBe(5);
  });

  it('is a whole number of pieces unless the goods are weighed', () => {
    expect(quantityTyped('1,5', false)).toBeNull();
    expect(quantityTyped('2,0', false)).toBe(2000);
  });

  it('is refused at zero, with four decimals and above a million', () => {
    for (const typed of ['0', '0,000', '1,2345', '1000000', ',5', '1,', '-1', 'x']) {
      expect(quantityTyped(typed, true), typed).toBeNull();
    }
  });
});

describe('the number pad', () => {
  const press = (...keys: NumpadKey[]) => keys.reduce((digits, key) => afterNumpadKey(digits, key), '');

  it('types digits and thousands', () => {
    expect(press('2', '0', '0', '000')).toBe('200000');
    expect(press('1', '00')).toBe('100');
  });

  it('never starts with zeros', () => {
    expect(press('0', '5')).toBe('5');
    expect(press('000', '7')).toBe('7');
    expect(press('00')).toBe('0');
  });

  it('takes one digit back or all of them', () => {
    expect(press('1', '2', 'back')).toBe('1');
    expect(press('1', '2', 'clear')).toBe('');
    expect(press('back')).toBe('');
  });

  it('stops before a sum becomes too long', () => {
    expect(afterNumpadKey('123456789012', '3')).toBe('123456789012');
    expect(afterNumpadKey('12345678901', '00')).toBe('12345678901');
  });
});
