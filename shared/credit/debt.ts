/** Nasiya, goods sold on credit: who may take how much, which debt a payment settles, what is late and how late. */
import { type Refused, refuse } from '../errors.ts';
import { addSom, type Som, smallerSom, som, subtractSom, sumOf, zeroSom } from '../money.ts';
import { addDays, type BusinessDay, daysBetween } from '../time.ts';

/** What a customer still owes for one sale, or from the paper notebook. `dueOn` is the last day on time. */
export interface OpenDebt {
  readonly debtId: string;
  readonly takenOn: BusinessDay;
  readonly dueOn: BusinessDay;
  readonly openSom: Som;
}

/** What the till knows of a customer who wants to pay later. */
export interface DebtFacts {
  readonly day: BusinessDay;
  readonly isRegistered: boolean;
  /** The most this customer may owe at once; null for nobody ever allowed it. */
  readonly limitSom: Som | null;
  readonly debts: readonly OpenDebt[];
  /** A person who may, allows what the rules refuse. */
  readonly isApproved: boolean;
}

export type DebtRefusal =
  | Refused<'DebtNeedsCustomer', Record<string, never>>
  | Refused<'DebtNotAllowed', Record<string, never>>
  | Refused<'DebtAboveLimit', { readonly limitSom: Som; readonly leftSom: Som }>
  | Refused<'DebtOverdue', { readonly overdueSom: Som; readonly dueOn: BusinessDay }>;

/** The last day on which a debt taken on a day is paid in time. */
export function dueDay(takenOn: BusinessDay, days: number): BusinessDay {
  return addDays(takenOn, days);
}

/**
 * The most a customer may owe at once; null where nobody ever allowed it.
 *
 * | the customer's own | the shop's for everybody | answer  |
 * |--------------------|--------------------------|---------|
 * | 500 000            | 100 000                  | 500 000 |
 * | none               | 100 000                  | 100 000 |
 * | none               | 0: nobody                | null    |
 * | 0: this one not    | 100 000                  | null    |
 */
export function limitOf(ownSom: Som | null, everybodysSom: Som): Som | null {
  const limitSom = ownSom ?? everybodysSom;
  return limitSom === 0 ? null : limitSom;
}

/**
 * Whether a customer may take so much more on credit; null when they may.
 *
 * | customer                        | wants  | answer                    | approval lifts it |
 * |---------------------------------|--------|---------------------------|-------------------|
 * | unregistered card               | 1      | DebtNeedsCustomer         | no                |
 * | no limit was ever set           | 1      | DebtNotAllowed            | yes               |
 * | limit 500 000, owes 450 000     | 50 000 | may                       | –                 |
 * | limit 500 000, owes 450 000     | 50 001 | DebtAboveLimit, 50 000 left | yes             |
 * | something is late               | 1      | DebtOverdue               | yes               |
 */
export function judgeDebt(wantedSom: Som, facts: DebtFacts): DebtRefusal | null {
  if (!facts.isRegistered) return refuse('DebtNeedsCustomer', {});
  if (facts.isApproved) return null;
  if (facts.limitSom === null) return refuse('DebtNotAllowed', {});
  const late = facts.debts.filter((debt) => debt.openSom > 0 && debt.dueOn < facts.day);
  const [first] = late.toSorted(oldestFirst);
  if (first !== undefined) {
    return refuse('DebtOverdue', { overdueSom: sumOf(late, (debt) => debt.openSom), dueOn: first.dueOn });
  }
  const openSom = sumOf(facts.debts, (debt) => debt.openSom);
  const leftSom = som(Math.max(0, facts.limitSom - openSom));
  return wantedSom > leftSom ? refuse('DebtAboveLimit', { limitSom: facts.limitSom, leftSom }) : null;
}

/** So much of one debt is settled. */
export interface DebtMove {
  readonly debtId: string;
  readonly amountSom: Som;
}

/**
 * Settles debts with a payment, the oldest first (docs/rules.md rule 24), or says how much is owed at all.
 *
 * | owes                       | pays   | settles               |
 * |----------------------------|--------|-----------------------|
 * | 1 May 30 000, 9 May 20 000 | 40 000 | 30 000, then 10 000   |
 * | 1 May 30 000               | 40 000 | refused: 30 000 owed  |
 */
export function repayDebts(
  amountSom: Som,
  debts: readonly OpenDebt[],
): readonly DebtMove[] | Refused<'RepaymentTooMuch', { readonly openSom: Som }> {
  const openSom = sumOf(debts, (debt) => debt.openSom);
  if (amountSom > openSom) return refuse('RepaymentTooMuch', { openSom });
  const moves: DebtMove[] = [];
  let leftSom = amountSom;
  for (const debt of debts.toSorted(oldestFirst)) {
    const part = smallerSom(leftSom, debt.openSom);
    if (part === 0) continue;
    moves.push({ debtId: debt.debtId, amountSom: part });
    leftSom = subtractSom(leftSom, part);
  }
  return moves;
}

/** How late a debt is, in the steps of the ageing report: days after its last day on time. */
export const debtAges = ['notDue', 'upTo7', 'upTo30', 'upTo90', 'over90'] as const;
export type DebtAge = (typeof debtAges)[number];

/**
 * | last day on time | today   | age    |
 * |------------------|---------|--------|
 * | 22 Nov           | 22 Nov  | notDue |
 * | 21 Nov           | 22 Nov  | upTo7  |
 * | 14 Nov           | 22 Nov  | upTo30 |
 */
export function ageOfDebt(dueOn: BusinessDay, day: BusinessDay): DebtAge {
  const late = daysBetween(dueOn, day);
  if (late <= 0) return 'notDue';
  if (late <= 7) return 'upTo7';
  if (late <= 30) return 'upTo30';
  return late <= 90 ? 'upTo90' : 'over90';
}

/** What is owed by age, all customers or one. */
export function ageingOf(
  debts: readonly Pick<OpenDebt, 'dueOn' | 'openSom'>[],
  day: BusinessDay,
): Readonly<Record<DebtAge, Som>> {
  const sums: Record<DebtAge, Som> = {
    notDue: zeroSom,
    upTo7: zeroSom,
    upTo30: zeroSom,
    upTo90: zeroSom,
    over90: zeroSom,
  };
  for (const { dueOn, openSom } of debts) {
    const age = ageOfDebt(dueOn, day);
    sums[age] = addSom(sums[age], openSom);
  }
  return sums;
}

/** By the day it was taken, then by id, which is older for the older. */
function oldestFirst(a: OpenDebt, b: OpenDebt): number {
  if (a.takenOn !== b.takenOn) return a.takenOn < b.takenOn ? -1 : 1;
  return a.debtId < b.debtId ? -1 : a.debtId > b.debtId ? 1 : 0;
}
