/** Postings of what customers leave with the shop and owe it, beside the sale: gift cards, store credit, debts. */
import type { Som } from '../money.ts';
import { balanced, credit, debit, type Entry, type Posting } from './posting.ts';

/** How new money came: into the till's drawer, through a card terminal or by a QR code. */
export interface MoneyTaken {
  readonly tillId: string;
  readonly kind: 'cash' | 'card' | 'qr';
  /** Of a terminal or a QR code; null for cash. */
  readonly provider: string | null;
}

function moneyEntry({ tillId, kind, provider }: MoneyTaken, amountSom: Som): Entry {
  if (kind === 'cash') return debit('cashDrawer', amountSom, tillId);
  if (provider === null) throw new Error('money that is no cash has a provider');
  return debit(kind === 'card' ? 'terminal' : 'qr', amountSom, provider);
}

/** A gift card sold or topped up: money came, and the shop owes goods for it. No sale, no VAT (docs/rules.md rule 24). */
export function giftCardSoldPosting(number: string, amountSom: Som, money: MoneyTaken): Posting {
  return balanced([moneyEntry(money, amountSom), credit('giftCard', amountSom, number)]);
}

/** A debt settled with money, or with what lies on the customer's own account. */
export function debtRepaidPosting(
  customerId: string,
  amountSom: Som,
  by: MoneyTaken | { readonly kind: 'storeCredit' },
): Posting {
  const paid =
    by.kind === 'storeCredit' ? debit('storeCredit', amountSom, customerId) : moneyEntry(by, amountSom);
  return balanced([paid, credit('customerDebt', amountSom, customerId)]);
}

/** A part of a debt that the shop gives up: it becomes a cost. */
export function debtForgivenPosting(customerId: string, amountSom: Som): Posting {
  return balanced([debit('expense', amountSom), credit('customerDebt', amountSom, customerId)]);
}

/** Store credit or a gift card's money changed by hand; above zero the customer has more, and the shop bears it. */
export function creditCorrectedPosting(
  account: 'storeCredit' | 'giftCard',
  subjectId: string,
  amountSom: Som,
): Posting {
  return balanced([debit('expense', amountSom), credit(account, amountSom, subjectId)]);
}

/**
 * What one customer has on account and owes goes over to another: they have turned out to be the same person.
 * `storeCreditSom` is what the shop owes the former, `debtSom` what the former owes the shop.
 */
export function creditJoinedPosting(
  from: string,
  to: string,
  { storeCreditSom, debtSom }: { readonly storeCreditSom: Som; readonly debtSom: Som },
): Posting {
  return balanced([
    debit('storeCredit', storeCreditSom, from),
    credit('storeCredit', storeCreditSom, to),
    debit('customerDebt', debtSom, to),
    credit('customerDebt', debtSom, from),
  ]);
}
