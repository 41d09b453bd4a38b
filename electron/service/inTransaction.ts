/** What others let happen to complaints and contacts: escalation, a new owner, words that are forgotten. */
import type { Kysely, Transaction } from 'kysely';
import { warnAfterMinutes } from '../../shared/service/responseClock.ts';
import { addSeconds, type Instant } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { activePeople } from '../staff/queries.ts';
import type { WriteScope } from '../verb.ts';
import { takeStep } from './complaintSteps.ts';

export { forgetOldWords } from './forgetOldWords.ts';
export { handOverTasks } from './tasks.ts';
export { customerWaiting } from './waitingGoods.ts';

/** Complaints that nobody answered and of whose deadline little is left; each is told once. */
export function complaintsToEscalate(db: Kysely<Tables>, now: Instant) {
  return db
    .selectFrom('complaint')
    .selectAll()
    .where('state', '=', 'open')
    .where('asked_at', '<=', addSeconds(now, -warnAfterMinutes * 60))
    .where('escalated_at', 'is', null)
    .orderBy('asked_at')
    .execute();
}

/**
 * Four hours before the deadline an unanswered complaint becomes the owner's, unless somebody sees to it already; the step
 * and its document say so either way. Answers how many there were.
 */
export async function escalateComplaints(scope: WriteScope): Promise<number> {
  const late = await complaintsToEscalate(scope.trx, scope.now);
  if (late.length === 0) return 0;
  const owner = (await activePeople(scope.trx)).find(({ role }) => role === 'owner');
  for (const complaint of late) {
    const takesOver = complaint.owner_id === null && owner !== undefined;
    await takeStep(scope, complaint, {
      kind: 'escalated',
      ...(takesOver ? { ownerId: owner.id } : {}),
    });
  }
  return late.length;
}

/** The complaints of somebody who leaves go to whoever takes their work; with nobody they wait for everybody. */
export async function handOverComplaints(
  scope: WriteScope,
  { fromId, toId }: { readonly fromId: string; readonly toId: string | null },
): Promise<void> {
  const theirs = await scope.trx
    .selectFrom('complaint')
    .selectAll()
    .where('owner_id', '=', fromId)
    .where('state', '!=', 'closed')
    .execute();
  for (const complaint of theirs) await takeStep(scope, complaint, { kind: 'assigned', ownerId: toId });
}

/**
 * Empties what customers said and what was said to them, and how they were reached; days, scores, topics and channels stay.
 * `customerIds` are the customer's own id and those of everybody who became them.
 */
export async function forgetServiceWords(
  trx: Transaction<Tables>,
  customerIds: readonly string[],
): Promise<void> {
  if (customerIds.length === 0) return;
  const ids = [...customerIds];
  const theirs = trx.selectFrom('complaint').select('id').where('customer_id', 'in', ids);
  await trx
    .updateTable('complaint_step')
    .set({ words: '' })
    .where('complaint_id', 'in', theirs)
    .where('words', '!=', '')
    .execute();
  await trx.updateTable('complaint').set({ words: '', reach: '' }).where('customer_id', 'in', ids).execute();
  for (const table of ['feedback', 'contact'] as const) {
    await trx.updateTable(table).set({ words: '' }).where('customer_id', 'in', ids).execute();
  }
}

/**
 * Empties what customers wished for and were promised in words, and how they were reached; products, sums, days and states
 * stay. `customerIds` are the customer's own id and those of everybody who became them.
 */
export async function forgetWishWords(
  trx: Transaction<Tables>,
  customerIds: readonly string[],
): Promise<void> {
  if (customerIds.length === 0) return;
  const ids = [...customerIds];
  const tasks = trx.selectFrom('task').select('id').where('customer_id', 'in', ids);
  const orders = trx.selectFrom('special_order').select('id').where('customer_id', 'in', ids);
  await trx
    .updateTable('task_try')
    .set({ words: '' })
    .where('task_id', 'in', tasks)
    .where('words', '!=', '')
    .execute();
  await trx
    .updateTable('order_step')
    .set({ words: '' })
    .where('order_id', 'in', orders)
    .where('words', '!=', '')
    .execute();
  await trx.updateTable('task').set({ words: '', reach: '' }).where('customer_id', 'in', ids).execute();
  await trx
    .updateTable('special_order')
    .set({ words: '', note: '' })
    .where('customer_id', 'in', ids)
    .execute();
  await trx
    .updateTable('wish')
    .set({ words: '', words_key: '', reach: '' })
    .where('customer_id', 'in', ids)
    .execute();
}
