/** A series as the rules know it, and the names of the goods its words mention. */
import type { CouponSeriesRow } from '../../shared/coupon/contract.ts';
import { couponMessage } from '../../shared/coupon/couponMessage.ts';
import type { Coupon, CouponSeries, SeriesContent } from '../../shared/coupon/series.ts';
import type { Scope } from '../../shared/promotion/scope.ts';
import type { NamesOf } from '../../shared/promotion/speaker.ts';
import type { Language, LocalText } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useTill } from '../app/useTill.ts';

type SavedSeries = Pick<CouponSeriesRow, 'id' | 'name' | 'content' | 'partnerId' | 'isGiven'>;

export function seriesOf({ id, name, content, partnerId, isGiven }: SavedSeries): CouponSeries {
  return { ...content, seriesId: id, name, partnerId, isGiven };
}

/** The products that a scope names, however deep. */
function productsIn(scope: Scope): readonly string[] {
  switch (scope.kind) {
    case 'products':
      return scope.productIds;
    case 'anyOf':
    case 'allOf':
      return scope.scopes.flatMap(productsIn);
    case 'except':
      return [...productsIn(scope.scope), ...productsIn(scope.without)];
    default:
      return [];
  }
}

const mostNamed = 500;

/** The products that the goods of a series and its gift name, no more than can be asked for at once. */
export function productsOfSeries({ scope, benefit }: SeriesContent): string[] {
  const gifts = benefit.kind === 'gift' ? productsIn(benefit.of) : [];
  return [...new Set([...productsIn(scope), ...gifts])].slice(0, mostNamed);
}

/** Names by id, whatever has the id; what nobody named is left empty. */
function namesFrom(known: Readonly<Record<string, LocalText>>): NamesOf {
  const name = (id: string): LocalText => known[id] ?? {};
  return {
    product: name,
    category: name,
    brand: name,
    tier: name,
    series: name,
    segment: name,
    partner: name,
  };
}

/** How a coupon of the series reads as a message; null until the names and the shop are known. */
export function useCouponMessage(
  series: CouponSeriesRow,
): ((coupon: Pick<Coupon, 'code' | 'expiresOn'>, language: Language) => string) | null {
  const productIds = productsOfSeries(series.content);
  const isNeeded = productIds.length > 0;
  const goods = useTill(api.catalogue.named, { productIds }, { isOn: isNeeded }).data;
  const groups = useTill(api.catalogue.groups, {}).data;
  const settings = useTill(api.shop.settings, {}).data;
  if (settings === undefined || groups === undefined || (isNeeded && goods === undefined)) return null;
  const known: Record<string, LocalText> = {};
  for (const { id, name } of [...(goods?.products ?? []), ...groups.categories]) known[id] = name;
  for (const { id, name } of groups.brands) known[id] = { uz: name };
  const names = namesFrom(known);
  return (coupon, language) =>
    couponMessage(coupon, seriesOf(series), settings, language, names, series.partnerName);
}
