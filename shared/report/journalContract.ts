/** What the owner may ask about the journal: its documents, what to look at first, and whether everything is whole. */
import { z } from 'zod';
import { attentionKinds } from '../journal/attention.ts';
import { documentKinds } from '../journal/document.ts';
import { actVerb, readVerb } from '../verb.ts';
import { businessDaySchema, idSchema, instantSchema, pageSchema, signedSomSchema } from '../wire.ts';

const documentSchema = z.object({
  sequence: z.int(),
  kind: z.enum(documentKinds),
  documentId: z.string(),
  businessDay: businessDaySchema,
  at: instantSchema,
  /** Null for what the till did by itself. */
  personId: z.string().nullable(),
  personName: z.string().nullable(),
  approverName: z.string().nullable(),
  customerId: z.string().nullable(),
  /** The number printed on its paper, where it has one. */
  number: z.int().nullable(),
  /** What it moved, or was about; null where no sum says it. */
  amountSom: signedSomSchema.nullable(),
});
export type JournalDocument = z.output<typeof documentSchema>;

const attentionSchema = z.object({
  id: z.string(),
  kind: z.enum(attentionKinds),
  businessDay: businessDaySchema,
  at: instantSchema,
  documentId: z.string().nullable(),
  /** Ids, amounts and moments, by the names of shared/journal/attention.ts. */
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  /** Who did it, who stood for it, and whom it is about. */
  personName: z.string().nullable(),
  approverName: z.string().nullable(),
  aboutName: z.string().nullable(),
  seenAt: instantSchema.nullable(),
});
export type AttentionItem = z.output<typeof attentionSchema>;

/** Which part of the books a check looks at. */
export const checkGroups = [
  'ledger',
  'bonus',
  'credit',
  'games',
  'sales',
  'returns',
  'shifts',
  'service',
  'records',
  'journal',
] as const;
export type CheckGroup = (typeof checkGroups)[number];

const brokenSchema = z.object({
  /** The number of the link, or of the first that is missing. */
  sequence: z.int(),
  fault: z.enum(['order', 'broken', 'altered', 'content', 'missing', 'head', 'file']),
  kind: z.string().nullable(),
  businessDay: businessDaySchema.nullable(),
  receiptNumber: z.int().nullable(),
});
export type BrokenLink = z.output<typeof brokenSchema>;

const verifiedSchema = z.object({
  group: z.enum(checkGroups),
  /** What it proves and what was counted, in plain English, as `npm run verify` says it. */
  proves: z.string(),
  of: z.string(),
  count: z.int(),
  wrong: z.int(),
  examples: z.array(z.string()),
});

export const journalReports = {
  /** Newest first. A page may be short while there is more: a filter looks through so many documents at a time. */
  journal: readVerb({
    action: 'report.journal',
    input: pageSchema.extend({
      kinds: z.array(z.enum(documentKinds)).max(documentKinds.length).default([]),
      personId: idSchema.nullable().default(null),
      from: businessDaySchema.nullable().default(null),
      to: businessDaySchema.nullable().default(null),
      /** Everything about one receipt. */
      receiptNumber: z.int().min(1).nullable().default(null),
    }),
    output: z.object({ documents: z.array(documentSchema), nextCursor: z.string().nullable() }),
    refusals: {},
  }),
  /** One document as the journal keeps it, with its place in the chain. */
  journalDocument: readVerb({
    action: 'report.journal',
    input: z.object({ sequence: z.int().min(1) }),
    output: documentSchema.extend({ contentJson: z.string(), previousHash: z.string(), hash: z.string() }),
    refusals: {},
  }),
  attention: readVerb({
    action: 'report.journal',
    input: z.object({ withSeen: z.boolean().default(false) }),
    output: z.object({ items: z.array(attentionSchema), unseen: z.int() }),
    refusals: {},
  }),
  /** Proves everything that `npm run verify` proves. Long, a part at a time: selling goes on meanwhile. */
  verify: actVerb({
    action: 'report.verify',
    input: z.object({}),
    output: z.object({
      checks: z.array(verifiedSchema),
      /** The first link of the journal that is not as it was written; null when all are. */
      firstBroken: brokenSchema.nullable(),
      ranAt: instantSchema,
    }),
    refusals: {},
  }),
};
