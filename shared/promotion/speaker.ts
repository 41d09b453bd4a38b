/** How one language speaks of promotions: figures, names, lists, quotes, plurals. */
import { createFormat, type Format } from '../format.ts';
import { type Language, type LocalText, languages, textIn } from '../text.ts';

/** The names of what a rule refers to by id. */
export interface NamesOf {
  readonly product: (id: string) => LocalText;
  readonly category: (id: string) => LocalText;
  readonly brand: (id: string) => LocalText;
  readonly tier: (id: string) => LocalText;
  readonly series: (id: string) => LocalText;
  readonly segment: (id: string) => LocalText;
  readonly partner: (id: string) => LocalText;
}

/** Of a longer list so many are named and the rest is counted. */
export const namedAtMost = 3;

/** The same words in all three languages. */
export type Sentence = Readonly<Record<Language, string>>;

/** Everything that the words of a rule need in one language. */
export interface Speaker {
  readonly format: Format;
  readonly names: NamesOf;
  /** The one of three wordings that is in this language. */
  readonly say: (uz: string, ru: string, en: string) => string;
  readonly name: (text: LocalText) => string;
  /** A name in the language's quotation marks: «Чай», “Choy”. */
  readonly quoted: (text: LocalText) => string;
  /** A, B and C. */
  readonly both: (items: readonly string[]) => string;
  /** A, B or C. */
  readonly either: (items: readonly string[]) => string;
  /** The first three of a list, and how many more there are. */
  readonly few: (ids: readonly string[], write: (id: string) => string) => string;
  /** A sum that is taken off: −5 000 soʻm. */
  readonly minusSom: (sum: number) => string;
  readonly minusPercent: (rateBasisPoints: number) => string;
}

function speakerOf(language: Language, names: NamesOf): Speaker {
  const format = createFormat(language);
  const say = (uz: string, ru: string, en: string) => ({ uz, ru, en })[language];
  const joined = (items: readonly string[], last: string) =>
    items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
  const name = (text: LocalText) => textIn(text, language);
  return {
    format,
    names,
    say,
    name,
    quoted: (text) => say(`“${name(text)}”`, `«${name(text)}»`, `“${name(text)}”`),
    both: (items) => joined(items, say('va', 'и', 'and')),
    either: (items) => joined(items, say('yoki', 'или', 'or')),
    few: (ids, write) => {
      const shown = ids.slice(0, namedAtMost).map(write);
      const more = format.number(ids.length - shown.length);
      if (ids.length === shown.length) return joined(shown, say('va', 'и', 'and'));
      return `${shown.join(', ')} ${say(`va yana ${more} ta`, `и ещё ${more}`, `and ${more} more`)}`;
    },
    minusSom: (sum) => format.som(-sum),
    minusPercent: (rate) => format.percent(-rate),
  };
}

/** Says the same in all three languages. */
export function inAllLanguages(names: NamesOf, write: (speaker: Speaker) => string): Sentence {
  const [uz = '', ru = '', en = ''] = languages.map((language) => write(speakerOf(language, names)));
  return { uz, ru, en };
}

/**
 * The Russian form after a number, in the nominative and accusative: 1 день, 2 дня, 5 дней, 11 дней, 21 день.
 */
export function russianCount(count: number, one: string, few: string, many: string): string {
  const lastTwo = count % 100;
  const last = count % 10;
  if (last === 1 && lastTwo !== 11) return one;
  return last >= 2 && last <= 4 && (lastTwo < 12 || lastTwo > 14) ? few : many;
}

/** The Russian form after a number in the genitive, after «от», «из», «не более»: 1 дня, 2 дней, 21 дня. */
export function russianOf(count: number, one: string, many: string): string {
  return count % 10 === 1 && count % 100 !== 11 ? one : many;
}

/** 1 piece, 2 pieces. */
export function englishCount(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}

/** 1st, 2nd, 3rd, 4th, 11th, 21st. */
export function englishOrdinal(count: number): string {
  const teens = count % 100 >= 11 && count % 100 <= 13;
  const ending = teens ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th');
  return `${count}${ending}`;
}

/** Once, twice, 3 times. */
export function englishTimes(count: number, written: string): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${written} times`;
}

/** The first letter large, as at the head of a sentence; a figure or a quoted name in front stays as it is. */
export function capitalised(words: string): string {
  return words.replace(/^\(?\p{L}/u, (head) => head.toUpperCase());
}
