/** What a screen may ask for a customer who wants to see what the shop holds of them. */
import { z } from 'zod';
import { writeVerb } from '../verb.ts';
import { idSchema } from '../wire.ts';

export const personExportVerbs = {
  /**
   * A copy of everything the shop holds of a person, under all ids they ever had: `json` for programs, `html` to read, in the
   * person's language. Leaves a document; the answer is not kept, a second copy is a second act.
   */
  personExport: writeVerb({
    action: 'customer.exportPerson',
    input: { customerId: idSchema },
    output: z.object({ name: z.string(), json: z.string(), html: z.string() }),
    refusals: {},
    keepsAnswer: false,
  }),
};
