import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPhone } from '../../../shared/customer/phone.ts';
import { isPhoneMask, maskPhonesIn, phoneMask } from '../../../shared/customer/phoneMask.ts';

test('of an Uzbek phone the country and the last four digits are seen', () => {
  expect(phoneMask('+998901234567')).toBe('+998 •• ••• 45 67');
  expect(phoneMask('+998901234567', '*')).toBe('+998 ** *** 45 67');
});

test('a foreign phone is masked in its own groups', () => {
  expect(phoneMask('+79161234567').replace(/\D/g, '')).toBe('74567');
  expect(phoneMask('+79161234567')).toMatch(/^\+7 /);
});

test.each([
  ['90 123-45-67, kechqurun', '+998 •• ••• 45 67, kechqurun'],
  ['тел. +998901234567 или @aziza', 'тел. +998 •• ••• 45 67 или @aziza'],
  ['+998 90 123 45 67', '+998 •• ••• 45 67'],
  ['@aziza_1990', '@aziza_1990'],
  ['22.11.2026', '22.11.2026'],
  ['', ''],
])('%s is shown as %s', (text, shown) => {
  expect(maskPhonesIn(text)).toBe(shown);
});

test('no mask gives the phone back, and none is read as a phone', () => {
  const digits = fc.stringMatching(/^9[0-9]{8}$/);
  fc.assert(
    fc.property(digits, (number) => {
      const mask = phoneMask(`+998${number}`);
      expect(mask.replace(/\D/g, '')).toBe(`998${number.slice(-4)}`);
      expect(isPhoneMask(mask)).toBe(true);
      expect(readPhone(mask)).toBeNull();
      expect(maskPhonesIn(mask)).toBe(mask);
    }),
  );
});
