/** Phone numbers as Uzbek shops hear them: understood, stored as E.164, shown in groups, masked in logs. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

export interface Phone {
  /** `+998901234567`; what is stored and compared. */
  readonly e164: string;
  /** ISO country, `UZ`; null when several countries share the calling code. */
  readonly country: string | null;
  /** False for a number whose code the country does not use: the cashier is warned, never stopped. */
  readonly isUsual: boolean;
}

/**
 * Reads a typed or pasted number; null when it cannot be one. Uzbek forms need no country code, foreign numbers are
 * allowed.
 *
 * | typed               | read          |
 * |---------------------|---------------|
 * | 90 123-45-67        | +998901234567 |
 * | 8 90 123 45 67      | +998901234567 |
 * | 998901234567        | +998901234567 |
 * | 00998901234567      | +998901234567 |
 * | 8 916 123 45 67     | +79161234567  |
 */
export function readPhone(text: string): Phone | null {
  if (!/^[\d\s+().-]{7,25}$/.test(text)) return null;
  const parsed = parsePhoneNumberFromString(withCountryCode(text), 'UZ');
  if (parsed === undefined || !parsed.isPossible()) return null;
  return { e164: parsed.number, country: parsed.country ?? null, isUsual: parsed.isValid() };
}

function withCountryCode(text: string): string {
  const digits = text.replace(/\D/g, '');
  if (text.trimStart().startsWith('+')) return `+${digits}`;
  if (digits.startsWith('00')) return `+${digits.slice(2)}`;
  if (digits.length === 10 && /^[08]/.test(digits)) return `+998${digits.slice(1)}`;
  if (digits.length === 11 && /^[78]/.test(digits)) return `+7${digits.slice(1)}`;
  if (digits.length === 12 && digits.startsWith('998')) return `+${digits}`;
  return digits;
}

/** `+998 90 123 45 67`; foreign numbers in their own country's grouping. */
export function formatPhone(e164: string): string {
  const uzbek = /^\+998(\d{2})(\d{3})(\d{2})(\d{2})$/.exec(e164);
  if (uzbek !== null) return `+998 ${uzbek.slice(1).join(' ')}`;
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}

/** `+998 90 *** ** 67`: what logs, journals and a screen in the customer's sight may show. */
export function maskPhone(e164: string): string {
  const digits = formatPhone(e164);
  const shown = digits.startsWith('+998 ') ? 7 : 3;
  return digits.slice(0, shown) + digits.slice(shown, -2).replace(/\d/g, '*') + digits.slice(-2);
}

/** The digits by which a customer is found fastest. */
export function lastFourDigits(e164: string): string {
  return e164.slice(-4);
}
