/** What a text in the one field is while it is typed, and what Enter makes of it. */
import { looksLikeCode, readCode } from '../../shared/code.ts';

/** Two scans of the same code within this time are one: the trigger bounced. */
export const bounceMs = 400;

export interface ScanMoment {
  readonly text: string;
  readonly atMs: number;
}

/** Whether a scan only repeats the one before it. */
export function isBounce(before: ScanMoment | null, now: ScanMoment): boolean {
  return before !== null && before.text === now.text && now.atMs - before.atMs < bounceMs;
}

/**
 * | typed          | Enter    | why                                        |
 * |----------------|----------|--------------------------------------------|
 * | 4780012345676  | code     | figures are a code, a card or a phone       |
 * | 90 123-45-67   | code     | figures with the signs of a phone           |
 * | K7FQ2 M4X9T    | code     | one of our own codes, or misread            |
 * | AB-1234        | code     | letters and figures without a gap           |
 * | non, сут 3,2   | name     | words                                       |
 */
export function kindOfText(text: string): 'empty' | 'code' | 'name' {
  const trimmed = text.trim();
  if (trimmed === '') return 'empty';
  if (/^[+\d][\d\s()-]*$/.test(trimmed)) return 'code';
  if (readCode(trimmed) !== null || looksLikeCode(trimmed) !== null) return 'code';
  return /^(?=.*\d)(?=.*[A-Z])[A-Z0-9-]{5,}$/.test(trimmed) ? 'code' : 'name';
}
