/** The amounts a customer is likely to hand over, as buttons beside "exact". */
import { type Som, som } from '../money.ts';

/** Notes in circulation, from which the buttons are made. */
export const defaultNotesSom: readonly number[] = [1_000, 5_000, 10_000, 50_000, 100_000, 200_000];

const buttons = 3;

/**
 * The next whole notes above a total, each once, at most three; the total itself has its own button.
 *
 * | total   | buttons                   |
 * |---------|---------------------------|
 * | 115 950 | 116 000, 120 000, 150 000 |
 * | 47 800  | 48 000, 50 000, 100 000   |
 * | 50 000  | 100 000, 200 000          |
 */
export function quickAmounts(totalSom: Som, notesSom: readonly number[] = defaultNotesSom): readonly Som[] {
  if (totalSom <= 0) return [];
  const amounts = new Set(notesSom.map((note) => Math.ceil(totalSom / note) * note));
  amounts.delete(totalSom);
  return [...amounts]
    .sort((a, b) => a - b)
    .slice(0, buttons)
    .map(som);
}
