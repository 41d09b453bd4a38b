/** Papers of gift cards and debts on the narrowest paper: whole codes, whole figures, every letter printable. */
import { expect, test } from 'vitest';
import { giftCardPaper, maskedCode, repaymentPaper, statementPaper } from '../../../electron/credit/paper.ts';
import { som } from '../../../shared/money.ts';
import type { Block } from '../../../shared/receipt/blocks.ts';
import { canEncode } from '../../../shared/receipt/codePages.ts';
import { layOut } from '../../../shared/receipt/layout.ts';
import { printerProfiles } from '../../../shared/receipt/printers.ts';
import { type Language, languages } from '../../../shared/text.ts';
import type { Instant } from '../../../shared/time.ts';
import { day } from './creditShop.ts';

const head = (language: Language) => ({
  language,
  settings: { name: 'Chorsu', address: 'Toshkent, Chorsu 12', phone: '', timeZone: 'Asia/Tashkent' },
  cashierName: 'Sardor',
  at: '2026-11-22T08:30:00.000Z' as Instant,
});
const paid = {
  kind: 'cash',
  providerName: '',
  receivedCashSom: som(2_000_000),
  changeSom: som(500_000),
} as const;
const cardNumber = 'G7FQ2M4X9T';

const papers: Readonly<Record<string, (language: Language) => readonly Block[]>> = {
  giftCard: (language) =>
    giftCardPaper({
      ...head(language),
      kind: 'sold',
      number: 12_345,
      cardNumber,
      amountSom: som(1_500_000),
      balanceSom: som(1_500_000),
      expiresOn: null,
      paid,
    }),
  toppedUp: (language) =>
    giftCardPaper({
      ...head(language),
      kind: 'toppedUp',
      number: 12_345,
      cardNumber,
      amountSom: som(1_500_000),
      balanceSom: som(3_000_000),
      expiresOn: day('2027-11-22'),
      paid,
    }),
  repayment: (language) =>
    repaymentPaper({
      ...head(language),
      number: 12_345,
      customerName: 'Oʻktam Qodirov',
      parts: [
        { takenOn: day('2026-10-09'), receiptNumber: 152, note: '', amountSom: som(1_500_000) },
        { takenOn: day('2026-09-01'), receiptNumber: null, note: 'un, yogʻ', amountSom: som(1) },
      ],
      amountSom: som(1_500_001),
      paid,
      openSom: som(10_000_000),
      nextDueOn: day('2026-12-22'),
      bonusEarnedSom: som(30_000),
    }),
  statement: (language) =>
    statementPaper({
      ...head(language),
      customerName: 'Oʻktam Qodirov',
      phone: '+998901234567',
      day: day('2026-11-22'),
      debts: [
        {
          takenOn: day('2026-10-09'),
          dueOn: day('2026-11-21'),
          receiptNumber: 152,
          note: '',
          amountSom: som(12_000_000),
          openSom: som(11_500_000),
        },
      ],
      consent: 'Roziman.',
    }),
};

const everyPaper = Object.entries(papers).flatMap(([name, make]) =>
  languages.map((language) => [name, language, make] as const),
);

test.each(everyPaper)('%s in %s fits on paper of 58 mm', (_name, language, make) => {
  const printer = printerProfiles.xprinter58;
  const lines = layOut(make(language), printer);
  const texts = lines.flatMap((line) => (line.kind === 'text' ? [line] : []));
  expect(texts.filter((line) => line.text.length > printer.columns / (line.double ? 2 : 1))).toEqual([]);
  expect(texts.map((line) => line.text).filter((text) => !canEncode(text, 'cp866'))).toEqual([]);
  expect(texts.map((line) => line.text).join('\n')).not.toContain('{}');
  expect(lines.at(-1)).toEqual({ kind: 'cut' });
});

test('the sums of a statement stay whole beside their words on narrow paper', () => {
  const lines = layOut(papers.statement?.('ru') ?? [], printerProfiles.xprinter58);
  const texts = lines.map((line) => (line.kind === 'text' ? line.text.trim().replace(/ {2,}/, ' | ') : ''));
  expect(texts).toEqual(
    expect.arrayContaining([
      '09.10.2026, чек №152 | 11 500 000',
      'Взято | 12 000 000',
      'Погашено | -500 000',
      'ИТОГО 11 500 000',
    ]),
  );
});

test('a masked number tells cards apart and shows three of ten characters', () => {
  expect(maskedCode(cardNumber)).toBe('G***X9T');
});
