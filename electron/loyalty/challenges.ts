/** Challenges inside the sale's transaction: how far a customer is, and what is reached by a receipt. */
import type { Kysely } from 'kysely';
import { type BoughtOnDay, challengeProgress } from '../../shared/loyalty/challenge.ts';
import type { ChallengeStanding } from '../../shared/loyalty/contract.ts';
import type { ChallengeRule } from '../../shared/loyalty/gameContract.ts';
import type { BusinessDay } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import type { WriteScope } from '../verb.ts';
import { insertReached, paidDaysSince, reachedBy, runningChallenges } from './challengesQueries.ts';

type Db = Kysely<Tables>;

/** How far a customer is with each challenge of the day that they have not reached yet. */
export async function challengeStandings(
  db: Db,
  customerId: string,
  day: BusinessDay,
): Promise<readonly ChallengeStanding[]> {
  const { open, bought } = await openChallenges(db, customerId, day);
  return open.map((challenge) => standingOf(challenge, bought, day));
}

async function openChallenges(db: Db, customerId: string, day: BusinessDay) {
  const running = await runningChallenges(db, day);
  if (running.length === 0) return { open: [], bought: [] };
  const reached = await reachedBy(db, customerId);
  const open = running.filter(({ challengeId }) => !reached.has(challengeId));
  const first = open.reduce((earliest, { from }) => (from < earliest ? from : earliest), day);
  return { open, bought: open.length === 0 ? [] : await paidDaysSince(db, customerId, first) };
}

function standingOf(
  challenge: ChallengeRule,
  bought: readonly BoughtOnDay[],
  day: BusinessDay,
): ChallengeStanding {
  const { done, needed, daysLeft } = challengeProgress(challenge, bought, day);
  const { challengeId, name, goal } = challenge;
  return { challengeId, name, goal: goal.kind, done, needed, daysLeft };
}

export interface Challenged {
  /** Where something is done but not all. */
  readonly standings: readonly ChallengeStanding[];
  readonly reached: readonly ChallengeRule[];
}

/**
 * Notes which challenges a customer has reached with a receipt; each is reached once. What the receipt paid must stand in
 * the customer's days already.
 */
export async function reachChallenges(
  scope: Pick<WriteScope, 'trx' | 'now'>,
  {
    saleId,
    customerId,
    day,
  }: { readonly saleId: string; readonly customerId: string; readonly day: BusinessDay },
): Promise<Challenged> {
  const { open, bought } = await openChallenges(scope.trx, customerId, day);
  const standings: ChallengeStanding[] = [];
  const reached: ChallengeRule[] = [];
  for (const challenge of open) {
    if (!challengeProgress(challenge, bought, day).isReached) {
      standings.push(standingOf(challenge, bought, day));
      continue;
    }
    reached.push(challenge);
    await insertReached.one(scope.trx, {
      challenge_id: challenge.challengeId,
      customer_id: customerId,
      document_id: saleId,
      business_day: day,
      reached_at: scope.now,
    });
  }
  return { standings: standings.filter(({ done }) => done > 0), reached };
}
