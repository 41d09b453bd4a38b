/** The file format of a price scenario (docs/scenarios.md): what a till would know, and what it is expected to answer. */
import { z } from 'zod';
import { tenderKinds } from '../basket.ts';
import { seriesContentSchema } from '../coupon/series.ts';
import { identifications } from '../customer/contract.ts';
import { som } from '../money.ts';
import { referenceSchema } from '../promotion/kinds.ts';
import { promotionSchema } from '../promotion/promotion.ts';
import { scopeSchema, wholeBasket } from '../promotion/scope.ts';
import { calendarOf, defaultSettings, shopSettingsSchema } from '../shop/settings.ts';
import {
  businessDaySchema,
  instantSchema,
  localTextSchema,
  providerSchema,
  quantitySchema,
  rateSchema,
  somSchema,
  unitSchema,
  words,
} from '../wire.ts';

const noSom = som(0);
const couponParts = seriesContentSchema.shape;
const countSchema = z.int().min(0).max(1_000_000);
/** One name is enough; it stands for all languages. */
const nameSchema = z.union([
  words(200).transform((uz): z.output<typeof localTextSchema> => ({ uz })),
  localTextSchema,
]);

const goodsSchema = z.strictObject({
  productId: referenceSchema,
  name: nameSchema.optional(),
  priceSom: somSchema,
  unit: unitSchema.default('piece'),
  categoryId: referenceSchema.nullable().default(null),
  brandId: referenceSchema.nullable().default(null),
  tags: z.array(referenceSchema).default([]),
  expiresOn: businessDaySchema.nullable().default(null),
  vatBasisPoints: rateSchema.nullable().optional(),
  bonusBasisPoints: rateSchema.optional(),
  isDiscountable: z.boolean().default(true),
});

const seriesSchema = z.strictObject({
  seriesId: referenceSchema,
  name: nameSchema,
  benefit: couponParts.benefit,
  scope: scopeSchema.default(wholeBasket),
  minimumSom: somSchema.default(noSom),
  validity: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('days'), days: z.int().min(0).max(3650) }),
      z.strictObject({ kind: z.literal('between'), from: businessDaySchema, to: businessDaySchema }),
    ])
    .default({ kind: 'days', days: 14 }),
  giving: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('everySale'), fromSom: somSchema }),
      z.strictObject({ kind: z.literal('byHand') }),
    ])
    .default({ kind: 'byHand' }),
  holding: z.enum(['bound', 'bearer']).default('bearer'),
  mayBeGivenOn: z.boolean().default(false),
  isGiven: z.boolean().default(true),
  usesPerCoupon: couponParts.usesPerCoupon.default(1),
  budgetSom: couponParts.budgetSom.default(null),
  /** What its coupons have given until now. */
  spentSom: somSchema.default(noSom),
  codes: couponParts.codes.default({ kind: 'own' }),
  usedAt: couponParts.usedAt.default('here'),
  partnerId: referenceSchema.nullable().default(null),
  partnerBearsBasisPoints: couponParts.partnerBearsBasisPoints.default(rateSchema.parse(0)),
  conditions: couponParts.conditions.default(null),
});

const couponSchema = z.strictObject({
  code: referenceSchema,
  seriesId: referenceSchema,
  validFrom: businessDaySchema,
  expiresOn: businessDaySchema,
  holder: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('bearer') }),
      z.strictObject({ kind: z.literal('customer'), customerId: referenceSchema }),
      z.strictObject({ kind: z.literal('claim'), claimCode: referenceSchema }),
    ])
    .default({ kind: 'bearer' }),
  state: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('issued') }),
      z.strictObject({ kind: z.literal('voided') }),
      z.strictObject({ kind: z.literal('redeemed'), redeemedAt: instantSchema, receiptNumber: z.int() }),
    ])
    .default({ kind: 'issued' }),
});

const purchaseSchema = z.strictObject({
  productId: referenceSchema,
  categoryId: referenceSchema.nullable().default(null),
  brandId: referenceSchema.nullable().default(null),
  tags: z.array(referenceSchema).default([]),
  boughtOn: businessDaySchema,
  paidSom: somSchema,
  refundedSom: somSchema.default(noSom),
  boughtThousandths: quantitySchema,
  returnedThousandths: z.union([z.literal(0), quantitySchema]).default(0),
});

const customerSchema = z.strictObject({
  customerId: referenceSchema,
  identification: z.enum(identifications).default('card'),
  isRegistered: z.boolean().default(true),
  hasCard: z.boolean().default(true),
  tier: z
    .strictObject({ tierId: referenceSchema, name: nameSchema, rateBasisPoints: rateSchema })
    .nullable()
    .default(null),
  segmentIds: z.array(referenceSchema).default([]),
  tags: z.array(referenceSchema).default([]),
  birthDate: businessDaySchema.nullable().default(null),
  birthDateKnownSince: businessDaySchema.nullable().default(null),
  birthdayUsedOn: businessDaySchema.nullable().default(null),
  visits: countSchema.default(0),
  lastVisitOn: businessDaySchema.nullable().default(null),
  purchases: z.array(purchaseSchema).max(10_000).default([]),
  referredBy: referenceSchema.nullable().default(null),
  lots: z
    .array(
      z.strictObject({
        lotId: referenceSchema,
        remainingSom: somSchema,
        activeFrom: businessDaySchema,
        expiresOn: businessDaySchema.nullable(),
      }),
    )
    .default([]),
  spentTodaySom: somSchema.default(noSom),
  /** How many times each promotion worked for this customer. */
  used: z
    .record(referenceSchema, z.strictObject({ times: countSchema, timesToday: countSchema }))
    .default({}),
});

const shopSchema = shopSettingsSchema
  .pick({
    timeZone: true,
    dayStartsAtHour: true,
    vatBasisPoints: true,
    cashbackBasisPoints: true,
    bonusCeilingBasisPoints: true,
    earnWhileRedeeming: true,
    spendWithoutCardSom: true,
    instantCardDailySom: true,
    cashRoundingSom: true,
    isReferralOn: true,
    referralFriendBonusSom: true,
    referralReferrerBonusSom: true,
    referralFromSom: true,
  })
  .extend({
    debtEarns: z.enum(['whenRepaid', 'atOnce']).default('whenRepaid'),
    /** The most that all discounts of a receipt may take off together. */
    discountCapBasisPoints: rateSchema.nullable().default(null),
  })
  .strict();

/** A discount by hand: a sum or a part of the price, and how much the person who stands for it may let go. */
const givenByHand = { reason: words(200), atMostBasisPoints: rateSchema.optional() };
const handDiscountSchema = z
  .union([
    z.strictObject({ amountSom: somSchema, ...givenByHand }),
    z.strictObject({ rateBasisPoints: rateSchema, ...givenByHand }),
  ])
  .nullable()
  .default(null);

const lineSchema = z.strictObject({
  /** By default the place in the basket: "1", "2" … */
  lineId: referenceSchema.optional(),
  productId: referenceSchema,
  pieces: z.int().min(1).max(999_999).optional(),
  /** 1.250 kg is 1 250; one of `pieces` and this, or else one piece. */
  quantityThousandths: quantitySchema.optional(),
  manualDiscount: handDiscountSchema,
});

const tenderSchema = z.strictObject({
  kind: z.enum(tenderKinds),
  provider: providerSchema.nullable().default(null),
  amountSom: somSchema,
});

const returnSchema = z.strictObject({
  at: instantSchema,
  lines: z
    .array(z.strictObject({ lineId: referenceSchema, quantityThousandths: quantitySchema }))
    .min(1)
    .max(500),
  /** What of the sale's debt was repaid before this return. */
  debtRepaidSom: somSchema.default(noSom),
  giftCardTakesBack: z.boolean().default(true),
});

const basketSchema = z.strictObject({
  name: words(200),
  at: instantSchema,
  customerId: referenceSchema.nullable().default(null),
  /** The claim code of an earlier receipt that stands in for a card. */
  claimCode: referenceSchema.nullable().default(null),
  lines: z.array(lineSchema).max(500),
  manualDiscount: handDiscountSchema,
  couponCode: referenceSchema.nullable().default(null),
  isGoodwill: z.boolean().default(false),
  /** The payment as it was made; without it nothing is settled and bonus is counted as if all were money. */
  tenders: z.array(tenderSchema).max(20).nullable().default(null),
  /** What was handed over in cash; by default exactly the cash tender. */
  receivedCashSom: somSchema.optional(),
  donationSom: somSchema.default(noSom),
  /** A person who may, allowed spending bonus above the day's limit. */
  isBonusApproved: z.boolean().default(false),
  returns: z.array(returnSchema).max(50).default([]),
  /** What the answer should be, as far as it is stated: only the fields that are named are compared. */
  expects: z.record(z.string(), z.json()).optional(),
});

export const scenarioSchema = z
  .strictObject({
    $schema: z.string().optional(),
    about: words(1000).optional(),
    shop: shopSchema.default(shopSchema.parse({})),
    goods: z.array(goodsSchema).min(1).max(100_000),
    promotions: z.array(promotionSchema).max(1000).default([]),
    series: z.array(seriesSchema).max(1000).default([]),
    coupons: z.array(couponSchema).max(100_000).default([]),
    customers: z.array(customerSchema).max(10_000).default([]),
    /** How often promotions worked before, all customers together. */
    usage: z
      .record(
        referenceSchema,
        z.strictObject({ times: countSchema, timesToday: countSchema, spentSom: somSchema }),
      )
      .default({}),
    baskets: z.array(basketSchema).min(1).max(1000),
  })
  .superRefine((scenario, context) => {
    for (const { path, says } of brokenReferences(scenario)) {
      context.addIssue({ code: 'custom', path: [...path], message: says });
    }
  });

export type Scenario = z.output<typeof scenarioSchema>;
export type ScenarioBasket = Scenario['baskets'][number];
export type ScenarioHandDiscount = ScenarioBasket['manualDiscount'];
export type ScenarioCustomer = Scenario['customers'][number];

interface Broken {
  readonly path: readonly (string | number)[];
  readonly says: string;
}

/** Names that stand for nothing, names given twice, and lines that say their quantity twice. */
function brokenReferences(
  scenario: Omit<Scenario, 'baskets'> & { baskets: readonly ScenarioBasket[] },
): Broken[] {
  const names = {
    goods: scenario.goods.map((each) => each.productId),
    promotions: scenario.promotions.map((each) => each.promotionId),
    series: scenario.series.map((each) => each.seriesId),
    coupons: scenario.coupons.map((each) => each.code),
    customers: scenario.customers.map((each) => each.customerId),
  };
  const twice = Object.entries(names).flatMap(([list, all]) =>
    all.flatMap((name, at) =>
      all.indexOf(name) === at ? [] : [{ path: [list, at], says: `"${name}" stands here a second time` }],
    ),
  );
  const unknown = (path: Broken['path'], list: keyof typeof names, name: string | null) =>
    name === null || names[list].includes(name) ? [] : [{ path, says: `no ${list} are named "${name}"` }];
  return [
    ...twice,
    ...scenario.coupons.flatMap((coupon, at) =>
      unknown(['coupons', at, 'seriesId'], 'series', coupon.seriesId),
    ),
    ...Object.keys(scenario.usage).flatMap((name) => unknown(['usage', name], 'promotions', name)),
    ...scenario.baskets.flatMap((basket, at) => [
      ...unknown(['baskets', at, 'customerId'], 'customers', basket.customerId),
      ...unknown(['baskets', at, 'couponCode'], 'coupons', basket.couponCode),
      ...basket.lines.flatMap((line, place) => [
        ...unknown(['baskets', at, 'lines', place, 'productId'], 'goods', line.productId),
        ...(line.pieces !== undefined && line.quantityThousandths !== undefined
          ? [{ path: ['baskets', at, 'lines', place], says: 'either pieces or quantityThousandths' }]
          : []),
      ]),
    ]),
  ];
}

export function calendarOfScenario({ shop }: Scenario) {
  return calendarOf({ ...defaultSettings, ...shop });
}
