/** The SQL of two-choice questions: which are asked, how often each answer counts, who gave it. */
import type { Kysely } from 'kysely';
import type { PollChoice } from '../../shared/service/poll.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;

/** A row, or undefined when there is none with this id. */
export function pollRow(db: Db, id: string) {
  return db.selectFrom('poll').selectAll().where('id', '=', id).executeTakeFirst();
}
export type PollRow = NonNullable<Awaited<ReturnType<typeof pollRow>>>;

/** The questions of a business day, the oldest first. */
export function pollsInDays(db: Db, day: string) {
  return db
    .selectFrom('poll')
    .selectAll()
    .where('from_day', '<=', day)
    .where('to_day', '>=', day)
    .orderBy('from_day')
    .orderBy('id')
    .execute();
}

/** The last answer of each customer to each question; ids grow with time. */
function lastOfCustomers(db: Db) {
  return db
    .selectFrom('poll_answer')
    .select(({ fn }) => fn.max<string>('id').as('id'))
    .where('customer_id', 'is not', null)
    .groupBy(['poll_id', 'customer_id']);
}

interface Counted {
  readonly a: number;
  readonly b: number;
  readonly answers: number;
}

/** By question: every customer once with their last answer, and whoever is not known as often as they answered. */
export async function countsOfPolls(db: Db, pollId?: string): Promise<ReadonlyMap<string, Counted>> {
  let query = db
    .selectFrom('poll_answer')
    .select(({ fn }) => ['poll_id', 'choice', fn.countAll<number>().as('count')])
    .groupBy(['poll_id', 'choice']);
  if (pollId !== undefined) query = query.where('poll_id', '=', pollId);
  const all = await query.execute();
  const counted = await query
    .where(({ eb, or }) => or([eb('customer_id', 'is', null), eb('id', 'in', lastOfCustomers(db))]))
    .execute();
  const counts = new Map<string, Counted>();
  for (const { poll_id: id, count } of all) {
    const before = counts.get(id) ?? { a: 0, b: 0, answers: 0 };
    counts.set(id, { ...before, answers: before.answers + Number(count) });
  }
  for (const { poll_id: id, choice, count } of counted) {
    const before = counts.get(id) ?? { a: 0, b: 0, answers: 0 };
    counts.set(id, { ...before, [choice]: Number(count) });
  }
  return counts;
}

/** Living customers whose last answer is this one, newest first, below the answer where the page before ended. */
export async function lastAnswers(
  db: Db,
  { pollId, choice }: { readonly pollId: string; readonly choice: PollChoice },
  beforeId: string | null,
  limit: number,
) {
  let query = db
    .selectFrom('poll_answer')
    .innerJoin('customer', 'customer.id', 'poll_answer.customer_id')
    .select([
      'poll_answer.id',
      'poll_answer.at',
      'customer.id as customer_id',
      'customer.name as customer_name',
      'customer.phone_last4',
    ])
    .where('poll_answer.poll_id', '=', pollId)
    .where('poll_answer.choice', '=', choice)
    .where('poll_answer.id', 'in', lastOfCustomers(db))
    .where('customer.withdrawn_at', 'is', null)
    .where('customer.erased_at', 'is', null)
    .where('customer.merged_into_id', 'is', null);
  if (beforeId !== null) query = query.where('poll_answer.id', '<', beforeId);
  return query.orderBy('poll_answer.id', 'desc').limit(limit).execute();
}
