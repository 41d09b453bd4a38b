/** Random baskets, promotions and coupons for the properties that hold for all of them. */
import fc from 'fast-check';
import type { BasketLine } from '../../../shared/basket.ts';
import type { CouponBenefit } from '../../../shared/coupon/series.ts';
import { basisPoints, som, thousandths } from '../../../shared/money.ts';
import type { BasketBenefit } from '../../../shared/promotion/basketBenefits.ts';
import type { Condition } from '../../../shared/promotion/condition.ts';
import { noLimits } from '../../../shared/promotion/limits.ts';
import type { LineBenefit } from '../../../shared/promotion/lineBenefits.ts';
import type { Off } from '../../../shared/promotion/off.ts';
import type { Promotion } from '../../../shared/promotion/promotion.ts';
import type { RewardBenefit } from '../../../shared/promotion/rewards.ts';
import type { Scope } from '../../../shared/promotion/scope.ts';
import type { SetBenefit } from '../../../shared/promotion/setBenefits.ts';
import type { CouponOnBasket } from '../../../shared/sale/couponStep.ts';
import type { BasketManualDiscount } from '../../../shared/sale/manualDiscount.ts';
import type { BasketToPrice } from '../../../shared/sale/priceBasket.ts';
import type { TierDiscount } from '../../../shared/sale/tierTopUp.ts';
import { coupon, line, today } from '../baskets.ts';

const products = ['p1', 'p2', 'p3', 'p4', 'p5'];
const categories = ['c1', 'c2'];
const anyRate = fc
  .oneof(fc.constantFrom(0, 1, 33, 9_999, 10_000), fc.integer({ min: 0, max: 10_000 }))
  .map(basisPoints);
const anySum = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 300_000 })).map(som);

/** A product has one category, unit and eligibility wherever it stands; price and manual discount may differ per line. */
const anyLine = fc
  .record({
    product: fc.constantFrom(...products),
    priceSom: anySum,
    pieces: fc.integer({ min: 1, max: 7 }),
    grams: fc.integer({ min: 1, max: 5_000 }),
    manual: fc.option(anySum, { nil: null, freq: 4 }),
  })
  .map(({ product, priceSom, pieces, grams, manual }): BasketLine => {
    const isWeighed = product === 'p4';
    return line(product, priceSom, 1, {
      categoryId: categories[products.indexOf(product) % 3] ?? null,
      unit: isWeighed ? 'kilogram' : 'piece',
      quantityThousandths: thousandths(isWeighed ? grams : pieces * 1000),
      manualDiscount: manual === null ? null : { amountSom: manual, reason: 'regular' },
      vatBasisPoints: product === 'p3' ? null : basisPoints(1200),
      isDiscountable: product !== 'p5',
      brandId: product === 'p1' || product === 'p4' ? 'b1' : null,
      tags: product === 'p2' ? ['new'] : [],
    });
  });

export const anyLines = fc
  .array(anyLine, { minLength: 1, maxLength: 8 })
  .map((lines) => lines.map((each, index) => ({ ...each, lineId: `line-${index}` })));

const plainScope: fc.Arbitrary<Scope> = fc.oneof(
  fc.constant({ kind: 'all' } as const),
  fc.subarray(products, { minLength: 1 }).map((productIds) => ({ kind: 'products', productIds }) as const),
  fc
    .subarray(categories, { minLength: 1 })
    .map((categoryIds) => ({ kind: 'categories', categoryIds }) as const),
  fc.constant({ kind: 'brands', brandIds: ['b1'] } as const),
  fc.constant({ kind: 'tags', tags: ['new'] } as const),
);

const anyScope: fc.Arbitrary<Scope> = fc.oneof(
  { weight: 4, arbitrary: plainScope },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('except' as const), scope: plainScope, without: plainScope }),
  },
);

const anyBasketBenefit: fc.Arbitrary<BasketBenefit> = fc.oneof(
  fc.record({
    kind: fc.constant('percent' as const),
    rateBasisPoints: anyRate,
    atMostSom: fc.option(anySum, { nil: null }),
  }),
  fc.record({ kind: fc.constant('amount' as const), amountSom: anySum }),
  fc.record({ kind: fc.constant('fixedPrice' as const), priceSom: anySum }),
  fc
    .record({ low: anySum, more: fc.integer({ min: 1, max: 90_000 }), rate: anyRate, amountSom: anySum })
    .map(({ low, more, rate, amountSom }) => ({
      kind: 'sumSteps' as const,
      steps: [
        { kind: 'percent' as const, fromSom: low, rateBasisPoints: rate },
        { kind: 'amount' as const, fromSom: som(low + more), amountSom },
      ],
    })),
);

const anyOff: fc.Arbitrary<Off> = fc.oneof(
  fc.record({ kind: fc.constant('percent' as const), rateBasisPoints: anyRate }),
  fc.record({ kind: fc.constant('amountPerUnit' as const), amountSom: anySum }),
  fc.record({ kind: fc.constant('fixedPrice' as const), priceSom: anySum }),
);

const few = fc.integer({ min: 1, max: 4 });
const anyTimes = fc.option(few, { nil: null });

const anySet: fc.Arbitrary<SetBenefit> = fc.oneof(
  fc.record({ kind: fc.constant('cheapestFree' as const), of: fc.integer({ min: 2, max: 5 }) }),
  fc.record({ kind: fc.constant('cheapest' as const), off: anyOff }),
  fc.record({
    kind: fc.constant('buyGet' as const),
    buyPieces: few,
    getPieces: few,
    get: fc.option(plainScope, { nil: undefined }),
    off: anyOff,
    atMostTimes: anyTimes,
  }),
  fc.record({
    kind: fc.constant('bundle' as const),
    parts: fc.array(fc.record({ of: plainScope, pieces: few }), { minLength: 1, maxLength: 3 }),
    priceSom: anySum,
    atMostTimes: anyTimes,
  }),
  fc.record({ kind: fc.constant('gift' as const), of: plainScope, pieces: few }),
);

const anyGoodsBenefit: fc.Arbitrary<LineBenefit | SetBenefit> = fc.oneof(
  anyOff,
  fc.record({ kind: fc.constant('amountPerLine' as const), amountSom: anySum }),
  fc.uniqueArray(fc.constantFrom(...products), { minLength: 1 }).chain((sold) =>
    fc.tuple(...sold.map(() => anySum)).map((sums) => ({
      kind: 'salePrices' as const,
      prices: sold.map((productId, place) => ({ productId, priceSom: sums[place] ?? som(0) })),
    })),
  ),
  fc
    .record({ from: few, more: few, low: anyOff, high: anyOff, isTogether: fc.boolean() })
    .map(({ from, more, low, high, isTogether }) => ({
      kind: 'volumeSteps' as const,
      counts: isTogether ? ('together' as const) : ('eachProduct' as const),
      steps: [
        { fromThousandths: thousandths(from * 1000), off: low },
        { fromThousandths: thousandths((from + more) * 1000), off: high },
      ],
    })),
  anySet,
  anySet,
);

const anyReward: fc.Arbitrary<RewardBenefit> = fc.oneof(
  fc.record({
    kind: fc.constant('bonusMultiplier' as const),
    timesBasisPoints: fc.integer({ min: 10_001, max: 50_000 }),
  }),
  fc.constant({
    kind: 'tickets' as const,
    drawId: 'draw',
    tickets: 1,
    per: { kind: 'sum' as const, eachSom: som(10_000) },
  }),
  fc.constant({ kind: 'bonus' as const, bonusSom: som(500), per: { kind: 'piece' as const } }),
);

const anyPlainCondition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    kind: fc.constant('minimumSum' as const),
    minimumSom: anySum,
    of: fc.option(plainScope, { nil: undefined }),
  }),
  fc.record({
    kind: fc.constant('minimumQuantity' as const),
    minimumThousandths: fc.integer({ min: 1, max: 9 }).map((pieces) => thousandths(pieces * 1000)),
  }),
  fc.record({ kind: fc.constant('contains' as const), of: plainScope }),
  fc.constant({ kind: 'weekdays', days: [7] } as const),
);

const anyCondition: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 4, arbitrary: anyPlainCondition },
  {
    weight: 1,
    arbitrary: fc
      .array(anyPlainCondition, { minLength: 1, maxLength: 3 })
      .map((conditions) => ({ kind: 'any', conditions }) as const),
  },
  { weight: 1, arbitrary: anyPlainCondition.map((condition) => ({ kind: 'not', condition }) as const) },
);

const anyPromotion: fc.Arbitrary<Promotion> = fc
  .record({
    common: fc.record({
      scope: anyScope,
      conditions: fc.array(anyCondition, { maxLength: 2 }),
      priority: fc.integer({ min: 0, max: 2 }),
      combines: fc.constantFrom('alone' as const, 'withOthers' as const, 'withOthers' as const),
    }),
    level: fc.oneof(
      fc.record({ level: fc.constant('product' as const), benefit: anyGoodsBenefit }),
      fc.record({ level: fc.constant('basket' as const), benefit: anyBasketBenefit }),
      fc.record({ level: fc.constant('reward' as const), benefit: anyReward }),
    ),
  })
  .map(({ common, level }) => ({
    promotionId: '',
    name: { uz: 'aksiya' },
    from: null,
    to: null,
    limits: noLimits,
    ...common,
    ...level,
  }));

export const anyPromotions = fc
  .array(anyPromotion, { maxLength: 7 })
  .map((promotions) => promotions.map((each, index) => ({ ...each, promotionId: `promotion-${index}` })));

const anyCouponBenefit: fc.Arbitrary<CouponBenefit> = fc.oneof(
  { weight: 4, arbitrary: anyBasketBenefit },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('gift' as const), of: plainScope, pieces: few }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'bonus' as const, bonusSom: som(3_000) }) },
);

const anyCoupon: fc.Arbitrary<CouponOnBasket> = fc
  .record({
    benefit: anyCouponBenefit,
    scope: anyScope,
    minimumSom: fc.constantFrom(0, 0, 50_000).map(som),
    budgetSom: fc.option(anySum, { nil: null, freq: 4 }),
    partnerId: fc.constantFrom(null, 'bakery'),
    partnerBearsBasisPoints: anyRate,
  })
  .map((series) => coupon(series));

/** Seldom, so that most baskets still tie to the soʻm elsewhere. */
const anyByHand: fc.Arbitrary<BasketManualDiscount | null> = fc.option(
  fc.record({
    discount: fc.oneof(
      fc.integer({ min: 1, max: 10_000 }).map((rate) => percentByHand(rate)),
      fc.integer({ min: 1, max: 90_000 }).map((sum) => ({ kind: 'amount' as const, amountSom: som(sum) })),
    ),
    reason: fc.constant('regular'),
    atMostBasisPoints: anyRate,
  }),
  { nil: null, freq: 3 },
);

function percentByHand(rate: number) {
  return { kind: 'percent' as const, rateBasisPoints: basisPoints(rate) };
}

const anyTier: fc.Arbitrary<TierDiscount> = fc
  .oneof(anyRate, fc.integer({ min: 100, max: 2_000 }).map(basisPoints))
  .map((rateBasisPoints) => ({ tierId: 'tier', name: { uz: 'Oltin' }, rateBasisPoints }));

export const anyBasket: fc.Arbitrary<BasketToPrice> = fc.record({
  lines: anyLines,
  promotions: anyPromotions,
  day: fc.constant(today),
  coupon: fc.option(anyCoupon, { nil: null }),
  tier: fc.option(anyTier, { nil: null }),
  discountCapBasisPoints: fc.option(anyRate, { nil: null, freq: 4 }),
  manualDiscount: anyByHand,
});
