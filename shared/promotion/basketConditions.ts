/** Conditions of what is in the basket, how it is paid and which coupon lies on it. */
import { z } from 'zod';
import { cardProviders, qrProviders } from '../basket.ts';
import { ONE } from '../money.ts';
import { quantitySchema, somSchema } from '../wire.ts';
import { whenReached, whenTrue } from './conditionKind.ts';
import { referencesSchema } from './kinds.ts';
import { scopeSchema } from './scope.ts';

/** Sums and quantities count the promotion's own scope unless another is named. */
const of = scopeSchema.optional();

export const basketConditions = {
  /** "From 50 000": what the goods cost at this step of the fixed order (docs/rules.md rule 6). */
  minimumSum: whenReached(
    { minimumSom: somSchema, of },
    'som',
    (condition, { goodsOf }) => condition.minimumSom - goodsOf(condition.of).sumSom,
  ),

  minimumQuantity: whenReached(
    { minimumThousandths: quantitySchema, of },
    'thousandths',
    (condition, { goodsOf }) => condition.minimumThousandths - goodsOf(condition.of).quantityThousandths,
  ),

  /** Some of these goods are in the basket, however little: "with trousers". */
  contains: whenReached({ of: scopeSchema }, 'thousandths', (condition, { goodsOf }) =>
    goodsOf(condition.of).quantityThousandths > 0 ? 0 : ONE,
  ),

  /**
   * All money comes without cash. Only this way round: a discount for paying by card is an incentive, a discount for cash
   * would make the card dearer. An empty list means any card or QR; bonus and gift cards beside it do not matter.
   */
  paidWithoutCash: whenTrue(
    { providers: z.array(z.enum([...cardProviders, ...qrProviders])).readonly() },
    ({ providers }, { payment }) => {
      const paid = payment ?? [];
      const money = paid.filter((tender) => ['card', 'qr', 'cash', 'debt'].includes(tender.kind));
      return (
        money.length > 0 &&
        money.every(({ kind, provider }) => {
          if (kind !== 'card' && kind !== 'qr') return false;
          return providers.length === 0 || (provider !== null && providers.includes(provider));
        })
      );
    },
  ),

  /** A good coupon of one of these series lies on the basket; it is used up when the promotion works. */
  couponPresented: whenTrue(
    { seriesIds: referencesSchema },
    ({ seriesIds }, { couponSeriesId }) => couponSeriesId !== null && seriesIds.includes(couponSeriesId),
  ),
};
