/** Labels of a scale: prefix, article, weight or price, check digit in one EAN-13 (docs/rules.md rule 22). */
import { type Som, som, type Thousandths, thousandths } from '../money.ts';
import { isBarcode } from './barcode.ts';

/** What the five digits after the article mean; shops' scales differ, so it is a setting. */
export interface ScalePrefix {
  /** Two digits, 20–28. */
  readonly prefix: string;
  /** `weight`: grams; `price`: whole so'm. */
  readonly meaning: 'weight' | 'price';
}

export type ScaleLabel =
  | { readonly meaning: 'weight'; readonly article: string; readonly quantityThousandths: Thousandths }
  | { readonly meaning: 'price'; readonly article: string; readonly priceSom: Som }
  /** The scale printed an empty label: nothing lay on it. */
  | { readonly meaning: 'empty'; readonly article: string };

/** 20–28 may be a scale's; 29 is kept for the cards of customers. */
export function isScalePrefix(prefix: string): boolean {
  return /^2[0-8]$/.test(prefix);
}

/** Reads `PP AAAAA WWWWW C`; null when the prefix is not one of the shop's or the check digit is wrong. */
export function readScaleLabel(text: string, prefixes: readonly ScalePrefix[]): ScaleLabel | null {
  if (text.length !== 13 || !isBarcode(text)) return null;
  const known = prefixes.find(({ prefix }) => isScalePrefix(prefix) && text.startsWith(prefix));
  if (known === undefined) return null;
  const article = text.slice(2, 7);
  const measure = Number(text.slice(7, 12));
  if (measure === 0) return { meaning: 'empty', article };
  return known.meaning === 'weight'
    ? { meaning: 'weight', article, quantityThousandths: thousandths(measure) }
    : { meaning: 'price', article, priceSom: som(measure) };
}
