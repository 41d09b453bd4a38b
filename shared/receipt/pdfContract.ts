/** What a screen may ask of the paper press: sheets as a PDF, how far it is, and its bytes in portions. */
import { z } from 'zod';
import { actVerb, readVerb, streamVerb } from '../verb.ts';
import { businessDaySchema, idSchema } from '../wire.ts';

/** What is to be printed. Its data come only through verbs that the asking person may call. */
export const pdfSubjectSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('couponBatch'), id: idSchema }),
  /** The id of the customer who signs it. */
  z.strictObject({ kind: z.literal('debtStatement'), id: idSchema }),
  /** The day on which the debts were copied from the paper notebook, or all that are open. */
  z.strictObject({ kind: z.literal('debtNotebook'), id: z.union([z.literal('open'), businessDaySchema]) }),
  z.strictObject({ kind: z.literal('giftCertificate'), id: z.string().regex(/^[0-9A-Z]{1,20}$/) }),
  /** The rules of the bonus programme as they hold now, in three languages. */
  z.strictObject({ kind: z.literal('programmeRules'), id: z.literal('now') }),
  /** A month for the accountant, and the language: `2026-11-ru`. */
  z.strictObject({ kind: z.literal('month'), id: z.string().regex(/^\d{4}-\d{2}-(uz|ru|en)$/) }),
  /** The customers of a day, and the language: `2026-11-22-uz`. */
  z.strictObject({ kind: z.literal('customerDay'), id: z.string().regex(/^\d{4}-\d{2}-\d{2}-(uz|ru|en)$/) }),
  /** The id of an opened inspection, and the language. */
  z.strictObject({ kind: z.literal('inspection'), id: z.string().regex(/^[0-9a-f-]{36}-(uz|ru|en)$/) }),
  /** The id of an order of labels. */
  z.strictObject({ kind: z.literal('labels'), id: idSchema }),
  /** The id of a batch of instant cards. */
  z.strictObject({ kind: z.literal('customerCards'), id: idSchema }),
  /** The id of the customer who signs it, and the language of the words. */
  z.strictObject({ kind: z.literal('customerConsent'), id: z.string().regex(/^[0-9a-f-]{36}-(uz|ru|en)$/) }),
  /** A customer's account: their id, the first and the last day. */
  z.strictObject({
    kind: z.literal('reconciliation'),
    id: z.string().regex(/^[0-9a-f-]{36}-\d{4}-\d{2}-\d{2}-\d{4}-\d{2}-\d{2}$/),
  }),
]);
export type PdfSubject = z.output<typeof pdfSubjectSchema>;

/** `waiting` for another PDF to be done · `printing` · `ready` to be fetched · the rest are ends without one. */
export const pdfStates = ['waiting', 'printing', 'ready', 'cancelled', 'failed'] as const;

/** Why there is no PDF; each has words under `receipt.pdf.problem`. */
export const pdfProblems = [
  /** The browser, or the hidden window, did not start. */
  'PressNotStarted',
  /** It ended, or its page crashed, while it printed. */
  'PressEnded',
  /** It did not answer in time. */
  'PressTooSlow',
  /** The page could not get its data, or has nothing to print. */
  'PageNotReady',
  /** More sheets than one file should hold: smaller batches remain. */
  'PdfTooLarge',
  /** The sheets could not be put together. */
  'PdfBroken',
] as const;
export type PdfProblem = (typeof pdfProblems)[number];

export const pdfNewsSchema = z.object({
  jobId: idSchema,
  state: z.enum(pdfStates),
  /** Sheets that are done. */
  donePages: z.int(),
  /** Sheets in all; null until the first are done. */
  pages: z.int().nullable(),
  /** The size of the PDF once it is ready. */
  sizeBytes: z.int().nullable(),
  problem: z.enum(pdfProblems).nullable(),
});
export type PdfNews = z.output<typeof pdfNewsSchema>;

export const pdfContract = {
  /** Begins a PDF and answers at once. One is made at a time; those of other windows wait. */
  startPdf: actVerb({
    action: 'receipt.makePdf',
    input: z.object({ what: pdfSubjectSchema }),
    output: z.object({ jobId: idSchema }),
    refusals: {
      /** This PC has no browser that could make one: the page's own print dialog remains. */
      PdfNotPossible: z.object({}),
      /** This window has several unfinished or unfetched PDFs already. */
      PdfTooMany: z.object({}),
    },
  }),
  /** News of the PDFs of this window: first how each one stands, then every step. */
  pdfProgress: streamVerb({ action: 'receipt.makePdf', input: z.object({}), output: pdfNewsSchema }),
  /** Stops a PDF that is being made; harmless when it is over. */
  cancelPdf: actVerb({
    action: 'receipt.makePdf',
    input: z.object({ jobId: idSchema }),
    output: z.object({}),
    refusals: {},
  }),
  /** A portion of a finished PDF from a byte on, small enough for every wire. Only who started it may fetch it. */
  pdfPart: readVerb({
    action: 'receipt.makePdf',
    input: z.object({ jobId: idSchema, from: z.int().min(0) }),
    output: z.object({
      base64: z.string(),
      /** Where the next portion begins; null after the last. */
      next: z.int().nullable(),
    }),
    refusals: { PdfGone: z.object({}) },
  }),
  /** The PDF was fetched: the till forgets it. */
  pdfDone: actVerb({
    action: 'receipt.makePdf',
    input: z.object({ jobId: idSchema }),
    output: z.object({}),
    refusals: {},
  }),
};
