/** Which goods, tiers, series and partners a promotion names by id: for their names, and to see whether they still exist. */
import type { Condition } from './condition.ts';
import type { Promotion } from './promotion.ts';
import type { Scope } from './scope.ts';

export type ReferenceKind =
  | 'productIds'
  | 'categoryIds'
  | 'brandIds'
  | 'tierIds'
  | 'segmentIds'
  | 'seriesIds'
  | 'partnerIds';

/** Ids by what they name, each once, in the order in which the rule names them. */
export type References = Readonly<Record<ReferenceKind, readonly string[]>>;

/** Ids of one kind in one place of a rule. */
type Named = readonly [ReferenceKind, readonly string[]];

/** The ids that some promotions name. Of a long list only the first `atMost` are taken: a sentence names no more. */
export function referencesOf(promotions: readonly Promotion[], atMost?: number): References {
  const named = promotions.flatMap(({ scope, conditions, benefit }) => [
    ...inScope(scope),
    ...conditions.flatMap(inCondition),
    ...inBenefit(benefit),
  ]);
  return gathered(named, atMost);
}

/** The ids that some scopes name: of a coupon series, of a condition. */
export function referencesOfScopes(scopes: readonly Scope[], atMost?: number): References {
  return gathered(scopes.flatMap(inScope), atMost);
}

function gathered(named: readonly Named[], atMost: number = Number.POSITIVE_INFINITY): References {
  const idsOf = (kind: ReferenceKind) => {
    const ids = named.flatMap(([of, list]) => (of === kind ? list.slice(0, atMost) : []));
    return [...new Set(ids)];
  };
  return {
    productIds: idsOf('productIds'),
    categoryIds: idsOf('categoryIds'),
    brandIds: idsOf('brandIds'),
    tierIds: idsOf('tierIds'),
    segmentIds: idsOf('segmentIds'),
    seriesIds: idsOf('seriesIds'),
    partnerIds: idsOf('partnerIds'),
  };
}

function inScope(scope: Scope): readonly Named[] {
  switch (scope.kind) {
    case 'products':
      return [['productIds', scope.productIds]];
    case 'categories':
      return [['categoryIds', scope.categoryIds]];
    case 'brands':
      return [['brandIds', scope.brandIds]];
    case 'anyOf':
    case 'allOf':
      return scope.scopes.flatMap(inScope);
    case 'except':
      return [...inScope(scope.scope), ...inScope(scope.without)];
    default:
      return [];
  }
}

function inCondition(condition: Condition): readonly Named[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.conditions.flatMap(inCondition);
    case 'not':
      return inCondition(condition.condition);
    case 'tier':
      return [['tierIds', condition.tierIds]];
    case 'segment':
      return [['segmentIds', condition.segmentIds]];
    case 'couponPresented':
      return [['seriesIds', condition.seriesIds]];
    default:
      return 'of' in condition && condition.of !== undefined ? inScope(condition.of) : [];
  }
}

function inBenefit(benefit: Promotion['benefit']): readonly Named[] {
  switch (benefit.kind) {
    case 'salePrices':
      return [['productIds', benefit.prices.map((each) => each.productId)]];
    case 'gift':
      return inScope(benefit.of);
    case 'bundle':
      return benefit.parts.flatMap((part) => inScope(part.of));
    case 'buyGet':
      return benefit.get === undefined ? [] : inScope(benefit.get);
    case 'nextCoupon': {
      const partners = benefit.partnerId === null ? [] : [benefit.partnerId];
      return [
        ['seriesIds', [benefit.seriesId]],
        ['partnerIds', partners],
      ];
    }
    default:
      return [];
  }
}
