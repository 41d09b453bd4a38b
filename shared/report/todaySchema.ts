/** What the owner sees of a day, as a schema: the page of today and the peek at a cashier's window show the same. */
import { z } from 'zod';
import { businessDaySchema, idSchema, instantSchema, signedSomSchema, somSchema } from '../wire.ts';

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

export const todaySchema = z.object({
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
});
export type DayReport = z.output<typeof todaySchema>;
