/** Every live promotion is answered for: applied, or why not, and what a little more would bring. */
import { describe, expect, it } from 'vitest';
import { basisPoints, som } from '../../../shared/money.ts';
import type { PromotionUsage } from '../../../shared/promotion/facts.ts';
import { type Limits, noLimits } from '../../../shared/promotion/limits.ts';
import type { Promotion } from '../../../shared/promotion/promotion.ts';
import type { BasketToPrice } from '../../../shared/sale/priceBasket.ts';
import { businessDay } from '../../../shared/time.ts';
import {
  amount,
  basketPercent,
  buyer,
  line,
  onBasket,
  onGoods,
  onlyProducts,
  percent,
  price,
} from '../baskets.ts';

const coat = line('coat', 100_000, 1);
const outcomes = (promotions: readonly Promotion[], more: Partial<BasketToPrice> = {}) =>
  Object.fromEntries(
    price([coat], { promotions, ...more }).promotions.map(({ promotionId, outcome }) => [
      promotionId,
      outcome,
    ]),
  );

describe('each promotion of the day', () => {
  it('says what it took off, and who was better', () => {
    expect(
      outcomes([
        onGoods('five', percent(5)),
        onGoods('ten', percent(10)),
        onBasket('small', amount(1_000)),
        onBasket('large', amount(3_000)),
      ]),
    ).toEqual({
      five: { kind: 'outdone', by: 'ten' },
      ten: { kind: 'applied', amountSom: 10_000 },
      small: { kind: 'outdone', by: 'large' },
      large: { kind: 'applied', amountSom: 3_000 },
    });
  });

  it('says when nothing of its goods is there, and which condition is missing', () => {
    const tuesday = { kind: 'weekdays', days: [2] } as const;
    expect(
      outcomes([
        onGoods('tea', percent(5), { scope: onlyProducts('tea') }),
        onGoods('tuesday', percent(5), { conditions: [tuesday] }),
      ]),
    ).toMatchObject({
      tea: { kind: 'nothingCovered' },
      tuesday: { kind: 'conditionUnmet', unmet: [{ condition: tuesday, missingSom: 0 }] },
    });
  });

  it('says who holds the goods when it stands aside', () => {
    const alone = onGoods('alone', percent(30), { combines: 'alone' });
    expect(outcomes([alone, onGoods('ten', percent(10)), onBasket('b', amount(1_000))])).toEqual({
      alone: { kind: 'applied', amountSom: 30_000 },
      b: { kind: 'heldByAnother', by: 'alone' },
      ten: { kind: 'heldByAnother', by: 'alone' },
    });
    const weak = onGoods('alone', percent(5), { combines: 'alone' });
    expect(outcomes([weak, onGoods('ten', percent(10))])).toMatchObject({
      alone: { kind: 'outdone', by: 'ten' },
    });
  });

  it('says when there was nothing left to take, or the cap took it back', () => {
    expect(outcomes([onGoods('all', percent(100)), onBasket('b', amount(1_000))])).toMatchObject({
      b: { kind: 'noEffect' },
    });
    const capped = { discountCapBasisPoints: basisPoints(1000) };
    expect(outcomes([onGoods('ten', percent(10)), onBasket('b', amount(1_000))], capped)).toEqual({
      b: { kind: 'cutByCap' },
      ten: { kind: 'applied', amountSom: 10_000 },
    });
  });

  it('does not speak of promotions of other days', () => {
    expect(outcomes([onGoods('later', percent(5), { from: businessDay('2026-11-23') })])).toEqual({});
  });
});

describe('the nearest miss', () => {
  const from = (id: string, minimum: number, benefit = basketPercent(10)) =>
    onBasket(id, benefit, { conditions: [{ kind: 'minimumSum', minimumSom: som(minimum) }] });

  it('comes first, with what it gives', () => {
    const { misses } = price([coat], { promotions: [from('far', 150_000), from('near', 112_000)] });
    expect(misses).toMatchObject([
      { promotionId: 'near', missingSom: 12_000, gives: { kind: 'percent', rateBasisPoints: 1_000 } },
      { promotionId: 'far', missingSom: 50_000 },
    ]);
  });

  it('is none when goods would not help: the wrong weekday stays wrong', () => {
    const promotion = onBasket('p', basketPercent(10), {
      conditions: [
        { kind: 'minimumSum', minimumSom: som(112_000) },
        { kind: 'weekdays', days: [2] },
      ],
    });
    expect(price([coat], { promotions: [promotion] }).misses).toEqual([]);
  });

  it('is none when something better works already: nobody is sent to buy more for nothing', () => {
    const better = onBasket('now', basketPercent(20));
    expect(price([coat], { promotions: [better, from('near', 112_000)] }).misses).toEqual([]);
    const goods = onGoods('near', percent(5), {
      conditions: [{ kind: 'minimumSum', minimumSom: som(112_000) }],
    });
    expect(price([coat], { promotions: [onGoods('now', percent(10)), goods] }).misses).toEqual([]);
    expect(price([coat], { promotions: [onGoods('now', percent(4)), goods] }).misses).toHaveLength(1);
  });
});

describe('limits', () => {
  const limited = (limits: Partial<Limits>) => [
    onGoods('p', percent(10), { limits: { ...noLimits, ...limits } }),
  ];
  const used = (usage: Partial<PromotionUsage>) =>
    new Map([
      [
        'p',
        { times: 0, timesToday: 0, timesByCustomer: 0, timesByCustomerToday: 0, spentSom: som(0), ...usage },
      ],
    ]);

  it.each([
    { limits: { times: 3 }, usage: { times: 3 }, limit: 'times' },
    { limits: { timesPerDay: 1 }, usage: { timesToday: 1 }, limit: 'timesPerDay' },
    { limits: { timesPerCustomer: 2 }, usage: { timesByCustomer: 2 }, limit: 'timesPerCustomer' },
    {
      limits: { timesPerCustomerPerDay: 1 },
      usage: { timesByCustomerToday: 1 },
      limit: 'timesPerCustomerPerDay',
    },
    { limits: { budgetSom: som(50_000) }, usage: { spentSom: som(50_000) }, limit: 'budgetSom' },
  ])('stop a promotion at $limit, and not one before', ({ limits, usage, limit }) => {
    const customer = buyer();
    expect(outcomes(limited(limits), { customer, usage: used(usage) })).toEqual({
      p: { kind: 'limitReached', limit },
    });
    const [[key, value]] = Object.entries(usage) as [[keyof PromotionUsage, number]];
    const before = used({ [key]: key === 'spentSom' ? value - 10_000 : value - 1 });
    expect(outcomes(limited(limits), { customer, usage: before })).toMatchObject({ p: { kind: 'applied' } });
  });

  it('of a customer need a customer', () => {
    expect(outcomes(limited({ timesPerCustomer: 1 }))).toEqual({
      p: { kind: 'limitReached', limit: 'needsCustomer' },
    });
  });

  it('let a receipt go without that would cost more than the budget has left, whole and not in part', () => {
    const usage = used({ spentSom: som(40_001) });
    const budget = limited({ budgetSom: som(50_000) });
    expect(outcomes(budget, { usage })).toEqual({
      p: { kind: 'overBudget', leftSom: 9_999, wantedSom: 10_000 },
    });
    const fallBack = onGoods('q', percent(3));
    expect(price([coat], { promotions: [...budget, fallBack], usage }).netSom).toBe(97_000);
  });
});
