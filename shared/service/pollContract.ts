/** What a screen may ask about two-choice questions: which are asked now, their answers, who gave them. */
import { z } from 'zod';
import { readVerb, writeVerb } from '../verb.ts';
import { businessDaySchema, idSchema, instantSchema, localTextSchema, pageSchema } from '../wire.ts';
import { pollChoices, pollStates } from './poll.ts';

const askedSchema = z.object({
  pollId: idSchema,
  question: localTextSchema,
  answerA: localTextSchema,
  answerB: localTextSchema,
});
export type AskedPoll = z.output<typeof askedSchema>;

const pollSchema = askedSchema.extend({
  from: businessDaySchema,
  to: businessDaySchema,
  state: z.enum(pollStates),
  /** Everybody once: of a customer who answered on several days the last answer counts. */
  a: z.int(),
  b: z.int(),
  /** How many answers there are in all; above 0 the words are fixed. */
  answers: z.int(),
  /** The share of the first answer, 0–1, with its 95 % interval; null without answers. */
  share: z.object({ share: z.number(), low: z.number(), high: z.number() }).nullable(),
  /** Which answer leads beyond doubt; null while nobody can tell. */
  leads: z.enum(pollChoices).nullable(),
});
export type Poll = z.output<typeof pollSchema>;

const whoSchema = { saleId: idSchema.nullable(), customerId: idSchema.nullable() };

export const pollVerbs = {
  /** The questions of today that this receipt, and this customer today, has not answered. */
  pollsNow: readVerb({
    action: 'service.feedback',
    input: z.object(whoSchema),
    output: z.object({ polls: z.array(askedSchema) }),
    refusals: {},
  }),
  answerPoll: writeVerb({
    action: 'service.feedback',
    input: { pollId: idSchema, choice: z.enum(pollChoices), ...whoSchema },
    output: z.object({}),
    refusals: { PollNotOpen: z.object({}), PollAnswered: z.object({}) },
  }),
  polls: readVerb({
    action: 'service.polls',
    input: z.object({}),
    output: z.object({ polls: z.array(pollSchema) }),
    refusals: {},
  }),
  savePoll: writeVerb({
    action: 'service.polls',
    input: {
      pollId: idSchema.nullable(),
      question: localTextSchema,
      answerA: localTextSchema,
      answerB: localTextSchema,
      from: businessDaySchema,
      to: businessDaySchema,
    },
    output: z.object({ pollId: idSchema }),
    refusals: { PollDaysWrong: z.object({}), PollHasAnswers: z.object({}) },
  }),
  /** The customers whose last answer it is, those who answered last first. */
  pollCustomers: readVerb({
    action: 'service.polls',
    input: pageSchema.extend({ pollId: idSchema, choice: z.enum(pollChoices) }),
    output: z.object({
      customers: z.array(z.object({ customerId: idSchema, name: z.string(), at: instantSchema })),
      nextCursor: z.string().nullable(),
    }),
    refusals: {},
  }),
};
