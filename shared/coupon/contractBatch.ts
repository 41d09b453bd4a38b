/** What a batch of coupons looks like on screen, and what it may be printed as. */
import { z } from 'zod';
import { idSchema, instantSchema, languageSchema } from '../wire.ts';

/** What a batch is printed as; each has codes of its own so that its effect can be counted. */
export const batchKinds = [
  'sheet8',
  'sheet10',
  'strip',
  'neckHanger',
  'shelfCard',
  'posterA4',
  'posterA3',
  'flags',
  'message',
] as const;
export type BatchKind = (typeof batchKinds)[number];

export const couponBatchSchema = z.object({
  batchId: idSchema,
  seriesId: idSchema,
  kind: z.enum(batchKinds),
  label: z.string(),
  languages: z.array(languageSchema),
  count: z.int(),
  made: z.int(),
  state: z.enum(['making', 'ready', 'cancelled', 'voided']),
  redeemed: z.int(),
  createdAt: instantSchema,
  createdBy: z.string().nullable(),
});
export type CouponBatch = z.output<typeof couponBatchSchema>;
