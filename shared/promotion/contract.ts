/** What a screen may ask about promotions: the list in plain sentences, one to change, its states. */
import { z } from 'zod';
import { readVerb, writeVerb } from '../verb.ts';
import { businessDaySchema, idSchema, localTextSchema, somSchema } from '../wire.ts';
import type { PromotionFault } from './checkPromotion.ts';
import { type Promotion, promotionSchema } from './promotion.ts';

export const promotionStates = ['draft', 'live', 'paused', 'ended'] as const;
export type PromotionState = (typeof promotionStates)[number];

/** What the till says in all three languages; longer than what a person would type. */
export const sentenceSchema = z.object({ uz: z.string(), ru: z.string(), en: z.string() });

/** Where a promotion is changed: in its form, on the page of sale prices, or as an offer of the week. */
export const promotionOrigins = ['form', 'salePrices', 'offer'] as const;
export type PromotionOrigin = (typeof promotionOrigins)[number];

export const promotionFaultSchema = z.object({
  fault: z.enum([
    'EndBeforeStart',
    'NeverHolds',
    'HoursEmpty',
    'CardSurcharge',
    'GivesNothing',
    'GiftForNothing',
    'Unknown',
  ]),
  /** The kind of condition that can never hold. */
  condition: z.string().optional(),
  what: z.string().optional(),
  id: z.string().optional(),
}) satisfies z.ZodType<PromotionFault | { fault: string }>;

/** Two promotions that meet on the same goods on the same days, and what comes of it. */
export const conflictSchema = z.object({
  otherId: idSchema,
  otherName: localTextSchema,
  /** `bestWins`: one of the two works on each line · `alone`: one shuts out the other · `sameGoods`: equal in everything. */
  kind: z.enum(['bestWins', 'alone', 'sameGoods']),
});

export const promotionRowSchema = z.object({
  promotionId: idSchema,
  name: localTextSchema,
  /** The whole rule as a sentence in all three languages. */
  sentence: sentenceSchema,
  state: z.enum(promotionStates),
  origin: z.enum(promotionOrigins),
  from: businessDaySchema.nullable(),
  to: businessDaySchema.nullable(),
  /** A live promotion whose days have not begun, or are over. */
  isUpcoming: z.boolean(),
  isOver: z.boolean(),
  times: z.int(),
  timesToday: z.int(),
  spentSom: somSchema,
  conflicts: z.array(conflictSchema),
});
export type PromotionRow = z.output<typeof promotionRowSchema>;

/** A promotion between page and till: whole, or written down with its plain parts left out as in a file. */
export const sentPromotionSchema = promotionSchema as unknown as z.ZodType<
  Promotion,
  Promotion | z.input<typeof promotionSchema>
>;

const faulty = { PromotionFaulty: z.object({ faults: z.array(promotionFaultSchema) }) };

export const promotionContract = {
  list: readVerb({
    action: 'promotion.read',
    input: z.object({}),
    output: z.object({ promotions: z.array(promotionRowSchema) }),
    refusals: {},
  }),
  get: readVerb({
    action: 'promotion.read',
    input: z.object({ promotionId: idSchema }),
    output: z.object({
      promotion: sentPromotionSchema,
      state: z.enum(promotionStates),
      origin: z.enum(promotionOrigins),
      /** Names of everything the rule refers to by id, for the chips of the form. */
      names: z.array(z.object({ id: z.string(), name: localTextSchema })),
    }),
    refusals: {},
  }),
  /** Which promotions hold on each day of a span, for the calendar. */
  calendar: readVerb({
    action: 'promotion.read',
    input: z.object({ from: businessDaySchema, to: businessDaySchema }),
    output: z.object({
      days: z.array(z.object({ day: businessDaySchema, promotionIds: z.array(idSchema) })),
    }),
    refusals: { SpanTooLong: z.object({ atMostDays: z.int() }) },
  }),
  /** Makes a promotion (its id comes from the page) or changes one; an ended one is copied instead. */
  save: writeVerb({
    action: 'promotion.change',
    input: {
      promotion: sentPromotionSchema.refine((promotion) => idSchema.safeParse(promotion.promotionId).success),
      state: z.enum(['draft', 'live', 'paused']),
    },
    output: z.object({ promotionId: idSchema }),
    refusals: { ...faulty, PromotionEnded: z.object({}) },
  }),
  setState: writeVerb({
    action: 'promotion.change',
    input: { promotionId: idSchema, state: z.enum(['live', 'paused', 'ended']) },
    output: z.object({}),
    refusals: { ...faulty, PromotionEnded: z.object({}) },
  }),
  /** The same rule as a new draft. */
  copy: writeVerb({
    action: 'promotion.change',
    input: { promotionId: idSchema },
    output: z.object({ promotionId: idSchema }),
    refusals: {},
  }),
  /** Only a draft that never worked may go for good. */
  removeDraft: writeVerb({
    action: 'promotion.change',
    input: { promotionId: idSchema },
    output: z.object({}),
    refusals: { PromotionInUse: z.object({}) },
  }),
};
