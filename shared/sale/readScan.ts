/** What a scanned or typed text is, by its form alone; the till then looks it up (docs/rules.md rule 22). */
import { readScaleLabel, type ScaleLabel, type ScalePrefix } from '../catalogue/scaleLabel.ts';
import { type CodeKind, looksLikeCode, readCode } from '../code.ts';
import { looksLikeCardNumber, readCardNumber } from '../customer/cardNumber.ts';
import { readPhone } from '../customer/phone.ts';

/** What a mistyped code was meant to be, for the words on screen when no product has it either. */
export type MeantAs = 'card' | CodeKind;

export type Scan =
  | { readonly kind: 'card'; readonly number: string }
  | { readonly kind: CodeKind; readonly code: string }
  | { readonly kind: 'scale'; readonly code: string; readonly label: ScaleLabel }
  /** A phone by its form; a product that carries the very same digits as its code goes first. */
  | { readonly kind: 'phoneLike'; readonly text: string; readonly e164: string }
  | { readonly kind: 'product'; readonly text: string; readonly meantAs: MeantAs | null };

/**
 * Decides by form, in this order: card, our own codes, scale label, phone, else a product.
 *
 * | read            | is                                                      |
 * |-----------------|---------------------------------------------------------|
 * | 29… with Damm   | card                                                    |
 * | K R P C S F …   | coupon, receipt, parked basket, claim, badge, referral   |
 * | 20…28 + check   | scale, when the shop set that prefix                    |
 * | 90 123 45 67    | phoneLike                                               |
 * | all else        | product; `meantAs` says when it is a mistyped card or code |
 */
export function readScan(text: string, scalePrefixes: readonly ScalePrefix[]): Scan {
  const trimmed = text.trim();
  const number = readCardNumber(trimmed);
  if (number !== null) return { kind: 'card', number };
  const own = readCode(trimmed);
  if (own !== null) return own;
  const label = readScaleLabel(trimmed, scalePrefixes);
  if (label !== null) return { kind: 'scale', code: trimmed, label };
  const phone = readPhoneLike(trimmed);
  if (phone !== null) return { kind: 'phoneLike', text: trimmed, e164: phone };
  return { kind: 'product', text: trimmed, meantAs: meantAs(trimmed) };
}

/** Only forms that no barcode has: a plus, gaps, nine digits, or twelve that start with 998. */
function readPhoneLike(text: string): string | null {
  const digits = text.replace(/\D/g, '');
  const isWritten = /^\+|[\s()-]/.test(text);
  const isBare = /^(\d{9}|[08]\d{9}|998\d{9})$/.test(text);
  if (digits.length < 9 || !(isWritten || isBare)) return null;
  return readPhone(text)?.e164 ?? null;
}

function meantAs(text: string): MeantAs | null {
  return looksLikeCardNumber(text) ? 'card' : looksLikeCode(text);
}
