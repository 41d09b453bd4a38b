/** What a screen may ask of papers on their way: the quiet badge, the queue, and a person's answer about a doubtful one. */
import { z } from 'zod';
import { readVerb, writeVerb } from '../verb.ts';
import { idSchema, instantSchema, pageSchema, words } from '../wire.ts';
import { symbologies } from './blocks.ts';
import { previewSchema } from './preview.ts';
import { printStates } from './printState.ts';

export const printJobSchema = z.object({
  id: idSchema,
  /** A drawer is opened by a tiny job of its own. */
  kind: z.enum(['paper', 'drawer']),
  documentKind: z.string(),
  documentId: z.string(),
  purpose: z.enum(['original', 'copy', 'test']),
  /** 0 for an original and a test, 1, 2, 3 … for copies. */
  copyNumber: z.int(),
  printerId: idSchema,
  printerName: z.string(),
  state: z.enum(printStates),
  /** A code of printState.ts that the screens translate; null where nothing stands in the way. */
  reason: words(200).nullable(),
  attempts: z.int(),
  createdAt: instantSchema,
  /** When the till tries again by itself. */
  nextTryAt: instantSchema.nullable(),
  doneAt: instantSchema.nullable(),
  resolution: z.enum(['whole', 'torn', 'skipped', 'moved']).nullable(),
});
export type PrintJob = z.output<typeof printJobSchema>;

const documentSchema = {
  documentKind: z.string().min(1).max(40),
  documentId: z.string().min(1).max(80),
} as const;

export const spoolVerbs = {
  /** The quiet badge of the sell screen. */
  state: readVerb({
    action: 'anyone',
    input: z.object({}),
    output: z.object({
      waiting: z.int(),
      /** The oldest job that needs a person, with the printer's own reason. */
      problem: z
        .object({
          jobId: idSchema,
          state: z.enum(['blocked', 'retry_wait', 'unknown', 'failed']),
          reason: words(200),
          documentKind: z.string(),
          documentId: z.string(),
          printerId: idSchema,
          printerName: z.string(),
        })
        .nullable(),
    }),
    refusals: {},
  }),
  /** The queue: what is not settled, oldest first; or everything, newest first. */
  jobs: readVerb({
    action: 'receipt.preview',
    input: pageSchema.extend({
      which: z.enum(['open', 'all']).default('open'),
      printerId: idSchema.nullable().default(null),
    }),
    output: z.object({
      jobs: z.array(printJobSchema),
      nextCursor: z.string().nullable(),
      printers: z.array(z.object({ id: idSchema, name: z.string(), waiting: z.int() })),
    }),
    refusals: {},
  }),
  /** The steps a job went through, oldest first. */
  jobSteps: readVerb({
    action: 'receipt.preview',
    input: z.object({ jobId: idSchema }),
    output: z.object({
      steps: z.array(
        z.object({
          at: instantSchema,
          from: z.enum(printStates),
          to: z.enum(printStates),
          detail: z.string().nullable(),
        }),
      ),
    }),
    refusals: {},
  }),
  /**
   * Answers "did the paper come out whole?" for a job whose end nobody knows. `torn` prints a copy that says so, on another
   * printer where one is named; nothing is printed a second time without its mark.
   */
  resolveJob: writeVerb({
    action: 'receipt.preview',
    input: {
      jobId: idSchema,
      answer: z.enum(['whole', 'torn', 'skip']),
      printerId: idSchema.nullable().default(null),
    },
    output: z.object({ copyJobId: idSchema.nullable() }),
    refusals: { PaperNotKept: z.object({}) },
  }),
  /** Tries a printer's waiting papers at once: somebody has put paper in. */
  retryNow: writeVerb({
    action: 'receipt.preview',
    input: { printerId: idSchema },
    output: z.object({}),
    refusals: {},
  }),
  /** Gives up a paper of which nothing was sent. Refuses JobNotWaiting when it is on its way already. */
  cancelJob: writeVerb({
    action: 'receipt.preview',
    input: { jobId: idSchema },
    output: z.object({}),
    refusals: { JobNotWaiting: z.object({}) },
  }),
  /** Sends a waiting paper, of which no byte was printed, to another printer as it is. */
  moveJob: writeVerb({
    action: 'receipt.preview',
    input: { jobId: idSchema, printerId: idSchema },
    output: z.object({}),
    refusals: { JobNotWaiting: z.object({}) },
  }),
  /**
   * The paper of a document on the screen, while no printer prints it: how it would look, and every code on it, large enough
   * to be photographed.
   */
  onScreen: readVerb({
    action: 'sale.read',
    input: z.object(documentSchema),
    output: z.object({
      preview: previewSchema,
      codes: z.array(z.object({ symbology: z.enum(symbologies), data: z.string(), caption: z.string() })),
    }),
    refusals: {},
  }),
};
