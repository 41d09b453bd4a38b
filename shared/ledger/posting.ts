/** The ledger: every movement of money or bonus is a posting whose entries sum to zero (docs/rules.md §3). */
import { type Som, som } from '../money.ts';

/** Kinds of accounts; an account is a kind and a subject. Kinds are data, not columns. */
export const accountKinds = [
  'cashDrawer', // subject: till
  'cashOutsideTill',
  'terminal', // provider
  'qr', // provider
  'customerDebt', // customer
  'bonusLiability', // the holder of the lots: a customer, or the claim code of a receipt
  'giftCard', // card
  'storeCredit', // customer
  'partner', // partner
  'donations', // fund
  'supplierDebt', // supplier
  'sales',
  'vat',
  'discounts', // the pricing step that gave them; which promotion is written on the sale's adjustments
  'bonusCost',
  'bonusExpired',
  'rounding',
  'overShort', // till
  'expense',
  'charityPaid',
  'openingBalance',
] as const;
export type AccountKind = (typeof accountKinds)[number];

/** The subject of accounts that the shop has only one of. */
export const theShop = 'shop';

export interface Entry {
  readonly account: AccountKind;
  readonly subjectId: string;
  /** Debit above zero, credit below; never zero. */
  readonly amountSom: Som;
}

/** Entries that belong together; they sum to zero. */
export type Posting = readonly Entry[];

export function postingIsBalanced(posting: Posting): boolean {
  let sum = 0;
  for (const entry of posting) sum += entry.amountSom;
  return sum === 0;
}

export function debit(account: AccountKind, amountSom: Som, subjectId: string = theShop): Entry {
  return { account, subjectId, amountSom };
}

export function credit(account: AccountKind, amountSom: Som, subjectId: string = theShop): Entry {
  return { account, subjectId, amountSom: som(-amountSom) };
}

/** Drops empty entries and proves that the rest balances; throws when it does not, because that is a bug. */
export function balanced(entries: readonly Entry[]): Posting {
  const posting = entries.filter((entry) => entry.amountSom !== 0);
  if (!postingIsBalanced(posting)) throw new Error(`posting does not balance: ${JSON.stringify(posting)}`);
  return posting;
}
