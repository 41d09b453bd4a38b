/** What is wrong with a promotion before it is saved. */
import { describe, expect, it } from 'vitest';
import { basisPoints, som } from '../../../shared/money.ts';
import { faultsOf, nothingKnown } from '../../../shared/promotion/checkPromotion.ts';
import type { Condition } from '../../../shared/promotion/condition.ts';
import { promotionSchema } from '../../../shared/promotion/promotion.ts';
import { businessDay } from '../../../shared/time.ts';
import { cheapestFree, onBasket, onGoods, onlyProducts, percent } from '../baskets.ts';

const when = (...conditions: Condition[]) => faultsOf(onGoods('p', percent(10), { conditions }));
const day = businessDay;

describe('a promotion that makes sense', () => {
  it('has no faults', () => {
    expect(faultsOf(onGoods('p', cheapestFree(3)))).toEqual([]);
    expect(when({ kind: 'paidWithoutCash', providers: [] }, { kind: 'weekdays', days: [1] })).toEqual([]);
    expect(
      when({
        kind: 'not',
        condition: { kind: 'not', condition: { kind: 'paidWithoutCash', providers: [] } },
      }),
    ).toEqual([]);
  });
});

describe('a promotion that does not', () => {
  it('ends before it starts', () => {
    const dates = { from: day('2026-11-22'), to: day('2026-11-21') };
    expect(faultsOf(onGoods('p', percent(10), dates))).toEqual([{ fault: 'EndBeforeStart' }]);
    expect(when({ kind: 'dates', ...dates })).toEqual([{ fault: 'EndBeforeStart' }]);
  });

  it('never holds: days outside its own, or conditions that exclude each other', () => {
    const november = { from: day('2026-11-01'), to: day('2026-11-30') };
    const inDecember = [{ kind: 'onDay', day: day('2026-12-01') } as const];
    expect(faultsOf(onGoods('p', percent(10), { ...november, conditions: inDecember }))).toEqual([
      { fault: 'NeverHolds', condition: 'onDay' },
    ]);
    expect(when({ kind: 'weekdays', days: [1] }, { kind: 'weekdays', days: [2, 3] })).toHaveLength(1);
    expect(when({ kind: 'firstPurchase' }, { kind: 'visitNumber', number: 5, repeats: false })).toHaveLength(
      1,
    );
    expect(
      when({
        kind: 'any',
        conditions: [
          { kind: 'weekdays', days: [1] },
          { kind: 'weekdays', days: [2] },
        ],
      }),
    ).toEqual([]);
  });

  it('lasts no minute', () => {
    expect(when({ kind: 'hours', fromMinute: 840, toMinute: 840 })).toEqual([{ fault: 'HoursEmpty' }]);
  });

  it('makes the card dearer than cash', () => {
    expect(when({ kind: 'not', condition: { kind: 'paidWithoutCash', providers: [] } })).toEqual([
      { fault: 'CardSurcharge' },
    ]);
  });

  it('gives nothing, or a gift for nothing', () => {
    expect(faultsOf(onGoods('p', percent(0)))).toEqual([{ fault: 'GivesNothing' }]);
    expect(faultsOf(onBasket('p', { kind: 'amount', amountSom: som(0) }))).toEqual([
      { fault: 'GivesNothing' },
    ]);
    expect(faultsOf(onGoods('p', { kind: 'gift', of: onlyProducts('tea'), pieces: 1 }))).toEqual([
      { fault: 'GiftForNothing' },
    ]);
  });

  it('names a product, category, tier or series that is gone, wherever it stands', () => {
    const known = { ...nothingKnown, productIds: new Set(['tea']), tierIds: new Set(['gold']) };
    const scope = {
      kind: 'except',
      scope: onlyProducts('tea', 'gone'),
      without: onlyProducts('lost'),
    } as const;
    const conditions: Condition[] = [
      { kind: 'not', condition: { kind: 'tier', tierIds: ['silver'] } },
      { kind: 'contains', of: onlyProducts('away') },
    ];
    const faults = faultsOf(onGoods('p', percent(10), { scope, conditions }), known);
    expect(faults.map((each) => ('id' in each ? each.id : each.fault))).toEqual([
      'gone',
      'lost',
      'away',
      'silver',
    ]);
  });
});

describe('what is written down', () => {
  const written = (more: object) =>
    promotionSchema.safeParse({ promotionId: 'p', name: { uz: 'p' }, level: 'product', ...more });

  it('may leave out what a plain promotion does not need', () => {
    expect(written({ benefit: percent(10) }).data).toEqual(onGoods('p', percent(10), { name: { uz: 'p' } }));
  });

  it.each([
    { benefit: { kind: 'percent', rateBasisPoints: 10_001 } },
    { benefit: { kind: 'percent', rateBasisPoints: -1 } },
    { benefit: { kind: 'percent', rateBasisPoints: 9.5 } },
    { benefit: { kind: 'cheapestFree', of: 1 } },
    { benefit: { ...percent(10), extra: 1 } },
    { benefit: percent(10), scope: { kind: 'products', productIds: [] } },
    { benefit: percent(10), conditions: [{ kind: 'any', conditions: [] }] },
    { benefit: percent(10), conditions: [{ kind: 'weekdays', days: [8] }] },
    { benefit: percent(10), from: '2026-02-30' },
    {
      benefit: {
        kind: 'volumeSteps',
        counts: 'together',
        steps: [
          { fromThousandths: 3_000, off: percent(5) },
          { fromThousandths: 3_000, off: percent(9) },
        ],
      },
    },
    { level: 'basket', benefit: { kind: 'cheapestFree', of: 3 } },
  ])('is refused: %j', (wrong) => {
    expect(written(wrong).success).toBe(false);
  });

  it('keeps every rate in whole basis points', () => {
    expect(written({ benefit: { kind: 'percent', rateBasisPoints: 1050 } }).data?.benefit).toEqual({
      kind: 'percent',
      rateBasisPoints: basisPoints(1050),
    });
  });
});
