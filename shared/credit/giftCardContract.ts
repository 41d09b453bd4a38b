/** Gift cards: sold, topped up, blocked, and what the shop owes on all of them. */
import { z } from 'zod';
import { cardProviders, qrProviders } from '../basket.ts';
import { readVerb, writeVerb } from '../verb.ts';
import {
  businessDaySchema,
  codeSchema,
  idSchema,
  instantSchema,
  pageSchema,
  signedSomSchema,
  someWords,
  somSchema,
  words,
} from '../wire.ts';
import { giftCardMovements } from './movement.ts';

/** New money: what a gift card is bought with and a debt is repaid with (docs/rules.md rule 24). */
export const moneySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cash'), receivedSom: somSchema }),
  z.object({ kind: z.literal('card'), provider: z.enum(cardProviders) }),
  z.object({ kind: z.literal('qr'), provider: z.enum(qrProviders) }),
]);
export type Money = z.output<typeof moneySchema>;

export const giftCardSchema = z.object({
  number: z.string(),
  balanceSom: signedSomSchema,
  expiresOn: businessDaySchema.nullable(),
  isBlocked: z.boolean(),
  blockReason: z.string(),
  customerId: idSchema.nullable(),
  customerName: z.string().nullable(),
  soldAt: instantSchema,
});
export type GiftCardShown = z.output<typeof giftCardSchema>;

const amountSchema = somSchema.refine((sum) => sum > 0);

export const giftCardRefusals = {
  GiftCardUnknown: z.object({}),
  GiftCardBlocked: z.object({}),
  GiftCardExpired: z.object({ expiredOn: businessDaySchema }),
  GiftCardEmpty: z.object({}),
  GiftCardNotEnough: z.object({ balanceSom: somSchema }),
};

const moneyRefusals = {
  ShiftNotOpen: z.object({}),
  CashTooLittle: z.object({ missingSom: somSchema }),
};

export const giftCardVerbs = {
  /**
   * Newest first; the search is a part of the number or of the customer's name. A number is money in the hand: whoever may
   * not change cards finds only the one whose whole number they have, on a card that lies before them.
   */
  giftCards: readVerb({
    action: 'credit.read',
    input: pageSchema.extend({
      search: words(40).default(''),
      show: z.enum(['all', 'withMoney', 'expired', 'blocked']).default('all'),
    }),
    output: z.object({
      giftCards: z.array(giftCardSchema),
      nextCursor: z.string().nullable(),
      /** What the shop owes on cards that count, and what lies on cards that ran out or are blocked. */
      owedSom: somSchema,
      expiredSom: somSchema,
    }),
    refusals: {},
  }),
  giftCard: readVerb({
    action: 'credit.read',
    input: z.object({ number: codeSchema }),
    output: z.object({
      giftCard: giftCardSchema,
      movements: z.array(
        z.object({
          at: instantSchema,
          kind: z.enum(giftCardMovements),
          amountSom: signedSomSchema,
          receiptNumber: z.int().nullable(),
        }),
      ),
    }),
    refusals: { GiftCardUnknown: z.object({}) },
  }),
  /** A new card with a number of its own; its slip is printed with the code. */
  sellGiftCard: writeVerb({
    action: 'credit.sellGiftCard',
    input: { amountSom: amountSchema, money: moneySchema, customerId: idSchema.nullable() },
    output: z.object({ giftCard: giftCardSchema, changeSom: somSchema }),
    refusals: moneyRefusals,
  }),
  /** The card's life begins anew with the money that is put on it. */
  topUpGiftCard: writeVerb({
    action: 'credit.sellGiftCard',
    input: { number: codeSchema, amountSom: amountSchema, money: moneySchema },
    output: z.object({ giftCard: giftCardSchema, changeSom: somSchema }),
    refusals: { ...moneyRefusals, GiftCardUnknown: z.object({}), GiftCardBlocked: z.object({}) },
  }),
  blockGiftCard: writeVerb({
    action: 'credit.changeGiftCard',
    input: { number: codeSchema, isBlocked: z.boolean(), reason: someWords(200) },
    output: z.object({ giftCard: giftCardSchema }),
    refusals: { GiftCardUnknown: z.object({}) },
  }),
  /** Another last day, also for a card that has run out; null for none. */
  extendGiftCard: writeVerb({
    action: 'credit.changeGiftCard',
    input: { number: codeSchema, expiresOn: businessDaySchema.nullable() },
    output: z.object({ giftCard: giftCardSchema }),
    refusals: { GiftCardUnknown: z.object({}), DaysWrong: z.object({}) },
  }),
};
