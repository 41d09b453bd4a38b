/** Baskets, promotions and coupons for the tests of the rules: whole defaults, so that a test names only what it is about. */
import type { BasketLine } from '../../shared/basket.ts';
import type { Coupon, CouponSeries } from '../../shared/coupon/series.ts';
import { basisPoints, som, thousandths } from '../../shared/money.ts';
import type { BasketBenefit } from '../../shared/promotion/basketBenefits.ts';
import type { PromotionCustomer } from '../../shared/promotion/facts.ts';
import { noLimits } from '../../shared/promotion/limits.ts';
import type { LineBenefit } from '../../shared/promotion/lineBenefits.ts';
import type { Promotion } from '../../shared/promotion/promotion.ts';
import type { RewardBenefit } from '../../shared/promotion/rewards.ts';
import type { SetBenefit } from '../../shared/promotion/setBenefits.ts';
import type { CouponOnBasket } from '../../shared/sale/couponStep.ts';
import { type BasketToPrice, type PricedBasket, priceBasket } from '../../shared/sale/priceBasket.ts';
import type { TierDiscount } from '../../shared/sale/tierTopUp.ts';
import { businessDay } from '../../shared/time.ts';

export const today = businessDay('2026-11-22');

/** A line of so many pieces; without VAT unless the test says otherwise. */
export function line(
  productId: string,
  price: number,
  pieces: number,
  more: Partial<BasketLine> = {},
): BasketLine {
  return {
    lineId: `line-${productId}`,
    productId,
    categoryId: null,
    name: { uz: productId },
    unit: 'piece',
    priceSom: som(price),
    quantityThousandths: thousandths(pieces * 1000),
    vatBasisPoints: null,
    manualDiscount: null,
    bonusBasisPoints: basisPoints(200),
    isDiscountable: true,
    ...more,
  };
}

/** The receipt of the worked examples: A 12 990 × 2, B 45 500, C 8 300 = 79 780, VAT 12 % inside. */
export const workedReceipt: readonly BasketLine[] = [
  line('A', 12_990, 2, { vatBasisPoints: basisPoints(1200) }),
  line('B', 45_500, 1, { vatBasisPoints: basisPoints(1200) }),
  line('C', 8_300, 1, { vatBasisPoints: basisPoints(1200) }),
];

export function price(lines: readonly BasketLine[], more: Partial<BasketToPrice> = {}): PricedBasket {
  return priceBasket({
    lines,
    promotions: [],
    day: today,
    coupon: null,
    tier: null,
    discountCapBasisPoints: null,
    ...more,
  });
}

type PromotionParts = Partial<Omit<Promotion, 'level' | 'benefit'>>;

const always = {
  name: { uz: 'aksiya' },
  scope: { kind: 'all' },
  conditions: [],
  from: null,
  to: null,
  priority: 0,
  combines: 'withOthers',
  limits: noLimits,
} as const;

export function onGoods(
  promotionId: string,
  benefit: LineBenefit | SetBenefit,
  more: PromotionParts = {},
): Promotion {
  return { promotionId, ...always, level: 'product', benefit, ...more };
}

export function onBasket(promotionId: string, benefit: BasketBenefit, more: PromotionParts = {}): Promotion {
  return { promotionId, ...always, level: 'basket', benefit, ...more };
}

export function reward(promotionId: string, benefit: RewardBenefit, more: PromotionParts = {}): Promotion {
  return { promotionId, ...always, level: 'reward', benefit, ...more };
}

/** A registered customer with a card who has never bought anything. */
export function buyer(more: Partial<PromotionCustomer> = {}): PromotionCustomer {
  return {
    customerId: 'dilnoza',
    isRegistered: true,
    hasCard: true,
    tierId: null,
    segmentIds: [],
    tags: [],
    birthDate: null,
    birthDateKnownSince: null,
    birthdayUsedOn: null,
    visits: 0,
    lastVisitOn: null,
    purchases: [],
    referredBy: null,
    ...more,
  };
}

export function percent(rate: number): { kind: 'percent'; rateBasisPoints: ReturnType<typeof basisPoints> } {
  return { kind: 'percent', rateBasisPoints: basisPoints(rate * 100) };
}

export function basketPercent(rate: number, atMost: number | null = null): BasketBenefit {
  return { ...percent(rate), atMostSom: atMost === null ? null : som(atMost) };
}

export function amount(value: number): BasketBenefit {
  return { kind: 'amount', amountSom: som(value) };
}

export const cheapestFree = (of: number) => ({ kind: 'cheapestFree', of }) as const;

export const onlyProducts = (...productIds: string[]) => ({ kind: 'products', productIds }) as const;

export function tier(rate: number): TierDiscount {
  return { tierId: 'gold', name: { uz: 'Oltin' }, rateBasisPoints: basisPoints(rate * 100) };
}

export const couponSeries: CouponSeries = {
  seriesId: 'next-visit',
  name: { uz: '5 000 soʻm chegirma' },
  benefit: amount(5_000),
  scope: { kind: 'all' },
  minimumSom: som(50_000),
  validity: { kind: 'days', days: 14 },
  giving: { kind: 'everySale', fromSom: som(30_000) },
  holding: 'bound',
  mayBeGivenOn: false,
  isGiven: true,
  usesPerCoupon: 1,
  budgetSom: null,
  codes: { kind: 'own' },
  usedAt: 'here',
  partnerId: null,
  partnerBearsBasisPoints: basisPoints(0),
  conditions: null,
};

export const unusedCoupon: Coupon = {
  code: 'K23456789A',
  seriesId: couponSeries.seriesId,
  validFrom: businessDay('2026-11-20'),
  expiresOn: businessDay('2026-12-04'),
  holder: { kind: 'bearer' },
  state: { kind: 'issued' },
};

export function coupon(series: Partial<CouponSeries> = {}, own: Partial<Coupon> = {}): CouponOnBasket {
  return {
    coupon: { ...unusedCoupon, ...own },
    series: { ...couponSeries, minimumSom: som(0), ...series },
    facts: { day: today, customerId: null, claimCode: null, isGoodwill: false },
  };
}
