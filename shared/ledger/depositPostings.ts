/** Postings of deposits: cash that a customer leaves for goods to come lies on their account until the goods are handed over. */
import type { Som } from '../money.ts';
import { balanced, credit, debit, type Posting } from './posting.ts';

/** A deposit in cash: the drawer has more, and the shop owes goods or the money (docs/rules.md rule 24). No sale, no VAT. */
export function depositTakenPosting(customerId: string, tillId: string, amountSom: Som): Posting {
  return balanced([debit('cashDrawer', amountSom, tillId), credit('storeCredit', amountSom, customerId)]);
}

/** The deposit of a cancelled order given back in cash. */
export function depositGivenBackPosting(customerId: string, tillId: string, amountSom: Som): Posting {
  return balanced([debit('storeCredit', amountSom, customerId), credit('cashDrawer', amountSom, tillId)]);
}
