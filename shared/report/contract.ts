/** What the owner's pages may ask: figures of a day against the same weekday a week before. */
import { z } from 'zod';
import { readVerb } from '../verb.ts';
import { businessDaySchema, idSchema, instantSchema, signedSomSchema, somSchema } from '../wire.ts';
import { bonusReports } from './bonusContract.ts';
import { promotionReports } from './promotionContract.ts';

const dayFiguresSchema = z.object({
  /** Receipts less the goods that came back on the day. */
  netSom: signedSomSchema,
  returnedSom: somSchema,
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
  ...promotionReports,
  ...bonusReports,
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
      /** By the shop's clock, in the order of the business day; the compared day as a whole. */
      hours: z.array(z.object({ hour: z.int(), netSom: signedSomSchema, comparedNetSom: signedSomSchema })),
      customers: z.array(
        z.object({
          customerId: idSchema,
          /** The name, else the masked phone or card. */
          name: z.string(),
          /** Days on which they bought something, this one included. */
          visits: z.int(),
          /** In this day, bonus not counted. */
          paidSom: somSchema,
          bonusSom: signedSomSchema,
        }),
      ),
      products: z.array(
        z.object({
          productId: idSchema,
          name: z.string(),
          quantityThousandths: z.int(),
          netSom: signedSomSchema,
        }),
      ),
    }),
    refusals: {},
  }),
};
