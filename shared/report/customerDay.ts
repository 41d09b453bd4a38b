/** The customers of a day: who came, who is new, who came back after long, and who is late for their own habit. */
import { type Som, som, sumOf } from '../money.ts';
import { type BusinessDay, daysBetween } from '../time.ts';
import type { CustomerDay } from './customerDayContract.ts';

/** Whoever comes again after so many days or more has come back. */
export const awayDays = 30;

/**
 * Whose habit is known: with at least so many visits, and a usual interval of at most so many days. Whoever comes more
 * rarely has no habit that a day could miss.
 */
export const regularVisits = 5;
export const longestUsualDays = 30;
/** Silent for more than so many times the usual interval. */
export const lateTimes = 2;
/** Silent for longer, a customer is lost rather than late, and belongs to another list. */
export const longestSilentDays = 60;

/** How somebody has come until the evening of a day. */
export interface Habit {
  /** Different days on which they bought something. */
  readonly visits: number;
  readonly firstOn: BusinessDay;
  readonly lastOn: BusinessDay;
}

export interface Lateness {
  readonly usualDays: number;
  readonly silentDays: number;
}

/**
 * Whether a regular is late for their own habit on a day, and by what; null for everybody else. The usual interval is the
 * whole time from the first visit to the last, shared by the intervals between: visits − 1. Compared in whole numbers;
 * only the interval that is shown is rounded, half up.
 *
 * | visits | first | last   | on     | usual        | silent | late |
 * |--------|-------|--------|--------|--------------|--------|------|
 * | 5      | 1 Nov | 13 Nov | 19 Nov | 12 ÷ 4 = 3   | 6      | no   |
 * | 5      | 1 Nov | 13 Nov | 20 Nov | 12 ÷ 4 = 3   | 7      | yes  |
 * | 4      | 1 Nov | 10 Nov | 30 Nov | too few visits        | | no   |
 */
export function latenessOf({ visits, firstOn, lastOn }: Habit, day: BusinessDay): Lateness | null {
  const intervals = visits - 1;
  const silentDays = daysBetween(lastOn, day);
  const span = daysBetween(firstOn, lastOn);
  if (visits < regularVisits || span <= 0) return null;
  if (span > longestUsualDays * intervals || silentDays > longestSilentDays) return null;
  if (silentDays * intervals <= lateTimes * span) return null;
  return { usualDays: Math.max(1, Math.floor((2 * span + intervals) / (2 * intervals))), silentDays };
}

/** Receipts of one customer with one cashier, or of one cashier without a customer. */
export interface SoldTo {
  readonly customerId: string | null;
  readonly personId: string;
  readonly receipts: number;
  readonly netSom: Som;
}

/** What is known of somebody who came. */
export interface KnownComer {
  readonly customerId: string;
  readonly name: string;
  /** Until the evening of the day. */
  readonly visits: number;
  readonly firstOn: BusinessDay | null;
  /** The last day before this one on which they bought something. */
  readonly lastBefore: BusinessDay | null;
}

type Comer = CustomerDay['came'][number];

/**
 * Everybody who came, those with the largest sums first. A customer without figures is one whose receipts count for nobody
 * yet; they are new. Whoever came before and after a gap shows it, also when it is one day.
 */
export function comersOf(
  sold: readonly SoldTo[],
  known: ReadonlyMap<string, KnownComer>,
  day: BusinessDay,
): readonly Comer[] {
  const sums = new Map<string, { receipts: number; netSom: number }>();
  for (const { customerId, receipts, netSom } of sold) {
    if (customerId === null) continue;
    const sum = sums.get(customerId) ?? { receipts: 0, netSom: 0 };
    sums.set(customerId, { receipts: sum.receipts + receipts, netSom: sum.netSom + netSom });
  }
  return [...sums]
    .map(([customerId, { receipts, netSom }]) => {
      const who = known.get(customerId);
      const lastBefore = who?.lastBefore ?? null;
      const isNew = lastBefore === null && (who?.firstOn ?? day) >= day;
      return {
        customerId,
        name: who?.name ?? '',
        receipts,
        netSom: som(netSom),
        visits: Math.max(1, who?.visits ?? 1),
        isNew,
        awayDays: lastBefore === null ? null : daysBetween(lastBefore, day),
      };
    })
    .sort((a, b) => b.netSom - a.netSom || inOrder(a.name, b.name) || inOrder(a.customerId, b.customerId));
}

const inOrder = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** How many came, and how; every one of them is either new or returning. */
export function countsOf(
  comers: readonly Pick<Comer, 'isNew' | 'awayDays'>[],
): Pick<CustomerDay['customers'], 'came' | 'new' | 'returning' | 'cameBack'> {
  const fresh = comers.filter(({ isNew }) => isNew).length;
  return {
    came: comers.length,
    new: fresh,
    returning: comers.length - fresh,
    cameBack: comers.filter(hasComeBack).length,
  };
}

/** Whether somebody came again after 30 days or more: 29 days are no. */
export function hasComeBack(comer: Pick<Comer, 'awayDays'>): boolean {
  return comer.awayDays !== null && comer.awayDays >= awayDays;
}

/** Receipts and sums of the day, with a customer and in all. */
export function receiptsOf(sold: readonly SoldTo[]): Pick<CustomerDay, 'receipts' | 'sales'> {
  const held = sold.filter(({ customerId }) => customerId !== null);
  const count = (rows: readonly SoldTo[]) => rows.reduce((sum, row) => sum + row.receipts, 0);
  return {
    receipts: { all: count(sold), withCustomer: count(held) },
    sales: { allSom: sumOf(sold, (row) => row.netSom), withCustomerSom: sumOf(held, (row) => row.netSom) },
  };
}

/** How many receipts of each cashier have a customer, the busiest first; `nameOf` answers a person's name. */
export function cashiersOf(
  sold: readonly SoldTo[],
  nameOf: (personId: string) => string,
): CustomerDay['cashiers'] {
  const counts = new Map<string, { receipts: number; withCustomer: number }>();
  for (const { customerId, personId, receipts } of sold) {
    const count = counts.get(personId) ?? { receipts: 0, withCustomer: 0 };
    counts.set(personId, {
      receipts: count.receipts + receipts,
      withCustomer: count.withCustomer + (customerId === null ? 0 : receipts),
    });
  }
  return [...counts]
    .map(([personId, count]) => ({ personId, name: nameOf(personId), ...count }))
    .sort((a, b) => b.receipts - a.receipts || (a.personId < b.personId ? -1 : 1));
}

/** What moved the bonus account on the day, summed by cause; credit is below zero, as in the ledger. */
export interface BonusCause {
  readonly documentKind: string;
  readonly isDebit: boolean;
  readonly amountSom: number;
}

/** Documents that give bonus. Of an attached receipt and a merge both sides count: what only changed its holder is 0. */
const giving: ReadonlySet<string> = new Set([
  'sale',
  'saleAttached',
  'customerMerged',
  'debtRepaid',
  'deedGiven',
  'gameReward',
  'referral',
]);

/**
 * | cause                     | entry  | counts as |
 * |---------------------------|--------|-----------|
 * | sale                      | credit | given     |
 * | sale                      | debit  | spent     |
 * | saleAttached              | either | given     |
 * | deedGiven taken back      | debit  | other     |
 * | goodsTakenBack, corrected | either | other     |
 */
export function bonusOf(causes: readonly BonusCause[], owedSom: Som): CustomerDay['bonus'] {
  let given = 0;
  let spent = 0;
  let other = 0;
  for (const { documentKind, isDebit, amountSom } of causes) {
    const onlyMoves = documentKind === 'saleAttached' || documentKind === 'customerMerged';
    if (documentKind === 'sale' && isDebit) spent += amountSom;
    else if (giving.has(documentKind) && (!isDebit || onlyMoves)) given -= amountSom;
    else other -= amountSom;
  }
  return {
    beforeSom: som(owedSom - given + spent - other),
    givenSom: som(given),
    spentSom: som(spent),
    otherSom: som(other),
    owedSom,
  };
}

/** A debt as it stood on the evening of the day. */
export interface OpenDebt {
  readonly customerId: string;
  readonly name: string;
  readonly dueOn: BusinessDay;
  readonly openSom: Som;
}

/**
 * Who must pay today or should have paid already, one row for each customer, the oldest debt first. Valid to the end of
 * its last day: a debt due on the day itself is due, not overdue. `openSom` is what all customers owe, due or not.
 */
export function debtsOf(debts: readonly OpenDebt[], day: BusinessDay, openSom: Som): CustomerDay['debts'] {
  const rows = new Map<string, CustomerDay['debts']['rows'][number]>();
  for (const { customerId, name, dueOn, openSom: leftSom } of debts) {
    if (dueOn > day || leftSom <= 0) continue;
    const row = rows.get(customerId) ?? { customerId, name, dueSom: som(0), overdueSom: som(0), dueOn };
    const [dueSom, overdueSom] = dueOn === day ? [leftSom, 0] : [0, leftSom];
    rows.set(customerId, {
      ...row,
      dueSom: som(row.dueSom + dueSom),
      overdueSom: som(row.overdueSom + overdueSom),
      dueOn: dueOn < row.dueOn ? dueOn : row.dueOn,
    });
  }
  const sorted = [...rows.values()].sort(
    (a, b) =>
      inOrder(a.dueOn, b.dueOn) ||
      b.dueSom + b.overdueSom - a.dueSom - a.overdueSom ||
      inOrder(a.customerId, b.customerId),
  );
  return {
    dueSom: sumOf(sorted, (row) => row.dueSom),
    overdueSom: sumOf(sorted, (row) => row.overdueSom),
    openSom,
    count: sorted.length,
    rows: sorted,
  };
}

/** `02-28` and, in a year without it, `02-29`: the dates of birth whose birthday is on a day. */
export function birthDatesOn(day: BusinessDay): readonly string[] {
  const own = day.slice(5);
  const year = Number(day.slice(0, 4));
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return own === '02-28' && !isLeap ? [own, '02-29'] : [own];
}
