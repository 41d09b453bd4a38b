/** A customer's phone for whoever may not see it whole: the last four digits, by which customers are still found. */
import { z } from 'zod';
import { formatPhone, readPhone } from './phone.ts';

/** What stands for a digit that is hidden; a receipt printer has no such sign and gets an asterisk. */
export const phoneDot = '•';

/**
 * The country code and the last four digits, the rest hidden.
 *
 * | phone         | shown               |
 * |---------------|---------------------|
 * | +998901234567 | +998 •• ••• 45 67   |
 * | +79161234567  | +7 ••• •••-45-67    |
 */
export function phoneMask(e164: string, dot: string = phoneDot): string {
  const written = formatPhone(e164);
  const countryEnd = /^\+\d+ /.exec(written)?.[0].length ?? 0;
  const digits = written.replace(/\D/g, '').length;
  let seen = 0;
  return [...written]
    .map((sign, index) => {
      if (!/\d/.test(sign)) return sign;
      seen += 1;
      return index < countryEnd || seen > digits - 4 ? sign : dot;
    })
    .join('');
}

/** Whether a text is a mask and no phone: whoever saw only that may not write it back. */
export function isPhoneMask(text: string): boolean {
  return text.includes(phoneDot);
}

/** Seven digits and more, however they are spaced. */
const phoneLike = /\+?\d(?:[\s().-]{0,2}\d){6,14}/g;

/** A text with every phone in it masked; sums, days and codes that are no phone stay. A phone alone becomes its mask. */
export function maskPhonesIn(text: string): string {
  return text.replace(phoneLike, (found) => {
    const phone = readPhone(found);
    return phone === null ? found : phoneMask(phone.e164);
  });
}

/** A customer's phone in an answer: the till masks it for whoever may not see it (`customer.seePhones`). */
export const customerPhoneSchema = z.string();
/** Words in an answer that may hold a customer's phone, such as how to reach them. */
export const wordsWithPhoneSchema = z.string();
/** Both are known by being the very schemas of this file, wherever an answer is made of them. */
export const maskedSchemas: ReadonlySet<z.ZodType> = new Set<z.ZodType>([
  customerPhoneSchema,
  wordsWithPhoneSchema,
]);
