/** The SQL of challenges: those that run, what customers paid on each day, and who reached which. */
import type { Kysely, Selectable } from 'kysely';
import type { BoughtOnDay } from '../../shared/loyalty/challenge.ts';
import type { ChallengeReward, ChallengeRule } from '../../shared/loyalty/gameContract.ts';
import { som } from '../../shared/money.ts';
import type { LocalText } from '../../shared/text.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import { hotInsert, hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;

export interface StoredChallenge extends ChallengeRule {
  readonly isEnded: boolean;
}

/** A challenge as its row keeps it; the row was checked when it was written. */
export function challengeOfRow(row: Selectable<Tables['challenge']>): StoredChallenge {
  return {
    challengeId: row.id,
    name: JSON.parse(row.name_json) as LocalText,
    goal: JSON.parse(row.goal_json) as ChallengeRule['goal'],
    withinDays: row.within_days,
    from: row.from_on as BusinessDay,
    to: row.to_on as BusinessDay,
    reward: JSON.parse(row.reward_json) as ChallengeReward,
    badge: row.badge_json === null ? null : (JSON.parse(row.badge_json) as LocalText),
    isEnded: row.ended_at !== null,
  };
}

const runningQuery = hotQuery((db: Db, value: { day: string }) =>
  db
    .selectFrom('challenge')
    .selectAll()
    .where('ended_at', 'is', null)
    .where('from_on', '<=', value.day)
    .where('to_on', '>=', value.day)
    .orderBy('to_on')
    .orderBy('id'),
);

/** The challenges of a day, those that end first. */
export async function runningChallenges(db: Db, day: BusinessDay): Promise<readonly StoredChallenge[]> {
  return (await runningQuery.all(db, { day })).map(challengeOfRow);
}

const reachedQuery = hotQuery((db: Db, value: { customerId: string }) =>
  db.selectFrom('challenge_reached').select('challenge_id').where('customer_id', '=', value.customerId),
);

/** The challenges that a customer reached already. */
export async function reachedBy(db: Db, customerId: string): Promise<ReadonlySet<string>> {
  return new Set((await reachedQuery.all(db, { customerId })).map((row) => row.challenge_id));
}

const paidDaysQuery = hotQuery((db: Db, value: { customerId: string; first: string }) =>
  db
    .selectFrom('customer_paid_day')
    .select(['business_day', 'paid_som'])
    .where('customer_id', '=', value.customerId)
    .where('business_day', '>=', value.first)
    .orderBy('business_day'),
);

/** What a customer paid on each day from one on. */
export async function paidDaysSince(
  db: Db,
  customerId: string,
  first: BusinessDay,
): Promise<readonly BoughtOnDay[]> {
  const rows = await paidDaysQuery.all(db, { customerId, first });
  return rows.map((row) => ({ day: row.business_day as BusinessDay, paidSom: som(row.paid_som) }));
}

export const insertReached = hotInsert('challenge_reached', [
  'challenge_id',
  'customer_id',
  'document_id',
  'business_day',
  'reached_at',
]);

const forgetReachedQuery = hotQuery((db: Db, value: { documentId: string }) =>
  db.deleteFrom('challenge_reached').where('document_id', '=', value.documentId),
);

/** What was reached by one receipt is reached no more. */
export async function forgetReached(db: Db, documentId: string): Promise<void> {
  await forgetReachedQuery.all(db, { documentId });
}

/** The badges of a customer, the newest first. */
export async function badgesOf(
  db: Db,
  customerId: string,
): Promise<readonly { readonly name: LocalText; readonly reachedOn: BusinessDay }[]> {
  const rows = await db
    .selectFrom('challenge_reached')
    .innerJoin('challenge', 'challenge.id', 'challenge_reached.challenge_id')
    .select(['challenge.badge_json', 'challenge_reached.business_day'])
    .where('challenge_reached.customer_id', '=', customerId)
    .where('challenge.badge_json', 'is not', null)
    .orderBy('challenge_reached.reached_at', 'desc')
    .orderBy('challenge.id')
    .execute();
  return rows.map((row) => ({
    name: JSON.parse(row.badge_json ?? '{}') as LocalText,
    reachedOn: row.business_day as BusinessDay,
  }));
}

/** One challenge, or null when nobody made it. */
export async function challengeOf(db: Db, challengeId: string): Promise<StoredChallenge | null> {
  const row = await db.selectFrom('challenge').selectAll().where('id', '=', challengeId).executeTakeFirst();
  return row === undefined ? null : challengeOfRow(row);
}

/** All challenges with how many customers reached each, the newest first. */
export async function allChallenges(
  db: Db,
): Promise<readonly (StoredChallenge & { readonly reached: number })[]> {
  const rows = await db
    .selectFrom('challenge')
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom('challenge_reached')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('challenge_reached.challenge_id', '=', 'challenge.id')
        .as('reached'),
    )
    .orderBy('from_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({ ...challengeOfRow(row), reached: row.reached ?? 0 }));
}

/** Who reached a challenge, the latest first; `before` is the last one of the page before. */
export async function reachedPage(
  db: Db,
  challengeId: string,
  before: { readonly at: string; readonly customerId: string } | null,
  limit: number,
) {
  let query = db
    .selectFrom('challenge_reached')
    .innerJoin('customer', 'customer.id', 'challenge_reached.customer_id')
    .select([
      'challenge_reached.customer_id',
      'challenge_reached.reached_at',
      'customer.name',
      'customer.phone',
    ])
    .where('challenge_reached.challenge_id', '=', challengeId);
  if (before !== null) {
    query = query.where((eb) =>
      eb.or([
        eb('challenge_reached.reached_at', '<', before.at),
        eb.and([
          eb('challenge_reached.reached_at', '=', before.at),
          eb('challenge_reached.customer_id', '<', before.customerId),
        ]),
      ]),
    );
  }
  const rows = await query
    .orderBy('challenge_reached.reached_at', 'desc')
    .orderBy('challenge_reached.customer_id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    customerId: row.customer_id,
    name: row.name,
    phone: row.phone,
    at: row.reached_at as Instant,
  }));
}
