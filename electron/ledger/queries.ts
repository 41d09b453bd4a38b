/** What the rooms above read of the ledger: how an account came to its balance. */
import { type Kysely, sql } from 'kysely';
import { type Som, som } from '../../shared/money.ts';
import type { Instant } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';

export { closedMonth } from './closedMonths.ts';

/** The accounts that have an index over their entries, because screens show their movements. */
export type AccountWithMovements = 'giftCard' | 'storeCredit' | 'customerDebt';

/** One entry of an account, with the document that caused it. */
export interface Movement {
  readonly at: Instant;
  readonly documentKind: string;
  readonly documentId: string;
  /** Why, in one word of the program, as the posting has it. */
  readonly reason: string;
  /** Debit above zero, credit below. */
  readonly amountSom: Som;
}

/** The last entries of an account, newest first. */
export async function movementsOf(
  db: Kysely<Tables>,
  accountKind: AccountWithMovements,
  subjectId: string,
  limit: number,
): Promise<readonly Movement[]> {
  const rows = await db
    .selectFrom('posting_entry')
    .innerJoin('posting', 'posting.id', 'posting_entry.posting_id')
    .select([
      'posting.posted_at',
      'posting.document_kind',
      'posting.document_id',
      'posting.reason',
      'posting_entry.amount_som',
    ])
    // Written out rather than bound as a parameter: only so does the engine use the index over these accounts.
    .where('posting_entry.account_kind', '=', sql.lit(accountKind))
    .where('posting_entry.subject_id', '=', subjectId)
    // Ids begin with the moment at which they were made.
    .orderBy('posting_entry.posting_id', 'desc')
    .orderBy('posting_entry.entry_no', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    at: row.posted_at as Instant,
    documentKind: row.document_kind,
    documentId: row.document_id,
    reason: row.reason,
    amountSom: som(row.amount_som),
  }));
}
