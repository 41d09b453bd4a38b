/** Promotions of every kind for the tests of the form: at least one for each benefit and each condition. */
import fc from 'fast-check';
import { basketBenefits } from '../../../shared/promotion/basketBenefits.ts';
import { plainConditions } from '../../../shared/promotion/condition.ts';
import { lineBenefits } from '../../../shared/promotion/lineBenefits.ts';
import { type Promotion, promotionSchema } from '../../../shared/promotion/promotion.ts';
import { rewards } from '../../../shared/promotion/rewards.ts';
import { type Scope, scopeSchema } from '../../../shared/promotion/scope.ts';
import { setBenefits } from '../../../shared/promotion/setBenefits.ts';

const tea: Scope = { kind: 'categories', categoryIds: ['tea'] };
const cups: Scope = { kind: 'products', productIds: ['cup-a', 'cup-b'] };
const half = { kind: 'percent', rateBasisPoints: 5000 };

type Fields = Readonly<Record<string, unknown>>;

/** One benefit of each kind, by level. */
export const benefitsOfLevel: Readonly<Record<Promotion['level'], Readonly<Record<string, Fields>>>> = {
  product: {
    percent: { rateBasisPoints: 1250 },
    amountPerUnit: { amountSom: 500 },
    amountPerLine: { amountSom: 2000 },
    fixedPrice: { priceSom: 9900 },
    volumeSteps: {
      steps: [
        { fromThousandths: 3000, off: half },
        { fromThousandths: 10_500, off: { kind: 'fixedPrice', priceSom: 7000 } },
      ],
      counts: 'together',
    },
    salePrices: { prices: [{ productId: 'cup-a', priceSom: 4000 }] },
    cheapestFree: { of: 3 },
    cheapest: { off: { kind: 'amountPerUnit', amountSom: 1000 } },
    buyGet: { buyPieces: 2, getPieces: 1, get: cups, off: half, atMostTimes: 4 },
    bundle: {
      parts: [
        { of: tea, pieces: 1 },
        { of: cups, pieces: 2 },
      ],
      priceSom: 60_000,
      atMostTimes: null,
    },
    gift: { of: cups, pieces: 1 },
  },
  basket: {
    percent: { rateBasisPoints: 1000, atMostSom: 20_000 },
    amount: { amountSom: 5000 },
    fixedPrice: { priceSom: 99_000 },
    sumSteps: {
      steps: [
        { kind: 'percent', fromSom: 150_000, rateBasisPoints: 1000 },
        { kind: 'amount', fromSom: 300_000, amountSom: 50_000 },
      ],
    },
  },
  reward: {
    bonusMultiplier: { timesBasisPoints: 20_000 },
    bonus: { bonusSom: 5000, per: { kind: 'sum', eachSom: 100_000 } },
    nextCoupon: { seriesId: 'autumn', partnerId: null },
    stamps: { stampCardId: 'coffee', stamps: 1, per: { kind: 'piece' } },
    tickets: { drawId: 'new-year', tickets: 2, per: { kind: 'receipt' } },
  },
};

/** The kinds that the engine knows, for each level. */
export const kindsOfLevel: Readonly<Record<Promotion['level'], readonly string[]>> = {
  product: Object.keys({ ...lineBenefits, ...setBenefits }),
  basket: Object.keys(basketBenefits),
  reward: Object.keys(rewards),
};

/** One condition of each plain kind. */
export const conditionFields: Readonly<Record<keyof typeof plainConditions, Fields>> = {
  dates: { from: '2026-12-01', to: null },
  onDay: { day: '2026-12-31' },
  weekdays: { days: [2, 4] },
  hours: { fromMinute: 1320, toMinute: 120 },
  minimumSum: { minimumSom: 50_000, of: tea },
  minimumQuantity: { minimumThousandths: 1500 },
  contains: { of: cups },
  paidWithoutCash: { providers: ['humo', 'click'] },
  couponPresented: { seriesIds: ['autumn'] },
  hasCard: {},
  tier: { tierIds: ['gold'] },
  segment: { segmentIds: ['asleep'] },
  customerTag: { tags: ['school'] },
  birthday: { daysBefore: 3, daysAfter: 7 },
  firstPurchase: {},
  visitNumber: { number: 5, repeats: true },
  daysSinceLastVisit: { atLeastDays: 30 },
  boughtBefore: { of: tea, withinDays: 90, atLeastSom: 100_000 },
  referral: {},
};

export const conditionKinds = Object.keys(plainConditions) as readonly (keyof typeof plainConditions)[];

/** A promotion as it is read from the till: with everything that may be left out filled in. */
export function promotionOf(level: string, kind: string, benefit: Fields, rest: Fields = {}): Promotion {
  const written = {
    promotionId: 'p',
    name: { uz: 'Choy kuni', ru: 'День чая' },
    level,
    benefit: { kind, ...benefit },
    ...rest,
  };
  return promotionSchema.parse(written);
}

const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 3 });

/** Any scope, also such as no form can show. */
export const anyScope: fc.Arbitrary<Scope> = fc
  .letrec<{ scope: unknown }>((tie) => ({
    scope: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.constant({ kind: 'all' }),
      ids.map((productIds) => ({ kind: 'products', productIds })),
      ids.map((categoryIds) => ({ kind: 'categories', categoryIds })),
      ids.map((brandIds) => ({ kind: 'brands', brandIds })),
      ids.map((tags) => ({ kind: 'tags', tags })),
      fc.nat(30).map((days) => ({ kind: 'expiresWithin', days })),
      fc.array(tie('scope'), { minLength: 1, maxLength: 3 }).map((scopes) => ({ kind: 'anyOf', scopes })),
      fc.array(tie('scope'), { minLength: 1, maxLength: 3 }).map((scopes) => ({ kind: 'allOf', scopes })),
      fc.tuple(tie('scope'), tie('scope')).map(([scope, without]) => ({ kind: 'except', scope, without })),
    ),
  }))
  .scope.map((scope) => scopeSchema.parse(scope));

/** Any condition: plain, turned around, grouped, to any depth. */
export const anyCondition: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom(...conditionKinds).map((kind) => ({ kind, ...conditionFields[kind] })),
    fc
      .array(tie('condition'), { minLength: 1, maxLength: 3 })
      .map((conditions) => ({ kind: 'all', conditions })),
    fc
      .array(tie('condition'), { minLength: 1, maxLength: 3 })
      .map((conditions) => ({ kind: 'any', conditions })),
    tie('condition').map((condition) => ({ kind: 'not', condition })),
  ),
})).condition;
