/** Turns words as they are stored into words a receipt printer can print. The stored words stay as they are. */
import { type CodePage, canEncode } from './codePages.ts';

/**
 * Folded on every page: readers expect `O'zbek` and `so'm` on paper, and dashes and dots exist in only one of the pages.
 * The apostrophes are ʻ ʼ ‘ ’ ‛ ` ´ ʹ ʽ and ′.
 */
const foldedEverywhere: readonly (readonly [RegExp, string])[] = [
  [/[\u02bb\u02bc\u2018\u2019\u201b\u0060\u00b4\u02b9\u02bd\u2032]/g, "'"],
  [/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' '],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/\u2026/g, '...'],
];

/** What stands in when the page lacks the character. */
const standIns: Readonly<Record<string, string>> = {
  '«': '"',
  '»': '"',
  '“': '"',
  '”': '"',
  '„': '"',
  '№': 'N',
  '×': 'x',
  '•': '*',
  '·': '.',
  '→': '->',
  '≤': '<=',
  '≥': '>=',
  '₽': 'rub.',
};

/**
 * What would command the printer (control characters) or takes no room: soft hyphen, joiners, marks of direction, choosers
 * between two looks of a character, Korean fillers.
 */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|\p{Variation_Selector}|\u034f|[\u115f\u1160\u3164\uffa0]/gu;

/** Letters as wide as Chinese ones, which some keyboards type; the same letters exist in ordinary width. */
const fullWidth = /[\uff01-\uff5e]/g;
const fullWidthAbove = 0xfee0;

/**
 * Folds a line for a code page. The answer holds no control character, so no name a person typed can command the printer;
 * it may still hold characters the page lacks (`canEncode` tells), which go out as a picture.
 *
 * | stored            | cp866          | cp1251         |
 * |-------------------|----------------|----------------|
 * | Oʻzbekiston       | O'zbekiston    | O'zbekiston    |
 * | «Чой» — 2 × 5 000 | "Чой" - 2 x 5 000 | «Чой» - 2 x 5 000 |
 * | Чек № 7…          | Чек № 7...     | Чек № 7...     |
 * | Қайта             | Қайта (picture) | Қайта (picture) |
 */
export function foldForPrint(text: string, page: CodePage): string {
  let line = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\ufffd/g, '?')
    .replace(/\t/g, ' ');
  line = line
    .replace(unprintable, '')
    .replace(fullWidth, (character) => String.fromCharCode(character.charCodeAt(0) - fullWidthAbove));
  for (const [pattern, replacement] of foldedEverywhere) line = line.replace(pattern, replacement);
  return Array.from(line, (character) =>
    canEncode(character, page) ? character : (standIns[character] ?? character),
  ).join('');
}
