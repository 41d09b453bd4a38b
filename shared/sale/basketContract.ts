/** The open basket as a screen sees it: everything priced, chosen and said about it. */
import { z } from 'zod';
import { pricingSteps } from '../basket.ts';
import { identifications } from '../customer/contract.ts';
import { customerPhoneSchema } from '../customer/phoneMask.ts';
import { challengeStandingSchema, stampStandingSchema, tierStandingSchema } from '../loyalty/contract.ts';
import {
  businessDaySchema,
  idSchema,
  instantSchema,
  languageSchema,
  localTextSchema,
  providerSchema,
  quantitySchema,
  signedSomSchema,
  somSchema,
  unitSchema,
} from '../wire.ts';
import { manualDiscountSchema, plannedTenderSchema } from './basketChange.ts';
import { returnReasons } from './returnContract.ts';

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
  /** The lower price of the shelf that was granted for it; null for none. */
  shelfPriceSom: somSchema.nullable(),
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
  phone: customerPhoneSchema.nullable(),
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

export const attemptStates = ['asked', 'uncertain', 'taken', 'notTaken'] as const;

export const basketSchema = z.object({
  saleId: idSchema,
  revision: z.int(),
  /** The name that a cashier gave it; empty for none. */
  label: z.string(),
  /** When it was sold, for a sale that was written on paper while the till could not sell. */
  writtenAt: instantSchema.nullable(),
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
  /** Goods that come back with this sale: what they bring pays first, what is left of it is handed back. */
  exchange: z
    .object({
      saleId: idSchema,
      number: z.int(),
      reason: z.enum(returnReasons),
      lines: z.array(z.object({ name: localTextSchema, quantityThousandths: quantitySchema })),
      /** What goes back in money, the part of it that pays here, and what is left of it. */
      moneyBackSom: somSchema,
      usedSom: somSchema,
      restSom: somSchema,
      bonusTakenBackSom: somSchema,
      /** Why it cannot be done any more, as a refusal's code (the goods came back elsewhere); null when it can. */
      problem: z.string().nullable(),
    })
    .nullable(),
  /** Left to pay in money: after bonus, gift card, account, debt and exchange, with the donation. */
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

export const draftRefusals = {
  /** Another window changed this basket: the answer carries what it is now. */
  BasketChanged: z.object({ basket: basketSchema }),
  BasketGone: z.object({}),
  /** More lines, or a larger sum, than a till takes. */
  BasketFull: z.object({}),
  /** Half a piece of what is sold by the piece. */
  WholePiecesOnly: z.object({ name: localTextSchema }),
};
