/** Promotions that meet on the same goods at the same time, and what comes of it (docs/rules.md rule 5). */
import { addDays, type BusinessDay, daysBetween } from '../time.ts';
import { asksForDays, holdsOn } from './calendar.ts';
import type { Condition } from './condition.ts';
import { excludeEachOther } from './exclusions.ts';
import { isBasketPromotion, isLinePromotion, isSetPromotion, type Promotion } from './promotion.ts';
import type { Scope } from './scope.ts';
import { type GoodsOf, mayMeet } from './scopeMeeting.ts';

/**
 * `bestWins`: of the two one works on each line, or on the basket · `alone`: one shuts the other out · `sameGoods`: the
 * same rule is written twice.
 */
export type ConflictKind = 'bestWins' | 'alone' | 'sameGoods';

export interface Conflict {
  readonly other: Promotion;
  readonly kind: ConflictKind;
}

/** A longer time than this together is not gone through day by day. */
const daysLookedAt = 31;

/** The conflicts of one promotion with others, from a day on. */
export function conflictsWith(
  promotion: Promotion,
  others: readonly Promotion[],
  today: BusinessDay,
  goodsOf: GoodsOf,
): readonly Conflict[] {
  return others.flatMap((other) => {
    if (other.promotionId === promotion.promotionId) return [];
    const kind = conflictOf(promotion, other, today, goodsOf);
    return kind === null ? [] : [{ other, kind }];
  });
}

/**
 * What comes of two promotions, or null when they never get in each other's way.
 *
 * | one                    | other                  | comes                                           |
 * |------------------------|------------------------|-------------------------------------------------|
 * | tea −10 %              | all goods −5 %         | bestWins: one of the two works on each line      |
 * | tea −10 %              | buy 2 teas, get 1      | nothing: the pieces are got from the lower price |
 * | basket −10 %           | coffee together −5 %   | bestWins: one promotion on a basket, whatever goods |
 * | tea −10 %, alone       | basket −5 %            | alone                                           |
 * | tea −10 % on Mondays   | tea −20 % on Tuesdays  | nothing                                         |
 * | tea −10 %              | tea: bonus ×2          | nothing                                         |
 */
export function conflictOf(
  a: Promotion,
  b: Promotion,
  today: BusinessDay,
  goodsOf: GoodsOf,
): ConflictKind | null {
  const sight = { goodsOf, day: today };
  const isAlone = a.combines === 'alone' || b.combines === 'alone';
  const isOnePerBasket = isBasketPromotion(a) && isBasketPromotion(b) && !isAlone;
  if (!isAlone && !isOneOfTheTwo(a, b)) return null;
  // Of promotions on the basket one works, even when the other covers other goods.
  if (!isOnePerBasket && !mayMeet(coveredBy(a), coveredBy(b), sight)) return null;
  if (!meetInTime(a, b, today)) return null;
  if (isSameRule(a, b)) return 'sameGoods';
  return isAlone ? 'alone' : 'bestWins';
}

/** Two promotions of one step, of which the better one works: on a line, in a set, on the basket, for the bonus rate. */
function isOneOfTheTwo(a: Promotion, b: Promotion): boolean {
  if (a.level !== b.level) return false;
  if (a.level === 'reward')
    return a.benefit.kind === 'bonusMultiplier' && b.benefit.kind === 'bonusMultiplier';
  if (a.level === 'basket') return true;
  return (isLinePromotion(a) && isLinePromotion(b)) || (isSetPromotion(a) && isSetPromotion(b));
}

/** All goods on which a promotion can take something off. */
function coveredBy({ scope, benefit }: Promotion): Scope {
  switch (benefit.kind) {
    case 'salePrices': {
      const productIds = benefit.prices.map((each) => each.productId);
      return { kind: 'allOf', scopes: [scope, { kind: 'products', productIds }] };
    }
    case 'gift':
      return benefit.of;
    case 'bundle':
      return { kind: 'anyOf', scopes: benefit.parts.map((part) => part.of) };
    case 'buyGet':
      return benefit.get === undefined ? scope : { kind: 'anyOf', scopes: [scope, benefit.get] };
    default:
      return scope;
  }
}

function meetInTime(a: Promotion, b: Promotion, today: BusinessDay): boolean {
  const from = [today, a.from, b.from].reduce((late, day) =>
    day !== null && (late ?? '') < day ? day : late,
  );
  const to = earlier(a.to, b.to);
  if (from === null || (to !== null && to < from)) return false;
  const together = [...needed(a.conditions), ...needed(b.conditions)];
  const isExcluded = together.some((condition, at) =>
    together.slice(0, at).some((other) => excludeEachOther(condition, other)),
  );
  if (isExcluded) return false;
  const isShort = to !== null && daysBetween(from, to) < daysLookedAt;
  if (!isShort || !(asksForDays(a.conditions) || asksForDays(b.conditions))) return true;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (holdsOn(a, day) && holdsOn(b, day)) return true;
  }
  return false;
}

function earlier(a: BusinessDay | null, b: BusinessDay | null): BusinessDay | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

/** The conditions that must all hold, those inside "all of" among them. */
function needed(conditions: readonly Condition[]): readonly Condition[] {
  return conditions.flatMap((each) => (each.kind === 'all' ? needed(each.conditions) : [each]));
}

/** Equal in all that decides what is given, when and on what. */
function isSameRule(a: Promotion, b: Promotion): boolean {
  const ruleOf = ({ level, scope, conditions, from, to, benefit, combines }: Promotion) =>
    JSON.stringify([level, scope, conditions, from, to, benefit, combines]);
  return ruleOf(a) === ruleOf(b);
}
