import { describe, expect, test } from 'vitest';
import { type ReportSection, reportSections } from '../../../renderer/shift/reportSections.ts';
import { type ShiftFigures, shiftFiguresSchema } from '../../../shared/shift/figures.ts';

/** A shift with a difference of its own in every figure, so that none can stand for another. */
const figures: ShiftFigures = shiftFiguresSchema.parse({
  shiftId: '01980000-0000-7000-8000-000000000001',
  number: 12,
  businessDay: '2026-11-22',
  openedAt: '2026-11-22T04:00:00.000Z',
  openedByName: 'Sardor',
  closedAt: '2026-11-22T16:00:00.000Z',
  closedByName: 'Dilnoza',
  closedOn: '2026-11-22',
  receipts: 41,
  firstReceipt: 1001,
  lastReceipt: 1041,
  grossSom: 1_300_000,
  discountSom: 50_000,
  soldSom: 1_250_000,
  returns: { count: 2, sumSom: 30_000 },
  looseReturns: { count: 1, sumSom: 7_000 },
  netSom: 1_213_000,
  vat: [
    { rateBasisPoints: 1200, netSom: 1_120_000, vatSom: 120_000 },
    { rateBasisPoints: null, netSom: 93_000, vatSom: 0 },
  ],
  tenders: [
    { kind: 'cash', provider: null, inSom: 800_000, backSom: 37_000 },
    { kind: 'card', provider: 'humo', inSom: 450_000, backSom: 0 },
  ],
  giftCardsSold: { count: 1, sumSom: 100_000 },
  debtsRepaid: { count: 0, sumSom: 0 },
  bonusPaidOut: { count: 0, sumSom: 0 },
  donationsSom: 500,
  roundingSom: -300,
  bonusEarnedSom: 12_130,
  bonusSpentSom: 4_000,
  floatSom: 200_000,
  cashMoves: [{ kind: 'collection', count: 1, sumSom: 500_000 }],
  drawer: [
    { cause: 'float', sumSom: 200_000 },
    { cause: 'sales', sumSom: 800_000 },
    { cause: 'returns', sumSom: -37_000 },
    { cause: 'giftCards', sumSom: 100_000 },
    { cause: 'collection', sumSom: -500_000 },
  ],
  expectedSom: 563_000,
  countedSom: 560_000,
  differenceSom: -3_000,
  differenceReason: '',
  approvedByName: null,
  isAlone: false,
  refusedCounts: 1,
  handOvers: [
    {
      countedAt: '2026-11-22T08:00:00.000Z',
      personName: 'Sardor',
      toPersonName: 'Aziza',
      countedSom: 310_000,
      differenceSom: 1_000,
    },
  ],
  terminals: [
    { kind: 'card', provider: 'humo', expectedSom: 450_000, toldSom: 449_000 },
    { kind: 'qr', provider: 'payme', expectedSom: 25_000, toldSom: null },
  ],
  sellers: [{ personName: 'Sardor', receipts: 41, netSom: 1_213_000 }],
  discountsByHand: { count: 3, sumSom: 9_000 },
  shelfPrices: { count: 0, sumSom: 0 },
  linesRemoved: 4,
  basketsCleared: 0,
  drawerOpened: 2,
  writtenOnPaper: { count: 0, sumSom: 0 },
  checklist: { ticked: 7, items: 9 },
  journal: { sequence: 412, hashHead: '0123456789abcdef' },
});

const section = (name: ReportSection['name'], of: ShiftFigures = figures) =>
  reportSections(of).find((each) => each.name === name);

const cellsOf = (name: ReportSection['name'], of?: ShiftFigures) =>
  section(name, of)?.rows.map(({ cells }) =>
    cells.map((cell) => (cell === null || cell === 'unknown' ? cell : cell.value)),
  );

describe('a Z report on screen', () => {
  test('leads from full prices to what was sold, and what came back stands with a minus', () => {
    expect(cellsOf('sales')).toEqual([
      [null, 1_300_000],
      [null, -50_000],
      [41, 1_250_000],
      [2, -30_000],
      [1, -7_000],
      [null, 1_213_000],
    ]);
  });

  test('shows the drawer cause by cause, and they come to what should be there', () => {
    const rows = cellsOf('drawer')?.flat() ?? [];
    expect(rows).toEqual([200_000, 800_000, -37_000, 100_000, -500_000, 563_000, 560_000, -3_000]);
    expect(rows.slice(0, 5).reduce<number>((sum, value) => sum + Number(value), 0)).toBe(563_000);
  });

  test('compares a terminal that was looked at, and leaves the others open', () => {
    expect(cellsOf('terminals')).toEqual([
      [450_000, 449_000, -1_000],
      [25_000, 'unknown', 'unknown'],
    ]);
  });

  test('leaves out money that did not move, but says "none" of what the owner looks for', () => {
    expect(section('other')?.rows.map(({ label }) => label.kind === 'words' && label.word)).toEqual([
      'giftCardsSold',
      'donations',
      'rounding',
      'bonusEarned',
      'bonusSpent',
    ]);
    expect(section('acts')?.rows).toHaveLength(7);
  });

  test('has no table without rows', () => {
    const plain = { ...figures, terminals: [], handOvers: [], sellers: [], vat: [], tenders: [] };
    expect(reportSections(plain).map(({ name }) => name)).toEqual(['sales', 'drawer', 'acts', 'other']);
  });

  test('of an open shift tells what should be there and no count', () => {
    const open = { ...figures, closedAt: null, countedSom: null, differenceSom: null };
    expect(cellsOf('drawer', open)?.flat().at(-1)).toBe(563_000);
  });

  test('gives every row of a table a key of its own', () => {
    for (const { rows } of reportSections(figures)) {
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    }
  });
});
