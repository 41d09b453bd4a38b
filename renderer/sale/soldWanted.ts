/** Which finished receipts somebody looks for: by what is typed, by the day, by customer and product. */
import { readCode } from '../../shared/code.ts';
import type { BusinessDay } from '../../shared/time.ts';

/** What was typed into the one field: a receipt's own code, its number, or words for a customer or a product. */
export type Typed =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'words'; readonly words: string };

/** No till sells ten million receipts; longer figures are a phone or a barcode. */
const mostFigures = 6;
const fewestLetters = 2;

/**
 * | typed        | is       |
 * |--------------|----------|
 * | R7K2Q …      | code     |
 * | 1042, №1042  | number   |
 * | 90 123 45 67 | words: a phone |
 * | choy         | words    |
 */
export function typedAs(text: string): Typed {
  const trimmed = text.trim().replace(/^(№|No\.?)\s*/i, '');
  const code = readCode(trimmed);
  if (code?.kind === 'receipt') return { kind: 'code', code: code.code };
  if (/^\d+$/.test(trimmed) && trimmed.length <= mostFigures && Number(trimmed) > 0) {
    return { kind: 'number', number: Number(trimmed) };
  }
  return trimmed.length < fewestLetters ? { kind: 'nothing' } : { kind: 'words', words: trimmed };
}

/** A customer or product whose receipts are wanted. */
export interface Wanted {
  readonly id: string;
  readonly name: string;
}

export interface Filters {
  readonly day: string | null;
  readonly customer: Wanted | null;
  readonly product: Wanted | null;
}

/** What the till is asked: while nothing narrows the list, the receipts of today. */
export function soldInput(typed: Typed, { day, customer, product }: Filters, today: BusinessDay) {
  const isNarrow = typed.kind === 'code' || typed.kind === 'number' || customer !== null || product !== null;
  const from = (day ?? (isNarrow ? null : today)) as BusinessDay | null;
  return {
    code: typed.kind === 'code' ? typed.code : null,
    number: typed.kind === 'number' ? typed.number : null,
    from,
    to: from,
    customerId: customer?.id ?? null,
    productId: product?.id ?? null,
  };
}
