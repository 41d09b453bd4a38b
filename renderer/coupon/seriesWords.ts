/** A coupon series as one sentence: which receipt brings it, and what the coupon is good for. */
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/language.ts';

export interface SeriesTerms {
  readonly discountSom: number;
  readonly minimumBasketSom: number;
  readonly givenFromSom: number;
  readonly validDays: number;
}

export function useSeriesWords(): (terms: SeriesTerms) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ discountSom, minimumBasketSom, givenFromSom, validDays }) =>
    t('coupon.terms', {
      discount: format.som(discountSom),
      minimum: format.som(minimumBasketSom),
      from: format.som(givenFromSom),
      count: validDays,
    });
}
