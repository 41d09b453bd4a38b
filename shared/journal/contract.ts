/** What a screen may ask of the journal itself: an archive for others to check, what was seen, what left the till as a file. */
import { z } from 'zod';
import { actVerb, writeVerb } from '../verb.ts';
import { businessDaySchema, someWords } from '../wire.ts';

/** What a person may save as a file; the journal knows which and how much, never what stood in it. */
export const exportKinds = [
  'bonusReport',
  'complaints',
  'contacts',
  'corrections',
  'couponCodes',
  'coupons',
  'customers',
  'debtors',
  'drawTickets',
  'expenses',
  'faultyRows',
  'feedback',
  'firms',
  'giftCards',
  'goods',
  'journal',
  'month',
  'notebook',
  'partners',
  'people',
  'priceList',
  'promotions',
  'receipts',
  'reconciliation',
  'orders',
  'shifts',
  'tasks',
  'wishes',
] as const;

export const journalContract = {
  /** Writes the documents of a period with everything that is needed to check them without this program. */
  archive: actVerb({
    action: 'journal.archive',
    input: z.object({ from: businessDaySchema, to: businessDaySchema, folder: someWords(500) }),
    output: z.object({
      /** The folder that was made in the chosen one. */
      folder: z.string(),
      documents: z.int(),
      firstSequence: z.int(),
      lastSequence: z.int(),
      /** The hash of the last link, as the archive's head says it. */
      hash: z.string(),
      /** The fingerprint of the key it was signed with: the same on every archive of this till. */
      key: z.string(),
    }),
    refusals: {
      FolderNotUsable: z.object({ folder: z.string() }),
      NothingToArchive: z.object({}),
    },
  }),
  seeAttention: writeVerb({
    action: 'report.journal',
    input: { ids: z.array(z.string().max(80)).min(1).max(500) },
    output: z.object({ unseen: z.int() }),
    refusals: {},
  }),
  exported: writeVerb({
    action: 'journal.export',
    input: { what: z.enum(exportKinds), rows: z.int().min(0).max(10_000_000) },
    output: z.object({}),
    refusals: {},
  }),
};
