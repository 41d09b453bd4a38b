/** An X or Z report as tables: which figures stand together, in which order, and which of them are the ones that count. */
import type { PaymentProvider } from '../../shared/basket.ts';
import type { ShiftFigures } from '../../shared/shift/figures.ts';
import type { Instant } from '../../shared/time.ts';

/** A figure and how it is written; `unknown` where nobody looked; null where there can be none. */
export type Cell =
  | { readonly kind: 'count' | 'som' | 'signed' | 'difference'; readonly value: number }
  | 'unknown'
  | null;

/** What a row is about: words of the report, or a name that needs none. */
export type RowLabel =
  | { readonly kind: 'words'; readonly word: string }
  | { readonly kind: 'drawer'; readonly cause: ShiftFigures['drawer'][number]['cause'] }
  | { readonly kind: 'tender'; readonly tender: string; readonly provider: PaymentProvider | null }
  | { readonly kind: 'rate'; readonly rateBasisPoints: number | null }
  | { readonly kind: 'person'; readonly name: string }
  | { readonly kind: 'handOver'; readonly at: Instant; readonly from: string; readonly to: string | null };

export interface ReportRow {
  /** Unique in its section. */
  readonly key: string;
  readonly label: RowLabel;
  readonly cells: readonly Cell[];
  readonly isStrong?: boolean;
}

export interface ReportSection {
  readonly name:
    | 'sales'
    | 'drawer'
    | 'terminals'
    | 'tenders'
    | 'vat'
    | 'sellers'
    | 'acts'
    | 'other'
    | 'handOvers';
  /** The words above the figures. */
  readonly columns: readonly string[];
  readonly rows: readonly ReportRow[];
}

type Row = Omit<ReportRow, 'key'>;
type Section = Omit<ReportSection, 'rows'> & { readonly rows: readonly Row[] };

const count = (value: number): Cell => ({ kind: 'count', value });
const som = (value: number): Cell => ({ kind: 'som', value });
const signed = (value: number): Cell => ({ kind: 'signed', value });
const difference = (value: number): Cell => ({ kind: 'difference', value });
const words = (word: string, ...cells: readonly Cell[]): Row => ({
  label: { kind: 'words', word },
  cells,
});
const strong = (row: Row): Row => ({ ...row, isStrong: true });

/** The tables of a report; those without rows are left out. */
export function reportSections(figures: ShiftFigures): readonly ReportSection[] {
  const sections = [
    sales(figures),
    drawer(figures),
    terminals(figures),
    tenders(figures),
    vat(figures),
    sellers(figures),
    acts(figures),
    other(figures),
    handOvers(figures),
  ];
  return sections
    .filter(({ rows }) => rows.length > 0)
    .map((section) => ({
      ...section,
      rows: section.rows.map((row, place) => ({ ...row, key: String(place) })),
    }));
}

function sales(figures: ShiftFigures): Section {
  const { returns, looseReturns } = figures;
  return {
    name: 'sales',
    columns: ['number', 'sum'],
    rows: [
      words('gross', null, som(figures.grossSom)),
      words('discount', null, signed(-figures.discountSom)),
      words('sold', count(figures.receipts), som(figures.soldSom)),
      words('returns', count(returns.count), signed(-returns.sumSom)),
      ...(looseReturns.count === 0
        ? []
        : [words('looseReturns', count(looseReturns.count), signed(-looseReturns.sumSom))]),
      strong(words('net', null, som(figures.netSom))),
    ],
  };
}

function drawer(figures: ShiftFigures): Section {
  const { countedSom, differenceSom } = figures;
  return {
    name: 'drawer',
    columns: ['sum'],
    rows: [
      ...figures.drawer.map(
        ({ cause, sumSom }): Row => ({ label: { kind: 'drawer', cause }, cells: [signed(sumSom)] }),
      ),
      strong(words('expected', som(figures.expectedSom))),
      ...(countedSom === null ? [] : [words('counted', som(countedSom))]),
      ...(differenceSom === null ? [] : [strong(words('difference', difference(differenceSom)))]),
    ],
  };
}

function terminals(figures: ShiftFigures): Section {
  return {
    name: 'terminals',
    columns: ['byTill', 'byTerminal', 'difference'],
    rows: figures.terminals.map(({ kind, provider, expectedSom, toldSom }) => ({
      label: { kind: 'tender', tender: kind, provider },
      cells: [
        som(expectedSom),
        toldSom === null ? 'unknown' : som(toldSom),
        toldSom === null ? 'unknown' : difference(toldSom - expectedSom),
      ],
    })),
  };
}

function tenders(figures: ShiftFigures): Section {
  return {
    name: 'tenders',
    columns: ['cameIn', 'wentBack'],
    rows: figures.tenders.map(({ kind, provider, inSom, backSom }) => ({
      // The till names its providers with the contract's own words.
      label: { kind: 'tender', tender: kind, provider: provider as PaymentProvider | null },
      cells: [som(inSom), backSom === 0 ? null : signed(-backSom)],
    })),
  };
}

function vat(figures: ShiftFigures): Section {
  return {
    name: 'vat',
    columns: ['withVat', 'vat'],
    rows: figures.vat.map(({ rateBasisPoints, netSom, vatSom }) => ({
      label: { kind: 'rate', rateBasisPoints },
      cells: [som(netSom), som(vatSom)],
    })),
  };
}

function sellers(figures: ShiftFigures): Section {
  return {
    name: 'sellers',
    columns: ['receipts', 'net'],
    rows: figures.sellers.map(({ personName, receipts, netSom }) => ({
      label: { kind: 'person', name: personName },
      cells: [count(receipts), som(netSom)],
    })),
  };
}

/** What an owner looks at with one eye; also where it is nothing, because "none" is what the owner hopes to read. */
function acts(figures: ShiftFigures): Section {
  const { discountsByHand, shelfPrices, writtenOnPaper, linesRemoved, basketsCleared } = figures;
  return {
    name: 'acts',
    columns: ['number', 'sum'],
    rows: [
      words('discountsByHand', count(discountsByHand.count), som(discountsByHand.sumSom)),
      words('shelfPrices', count(shelfPrices.count), som(shelfPrices.sumSom)),
      words('writtenOnPaper', count(writtenOnPaper.count), som(writtenOnPaper.sumSom)),
      words('linesRemoved', count(linesRemoved), null),
      words('basketsCleared', count(basketsCleared), null),
      words('drawerOpened', count(figures.drawerOpened), null),
      words('refusedCounts', count(figures.refusedCounts), null),
    ],
  };
}

/** Money and bonus beside the goods; what did not happen is left out. Cash in and out stands in the drawer. */
function other(figures: ShiftFigures): Section {
  const { giftCardsSold, debtsRepaid, bonusPaidOut } = figures;
  const counted = (word: string, { count: times, sumSom }: { count: number; sumSom: number }) =>
    times === 0 ? [] : [words(word, count(times), som(sumSom))];
  const summed = (word: string, sumSom: number) => (sumSom === 0 ? [] : [words(word, null, som(sumSom))]);
  return {
    name: 'other',
    columns: ['number', 'sum'],
    rows: [
      ...counted('giftCardsSold', giftCardsSold),
      ...counted('debtsRepaid', debtsRepaid),
      ...counted('bonusPaidOut', bonusPaidOut),
      ...summed('donations', figures.donationsSom),
      ...summed('rounding', figures.roundingSom),
      ...summed('bonusEarned', figures.bonusEarnedSom),
      ...summed('bonusSpent', figures.bonusSpentSom),
    ],
  };
}

function handOvers(figures: ShiftFigures): Section {
  return {
    name: 'handOvers',
    columns: ['counted', 'difference'],
    rows: figures.handOvers.map(({ countedAt, personName, toPersonName, countedSom, differenceSom }) => ({
      label: { kind: 'handOver', at: countedAt, from: personName, to: toPersonName },
      cells: [som(countedSom), difference(differenceSom)],
    })),
  };
}
