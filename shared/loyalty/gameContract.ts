/** Stamp cards and challenges: what a customer collects, and what a full card or a reached goal brings. */
import { z } from 'zod';
import { scopeSchema } from '../promotion/scope.ts';
import { readVerb, writeVerb } from '../verb.ts';
import {
  businessDaySchema,
  idSchema,
  instantSchema,
  localTextSchema,
  pageSchema,
  someWords,
  somSchema,
} from '../wire.ts';

/** Bonus with a life of its own (0 days: for ever), or a personal coupon of a series. */
const bonusRewardSchema = z.object({
  kind: z.literal('bonus'),
  bonusSom: somSchema.refine((bonus) => bonus > 0),
  expiryDays: z.int().min(0).max(3650),
});
const couponRewardSchema = z.object({ kind: z.literal('coupon'), seriesId: idSchema });

export const challengeRewardSchema = z.discriminatedUnion('kind', [bonusRewardSchema, couponRewardSchema]);
export type ChallengeReward = z.output<typeof challengeRewardSchema>;

export const stampRewardSchema = z.discriminatedUnion('kind', [
  /** "The tenth is free": the cheapest stamped piece of a later basket costs nothing. */
  z.object({ kind: z.literal('freePiece') }),
  bonusRewardSchema,
  couponRewardSchema,
]);
export type StampReward = z.output<typeof stampRewardSchema>;

export const stampCardSchema = z.object({
  stampCardId: idSchema,
  name: localTextSchema,
  scope: scopeSchema,
  /** A full card: 9 for "the tenth is free". */
  needed: z.int().min(1).max(100),
  /** After a pause longer than this the customer begins anew; 0 for never. */
  validDays: z.int().min(0).max(3650),
  reward: stampRewardSchema,
});
export type StampCardRule = z.output<typeof stampCardSchema>;

export const challengeGoalSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('visits'), visits: z.int().min(1).max(1000) }),
  z.object({ kind: z.literal('spend'), sumSom: somSchema.refine((sum) => sum > 0) }),
]);

export const challengeSchema = z.object({
  challengeId: idSchema,
  name: localTextSchema,
  goal: challengeGoalSchema,
  /** The days from the first to the last that count together, both included. */
  withinDays: z.int().min(1).max(366),
  from: businessDaySchema,
  to: businessDaySchema,
  reward: challengeRewardSchema,
  /** What whoever reaches it may be called; null for none. */
  badge: localTextSchema.nullable(),
});
export type ChallengeRule = z.output<typeof challengeSchema>;

const seriesRefusals = { SeriesUnknown: z.object({}) };

export const gameVerbs = {
  stampCards: readVerb({
    action: 'loyalty.read',
    input: z.object({}),
    output: z.object({
      stampCards: z.array(
        stampCardSchema.extend({
          isActive: z.boolean(),
          /** Customers with at least one stamp or a full card, and full cards in all. */
          customers: z.int(),
          fullCards: z.int(),
        }),
      ),
    }),
    refusals: {},
  }),
  saveStampCard: writeVerb({
    action: 'loyalty.changeProgramme',
    input: { stampCard: stampCardSchema, isActive: z.boolean() },
    output: z.object({}),
    refusals: { ...seriesRefusals, StampCardInUse: z.object({ name: localTextSchema }) },
  }),
  /** What a customer has on a card, on the receipt printer; refused NotFound where they never had a stamp on it. */
  printStampCard: writeVerb({
    action: 'loyalty.read',
    input: { customerId: idSchema, stampCardId: idSchema },
    output: z.object({}),
    refusals: { NoPrinter: z.object({}) },
  }),
  challenges: readVerb({
    action: 'loyalty.read',
    input: z.object({}),
    output: z.object({
      challenges: z.array(challengeSchema.extend({ isEnded: z.boolean(), reached: z.int() })),
    }),
    refusals: {},
  }),
  saveChallenge: writeVerb({
    action: 'loyalty.changeProgramme',
    input: { challenge: challengeSchema },
    output: z.object({}),
    refusals: { ...seriesRefusals, DaysWrong: z.object({}), ChallengeBegun: z.object({}) },
  }),
  endChallenge: writeVerb({
    action: 'loyalty.changeProgramme',
    input: { challengeId: idSchema },
    output: z.object({}),
    refusals: {},
  }),
  challengeReached: readVerb({
    action: 'loyalty.read',
    input: pageSchema.extend({ challengeId: idSchema }),
    output: z.object({
      reached: z.array(z.object({ customerId: idSchema, name: z.string(), at: instantSchema })),
      nextCursor: z.string().nullable(),
    }),
    refusals: {},
  }),
};

/** A prize as it is named to customers. */
export const prizeSchema = someWords(120);
