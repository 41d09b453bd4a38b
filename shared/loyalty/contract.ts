/** What a screen may ask about a customer's bonus and the friends they brought. */
import { z } from 'zod';
import { readVerb, writeVerb } from '../verb.ts';
import { businessDaySchema, idSchema, instantSchema, signedSomSchema, somSchema } from '../wire.ts';

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
    }),
  ),
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
};
