/** What a screen may ask of papers that came out: a list of all of them, how one looked, and a copy of it. */
import { z } from 'zod';
import { readVerb, writeVerb } from '../verb.ts';
import { idSchema, instantSchema, pageSchema } from '../wire.ts';
import { previewSchema } from './preview.ts';

/** The document that a paper belongs to. */
const documentSchema = {
  documentKind: z.string().min(1).max(40),
  documentId: z.string().min(1).max(80),
} as const;

/**
 * No copy while the paper itself is on its way or waits, and while nobody has said how a doubtful one came out: a copy then
 * would be the second paper of a first one.
 */
export const paperWaitsRefusal = {
  PaperWaits: z.object({
    jobId: idSchema,
    printerId: idSchema,
    state: z.enum(['queued', 'sending', 'blocked', 'retry_wait', 'unknown']),
  }),
};

export const papersVerbs = {
  /** Newest first; secret slips, test slips and strips of bearer coupons are not among them. */
  papers: readVerb({
    action: 'sale.read',
    input: pageSchema.extend({ documentKind: z.string().max(40).nullable().default(null) }),
    output: z.object({
      papers: z.array(z.object({ ...documentSchema, printedAt: instantSchema, copies: z.int() })),
      /** The kinds there are, for the filter. */
      kinds: z.array(z.string()),
      nextCursor: z.string().nullable(),
    }),
    refusals: {},
  }),
  paper: readVerb({
    action: 'sale.read',
    input: z.object(documentSchema),
    output: z.object({ preview: previewSchema }),
    refusals: {},
  }),
  printAgain: writeVerb({
    action: 'sale.reprint',
    input: documentSchema,
    output: z.object({ copyNumber: z.int() }),
    refusals: { NoPrinter: z.object({}), ...paperWaitsRefusal },
  }),
};
