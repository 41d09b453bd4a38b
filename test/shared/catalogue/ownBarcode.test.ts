import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBarcode, labelBarcode } from '../../../shared/catalogue/barcode.ts';
import { ownBarcode, ownBarcodeDigits } from '../../../shared/catalogue/ownBarcode.ts';
import { readCode } from '../../../shared/code.ts';
import { looksLikeCardNumber } from '../../../shared/customer/cardNumber.ts';

const tenDigits = fc.stringMatching(/^\d{10}$/);

test('a barcode of the shop’s own is an EAN-13 from 20 with its check digit', () => {
  // 2·1 + 0·3 + nine zeros + 1·3 = 5: five more make ten.
  expect(ownBarcode('0000000001')).toBe('2000000000015');
  // 2 + 0·3 + 1 + 2·3 + 3 + 4·3 + 5 + 6·3 + 7 + 8·3 + 9 + 0·3 = 87: three more make ninety.
  expect(ownBarcode('1234567890')).toBe('2012345678903');
});

test('no barcode of the shop’s own is taken for a card or for a code of the shop', () => {
  fc.assert(
    fc.property(tenDigits, (digits) => {
      const barcode = ownBarcode(digits);
      expect(isBarcode(barcode)).toBe(true);
      expect(looksLikeCardNumber(barcode)).toBe(false);
      expect(readCode(barcode)).toBeNull();
    }),
  );
});

test('anything but ten digits is a bug', () => {
  for (const digits of ['', '123456789', '12345678901', '12345 6789'])
    expect(() => ownBarcode(digits)).toThrow(RangeError);
});

test('random bytes become ten digits, few bytes are a bug', () => {
  expect(ownBarcodeDigits(new Uint8Array([0, 0, 0, 0, 0, 7]))).toBe('0000000007');
  // 2^48 − 1 = 281 474 976 710 655: its last ten digits.
  expect(ownBarcodeDigits(new Uint8Array(6).fill(255))).toBe('4976710655');
  expect(() => ownBarcodeDigits(new Uint8Array(5))).toThrow(RangeError);
});

test('a label shows an EAN-13 before any other code, and a code of the shop’s own making last', () => {
  expect(labelBarcode([])).toBeNull();
  expect(labelBarcode(['111', '4780012345677'])).toBe('4780012345677');
  expect(labelBarcode(['96385074', '4780012345677'])).toBe('4780012345677');
  expect(labelBarcode(['KOLA-1', '96385074'])).toBe('96385074');
  expect(labelBarcode(['KOLA-1', '111'])).toBe('111');
  // A wrong check digit makes it any text.
  expect(labelBarcode(['4780012345670', '96385074'])).toBe('96385074');
});
