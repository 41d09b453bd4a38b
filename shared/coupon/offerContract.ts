/** What a screen may ask about the offer of the week: one page makes the promotion, the coupons and the text. */
import { z } from 'zod';
import { readVerb, writeVerb } from '../verb.ts';
import { businessDaySchema, idSchema, localTextSchema, somSchema } from '../wire.ts';
import { batchKinds } from './contractBatch.ts';

/** Text of several lines, ready to be copied into a message or a post. */
const readyTextSchema = z.object({ uz: z.string(), ru: z.string(), en: z.string() });

export const offerSchema = z.object({
  offerId: idSchema,
  promotionId: idSchema,
  seriesId: idSchema.nullable(),
  batchId: idSchema.nullable(),
  name: localTextSchema,
  from: businessDaySchema,
  to: businessDaySchema,
  goods: z.array(
    z.object({
      productId: idSchema,
      name: localTextSchema,
      usualSom: somSchema,
      offerSom: somSchema,
    }),
  ),
  /** Ready for messages and posts. */
  text: readyTextSchema,
});
export type Offer = z.output<typeof offerSchema>;

export const offerVerbs = {
  offers: readVerb({
    action: 'coupon.read',
    input: z.object({}),
    output: z.object({ offers: z.array(offerSchema) }),
    refusals: {},
  }),
  /** Everything at once or nothing: the promotion, and the handout coupons with their batch when they are wanted. */
  makeOffer: writeVerb({
    action: 'coupon.change',
    input: {
      name: localTextSchema,
      from: businessDaySchema,
      to: businessDaySchema,
      goods: z
        .array(z.object({ productId: idSchema, offerSom: somSchema.refine((sum) => sum > 0) }))
        .min(1)
        .max(100),
      handout: z
        .object({
          kind: z.enum(batchKinds),
          count: z.int().min(1).max(20_000),
          discountSom: somSchema.refine((sum) => sum > 0),
          minimumSom: somSchema,
        })
        .nullable(),
    },
    output: z.object({ offer: offerSchema }),
    refusals: {
      EndBeforeStart: z.object({}),
      /** Its last day is over already. */
      OfferOver: z.object({}),
      OfferTooLong: z.object({ atMostDays: z.int() }),
      OfferNotCheaper: z.object({ productId: idSchema, usualSom: somSchema }),
      ProductTwice: z.object({ productId: idSchema }),
      UnknownGoods: z.object({ id: z.string() }),
      NotDiscountable: z.object({ name: localTextSchema }),
      DiscountAboveMinimum: z.object({}),
    },
  }),
};
