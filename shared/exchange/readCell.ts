/** Reading one cell of a file: its text made tidy, sums of money, whole numbers, words of a short list. */
import type { Unit } from '../basket.ts';
import { type BasisPoints, basisPoints, largestSom, multiplyDivideHalfUp, type Som, som } from '../money.ts';
import type { Language } from '../text.ts';
import type { RowFault, RowWarning } from './faults.ts';

/** A value, or why there is none. `hint` says what it was read as, or what it should perhaps be. */
export type Read<Value> =
  | { readonly value: Value; readonly warning?: RowWarning; readonly hint?: string }
  | { readonly fault: RowFault; readonly hint?: string };

export const wasRead = <Value>(read: Read<Value>): read is Extract<Read<Value>, { value: Value }> =>
  'value' in read;

/** Spaces of every width, marks of direction and of nothing. */
const oddSpaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

/**
 * A cell without what nobody sees. A text that a spreadsheet was told to keep as text (`'007`, `="007"`) is that text.
 *
 * | cell            | tidy     |
 * |-----------------|----------|
 * | NBSP Choy NBSP  | Choy     |
 * | ="0012"         | 0012     |
 * | '+998901234567  | +998901234567 |
 */
export function tidyCell(cell: string): string {
  const plain = cell.replace(invisible, '').replace(oddSpaces, ' ').replace(/\s+/g, ' ').trim();
  const kept = /^="(.*)"$/.exec(plain)?.[1];
  if (kept !== undefined) return kept.replaceAll('""', '"').trim();
  return plain.replace(/^'(?=[\d=+@-])/, '');
}

/** What a spreadsheet would have worked out, had it been asked. */
export function isFormula(text: string): boolean {
  return (
    /^=.*[A-Z(]/.test(text) ||
    /^#(REF|N\/A|VALUE|DIV\/0|NAME|NUM|NULL|ССЫЛКА|ЗНАЧ|Н\/Д|ДЕЛ\/0|ИМЯ)/i.test(text)
  );
}

const monthWord =
  '(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|jan|feb|apr|may|jun|jul|aug|sep|oct|nov|dec)';
const madeDate = new RegExp(
  `^(\\d{4}-\\d{2}-\\d{2}.*|\\d{1,2}[.\\s-]${monthWord}.*|${monthWord}[.\\s-]\\d{1,4})$`,
  'i',
);
const ownMoney = /(so[ʻʼ'‘’`]?m|сўм|сум(?:ов|а|ы)?|uzs)\.?/giu;
const otherMoney = /[$€£₽₸¥]|(?<!\p{L})(usd|eur|rub|руб|kzt|тенге)(?!\p{L})/iu;

/** The digits of a number before and after its point. */
interface Digits {
  readonly whole: string;
  readonly fraction: string;
  readonly isGuessed: boolean;
}

/**
 * Which sign parts thousands and which the fraction. A single one before three digits parts thousands, because prices in
 * so'm have no thousandths.
 *
 * | written      | whole     | fraction |
 * |--------------|-----------|----------|
 * | 12 500,00    | 12500     | 00       |
 * | 1.250.000    | 1250000   |          |
 * | 1,250,000.5  | 1250000   | 5        |
 * | 12.500       | 12500     | guessed  |
 * | 1.5          | 1         | 5        |
 */
function digitsOf(text: string): Digits | null {
  const plain = text.replace(/[\s'’ʼ_]/g, '');
  if (!/^\d[\d.,]*$|^[.,]\d+$/.test(plain)) return null;
  const signs = [...plain].filter((sign) => sign === '.' || sign === ',');
  const last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  if (signs.length === 0) return { whole: plain, fraction: '', isGuessed: false };
  const bare = (part: string) => part.replace(/[.,]/g, '');
  const after = plain.slice(last + 1);
  const isOneKind = new Set(signs).size === 1;
  if (isOneKind && signs.length > 1) {
    return /^\d{1,3}([.,]\d{3})+$/.test(plain)
      ? { whole: bare(plain), fraction: '', isGuessed: false }
      : null;
  }
  if (isOneKind && after.length === 3 && /^[1-9]\d{0,2}[.,]/.test(plain)) {
    return { whole: bare(plain), fraction: '', isGuessed: true };
  }
  if (!isOneKind && signs.at(-1) === signs.at(-2)) return null;
  return { whole: bare(plain.slice(0, last)) || '0', fraction: after, isGuessed: false };
}

/**
 * A sum in whole so'm; tiyin are rounded half up and told. An empty cell is not asked here.
 *
 * | cell            | read as                                       |
 * |-----------------|-----------------------------------------------|
 * | 12 500,00 so'm  | 12 500                                        |
 * | 12 500,50       | 12 501, rounded                               |
 * | 01.май          | dateNotNumber: a spreadsheet made a day of 1.5 |
 * | 12 $            | foreignMoney                                  |
 * | −500            | negative                                      |
 */
export function readMoney(cell: string): Read<Som> {
  if (isFormula(cell)) return { fault: 'formula' };
  if (otherMoney.test(cell)) return { fault: 'foreignMoney' };
  const plain = cell.replace(ownMoney, '').trim();
  if (madeDate.test(plain)) return { fault: 'dateNotNumber' };
  const shortened = /^(\d+(?:[.,]\d+)?)e\+?(\d{1,2})$/i.exec(plain);
  if (shortened !== null) return readShortened(Number(shortened[1]?.replace(',', '.')), Number(shortened[2]));
  const isNegative = /^[-−–(]/.test(plain);
  const digits = digitsOf(plain.replace(/^[-−–(+]\s*/, '').replace(/\)$/, ''));
  if (digits === null) return { fault: 'notNumber' };
  const { whole, fraction, isGuessed } = digits;
  if (whole.replace(/^0+/, '').length > String(largestSom).length) return { fault: 'tooLarge' };
  const kept = fraction.slice(0, 2);
  const amount = multiplyDivideHalfUp(Number(whole + kept), 1, 10 ** kept.length);
  if (amount > largestSom) return { fault: 'tooLarge' };
  if (isNegative && amount !== 0) return { fault: 'negative' };
  const value = som(amount);
  if (isGuessed) return { value, warning: 'readAsThousands', hint: String(amount) };
  return /[1-9]/.test(fraction) ? { value, warning: 'rounded', hint: String(amount) } : { value };
}

/** A price may be written short by a spreadsheet too; only a whole number of so'm is taken. */
function readShortened(digits: number, power: number): Read<Som> {
  const value = digits * 10 ** power;
  if (!Number.isSafeInteger(value)) return { fault: 'notNumber' };
  return value > largestSom ? { fault: 'tooLarge' } : { value: som(value) };
}

/** A whole number of zero or more: visits. */
export function readCount(cell: string): Read<number> {
  const read = readMoney(cell);
  if (!wasRead(read)) return read;
  return read.value > 1_000_000 ? { fault: 'tooLarge' } : { value: read.value };
}

export type VatChoice =
  | { readonly kind: 'shop' }
  | { readonly kind: 'none' }
  | { readonly kind: 'rate'; readonly rateBasisPoints: BasisPoints };

const noVat = /^(без ндс|не облагается|нет|no|none|no vat|qqssiz|yoq|0%?|0[.,]0+%?)$/i;

/**
 * | cell      | VAT        |
 * |-----------|------------|
 * | 12, 12%   | 12 %       |
 * | 0.12      | 12 %       |
 * | без НДС, 0 | none      |
 */
export function readVat(cell: string): Read<VatChoice> {
  const plain = cell.replace(/^(ндс|qqs|vat)\s*/i, '');
  if (noVat.test(cell) || noVat.test(plain)) return { value: { kind: 'none' } };
  const number = /^(\d{1,2})(?:[.,](\d{1,2}))?\s*%?$/.exec(plain);
  if (number === null) return { fault: 'vatWrong' };
  const [, whole = '0', fraction = ''] = number;
  const points = Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
  const isPart = whole === '0' && fraction !== '' && !plain.includes('%');
  const rate = isPart ? points * 100 : points;
  if (rate > 5_000) return { fault: 'vatWrong' };
  return { value: rate === 0 ? { kind: 'none' } : { kind: 'rate', rateBasisPoints: basisPoints(rate) } };
}

const unitWords: Readonly<Record<Unit, readonly string[]>> = {
  piece: [
    'dona',
    'шт',
    'штука',
    'штук',
    'штуки',
    'piece',
    'pieces',
    'pc',
    'pcs',
    'pce',
    'ta',
    'ед',
    'компл',
    '796',
  ],
  kilogram: ['kg', 'kilogramm', 'kilo', 'кг', 'килограмм', 'кило', 'kilogram', 'kgm', '166'],
  litre: ['l', 'litr', 'л', 'литр', 'litre', 'liter', 'дм3', '112'],
  metre: ['m', 'metr', 'м', 'метр', 'п м', 'пог м', 'metre', 'meter', '6', '006'],
  pack: [
    'quti',
    'upakovka',
    'qadoq',
    'pachka',
    'уп',
    'упак',
    'упаковка',
    'пачка',
    'пач',
    'кор',
    'коробка',
    'pack',
    'box',
    '778',
  ],
};

const unitOf = new Map(
  Object.entries(unitWords).flatMap(([unit, words]) => words.map((word) => [word, unit as Unit])),
);

/** A unit by its word or its number in the state's list of units; `unitUnknown` for any other word. */
export function readUnit(cell: string): Read<Unit> {
  const unit = unitOf.get(
    cell
      .toLowerCase()
      .replace(/[.\s-]+/g, ' ')
      .trim(),
  );
  return unit === undefined ? { fault: 'unitUnknown' } : { value: unit };
}

const weighed = /^(y|yes|true|1|да|ha|\+)$/i;

/** Loyverse says only whether goods are weighed. */
export function readSoldByWeight(cell: string): Unit {
  return weighed.test(cell) ? 'kilogram' : 'piece';
}

const languageWords: Readonly<Record<Language, RegExp>> = {
  uz: /^(uz|uzb|oz|o[ʻʼ'‘’`]?zb(ek|ekcha)?|узб(екский)?|ўзб(ек|екча)?)/i,
  ru: /^(ru|рус|rus)/i,
  en: /^(en|англ|ingl)/i,
};

export function readLanguage(cell: string): Read<Language> {
  const found = (['uz', 'ru', 'en'] as const).find((language) => languageWords[language].test(cell));
  return found === undefined ? { fault: 'languageUnknown' } : { value: found };
}
