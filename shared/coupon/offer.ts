/** The offer of the week: what may stand in it, what is made of it, and the text that tells people of it. */
import { type Refused, refuse } from '../errors.ts';
import { createFormat, type Format } from '../format.ts';
import { basisPoints, type Som } from '../money.ts';
import { noLimits } from '../promotion/limits.ts';
import type { Promotion } from '../promotion/promotion.ts';
import { wholeBasket } from '../promotion/scope.ts';
import { type Language, type LocalText, languages, textIn } from '../text.ts';
import { type BusinessDay, daysBetween } from '../time.ts';
import type { SeriesContent } from './series.ts';

/** What lasts longer is a price of its own and no offer. */
export const longestOfferDays = 60;

/** Goods of an offer with the price on the shelf now and the price while it runs. */
export interface OfferedGoods {
  readonly productId: string;
  readonly name: LocalText;
  readonly usualSom: Som;
  readonly offerSom: Som;
}

/** Coupons that are handed out with an offer. */
export interface Handout {
  readonly discountSom: Som;
  readonly minimumSom: Som;
}

/** An offer as it is asked for, before its goods are known to exist. */
export interface OfferToMake {
  readonly from: BusinessDay;
  readonly to: BusinessDay;
  readonly goods: readonly { readonly productId: string; readonly offerSom: Som }[];
  readonly handout: Handout | null;
}

/** What an offer needs to know of a product. */
export interface ProductToOffer {
  readonly productId: string;
  readonly name: LocalText;
  readonly priceSom: Som;
  readonly isDiscountable: boolean;
}

export type OfferRefusal =
  | Refused<'EndBeforeStart', Record<string, never>>
  | Refused<'OfferOver', Record<string, never>>
  | Refused<'OfferTooLong', { readonly atMostDays: number }>
  | Refused<'ProductTwice', { readonly productId: string }>
  | Refused<'UnknownGoods', { readonly id: string }>
  | Refused<'NotDiscountable', { readonly name: LocalText }>
  | Refused<'OfferNotCheaper', { readonly productId: string; readonly usualSom: Som }>
  | Refused<'DiscountAboveMinimum', Record<string, never>>;

/**
 * The goods of an offer with their names and usual prices, or the first thing that is wrong with it.
 *
 * | what                                              | answer               |
 * |---------------------------------------------------|----------------------|
 * | last day before the first                         | EndBeforeStart       |
 * | last day before today                             | OfferOver            |
 * | 61 days                                           | OfferTooLong         |
 * | a coupon of 5 000 from a purchase of 5 000        | DiscountAboveMinimum |
 * | a product named twice                             | ProductTwice         |
 * | a product that is not sold                        | UnknownGoods         |
 * | a product that is never discounted                | NotDiscountable      |
 * | tea at 18 000 offered at 18 000                   | OfferNotCheaper      |
 */
export function checkOffer(
  offer: OfferToMake,
  products: ReadonlyMap<string, ProductToOffer>,
  today: BusinessDay,
): readonly OfferedGoods[] | OfferRefusal {
  if (offer.to < offer.from) return refuse('EndBeforeStart', {});
  if (offer.to < today) return refuse('OfferOver', {});
  if (daysBetween(offer.from, offer.to) >= longestOfferDays) {
    return refuse('OfferTooLong', { atMostDays: longestOfferDays });
  }
  if (offer.handout !== null && offer.handout.discountSom >= offer.handout.minimumSom) {
    return refuse('DiscountAboveMinimum', {});
  }
  const goods: OfferedGoods[] = [];
  const named = new Set<string>();
  for (const { productId, offerSom } of offer.goods) {
    const product = products.get(productId);
    if (named.has(productId)) return refuse('ProductTwice', { productId });
    if (product === undefined) return refuse('UnknownGoods', { id: productId });
    const { name, priceSom: usualSom } = product;
    if (!product.isDiscountable) return refuse('NotDiscountable', { name });
    if (offerSom >= usualSom) return refuse('OfferNotCheaper', { productId, usualSom });
    named.add(productId);
    goods.push({ productId, name, usualSom, offerSom });
  }
  return goods;
}

/** The promotion that gives the goods their prices on the days of the offer; with others, so that a better one still wins. */
export function offerPromotion(
  promotionId: string,
  offer: { readonly name: LocalText; readonly from: BusinessDay; readonly to: BusinessDay },
  goods: readonly OfferedGoods[],
): Promotion {
  return {
    promotionId,
    name: offer.name,
    scope: { kind: 'products', productIds: goods.map((each) => each.productId) },
    conditions: [],
    from: offer.from,
    to: offer.to,
    priority: 0,
    combines: 'withOthers',
    limits: noLimits,
    level: 'product',
    benefit: {
      kind: 'salePrices',
      prices: goods.map(({ productId, offerSom }) => ({ productId, priceSom: offerSom })),
    },
  };
}

/** The series of the handout: for whoever holds the paper, once, on the days of the offer (docs/rules.md rule 23). */
export function handoutSeries(
  { discountSom, minimumSom }: Handout,
  { from, to }: { readonly from: BusinessDay; readonly to: BusinessDay },
): SeriesContent {
  return {
    benefit: { kind: 'amount', amountSom: discountSom },
    scope: wholeBasket,
    minimumSom,
    validity: { kind: 'between', from, to },
    giving: { kind: 'byHand' },
    holding: 'bearer',
    mayBeGivenOn: true,
    usesPerCoupon: 1,
    budgetSom: null,
    codes: { kind: 'own' },
    usedAt: 'here',
    partnerBearsBasisPoints: basisPoints(0),
    conditions: null,
  };
}

/** What the text says of the shop itself; empty parts are left out. */
export interface ShopInText {
  readonly name: string;
  readonly address: string;
  readonly phone: string;
}

interface OfferWords {
  readonly insteadOf: (offer: string, usual: string) => string;
  readonly handout: (off: string, from: string) => string;
  readonly address: string;
  readonly phone: string;
}

const offerWords: Readonly<Record<Language, OfferWords>> = {
  uz: {
    insteadOf: (offer, usual) => `${offer} (avval ${usual})`,
    handout: (off, from) => `Kupon bilan yana −${off}: ${from}dan boshlab xaridga.`,
    address: 'Manzil',
    phone: 'Tel.',
  },
  ru: {
    insteadOf: (offer, usual) => `${offer} (было ${usual})`,
    handout: (off, from) => `С купоном ещё −${off}: при покупке от ${from}.`,
    address: 'Адрес',
    phone: 'Тел.',
  },
  en: {
    insteadOf: (offer, usual) => `${offer} (was ${usual})`,
    handout: (off, from) => `Another −${off} with a coupon, on purchases from ${from}.`,
    address: 'Address',
    phone: 'Phone',
  },
};

/**
 * The text for messages and posts in all three languages, from names, prices and days alone: nothing is promised that the
 * till does not do.
 *
 *     Chorsu doʻkoni
 *     Hafta taklifi, 23–29-noyabr
 *
 *     • Choy 250 g: 15 000 soʻm (avval 18 000 soʻm)
 *
 *     Kupon bilan yana −5 000 soʻm: 50 000 soʻmdan boshlab xaridga.
 *     Tel.: +998 90 123-45-67
 */
export function offerText(
  offer: { readonly name: LocalText; readonly from: BusinessDay; readonly to: BusinessDay },
  goods: readonly OfferedGoods[],
  handout: Handout | null,
  shop: ShopInText,
): Required<LocalText> {
  const [uz, ru, en] = languages.map((language) => {
    const format = createFormat(language);
    const head = `${textIn(offer.name, language)}, ${format.dayRange(offer.from, offer.to)}`;
    const end = [...handoutLine(handout, format), ...shopLines(shop, language)];
    return [
      ...(shop.name === '' ? [] : [shop.name]),
      head,
      '',
      ...goods.map((each) => goodsLine(each, format)),
      ...(end.length === 0 ? [] : ['', ...end]),
    ].join('\n');
  });
  return { uz: uz ?? '', ru: ru ?? '', en: en ?? '' };
}

function goodsLine({ name, usualSom, offerSom }: OfferedGoods, format: Format): string {
  const price = offerWords[format.language].insteadOf(format.som(offerSom), format.som(usualSom));
  return `• ${textIn(name, format.language)}: ${price}`;
}

function handoutLine(handout: Handout | null, format: Format): readonly string[] {
  if (handout === null) return [];
  const { discountSom, minimumSom } = handout;
  return [offerWords[format.language].handout(format.som(discountSom), format.som(minimumSom))];
}

function shopLines({ address, phone }: ShopInText, language: Language): readonly string[] {
  const words = offerWords[language];
  return [
    ...(address === '' ? [] : [`${words.address}: ${address}`]),
    ...(phone === '' ? [] : [`${words.phone}: ${phone}`]),
  ];
}
