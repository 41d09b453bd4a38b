/** What a screen may ask of the open basket and of finished sales. Prices on screen come from here and nowhere else. */
import { z } from 'zod';
import { couponRefusals } from '../coupon/contract.ts';
import { giftCardRefusals } from '../credit/giftCardContract.ts';
import { monthRefusals } from '../ledger/monthContract.ts';
import { referralRefusals } from '../loyalty/contract.ts';
import { zeroSom } from '../money.ts';
import { draftVerb, readVerb, writeVerb } from '../verb.ts';
import {
  businessDaySchema,
  codeSchema,
  idSchema,
  instantSchema,
  localTextSchema,
  providerSchema,
  quantitySchema,
  signedSomSchema,
  somSchema,
  tenderSchema,
} from '../wire.ts';
import { basketChangeSchema } from './basketChange.ts';
import { attemptStates, basketSchema, draftRefusals } from './basketContract.ts';
import { finishedVerbs } from './finishedContract.ts';
import { parkingVerbs } from './parkingContract.ts';
import { returnVerbs } from './returnContract.ts';

export const scanOutcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('product'), lineId: idSchema }),
  z.object({ kind: z.literal('unknown'), lineId: idSchema }),
  z.object({
    kind: z.literal('customer'),
    customerId: idSchema,
    /** The customer's own last receipt was scanned: a return may follow. */
    receipt: z.object({ saleId: idSchema, number: z.int() }).nullable().default(null),
  }),
  z.object({ kind: z.literal('coupon'), code: z.string() }),
  z.object({ kind: z.literal('receipt'), saleId: idSchema, number: z.int(), mayAttach: z.boolean() }),
  z.object({ kind: z.literal('claim'), code: z.string(), bonusSom: somSchema }),
  /** A phone that nobody has: the screen offers to make this customer. */
  z.object({ kind: z.literal('newPhone'), phone: z.string() }),
  /** A printed quote: the page takes its basket up, nothing is written. */
  z.object({ kind: z.literal('parked'), saleId: idSchema }),
  /** Somebody's badge: the page logs them in at this window. */
  z.object({ kind: z.literal('badge'), code: z.string() }),
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

const counterRefusals = {
  ShelfPriceNotLower: z.object({ priceSom: somSchema }),
  /** A line may lose no more without somebody who may allow it. */
  ShelfPriceAboveLimit: z.object({ atMostSom: somSchema }),
  PaperInFuture: z.object({}),
  PaperTooOld: z.object({ firstOn: businessDaySchema }),
  /** A coupon is no part of a sale that was written on paper. */
  CouponNotOnPaper: z.object({}),
  ReceiptUnknown: z.object({}),
  ReturnTooMuch: z.object({ lineNumber: z.int(), leftThousandths: z.int() }),
  ReturnTooLate: z.object({ lastOn: businessDaySchema }),
  /** Written on paper on a day whose month is closed by now. */
  ...monthRefusals,
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
  /** The return that was done with it, and what was handed back. */
  exchange: z.object({ returnNumber: z.int(), handedBackSom: somSchema }).nullable(),
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
      CouponNotOnPaper: z.object({}),
      CardNotIssued: z.object({}),
      CardBlocked: z.object({}),
      CodeNotReadable: z.object({}),
      ReceiptUnknown: z.object({}),
      ClaimUnknown: z.object({}),
      ClaimTaken: z.object({}),
      /** The basket of a printed quote was sold or given up. */
      QuoteGone: z.object({}),
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
      ...counterRefusals,
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
      ...counterRefusals,
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
  ...parkingVerbs,
  ...finishedVerbs,
  ...returnVerbs,
};
