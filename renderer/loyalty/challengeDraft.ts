/** A challenge while it is being written down: fields may be empty. */
import type { z } from 'zod';
import { loyaltyContract } from '../../shared/loyalty/contract.ts';
import type { ChallengeRule } from '../../shared/loyalty/gameContract.ts';
import { type Som, som } from '../../shared/money.ts';
import type { LocalText } from '../../shared/text.ts';
import { addDays, type BusinessDay } from '../../shared/time.ts';
import { schemaOf } from '../app/form.ts';
import { draftSchema } from './draftSchema.ts';
import { newReward, type TypedReward } from './gameReward.ts';

export type TypedGoal =
  | { readonly kind: 'visits'; readonly visits: number | null }
  | { readonly kind: 'spend'; readonly sumSom: Som | null };

export interface ChallengeDraft {
  readonly challenge: {
    readonly challengeId: string;
    readonly name: LocalText;
    readonly goal: TypedGoal;
    readonly withinDays: number | null;
    readonly from: string | null;
    readonly to: string | null;
    readonly reward: TypedReward;
    /** All languages empty: none. */
    readonly badge: LocalText;
  };
}

/** What a newly chosen kind of goal begins with. */
export function newGoal(kind: TypedGoal['kind']): TypedGoal {
  return kind === 'visits' ? { kind, visits: 3 } : { kind, sumSom: som(500_000) };
}

/** Three visits in two weeks, open for a month. */
export function newChallengeDraft(challengeId: string, today: BusinessDay): ChallengeDraft {
  return {
    challenge: {
      challengeId,
      name: {},
      goal: newGoal('visits'),
      withinDays: 14,
      from: today,
      to: addDays(today, 29),
      reward: newReward('bonus'),
      badge: {},
    },
  };
}

export function challengeDraftOf(rule: ChallengeRule): ChallengeDraft {
  const { challengeId, name, goal, withinDays, from, to, reward, badge } = rule;
  return { challenge: { challengeId, name, goal, withinDays, from, to, reward, badge: badge ?? {} } };
}

const verbSchema = schemaOf(loyaltyContract.saveChallenge).omit({ intentionId: true, approval: true });
export type CheckedChallenge = z.output<typeof verbSchema>;

const isBlank = (text: LocalText): boolean => Object.values(text).every((words) => (words ?? '') === '');

export const challengeDraftSchema: z.ZodType<CheckedChallenge> = draftSchema(
  verbSchema,
  ({ challenge }: ChallengeDraft) => ({
    challenge: { ...challenge, badge: isBlank(challenge.badge) ? null : challenge.badge },
  }),
).refine(({ challenge }) => challenge.from <= challenge.to, { path: ['challenge', 'to'] });

export type ChallengeState = 'upcoming' | 'running' | 'over' | 'ended';

/**
 * What a challenge is doing on a day.
 *
 * | ended by hand | day            | shown    |
 * |---------------|----------------|----------|
 * | yes           | any            | ended    |
 * | no            | before `from`  | upcoming |
 * | no            | `from` … `to`  | running  |
 * | no            | after `to`     | over     |
 */
export function challengeState(
  { isEnded, from, to }: Pick<ChallengeRule, 'from' | 'to'> & { readonly isEnded: boolean },
  today: BusinessDay,
): ChallengeState {
  if (isEnded) return 'ended';
  if (today < from) return 'upcoming';
  return today <= to ? 'running' : 'over';
}
