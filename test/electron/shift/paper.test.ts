/** Papers of the shift on both widths and in three languages: whole figures, whole words, every letter printable. */
import { describe, expect, test } from 'vitest';
import { cashMoveSlip, shiftReport } from '../../../electron/shift/paper.ts';
import { basisPoints, som } from '../../../shared/money.ts';
import type { Block } from '../../../shared/receipt/blocks.ts';
import { canEncode } from '../../../shared/receipt/codePages.ts';
import { layOut } from '../../../shared/receipt/layout.ts';
import { type PrinterProfile, printerProfiles } from '../../../shared/receipt/printers.ts';
import type { ShiftFigures } from '../../../shared/shift/figures.ts';
import { type Language, languages } from '../../../shared/text.ts';
import { businessDay, type Instant } from '../../../shared/time.ts';

const at = (text: string) => text as Instant;

const head = (language: Language) => ({
  language,
  settings: { name: 'Chorsu', address: 'Toshkent, Chorsu 12', stir: '301234567', timeZone: 'Asia/Tashkent' },
  personName: 'Sardor',
  at: at('2026-11-23T04:00:00.000Z'),
});

const pair = (count: number, sumSom: number) => ({ count, sumSom: som(sumSom) });

/** A shift in which everything happened, forgotten and closed the next morning with 12 000 too little. */
const everything: ShiftFigures = {
  shiftId: '019a0000-0000-7000-8000-000000000001',
  number: 128,
  businessDay: businessDay('2026-11-22'),
  openedAt: at('2026-11-22T03:55:00.000Z'),
  openedByName: 'Sardor Toʻxtayev',
  closedAt: at('2026-11-23T04:00:00.000Z'),
  closedByName: 'Gulnora Qodirova',
  closedOn: businessDay('2026-11-23'),
  receipts: 212,
  firstReceipt: 10_041,
  lastReceipt: 10_252,
  grossSom: som(18_450_000),
  discountSom: som(1_250_500),
  soldSom: som(17_199_500),
  returns: pair(3, 245_000),
  looseReturns: pair(1, 12_000),
  netSom: som(16_942_500),
  vat: [
    { rateBasisPoints: basisPoints(1200), netSom: som(15_000_000), vatSom: som(1_607_143) },
    { rateBasisPoints: null, netSom: som(1_942_500), vatSom: som(0) },
  ],
  tenders: [
    { kind: 'bonus', provider: null, inSom: som(120_000), backSom: som(5_000) },
    { kind: 'card', provider: 'humo', inSom: som(4_500_000), backSom: som(0) },
    { kind: 'card', provider: 'otherCard', inSom: som(300_000), backSom: som(0) },
    { kind: 'qr', provider: 'click', inSom: som(2_100_000), backSom: som(45_000) },
    { kind: 'cash', provider: null, inSom: som(10_179_500), backSom: som(207_000) },
  ],
  giftCardsSold: pair(2, 400_000),
  debtsRepaid: pair(4, 350_000),
  bonusPaidOut: pair(1, 20_000),
  donationsSom: som(14_300),
  roundingSom: som(-200),
  bonusEarnedSom: som(188_400),
  bonusSpentSom: som(120_000),
  floatSom: som(200_000),
  cashMoves: [
    { kind: 'in', ...pair(1, 100_000) },
    { kind: 'out', ...pair(0, 0) },
    { kind: 'collection', ...pair(1, 8_000_000) },
    { kind: 'expense', ...pair(2, 65_000) },
  ],
  drawer: [
    { cause: 'float', sumSom: som(200_000) },
    { cause: 'sales', sumSom: som(10_179_500) },
    { cause: 'returns', sumSom: som(-195_000) },
    { cause: 'looseReturns', sumSom: som(-12_000) },
    { cause: 'giftCards', sumSom: som(400_000) },
    { cause: 'debts', sumSom: som(350_000) },
    { cause: 'bonusPaidOut', sumSom: som(-20_000) },
    { cause: 'charity', sumSom: som(-100_000) },
    { cause: 'in', sumSom: som(100_000) },
    { cause: 'collection', sumSom: som(-8_000_000) },
    { cause: 'expense', sumSom: som(-65_000) },
  ],
  expectedSom: som(2_837_500),
  countedSom: som(2_825_500),
  differenceSom: som(-12_000),
  differenceReason: 'Maydalashda adashilgan boʻlishi mumkin, kamera tekshiriladi',
  approvedByName: 'Dilnoza Rahimova',
  isAlone: false,
  refusedCounts: 1,
  handOvers: [
    {
      countedAt: at('2026-11-22T08:00:00.000Z'),
      personName: 'Sardor Toʻxtayev',
      toPersonName: 'Gulnora Qodirova',
      countedSom: som(1_450_000),
      differenceSom: som(-500),
    },
  ],
  terminals: [
    { kind: 'card', provider: 'humo', expectedSom: som(4_500_000), toldSom: som(4_500_000) },
    { kind: 'card', provider: 'otherCard', expectedSom: som(300_000), toldSom: null },
    { kind: 'qr', provider: 'click', expectedSom: som(2_055_000), toldSom: som(2_045_000) },
  ],
  sellers: [
    { personName: 'Sardor Toʻxtayev', receipts: 130, netSom: som(10_000_000) },
    { personName: 'Gulnora Qodirova', receipts: 82, netSom: som(6_942_500) },
  ],
  discountsByHand: pair(5, 62_000),
  shelfPrices: pair(2, 4_500),
  linesRemoved: 7,
  basketsCleared: 1,
  drawerOpened: 2,
  writtenOnPaper: pair(1, 56_000),
  checklist: { ticked: 6, items: 8 },
  journal: { sequence: 48_211, hashHead: 'a1b2c3d4e5f60718' },
};

/** The same shift while it is open. */
const open: ShiftFigures = {
  ...everything,
  closedAt: null,
  closedByName: null,
  closedOn: null,
  countedSom: null,
  differenceSom: null,
  differenceReason: '',
  approvedByName: null,
  terminals: everything.terminals.map((terminal) => ({ ...terminal, toldSom: null })),
};

const notes = [
  {
    text: 'Non ertaga 7:30 da keladi, pulini tayyorlab qoʻying',
    writtenByName: 'Sardor',
    writtenAt: head('uz').at,
  },
];

const papers: Readonly<Record<string, (language: Language) => readonly Block[]>> = {
  z: (language) => shiftReport({ ...head(language), figures: everything, notes }),
  x: (language) => shiftReport({ ...head(language), figures: open, notes: [] }),
  collection: (language) =>
    cashMoveSlip({
      ...head(language),
      number: 57,
      kind: 'collection',
      amountSom: som(8_000_000),
      reason: 'Bankka, inkassatorga',
    }),
};

const widths = { narrow: printerProfiles.xprinter58, wide: printerProfiles.epson80 };

function linesOf(blocks: readonly Block[], paper: PrinterProfile) {
  return layOut(blocks, paper).flatMap((line) => (line.kind === 'text' ? [line] : []));
}

/** The words of a paper as they stand on it, without the blanks between words and figures. */
function textOf(blocks: readonly Block[], paper: PrinterProfile = printerProfiles.xprinter58): string {
  return linesOf(blocks, paper)
    .map(({ text }) => text.replace(/\s+/g, ' ').trim())
    .join('\n');
}

const everyPaper = Object.entries(papers).flatMap(([name, make]) =>
  languages.flatMap((language) =>
    Object.values(widths).map((paper) => [name, language, paper.columns, make, paper] as const),
  ),
);

test.each(everyPaper)('%s in %s fits on paper of %i columns', (_name, language, columns, make, paper) => {
  const blocks = make(language);
  const lines = linesOf(blocks, paper);
  expect(lines.filter((line) => line.text.length > columns / (line.double ? 2 : 1))).toEqual([]);
  expect(lines.map(({ text }) => text).filter((text) => !canEncode(text, 'cp866'))).toEqual([]);
  expect(textOf(blocks, paper)).not.toMatch(/\{\}|undefined|null|NaN/);
  expect(layOut(blocks, paper).at(-1)).toEqual({ kind: 'cut' });
});

test.each(everyPaper)('%s in %s on %i columns breaks no figure', (_name, language, _columns, make, paper) => {
  const figures = make(language).flatMap((block) =>
    block.kind === 'row' && /^[−-]?\d/.test(block.right) ? [block] : [],
  );
  const ends = linesOf(make(language), paper).map(({ text }) => text.trimEnd().replace(/\s/g, ' '));
  for (const { left, right } of figures) {
    const figure = right.replace('−', '-').replace('ʻ', "'").replace(/\s/g, ' ');
    expect(
      ends.filter((end) => end.endsWith(figure)),
      left,
    ).not.toEqual([]);
  }
});

describe('the Z report', () => {
  const text = textOf(papers.z?.('uz') ?? []);

  test('says both days of a shift that was forgotten', () => {
    expect(text).toContain('Smena kuni 22.11.2026');
    expect(text).toContain('Yopilgan kun 23.11.2026');
  });

  test('says what should be in the drawer, what was, the difference, why and who stood for it', () => {
    expect(text).toContain('Kutilgan naqd 2 837 500');
    expect(text).toContain('Sanalgan naqd 2 825 500');
    expect(text).toMatch(/Farq [−-]12 000/);
    expect(text).toContain('Sababi: Maydalashda');
    expect(text).toContain('Tasdiqladi Dilnoza Rahimova');
  });

  test('prints the head of the journal in groups, and lines to sign on', () => {
    expect(text).toContain('a1b2 c3d4 e5f6 0718');
    expect(text).toContain("Mas'ul ________________");
  });

  test('hands the notes on to the next shift', () => {
    expect(text).toContain('KEYINGI SMENAGA');
    expect(text).toContain('Non ertaga 7:30 da keladi');
  });
});

test('an X report has no number of its own, no count and nothing to sign', () => {
  const text = textOf(papers.x?.('en') ?? []);
  expect(text).toContain('X REPORT');
  expect(text).toContain('Expected cash 2,837,500');
  expect(text).not.toContain('Counted cash 2,825,500');
  expect(text).not.toContain('____');
});

test('a slip of cash has its number, the sum, the reason and a line for whoever took it', () => {
  const text = textOf(papers.collection?.('ru') ?? []);
  expect(text).toContain('ИНКАССАЦИЯ №57');
  expect(text).toContain('Причина: Bankka, inkassatorga');
  expect(text).toContain('Получил(а) ________________');
});
