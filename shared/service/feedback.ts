/** What a customer is asked after the sale, and how the answers of a time add up. */
import { z } from 'zod';
import { type Nps, npsAnswers, npsOf, type Share, shareOf } from './opinion.ts';

/** Why a customer is pleased or not, in one word. */
export const feedbackReasons = [
  'quality',
  'service',
  'price',
  'choice',
  'speed',
  'cleanliness',
  'other',
] as const;
export type FeedbackReason = (typeof feedbackReasons)[number];

export const feedbackKinds = ['nps', 'satisfaction'] as const;
export type FeedbackKind = (typeof feedbackKinds)[number];

/** "Would you recommend us to a friend?" is answered with 0 to 10, "how satisfied are you?" with 1 to 5. */
export const scoreSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('nps'), score: z.int().min(0).max(10) }),
  z.object({ kind: z.literal('satisfaction'), score: z.int().min(1).max(5) }),
]);
export type Score = z.output<typeof scoreSchema>;

/** How often a score was given for a reason. */
export interface CountedScore {
  readonly kind: FeedbackKind;
  readonly score: number;
  readonly reason: FeedbackReason | null;
  readonly count: number;
}

export interface Opinion {
  readonly nps: Nps;
  /** Of satisfaction: the share of answers 4 and 5; null without answers. */
  readonly satisfied: Share | null;
  readonly satisfactionAnswers: number;
  /** How often a reason was named by those who were not pleased: NPS 0 to 6, satisfaction 1 to 3. */
  readonly complaintsAbout: readonly { readonly reason: FeedbackReason; readonly count: number }[];
}

/** Whether an answer asks the shop to do something about it. */
export function isUnhappy({ kind, score }: { readonly kind: FeedbackKind; readonly score: number }): boolean {
  return kind === 'nps' ? score <= 6 : score <= 3;
}

/**
 * Whether an answer is so low that the shop asks at once what went wrong: a complaint is offered with it. Below `isUnhappy`
 * only for satisfaction, where 3 of 5 is no praise but no complaint either.
 *
 * | answer             | a complaint is offered |
 * |--------------------|------------------------|
 * | NPS 6              | yes                    |
 * | NPS 7              | no                     |
 * | satisfaction 2     | yes                    |
 * | satisfaction 3     | no                     |
 */
export function asksForComplaint({ kind, score }: Score): boolean {
  return kind === 'nps' ? score <= 6 : score <= 2;
}

/**
 * What the answers of a time say together. The most named reason comes first; reasons of equal count stand in the order of
 * `feedbackReasons`.
 *
 * | answers                                        | NPS | satisfied | complaints about |
 * |------------------------------------------------|-----|-----------|------------------|
 * | 10, 9, 6 (price)                               | 33  | none      | price 1          |
 * | satisfaction 5, 4, 2 (service), 3 (service)    | –   | 2 of 4    | service 2        |
 */
export function opinionOf(answers: readonly CountedScore[]): Opinion {
  const nps = answers.filter(({ kind }) => kind === 'nps');
  const satisfaction = answers.filter(({ kind }) => kind === 'satisfaction');
  const satisfactionAnswers = countOf(satisfaction);
  const unhappy = answers.filter(isUnhappy);
  return {
    nps: npsOf(npsAnswers(nps.flatMap(({ score, count }) => Array<number>(count).fill(score)))),
    satisfied: shareOf(countOf(satisfaction.filter(({ score }) => score >= 4)), satisfactionAnswers),
    satisfactionAnswers,
    complaintsAbout: feedbackReasons
      .map((reason) => ({ reason, count: countOf(unhappy.filter((answer) => answer.reason === reason)) }))
      .filter(({ count }) => count > 0)
      .sort((one, other) => other.count - one.count),
  };
}

function countOf(answers: readonly CountedScore[]): number {
  return answers.reduce((sum, { count }) => sum + count, 0);
}
