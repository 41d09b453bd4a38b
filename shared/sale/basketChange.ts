/** What a cashier may do to the open basket in one act. */
import { z } from 'zod';
import { tenderKinds } from '../basket.ts';
import {
  businessDaySchema,
  codeSchema,
  idSchema,
  providerSchema,
  quantitySchema,
  rateSchema,
  someWords,
  somSchema,
  words,
} from '../wire.ts';
import { linesBackSchema, returnReasons } from './returnContract.ts';

/** A discount by hand: a part of the price, or a sum. */
export const manualDiscountSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('percent'),
    rateBasisPoints: rateSchema.refine((rate) => rate > 0),
  }),
  z.strictObject({ kind: z.literal('amount'), amountSom: somSchema.refine((sum) => sum > 0) }),
]);
export type ManualDiscountChoice = z.output<typeof manualDiscountSchema>;

/** A way of paying as chosen before the payment, because a promotion may ask for it. */
export const plannedTenderSchema = z.object({
  kind: z.enum(tenderKinds),
  provider: providerSchema.nullable(),
});

export const basketChangeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('addProduct'), productId: idSchema, quantityThousandths: quantitySchema }),
  z.object({ kind: z.literal('setQuantity'), lineId: idSchema, quantityThousandths: quantitySchema }),
  z.object({ kind: z.literal('removeLine'), lineId: idSchema }),
  z.object({ kind: z.literal('resolveUnknown'), lineId: idSchema, productId: idSchema }),
  z.object({ kind: z.literal('clear') }),
  z.object({ kind: z.literal('attachCustomer'), customerId: idSchema }),
  z.object({ kind: z.literal('detachCustomer') }),
  z.object({ kind: z.literal('removeCoupon') }),
  z.object({ kind: z.literal('goodwillCoupon'), code: codeSchema, reason: someWords(120) }),
  z.object({ kind: z.literal('spendBonus'), amountSom: somSchema }),
  /** Null takes the discount away. */
  z.object({
    kind: z.literal('discountLine'),
    lineId: idSchema,
    discount: manualDiscountSchema.nullable(),
    reason: words(120),
  }),
  z.object({
    kind: z.literal('discountBasket'),
    discount: manualDiscountSchema.nullable(),
    reason: words(120),
  }),
  z.object({ kind: z.literal('planPayment'), payment: z.array(plannedTenderSchema).max(10).nullable() }),
  z.object({ kind: z.literal('removeReferral') }),
  /** Null pays as much as the card and the basket allow. */
  z.object({ kind: z.literal('payByGiftCard'), code: codeSchema, amountSom: somSchema.nullable() }),
  z.object({ kind: z.literal('removeGiftCard') }),
  /** 0 takes it off again. */
  z.object({ kind: z.literal('spendStoreCredit'), amountSom: somSchema }),
  /** Null sells all that is left on credit; 0 nothing. */
  z.object({
    kind: z.literal('sellOnCredit'),
    amountSom: somSchema.nullable(),
    dueOn: businessDaySchema.nullable(),
  }),
  /** Rounds what is due up for a fund; null takes it back. */
  z.object({
    kind: z.literal('roundUp'),
    donation: z.object({ fundId: idSchema, stepSom: z.int().min(100).max(100_000) }).nullable(),
  }),
  /** The price on the shelf is lower than the till's: the customer gets it, within the shop's limit. Null takes it back. */
  z.object({ kind: z.literal('shelfPrice'), lineId: idSchema, priceSom: somSchema.nullable() }),
  /** When it was sold, by the shop's clock, for a sale that was written on paper; null for a sale of now. */
  z.object({
    kind: z.literal('writtenOnPaper'),
    written: z.object({ day: businessDaySchema, minute: z.int().min(0).max(1439) }).nullable(),
  }),
  /** Goods of a finished receipt come back with this sale; null takes them out again. */
  z.object({
    kind: z.literal('exchange'),
    exchange: z
      .object({ saleId: idSchema, lines: linesBackSchema, reason: z.enum(returnReasons) })
      .nullable(),
  }),
]);
export type BasketChange = z.output<typeof basketChangeSchema>;
