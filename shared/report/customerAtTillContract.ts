/** What the sell screen asks about whoever stands at the counter, beside what the basket itself tells of them. */
import { z } from 'zod';
import { birthdaySpokenDays } from '../customer/atTill.ts';
import { complaintTopics } from '../service/complaint.ts';
import { waitingForCustomerSchema } from '../service/wishContract.ts';
import { readVerb } from '../verb.ts';
import { idSchema, localTextSchema, unitSchema } from '../wire.ts';

const productSchema = z.object({ productId: idSchema, name: localTextSchema, unit: unitSchema });

export const customerAtTillSchema = z.object({
  customerId: idSchema,
  /** As the shop wrote it; empty while it wrote none. */
  name: z.string(),
  /** Days to the birthday: 0 today, above zero to come, below it over; null further away than a week. */
  birthdayInDays: z.int().min(-birthdaySpokenDays).max(birthdaySpokenDays).nullable(),
  /** In the words in which they were noted. */
  allergies: z.array(z.string()),
  /** The newest complaint that is not closed. */
  complaint: z
    .object({
      complaintId: idSchema,
      number: z.int(),
      topic: z.enum(complaintTopics),
      /** Whether a person of the shop has answered. */
      isAnswered: z.boolean(),
      /** Other complaints that are not closed either. */
      others: z.int(),
    })
    .nullable(),
  /** Ordered or asked for, and here now: orders first. */
  waiting: z.array(waitingForCustomerSchema),
  /** How long they were away, where that is unusual for them. */
  away: z.object({ days: z.int(), usualDays: z.int() }).nullable(),
  /** Goods of the last year that are still sold, by the days on which they were bought; more than the strip shows, because some may lie in the basket. */
  usual: z.array(productSchema.extend({ daysBought: z.int() })),
  /** Of those, what is bought regularly and has come due; the strongest habit first. */
  due: z.array(productSchema.extend({ everyDays: z.int(), daysSince: z.int() })),
});
export type CustomerAtTill = z.output<typeof customerAtTillSchema>;

export const customerAtTillReports = {
  customerAtTill: readVerb({
    action: 'customer.read',
    input: z.object({ customerId: idSchema }),
    output: z.object({ atTill: customerAtTillSchema }),
    refusals: {},
  }),
};
