/** What the sell screen shows of a basket: prices, discounts, bonus and what is left to pay, decided in one place. */
import { type BasketLine, fractionalUnits, type Unit } from '../basket.ts';
import type { Identification } from '../customer/contract.ts';
import { bonusEarned, type CashbackRules, defaultCashbackRules } from '../loyalty/cashback.ts';
import { type BonusLot, spendableSom } from '../loyalty/lots.ts';
import { spendLeftToday } from '../loyalty/spendLimit.ts';
import {
  addSom,
  type BasisPoints,
  largestSom,
  lineAmount,
  ONE,
  type Som,
  smallerSom,
  subtractSom,
  zeroSom,
} from '../money.ts';
import type { ShopSettings } from '../shop/settings.ts';
import type { LocalText } from '../text.ts';
import type { BusinessDay } from '../time.ts';
import { type BasketContent, type ContentLine, mostLines } from './basketContent.ts';
import { bonusOfRewards } from './couponGift.ts';
import type { CouponOnBasket } from './couponStep.ts';
import { manualAmount } from './manualDiscount.ts';
import { type BasketToPrice, type PricedBasket, priceBasket } from './priceBasket.ts';
import { bonusCeiling, noShares, roundCash, splitTenders } from './tenders.ts';

/** A product as the catalogue knows it now. */
export interface SoldProduct {
  readonly id: string;
  readonly name: LocalText;
  readonly unit: Unit;
  readonly priceSom: Som;
  readonly vatBasisPoints: BasisPoints | null;
  readonly categoryId: string | null;
  readonly isActive: boolean;
  readonly brandId?: string | null;
  readonly tags?: readonly string[];
  readonly expiresOn?: BusinessDay | null;
  /** Left out, the goods may be discounted. */
  readonly isDiscountable?: boolean;
}

/** What a shop that runs promotions knows beyond the basket; what is left out is not known or not there. */
export type PricingRules = Partial<
  Pick<
    BasketToPrice,
    'promotions' | 'tier' | 'discountCapBasisPoints' | 'minuteOfDay' | 'customer' | 'payment' | 'usage'
  >
>;

/** The coupon of the basket as the till knows it; who holds it follows from the basket. */
export type QuotedCoupon = Pick<CouponOnBasket, 'coupon' | 'series'> &
  Pick<CouponOnBasket['facts'], 'spentSom' | 'partnerName'>;

/** The attached customer as far as money goes. */
export interface QuotedCustomer {
  readonly customerId: string;
  readonly identification: Identification;
  readonly isRegistered: boolean;
  readonly lots: readonly BonusLot[];
  /** Spent earlier today under the limit that counts for this identification. */
  readonly spentTodaySom: Som;
  /** A person who may, allowed spending above the limit. */
  readonly isApproved: boolean;
}

export interface BasketFacts {
  readonly content: BasketContent;
  readonly products: ReadonlyMap<string, SoldProduct>;
  readonly customer: QuotedCustomer | null;
  readonly coupon: QuotedCoupon | null;
  readonly settings: ShopSettings;
  readonly day: BusinessDay;
  readonly pricing?: PricingRules;
}

export interface BasketQuote {
  readonly priced: PricedBasket;
  readonly unknownLines: readonly Extract<ContentLine, { kind: 'unknown' }>[];
  readonly totalSom: Som;
  /** What bonus may pay at most: ceiling, lots and how the customer was recognised. */
  readonly bonusAtMostSom: Som;
  readonly ceilingSom: Som;
  /** What the customer asked to spend, never more than may be. */
  readonly bonusToSpendSom: Som;
  /** Earned if the rest is paid in money now, with the extra bonus of promotions. */
  readonly bonusToEarnSom: Som;
  readonly dueSom: Som;
  readonly dueCashSom: Som;
}

export function cashbackRulesOf(settings: ShopSettings): CashbackRules {
  return { ...defaultCashbackRules, earnWhileRedeeming: settings.earnWhileRedeeming };
}

/** Cash is rounded down, in the customer's favour. */
export function cashRoundingOf(settings: ShopSettings) {
  return { stepSom: settings.cashRoundingSom, direction: 'down' } as const;
}

/** The basket's lines as pricing wants them. A product that is gone from the catalogue counts as an unknown code. */
export function linesToPrice(facts: BasketFacts): readonly BasketLine[] {
  return facts.content.lines.flatMap((line): readonly BasketLine[] => {
    const product = line.kind === 'product' ? facts.products.get(line.productId) : undefined;
    if (product === undefined) return [];
    return [
      {
        lineId: line.lineId,
        productId: product.id,
        categoryId: product.categoryId,
        brandId: product.brandId ?? null,
        tags: product.tags ?? [],
        expiresOn: product.expiresOn ?? null,
        name: product.name,
        unit: product.unit,
        priceSom: product.priceSom,
        quantityThousandths: line.quantityThousandths,
        vatBasisPoints: product.vatBasisPoints,
        manualDiscount: handDiscount(line, product),
        bonusBasisPoints: facts.settings.cashbackBasisPoints,
        isDiscountable: product.isDiscountable ?? true,
      },
    ];
  });
}

function handDiscount(
  line: ContentLine,
  { priceSom }: Pick<SoldProduct, 'priceSom'>,
): BasketLine['manualDiscount'] {
  const kept = line.kind === 'product' ? line.manualDiscount : null;
  if (kept === null) return null;
  const { discount, ...given } = kept;
  return { ...given, amountSom: manualAmount(discount, lineAmount(priceSom, line.quantityThousandths)) };
}

/** Whether the basket is more than a till takes: too many lines, or a sum that no receipt holds. It is not quoted then. */
export function isOverfull(facts: Pick<BasketFacts, 'content' | 'products'>): boolean {
  let grossSom = 0;
  for (const line of facts.content.lines) {
    const product = line.kind === 'product' ? facts.products.get(line.productId) : undefined;
    grossSom += ((product?.priceSom ?? 0) * line.quantityThousandths) / 1000;
  }
  return facts.content.lines.length > mostLines || grossSom > largestSom;
}

/** The first product that is sold by the piece and lies in the basket with a part of one; null when there is none. */
export function brokenPiece(facts: Pick<BasketFacts, 'content' | 'products'>): SoldProduct | null {
  for (const line of facts.content.lines) {
    const product = line.kind === 'product' ? facts.products.get(line.productId) : undefined;
    const isBroken = line.quantityThousandths % ONE !== 0;
    if (product !== undefined && isBroken && !fractionalUnits.includes(product.unit)) return product;
  }
  return null;
}

/** Quotes the basket. Pure: the same facts always give the same quote. */
export function quoteBasket(facts: BasketFacts): BasketQuote {
  const { content, settings, day, customer } = facts;
  const priced = priceBasket({
    lines: linesToPrice(facts),
    promotions: [],
    day,
    coupon: facts.coupon === null ? null : couponOnBasket(facts, facts.coupon),
    tier: null,
    discountCapBasisPoints: settings.discountCapBasisPoints,
    manualDiscount: content.manualDiscount,
    payment: content.payment,
    ...facts.pricing,
  });
  const totalSom = priced.netSom;
  const ceilingSom = bonusCeiling(totalSom, settings.bonusCeilingBasisPoints);
  const bonusAtMostSom = customer === null ? zeroSom : bonusAtMost(customer, ceilingSom, settings, day);
  const bonusToSpendSom = smallerSom(content.bonusToSpendSom, bonusAtMostSom);
  const dueSom = subtractSom(totalSom, bonusToSpendSom);
  return {
    priced,
    unknownLines: content.lines.filter((line) => line.kind === 'unknown'),
    totalSom,
    bonusAtMostSom,
    ceilingSom,
    bonusToSpendSom,
    bonusToEarnSom: bonusToEarn(priced, bonusToSpendSom, settings),
    dueSom,
    dueCashSom: roundCash(dueSom, cashRoundingOf(settings)),
  };
}

function couponOnBasket(
  { content, day, customer }: BasketFacts,
  { coupon, series, spentSom, partnerName }: QuotedCoupon,
): CouponOnBasket {
  const customerId = customer?.customerId ?? null;
  const isGoodwill = content.coupon !== null && content.coupon.goodwill !== null;
  const known = { ...(spentSom === undefined ? {} : { spentSom }), partnerName };
  return { coupon, series, facts: { day, customerId, claimCode: null, isGoodwill, ...known } };
}

/** The smallest of ceiling, spendable lots and the day's limit of this way of being recognised (rules 14 and 20). */
function bonusAtMost(
  customer: QuotedCustomer,
  ceilingSom: Som,
  settings: ShopSettings,
  day: BusinessDay,
): Som {
  const inLots = smallerSom(ceilingSom, spendableSom(customer.lots, day));
  const left = spendLeftToday({
    ...customer,
    limits: { withoutCardSom: settings.spendWithoutCardSom, instantCardSom: settings.instantCardDailySom },
  });
  return left === null ? inLots : smallerSom(inLots, left);
}

/** What would be earned if the rest is paid in money now; the same whoever earns it: a customer or a claim code. */
function bonusToEarn(priced: PricedBasket, bonusSom: Som, settings: ShopSettings): Som {
  const shares = splitTenders(
    priced.lines.map((line) => line.settledSom),
    { bonusSom, giftCardSom: zeroSom, storeCreditSom: zeroSom, debtSom: zeroSom },
  );
  const earned = bonusEarned(
    priced.lines.map((line, index) => ({
      bonusBasisPoints: line.bonusBasisPoints,
      shares: shares[index] ?? noShares,
    })),
    cashbackRulesOf(settings),
  );
  return addSom(earned, bonusOfRewards(priced.rewards));
}
