/** What a screen may ask about special orders: taken with a deposit, promised for a day, told, collected. */
import { z } from 'zod';
import { customerPhoneSchema } from '../customer/phoneMask.ts';
import { secondPersonRefusals } from '../ledger/contract.ts';
import { readVerb, writeVerb } from '../verb.ts';
import {
  businessDaySchema,
  idSchema,
  instantSchema,
  localTextSchema,
  pageSchema,
  quantitySchema,
  signedSomSchema,
  somSchema,
  unitSchema,
  words,
} from '../wire.ts';
import { orderStates, orderStepKinds } from './order.ts';

export const orderSummarySchema = z.object({
  orderId: idSchema,
  number: z.int(),
  state: z.enum(orderStates),
  customer: z.object({ customerId: idSchema, name: z.string() }),
  productId: idSchema.nullable(),
  productName: localTextSchema.nullable(),
  /** Of what has no product. */
  words: z.string(),
  note: z.string(),
  quantityThousandths: z.int(),
  unit: unitSchema.nullable(),
  /** For all of it; null while no price is agreed. */
  agreedSom: somSchema.nullable(),
  promisedOn: businessDaySchema.nullable(),
  isLate: z.boolean(),
  depositSom: somSchema,
  takenAt: instantSchema,
  arrivedAt: instantSchema.nullable(),
  takenBy: z.string(),
});
export type OrderSummary = z.output<typeof orderSummarySchema>;

export const orderSchema = orderSummarySchema.extend({
  /** What the customer's whole account holds: a deposit can only be given back while it is there. */
  storeCreditSom: signedSomSchema,
  phone: customerPhoneSchema.nullable(),
  steps: z.array(
    z.object({
      stepNumber: z.int(),
      kind: z.enum(orderStepKinds),
      at: instantSchema,
      personName: z.string(),
      words: z.string(),
      promisedOn: businessDaySchema.nullable(),
      amountSom: somSchema.nullable(),
    }),
  ),
});
export type Order = z.output<typeof orderSchema>;

const depositSchema = somSchema.refine((sum) => sum > 0);
const cashSchema = z.object({ amountSom: depositSchema, receivedSom: somSchema });
const cashRefusals = {
  ShiftNotOpen: z.object({}),
  CashTooLittle: z.object({ missingSom: somSchema }),
};
const stepRefusals = { OrderOver: z.object({}), OrderStepWrong: z.object({}) };

/** Which orders a list shows: those that live, of these whose promise is late, those that wait to be collected, all. */
export const orderLists = ['living', 'late', 'arrived', 'over', 'all'] as const;

export const orderVerbs = {
  /** A deposit is cash in the shift and money on the customer's account: no sale, no revenue. */
  takeOrder: writeVerb({
    action: 'service.order',
    input: {
      customerId: idSchema,
      productId: idSchema.nullable(),
      words: words(120),
      note: words(200),
      quantityThousandths: quantitySchema,
      agreedSom: somSchema.nullable(),
      promisedOn: businessDaySchema.nullable(),
      deposit: cashSchema.nullable(),
      isPrinted: z.boolean(),
    },
    output: z.object({ orderId: idSchema, number: z.int(), changeSom: somSchema }),
    refusals: {
      ...cashRefusals,
      OrderEmpty: z.object({}),
      PromiseInPast: z.object({}),
      DepositTooLarge: z.object({ agreedSom: somSchema }),
    },
  }),
  orders: readVerb({
    action: 'service.read',
    input: pageSchema.extend({
      list: z.enum(orderLists).default('living'),
      customerId: idSchema.nullable().default(null),
    }),
    output: z.object({
      orders: z.array(orderSummarySchema),
      nextCursor: z.string().nullable(),
      /** Of all that live: how many are late, and what lies on accounts for them. */
      late: z.int(),
      depositsSom: somSchema,
    }),
    refusals: {},
  }),
  order: readVerb({
    action: 'service.read',
    input: z.object({ orderId: idSchema }),
    output: orderSchema,
    refusals: {},
  }),
  promiseOrder: writeVerb({
    action: 'service.order',
    input: { orderId: idSchema, promisedOn: businessDaySchema, words: words(200) },
    output: z.object({}),
    refusals: { ...stepRefusals, PromiseInPast: z.object({}) },
  }),
  /** Ordered, arrived, told, collected. */
  moveOrder: writeVerb({
    action: 'service.order',
    input: {
      orderId: idSchema,
      step: z.enum(['ordered', 'arrived', 'told', 'collected']),
      words: words(200),
    },
    output: z.object({}),
    refusals: stepRefusals,
  }),
  /** More money for an order that lives. */
  addDeposit: writeVerb({
    action: 'service.order',
    input: { orderId: idSchema, ...cashSchema.shape },
    output: z.object({ changeSom: somSchema }),
    refusals: {
      ...cashRefusals,
      OrderOver: z.object({}),
      DepositTooLarge: z.object({ agreedSom: somSchema }),
    },
  }),
  /** The deposit goes back in cash, for which a second person stands, or stays on the customer's account. */
  cancelOrder: writeVerb({
    action: 'service.order',
    input: { orderId: idSchema, deposit: z.enum(['back', 'stays']), words: words(200) },
    output: z.object({ givenBackSom: somSchema }),
    refusals: {
      ...stepRefusals,
      ...secondPersonRefusals,
      ShiftNotOpen: z.object({}),
      StoreCreditNotEnough: z.object({ balanceSom: signedSomSchema }),
    },
  }),
  /** The slip again. */
  printOrder: writeVerb({
    action: 'service.order',
    input: { orderId: idSchema },
    output: z.object({ isQueued: z.boolean() }),
    refusals: {},
  }),
};
