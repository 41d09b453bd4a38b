/** The shop's settings: one schema with good defaults, read by every room and changed by the owner only. */
import { z } from 'zod';
import { zeroSom } from '../money.ts';
import { defaultTimeZone, type ShopCalendar } from '../time.ts';
import { languageSchema, rateSchema, somSchema, words } from '../wire.ts';
import { defaultReceiptForm, receiptFormSchema } from './receiptForm.ts';

/** Whether the cashier must ask for a card: required before payment, asked by a hint, or not mentioned at all. */
export const cardPolicies = ['required', 'ask', 'quiet'] as const;
export type CardPolicy = (typeof cardPolicies)[number];

/** STIR of a firm has 9 digits, a person's JShShIR 14; empty while the shop has none to print. */
export const stirSchema = z.string().regex(/^(\d{9}|\d{14})?$/);

/** 0 means that bonus never burns; otherwise 30 to 3650 days (docs/rules.md rule 11). */
export const expiryDaysSchema = z.union([z.literal(0), z.int().min(30).max(3650)]);

export const shopSettingsSchema = z.object({
  name: words(80).default(''),
  address: words(160).default(''),
  stir: stirSchema.default(''),
  phone: words(30).default(''),
  /** The shop's own language: screens before anyone chose, and receipts of customers without one. */
  language: languageSchema.default('uz'),
  timeZone: z.string().max(60).default(defaultTimeZone),
  dayStartsAtHour: z.int().min(0).max(6).default(0),
  /** VAT inside prices; null for a shop that does not pay VAT. */
  vatBasisPoints: rateSchema.nullable().default(null),
  cardPolicy: z.enum(cardPolicies).default('ask'),
  cashbackBasisPoints: rateSchema.default(rateSchema.parse(200)),
  bonusCeilingBasisPoints: rateSchema.default(rateSchema.parse(3000)),
  bonusExpiryDays: expiryDaysSchema.default(365),
  earnWhileRedeeming: z.boolean().default(true),
  /** Lines that got any discount earn nothing. */
  discountedEarnNothing: z.boolean().default(false),
  /** A receipt that comes to less, after all discounts, earns nothing. */
  minimumReceiptSom: somSchema.default(zeroSom),
  /** So many days pass before earned bonus may be spent; 0 for at once. */
  activationDelayDays: z.int().min(0).max(90).default(0),
  /** Against one card for all strangers: receipts a day that earn, and bonus a day; null for no bound. */
  mostReceiptsPerDay: z.int().min(1).max(1000).nullable().default(null),
  mostEarnedPerDaySom: somSchema.nullable().default(null),
  /** Goods sold on credit earn when the debt is repaid, or at once. */
  debtEarns: z.enum(['whenRepaid', 'atOnce']).default('whenRepaid'),
  /** The money by which tiers are reached. */
  tierWindow: z.enum(['lastTwelveMonths', 'allTime']).default('lastTwelveMonths'),
  /** Bonus paid out as money from the drawer, with a limit of the day for each customer and a second person. */
  isPayOutOn: z.boolean().default(false),
  payOutDailySom: somSchema.default(somSchema.parse(50_000)),
  /** A gift card lives so many days after it was sold or topped up; 0 means that it never runs out. */
  giftCardDays: z.union([z.literal(0), z.int().min(30).max(3650)]).default(365),
  /** Nasiya: the days until a debt is due, and the limit of a customer for whom nobody set one (0: nobody may). */
  debtDays: z.int().min(1).max(365).default(30),
  debtLimitSom: somSchema.default(zeroSom),
  /** The smallest note that the drawer gives out: what is below it may stay on the customer's account. */
  changeStepSom: z.union([z.literal(100), z.literal(500), z.literal(1000), z.literal(5000)]).default(1000),
  /** What may be spent in a day without the card in hand (docs/rules.md rule 20). */
  spendWithoutCardSom: somSchema.default(somSchema.parse(20_000)),
  /** What an instant card may spend in a day until it is registered. */
  instantCardDailySom: somSchema.default(somSchema.parse(50_000)),
  /** How long the bonus and coupon of a receipt without a card wait for their holder. */
  claimDays: z.int().min(1).max(365).default(30),
  /** The step to which a cash total is rounded down; 0 rounds nothing. */
  cashRoundingSom: z.union([z.literal(0), z.literal(100), z.literal(500), z.literal(1000)]).default(0),
  returnDays: z.int().min(0).max(365).default(10),
  /** Where bonus that returned goods no longer deserve is taken from when it was spent already: the balance, which may go below zero, or the money that is handed back (docs/rules.md rule 8). */
  returnBonusFrom: z.enum(['balance', 'money']).default('balance'),
  /** The most that goods without a receipt may bring back in a day, all together. */
  looseReturnDailySom: somSchema.default(somSchema.parse(200_000)),
  /** What may be given in a shift to say sorry, without a second person. */
  apologyBudgetSom: somSchema.default(somSchema.parse(50_000)),
  /** What customers are asked after the sale: 0–10 whether they would recommend the shop, or 1–5 how satisfied they are. */
  feedbackKind: z.enum(['nps', 'satisfaction']).default('nps'),
  /** After every so many receipts the key for it is offered, to a customer who is known; 0 never. */
  feedbackEvery: z.int().min(0).max(100).default(10),
  /** So many days back a sale that was written on paper may be entered. */
  paperDays: z.int().min(1).max(31).default(3),
  /** A shelf price below the till's is granted at once when the line loses no more than this. */
  shelfPriceLimitSom: somSchema.default(somSchema.parse(10_000)),
  /** A drawer, or a terminal, that differs by more needs a second person and a reason at the end of the shift. */
  cashDifferenceLimitSom: somSchema.default(somSchema.parse(10_000)),
  /** The largest manual discount a cashier, and a senior cashier, may give alone; the owner has no bound. */
  cashierDiscountBasisPoints: rateSchema.default(rateSchema.parse(500)),
  seniorDiscountBasisPoints: rateSchema.default(rateSchema.parse(2000)),
  /** The most that all discounts together may take off a receipt; null for no bound. */
  discountCapBasisPoints: rateSchema.nullable().default(null),
  /** "Bring a friend": what both get on the friend's first purchase. */
  isReferralOn: z.boolean().default(false),
  referralFriendBonusSom: somSchema.default(somSchema.parse(10_000)),
  referralReferrerBonusSom: somSchema.default(somSchema.parse(10_000)),
  /** What the first purchase must come to. */
  referralFromSom: somSchema.default(somSchema.parse(50_000)),
  /** How many friends bring their referrer something in a calendar month. */
  referralsPerMonth: z.int().min(1).max(1000).default(10),
  /** The shares of the money up to which customers are class A, and class B; the rest is C. */
  abcABasisPoints: rateSchema.default(rateSchema.parse(8000)),
  abcBBasisPoints: rateSchema.default(rateSchema.parse(9500)),
  /** The older footer, in one language; it stands where the receipt's form has none. */
  receiptFooter: words(200).default(''),
  /** What receipts say besides the sale itself. */
  receiptForm: receiptFormSchema.default(defaultReceiptForm),
  /** After so many months without a visit people are proposed to be forgotten, and what was said is emptied; 0 for never. */
  forgetCustomersAfterMonths: z.int().min(0).max(120).default(0),
  forgetWordsAfterMonths: z.int().min(0).max(120).default(0),
  backupFolder: words(500).default(''),
  /** A second folder, best on another disk, into which the journal is written too; empty for none. */
  journalFolder: words(500).default(''),
  /** Every sale waits until its journal line is safe in that folder too; else it gets there within a second. */
  journalEverySale: z.boolean().default(false),
});
export type ShopSettings = z.output<typeof shopSettingsSchema>;

export const defaultSettings: ShopSettings = shopSettingsSchema.parse({});

export function calendarOf(settings: ShopSettings): ShopCalendar {
  return { timeZone: settings.timeZone, dayStartsAtHour: settings.dayStartsAtHour };
}
