/** Which promotions get in each other's way, and which never do. */
import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../shared/promotion/condition.ts';
import { conflictOf, conflictsWith } from '../../../shared/promotion/conflicts.ts';
import { excludeEachOther } from '../../../shared/promotion/exclusions.ts';
import type { Scope, ScopedGoods } from '../../../shared/promotion/scope.ts';
import { mayMeet } from '../../../shared/promotion/scopeMeeting.ts';
import { today } from '../baskets.ts';
import { ruleOf } from './saidRules.ts';

const tea: Scope = { kind: 'categories', categoryIds: ['tea'] };
const coffee: Scope = { kind: 'categories', categoryIds: ['coffee'] };
const ahmad: Scope = { kind: 'brands', brandIds: ['ahmad'] };
const lipton: Scope = { kind: 'brands', brandIds: ['lipton'] };
const fresh: Scope = { kind: 'tags', tags: ['new'] };
const everything: Scope = { kind: 'all' };
const only = (...productIds: string[]): Scope => ({ kind: 'products', productIds });
const except = (scope: Scope, without: Scope): Scope => ({ kind: 'except', scope, without });

/** Green tea is tea of Ahmad; the cup has no category; nobody knows anything of the rest. */
const goods: Readonly<Record<string, ScopedGoods>> = {
  green: { productId: 'green', categoryId: 'tea', brandId: 'ahmad', tags: [] },
  cup: { productId: 'cup', categoryId: null, brandId: null, tags: ['new'] },
};
const goodsOf = (id: string) => goods[id];
const sight = { goodsOf, day: today };

describe('two scopes may meet unless it is certain that they do not', () => {
  it.each<[string, Scope, Scope, boolean]>([
    ['two categories', tea, coffee, false],
    ['a category and itself', tea, { kind: 'categories', categoryIds: ['coffee', 'tea'] }, true],
    ['two brands', ahmad, lipton, false],
    ['a brand and a category', ahmad, coffee, true],
    ['two tags on one product', fresh, { kind: 'tags', tags: ['old'] }, true],
    ['a known tea and tea', only('green'), tea, true],
    ['a known tea and coffee', only('green'), coffee, false],
    ['a known cup and a tag', only('cup'), fresh, true],
    ['something unknown and coffee', only('green', 'unknown'), coffee, true],
    ['two lists of products', only('green', 'cup'), only('cup'), true],
    ['two lists with nothing in common', only('green'), only('cup'), false],
    ['all but tea, and tea', except(everything, tea), tea, false],
    ['all but tea, and a known tea', except(everything, tea), only('green'), false],
    ['all but tea, and a brand', except(everything, tea), ahmad, true],
    [
      'all but tea of one brand, and tea',
      except(everything, { kind: 'allOf', scopes: [tea, ahmad] }),
      tea,
      true,
    ],
    ['new tea and coffee', { kind: 'allOf', scopes: [tea, fresh] }, coffee, false],
    ['tea or coffee, and coffee', { kind: 'anyOf', scopes: [tea, coffee] }, coffee, true],
    [
      'all but tea and coffee, and coffee',
      except(everything, { kind: 'anyOf', scopes: [tea, coffee] }),
      coffee,
      false,
    ],
    ['what expires and everything', { kind: 'expiresWithin', days: 3 }, everything, true],
  ])('%s', (_, a, b, meets) => {
    expect(mayMeet(a, b, sight)).toBe(meets);
    expect(mayMeet(b, a, sight)).toBe(meets);
  });
});

describe('two conditions exclude each other', () => {
  const hours = (fromMinute: number, toMinute: number) => ({ kind: 'hours', fromMinute, toMinute }) as const;
  const card = { kind: 'hasCard' } as const;
  it.each<[string, Condition, Condition, boolean]>([
    ['morning and noon', hours(480, 720), hours(720, 840), true],
    ['morning and late morning', hours(480, 720), hours(660, 840), false],
    ['over midnight and the small hours', hours(1_320, 120), hours(60, 180), false],
    ['over midnight and noon', hours(1_320, 120), hours(720, 780), true],
    ['Mondays and Tuesdays', { kind: 'weekdays', days: [1] }, { kind: 'weekdays', days: [2] }, true],
    ['gold and silver', { kind: 'tier', tierIds: ['gold'] }, { kind: 'tier', tierIds: ['silver'] }, true],
    ['first and fifth', { kind: 'firstPurchase' }, { kind: 'visitNumber', number: 5, repeats: true }, true],
    ['with a card and without', card, { kind: 'not', condition: card }, true],
    ['with a card and not first', card, { kind: 'not', condition: { kind: 'firstPurchase' } }, false],
  ])('%s', (_, a, b, excluded) => {
    expect(excludeEachOther(a, b)).toBe(excluded);
    expect(excludeEachOther(b, a)).toBe(excluded);
  });
});

describe('two promotions', () => {
  const percent = { kind: 'percent', rateBasisPoints: 1_000 };
  const onTea = { level: 'product', scope: tea, benefit: percent };
  const onAll = { level: 'product', benefit: { kind: 'percent', rateBasisPoints: 500 } };
  const threeForTwo = { level: 'product', scope: tea, benefit: { kind: 'cheapestFree', of: 3 } };
  const basket = { level: 'basket', benefit: { ...percent, atMostSom: null } };
  const onCoffee = { level: 'basket', scope: coffee, benefit: { kind: 'amount', amountSom: 5_000 } };
  const double = {
    level: 'reward',
    scope: tea,
    benefit: { kind: 'bonusMultiplier', timesBasisPoints: 20_000 },
  };
  const bonus = { level: 'reward', benefit: { kind: 'bonus', bonusSom: 500, per: { kind: 'receipt' } } };
  const gift = { level: 'product', scope: coffee, benefit: { kind: 'gift', of: tea, pieces: 1 } };
  const prices = { kind: 'salePrices', prices: [{ productId: 'green', priceSom: 9_000 }] };
  const alone = { combines: 'alone' };
  const on = (...days: number[]) => ({ conditions: [{ kind: 'weekdays', days }] });
  const between = (from: string | null, to: string | null) => ({ from, to });

  it.each<[string, object, object, string | null]>([
    ['tea and everything', onTea, onAll, 'bestWins'],
    ['tea and three teas for two', onTea, threeForTwo, null],
    ['two sets', threeForTwo, gift, 'bestWins'],
    ['basket and coffee together', basket, onCoffee, 'bestWins'],
    ['tea and basket', onTea, basket, null],
    ['tea alone, and basket', { ...onTea, ...alone }, basket, 'alone'],
    ['tea alone, and coffee together', { ...onTea, ...alone }, onCoffee, null],
    ['tea alone, and bonus for tea', { ...onTea, ...alone }, double, 'alone'],
    ['tea, and bonus for tea', onTea, double, null],
    [
      'double bonus and triple',
      double,
      { ...double, benefit: { ...double.benefit, timesBasisPoints: 30_000 } },
      'bestWins',
    ],
    ['double bonus and extra bonus', double, bonus, null],
    ['sale prices of tea, and tea', { level: 'product', benefit: prices }, onTea, 'bestWins'],
    [
      'sale prices of tea, and coffee',
      { level: 'product', benefit: prices },
      { ...onTea, scope: coffee },
      null,
    ],
    ['the same rule twice', onTea, onTea, 'sameGoods'],
    ['Mondays and Tuesdays', { ...onTea, ...on(1) }, { ...onAll, ...on(2) }, null],
    [
      'one week and the next',
      { ...onTea, ...between('2026-11-23', '2026-11-29') },
      { ...onAll, ...between('2026-11-30', null) },
      null,
    ],
    [
      'Fridays, and from Monday to Wednesday',
      { ...onTea, ...on(5) },
      { ...onAll, ...between('2026-11-23', '2026-11-25') },
      null,
    ],
    [
      'Fridays, and from Monday to Friday',
      { ...onTea, ...on(5) },
      { ...onAll, ...between('2026-11-23', '2026-11-27') },
      'bestWins',
    ],
    ['what was over yesterday', { ...onTea, ...between(null, '2026-11-21') }, onAll, null],
  ])('%s', (_, a, b, kind) => {
    expect(conflictOf(ruleOf(a), ruleOf(b), today, goodsOf)).toBe(kind);
    expect(conflictOf(ruleOf(b), ruleOf(a), today, goodsOf)).toBe(kind);
  });

  it('one is never in its own way', () => {
    const [first, second] = [ruleOf({ ...onTea, promotionId: 'a' }), ruleOf({ ...onTea, promotionId: 'b' })];
    expect(conflictsWith(first, [first, second], today, goodsOf)).toEqual([
      { other: second, kind: 'sameGoods' },
    ]);
  });
});
