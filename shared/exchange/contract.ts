/** What a screen may ask of imports: a list comes in by portions, is checked row by row, and counts all at once or not at all. */
import { z } from 'zod';
import { draftVerb, readVerb, writeVerb } from '../verb.ts';
import { businessDaySchema, idSchema, instantSchema, languageSchema, someWords, somSchema } from '../wire.ts';
import { longestCell } from './cellsOfRow.ts';
import { rowFaults, rowWarnings, samePersonCell } from './faults.ts';
import { customerFields, importKinds, productFields } from './fields.ts';
import { fileFormats } from './guessColumns.ts';

/** So few rows go at once that a sale in between does not wait noticeably. */
export const rowsAtOnce = 250;
export const mostRows = 50_000;

const kindSchema = z.enum(importKinds);
const fieldSchema = z.enum([...new Set([...productFields, ...customerFields])]);
const mappingSchema = z.array(fieldSchema.nullable()).max(200);
const cellsSchema = z.partialRecord(
  z.enum([...fieldSchema.options, samePersonCell]),
  z.string().max(longestCell),
);
const rowNumber = z.int().min(1).max(2_000_000);
/** As a spreadsheet counts: the first row is 1. */
const rowSchema = z.object({ row: rowNumber, cells: cellsSchema });

/**
 * What becomes of a row.
 *
 * | verdict   | meaning                                                          |
 * |-----------|------------------------------------------------------------------|
 * | add       | the till does not know it yet                                    |
 * | update    | the till knows it, and something is new                          |
 * | skip      | left out because the person chose so                             |
 * | duplicate | an earlier row of the file says the same                         |
 * | error     | cannot come in; the notes say why                                |
 */
export const verdicts = ['add', 'update', 'skip', 'duplicate', 'error'] as const;
export type Verdict = (typeof verdicts)[number];

const noteSchema = z.object({
  code: z.enum([...rowFaults, ...rowWarnings]),
  field: z.string().nullable(),
  hint: z.string(),
});

const checkedRowSchema = rowSchema.extend({
  verdict: z.enum(verdicts),
  notes: z.array(noteSchema),
  /** For a duplicate, and for a phone of two people: the other row. */
  otherRow: z.int().nullable(),
});
export type CheckedRow = z.output<typeof checkedRowSchema>;

export const importOptionsSchema = z.object({
  /** What is done with what the till knows already, and with what it does not. */
  known: z.enum(['update', 'skip']),
  unknown: z.enum(['add', 'skip']),
  /** The language of names whose column does not say one. */
  language: languageSchema,
  dayOrder: z.enum(['dayFirst', 'monthFirst']),
  /** Whether imported bonus burns after the shop's days, or never. */
  bonusExpiry: z.enum(['shop', 'never']),
});
export type ImportOptions = z.output<typeof importOptionsSchema>;

export const importStates = ['reading', 'done', 'cancelled', 'undone'] as const;
export type ImportState = (typeof importStates)[number];

const countSchema = z.int().min(0);

const summarySchema = z.object({
  importId: idSchema,
  kind: kindSchema,
  fileName: z.string(),
  state: z.enum(importStates),
  /** 1, 2, 3 … of imports that were carried out; null before. */
  number: z.int().nullable(),
  rows: countSchema,
  counts: z.object({
    add: countSchema,
    update: countSchema,
    skip: countSchema,
    duplicate: countSchema,
    error: countSchema,
  }),
  /** Rows that come in although something is to be said of them. */
  warnings: countSchema,
  openingBonusSom: somSchema,
  openingDebtSom: somSchema,
  begunAt: instantSchema,
  finishedAt: instantSchema.nullable(),
  finishedOn: businessDaySchema.nullable(),
  undoneAt: instantSchema.nullable(),
});
export type ImportSummary = z.output<typeof summarySchema>;

/** What of an import was used already, so that it cannot be taken out again. */
export const useKinds = [
  'sold',
  'inBasket',
  'changed',
  'bonusUsed',
  'debtPaid',
  'moneyMoved',
  'visited',
  'namedElsewhere',
] as const;
export type UseKind = (typeof useKinds)[number];

const usesSchema = z.array(
  z.object({ kind: z.enum(useKinds), count: z.int(), examples: z.array(z.string()) }),
);
export type ImportUses = z.output<typeof usesSchema>;

const closed = { ImportClosed: z.object({}) };

export const exchangeContract = {
  /** The columns that were chosen for a file with the same headings before; null for a new one. */
  columnsOf: readVerb({
    action: 'exchange.import',
    input: z.object({ kind: kindSchema, fingerprint: z.string().max(1_000) }),
    output: z.object({ mapping: mappingSchema.nullable() }),
    refusals: {},
  }),
  /** Begins an import; one that was begun and never finished goes away. */
  start: writeVerb({
    action: 'exchange.import',
    input: {
      kind: kindSchema,
      fileName: someWords(200),
      format: z.enum(fileFormats),
      fingerprint: z.string().max(1_000),
      mapping: mappingSchema,
      options: importOptionsSchema,
    },
    output: z.object({ importId: idSchema }),
    refusals: {},
  }),
  /** Checks a portion. A row that comes again takes the place of the one before. */
  takeRows: draftVerb({
    action: 'exchange.import',
    input: { importId: idSchema, rows: z.array(rowSchema).min(1).max(rowsAtOnce) },
    output: z.object({ rows: countSchema, errors: countSchema }),
    refusals: { ...closed, ImportTooLong: z.object({ most: z.int() }) },
  }),
  /** One row changed by hand in the check. */
  changeRow: draftVerb({
    action: 'exchange.import',
    input: { importId: idSchema, row: rowNumber, cells: cellsSchema },
    output: z.object({ row: checkedRowSchema }),
    refusals: closed,
  }),
  rows: readVerb({
    action: 'exchange.import',
    input: z.object({
      importId: idSchema,
      only: z.enum(['all', 'errors', 'warnings', 'duplicates']).default('all'),
      cursor: z.string().max(20).nullable().default(null),
      limit: z.int().min(1).max(1_000).default(100),
    }),
    output: z.object({ rows: z.array(checkedRowSchema), nextCursor: z.string().nullable() }),
    refusals: {},
  }),
  summary: readVerb({
    action: 'exchange.import',
    input: z.object({ importId: idSchema }),
    output: summarySchema,
    refusals: {},
  }),
  /** Everything that can come in comes in, in one transaction. */
  finish: writeVerb({
    action: 'exchange.import',
    input: { importId: idSchema },
    output: summarySchema,
    refusals: {
      ...closed,
      ImportEmpty: z.object({}),
      /** Goods or customers came into the till since the rows were checked: they must be checked again. */
      ImportStale: z.object({ rows: z.int() }),
      ImportTotalTooLarge: z.object({}),
    },
  }),
  cancel: writeVerb({
    action: 'exchange.import',
    input: { importId: idSchema },
    output: z.object({}),
    refusals: closed,
  }),
  /** Takes a whole import out again, as long as nothing of it was used. */
  undo: writeVerb({
    action: 'exchange.import',
    input: { importId: idSchema },
    output: summarySchema,
    refusals: { ImportNotDone: z.object({}), ImportUsed: z.object({ uses: usesSchema }) },
  }),
  /** The imports that were carried out, newest first. */
  list: readVerb({
    action: 'exchange.import',
    input: z.object({}),
    output: z.object({ imports: z.array(summarySchema) }),
    refusals: {},
  }),
  /** The totals on the receipt printer, to be signed. */
  print: writeVerb({
    action: 'exchange.import',
    input: { importId: idSchema },
    output: z.object({ isQueued: z.boolean() }),
    refusals: { ImportNotDone: z.object({}) },
  }),
  /** What a customer's profile tells of the time before this till; null for who did not come with an import. */
  before: readVerb({
    action: 'customer.read',
    input: z.object({ customerId: idSchema }),
    output: z.object({
      before: z
        .object({
          visits: countSchema,
          spentSom: somSchema,
          lastVisitOn: businessDaySchema.nullable(),
        })
        .nullable(),
    }),
    refusals: {},
  }),
};
