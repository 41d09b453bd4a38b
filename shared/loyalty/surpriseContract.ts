/** Small gifts: what a person may still give in this month, the gift itself, and what the owner sees of all of them. */
import { z } from 'zod';
import { secondPersonRefusals } from '../ledger/contract.ts';
import { readVerb, writeVerb } from '../verb.ts';
import { idSchema, instantSchema, pageSchema, signedSomSchema, somSchema, words } from '../wire.ts';
import { giftOccasions, largestGiftSom } from './surprise.ts';

export const giftSchema = z.object({
  id: idSchema,
  customerId: idSchema,
  /** The name, else the end of the phone; empty for somebody who was erased. */
  customerName: z.string(),
  amountSom: somSchema,
  occasion: z.enum(giftOccasions),
  words: z.string(),
  personName: z.string(),
  approverName: z.string().nullable(),
  /** Above the budget, and nobody else was there who could stand for it. */
  isAlone: z.boolean(),
  isSeen: z.boolean(),
  at: instantSchema,
});
export type Gift = z.output<typeof giftSchema>;

export const surpriseVerbs = {
  /** Of the person at this window, in the calendar month of today's business day. */
  giftBudget: readVerb({
    action: 'loyalty.giveGift',
    input: z.object({}),
    output: z.object({ budgetSom: somSchema, givenSom: somSchema, leftSom: somSchema }),
    refusals: {},
  }),
  /** Bonus that may be spent at once. Above what is left, a second person stands for it. */
  giveGift: writeVerb({
    action: 'loyalty.giveGift',
    input: {
      customerId: idSchema,
      amountSom: somSchema.refine((sum) => sum > 0 && sum <= largestGiftSom),
      occasion: z.enum(giftOccasions),
      words: words(120).default(''),
    },
    output: z.object({ bonusBalanceSom: signedSomSchema, leftSom: somSchema }),
    refusals: { ...secondPersonRefusals, NeedsPhone: z.object({}), GiftWordsNeeded: z.object({}) },
  }),
  /** All gifts, newest first, and how many the owner has not seen yet. */
  gifts: readVerb({
    action: 'loyalty.seeGifts',
    input: pageSchema,
    output: z.object({ gifts: z.array(giftSchema), unseen: z.int(), nextCursor: z.string().nullable() }),
    refusals: {},
  }),
  /** The owner has looked at the gifts up to the newest one shown. */
  markGiftsSeen: writeVerb({
    action: 'loyalty.changeProgramme',
    input: { upToId: idSchema },
    output: z.object({}),
    refusals: {},
  }),
};
