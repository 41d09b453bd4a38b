/**
 * Several languages on one paper. Labels stand side by side on their row, sentences one under the other; the layout wraps
 * both by words, so that a narrow paper only grows longer. Figures are written once, as the first language writes them.
 */
import { createFormat, type Format } from '../../shared/format.ts';
import type { Block } from '../../shared/receipt/blocks.ts';
import { type Language, type LocalText, textIn } from '../../shared/text.ts';

/** One language of a paper: the paper's own words in it, and how it writes values. */
export interface Tongue<Words> {
  readonly language: Language;
  readonly words: Words;
  readonly format: Format;
}

/** All languages of a paper, at least one; the first leads. */
export interface Voice<Words> {
  readonly first: Tongue<Words>;
  readonly all: readonly Tongue<Words>[];
}

/** The slash stays with the word before it, so that no line begins with one. */
const betweenLanguages = '\u00a0/ ';

/** Throws RangeError for a paper in no language: `receiptLanguages` answers at least one. */
export function voiceOf<Words>(
  table: Readonly<Record<Language, Words>>,
  languages: readonly Language[],
  timeZone: string,
): Voice<Words> {
  const all = languages.map((language) => ({
    language,
    words: table[language],
    format: formatIn(language, timeZone),
  }));
  const [first] = all;
  if (first === undefined) throw new RangeError('a paper needs a language');
  return { first, all };
}

/** A shop has one time zone and three languages; making a format costs as much as writing ten lines with it. */
const formats = new Map<string, Format>();

function formatIn(language: Language, timeZone: string): Format {
  const key = `${language} ${timeZone}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = createFormat(language, timeZone);
  formats.set(key, format);
  return format;
}

/**
 * The words of a row: those of each language once, the first language first.
 *
 * | uz    | ru       | en    | on paper              |
 * |-------|----------|-------|-----------------------|
 * | JAMI  | ИТОГО    | TOTAL | JAMI / ИТОГО / TOTAL  |
 * | Bonus | Бонус    | Bonus | Bonus / Бонус         |
 */
export function label<Words>({ first, all }: Voice<Words>, say: (tongue: Tongue<Words>) => string): string {
  return all.length === 1 ? say(first) : each(all, say).join(betweenLanguages);
}

type Row = Extract<Block, { kind: 'row' }>;

/** A row with its words on the left and a figure on the right. */
export function labelledRow<Words>(
  voice: Voice<Words>,
  say: (tongue: Tongue<Words>) => string,
  right: string,
  style: Pick<Row, 'bold' | 'size'> = {},
): Row {
  return { kind: 'row', left: label(voice, say), right, ...style };
}

/** A text of the shop's in a row: a promotion, a tier, a reason. */
export function labelOf<Words>(voice: Voice<Words>, text: LocalText): string {
  return label(voice, ({ language }) => textIn(text, language));
}

/** A sentence of the paper, a paragraph a language; what is the same in two languages stands there once. */
export function sentences<Words>(
  { all }: Voice<Words>,
  say: (tongue: Tongue<Words>) => string,
  style: Pick<Extract<Block, { kind: 'text' }>, 'align' | 'bold'> = {},
): readonly Block[] {
  return each(all, say).map((text) => ({ kind: 'text', text, ...style }));
}

/** A name that is long by nature: in the first language, and beneath it in the second where that is another. */
export function nameLines<Words>({ all }: Voice<Words>, text: LocalText): readonly string[] {
  return each(all.slice(0, 2), ({ language }) => textIn(text, language));
}

function each<Words>(
  all: readonly Tongue<Words>[],
  say: (tongue: Tongue<Words>) => string,
): readonly string[] {
  const [only] = all;
  if (only !== undefined && all.length === 1) {
    const words = say(only);
    return words === '' ? [] : [words];
  }
  return [...new Set(all.map(say))].filter((words) => words !== '');
}
