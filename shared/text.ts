/** Words in three languages, and the folding that lets a name be found in any script and with any apostrophe. */

export const languages = ['uz', 'ru', 'en'] as const;
export type Language = (typeof languages)[number];

/** Text that is printed or shown to a customer. At least one language is filled; the others fall back. */
export interface LocalText {
  readonly uz?: string | undefined;
  readonly ru?: string | undefined;
  readonly en?: string | undefined;
}

const fallBack: Readonly<Record<Language, readonly Language[]>> = {
  uz: ['uz', 'ru', 'en'],
  ru: ['ru', 'uz', 'en'],
  en: ['en', 'uz', 'ru'],
};

/** The words in the asked language, else in the next one that is filled; an empty text when none is. */
export function textIn(text: LocalText, language: Language): string {
  for (const candidate of fallBack[language]) {
    const words = text[candidate];
    if (words !== undefined && words !== '') return words;
  }
  return '';
}

/** Without the languages that were left empty. */
export function withoutEmpty(text: LocalText): LocalText {
  return Object.fromEntries(Object.entries(text).filter(([, words]) => words !== undefined && words !== ''));
}

/** The same words in every language: what a shopkeeper typed once. */
export function sameText(words: string): LocalText {
  return { uz: words };
}

const apostrophes =
  /[\u0027\u0060\u00B4\u02B9\u02BB\u02BC\u02BD\u02BE\u02BF\u02C8\u2018\u2019\u201B\u2032\u2035\uFF07]/g;
const oWithApostrophe = new RegExp(`o${apostrophes.source}`, 'g');
/** Stands for oʻ while a text is folded; no keyboard types it. */
const oMark = '\uE000';

const latinOf: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ғ: 'g',
  д: 'd',
  е: 'e',
  ё: 'yo',
  ж: 'j',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  қ: 'q',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  ў: oMark,
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ҳ: 'h',
  ц: 's',
  ч: 'ch',
  ш: 'sh',
  щ: 'sh',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
}; // prettier-ignore

/**
 * The forms under which a name or a product is found, whatever script, apostrophe or spelling it was typed in:
 * Oʻktam, O`ktam, Ўктам, Уктам and Oktam meet; Xurshid, Hurshid, Khurshid and Хуршид meet. One or two keys: oʻ is kept
 * both as o and as u, because Russian writes it as у.
 */
export function foldKeys(text: string): readonly string[] {
  const latin = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[õōŏöǒ]/g, "o'")
    .replace(/ğ/g, 'g')
    .replace(/[şș]/g, 'sh')
    .replace(/ç/g, 'ch')
    .replace(/дж/g, 'ж')
    .replace(/[а-яёўқғҳ]/g, (letter) => latinOf[letter] ?? letter);
  const folded = latin
    .replace(oWithApostrophe, oMark)
    .replace(apostrophes, '')
    .replace(/shch/g, 'sh')
    .replace(/dzh|dj|zh/g, 'j')
    .replace(/kh|x/g, 'h')
    .replace(/gh/g, 'g')
    .replace(/w/g, 'v')
    .replace(/q/g, 'k')
    .replace(/ts/g, 's')
    .replace(/ye/g, 'e')
    .replace(/iy|yi/g, 'i')
    .replace(/([a-z\uE000])\1+/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  return [...new Set([folded.replaceAll(oMark, 'o'), folded.replaceAll(oMark, 'u')])];
}

/** What a search index stores for a name: all its keys in one text, words separated by a space. */
export function searchTextOf(...texts: readonly string[]): string {
  return [...new Set(texts.flatMap(foldKeys))].filter((key) => key !== '').join(' ');
}

/** Tidies the apostrophes of a person's name for display: after o and g U+02BB, otherwise U+02BC. Not for product names. */
export function tidyName(name: string): string {
  return name
    .replace(/\s+/g, ' ')
    .trim()
    .replace(new RegExp(`([oOgG])${apostrophes.source}`, 'g'), '$1\u02BB')
    .replace(apostrophes, (mark) => (mark === '\u02BB' ? mark : '\u02BC'));
}
