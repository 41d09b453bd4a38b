/** What is wrong with a promotion before it is saved: rules that can never work, or that work as nobody means. */
import { basisPoints } from '../money.ts';
import type { Condition } from './condition.ts';
import { excludeEachOther } from './exclusions.ts';
import type { Promotion } from './promotion.ts';
import type { Scope } from './scope.ts';

/** What the shop knows of the things that a promotion may name; null where it cannot say. */
export interface KnownThings {
  readonly productIds: ReadonlySet<string> | null;
  readonly categoryIds: ReadonlySet<string> | null;
  readonly brandIds: ReadonlySet<string> | null;
  readonly tierIds: ReadonlySet<string> | null;
  /** Groups of customers that the shop still keeps. */
  readonly segmentIds: ReadonlySet<string> | null;
  readonly couponSeriesIds: ReadonlySet<string> | null;
  /** Cards in use and draws that are open: others would promise what nobody gets. */
  readonly stampCardIds: ReadonlySet<string> | null;
  readonly drawIds: ReadonlySet<string> | null;
}

export const nothingKnown: KnownThings = {
  productIds: null,
  categoryIds: null,
  brandIds: null,
  tierIds: null,
  segmentIds: null,
  couponSeriesIds: null,
  stampCardIds: null,
  drawIds: null,
};

export type PromotionFault =
  | { readonly fault: 'EndBeforeStart' }
  /** A condition whose days lie wholly outside the promotion's own, or two conditions that exclude each other. */
  | { readonly fault: 'NeverHolds'; readonly condition: Condition['kind'] }
  /** From and to are the same minute. */
  | { readonly fault: 'HoursEmpty' }
  /** A discount for cash makes paying by card dearer. */
  | { readonly fault: 'CardSurcharge' }
  /** It would give nothing, whatever is bought. */
  | { readonly fault: 'GivesNothing' }
  /** A gift without a threshold is goods for nothing. */
  | { readonly fault: 'GiftForNothing' }
  | { readonly fault: 'Unknown'; readonly what: keyof KnownThings; readonly id: string };

/** All faults of a promotion that is written correctly, each once; empty when it may be saved. */
export function faultsOf(promotion: Promotion, known: KnownThings = nothingKnown): readonly PromotionFault[] {
  const faults = new Map(allFaults(promotion, known).map((fault) => [JSON.stringify(fault), fault]));
  return [...faults.values()];
}

function allFaults(promotion: Promotion, known: KnownThings): readonly PromotionFault[] {
  const { from, to, conditions } = promotion;
  const scopes = [promotion.scope, ...scopesInBenefit(promotion), ...conditions.flatMap(scopesInCondition)];
  return [
    ...(from !== null && to !== null && to < from ? [{ fault: 'EndBeforeStart' } as const] : []),
    ...conditions.flatMap((condition) => faultsOfCondition(condition, promotion, false)),
    ...contradictions(conditions),
    ...(givesNothing(promotion) ? [{ fault: 'GivesNothing' } as const] : []),
    ...(promotion.benefit.kind === 'gift' && conditions.length === 0
      ? [{ fault: 'GiftForNothing' } as const]
      : []),
    ...scopes.flatMap((scope) => unknownInScope(scope, known)),
    ...unknownInBenefit(promotion, known),
    ...conditions.flatMap((condition) => unknownInCondition(condition, known)),
  ];
}

function faultsOfCondition(
  condition: Condition,
  promotion: Promotion,
  isNegated: boolean,
): readonly PromotionFault[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.conditions.flatMap((each) => faultsOfCondition(each, promotion, isNegated));
    case 'not':
      return faultsOfCondition(condition.condition, promotion, !isNegated);
    case 'dates': {
      const { from, to } = condition;
      if (from !== null && to !== null && to < from) return [{ fault: 'EndBeforeStart' }];
      const isOutside =
        (to !== null && promotion.from !== null && to < promotion.from) ||
        (from !== null && promotion.to !== null && promotion.to < from);
      return isOutside && !isNegated ? [{ fault: 'NeverHolds', condition: 'dates' }] : [];
    }
    case 'onDay': {
      const isOutside =
        (promotion.from !== null && condition.day < promotion.from) ||
        (promotion.to !== null && promotion.to < condition.day);
      return isOutside && !isNegated ? [{ fault: 'NeverHolds', condition: 'onDay' }] : [];
    }
    case 'hours':
      return condition.fromMinute === condition.toMinute ? [{ fault: 'HoursEmpty' }] : [];
    case 'paidWithoutCash':
      return isNegated ? [{ fault: 'CardSurcharge' }] : [];
    default:
      return [];
  }
}

/** Two conditions that must both hold and cannot: Monday and Tuesday, gold and silver, a first purchase and a fifth visit. */
function contradictions(conditions: readonly Condition[]): readonly PromotionFault[] {
  const all = conditions.flatMap((each) => (each.kind === 'all' ? each.conditions : [each]));
  return all.flatMap((condition, at) =>
    all.slice(0, at).some((other) => excludeEachOther(condition, other))
      ? [{ fault: 'NeverHolds', condition: condition.kind } as const]
      : [],
  );
}

const none = basisPoints(0);

function givesNothing({ benefit, scope }: Promotion): boolean {
  switch (benefit.kind) {
    case 'salePrices':
      return (
        scope.kind === 'products' && !benefit.prices.some((each) => scope.productIds.includes(each.productId))
      );
    case 'percent':
      return benefit.rateBasisPoints === none || ('atMostSom' in benefit && benefit.atMostSom === 0);
    case 'amount':
    case 'amountPerUnit':
    case 'amountPerLine':
      return benefit.amountSom === 0;
    case 'cheapest':
    case 'buyGet':
      return (
        (benefit.off.kind === 'percent' && benefit.off.rateBasisPoints === none) ||
        (benefit.off.kind === 'amountPerUnit' && benefit.off.amountSom === 0)
      );
    default:
      return false;
  }
}

function scopesInBenefit({ benefit }: Promotion): readonly Scope[] {
  if (benefit.kind === 'gift') return [benefit.of];
  if (benefit.kind === 'bundle') return benefit.parts.map((part) => part.of);
  return benefit.kind === 'buyGet' && benefit.get !== undefined ? [benefit.get] : [];
}

function scopesInCondition(condition: Condition): readonly Scope[] {
  if (condition.kind === 'all' || condition.kind === 'any')
    return condition.conditions.flatMap(scopesInCondition);
  if (condition.kind === 'not') return scopesInCondition(condition.condition);
  return 'of' in condition && condition.of !== undefined ? [condition.of] : [];
}

function unknownInScope(scope: Scope, known: KnownThings): readonly PromotionFault[] {
  switch (scope.kind) {
    case 'products':
      return unknown('productIds', scope.productIds, known);
    case 'categories':
      return unknown('categoryIds', scope.categoryIds, known);
    case 'brands':
      return unknown('brandIds', scope.brandIds, known);
    case 'anyOf':
    case 'allOf':
      return scope.scopes.flatMap((part) => unknownInScope(part, known));
    case 'except':
      return [scope.scope, scope.without].flatMap((part) => unknownInScope(part, known));
    default:
      return [];
  }
}

function unknownInBenefit({ benefit }: Promotion, known: KnownThings): readonly PromotionFault[] {
  if (benefit.kind === 'stamps') return unknown('stampCardIds', [benefit.stampCardId], known);
  if (benefit.kind === 'tickets') return unknown('drawIds', [benefit.drawId], known);
  if (benefit.kind === 'nextCoupon') return unknown('couponSeriesIds', [benefit.seriesId], known);
  if (benefit.kind !== 'salePrices') return [];
  return unknown(
    'productIds',
    benefit.prices.map((each) => each.productId),
    known,
  );
}

function unknownInCondition(condition: Condition, known: KnownThings): readonly PromotionFault[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.conditions.flatMap((each) => unknownInCondition(each, known));
    case 'not':
      return unknownInCondition(condition.condition, known);
    case 'tier':
      return unknown('tierIds', condition.tierIds, known);
    case 'segment':
      return unknown('segmentIds', condition.segmentIds, known);
    case 'couponPresented':
      return unknown('couponSeriesIds', condition.seriesIds, known);
    default:
      return [];
  }
}

function unknown(
  what: keyof KnownThings,
  ids: readonly string[],
  known: KnownThings,
): readonly PromotionFault[] {
  const all = known[what];
  return all === null
    ? []
    : ids.flatMap((id) => (all.has(id) ? [] : [{ fault: 'Unknown', what, id } as const]));
}
