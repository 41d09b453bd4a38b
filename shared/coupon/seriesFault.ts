/** Whether a series makes sense as its owner wrote it, before it is saved. */
import type { BasketBenefit } from '../promotion/basketBenefits.ts';
import type { CouponSeries } from './series.ts';

export type SeriesFault = 'DiscountAboveMinimum' | 'SeriesNeedsPartner';

/**
 * What is wrong with a series, or null. Money off must be less than what must be bought for it, where the series asks for
 * a minimum at all; codes, places and costs of a partner need the partner.
 *
 * | gives                        | minimum | partner | fault                |
 * |------------------------------|---------|---------|----------------------|
 * | −5 000                       | 50 000  | –       | none                 |
 * | −5 000                       | 5 000   | –       | DiscountAboveMinimum |
 * | −5 000                       | none    | –       | none                 |
 * | from 20 000: −20 000         | none    | –       | DiscountAboveMinimum |
 * | −10 %, used at the partner's | 50 000  | none    | SeriesNeedsPartner   |
 * | −10 %, partner bears half    | 50 000  | none    | SeriesNeedsPartner   |
 */
export function seriesFault(
  series: Pick<
    CouponSeries,
    'benefit' | 'minimumSom' | 'codes' | 'usedAt' | 'partnerBearsBasisPoints' | 'partnerId'
  >,
): SeriesFault | null {
  const asksPartner =
    series.usedAt === 'partner' || series.codes.kind !== 'own' || series.partnerBearsBasisPoints > 0;
  if (asksPartner && series.partnerId === null) return 'SeriesNeedsPartner';
  const { benefit } = series;
  if (benefit.kind === 'bonus' || benefit.kind === 'gift') return null;
  return takesAllThatIsBought(benefit, series.minimumSom) ? 'DiscountAboveMinimum' : null;
}

function takesAllThatIsBought(benefit: BasketBenefit, minimumSom: number): boolean {
  switch (benefit.kind) {
    case 'amount':
      return minimumSom > 0 && benefit.amountSom >= minimumSom;
    case 'sumSteps':
      return benefit.steps.some(
        (step) => step.kind === 'amount' && step.fromSom > 0 && step.amountSom >= step.fromSom,
      );
    default:
      return false;
  }
}
