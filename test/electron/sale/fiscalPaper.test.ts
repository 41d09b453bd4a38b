/** What a receipt says of the fiscal service: nothing but the truth. */
import { expect, test } from 'vitest';
import { fiscalOnPaper } from '../../../electron/sale/fiscalPaper.ts';
import { saleReceipt } from '../../../electron/sale/paper.ts';
import { layOut } from '../../../shared/receipt/layout.ts';
import { fiscalMarkSchema } from '../../../shared/sale/fiscalMark.ts';
import type { Instant } from '../../../shared/time.ts';
import { formWith, papers, sampleSale, textOf } from './receiptText.ts';

const zone = 'Asia/Tashkent';
const mark = {
  terminalId: 'UZ201116212345',
  receiptNumber: 1042,
  sign: '123456789012',
  at: '2026-11-22T09:00:05.000Z' as Instant,
  checkAddress: 'https://ofd.soliq.uz/check?t=UZ201116212345&r=1042&c=20261122140005&s=123456789012',
};

test('without a fiscal service the paper says in each of its languages that it is no fiscal receipt', () => {
  expect(textOf(fiscalOnPaper(null, ['ru'], zone), 32)).toBe('b|       НЕ ФИСКАЛЬНЫЙ ЧЕК\n');
  expect(textOf(fiscalOnPaper(null, ['uz', 'ru', 'en'], zone), 48).split('\n')).toEqual([
    'b|                FISKAL CHEK EMAS',
    'b|               НЕ ФИСКАЛЬНЫЙ ЧЕК',
    'b|              NOT A FISCAL RECEIPT',
    '',
  ]);
});

test('with a mark of the service its number, sign and code stand there instead', () => {
  const sample = { ...sampleSale('uz', formWith({})), fiscal: mark };
  const text = textOf(saleReceipt(sample), 32);
  expect(text).not.toContain('FISKAL CHEK EMAS');
  expect(text.slice(text.indexOf('b|          FISKAL CHEK\n')).split('\n')).toEqual([
    'b|          FISKAL CHEK',
    ' |Fiskal modul      UZ201116212345',
    ' |Fiskal chek №               1042',
    ' |Fiskal belgi        123456789012',
    ' |Qayd etildi     22.11.2026 14:00',
    ' |Chekni tekshirish uchun QR-kodni',
    ' |          skanerlang:',
    `[qr ${mark.checkAddress}]`,
    '[cut]',
    '',
  ]);
});

test('the fiscal code is at least 30 mm wide on either paper: 240 dots of an eighth of a millimetre', () => {
  for (const columns of [32, 42, 48] as const) {
    const [code] = layOut(fiscalOnPaper(mark, ['uz'], zone), papers[columns]).slice(-1);
    const width = code?.kind === 'symbol' ? code.command.widthDots : 0;
    // 83 characters need 37 squares a side: seven dots each are 259.
    expect(width).toBe(259);
  }
});

test('a sign of another length, or an address without https, never gets onto paper', () => {
  expect(fiscalMarkSchema.safeParse(mark).success).toBe(true);
  expect(fiscalMarkSchema.safeParse({ ...mark, sign: '12345678901' }).success).toBe(false);
  expect(fiscalMarkSchema.safeParse({ ...mark, checkAddress: 'http://ofd.soliq.uz/check' }).success).toBe(
    false,
  );
  expect(fiscalMarkSchema.safeParse({ ...mark, receiptNumber: 0 }).success).toBe(false);
});
