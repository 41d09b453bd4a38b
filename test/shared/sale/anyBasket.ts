/** Random baskets, promotions and coupons for the properties that hold for all of them. */
import fc from 'fast-check';
import type { BasketLine } from '../../../shared/basket.ts';
import { basisPoints, som, thousandths } from '../../../shared/money.ts';
import type { BasketBenefit } from '../../../shared/promotion/basketBenefits.ts';
import type { Condition } from '../../../shared/promotion/condition.ts';
import { noLimits } from '../../../shared/promotion/limits.ts';
import type { LineBenefit } from '../../../shared/promotion/lineBenefits.ts';
import type { Promotion } from '../../../shared/promotion/promotion.ts';
import type { Scope } from '../../../shared/promotion/scope.ts';
import type { SetBenefit } from '../../../shared/promotion/setBenefits.ts';
import type { CouponOnBasket } from '../../../shared/sale/couponStep.ts';
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
    });
  });

export const anyLines = fc
  .array(anyLine, { minLength: 1, maxLength: 8 })
  .map((lines) => lines.map((each, index) => ({ ...each, lineId: `line-${index}` })));

const anyScope: fc.Arbitrary<Scope> = fc.oneof(
  fc.constant({ kind: 'all' } as const),
  fc.subarray(products, { minLength: 1 }).map((productIds) => ({ kind: 'products', productIds }) as const),
  fc
    .subarray(categories, { minLength: 1 })
    .map((categoryIds) => ({ kind: 'categories', categoryIds }) as const),
);

const anyBasketBenefit: fc.Arbitrary<BasketBenefit> = fc.oneof(
  fc.record({
    kind: fc.constant('percent' as const),
    rateBasisPoints: anyRate,
    atMostSom: fc.option(anySum, { nil: null }),
  }),
  fc.record({ kind: fc.constant('amount' as const), amountSom: anySum }),
);

const anyGoodsBenefit: fc.Arbitrary<LineBenefit | SetBenefit> = fc.oneof(
  fc.record({ kind: fc.constant('percent' as const), rateBasisPoints: anyRate }),
  fc.record({ kind: fc.constant('amountPerUnit' as const), amountSom: anySum }),
  fc.record({ kind: fc.constant('fixedPrice' as const), priceSom: anySum }),
  fc.record({ kind: fc.constant('cheapestFree' as const), of: fc.integer({ min: 2, max: 5 }) }),
);

const anyCondition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ kind: fc.constant('minimumSum' as const), minimumSom: anySum }),
  fc.record({
    kind: fc.constant('minimumQuantity' as const),
    minimumThousandths: fc.integer({ min: 1, max: 9 }).map((pieces) => thousandths(pieces * 1000)),
  }),
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

const anyCoupon: fc.Arbitrary<CouponOnBasket> = fc
  .record({ benefit: anyBasketBenefit, scope: anyScope, minimumSom: fc.constantFrom(0, 0, 50_000).map(som) })
  .map((series) => coupon(series));

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
});
