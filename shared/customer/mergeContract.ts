/** What a screen may ask about customers who may be one person: who they are, joining them, and taking it back for a day. */
import { z } from 'zod';
import { readVerb, writeVerb } from '../verb.ts';
import { idSchema, instantSchema, pageSchema } from '../wire.ts';
import { customerSchema } from './customerSchema.ts';
import { duplicateReasons } from './duplicates.ts';

/** So long a merge can be taken back. */
export const undoHours = 24;

/** Why a merge stands although the day is not over. */
export const mergeObstacles = [
  'bonusSpent', // bonus of the one who joined was spent, paid out or taken back since
  'creditSpent', // money on their account was used since
  'debtPaid', // something was paid on their debts since
  'goodsTakenBack', // goods of one of their receipts came back since
  'stampsUsed', // their stamps were used for a reward since
  'gameClosed', // a draw or a contest with their tickets was decided since
  'phoneTaken', // somebody else has their phone by now
  'mergedSince', // the customer who was kept has become another one
  'laterMerge', // somebody else joined the kept customer since; that merge goes first
  'changed', // something else of theirs is not as the merge left it
] as const;
export type MergeObstacle = (typeof mergeObstacles)[number];

export const mergeVerbs = {
  /**
   * Pairs who may be one person, the likeliest first. `score` is from 40 to 99 and orders the list; it is no probability.
   * Pairs of whom somebody said that they are two people are left out.
   */
  duplicates: readVerb({
    action: 'customer.merge',
    input: pageSchema,
    output: z.object({
      pairs: z.array(
        z.object({
          one: customerSchema,
          other: customerSchema,
          score: z.int(),
          reasons: z.array(z.enum(duplicateReasons)),
        }),
      ),
      nextCursor: z.string().nullable(),
      count: z.int(),
    }),
    refusals: {},
  }),
  /** These two are not the same person: they are shown together no more. */
  notSamePerson: writeVerb({
    action: 'customer.merge',
    input: { oneId: idSchema, otherId: idSchema },
    output: z.object({}),
    refusals: { SameCustomer: z.object({}) },
  }),
  /** Merges that can still be taken back, newest first; of one customer or of the whole shop. */
  recentMerges: readVerb({
    action: 'customer.merge',
    input: z.object({ customerId: idSchema.nullable().default(null) }),
    output: z.object({
      merges: z.array(
        z.object({
          mergeId: idSchema,
          into: customerSchema,
          fromId: idSchema,
          fromName: z.string(),
          mergedAt: instantSchema,
          undoUntil: instantSchema,
        }),
      ),
    }),
    refusals: {},
  }),
  /** Two customers again, each with what was theirs; what came since the merge stays with the one who was kept. */
  undoMerge: writeVerb({
    action: 'customer.merge',
    input: { intoId: idSchema, fromId: idSchema },
    output: z.object({ into: customerSchema, from: customerSchema }),
    refusals: { MergeTooOld: z.object({}), MergeUsed: z.object({ obstacle: z.enum(mergeObstacles) }) },
  }),
};
