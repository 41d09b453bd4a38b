/** The reconciliation of a customer's account: what the shop gave on credit, what was paid, and who owes whom at the end. */
import { addSom, type Som, som, zeroSom } from '../money.ts';
import type { BusinessDay, Instant } from '../time.ts';

/** What an entry of the ledger on the customer's debt or store credit was for. */
export interface AccountEntry {
  readonly day: BusinessDay;
  readonly at: Instant;
  readonly documentKind: string;
  readonly documentId: string;
  /** Above zero: the customer owes more, or has less with the shop. */
  readonly amountSom: Som;
}

/** One document; exactly one of the two sums is above zero. */
export interface ReconciledRow {
  readonly day: BusinessDay;
  readonly at: Instant;
  readonly documentKind: string;
  readonly documentId: string;
  /** By this much the customer owes more. */
  readonly debitSom: Som;
  /** By this much they owe less. */
  readonly creditSom: Som;
  /** After the document. Above zero the customer owes the shop, below it the shop owes the customer. */
  readonly balanceSom: Som;
}

export interface Reconciled {
  readonly rows: readonly ReconciledRow[];
  readonly debitSom: Som;
  readonly creditSom: Som;
  readonly closingSom: Som;
}

/**
 * Entries of one document are one row; a document that moves nothing between the two sides (two customers who became one)
 * is left out. `entries` stand in the order of their moments.
 *
 * | opening | entries                                   | rows                       | closing |
 * |---------|-------------------------------------------|----------------------------|---------|
 * | 100 000 | sale +60 000, repaid −100 000             | +60 000, −100 000          |  60 000 |
 * |       0 | sale: debt +50 000, store credit +20 000  | +70 000                    |  70 000 |
 * |       0 | merged: −30 000 of one, +30 000 of other  | none                       |       0 |
 */
export function reconcile(openingSom: Som, entries: readonly AccountEntry[]): Reconciled {
  const documents = new Map<string, AccountEntry>();
  for (const entry of entries) {
    const key = `${entry.documentKind} ${entry.documentId} ${entry.day}`;
    const before = documents.get(key);
    const amountSom = before === undefined ? entry.amountSom : addSom(before.amountSom, entry.amountSom);
    documents.set(key, { ...(before ?? entry), amountSom });
  }
  const rows: ReconciledRow[] = [];
  let balanceSom = openingSom;
  let debitSom = zeroSom;
  let creditSom = zeroSom;
  for (const { amountSom, ...document } of documents.values()) {
    if (amountSom === 0) continue;
    balanceSom = addSom(balanceSom, amountSom);
    const debit = amountSom > 0 ? amountSom : zeroSom;
    const credit = amountSom < 0 ? som(-amountSom) : zeroSom;
    debitSom = addSom(debitSom, debit);
    creditSom = addSom(creditSom, credit);
    rows.push({ ...document, debitSom: debit, creditSom: credit, balanceSom });
  }
  return { rows, debitSom, creditSom, closingSom: balanceSom };
}
