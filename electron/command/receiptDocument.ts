/** The documents that the receipt runner prints, as JSON: what they hold and how they are checked (docs/receipts.md). */
import { z } from 'zod';
import { tenderKinds } from '../../shared/basket.ts';
import { readCode } from '../../shared/code.ts';
import { seriesContentSchema } from '../../shared/coupon/series.ts';
import { taxNumberSchema } from '../../shared/customer/firmContract.ts';
import { challengeStandingSchema, stampStandingSchema } from '../../shared/loyalty/contract.ts';
import { type RewardBenefit, rewardBenefitSchema } from '../../shared/promotion/rewards.ts';
import { blockSchema, blocksSchema } from '../../shared/receipt/blocks.ts';
import { fiscalMarkSchema } from '../../shared/sale/fiscalMark.ts';
import { shopSettingsSchema } from '../../shared/shop/settings.ts';
import {
  businessDaySchema,
  instantSchema,
  languageSchema,
  localTextSchema,
  providerSchema,
  quantitySchema,
  rateSchema,
  signedSomSchema,
  someWords,
  somSchema,
  unitSchema,
  words,
} from '../../shared/wire.ts';

const mostLines = 1000;
const mostCoupons = 500;

/** Settings of the shop (the same names as in the program); every one that is left out has its usual value. */
const shopSchema = shopSettingsSchema.strict();

/** A code of the program's own scheme, with its check character (docs/rules.md rule 15). */
const codeOf = (kind: 'receipt' | 'claim') =>
  z.string().refine((text) => readCode(text)?.kind === kind && readCode(text)?.code === text, {
    message: `not a ${kind} code: its letter, its length or its check character is wrong`,
  });

const positiveSom = somSchema.refine((sum) => sum > 0, { message: 'must be above zero' });

const lineSchema = z.strictObject({
  name: localTextSchema,
  unit: unitSchema.default('piece'),
  quantityThousandths: quantitySchema.prefault(1000),
  priceSom: somSchema,
  discounts: z.array(z.strictObject({ reason: localTextSchema, amountSom: positiveSom })).default([]),
  /** Left out: the shop's rate. */
  vatBasisPoints: rateSchema.nullable().optional(),
  /** One sentence that the shop prints about the goods. */
  advice: localTextSchema.nullable().default(null),
});

const documentTenderSchema = z.strictObject({
  kind: z.enum(tenderKinds),
  provider: providerSchema.nullable().default(null),
  amountSom: positiveSom,
  reference: words(60).nullable().default(null),
});

/** A coupon of a series. What is left out of the series has the value that says nothing on paper. */
const couponSchema = z.strictObject({
  code: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]{1,40}$/),
  name: localTextSchema,
  series: seriesContentSchema
    .omit({ benefit: true })
    .partial()
    .extend({ benefit: seriesContentSchema.shape.benefit }),
  partnerName: someWords(80).nullable().default(null),
  validFrom: businessDaySchema,
  expiresOn: businessDaySchema,
  /** Only its holder may use it. */
  isBound: z.boolean().default(false),
});
export type DocumentCoupon = z.output<typeof couponSchema>;

const rewardSchema = z.strictObject({
  name: localTextSchema,
  benefit: rewardBenefitSchema as z.ZodType<RewardBenefit>,
  count: z.int().min(1),
});

const named = { name: localTextSchema };

/** What the receipt tells its customer besides; the same fields as the program keeps with a sale. */
const progressSchema = z.strictObject({
  tier: z
    .strictObject({
      name: localTextSchema.nullable(),
      next: z.strictObject({ ...named, missingSom: somSchema }).nullable(),
    })
    .nullable()
    .default(null),
  stamps: z.array(stampStandingSchema.omit({ stampCardId: true }).strict()).default([]),
  challenges: z.array(challengeStandingSchema.omit({ challengeId: true }).strict()).default([]),
  reached: z.array(z.strictObject({ ...named, badge: localTextSchema.nullable().default(null) })).default([]),
  tickets: z.array(z.strictObject({ ...named, numbers: z.array(z.int().min(1)).min(1) })).default([]),
  deedBonusSom: signedSomSchema.prefault(0),
  gameBonusSom: signedSomSchema.prefault(0),
  bonusActiveFrom: businessDaySchema.nullable().default(null),
  giftCardLeftSom: somSchema.nullable().default(null),
  accountSom: somSchema.nullable().default(null),
  owesSom: somSchema.nullable().default(null),
});

const saleSchema = z.strictObject({
  kind: z.literal('sale'),
  shop: shopSchema,
  /** The customer's language; `shop.receiptForm.languages` may put others in its place. */
  language: languageSchema.optional(),
  number: z.int().min(1),
  receiptCode: codeOf('receipt'),
  soldAt: instantSchema,
  /** When it was typed in, of a sale that was written on paper first. */
  enteredAt: instantSchema.nullable().default(null),
  cashier: someWords(80),
  lines: z.array(lineSchema).min(1).max(mostLines),
  tenders: z.array(documentTenderSchema),
  /** What was handed over in cash; left out, exactly what was to pay. */
  receivedCashSom: somSchema.optional(),
  /** Of the change, what stays on the customer's account. */
  changeToAccountSom: somSchema.prefault(0),
  /** What the shop rounded the total down by. */
  roundingSom: somSchema.prefault(0),
  donation: z.strictObject({ fund: localTextSchema, amountSom: positiveSom }).nullable().default(null),
  /** Null: a customer without a card. */
  customer: z
    .strictObject({
      name: words(80).default(''),
      bonusBalanceSom: signedSomSchema.prefault(0),
      friendBonusSom: somSchema.prefault(0),
      /** A customer who buys as a firm. */
      firm: z
        .strictObject({ legalName: someWords(160), taxNumber: taxNumberSchema })
        .nullable()
        .default(null),
    })
    .nullable()
    .default(null),
  bonusEarnedSom: somSchema.prefault(0),
  claim: z
    .strictObject({ code: codeOf('claim'), expiresOn: businessDaySchema })
    .nullable()
    .default(null),
  rewards: z.array(rewardSchema).default([]),
  progress: progressSchema.prefault({}),
  coupons: z.array(couponSchema).max(20).default([]),
  logo: blockSchema
    .refine((block) => block.kind === 'image', { message: 'a logo is a block of the kind image' })
    .nullable()
    .default(null),
  fiscal: fiscalMarkSchema.strict().nullable().default(null),
  /** Above 0: the copy of that number, with its mark. */
  copyNumber: z.int().min(0).default(0),
});
export type SaleDocument = z.output<typeof saleSchema>;

const couponStripSchema = z.strictObject({
  kind: z.literal('coupon'),
  shopName: words(80).default(''),
  languages: z.array(languageSchema).min(1).default(['uz']),
  /** The day on which it is printed. */
  today: businessDaySchema,
  coupons: z.array(couponSchema).min(1).max(mostCoupons),
});
export type CouponDocument = z.output<typeof couponStripSchema>;

const reportRowSchema = z.union([
  z.strictObject({ left: words(200), right: words(80), bold: z.boolean().default(false) }),
  z.strictObject({ text: words(400), bold: z.boolean().default(false) }),
]);

const reportSchema = z.strictObject({
  kind: z.literal('report'),
  shopName: words(80).default(''),
  title: someWords(80),
  /** Under the title: the day, who printed it. */
  subtitle: z.array(words(120)).default([]),
  sections: z
    .array(z.strictObject({ title: words(120).default(''), rows: z.array(reportRowSchema).max(mostLines) }))
    .max(100),
  /** A last row in double size. */
  total: z
    .strictObject({ left: words(120), right: words(80) })
    .nullable()
    .default(null),
});
export type ReportDocument = z.output<typeof reportSchema>;

export const receiptDocumentSchema = z.discriminatedUnion('kind', [
  saleSchema,
  couponStripSchema,
  reportSchema,
  z.strictObject({ kind: z.literal('blocks'), blocks: blocksSchema }),
  z.strictObject({ kind: z.literal('testSlip') }),
  z.strictObject({ kind: z.literal('calibration') }),
]);
export type ReceiptDocument = z.output<typeof receiptDocumentSchema>;
