/** What the owner may ask about a month: its figures, whether it is closed, and the months there are. */
import { z } from 'zod';
import { monthSchema } from '../ledger/monthContract.ts';
import { readVerb } from '../verb.ts';
import { businessDaySchema, instantSchema } from '../wire.ts';
import { monthFiguresSchema } from './monthFigures.ts';

export const monthReports = {
  month: readVerb({
    action: 'report.month',
    input: z.object({ month: monthSchema }),
    output: z.object({
      /** As they were kept when the month was closed, else as they are now. */
      figures: monthFiguresSchema,
      /** Names of the partners and funds that the figures name by id. */
      names: z.array(z.object({ id: z.string(), name: z.string() })),
      today: businessDaySchema,
      /** Null for a month that is open. */
      closed: z
        .object({
          at: instantSchema,
          byName: z.string(),
          hash: z.string(),
          /** Whether the file still comes to the figures that were kept; false is a fault of the file. */
          isSame: z.boolean(),
        })
        .nullable(),
      /** Why it cannot be closed yet; null when it can, or is. */
      notClosable: z.enum(['notOver', 'shiftOpen']).nullable(),
      /** How often it was opened again. */
      reopened: z.array(z.object({ at: instantSchema, byName: z.string(), reason: z.string() })),
    }),
    refusals: {},
  }),
};
