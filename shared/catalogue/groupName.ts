/** When two categories or two brands have the same name. */
import { type LocalText, languages } from '../text.ts';

const folded = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

/** Whether two names differ only in letter case and spaces, so that a list with both would confuse. */
export function isSameName(a: string, b: string): boolean {
  return folded(a) === folded(b);
}

/**
 * Whether two names are the same in one of the languages.
 *
 * | one               | the other           | same |
 * |-------------------|---------------------|------|
 * | uz Choy, ru Чай   | ru чай              | yes  |
 * | uz Choy           | en Choy             | no   |
 */
export function isSameText(a: LocalText, b: LocalText): boolean {
  return languages.some((language) => {
    const [one, other] = [a[language], b[language]];
    return one !== undefined && other !== undefined && isSameName(one, other);
  });
}
