/** What a screen may ask about wishes: noting one in a breath, the owner's counted list, and telling whoever asked. */
import { z } from 'zod';
import { wordsWithPhoneSchema } from '../customer/phoneMask.ts';
import { readVerb, writeVerb } from '../verb.ts';
import {
  businessDaySchema,
  idSchema,
  instantSchema,
  localTextSchema,
  pageSchema,
  quantitySchema,
  words,
} from '../wire.ts';
import { wishStates } from './wish.ts';

/** Which wish: the product, else the folded words, and how far the shop is with it. */
const groupSchema = z.object({
  productId: idSchema.nullable(),
  wordsKey: z.string().max(200),
  state: z.enum(wishStates),
});

export const wishGroupSchema = groupSchema.extend({
  /** The product's name; null for a wish in words. */
  productName: localTextSchema.nullable(),
  /** As it was typed last. */
  words: z.string(),
  /** Each customer and each phone once, everybody else as often as they asked. */
  people: z.int(),
  /** Of these, whom the shop can tell. */
  reachable: z.int(),
  /** Of these, who does not know yet that it is here. */
  untold: z.int(),
  quantityThousandths: z.int(),
  firstAskedAt: instantSchema,
  lastAskedAt: instantSchema,
});
export type WishGroup = z.output<typeof wishGroupSchema>;

/** Goods and words that wait for the customer at the counter. */
export const waitingForCustomerSchema = z.object({
  kind: z.enum(['order', 'wish']),
  /** Of the order, or of the wish. */
  id: idSchema,
  productId: idSchema.nullable(),
  productName: localTextSchema.nullable(),
  words: z.string(),
  quantityThousandths: z.int().nullable(),
  /** Of an order. */
  number: z.int().nullable(),
  /** What lies on the account for it. */
  depositSom: z.int(),
  /** Since when it is here. */
  since: instantSchema,
});
export type WaitingForCustomer = z.output<typeof waitingForCustomerSchema>;

export const wishVerbs = {
  /** A word or a code. A code of a known product, and the whole name of one, become that product. */
  noteWish: writeVerb({
    action: 'service.wish',
    input: {
      productId: idSchema.nullable(),
      text: words(80),
      quantityThousandths: quantitySchema.nullable(),
      customerId: idSchema.nullable(),
      /** How somebody without a card is reached. */
      reach: words(80),
    },
    output: z.object({
      wishId: idSchema,
      /** What it was understood as; null for words. */
      productName: localTextSchema.nullable(),
      /** How many people wait for it now, this one included. */
      people: z.int(),
      /** The same person asked for the same thing before: it is counted once. */
      isAgain: z.boolean(),
    }),
    refusals: { WishEmpty: z.object({}) },
  }),
  /** What most people asked for first. */
  wishes: readVerb({
    action: 'service.read',
    input: pageSchema.extend({
      show: z.enum(['living', 'here', 'impossible', 'all']).default('living'),
      search: words(80).default(''),
    }),
    output: z.object({ wishes: z.array(wishGroupSchema), nextCursor: z.string().nullable() }),
    refusals: {},
  }),
  /** Who asked for one of them, oldest first. */
  wishers: readVerb({
    action: 'service.read',
    input: groupSchema,
    output: z.object({
      wishers: z.array(
        z.object({
          wishId: idSchema,
          customer: z.object({ customerId: idSchema, name: z.string() }).nullable(),
          reach: wordsWithPhoneSchema,
          words: z.string(),
          quantityThousandths: z.int().nullable(),
          askedAt: instantSchema,
          personName: z.string(),
          toldAt: instantSchema.nullable(),
        }),
      ),
    }),
    refusals: {},
  }),
  /** On its way, not to be had, or open again. */
  moveWish: writeVerb({
    action: 'service.changeWishes',
    input: { ...groupSchema.shape, to: z.enum(['open', 'ordered', 'impossible']) },
    output: z.object({ moved: z.int() }),
    refusals: { WishMoved: z.object({}) },
  }),
  /** It is here: everybody who can be reached becomes a planned contact, split over the people named. */
  wishIsHere: writeVerb({
    action: 'service.changeWishes',
    input: {
      ...groupSchema.shape,
      kind: z.enum(['call', 'message']),
      dueOn: businessDaySchema,
      personIds: z.array(idSchema).max(50),
    },
    output: z.object({ moved: z.int(), planned: z.int() }),
    refusals: { WishMoved: z.object({}), DaysWrong: z.object({}) },
  }),
  /** The customer stood here and heard it; their planned contact is done with it. */
  tellWish: writeVerb({
    action: 'service.wish',
    input: { wishId: idSchema },
    output: z.object({}),
    refusals: { WishMoved: z.object({}) },
  }),
  /** Which products wait for this customer: arrived orders and wishes that are here and untold. */
  waitingForCustomer: readVerb({
    action: 'service.read',
    input: z.object({ customerId: idSchema }),
    output: z.object({ waiting: z.array(waitingForCustomerSchema) }),
    refusals: {},
  }),
};
