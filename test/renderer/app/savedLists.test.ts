/** Every list as a file: a name that looks like a formula is harmless, and sums are figures. */
import { read, utils } from '@e965/xlsx';
import { createInstance } from 'i18next';
import { describe, expect, test } from 'vitest';
import { csvText } from '../../../renderer/app/csvFile.ts';
import { type SavedColumn, type SavedWords, savedTable } from '../../../renderer/app/savedColumn.ts';
import { xlsxBytes } from '../../../renderer/app/xlsxFile.ts';
import { savedCoupons, savedPartners } from '../../../renderer/coupon/savedCoupons.ts';
import { savedDebtors, savedGiftCards, savedNotebook } from '../../../renderer/credit/savedCredit.ts';
import { savedCorrections } from '../../../renderer/loyalty/savedCorrections.ts';
import { savedPromotions } from '../../../renderer/promotion/savedPromotions.ts';
import { savedExpenses } from '../../../renderer/report/savedExpenses.ts';
import { savedReceipts } from '../../../renderer/sale/savedReceipts.ts';
import { savedShifts } from '../../../renderer/shift/savedShifts.ts';
import { savedPeople } from '../../../renderer/staff/savedPeople.ts';
import uz from '../../../resources/locales/uz.json' with { type: 'json' };
import { createFormat } from '../../../shared/format.ts';

const i18n = createInstance();
await i18n.init({ lng: 'uz', resources: { uz: { translation: uz } }, interpolation: { escapeValue: false } });
const words: SavedWords = { t: i18n.t, format: createFormat('uz'), language: 'uz' };

/** What a spreadsheet would run if it were taken for a formula. */
const evil = "=cmd|' /C calc'!A1";
const at = '2026-11-22T08:00:00.000Z';

interface SavedList {
  readonly name: string;
  /** The columns of the list, whatever its rows are. */
  readonly columns: readonly SavedColumn<never>[];
  readonly row: object;
  /** The sum in the row. */
  readonly som: number;
}

function list<Row>(name: string, columns: readonly SavedColumn<Row>[], row: object, som: number): SavedList {
  return { name, columns: columns as readonly SavedColumn<never>[], row, som };
}

const lists: readonly SavedList[] = [
  list(
    'receipts',
    savedReceipts(words),
    { number: 7, soldAt: at, netSom: 45_500, customerName: evil, personName: evil, lines: 2 },
    45_500,
  ),
  list(
    'debtors',
    savedDebtors(words),
    {
      name: evil,
      phone: '+998901234567',
      openSom: 12_000,
      overdueSom: 0,
      dueOn: '2026-12-01',
      oldestOn: '2026-11-01',
      limitSom: null,
    },
    12_000,
  ),
  list(
    'notebook',
    savedNotebook(words),
    {
      name: evil,
      phone: null,
      since: '2026-11-01',
      dueOn: '2026-12-01',
      amountSom: 30_000,
      openSom: 20_000,
      note: evil,
      notedAt: at,
    },
    20_000,
  ),
  list(
    'giftCards',
    savedGiftCards(words),
    {
      number: '12345678',
      isBlocked: true,
      blockReason: evil,
      customerName: evil,
      soldAt: at,
      expiresOn: null,
      balanceSom: 100_000,
    },
    100_000,
  ),
  list(
    'coupons',
    savedCoupons(words),
    {
      seriesName: { uz: evil },
      code: 'AB12CD34',
      state: 'redeemed',
      customerName: evil,
      issuedAt: at,
      expiresOn: '2026-12-01',
      usesCount: 1,
      redeemedReceiptNumber: 77,
    },
    77,
  ),
  list(
    'partners',
    savedPartners(words),
    { name: evil, kind: 'shop', contact: evil, note: evil, balanceSom: -15_000 },
    -15_000,
  ),
  list(
    'expenses',
    savedExpenses(words),
    { day: '2026-11-01', kind: 'rent', note: evil, personName: evil, notedAt: at, amountSom: -500_000 },
    -500_000,
  ),
  list(
    'corrections',
    savedCorrections(words),
    {
      at,
      account: 'bonusLiability',
      subject: evil,
      amountSom: -700,
      reason: evil,
      personName: evil,
      approverName: evil,
      isAlone: false,
    },
    -700,
  ),
  list(
    'promotions',
    savedPromotions(words),
    {
      name: { uz: evil },
      sentence: { uz: evil },
      state: 'live',
      isUpcoming: false,
      isOver: false,
      from: null,
      to: null,
      times: 3,
      spentSom: 9_000,
    },
    9_000,
  ),
  list(
    'people',
    savedPeople(words),
    {
      name: evil,
      role: 'cashier',
      discountBasisPoints: 1_000,
      giftBudgetSom: 50_000,
      accessEndsOn: null,
      isActive: true,
    },
    50_000,
  ),
  list(
    'shifts',
    savedShifts(words),
    {
      number: 4,
      businessDay: '2026-11-22',
      openedAt: at,
      openedByName: evil,
      closedAt: null,
      closedByName: evil,
      netSom: 900_000,
      differenceSom: -1_000,
    },
    900_000,
  ),
];

describe.each(lists)('the list of $name', ({ columns, row, som }) => {
  const table = savedTable(columns, [row as never]);

  test('has a heading of its own in today’s language for every column', () => {
    const [headings = []] = table;
    expect(new Set(headings).size).toBe(columns.length);
    for (const heading of headings) expect(String(heading)).not.toMatch(/^[a-z]+\.[a-zA-Z.]+$/);
  });

  test('is a workbook in which no cell is a formula and sums are figures', () => {
    const book = read(xlsxBytes([{ name: 'Daftar', rows: table }]), { type: 'array', cellFormula: true });
    const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
    const cells = Object.entries(sheet).filter(([place]) => /^[A-Z]+\d+$/.test(place));
    expect(cells.some(([, cell]) => cell.f !== undefined)).toBe(false);
    const texts = cells.filter(([, cell]) => cell.t === 's').map(([, cell]) => String(cell.v));
    expect(texts.some((text) => text.includes('=cmd'))).toBe(true);
    expect(texts.filter((text) => text.startsWith('='))).toEqual([]);
    expect(cells.filter(([, cell]) => cell.t === 'n').map(([, cell]) => cell.v)).toContain(som);
    expect(utils.sheet_to_json(sheet)).toHaveLength(1);
  });

  test('is a csv in which no cell begins like a formula and sums are whole figures', () => {
    const text = csvText(table.map((cells) => cells.map((cell) => String(cell ?? ''))));
    const [, line = ''] = text.split('\r\n');
    const cells = line.split(';').map((cell) => cell.replace(/^"|"$/g, ''));
    expect(cells.filter((cell) => /^[=@\t]/.test(cell))).toEqual([]);
    expect(cells.some((cell) => cell.startsWith("'=cmd"))).toBe(true);
    expect(cells).toContain(String(som));
  });
});
