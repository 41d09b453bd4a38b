/** The SQL of tasks: rows with everything a list shows of them, how many wait, and with whom a customer already is. */
import type { Kysely, Selectable } from 'kysely';
import type { BusinessDay } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;

export type TaskRow = Selectable<Tables['task']>;

export function tasksJoined(db: Db) {
  return db
    .selectFrom('task')
    .leftJoin('customer', 'customer.id', 'task.customer_id')
    .leftJoin('person', 'person.id', 'task.person_id')
    .leftJoin('person as closer', 'closer.id', 'task.closed_by')
    .leftJoin('wish', 'wish.id', 'task.wish_id')
    .leftJoin('special_order', 'special_order.id', 'task.order_id')
    .leftJoin('product', (join) =>
      join.on(({ eb, fn, ref }) =>
        eb('product.id', '=', fn.coalesce(ref('wish.product_id'), ref('special_order.product_id'))),
      ),
    )
    .leftJoin('task_try', (join) =>
      join.onRef('task_try.task_id', '=', 'task.id').onRef('task_try.try_no', '=', 'task.tries'),
    )
    .selectAll('task')
    .select([
      'customer.name as customer_name',
      'customer.phone',
      'customer.phone_last4',
      'customer.preferred_hour',
      'person.name as person_name',
      'closer.name as closer_name',
      'product.name_json',
      'special_order.number as order_number',
      'task_try.words as try_words',
    ]);
}
export type TaskJoined = Awaited<ReturnType<ReturnType<typeof tasksJoined>['execute']>>[number];

/** What waits: one's own until today, everybody's that is late, all that are open. */
export async function taskCounts(db: Db, personId: string, today: BusinessDay) {
  const count = async (which: 'mine' | 'overdue' | 'open') => {
    let query = db
      .selectFrom('task')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('state', '=', 'open');
    if (which === 'mine') query = query.where('person_id', '=', personId).where('due_on', '<=', today);
    if (which === 'overdue') query = query.where('due_on', '<', today);
    return (await query.executeTakeFirstOrThrow()).count;
  };
  return { mine: await count('mine'), overdue: await count('overdue'), open: await count('open') };
}

/** With whom each of these customers is: who has an open task for them, else who did the last one. */
export async function keepersOf(
  db: Db,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (customerIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('task')
    .select(['customer_id', 'person_id', 'closed_by', 'state', 'planned_at'])
    .where('customer_id', 'in', [...customerIds])
    .orderBy('planned_at')
    .orderBy('id')
    .execute();
  const keepers = new Map<string, string>();
  // Later rows win, and open ones last of all.
  for (const state of ['closed', 'open'] as const) {
    for (const row of rows) {
      const keeper = state === 'open' ? row.person_id : row.closed_by;
      if (row.state === state && keeper !== null) keepers.set(row.customer_id ?? '', keeper);
    }
  }
  return keepers;
}

/**
 * Which of these customers asked not to be called: the last time that somebody heard them they said never again. Whoever was
 * reached since then is called again.
 */
export async function whoWantsNoCalls(db: Db, customerIds: readonly string[]): Promise<ReadonlySet<string>> {
  const said = new Map<string, boolean>();
  if (customerIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('task_try')
    .innerJoin('task', 'task.id', 'task_try.task_id')
    .select(['task.customer_id', 'task_try.result'])
    .where('task.customer_id', 'in', [...customerIds])
    .where('task_try.result', 'in', ['reached', 'willCome', 'neverAgain'])
    .orderBy('task_try.at')
    .execute();
  for (const row of rows) said.set(row.customer_id ?? '', row.result === 'neverAgain');
  return new Set([...said].filter(([, isNever]) => isNever).map(([id]) => id));
}

/** Which of these customers have an open task of a kind. */
export async function whoHasTask(
  db: Db,
  customerIds: readonly string[],
  kind: TaskRow['kind'],
): Promise<ReadonlySet<string>> {
  if (customerIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('task')
    .select('customer_id')
    .distinct()
    .where('customer_id', 'in', [...customerIds])
    .where('state', '=', 'open')
    .where('kind', '=', kind)
    .execute();
  return new Set(rows.map((row) => row.customer_id ?? ''));
}
