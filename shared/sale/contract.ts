/** What a screen may ask of the open basket and of finished sales. Prices on screen come from here and nowhere else. */
import { z } from 'zod';
import { pricingSteps } from '../basket.ts';
import { couponRefusals } from '../coupon/contract.ts';
import { identifications } from '../customer/contract.ts';
import { previewSchema } from '../receipt/preview.ts';
import { draftVerb, readVerb, writeVerb } from '../verb.ts';
import {
  codeSchema,
  idSchema,
  instantSchema,
  languageSchema,
  localTextSchema,
  pageSchema,
  providerSchema,
  quantitySchema,
  signedSomSchema,
  someWords,
  somSchema,
  tenderSchema,
  unitSchema,
} from '../wire.ts';

const productLineSchema = z.object({
  kind: z.literal('product'),
  lineId: idSchema,
  productId: idSchema,
  name: localTextSchema,
  unit: unitSchema,
  priceSom: somSchema,
  quantityThousandths: quantitySchema,
  grossSom: somSchema,
  netSom: somSchema,
  adjustments: z.array(
    z.object({ step: z.enum(pricingSteps), reason: localTextSchema, amountSom: somSchema }),
  ),
});

/** A scanned code that nobody knows: blocks payment until it is removed or becomes a product. */
const unknownLineSchema = z.object({
  kind: z.literal('unknown'),
  lineId: idSchema,
  code: z.string(),
  quantityThousandths: quantitySchema,
});

/** The three-line strip that tells the cashier who stands at the counter. */
const stripSchema = z.object({
  customerId: idSchema,
  name: z.string(),
  phone: z.string().nullable(),
  language: languageSchema.nullable(),
  isRegistered: z.boolean(),
  identification: z.enum(identifications),
  visits: z.int(),
  averageSom: somSchema,
  bonusSom: signedSomSchema,
  spendableSom: somSchema,
  expiringSoonSom: somSchema,
  coupons: z.array(z.object({ code: z.string(), name: localTextSchema, missingSom: somSchema })),
});

const attemptStates = ['asked', 'uncertain', 'taken', 'notTaken'] as const;

export const basketSchema = z.object({
  saleId: idSchema,
  revision: z.int(),
  lines: z.array(z.discriminatedUnion('kind', [productLineSchema, unknownLineSchema])),
  customer: stripSchema.nullable(),
  coupon: z
    .object({
      code: z.string(),
      name: localTextSchema,
      amountSom: somSchema,
      /** Above zero while the basket is below the coupon's minimum: "add N so'm". */
      missingSom: somSchema,
      /** Another reason why it takes nothing off now, as a refusal's code; null when it does. */
      problem: z.string().nullable(),
    })
    .nullable(),
  grossSom: somSchema,
  discounts: z.array(z.object({ step: z.enum(pricingSteps), reason: localTextSchema, amountSom: somSchema })),
  totalSom: somSchema,
  vatSom: somSchema,
  bonusToSpendSom: somSchema,
  /** The most that bonus may pay here now, by ceiling, lots and how the customer was recognised. */
  bonusAtMostSom: somSchema,
  /** Earned if the rest is paid in money now. */
  bonusToEarnSom: somSchema,
  /** Left to pay after the bonus. */
  dueSom: somSchema,
  /** The same, paid in cash only, after the shop's rounding. */
  dueCashSom: somSchema,
  quickAmountsSom: z.array(somSchema),
  /** Non-cash payments that were begun on this basket. */
  attempts: z.array(
    z.object({
      id: idSchema,
      kind: z.enum(['card', 'qr']),
      provider: providerSchema,
      amountSom: somSchema,
      state: z.enum(attemptStates),
    }),
  ),
  /** Fingerprint of everything priced: `complete` must carry it back. */
  quoteHash: z.string(),
});
export type Basket = z.output<typeof basketSchema>;

export const basketChangeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('addProduct'), productId: idSchema, quantityThousandths: quantitySchema }),
  z.object({ kind: z.literal('setQuantity'), lineId: idSchema, quantityThousandths: quantitySchema }),
  z.object({ kind: z.literal('removeLine'), lineId: idSchema }),
  z.object({ kind: z.literal('resolveUnknown'), lineId: idSchema, productId: idSchema }),
  z.object({ kind: z.literal('clear') }),
  z.object({ kind: z.literal('attachCustomer'), customerId: idSchema }),
  z.object({ kind: z.literal('detachCustomer') }),
  z.object({ kind: z.literal('removeCoupon') }),
  z.object({ kind: z.literal('goodwillCoupon'), code: codeSchema, reason: someWords(120) }),
  z.object({ kind: z.literal('spendBonus'), amountSom: somSchema }),
]);
export type BasketChange = z.output<typeof basketChangeSchema>;

const draftRefusals = {
  /** Another window changed this basket: the answer carries what it is now. */
  BasketChanged: z.object({ basket: basketSchema }),
  BasketGone: z.object({}),
  /** More lines, or a larger sum, than a till takes. */
  BasketFull: z.object({}),
  /** Half a piece of what is sold by the piece. */
  WholePiecesOnly: z.object({ name: localTextSchema }),
};

export const scanOutcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('product'), lineId: idSchema }),
  z.object({ kind: z.literal('unknown'), lineId: idSchema }),
  z.object({ kind: z.literal('customer'), customerId: idSchema }),
  z.object({ kind: z.literal('coupon'), code: z.string() }),
  z.object({ kind: z.literal('receipt'), saleId: idSchema, number: z.int(), mayAttach: z.boolean() }),
  z.object({ kind: z.literal('claim'), code: z.string(), bonusSom: somSchema }),
  /** A phone that nobody has: the screen offers to make this customer. */
  z.object({ kind: z.literal('newPhone'), phone: z.string() }),
  z.object({ kind: z.literal('parked') }),
]);

const bonusRefusals = {
  BonusAboveCeiling: z.object({ atMostSom: somSchema }),
  BonusNotEnough: z.object({ spendableSom: somSchema }),
  BonusNeedsCard: z.object({ atMostSom: somSchema }),
  NoCustomer: z.object({}),
};

export const saleSummarySchema = z.object({
  saleId: idSchema,
  number: z.int(),
  soldAt: instantSchema,
  netSom: somSchema,
  customerName: z.string().nullable(),
  personName: z.string(),
  lines: z.int(),
});

export const completedSaleSchema = z.object({
  saleId: idSchema,
  number: z.int(),
  soldAt: instantSchema,
  netSom: somSchema,
  receivedCashSom: somSchema,
  changeSom: somSchema,
  bonusEarnedSom: somSchema,
  bonusSpentSom: somSchema,
  bonusBalanceSom: signedSomSchema.nullable(),
  claimCode: z.string().nullable(),
  couponCodes: z.array(z.string()),
});

const attachRefusals = {
  ReceiptUnknown: z.object({}),
  ReceiptHasCustomer: z.object({}),
  ReceiptTooOld: z.object({}),
  ClaimUnknown: z.object({}),
  ClaimTaken: z.object({}),
  ClaimExpired: z.object({ expiredOn: z.string() }),
};

export const saleContract = {
  /** The open basket of this window, made when there is none; survives a crash. */
  basket: draftVerb({ action: 'sale.sell', input: {}, output: basketSchema, refusals: {} }),
  /** Decides in one round trip what a scanned or typed code is (docs/rules.md rule 22) and acts on it. */
  scan: draftVerb({
    action: 'sale.sell',
    input: { saleId: idSchema, revision: z.int(), code: codeSchema, quantityThousandths: quantitySchema },
    output: z.object({ basket: basketSchema, outcome: scanOutcomeSchema }),
    refusals: {
      ...draftRefusals,
      ...couponRefusals,
      CardNotIssued: z.object({}),
      CodeNotReadable: z.object({}),
      ReceiptUnknown: z.object({}),
      ClaimUnknown: z.object({}),
      ClaimTaken: z.object({}),
      ProductNotSold: z.object({ name: localTextSchema }),
    },
  }),
  change: draftVerb({
    action: 'sale.sell',
    input: { saleId: idSchema, revision: z.int(), change: basketChangeSchema },
    output: basketSchema,
    refusals: { ...draftRefusals, ...couponRefusals, ...bonusRefusals },
  }),
  quote: readVerb({
    action: 'sale.sell',
    input: z.object({ saleId: idSchema }),
    output: basketSchema,
    refusals: { BasketGone: z.object({}) },
  }),
  /** Notes a non-cash payment before the terminal is touched, and what became of it. */
  notePayment: draftVerb({
    action: 'sale.sell',
    input: {
      saleId: idSchema,
      revision: z.int(),
      attemptId: idSchema,
      kind: z.enum(['card', 'qr']),
      provider: providerSchema,
      amountSom: somSchema,
      state: z.enum(attemptStates),
    },
    output: basketSchema,
    refusals: { ...draftRefusals, PaymentSettled: z.object({}) },
  }),
  complete: writeVerb({
    action: 'sale.sell',
    input: {
      saleId: idSchema,
      revision: z.int(),
      tenders: z.array(tenderSchema).max(10),
      /** What the customer handed over in cash; the change is worked out from it. */
      receivedCashSom: somSchema,
      expectedTotalSom: somSchema,
      expectedBonusSpentSom: somSchema,
      quoteHash: z.string().max(100),
    },
    output: completedSaleSchema,
    refusals: {
      ...draftRefusals,
      ...couponRefusals,
      ...bonusRefusals,
      PriceChanged: z.object({ basket: basketSchema }),
      BasketEmpty: z.object({}),
      UnknownCodeInBasket: z.object({ code: z.string() }),
      ShiftNotOpen: z.object({}),
      CardNeeded: z.object({}),
      TendersDoNotCover: z.object({ missingSom: signedSomSchema }),
      CashTooLittle: z.object({ missingSom: somSchema }),
      PaymentUncertain: z.object({ amountSom: somSchema }),
      TenderNotAccepted: z.object({ kind: z.string() }),
    },
  }),
  park: draftVerb({
    action: 'sale.sell',
    input: { saleId: idSchema, revision: z.int() },
    output: basketSchema,
    refusals: {
      ...draftRefusals,
      BasketEmpty: z.object({}),
      PaymentUncertain: z.object({ amountSom: somSchema }),
    },
  }),
  parked: readVerb({
    action: 'sale.sell',
    input: z.object({}),
    output: z.object({
      baskets: z.array(
        z.object({
          saleId: idSchema,
          parkedAt: instantSchema,
          totalSom: somSchema,
          lines: z.int(),
          customerName: z.string().nullable(),
        }),
      ),
    }),
    refusals: {},
  }),
  /** Opens a parked basket; the basket that was open is parked in its place unless it is empty. */
  resume: draftVerb({
    action: 'sale.sell',
    input: { saleId: idSchema },
    output: basketSchema,
    refusals: { BasketGone: z.object({}), PaymentUncertain: z.object({ amountSom: somSchema }) },
  }),
  recent: readVerb({
    action: 'sale.read',
    input: pageSchema,
    output: z.object({ sales: z.array(saleSummarySchema), nextCursor: z.string().nullable() }),
    refusals: {},
  }),
  /** The receipt as it was printed, drawn from the same blocks. */
  receipt: readVerb({
    action: 'sale.read',
    input: z.object({ saleId: idSchema }),
    output: z.object({
      summary: saleSummarySchema,
      preview: previewSchema,
    }),
    refusals: {},
  }),
  reprint: writeVerb({
    action: 'sale.reprint',
    input: { saleId: idSchema },
    output: z.object({ copyNumber: z.int() }),
    refusals: { NoPrinter: z.object({}) },
  }),
  /** Gives a finished sale to a customer: a receipt of today, or a claim code while it waits (docs/rules.md rule 20). */
  attachLater: writeVerb({
    action: 'sale.attachLater',
    input: { code: codeSchema, customerId: idSchema },
    output: z.object({ bonusSom: somSchema, bonusBalanceSom: signedSomSchema }),
    refusals: attachRefusals,
  }),
};
