/** What a screen may ask about tasks and planned contacts: a day list per person, results by one key, what came of them. */
import { z } from 'zod';
import { customerPhoneSchema, wordsWithPhoneSchema } from '../customer/phoneMask.ts';
import { readVerb, writeVerb } from '../verb.ts';
import {
  businessDaySchema,
  idSchema,
  instantSchema,
  localTextSchema,
  pageSchema,
  someWords,
  words,
} from '../wire.ts';
import { taskKinds, taskResults, tryResults } from './task.ts';

const personSchema = z.object({ personId: idSchema, name: z.string() });
const minuteSchema = z.int().min(0).max(1439);

export const taskSchema = z.object({
  taskId: idSchema,
  kind: z.enum(taskKinds),
  customer: z
    .object({
      customerId: idSchema,
      name: z.string(),
      phone: customerPhoneSchema.nullable(),
      /** The hour from which they like to be called. */
      preferredHour: z.int().nullable(),
    })
    .nullable(),
  reach: wordsWithPhoneSchema,
  /**
   * The whole number, for whoever has the task while it is open and for nobody else: who is to call must see whom. Empty for a
   * task about a customer that they planned themselves.
   */
  callOn: z.string(),
  words: z.string(),
  /** What it is about, where goods came that somebody waits for. */
  productName: localTextSchema.nullable(),
  orderNumber: z.int().nullable(),
  person: personSchema.nullable(),
  dueOn: businessDaySchema,
  dueMinute: minuteSchema.nullable(),
  isOverdue: z.boolean(),
  tries: z.int(),
  /** They asked not to be called any more. */
  wantsNoCalls: z.boolean(),
  result: z.enum(taskResults).nullable(),
  resultWords: z.string(),
  closedAt: instantSchema.nullable(),
  closedByName: z.string().nullable(),
});
export type Task = z.output<typeof taskSchema>;

/** One's own of today and before, everybody's that is late, all that are open, those that are over. */
export const taskLists = ['mine', 'overdue', 'open', 'closed'] as const;

const closed = { TaskClosed: z.object({}) };
const daysSchema = z.object({ from: businessDaySchema, to: businessDaySchema });

export const taskVerbs = {
  planTask: writeVerb({
    action: 'service.task',
    input: {
      kind: z.enum(taskKinds),
      customerId: idSchema.nullable(),
      reach: words(80),
      words: words(400),
      /** Null: anybody may take it. */
      personId: idSchema.nullable(),
      dueOn: businessDaySchema,
      dueMinute: minuteSchema.nullable(),
    },
    output: z.object({ taskId: idSchema }),
    refusals: { TaskEmpty: z.object({}), DaysWrong: z.object({}) },
  }),
  /** A list of customers, split evenly over these people; whoever wants no calls or agreed to none is left out of calls. */
  planContacts: writeVerb({
    action: 'service.planTasks',
    input: {
      customerIds: z.array(idSchema).min(1).max(500),
      kind: z.enum(taskKinds),
      words: someWords(400),
      personIds: z.array(idSchema).max(50),
      dueOn: businessDaySchema,
    },
    output: z.object({
      planned: z.int(),
      /** Asked not to be called. */
      wantNoCalls: z.int(),
      /** Never agreed to hear from the shop. */
      withoutConsent: z.int(),
      /** Have an open task of this kind already. */
      alreadyPlanned: z.int(),
    }),
    refusals: { DaysWrong: z.object({}) },
  }),
  tasks: readVerb({
    action: 'service.read',
    input: pageSchema.extend({
      list: z.enum(taskLists).default('mine'),
      personId: idSchema.nullable().default(null),
      customerId: idSchema.nullable().default(null),
    }),
    output: z.object({
      tasks: z.array(taskSchema),
      nextCursor: z.string().nullable(),
      counts: z.object({ mine: z.int(), overdue: z.int(), open: z.int() }),
    }),
    refusals: {},
  }),
  /** One key. Whoever was not reached comes back tomorrow at another hour, three times in all. */
  noteTaskResult: writeVerb({
    action: 'service.task',
    input: { taskId: idSchema, result: z.enum(tryResults), words: words(400) },
    output: z.object({
      /** The day on which it comes back; null for one that is over. */
      nextDueOn: businessDaySchema.nullable(),
      nextDueMinute: minuteSchema.nullable(),
    }),
    refusals: { ...closed, TaskResultWrong: z.object({}) },
  }),
  /** Another person, another day. One's own, or nobody's, anybody may move; another's whoever may plan (`service.planTasks`). */
  moveTask: writeVerb({
    action: 'service.task',
    input: {
      taskId: idSchema,
      personId: idSchema.nullable(),
      dueOn: businessDaySchema,
      dueMinute: minuteSchema.nullable(),
    },
    output: z.object({}),
    refusals: { ...closed, DaysWrong: z.object({}) },
  }),
  /** Nobody needs it any more. */
  dropTask: writeVerb({
    action: 'service.planTasks',
    input: { taskId: idSchema },
    output: z.object({}),
    refusals: closed,
  }),
  /** Whom a list may be split over: everybody who works here, with who is planned for that day. */
  taskPeople: readVerb({
    action: 'service.read',
    input: z.object({ day: businessDaySchema }),
    output: z.object({
      people: z.array(personSchema.extend({ isOnShift: z.boolean(), openTasks: z.int() })),
    }),
    refusals: {},
  }),
  /** By person: what was due first in these days, what of it is done, and what their tries in these days came to. */
  taskFigures: readVerb({
    action: 'service.figures',
    input: daysSchema,
    output: z.object({
      people: z.array(
        z.object({
          /** Null for tasks that nobody has. */
          person: personSchema.nullable(),
          planned: z.int(),
          completed: z.int(),
          open: z.int(),
          results: z.record(z.enum(tryResults), z.int()),
        }),
      ),
    }),
    refusals: {},
  }),
};
