/** Whether two scopes can cover the same goods: "no" only when it is certain. */
import type { BusinessDay } from '../time.ts';
import { matcherOf, type Scope, type ScopedGoods } from './scope.ts';

/** What the shop knows of the products that rules name; undefined for one it does not know. */
export type GoodsOf = (productId: string) => ScopedGoods | undefined;

interface Sight {
  readonly goodsOf: GoodsOf;
  readonly day: BusinessDay;
}

/**
 * | one            | other                 | may meet                                |
 * |----------------|-----------------------|-----------------------------------------|
 * | tea            | coffee                | no, when both are categories            |
 * | product A      | tea                   | only if A is known to be tea, or unknown |
 * | brand Ahmad    | tea                   | yes: nobody knows all goods             |
 * | all but tea    | tea                   | no                                      |
 * | tea that is new | coffee               | no                                      |
 */
export function mayMeet(a: Scope, b: Scope, sight: Sight): boolean {
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    if (one.kind === 'anyOf') return one.scopes.some((part) => mayMeet(part, other, sight));
    if (one.kind === 'allOf') return one.scopes.every((part) => mayMeet(part, other, sight));
    if (one.kind === 'except') {
      return mayMeet(one.scope, other, sight) && !isWithin(other, one.without, sight);
    }
  }
  if (a.kind === 'products') return mayCover(b, a.productIds, sight);
  if (b.kind === 'products') return mayCover(a, b.productIds, sight);
  if (a.kind === 'categories' && b.kind === 'categories') return shares(a.categoryIds, b.categoryIds);
  if (a.kind === 'brands' && b.kind === 'brands') return shares(a.brandIds, b.brandIds);
  return true;
}

function shares(a: readonly string[], b: readonly string[]): boolean {
  if (a.length * b.length <= 64) return a.some((id) => b.includes(id));
  const ids = new Set(a);
  return b.some((id) => ids.has(id));
}

/** Whether a scope can cover one of some products; of those that are unknown only a list of products can tell. */
function mayCover(scope: Scope, productIds: readonly string[], { goodsOf, day }: Sight): boolean {
  if (scope.kind === 'products') return shares(scope.productIds, productIds);
  const matches = matcherOf(scope, day);
  return productIds.some((id) => {
    const goods = goodsOf(id);
    return goods === undefined || matches(goods);
  });
}

/** Whether all goods of one scope are surely goods of the other. */
function isWithin(inner: Scope, outer: Scope, sight: Sight): boolean {
  if (outer.kind === 'all') return true;
  if (inner.kind === 'anyOf') return inner.scopes.every((part) => isWithin(part, outer, sight));
  if (inner.kind === 'allOf' && inner.scopes.some((part) => isWithin(part, outer, sight))) return true;
  if (inner.kind === 'except' && isWithin(inner.scope, outer, sight)) return true;
  if (outer.kind === 'anyOf') return outer.scopes.some((part) => isWithin(inner, part, sight));
  if (outer.kind === 'allOf') return outer.scopes.every((part) => isWithin(inner, part, sight));
  if (inner.kind === 'products') {
    const matches = matcherOf(outer, sight.day);
    return inner.productIds.every((id) => {
      if (outer.kind === 'products') return outer.productIds.includes(id);
      const goods = sight.goodsOf(id);
      return goods !== undefined && matches(goods);
    });
  }
  if (inner.kind === 'categories' && outer.kind === 'categories')
    return isPart(inner.categoryIds, outer.categoryIds);
  if (inner.kind === 'brands' && outer.kind === 'brands') return isPart(inner.brandIds, outer.brandIds);
  if (inner.kind === 'tags' && outer.kind === 'tags') return isPart(inner.tags, outer.tags);
  if (inner.kind === 'expiresWithin' && outer.kind === 'expiresWithin') return inner.days <= outer.days;
  return false;
}

function isPart(inner: readonly string[], outer: readonly string[]): boolean {
  const ids = new Set(outer);
  return inner.every((id) => ids.has(id));
}
