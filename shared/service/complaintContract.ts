/** What a screen may ask about complaints: from three words at the till to the outcome. */
import { z } from 'zod';
import { wordsWithPhoneSchema } from '../customer/phoneMask.ts';
import { secondPersonRefusals } from '../ledger/contract.ts';
import { readVerb, writeVerb } from '../verb.ts';
import {
  businessDaySchema,
  codeSchema,
  idSchema,
  instantSchema,
  localTextSchema,
  pageSchema,
  someWords,
  somSchema,
  words,
} from '../wire.ts';
import { complaintOutcomes, complaintStates, complaintTopics, stepKinds } from './complaint.ts';
import { channels } from './contact.ts';
import { clockStates } from './responseClock.ts';

export const channelSchema = z.enum(channels);
export const clockSchema = z.object({
  state: z.enum(clockStates),
  answeredAfterMinutes: z.int().nullable(),
  leftMinutes: z.int(),
});

const personSchema = z.object({ personId: idSchema, name: z.string() });
const promiseSchema = z.enum(['none', 'ahead', 'today', 'broken', 'kept']);

export const complaintSummarySchema = z.object({
  complaintId: idSchema,
  number: z.int(),
  state: z.enum(complaintStates),
  topic: z.enum(complaintTopics),
  words: z.string(),
  channel: channelSchema,
  customer: z.object({ customerId: idSchema, name: z.string() }).nullable(),
  /** How somebody without a card is reached. */
  reach: wordsWithPhoneSchema,
  productName: localTextSchema.nullable(),
  receiptNumber: z.int().nullable(),
  /** Whom it is about. */
  seller: personSchema.nullable(),
  /** Who sees to it. */
  owner: personSchema.nullable(),
  openedAt: instantSchema,
  /** Of the present waiting. */
  clock: clockSchema,
  promisedOn: businessDaySchema.nullable(),
  promise: promiseSchema,
  outcome: z.enum(complaintOutcomes).nullable(),
});
export type ComplaintSummary = z.output<typeof complaintSummarySchema>;

export const complaintSchema = complaintSummarySchema.extend({
  saleId: idSchema.nullable(),
  lineNumber: z.int().nullable(),
  writtenBy: personSchema,
  steps: z.array(
    z.object({
      stepNumber: z.int(),
      kind: z.enum(stepKinds),
      at: instantSchema,
      /** Null for what the till did by itself. */
      person: personSchema.nullable(),
      words: z.string(),
      channel: channelSchema.nullable(),
      owner: personSchema.nullable(),
      promisedOn: businessDaySchema.nullable(),
      outcome: z.enum(complaintOutcomes).nullable(),
    }),
  ),
  compensations: z.array(
    z.object({
      kind: z.enum(['bonus', 'coupon']),
      amountSom: somSchema.nullable(),
      seriesName: localTextSchema.nullable(),
      couponCode: z.string().nullable(),
      givenAt: instantSchema,
      person: personSchema,
      approver: personSchema.nullable(),
      /** Above the budget with nobody else there who could stand for it. */
      isAlone: z.boolean(),
    }),
  ),
});
export type Complaint = z.output<typeof complaintSchema>;

/** What is given as an apology. */
export const apologySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('bonus'), amountSom: somSchema.refine((amount) => amount > 0) }),
  z.object({ kind: z.literal('coupon'), seriesId: idSchema, isPrinted: z.boolean() }),
]);
export type Apology = z.output<typeof apologySchema>;

/** Which complaints a list shows: those that are not over, one's own of these, those that are over, all. */
export const complaintLists = ['living', 'mine', 'closed', 'all'] as const;

const closed = { ComplaintClosed: z.object({}) };

export const complaintVerbs = {
  /** The receipt a customer complains with: its lines, who sold it, and to whom. */
  complaintReceipt: readVerb({
    action: 'service.complain',
    /** What was scanned, or the receipt that the till knows already. */
    input: z.union([z.object({ code: codeSchema }), z.object({ saleId: idSchema })]),
    output: z.object({
      saleId: idSchema,
      number: z.int(),
      soldAt: instantSchema,
      seller: personSchema,
      customer: z.object({ customerId: idSchema, name: z.string() }).nullable(),
      lines: z.array(z.object({ lineNumber: z.int(), productId: idSchema, name: localTextSchema })),
    }),
    refusals: { ReceiptUnknown: z.object({}) },
  }),
  /** With a receipt it knows cashier, customer and, by the line, the product; all of it may be left out. */
  openComplaint: writeVerb({
    action: 'service.complain',
    input: {
      saleId: idSchema.nullable(),
      lineNumber: z.int().min(1).nullable(),
      productId: idSchema.nullable(),
      /** Whom it is about, where there is no receipt. */
      sellerId: idSchema.nullable(),
      customerId: idSchema.nullable(),
      topic: z.enum(complaintTopics),
      words: someWords(400),
      reach: words(80),
      channel: channelSchema,
    },
    output: z.object({ complaintId: idSchema, number: z.int() }),
    refusals: {},
  }),
  complaints: readVerb({
    action: 'service.read',
    input: pageSchema.extend({
      list: z.enum(complaintLists),
      customerId: idSchema.nullable().default(null),
    }),
    output: z.object({
      complaints: z.array(complaintSummarySchema),
      nextCursor: z.string().nullable(),
    }),
    refusals: {},
  }),
  complaint: readVerb({
    action: 'service.read',
    input: z.object({ complaintId: idSchema }),
    output: complaintSchema,
    refusals: {},
  }),
  assignComplaint: writeVerb({
    action: 'service.assign',
    input: { complaintId: idSchema, ownerId: idSchema },
    output: z.object({}),
    refusals: closed,
  }),
  /** What a person said to the customer: the only thing that stops the clock. */
  answerComplaint: writeVerb({
    action: 'service.answer',
    input: { complaintId: idSchema, channel: channelSchema, words: someWords(1000) },
    output: z.object({}),
    refusals: closed,
  }),
  promiseDay: writeVerb({
    action: 'service.answer',
    input: { complaintId: idSchema, promisedOn: businessDaySchema },
    output: z.object({}),
    refusals: { ...closed, PromiseInPast: z.object({}) },
  }),
  noteComplaint: writeVerb({
    action: 'service.answer',
    input: { complaintId: idSchema, words: someWords(1000) },
    output: z.object({}),
    refusals: {},
  }),
  closeComplaint: writeVerb({
    action: 'service.answer',
    input: { complaintId: idSchema, outcome: z.enum(complaintOutcomes), words: words(1000) },
    output: z.object({}),
    refusals: { ...closed, AnswerMissing: z.object({}) },
  }),
  reopenComplaint: writeVerb({
    action: 'service.complain',
    input: { complaintId: idSchema, words: someWords(1000) },
    output: z.object({}),
    refusals: { ComplaintNotClosed: z.object({}) },
  }),
  /** What the person at this till may still give in this shift without asking anybody. */
  apologyBudget: readVerb({
    action: 'service.apologise',
    input: z.object({}),
    output: z.object({ isShiftOpen: z.boolean(), budgetSom: somSchema, leftSom: somSchema }),
    refusals: {},
  }),
  /** Bonus, or a coupon of a series; above the budget of the shift a second person stands for it. */
  apologise: writeVerb({
    action: 'service.apologise',
    input: { complaintId: idSchema, apology: apologySchema },
    output: z.object({ couponCode: z.string().nullable() }),
    refusals: {
      ...closed,
      ...secondPersonRefusals,
      ComplaintNeedsCustomer: z.object({}),
      SeriesEnded: z.object({}),
      CouponNeedsCustomer: z.object({}),
      CouponBudgetSpent: z.object({}),
      PartnerCodesRunOut: z.object({}),
    },
  }),
  templates: readVerb({
    action: 'service.read',
    input: z.object({}),
    output: z.object({
      templates: z.array(z.object({ templateId: idSchema, name: localTextSchema, words: localTextSchema })),
    }),
    refusals: {},
  }),
  saveTemplate: writeVerb({
    action: 'service.changeTemplates',
    input: { templateId: idSchema.nullable(), name: localTextSchema, words: localTextSchema },
    output: z.object({ templateId: idSchema }),
    refusals: {},
  }),
  removeTemplate: writeVerb({
    action: 'service.changeTemplates',
    input: { templateId: idSchema },
    output: z.object({}),
    refusals: {},
  }),
};
