/** What a screen may ask about a customer's bonus and the friends they brought. */
import { z } from 'zod';
import { readVerb, writeVerb } from '../verb.ts';
import {
  businessDaySchema,
  idSchema,
  instantSchema,
  localTextSchema,
  signedSomSchema,
  somSchema,
} from '../wire.ts';
import { charityVerbs } from './charityContract.ts';
import { deedVerbs } from './deedContract.ts';
import { drawVerbs } from './drawContract.ts';
import { gameVerbs } from './gameContract.ts';
import { programmeVerbs } from './programmeContract.ts';
import { surpriseVerbs } from './surpriseContract.ts';

export const bonusAccountSchema = z.object({
  balanceSom: signedSomSchema,
  spendableSom: somSchema,
  expiringSoonSom: somSchema,
  nextExpiryOn: businessDaySchema.nullable(),
  movements: z.array(
    z.object({
      at: instantSchema,
      kind: z.enum(['earned', 'spent', 'expired', 'claimed', 'corrected', 'givenBack', 'takenBack']),
      amountSom: signedSomSchema,
      receiptNumber: z.int().nullable(),
      /** Why, where it was no sale: a kind of deed, `referral`, `correction`, `payOut`, `donation`, `challenge`, `stamps`. */
      reason: z.string().nullable(),
      /** The lot's last day, of what was earned. */
      expiresOn: businessDaySchema.nullable(),
    }),
  ),
});

/** How far a customer is on the ladder of tiers. */
export const tierStandingSchema = z.object({
  /** Null below the first tier. */
  current: z
    .object({ tierId: idSchema, name: localTextSchema, privilege: localTextSchema.nullable() })
    .nullable(),
  paidSom: signedSomSchema,
  /** Null on the highest one, or where the shop has none. */
  next: z.object({ name: localTextSchema, missingSom: somSchema }).nullable(),
});
export type TierStanding = z.output<typeof tierStandingSchema>;

export const stampStandingSchema = z.object({
  stampCardId: idSchema,
  name: localTextSchema,
  stamps: z.int(),
  needed: z.int(),
  /** Free pieces that wait. */
  fullCards: z.int(),
});
export type StampStanding = z.output<typeof stampStandingSchema>;

export const challengeStandingSchema = z.object({
  challengeId: idSchema,
  name: localTextSchema,
  goal: z.enum(['visits', 'spend']),
  done: z.int(),
  needed: z.int(),
  daysLeft: z.int().nullable(),
});
export type ChallengeStanding = z.output<typeof challengeStandingSchema>;

/** Everything a customer has collected beside bonus. */
export const standingSchema = z.object({
  tier: tierStandingSchema,
  stamps: z.array(stampStandingSchema),
  challenges: z.array(challengeStandingSchema),
  badges: z.array(z.object({ name: localTextSchema, reachedOn: businessDaySchema })),
  draws: z.array(z.object({ drawId: idSchema, name: localTextSchema, tickets: z.array(z.int()) })),
});

export const referralStates = ['waiting', 'rewarded', 'refused', 'takenBack'] as const;

/** Why a friend does not count. */
export const referralRefusals = {
  ReferralOff: z.object({}),
  ReferralUnknown: z.object({}),
  /** The friend must be attached and have given a phone. */
  ReferralNeedsCustomer: z.object({}),
  ReferralOwnCode: z.object({}),
  ReferralSamePhone: z.object({}),
  ReferralSameCard: z.object({}),
  /** Both came into being at this till on this day. */
  ReferralSameDay: z.object({}),
  ReferralNotNew: z.object({}),
  ReferralAlready: z.object({}),
  /** The referrer never bought anything. */
  ReferralReferrerNew: z.object({}),
  ReferralTooMany: z.object({ atMost: z.int() }),
};
export type ReferralRefusalCode = keyof typeof referralRefusals;

/** Why a friend who was sent brought nothing: refused at the till, or a first purchase that was too small. */
export const referralReasons = [
  ...(Object.keys(referralRefusals) as ReferralRefusalCode[]),
  'ReferralBelowSum',
] as const;
export type ReferralReason = (typeof referralReasons)[number];

export const loyaltyContract = {
  /** A customer's own code for friends, made when there is none. */
  referralCode: writeVerb({
    action: 'loyalty.referralCode',
    input: { customerId: idSchema },
    output: z.object({ code: z.string() }),
    refusals: { ReferralOff: z.object({}), ReferralNeedsCustomer: z.object({}) },
  }),
  /** Whom a customer brought, and who brought them. */
  referrals: readVerb({
    action: 'loyalty.read',
    input: z.object({ customerId: idSchema }),
    output: z.object({
      code: z.string().nullable(),
      broughtBy: z.object({ customerId: idSchema, name: z.string() }).nullable(),
      friends: z.array(
        z.object({
          customerId: idSchema,
          name: z.string(),
          state: z.enum(referralStates),
          refusal: z.enum(referralReasons).nullable(),
          notedAt: instantSchema,
          bonusSom: somSchema,
        }),
      ),
    }),
    refusals: {},
  }),
  account: readVerb({
    action: 'loyalty.read',
    input: z.object({ customerId: idSchema }),
    output: bonusAccountSchema,
    refusals: {},
  }),
  standing: readVerb({
    action: 'loyalty.read',
    input: z.object({ customerId: idSchema }),
    output: standingSchema,
    refusals: {},
  }),
  ...programmeVerbs,
  ...deedVerbs,
  ...gameVerbs,
  ...drawVerbs,
  ...charityVerbs,
  ...surpriseVerbs,
};
