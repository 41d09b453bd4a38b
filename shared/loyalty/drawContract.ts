/** Draws that anyone can check, and contests by merit. */
import { z } from 'zod';
import { scopeSchema } from '../promotion/scope.ts';
import { readVerb, writeVerb } from '../verb.ts';
import { businessDaySchema, idSchema, instantSchema, localTextSchema, somSchema, words } from '../wire.ts';
import { prizeSchema } from './gameContract.ts';

export const drawSchema = z.object({
  drawId: idSchema,
  name: localTextSchema,
  from: businessDaySchema,
  to: businessDaySchema,
  /** One ticket for every so many so'm of the covered goods; null where only promotions give tickets. */
  eachSom: somSchema.refine((each) => each > 0).nullable(),
  scope: scopeSchema,
  /** First prize first; the same words may stand several times. */
  prizes: z.array(prizeSchema).min(1).max(100),
  isOncePerCustomer: z.boolean(),
});

const drawStateSchema = z.enum(['open', 'drawn', 'cancelled']);

const drawShownSchema = drawSchema.extend({
  state: drawStateSchema,
  tickets: z.int(),
  customers: z.int(),
  /** SHA-256 of `daftar-draw:` and the seed; published before the first ticket. */
  commitment: z.string(),
  /** Shown when the draw is held, so that anyone can compute the winners again. */
  seed: z.string().nullable(),
  drawnAt: instantSchema.nullable(),
});

const drawRefusals = {
  DaysWrong: z.object({}),
  DrawNotOver: z.object({ to: businessDaySchema }),
  DrawClosed: z.object({}),
  DrawEmpty: z.object({}),
};

const contestSchema = z.object({
  contestId: idSchema,
  name: localTextSchema,
  kind: z.enum(['photo', 'guess', 'mostStamps']),
  from: businessDaySchema,
  to: businessDaySchema,
  prizes: z.array(prizeSchema).min(1).max(100),
  /** For `mostStamps`: the card whose stamps are counted. */
  stampCardId: idSchema.nullable(),
});

export const drawVerbs = {
  draws: readVerb({
    action: 'loyalty.read',
    input: z.object({}),
    output: z.object({ draws: z.array(drawShownSchema) }),
    refusals: {},
  }),
  draw: readVerb({
    action: 'loyalty.read',
    input: z.object({ drawId: idSchema }),
    output: z.object({
      draw: drawShownSchema,
      winners: z.array(
        z.object({
          place: z.int(),
          ticketNumber: z.int(),
          prize: z.string(),
          customerId: idSchema,
          /** First name and the last digits of the phone: what may be published. */
          publicName: z.string(),
          handedAt: instantSchema.nullable(),
        }),
      ),
    }),
    refusals: {},
  }),
  /** The list from which anybody can compute the winners: ticket numbers with a name that may be published. */
  drawTickets: readVerb({
    action: 'loyalty.read',
    input: z.object({
      drawId: idSchema,
      cursor: z.string().max(300).nullable(),
      limit: z.int().min(1).max(5000),
    }),
    output: z.object({
      tickets: z.array(
        z.object({
          number: z.int(),
          isVoid: z.boolean(),
          publicName: z.string(),
          /** The same for all tickets of one customer, and telling nothing else of them. */
          holder: z.string(),
        }),
      ),
      nextCursor: z.string().nullable(),
    }),
    refusals: {},
  }),
  /** Begins a draw: the seed is drawn and promised. What customers were told is not changed afterwards. */
  beginDraw: writeVerb({
    action: 'loyalty.draw',
    input: { draw: drawSchema },
    output: z.object({ commitment: z.string() }),
    refusals: drawRefusals,
  }),
  cancelDraw: writeVerb({
    action: 'loyalty.draw',
    input: { drawId: idSchema },
    output: z.object({}),
    refusals: drawRefusals,
  }),
  /** After the last day: the winners follow from seed and tickets. */
  holdDraw: writeVerb({
    action: 'loyalty.draw',
    input: { drawId: idSchema },
    output: z.object({ seed: z.string(), winners: z.int() }),
    refusals: drawRefusals,
  }),
  handPrize: writeVerb({
    action: 'loyalty.contest',
    input: { drawId: idSchema, place: z.int().min(1) },
    output: z.object({}),
    refusals: {},
  }),
  contests: readVerb({
    action: 'loyalty.read',
    input: z.object({}),
    output: z.object({
      contests: z.array(
        contestSchema.extend({
          state: z.enum(['open', 'closed']),
          entries: z.int(),
          answer: z.int().nullable(),
        }),
      ),
    }),
    refusals: {},
  }),
  contest: readVerb({
    action: 'loyalty.read',
    input: z.object({ contestId: idSchema }),
    output: z.object({
      contest: contestSchema.extend({ state: z.enum(['open', 'closed']), answer: z.int().nullable() }),
      /** By place, else by what counts now. */
      entries: z.array(
        z.object({
          entryId: idSchema,
          customerId: idSchema,
          name: z.string(),
          /** The first name only: what stands in the shop's table. */
          publicName: z.string(),
          note: z.string(),
          guess: z.int().nullable(),
          points: z.int().nullable(),
          stamps: z.int().nullable(),
          isShown: z.boolean(),
          place: z.int().nullable(),
          prize: z.string().nullable(),
        }),
      ),
    }),
    refusals: {},
  }),
  saveContest: writeVerb({
    action: 'loyalty.contest',
    input: { contest: contestSchema },
    output: z.object({}),
    refusals: {
      DaysWrong: z.object({}),
      ContestClosed: z.object({}),
      StampCardNeeded: z.object({}),
      /** Somebody has entered: what counts and the prizes stay. */
      ContestBegun: z.object({}),
    },
  }),
  /** A customer takes part; again with other words is a change of the same entry. */
  enterContest: writeVerb({
    action: 'loyalty.giveDeed',
    input: {
      contestId: idSchema,
      customerId: idSchema,
      note: words(300),
      guess: z.int().min(0).max(1_000_000_000).nullable(),
      /** Agreed to stand in the table with the first name. */
      isShown: z.boolean(),
    },
    output: z.object({}),
    refusals: {
      ContestClosed: z.object({}),
      ContestNotRunning: z.object({}),
      GuessNeeded: z.object({}),
      NeedsPhone: z.object({}),
    },
  }),
  judgeEntry: writeVerb({
    action: 'loyalty.contest',
    input: { entryId: idSchema, points: z.int().min(0).max(1000) },
    output: z.object({}),
    refusals: { ContestClosed: z.object({}) },
  }),
  /** Gives the places: by points, by the nearest guess, by stamps; equals share a place, the earlier entry stands first. */
  closeContest: writeVerb({
    action: 'loyalty.contest',
    input: { contestId: idSchema, answer: z.int().min(0).max(1_000_000_000).nullable() },
    output: z.object({}),
    refusals: {
      ContestClosed: z.object({}),
      AnswerNeeded: z.object({}),
      ContestRunning: z.object({ to: businessDaySchema }),
    },
  }),
};
