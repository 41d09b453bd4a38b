/** The kinds under which bonus is summed by month: what was given, and what has gone. */
import { type Som, som } from '../money.ts';
import type { BusinessDay } from '../time.ts';

/** What makes the shop owe more. A correction may also be below zero. */
export const givenKinds = [
  'earned', // by the rates of the goods
  'promotion', // by promotions and coupons
  'friend', // both sides of "bring a friend"
  'deed',
  'game', // full stamp cards and challenges
  'correction',
  'givenBack', // spent bonus that came back with the goods
] as const;

/** What makes the shop owe less; always zero or more. */
export const goneKinds = [
  'spent',
  'expired',
  'takenBack', // with goods that came back
  'paidOut', // as money from the drawer
  'donated',
] as const;

/** What customers had saved in another program before this till: owed, but given by no month of this one. */
export const broughtKinds = ['opening'] as const;

export const bonusMonthKinds = [...givenKinds, ...broughtKinds, ...goneKinds] as const;
export type BonusMonthKind = (typeof bonusMonthKinds)[number];

const gone: ReadonlySet<string> = new Set(goneKinds);

/** The month of a business day as the sums are kept: `2026-11`. */
export function monthKeyOf(day: BusinessDay): string {
  return day.slice(0, 7);
}

/**
 * What the shop owes by the sums of all months: given less gone. It always equals what the ledger says the shop owes all
 * holders of bonus, claim codes among them.
 *
 * | earned | deed  | correction | spent | expired | owed  |
 * |--------|-------|------------|-------|---------|-------|
 * | 9 000  | 1 000 | −500       | 4 000 | 700     | 4 800 |
 */
export function owedBy(sums: readonly { readonly kind: string; readonly amountSom: Som }[]): Som {
  let owed = 0;
  for (const { kind, amountSom } of sums) owed += gone.has(kind) ? -amountSom : amountSom;
  return som(owed);
}
