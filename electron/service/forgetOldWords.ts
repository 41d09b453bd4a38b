/** Empties what was said so long ago that the shop wants to keep it no more; days, topics, scores and outcomes stay. */
import type { Transaction } from 'kysely';
import { absentBefore } from '../../shared/customer/forgetting.ts';
import { calendarOf } from '../../shared/shop/settings.ts';
import { type Instant, startOfDay } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import type { WriteScope } from '../verb.ts';

type Trx = Transaction<Tables>;

/** Something of it may still be asked about while it is open, so only what is over counts. */
async function emptyTalks(
  trx: Trx,
  table: 'contact' | 'feedback',
  before: Instant,
  atMost: number,
): Promise<number> {
  const at = table === 'contact' ? 'at' : 'given_at';
  const old = await trx
    .selectFrom(table as 'contact')
    .select('id')
    .where(at as 'at', '<', before)
    .where('words', '!=', '')
    .limit(atMost)
    .execute();
  if (old.length === 0) return 0;
  const ids = old.map(({ id }) => id);
  await trx
    .updateTable(table as 'contact')
    .set({ words: '' })
    .where('id', 'in', ids)
    .execute();
  return ids.length;
}

async function emptyComplaints(trx: Trx, before: Instant, atMost: number): Promise<number> {
  const old = await trx
    .selectFrom('complaint')
    .select('id')
    .where('state', '=', 'closed')
    .where('closed_at', '<', before)
    .where(({ eb, or }) => or([eb('words', '!=', ''), eb('reach', '!=', '')]))
    .limit(atMost)
    .execute();
  if (old.length === 0) return 0;
  const ids = old.map(({ id }) => id);
  await trx.updateTable('complaint').set({ words: '', reach: '' }).where('id', 'in', ids).execute();
  await trx
    .updateTable('complaint_step')
    .set({ words: '' })
    .where('complaint_id', 'in', ids)
    .where('words', '!=', '')
    .execute();
  return ids.length;
}

async function emptyTasks(trx: Trx, before: Instant, atMost: number): Promise<number> {
  const old = await trx
    .selectFrom('task')
    .select('id')
    .where('state', '=', 'closed')
    .where('closed_at', '<', before)
    .where(({ eb, or }) => or([eb('words', '!=', ''), eb('reach', '!=', '')]))
    .limit(atMost)
    .execute();
  if (old.length === 0) return 0;
  const ids = old.map(({ id }) => id);
  await trx.updateTable('task').set({ words: '', reach: '' }).where('id', 'in', ids).execute();
  await trx
    .updateTable('task_try')
    .set({ words: '' })
    .where('task_id', 'in', ids)
    .where('words', '!=', '')
    .execute();
  return ids.length;
}

/**
 * So many of each kind at once; answers whether there may be more. Nothing while the owner has set no months.
 *
 * | words of                | empty after so many months since |
 * |-------------------------|----------------------------------|
 * | a talk, an opinion      | it was said                      |
 * | a complaint, its steps  | it was closed                    |
 * | a task, what came of it | it was closed                    |
 */
export async function forgetOldWords(scope: WriteScope, atMost: number): Promise<boolean> {
  const { trx, settings, businessDay } = scope;
  const months = settings.forgetWordsAfterMonths;
  if (months === 0) return false;
  const before = startOfDay(absentBefore(businessDay, months), calendarOf(settings));
  const counts = {
    contacts: await emptyTalks(trx, 'contact', before, atMost),
    feedback: await emptyTalks(trx, 'feedback', before, atMost),
    complaints: await emptyComplaints(trx, before, atMost),
    tasks: await emptyTasks(trx, before, atMost),
  };
  const all = Object.values(counts);
  if (all.every((count) => count === 0)) return false;
  await scope.follow(documentOf(scope, 'wordsForgotten', counts));
  scope.changed('service', 'customer');
  return all.some((count) => count === atMost);
}
