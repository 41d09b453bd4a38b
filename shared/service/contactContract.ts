/** What a screen may ask about feedback, contacts by every channel, and how fast the shop answers. */
import { z } from 'zod';
import { readVerb, writeVerb } from '../verb.ts';
import { businessDaySchema, idSchema, instantSchema, pageSchema, someWords, words } from '../wire.ts';
import { channelSchema, clockSchema } from './complaintContract.ts';
import { directions } from './contact.ts';
import { feedbackKinds, feedbackReasons, scoreSchema } from './feedback.ts';

const daysSchema = z.object({ from: businessDaySchema, to: businessDaySchema });
const nameSchema = z.object({ customerId: idSchema, name: z.string() });
const shareSchema = z.object({ share: z.number(), low: z.number(), high: z.number() });

export const contactSchema = z.object({
  contactId: idSchema,
  at: instantSchema,
  channel: channelSchema,
  direction: z.enum(directions),
  words: z.string(),
  customer: nameSchema.nullable(),
  /** Who spoke for the shop; null for what a program sent. */
  personName: z.string().nullable(),
  answersId: idSchema.nullable(),
  /** Of a question; null for what nobody waits for an answer to. */
  clock: clockSchema.nullable(),
});

export const contactVerbs = {
  /** One answer for one receipt. */
  noteFeedback: writeVerb({
    action: 'service.feedback',
    input: {
      saleId: idSchema.nullable(),
      customerId: idSchema.nullable(),
      answer: scoreSchema,
      reason: z.enum(feedbackReasons).nullable(),
      words: words(200),
      channel: channelSchema,
    },
    output: z.object({ feedbackId: idSchema }),
    refusals: { FeedbackGiven: z.object({}) },
  }),
  feedback: readVerb({
    action: 'service.read',
    input: pageSchema.extend({ customerId: idSchema.nullable().default(null) }),
    output: z.object({
      feedback: z.array(
        z.object({
          feedbackId: idSchema,
          at: instantSchema,
          kind: z.enum(feedbackKinds),
          score: z.int(),
          reason: z.enum(feedbackReasons).nullable(),
          words: z.string(),
          channel: channelSchema,
          receiptNumber: z.int().nullable(),
          sellerName: z.string().nullable(),
          customer: nameSchema.nullable(),
        }),
      ),
      nextCursor: z.string().nullable(),
    }),
    refusals: {},
  }),
  /** What the answers of some business days say together. */
  opinion: readVerb({
    action: 'service.figures',
    input: daysSchema,
    output: z.object({
      nps: z.object({
        promoters: z.int(),
        passives: z.int(),
        detractors: z.int(),
        score: z.number().nullable(),
        low: z.number().nullable(),
        high: z.number().nullable(),
      }),
      satisfied: shareSchema.nullable(),
      satisfactionAnswers: z.int(),
      complaintsAbout: z.array(z.object({ reason: z.enum(feedbackReasons), count: z.int() })),
    }),
    refusals: {},
  }),
  noteContact: writeVerb({
    action: 'service.contact',
    input: {
      customerId: idSchema.nullable(),
      channel: channelSchema,
      direction: z.enum(directions),
      words: someWords(1000),
      /** Whether whoever said it waits for an answer. */
      isQuestion: z.boolean(),
    },
    output: z.object({ contactId: idSchema }),
    refusals: {},
  }),
  answerContact: writeVerb({
    action: 'service.contact',
    input: { contactId: idSchema, channel: channelSchema, words: someWords(1000) },
    output: z.object({ contactId: idSchema }),
    refusals: { NotAQuestion: z.object({}) },
  }),
  contacts: readVerb({
    action: 'service.read',
    input: pageSchema.extend({
      customerId: idSchema.nullable().default(null),
      /** Only questions that nobody has answered, oldest first. */
      isWaiting: z.boolean().default(false),
    }),
    output: z.object({ contacts: z.array(contactSchema), nextCursor: z.string().nullable() }),
    refusals: {},
  }),
  /** How fast complaints and questions of some business days were answered. */
  response: readVerb({
    action: 'service.figures',
    input: daysSchema,
    output: z.object({
      counted: z.int(),
      inTime: z.int(),
      medianMinutes: z.number().nullable(),
      ninetiethMinutes: z.number().nullable(),
    }),
    refusals: {},
  }),
  /** What waits: the badge on the menu, and what is red first. */
  waiting: readVerb({
    action: 'service.read',
    input: z.object({}),
    output: z.object({
      /** Complaints and questions without an answer: in time, close to the deadline, past it. */
      running: z.int(),
      warning: z.int(),
      overdue: z.int(),
      promisedToday: z.int(),
      promiseBroken: z.int(),
      /** What somebody must see to now, each once: close to the deadline or past it, or promised for a day that is over. */
      red: z.int(),
    }),
    refusals: {},
  }),
};
