/** What an offer of the week brought, in one sentence of three languages. */
import { createFormat, type Format } from '../format.ts';
import type { Som } from '../money.ts';
import { type Language, type LocalText, languages } from '../text.ts';
import { addDays, type BusinessDay, daysBetween } from '../time.ts';

export interface OfferFigures {
  /** Receipts on which the offer worked. */
  readonly receipts: number;
  /** What these receipts came to. */
  readonly broughtSom: Som;
  readonly soldThousandths: number;
  /** The same goods in as many days before. */
  readonly soldBeforeThousandths: number;
  readonly couponsUsed: number;
}

/** The days of an offer that have come, and as many before it. */
export interface OfferDays {
  readonly from: BusinessDay;
  readonly to: BusinessDay;
  readonly beforeFrom: BusinessDay;
  readonly beforeTo: BusinessDay;
}

/**
 * Which days are compared; null for an offer that has not begun. A running offer is never compared with more days than it
 * has had.
 *
 * | offer     | today  | counted   | before    |
 * |-----------|--------|-----------|-----------|
 * | 23–29 Nov | 30 Nov | 23–29 Nov | 16–22 Nov |
 * | 23–29 Nov | 24 Nov | 23–24 Nov | 21–22 Nov |
 * | 23–29 Nov | 22 Nov | –         | –         |
 */
export function offerDays(
  offer: { readonly from: BusinessDay; readonly to: BusinessDay },
  today: BusinessDay,
): OfferDays | null {
  const to = today < offer.to ? today : offer.to;
  if (to < offer.from) return null;
  const days = daysBetween(offer.from, to) + 1;
  const { from } = offer;
  return { from, to, beforeFrom: addDays(from, -days), beforeTo: addDays(from, -1) };
}

interface EffectWords {
  readonly notBegun: string;
  readonly nothing: string;
  readonly brought: (receipts: string, sum: string, isOne: boolean) => string;
  readonly sold: (sold: string, before: string) => string;
  readonly coupons: (used: string, isOne: boolean) => string;
}

const effectWords: Readonly<Record<Language, EffectWords>> = {
  uz: {
    notBegun: 'Taklif hali boshlanmagan.',
    nothing: 'Taklif boʻyicha hali hech kim xarid qilmadi.',
    brought: (receipts, sum) => `Taklif ${sum}lik ${receipts} ta chek keltirdi`,
    sold: (sold, before) => `undagi mahsulotlardan ${sold} sotildi, undan oldingi shuncha kunda ${before}`,
    coupons: (used) => `${used} ta kupon ishlatildi`,
  },
  ru: {
    notBegun: 'Предложение ещё не началось.',
    nothing: 'По предложению пока никто ничего не купил.',
    brought: (receipts, sum) => `Предложение принесло чеков: ${receipts} на ${sum}`,
    sold: (sold, before) => `товаров из него продано: ${sold}, за столько же дней до него: ${before}`,
    coupons: (used) => `использовано купонов: ${used}`,
  },
  en: {
    notBegun: 'The offer has not begun yet.',
    nothing: 'Nobody has bought anything from the offer yet.',
    brought: (receipts, sum, isOne) =>
      `The offer brought ${receipts} ${isOne ? 'receipt' : 'receipts'} for ${sum}`,
    sold: (sold, before) => `of its goods ${sold} were sold, ${before} in as many days before`,
    coupons: (used, isOne) => `${used} ${isOne ? 'coupon was' : 'coupons were'} used`,
  },
};

/** What the offer brought as one sentence; null figures stand for an offer that has not begun. */
export function offerSentence(figures: OfferFigures | null): Required<LocalText> {
  const [uz, ru, en] = languages.map((language) => sentenceIn(figures, createFormat(language)));
  return { uz: uz ?? '', ru: ru ?? '', en: en ?? '' };
}

function sentenceIn(figures: OfferFigures | null, format: Format): string {
  const words = effectWords[format.language];
  if (figures === null) return words.notBegun;
  const { receipts, broughtSom, soldThousandths, soldBeforeThousandths, couponsUsed } = figures;
  if (receipts === 0 && couponsUsed === 0) return words.nothing;
  const parts = [
    words.brought(format.number(receipts), format.som(broughtSom), receipts === 1),
    words.sold(format.quantity(soldThousandths), format.quantity(soldBeforeThousandths)),
    ...(couponsUsed === 0 ? [] : [words.coupons(format.number(couponsUsed), couponsUsed === 1)]),
  ];
  return `${parts.join('; ')}.`;
}
