/** How a figure stands against last week's, as a sign, a share and a sum. */
import type { Format } from '../../shared/format.ts';
import { changeOf } from '../../shared/report/figures.ts';

export interface ChangeWords {
  readonly words: string;
  readonly direction: 'more' | 'less' | 'same';
}

export function directionOf(difference: number): ChangeWords['direction'] {
  return difference > 0 ? 'more' : difference < 0 ? 'less' : 'same';
}

/**
 * | now     | before  | words               |
 * |---------|---------|---------------------|
 * | 150 000 | 100 000 | +50% (+50 000)      |
 * | 90      | 100     | −10% (−10)          |
 * | 5       | 0       | +5                  |
 * | 0       | 0       | 0                   |
 */
export function changeWords(now: number, before: number, format: Format): ChangeWords {
  const { difference, changeBasisPoints } = changeOf(now, before);
  const sum = format.signedNumber(difference);
  if (changeBasisPoints === null || difference === 0)
    return { words: sum, direction: directionOf(difference) };
  return { words: `${rateWords(changeBasisPoints, format)} (${sum})`, direction: directionOf(difference) };
}

/** The same as a share alone, for cards without room: +50%; the sum where there is no share. */
export function shareWords(now: number, before: number, format: Format): ChangeWords {
  const { difference, changeBasisPoints } = changeOf(now, before);
  const words =
    changeBasisPoints === null ? format.signedNumber(difference) : rateWords(changeBasisPoints, format);
  return { words, direction: directionOf(difference) };
}

function rateWords(changeBasisPoints: number, format: Format): string {
  // One decimal is as much as a glance takes in.
  return format.signedPercent(Math.round(changeBasisPoints / 10) * 10);
}
