/** Rule 22: what a scanned text is, by its form. */
import { describe, expect, it } from 'vitest';
import { gs1CheckDigit } from '../../../shared/checkDigit.ts';
import { codeLetters, newCode } from '../../../shared/code.ts';
import { newCardNumber } from '../../../shared/customer/cardNumber.ts';
import { readScan } from '../../../shared/sale/readScan.ts';

const bytes = Uint8Array.from([5, 12, 19, 26, 1, 8, 15, 22]);
const prefixes = [{ prefix: '21', meaning: 'weight' }] as const;
const withCheck = (body: string) => body + gs1CheckDigit(body);

describe('a scan', () => {
  it('of a card is a card, with and without its gaps', () => {
    const number = newCardNumber('123456789');
    expect(readScan(number, [])).toEqual({ kind: 'card', number });
    expect(readScan(` 29 1234 56789 ${number.slice(11, 12)} ${number.slice(12)}`, [])).toEqual({
      kind: 'card',
      number,
    });
  });

  it.each(Object.entries(codeLetters))('of a %s code is one, in lower case too', (kind, letter) => {
    const code = newCode(letter, bytes);
    expect(readScan(code.toLowerCase(), [])).toEqual({ kind, code });
  });

  it('of a weighing label is one only where the shop has set its prefix', () => {
    const label = withCheck('210012301250');
    expect(readScan(label, prefixes)).toMatchObject({ kind: 'scale', label: { article: '00123' } });
    expect(readScan(label, [])).toMatchObject({ kind: 'product', text: label });
  });

  it('of a phone as people type it looks like a phone', () => {
    for (const told of ['90 123 45 67', '901234567', '+998901234567', '998901234567', '8901234567']) {
      expect(readScan(told, [])).toMatchObject({ kind: 'phoneLike', e164: '+998901234567' });
    }
  });

  it('of all else is a product: barcodes, short codes, names', () => {
    for (const text of [
      '4780554617621',
      '036000291452',
      '96385074',
      '17',
      'TEA-7',
      'non 2',
      '0109876543210128',
    ]) {
      expect(readScan(text, prefixes)).toEqual({ kind: 'product', text, meantAs: null });
    }
  });

  it('of a mistyped card or code is never guessed, but its kind is remembered for the words on screen', () => {
    const card = newCardNumber('123456789');
    const wrongCard = card.slice(0, 5) + ((Number(card.charAt(5)) + 1) % 10) + card.slice(6);
    expect(readScan(wrongCard, [])).toEqual({ kind: 'product', text: wrongCard, meantAs: 'card' });
    const code = newCode('K', bytes);
    const wrongCode = `${code.slice(0, 3)}${code.charAt(3) === '7' ? '8' : '7'}${code.slice(4)}`;
    expect(readScan(wrongCode, [])).toEqual({ kind: 'product', text: wrongCode, meantAs: 'coupon' });
  });
});
