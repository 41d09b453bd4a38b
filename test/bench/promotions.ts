/**
 * Measures a basket of 200 lines with 100 live promotions of every kind of scope, condition and benefit: one JSON object in
 * ms. Four stand alone, which is the dearest case; `price.ts` measures plainer promotions.
 */
import type { BasketLine } from '../../shared/basket.ts';
import { basisPoints, som, thousandths } from '../../shared/money.ts';
import type { PromotionCustomer } from '../../shared/promotion/facts.ts';
import { type Promotion, promotionSchema } from '../../shared/promotion/promotion.ts';
import { priceBasket } from '../../shared/sale/priceBasket.ts';
import { businessDay } from '../../shared/time.ts';
import { calibrationMs, percentile, seeded } from './benchShop.ts';

const lineCount = 200;
const promotionCount = 100;
const runs = 1_000;

const chance = seeded(200_100);
const below = (limit: number) => Math.floor(chance() * limit);
const product = () => `p${below(300)}`;
const day = businessDay('2026-11-22');

const lines = Array.from({ length: lineCount }, (_, index): BasketLine => {
  const isWeighed = index % 7 === 0;
  return {
    lineId: `line-${index}`,
    productId: `p${index}`,
    categoryId: `c${index % 12}`,
    brandId: `b${index % 25}`,
    tags: index % 5 === 0 ? ['new'] : [],
    expiresOn: index % 9 === 0 ? businessDay('2026-11-25') : null,
    name: { uz: `Mahsulot ${index}` },
    unit: isWeighed ? 'kilogram' : 'piece',
    priceSom: som(2_000 + below(40) * 500),
    quantityThousandths: thousandths(isWeighed ? 100 + below(3_000) : 1_000 * (1 + below(4))),
    vatBasisPoints: basisPoints(1200),
    manualDiscount: index % 40 === 0 ? { amountSom: som(300), reason: 'dent' } : null,
    bonusBasisPoints: basisPoints(200),
    isDiscountable: index % 20 !== 0,
  };
});

const purchases = Array.from({ length: 300 }, (_, index) => ({
  productId: `p${index}`,
  categoryId: `c${index % 12}`,
  boughtOn: businessDay('2026-11-01'),
  paidSom: som(5_000),
  refundedSom: som(0),
  boughtThousandths: thousandths(1_000),
  returnedThousandths: thousandths(0),
}));

const customer: PromotionCustomer = {
  customerId: 'dilnoza',
  isRegistered: true,
  hasCard: true,
  tierId: 'gold',
  segmentIds: ['regular'],
  tags: ['teacher'],
  birthDate: businessDay('1990-11-23'),
  birthDateKnownSince: businessDay('2025-01-01'),
  birthdayUsedOn: null,
  visits: 11,
  lastVisitOn: businessDay('2026-11-01'),
  purchases,
  referredBy: null,
};

const scopes = [
  () => ({ kind: 'all' }),
  () => ({ kind: 'products', productIds: Array.from({ length: 40 }, product) }),
  () => ({ kind: 'categories', categoryIds: [`c${below(12)}`, `c${below(12)}`] }),
  () => ({ kind: 'brands', brandIds: [`b${below(25)}`] }),
  () => ({ kind: 'tags', tags: ['new'] }),
  () => ({ kind: 'expiresWithin', days: 5 }),
];

const conditions = [
  () => ({ kind: 'minimumSum', minimumSom: 20_000 + below(100) * 50_000 }),
  () => ({ kind: 'minimumQuantity', minimumThousandths: 2_000 + below(40) * 1_000 }),
  () => ({ kind: 'weekdays', days: [6, 7] }),
  () => ({ kind: 'hours', fromMinute: 14 * 60, toMinute: 18 * 60 }),
  () => ({ kind: 'any', conditions: [{ kind: 'tier', tierIds: ['gold'] }, { kind: 'firstPurchase' }] }),
  () => ({ kind: 'not', condition: { kind: 'customerTag', tags: ['wholesale'] } }),
  () => ({
    kind: 'boughtBefore',
    of: { kind: 'categories', categoryIds: ['c3'] },
    withinDays: 60,
    atLeastSom: 30_000,
  }),
];

const percent = () => ({ kind: 'percent', rateBasisPoints: 100 + below(20) * 100 });
const benefits = [
  () => ({ level: 'product', benefit: percent() }),
  () => ({ level: 'product', benefit: { kind: 'amountPerUnit', amountSom: 100 + below(500) } }),
  () => ({
    level: 'product',
    benefit: {
      kind: 'volumeSteps',
      counts: 'together',
      steps: [
        { fromThousandths: 3_000, off: percent() },
        { fromThousandths: 12_000, off: percent() },
      ],
    },
  }),
  () => ({ level: 'product', benefit: { kind: 'cheapestFree', of: 3 + below(3) } }),
  () => ({
    level: 'product',
    benefit: { kind: 'buyGet', buyPieces: 2, getPieces: 1, off: percent(), atMostTimes: null },
  }),
  () => ({
    level: 'product',
    benefit: {
      kind: 'bundle',
      parts: [
        { of: { kind: 'categories', categoryIds: ['c1'] }, pieces: 2 },
        { of: { kind: 'categories', categoryIds: ['c2'] }, pieces: 1 },
      ],
      priceSom: 15_000,
      atMostTimes: 3,
    },
  }),
  () => ({
    level: 'product',
    benefit: { kind: 'gift', of: { kind: 'products', productIds: [product()] }, pieces: 1 },
  }),
  () => ({ level: 'basket', benefit: { ...percent(), atMostSom: 50_000 } }),
  () => ({
    level: 'basket',
    benefit: {
      kind: 'sumSteps',
      steps: [
        { kind: 'percent', fromSom: 500_000, rateBasisPoints: 300 },
        { kind: 'percent', fromSom: 5_000_000, rateBasisPoints: 500 },
      ],
    },
  }),
  () => ({ level: 'reward', benefit: { kind: 'bonusMultiplier', timesBasisPoints: 20_000 } }),
  () => ({
    level: 'reward',
    benefit: { kind: 'bonus', bonusSom: 500, per: { kind: 'sum', eachSom: 50_000 } },
  }),
  () => ({
    level: 'product',
    benefit: {
      kind: 'salePrices',
      prices: Array.from({ length: 300 }, (_, index) => ({ productId: `p${index}`, priceSom: 5_000 })),
    },
  }),
  () => ({
    level: 'reward',
    benefit: { kind: 'tickets', drawId: 'autumn', tickets: 1, per: { kind: 'sum', eachSom: 50_000 } },
  }),
];

/** Every thirteenth is of one kind; four stand alone, which is as many as are tried in all combinations. */
const promotions = Array.from({ length: promotionCount }, (_, index): Promotion => {
  return promotionSchema.parse({
    promotionId: `promotion-${index}`,
    name: { uz: `Aksiya ${index}` },
    scope: scopes[below(scopes.length)]?.(),
    conditions: index % 3 === 0 ? [] : [conditions[below(conditions.length)]?.()],
    priority: below(3),
    combines: index % 25 === 11 ? 'alone' : 'withOthers',
    ...benefits[index % benefits.length]?.(),
  });
});

const basket = {
  lines,
  promotions,
  day,
  minuteOfDay: 15 * 60,
  customer,
  coupon: null,
  tier: { tierId: 'gold', name: { uz: 'Oltin' }, rateBasisPoints: basisPoints(300) },
  discountCapBasisPoints: basisPoints(5000),
};

for (let run = 0; run < 200; run += 1) priceBasket(basket);
const cpuFrom = process.cpuUsage();
const times = Array.from({ length: runs }, () => {
  const from = performance.now();
  priceBasket(basket);
  return performance.now() - from;
}).sort((a, b) => a - b);
const { user, system } = process.cpuUsage(cpuFrom);
const priced = priceBasket(basket);
const calibration = { integerLoopMs: calibrationMs() };
console.log(
  JSON.stringify({
    bench: 'promotions',
    lines: lineCount,
    promotions: promotionCount,
    applied: priced.promotions.filter(({ outcome }) => outcome.kind === 'applied').length,
    cpuMs: Number(((user + system) / 1000 / runs).toFixed(3)),
    leastMs: Number((times[0] ?? 0).toFixed(3)),
    p50Ms: Number(percentile(times, 50).toFixed(3)),
    p95Ms: Number(percentile(times, 95).toFixed(3)),
    goalMs: 5,
    calibration,
  }),
);
