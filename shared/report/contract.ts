/** What the owner's pages may ask: figures of a day against the same weekday a week before. */
import { z } from 'zod';
import { readVerb } from '../verb.ts';
import { businessDaySchema, instantSchema, signedSomSchema, somSchema } from '../wire.ts';

const dayFiguresSchema = z.object({
  netSom: signedSomSchema,
  receipts: z.int(),
  averageSom: somSchema,
  receiptsWithCustomer: z.int(),
  newCustomers: z.int(),
  returningCustomers: z.int(),
  bonusGivenSom: somSchema,
  bonusSpentSom: somSchema,
  couponsGiven: z.int(),
  couponsRedeemed: z.int(),
  /** Net sales of the receipts on which a coupon was redeemed. */
  couponSalesSom: somSchema,
});
export type DayFigures = z.output<typeof dayFiguresSchema>;

export const reportContract = {
  today: readVerb({
    action: 'report.today',
    input: z.object({ day: businessDaySchema.nullable() }),
    output: z.object({
      day: businessDaySchema,
      /** The same weekday of last week; up to the same minute while `day` is still running. */
      comparedDay: businessDaySchema,
      comparedUntil: instantSchema.nullable(),
      figures: dayFiguresSchema,
      compared: dayFiguresSchema,
      /** What the shop owes in bonus at this moment, claim codes included. */
      bonusOwedSom: signedSomSchema,
      hours: z.array(z.object({ hour: z.int(), netSom: signedSomSchema, comparedNetSom: signedSomSchema })),
      customers: z.array(
        z.object({ name: z.string(), visits: z.int(), paidSom: somSchema, bonusSom: signedSomSchema }),
      ),
      products: z.array(
        z.object({ name: z.string(), quantityThousandths: z.int(), netSom: signedSomSchema }),
      ),
    }),
    refusals: {},
  }),
};
