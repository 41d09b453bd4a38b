/** The verbs of challenges: made, changed before they begin, ended, and who reached them. */
import { Refusal } from '../../shared/errors.ts';
import { mayBecome } from '../../shared/loyalty/challengeChange.ts';
import { loyaltyContract } from '../../shared/loyalty/contract.ts';
import { documentOf } from '../document.ts';
import { readingVerb, writingVerb } from '../verb.ts';
import { allChallenges, challengeOf, reachedPage } from './challengesQueries.ts';
import { requireSeries } from './rewardSeries.ts';
import { shownName } from './shownName.ts';

export const listChallenges = readingVerb(loyaltyContract.challenges, async ({ db }) => ({
  challenges: [...(await allChallenges(db))],
}));

/** Makes a challenge; one that has begun keeps what customers were told of it (`ChallengeBegun`). */
export const saveChallenge = writingVerb(loyaltyContract.saveChallenge, async (scope, { challenge }) => {
  const { trx, businessDay } = scope;
  const { challengeId, name, goal, withinDays, from, to, reward, badge } = challenge;
  if (to < from || to < businessDay) throw new Refusal('DaysWrong');
  const earlier = await challengeOf(trx, challengeId);
  if (earlier !== null && !mayBecome(earlier, challenge, businessDay)) throw new Refusal('ChallengeBegun');
  await requireSeries(trx, reward);
  const values = {
    name_json: JSON.stringify(name),
    goal_json: JSON.stringify(goal),
    within_days: withinDays,
    from_on: from,
    to_on: to,
    reward_json: JSON.stringify(reward),
    badge_json: badge === null ? null : JSON.stringify(badge),
  };
  if (earlier === null) {
    await trx
      .insertInto('challenge')
      .values({ id: challengeId, ended_at: null, created_at: scope.now, ...values })
      .execute();
  } else {
    await trx.updateTable('challenge').set(values).where('id', '=', challengeId).execute();
  }
  await scope.follow(documentOf(scope, 'challengeSaved', JSON.parse(JSON.stringify({ challenge }))));
  scope.changed('loyalty');
  return {};
});

/** Ends a challenge before its last day; who reached it keeps everything. Again changes nothing. */
export const endChallenge = writingVerb(loyaltyContract.endChallenge, async (scope, { challengeId }) => {
  const { trx, now } = scope;
  const challenge = await challengeOf(trx, challengeId);
  if (challenge === null) throw new Refusal('NotFound', { what: 'challenge' });
  if (challenge.isEnded) return {};
  await trx.updateTable('challenge').set({ ended_at: now }).where('id', '=', challengeId).execute();
  await scope.follow(documentOf(scope, 'challengeSaved', { challengeId, isEnded: true }));
  scope.changed('loyalty');
  return {};
});

export const challengeReached = readingVerb(
  loyaltyContract.challengeReached,
  async ({ db }, { challengeId, cursor, limit }) => {
    const [at, customerId] = cursor?.split(' ') ?? [];
    const before = at === undefined || customerId === undefined ? null : { at, customerId };
    const rows = await reachedPage(db, challengeId, before, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      reached: shown.map((row) => ({ customerId: row.customerId, name: shownName(row), at: row.at })),
      nextCursor: rows.length > limit && last !== undefined ? `${last.at} ${last.customerId}` : null,
    };
  },
);
