/** A coupon as a message: what it gives, its code to show at the till, and its last day, in the customer's language. */
import { formatCode, readCode } from '../code.ts';
import { createFormat } from '../format.ts';
import type { NamesOf } from '../promotion/speaker.ts';
import type { ShopSettings } from '../shop/settings.ts';
import { type Language, textIn } from '../text.ts';
import { couponLines } from './couponSentence.ts';
import type { Coupon, CouponSeries } from './series.ts';

interface MessageWords {
  readonly code: string;
  readonly lastDay: string;
  readonly show: string;
}

const messageWords: Readonly<Record<Language, MessageWords>> = {
  uz: { code: 'Kod', lastDay: 'Oxirgi kun', show: 'Kodni kassada koʻrsating.' },
  ru: { code: 'Код', lastDay: 'Последний день', show: 'Покажите код на кассе.' },
  en: { code: 'Code', lastDay: 'Last day', show: 'Show the code at the till.' },
};

/**
 * The text of a coupon for any messenger: plain lines without marks of any markup. The code stands alone on its line, so
 * that one tap copies it; the picture of it is drawn where the message is made.
 *
 * | Russian                       |
 * |-------------------------------|
 * | Baraka: Скидка 5 000 сум      |
 * | −5 000 сум                    |
 * | На покупку от 50 000 сум      |
 * | Код:                          |
 * | K7FQ2 M4X9T                   |
 * | Последний день: 06.12.2026    |
 * | Покажите код на кассе.        |
 */
export function couponMessage(
  coupon: Pick<Coupon, 'code' | 'expiresOn'>,
  series: CouponSeries,
  shop: Pick<ShopSettings, 'name' | 'address' | 'timeZone'>,
  language: Language,
  names: NamesOf,
  partnerName: string | null = null,
): string {
  const words = messageWords[language];
  const format = createFormat(language, shop.timeZone);
  const name = textIn(series.name, language);
  const lines = couponLines(series, names, partnerName).map((line) => textIn(line, language));
  return [
    [shop.name, name].filter((part) => part !== '').join(': '),
    ...lines.filter((line) => line !== name),
    `${words.code}:`,
    codeWritten(coupon.code),
    `${words.lastDay}: ${format.day(coupon.expiresOn)}`,
    words.show,
    shop.address,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** Our codes in two groups of five, a partner's as the partner wrote it. */
export function codeWritten(code: string): string {
  return readCode(code) === null ? code : formatCode(code);
}
