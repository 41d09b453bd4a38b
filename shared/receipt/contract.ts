/** What a screen may ask of the printers: their list, a test slip, the state of the paper. */
import { z } from 'zod';
import { readVerb, writeVerb } from '../verb.ts';
import { idSchema, someWords, words } from '../wire.ts';
import { papersVerbs } from './papersContract.ts';
import { pdfContract } from './pdfContract.ts';
import { printerConnectionSchema, printerProfileSchema } from './printers.ts';

export const printerSchema = z.object({
  id: idSchema,
  name: z.string(),
  connection: printerConnectionSchema,
  profile: printerProfileSchema,
});

export const receiptContract = {
  printers: readVerb({
    action: 'receipt.preview',
    input: z.object({}),
    output: z.object({ printers: z.array(printerSchema) }),
    refusals: {},
  }),
  savePrinter: writeVerb({
    action: 'receipt.manage',
    input: {
      printerId: idSchema.nullable(),
      name: someWords(60),
      connection: printerConnectionSchema,
      profile: printerProfileSchema,
    },
    output: z.object({ printer: printerSchema }),
    refusals: {},
  }),
  printTestSlip: writeVerb({
    action: 'receipt.manage',
    input: { printerId: idSchema },
    output: z.object({ jobId: idSchema }),
    refusals: {},
  }),
  /** The quiet badge of the sell screen. */
  state: readVerb({
    action: 'anyone',
    input: z.object({}),
    output: z.object({
      waiting: z.int(),
      /** The state of the oldest job that needs a person, with the printer's own reason. */
      problem: z
        .object({
          jobId: idSchema,
          state: z.enum(['blocked', 'retry_wait', 'unknown', 'failed']),
          reason: words(200),
        })
        .nullable(),
    }),
    refusals: {},
  }),
  /** Answers the question "did it come out whole?" for a job whose end nobody knows. */
  resolveJob: writeVerb({
    action: 'receipt.preview',
    input: { jobId: idSchema, cameOut: z.boolean() },
    output: z.object({}),
    refusals: {},
  }),
  ...papersVerbs,
  ...pdfContract,
};
