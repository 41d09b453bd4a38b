/** How the rules of the programme are laid out on sheets of A4: whole rules only, a heading never alone at the foot. */
import type { ProgrammeSection } from '../../../shared/loyalty/programmeText.ts';
import { type Language, textIn } from '../../../shared/text.ts';

export interface RulePart {
  /** Null where a section goes on from the sheet before. */
  readonly title: string | null;
  /** The number of the section, counted from 1. */
  readonly number: number;
  readonly lines: readonly string[];
}

/** In pixels of CSS, as the sheet's own style makes them: one row of a rule, the gap after a rule, and a heading. */
const rowHeight = 18;
const ruleGap = 3;
const titleHeight = 38;
/** What is left of A4 between head and foot, a little less. */
const sheetHeight = 870;
/** Russian letters are the widest. */
const lettersPerRow: Readonly<Record<Language, number>> = { uz: 96, ru: 86, en: 96 };

const heightOf = (line: string, language: Language): number =>
  Math.max(1, Math.ceil(line.length / lettersPerRow[language])) * rowHeight + ruleGap;

/**
 * The sheets of one language. Rows are counted by letters, generously, because a rule that does not fit would be cut off;
 * what does not fit goes on the next sheet.
 *
 * | section of    | room left for      | goes                                        |
 * |---------------|--------------------|---------------------------------------------|
 * | 5 short rules | title and 8 rules  | whole on this sheet                         |
 * | 5 short rules | title and 2 rules  | title and two rules here, three on the next |
 * | 5 short rules | the title          | whole on the next                           |
 */
export function ruleSheets(
  sections: readonly ProgrammeSection[],
  language: Language,
): readonly (readonly RulePart[])[] {
  const sheets: RulePart[][] = [[]];
  let left = sheetHeight;
  for (const [place, section] of sections.entries()) {
    let part: { title: string | null; number: number; lines: string[] } | null = null;
    for (const text of section.lines) {
      const line = textIn(text, language);
      const beside = part === null ? titleHeight : 0;
      if (heightOf(line, language) + beside > left) {
        sheets.push([]);
        left = sheetHeight;
        if (part !== null) {
          part = { title: null, number: place + 1, lines: [] };
          sheets.at(-1)?.push(part);
        }
      }
      if (part === null) {
        part = { title: textIn(section.title, language), number: place + 1, lines: [] };
        sheets.at(-1)?.push(part);
        left -= titleHeight;
      }
      part.lines.push(line);
      left -= heightOf(line, language);
    }
  }
  return sheets.filter((sheet) => sheet.length > 0);
}
