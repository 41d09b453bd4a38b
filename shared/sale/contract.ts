/** What a screen may ask of the open basket and of finished sales. Prices on screen come from here and nowhere else. */
import { z } from 'zod';
import { pricingSteps } from '../basket.ts';
import { couponRefusals } from '../coupon/contract.ts';
import { giftCardRefusals } from '../credit/giftCardContract.ts';
import { identifications } from '../customer/contract.ts';
import {
  challengeStandingSchema,
  referralRefusals,
  stampStandingSchema,
  tierStandingSchema,
} from '../loyalty/contract.ts';
import { zeroSom } from '../money.ts';
import { draftVerb, readVerb, writeVerb } from '../verb.ts';
import {
  businessDaySchema,
  codeSchema,
  idSchema,
  instantSchema,
  languageSchema,
  localTextSchema,
  providerSchema,
  quantitySchema,
  signedSomSchema,
  somSchema,
  tenderSchema,
  unitSchema,
} from '../wire.ts';
import { basketChangeSchema, manualDiscountSchema, plannedTenderSchema } from './basketChange.ts';
import { finishedVerbs } from './finishedContract.ts';

const givenDiscountSchema = z.object({
  discount: manualDiscountSchema,
  reason: z.string(),
  amountSom: somSchema,
});

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
  /** What the cashier took off by hand, if anything. */
  manualDiscount: givenDiscountSchema.nullable(),
  isDiscountable: z.boolean(),
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
  /** Null in a shop without tiers. */
  tier: tierStandingSchema.nullable(),
  stamps: z.array(stampStandingSchema),
  challenges: z.array(challengeStandingSchema),
  storeCreditSom: signedSomSchema,
  /** What the customer owes, and the part of it that is late. */
  debtSom: somSchema,
  overdueSom: somSchema,
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
  /** A discount by hand on the whole basket, split over its lines. */
  manualDiscount: givenDiscountSchema.nullable(),
  /** At most two: what a little more would bring. */
  hints: z
    .array(
      z.object({
        promotionId: z.string(),
        missingSom: somSchema,
        missingThousandths: z.int().min(0),
        /** What it gives, short: "−10 %", "tea for nothing". */
        gives: localTextSchema,
        name: localTextSchema,
      }),
    )
    .max(2),
  /** What promotions give besides money off. */
  rewards: z.array(
    z.object({ name: localTextSchema, kind: z.string(), count: z.int(), text: localTextSchema }),
  ),
  /** All that was saved against the shelf prices; bonus that is spent counts too, as it does on the receipt. */
  savedSom: somSchema,
  /** The way of paying that the prices stand for; null while none is chosen. */
  payment: z.array(plannedTenderSchema).nullable(),
  /** Who sent this customer, until the first purchase is done. */
  referral: z.object({ code: z.string(), referrerName: z.string() }).nullable(),
  grossSom: somSchema,
  discounts: z.array(z.object({ step: z.enum(pricingSteps), reason: localTextSchema, amountSom: somSchema })),
  totalSom: somSchema,
  vatSom: somSchema,
  bonusToSpendSom: somSchema,
  /** The most that bonus may pay here now, by ceiling, lots and how the customer was recognised. */
  bonusAtMostSom: somSchema,
  /** Earned if the rest is paid in money now. */
  bonusToEarnSom: somSchema,
  /** The gift card that pays here, null for none: what is on it, and how much of it pays. */
  giftCard: z.object({ number: z.string(), balanceSom: somSchema, paysSom: somSchema }).nullable(),
  /** What the customer's account pays, and the most it may. */
  storeCreditPaysSom: somSchema,
  storeCreditAtMostSom: somSchema,
  /** What is sold on credit; null for nothing. */
  debt: z.object({ amountSom: somSchema, dueOn: businessDaySchema }).nullable(),
  /** The last day that the shop gives by its settings, and what the customer may still take without approval. */
  debtDueOn: businessDaySchema,
  debtAtMostSom: somSchema,
  donation: z.object({ fundId: idSchema, name: localTextSchema, amountSom: somSchema }).nullable(),
  /** Funds for which the total may be rounded up, each with what each step would give now. */
  funds: z.array(
    z.object({
      fundId: idSchema,
      name: localTextSchema,
      steps: z.array(z.object({ stepSom: z.int(), amountSom: somSchema })),
    }),
  ),
  /** Left to pay in money: after bonus, gift card, account and debt, with the donation. */
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
  z.object({ kind: z.literal('referral'), referrerName: z.string() }),
  z.object({ kind: z.literal('giftCard'), number: z.string(), balanceSom: somSchema }),
]);

const discountRefusals = {
  /** More than this person may give; somebody who may can approve it in place. */
  DiscountAboveLimit: z.object({ atMostBasisPoints: z.int() }),
  DiscountAbovePrice: z.object({ atMostSom: somSchema }),
  NotDiscountable: z.object({ name: localTextSchema }),
  ReasonNeeded: z.object({}),
};

const bonusRefusals = {
  BonusAboveCeiling: z.object({ atMostSom: somSchema }),
  BonusNotEnough: z.object({ spendableSom: somSchema }),
  BonusNeedsCard: z.object({ atMostSom: somSchema }),
  NoCustomer: z.object({}),
};

export const creditRefusals = {
  ...giftCardRefusals,
  StoreCreditNotEnough: z.object({ balanceSom: signedSomSchema }),
  /** A phone is needed for goods on credit. */
  DebtNeedsCustomer: z.object({}),
  DebtNotAllowed: z.object({}),
  DebtAboveLimit: z.object({ limitSom: somSchema, leftSom: somSchema }),
  DebtOverdue: z.object({ overdueSom: somSchema, dueOn: businessDaySchema }),
  DaysWrong: z.object({}),
  FundClosed: z.object({}),
};

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
  savedSom: somSchema,
  changeToAccountSom: somSchema,
  donationSom: somSchema,
  ticketNumbers: z.array(z.int()),
});

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
      ...referralRefusals,
      ...giftCardRefusals,
      CardNotIssued: z.object({}),
      CardBlocked: z.object({}),
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
    refusals: {
      ...draftRefusals,
      ...couponRefusals,
      ...bonusRefusals,
      ...discountRefusals,
      ...creditRefusals,
    },
  }),
  /** Why each promotion of the day did or did not work on the basket, and what the nearest ones need. */
  explain: readVerb({
    action: 'sale.sell',
    input: z.object({ saleId: idSchema }),
    output: z.object({
      promotions: z.array(
        z.object({
          promotionId: z.string(),
          name: localTextSchema,
          outcome: z.string(),
          amountSom: somSchema,
          text: localTextSchema,
        }),
      ),
    }),
    refusals: { BasketGone: z.object({}) },
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
      /** The part of the change that stays on the customer's account as store credit. */
      changeToAccountSom: somSchema.default(zeroSom),
      expectedTotalSom: somSchema,
      expectedBonusSpentSom: somSchema,
      quoteHash: z.string().max(100),
    },
    output: completedSaleSchema,
    refusals: {
      ...draftRefusals,
      ...couponRefusals,
      ...bonusRefusals,
      ...creditRefusals,
      /** More than the change, or no customer to put it on. */
      ChangeNotForAccount: z.object({}),
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
  ...finishedVerbs,
};
