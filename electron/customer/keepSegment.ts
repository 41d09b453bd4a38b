/** Groups as the shop keeps them, and who was in them when they were last counted: how the till knows a customer's groups at once. */
import type { Kysely } from 'kysely';
import { type SegmentRule, segmentRuleSchema } from '../../shared/customer/segment.ts';
import type { LocalText } from '../../shared/text.ts';
import type { Instant } from '../../shared/time.ts';
import { hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';
import { transact } from '../database/transact.ts';

type Db = Kysely<Tables>;

export interface KeptSegment {
  readonly id: string;
  readonly name: LocalText;
  readonly rule: SegmentRule;
  /** When the till was last told who is in it; null for a group that no live promotion is for. */
  readonly countedAt: string | null;
}

/** The groups that the shop made and has not removed, the oldest first. */
export async function keptSegments(db: Db): Promise<readonly KeptSegment[]> {
  const rows = await db
    .selectFrom('segment')
    .select(['id', 'name_json', 'rule_json', 'counted_at'])
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: JSON.parse(row.name_json) as LocalText,
    rule: segmentRuleSchema.parse(JSON.parse(row.rule_json)),
    countedAt: row.counted_at,
  }));
}

const segmentsOfCustomer = hotQuery((db: Db, value: { customerId: string }) =>
  db.selectFrom('segment_member').select('segment_id').where('customer_id', '=', value.customerId),
);

/** The groups in which the till knows a customer to be: one statement by an index. */
export async function keptSegmentsOf(db: Db, customerId: string): Promise<readonly string[]> {
  return (await segmentsOfCustomer.all(db, { customerId })).map((row) => row.segment_id);
}

/** So many rows are written in one transaction: the next customer waits no longer than for these. */
const rowsAtOnce = 300;

/**
 * Tells the till who is in a group: only who came and who left is written, a little at a time. Must stand outside any
 * transaction. `ids` are customers of today; null empties a group that no promotion is for any more.
 */
export async function keepMembers(
  db: Db,
  segmentId: string,
  ids: readonly string[] | null,
  now: Instant,
  turn: () => Promise<void>,
): Promise<void> {
  const rows = await db
    .selectFrom('segment_member')
    .select('customer_id')
    .where('segment_id', '=', segmentId)
    .execute();
  const before = new Set(rows.map((row) => row.customer_id));
  const after = new Set(ids ?? []);
  const gone = [...before].filter((id) => !after.has(id));
  const come = [...after].filter((id) => !before.has(id));
  for (const part of partsOf(gone)) {
    await turn();
    await transact(db, async (trx) => {
      await trx
        .deleteFrom('segment_member')
        .where('segment_id', '=', segmentId)
        .where('customer_id', 'in', part)
        .execute();
    });
  }
  for (const part of partsOf(come)) {
    await turn();
    const members = part.map((id) => ({ segment_id: segmentId, customer_id: id }));
    await transact(db, async (trx) => {
      await trx
        .insertInto('segment_member')
        .values(members)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    });
  }
  await transact(db, async (trx) => {
    await trx
      .updateTable('segment')
      .set({ counted_at: ids === null ? null : now })
      .where('id', '=', segmentId)
      .execute();
  });
}

function partsOf(ids: readonly string[]): readonly (readonly string[])[] {
  const parts: (readonly string[])[] = [];
  for (let from = 0; from < ids.length; from += rowsAtOnce) parts.push(ids.slice(from, from + rowsAtOnce));
  return parts;
}
