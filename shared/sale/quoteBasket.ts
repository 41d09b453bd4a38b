/** What the sell screen shows of a basket: prices, discounts, bonus and what is left to pay, decided in one place. */
import { type BasketLine, fractionalUnits, type TenderShares, type Unit } from '../basket.ts';
import type { GiftCard } from '../credit/giftCard.ts';
import type { Identification } from '../customer/contract.ts';
import type { BonusLot } from '../loyalty/lots.ts';
import type { EarningFacts } from '../loyalty/programme.ts';
import { addSom, type BasisPoints, largestSom, ONE, type Som, sumOf, zeroSom } from '../money.ts';
import type { ShopSettings } from '../shop/settings.ts';
import type { LocalText } from '../text.ts';
import type { BusinessDay } from '../time.ts';
import { type BasketContent, type ContentLine, mostLines } from './basketContent.ts';
import { earnOnReceipt, mayBePaidWithBonus, tierDiscountOf, withRates } from './basketEarning.ts';
import { type BeforeMoney, payBeforeMoney, type QuotedCredit, type QuotedFund } from './beforeMoney.ts';
import { bonusOfRewards } from './couponGift.ts';
import type { CouponOnBasket } from './couponStep.ts';
import { manualAmount } from './manualDiscount.ts';
import { type BasketToPrice, type PricedBasket, priceBasket } from './priceBasket.ts';
import { costAtShelf } from './shelfPrice.ts';
import { bonusCeiling, roundCash, splitTenders } from './tenders.ts';

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
  /** What a unit costs the shop, for the books alone; left out, nobody has said. */
  readonly costSom?: Som | null;
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
  /** Spent earlier today, bonus and account, under the limit that counts for this identification. */
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
  /** The programme, and the customer's tier; left out, every line earns the shop's own percent. */
  readonly earning?: EarningFacts;
  /** What the customer has on account and owes; left out, nothing of either is known. */
  readonly credit?: QuotedCredit | null;
  /** The gift card that was chosen, as it is now. */
  readonly giftCard?: GiftCard | null;
  /** The money of goods that come back with this sale; left out, none come. */
  readonly exchangeSom?: Som;
  /** The funds that are open. */
  readonly funds?: readonly QuotedFund[];
}

/** With what each way of paying covers; all of it is never more than it may be (beforeMoney.ts). */
export interface BasketQuote extends BeforeMoney {
  readonly priced: PricedBasket;
  readonly unknownLines: readonly Extract<ContentLine, { kind: 'unknown' }>[];
  readonly totalSom: Som;
  readonly ceilingSom: Som;
  /** How the lines are paid, as far as it is chosen; the rest is money. */
  readonly shares: readonly TenderShares[];
  /** Earned by the rates of the lines if the rest is paid in money now. */
  readonly earnedSom: Som;
  /** The same with the extra bonus of promotions. */
  readonly bonusToEarnSom: Som;
  readonly dueCashSom: Som;
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
        ...(line.kind === 'product' && line.shelfPrice !== null ? { shelfPrice: line.shelfPrice } : null),
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
  if (line.kind === 'unknown' || line.manualDiscount === null) return null;
  const { discount, ...given } = line.manualDiscount;
  return { ...given, amountSom: manualAmount(discount, costAtShelf({ ...line, priceSom })) };
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
  const { content, settings, day } = facts;
  const earning = facts.earning ?? null;
  const priced = priceBasket({
    lines: withRates(linesToPrice(facts), earning, day),
    promotions: [],
    day,
    coupon: facts.coupon === null ? null : couponOnBasket(facts, facts.coupon),
    tier: tierDiscountOf(earning),
    discountCapBasisPoints: settings.discountCapBasisPoints,
    manualDiscount: content.manualDiscount,
    payment: content.payment,
    ...facts.pricing,
  });
  const totalSom = priced.netSom;
  const takesBonus = mayBePaidWithBonus(priced.lines, earning, day);
  const ceilingSom = bonusCeiling(payableSom(priced, takesBonus), settings.bonusCeilingBasisPoints);
  const paying = payBeforeMoney(payingFacts(facts, totalSom, ceilingSom));
  const settledSom = priced.lines.map((line) => line.settledSom);
  const shares = splitTenders(settledSom, groupsOf(paying), takesBonus);
  const { lines, bonusSom: earnedSom } = earnOnReceipt({
    lines: priced.lines,
    shares,
    netSom: totalSom,
    bonusSpentSom: paying.bonusToSpendSom,
    earning,
    settings,
  });
  return {
    ...paying,
    priced: lines === priced.lines ? priced : { ...priced, lines },
    unknownLines: content.lines.filter((line) => line.kind === 'unknown'),
    totalSom,
    ceilingSom,
    shares,
    earnedSom,
    bonusToEarnSom: addSom(earnedSom, bonusOfRewards(priced.rewards)),
    dueCashSom: roundCash(paying.dueSom, cashRoundingOf(settings)),
  };
}

/** What the goods count for on which bonus may be spent. */
function payableSom({ lines }: PricedBasket, takesBonus: readonly boolean[]): Som {
  return sumOf(
    lines.filter((_, index) => takesBonus[index]),
    (line) => line.settledSom,
  );
}

function payingFacts(facts: BasketFacts, totalSom: Som, ceilingSom: Som) {
  return {
    totalSom,
    ceilingSom,
    wanted: facts.content,
    payer: facts.customer,
    credit: facts.credit ?? null,
    giftCard: facts.giftCard ?? null,
    exchangeSom: facts.exchangeSom ?? zeroSom,
    funds: facts.funds ?? [],
    settings: facts.settings,
    day: facts.day,
  };
}

/** The sum of each group of tenders that comes before money. */
export function groupsOf({ bonusToSpendSom, giftCardPaysSom, storeCreditPaysSom, debtSom }: BeforeMoney) {
  return {
    bonusSom: bonusToSpendSom,
    giftCardSom: giftCardPaysSom,
    storeCreditSom: storeCreditPaysSom,
    debtSom,
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
