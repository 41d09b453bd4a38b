/** Merges that can still be taken back, and what is kept of them for so long. */
import type { Kysely, Transaction } from 'kysely';
import { undoHours } from '../../shared/customer/mergeContract.ts';
import { addSeconds, type Instant } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { movedRows } from '../movedRows.ts';

type Trx = Transaction<Tables>;

const hourSeconds = 3600;

/** Merges from then on can be taken back now. */
export const undoableSince = (now: Instant): Instant => addSeconds(now, -undoHours * hourSeconds);

/** Until then a merge can be taken back. */
export const undoUntil = (mergedAt: Instant): Instant => addSeconds(mergedAt, undoHours * hourSeconds);

/** Empties what merges of more than a day ago moved, and what was moved by those that were taken back. */
export async function forgetOldMerges(trx: Trx, now: Instant): Promise<void> {
  const over = trx
    .selectFrom('merge')
    .select('id')
    .where(({ eb, or }) => or([eb('merged_at', '<', undoableSince(now)), eb('undone_at', 'is not', null)]));
  await trx.deleteFrom('merge_row').where('merge_id', 'in', over).execute();
}

/** Empties what merges moved of these customers: rows as they were, with names and phones. Such a merge stands for ever. */
export async function forgetMergeRows(trx: Trx, customerIds: readonly string[]): Promise<void> {
  if (customerIds.length === 0) return;
  const theirs = trx
    .selectFrom('merge')
    .select('id')
    .where(({ eb, or }) => or([eb('into_id', 'in', customerIds), eb('from_id', 'in', customerIds)]));
  await trx.deleteFrom('merge_row').where('merge_id', 'in', theirs).execute();
}

const householdKey = 'household';

/** A household of which the last one goes is forgotten with the merge; its name is kept for as long as that can be undone. */
export async function keepHousehold(trx: Trx, mergeId: string, householdId: string | null): Promise<void> {
  if (householdId === null) return;
  const household = await trx
    .selectFrom('household')
    .selectAll()
    .where('id', '=', householdId)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('merge_row')
    .values({
      merge_id: mergeId,
      table_name: householdKey,
      row_key: householdId,
      before_json: JSON.stringify(household),
      after_json: null,
    })
    .execute();
}

/** The household is there again, if it is not there still. */
export async function giveHouseholdBack(trx: Trx, mergeId: string): Promise<void> {
  for (const { before } of await movedRows(trx, mergeId, householdKey)) {
    if (before === null) continue;
    await trx
      .insertInto('household')
      .values(before as unknown as Tables['household'])
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }
}

export interface KeptMerge {
  readonly id: string;
  readonly intoId: string;
  readonly fromId: string;
  readonly mergedAt: Instant;
}

/** Merges that were not taken back, newest first. */
export async function mergesOf(
  db: Kysely<Tables>,
  among: { readonly since?: Instant; readonly customerId?: string; readonly limit: number },
): Promise<readonly KeptMerge[]> {
  const { since, customerId, limit } = among;
  const rows = await db
    .selectFrom('merge')
    .select(['id', 'into_id', 'from_id', 'merged_at'])
    .where('undone_at', 'is', null)
    .$if(since !== undefined, (query) => query.where('merged_at', '>=', since ?? ''))
    .$if(customerId !== undefined, (query) =>
      query.where(({ eb, or }) =>
        or([eb('into_id', '=', customerId ?? ''), eb('from_id', '=', customerId ?? '')]),
      ),
    )
    .orderBy('merged_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    intoId: row.into_id,
    fromId: row.from_id,
    mergedAt: row.merged_at as Instant,
  }));
}
