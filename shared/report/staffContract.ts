/** What a person at the till may ask of their own work, and how the owner looks at the day from there. */
import { z } from 'zod';
import { actVerb, readVerb } from '../verb.ts';
import { businessDaySchema, idSchema, somSchema } from '../wire.ts';
import { todaySchema } from './todaySchema.ts';

export const ownFiguresSchema = z.object({
  /** The first and the last day of the month; of the running one up to now. */
  month: z.object({ first: businessDaySchema, last: businessDaySchema }),
  /** Receipts that this person sold. */
  receipts: z.int(),
  /** What those receipts came to; what others took back later is not taken off. */
  soldSom: somSchema,
  averageSom: somSchema,
  /** Receipts with a customer, attached later included. */
  receiptsWithCustomer: z.int(),
  /** Receipts with a discount by hand, and what was taken off on them. */
  discountedReceipts: z.int(),
  discountSom: somSchema,
  /** Lines taken out of a basket, those of cleared baskets included. */
  linesRemoved: z.int(),
  /** Returns that this person took, and what those goods had cost. */
  returns: z.int(),
  returnedSom: somSchema,
});
export type OwnFigures = z.output<typeof ownFiguresSchema>;

export const staffReports = {
  /** The figures of whoever is logged in at the window, never of another. */
  ownFigures: readVerb({
    action: 'staff.own',
    /** Any day of the month; null for the running one. */
    input: z.object({ month: businessDaySchema.nullable() }),
    output: ownFiguresSchema,
    refusals: {},
  }),
  /**
   * The running day for somebody who may see it, at the window of somebody who may not: the cashier stays logged in and
   * the basket stays open. Attempts count like those of a log-in.
   */
  peek: actVerb({
    action: 'staff.own',
    input: z.object({ personId: idSchema, secret: z.string().min(1).max(200) }),
    output: todaySchema,
    refusals: {},
  }),
};
