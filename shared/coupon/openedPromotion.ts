/** How a coupon works: money off in its own step, bonus and gifts through a promotion that only it opens. */
import { zeroSom } from '../money.ts';
import type { BasketBenefit } from '../promotion/basketBenefits.ts';
import { noLimits } from '../promotion/limits.ts';
import type { Promotion } from '../promotion/promotion.ts';
import type { CouponSeries } from './series.ts';

const nothingOff: BasketBenefit = { kind: 'amount', amountSom: zeroSom };

/** What a coupon of the series takes off in step 5 (docs/rules.md rule 4); nothing for one that gives bonus or goods. */
export function moneyBenefit({ benefit }: Pick<CouponSeries, 'benefit'>): BasketBenefit {
  return benefit.kind === 'bonus' || benefit.kind === 'gift' ? nothingOff : benefit;
}

/**
 * The promotion by which a coupon gives bonus or goods; null for one that takes money off. The till adds it to those of
 * the day while the coupon lies on the basket. It carries the series' own id, so that an adjustment names its source, and
 * it holds only while a good coupon of the series is presented: days, holder and minimum are judged with the coupon.
 *
 * | the coupon gives       | level   | benefit                                |
 * |------------------------|---------|----------------------------------------|
 * | 5 000 off, 10 % off    | –       | none: `moneyBenefit` says what is taken |
 * | 3 000 bonus            | reward  | 3 000 bonus, once a receipt             |
 * | a tea for nothing      | product | gift of one piece of the tea            |
 */
export function openedPromotion(
  series: Pick<CouponSeries, 'seriesId' | 'name' | 'benefit' | 'scope'>,
): Promotion | null {
  const { seriesId, name, benefit, scope } = series;
  const base = {
    promotionId: seriesId,
    name,
    conditions: [{ kind: 'couponPresented', seriesIds: [seriesId] }],
    from: null,
    to: null,
    priority: 0,
    combines: 'withOthers',
    limits: noLimits,
  } as const;
  switch (benefit.kind) {
    case 'bonus':
      return {
        ...base,
        scope,
        level: 'reward',
        benefit: { kind: 'bonus', bonusSom: benefit.bonusSom, per: { kind: 'receipt' } },
      };
    case 'gift':
      return {
        ...base,
        scope: benefit.of,
        level: 'product',
        benefit: { kind: 'gift', of: benefit.of, pieces: benefit.pieces },
      };
    default:
      return null;
  }
}
