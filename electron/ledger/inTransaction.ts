/** What other rooms let happen to the ledger inside their own transaction. */
import type { Kysely, Transaction } from 'kysely';
import type { CorrectedAccount } from '../../shared/ledger/contract.ts';
import { type AccountKind, type Posting, postingIsBalanced, theShop } from '../../shared/ledger/posting.ts';
import { type Som, som } from '../../shared/money.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import { hotInsert, hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import type { WriteScope } from '../verb.ts';

type Trx = Transaction<Tables>;

export { requireOpenMonth } from './closedMonths.ts';

/** The document that causes a posting. The same document posts the same reason once. */
export interface PostingCause {
  readonly id: string;
  readonly documentKind: string;
  readonly documentId: string;
  readonly businessDay: BusinessDay;
  readonly at: Instant;
  /** Why, in one word of the program: `sale`, `float`, `expiry`. */
  readonly reason: string;
}

const insertPosting = hotInsert('posting', [
  'id',
  'document_kind',
  'document_id',
  'business_day',
  'posted_at',
  'reason',
]);

const insertEntries = hotInsert('posting_entry', [
  'posting_id',
  'entry_no',
  'account_kind',
  'subject_id',
  'amount_som',
]);

const addToAccounts = hotInsert('account', ['kind', 'subject_id', 'balance_som'], (insert) =>
  insert.onConflict((conflict) =>
    conflict.columns(['kind', 'subject_id']).doUpdateSet(({ eb, ref }) => ({
      balance_som: eb('account.balance_som', '+', ref('excluded.balance_som')),
    })),
  ),
);

/**
 * Writes a posting and moves the balances with it. An empty posting writes nothing. Whoever posts on an earlier day than
 * today's asks `requireOpenMonth` first; the table itself refuses a posting into a closed month, so that a sale of today
 * pays nothing for the question.
 */
export async function post(trx: Trx, posting: Posting, cause: PostingCause): Promise<void> {
  if (posting.length === 0) return;
  if (!postingIsBalanced(posting)) throw new Error('a posting must balance');
  await insertPosting.one(trx, {
    id: cause.id,
    document_kind: cause.documentKind,
    document_id: cause.documentId,
    business_day: cause.businessDay,
    posted_at: cause.at,
    reason: cause.reason,
  });
  await insertEntries.many(
    trx,
    posting.map((entry, index) => ({
      posting_id: cause.id,
      entry_no: index + 1,
      account_kind: entry.account,
      subject_id: entry.subjectId,
      amount_som: entry.amountSom,
    })),
  );
  await addToAccounts.many(trx, movesOf(posting));
}

/** What each account moves by, once: an engine may refuse to touch a row twice in one statement. */
function movesOf(posting: Posting): readonly Tables['account'][] {
  const moves = new Map<string, Tables['account']>();
  for (const { account, subjectId, amountSom } of posting) {
    const key = `${account} ${subjectId}`;
    const before = moves.get(key)?.balance_som ?? 0;
    moves.set(key, { kind: account, subject_id: subjectId, balance_som: before + amountSom });
  }
  return [...moves.values()];
}

const balanceQuery = hotQuery((db: Kysely<Tables>, value: { kind: string; subjectId: string }) =>
  db
    .selectFrom('account')
    .select('balance_som')
    .where('kind', '=', value.kind)
    .where('subject_id', '=', value.subjectId),
);

/** The running balance of an account, debit above zero; 0 for one that nothing was posted to. */
export async function balanceOf(
  db: Kysely<Tables>,
  kind: AccountKind,
  subjectId: string = theShop,
): Promise<Som> {
  return som((await balanceQuery.first(db, { kind, subjectId }))?.balance_som ?? 0);
}

/** Who stood for it; staff's `secondPerson` answers it. */
interface SecondPerson {
  readonly approverId: string | null;
  readonly isAlone: boolean;
}

/** A balance that somebody changes by hand. */
export interface Correction {
  readonly account: CorrectedAccount;
  readonly subjectId: string;
  /** Null for a gift card that belongs to whoever holds it. */
  readonly customerId: string | null;
  /** What the customer has more of (above zero) or less of; of a debt, what is owed more or less. */
  readonly amountSom: Som;
  readonly reason: string;
  readonly second: SecondPerson;
}

/**
 * Notes a correction for the owner's list and follows its document; answers the id that is both. The posting is the
 * caller's: `post(trx, posting, { documentKind: 'corrected', documentId: id, … })`.
 */
export async function noteCorrection(
  scope: Pick<WriteScope, 'trx' | 'actor' | 'businessDay' | 'newId' | 'now' | 'tillId' | 'follow'>,
  { account, subjectId, customerId, amountSom, reason, second }: Correction,
): Promise<string> {
  const document = documentOf(scope, 'corrected', {
    account,
    subjectId,
    amountSom,
    // Why stands in the row: what people type may name somebody, and this record is kept for ever.
    isAlone: second.isAlone,
  });
  await scope.trx
    .insertInto('correction')
    .values({
      id: document.id,
      account_kind: account,
      subject_id: subjectId,
      customer_id: customerId,
      amount_som: amountSom,
      reason,
      person_id: scope.actor.personId,
      approver_id: second.approverId,
      is_alone: second.isAlone ? 1 : 0,
      business_day: scope.businessDay,
      corrected_at: scope.now,
      seen_at: null,
    })
    .execute();
  await scope.follow({ ...document, customerId });
  return document.id;
}

/** Corrections of a customer who turned out to be another one are told of that one. */
export async function bringCorrectionsAlong(trx: Trx, formerId: string, customerId: string): Promise<void> {
  await trx
    .updateTable('correction')
    .set({ customer_id: customerId })
    .where('customer_id', '=', formerId)
    .execute();
}

/**
 * Answers a posting of an earlier document with its opposite; nothing when the document posted nothing for the reason.
 * Answers the entries of the earlier one.
 */
export async function postBack(
  trx: Trx,
  earlier: Pick<PostingCause, 'documentKind' | 'documentId' | 'reason'>,
  cause: PostingCause,
): Promise<Posting> {
  const entries = await trx
    .selectFrom('posting')
    .innerJoin('posting_entry', 'posting_entry.posting_id', 'posting.id')
    .select(['posting_entry.account_kind', 'posting_entry.subject_id', 'posting_entry.amount_som'])
    .where('posting.document_kind', '=', earlier.documentKind)
    .where('posting.document_id', '=', earlier.documentId)
    .where('posting.reason', '=', earlier.reason)
    .orderBy('posting_entry.entry_no')
    .execute();
  const posted = entries.map((entry) => ({
    account: entry.account_kind as AccountKind,
    subjectId: entry.subject_id,
    amountSom: som(entry.amount_som),
  }));
  const opposite = posted.map((entry) => ({ ...entry, amountSom: som(-entry.amountSom) }));
  await post(trx, opposite, cause);
  return posted;
}
