/** Card numbers: readable by every scanner, and safe against slips. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBarcode } from '../../../shared/catalogue/barcode.ts';
import {
  cardDigits,
  formatCardNumber,
  looksLikeCardNumber,
  maskCardNumber,
  newCardNumber,
  readCardNumber,
} from '../../../shared/customer/cardNumber.ts';

const anyCard = fc
  .integer({ min: 0, max: 999_999_999 })
  .map((serial) => newCardNumber(String(serial).padStart(9, '0')));

describe('a card number', () => {
  it('is an EAN-13 that starts with 29 and reads back as itself', () => {
    fc.assert(
      fc.property(anyCard, (number) => {
        expect(number).toMatch(/^29\d{11}$/);
        expect(isBarcode(number)).toBe(true);
        expect(readCardNumber(number)).toBe(number);
      }),
    );
  });

  it('is what Damm and EAN give by hand: 29 000000572 is followed by 8 and 9', () => {
    // Damm's states: 2→1, 9→3, six zeros 1 7 8 9 2 4, then 5→4, 7→9, 2→8. EAN: 24+2+21+5+27+2 = 81, so 9.
    expect(newCardNumber('000000572')).toBe('2900000057289');
  });

  it('catches every single wrong digit and every swap of neighbours', () => {
    fc.assert(
      fc.property(anyCard, (number) => {
        for (let at = 0; at < 13; at += 1) {
          for (let digit = 0; digit < 10; digit += 1) {
            const changed = number.slice(0, at) + digit + number.slice(at + 1);
            expect(readCardNumber(changed)).toBe(changed === number ? number : null);
          }
          const swapped =
            number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2);
          if (at < 12 && swapped !== number) expect(readCardNumber(swapped)).toBeNull();
        }
      }),
    );
  });

  it('tells ninety-nine of a hundred numbers that start with 29 from a card', () => {
    let accepted = 0;
    for (let body = 0; body < 100_000; body += 1) {
      if (readCardNumber(`29${String(body * 9_973).padStart(11, '0')}`) !== null) accepted += 1;
    }
    expect(accepted).toBeGreaterThan(800);
    expect(accepted).toBeLessThan(1_200);
  });

  it('may be typed with the gaps in which it is printed', () => {
    const number = newCardNumber('123456789');
    expect(formatCardNumber(number)).toMatch(/^29 1234 56789 \d \d$/);
    expect(readCardNumber(formatCardNumber(number))).toBe(number);
    expect(maskCardNumber(number)).toBe(`29…${number.slice(9)}`);
  });

  it('with a digit dropped by the scanner is refused but recognised as a card', () => {
    const number = newCardNumber('123456789');
    expect(readCardNumber(number.slice(0, -1))).toBeNull();
    expect(looksLikeCardNumber(number.slice(0, -1))).toBe(true);
    expect(looksLikeCardNumber('4780554617621')).toBe(false);
  });

  it('takes exactly nine random digits, made from six random bytes', () => {
    expect(() => newCardNumber('12345678')).toThrow(RangeError);
    expect(() => cardDigits(new Uint8Array(5))).toThrow(RangeError);
    expect(cardDigits(new Uint8Array(6))).toBe('000000000');
    expect(cardDigits(Uint8Array.from([0, 0, 0, 0, 1, 2]))).toBe('000000258');
    expect(cardDigits(new Uint8Array(6).fill(255))).toBe(String((2 ** 48 - 1) % 1e9).padStart(9, '0'));
  });
});
