/** One row of a list of goods: its cells read into what a product needs, with everything that is wrong with them. */
import type { Unit } from '../basket.ts';
import { largestSom, type Som } from '../money.ts';
import { type Language, type LocalText, languages } from '../text.ts';
import type { BusinessDay } from '../time.ts';
import type { CellNote, RowFault, RowWarning } from './faults.ts';
import { type ProductField, productFields } from './fields.ts';
import { isReservedCode, readBarcodes } from './readBarcodes.ts';
import {
  isFormula,
  type Read,
  readMoney,
  readSoldByWeight,
  readUnit,
  readVat,
  tidyCell,
  type VatChoice,
  wasRead,
} from './readCell.ts';
import { type DayOrder, readDay } from './readDay.ts';

export type Cells = Readonly<Partial<Record<string, string>>>;

/** What a row says of a product; null where it says nothing, so that a known product keeps what it has. */
export interface ProductDraft {
  /** Empty when the row names no product. */
  readonly name: LocalText;
  readonly barcodes: readonly string[];
  /** The shop's own number of the goods, kept as one more code that can be typed. */
  readonly article: string | null;
  /** `Choy / Koʻk choy`: the parts of a path, tidied. */
  readonly category: string | null;
  readonly brand: string | null;
  readonly unit: Unit | null;
  readonly priceSom: Som | null;
  readonly costSom: Som | null;
  readonly vat: VatChoice | null;
  readonly expiresOn: BusinessDay | null;
}

export interface ReadRow<Draft> {
  readonly draft: Draft;
  readonly faults: readonly CellNote<RowFault>[];
  readonly warnings: readonly CellNote<RowWarning>[];
}

export interface RowReading {
  /** The language of names whose column does not say one. */
  readonly language: Language;
  readonly dayOrder: DayOrder;
  readonly today: BusinessDay;
}

/** Gathers what is said of the cells while a row is read. */
export function rowNotes<Field extends string>(cells: Cells) {
  const faults: CellNote<RowFault>[] = [];
  const warnings: CellNote<RowWarning>[] = [];
  const fault = (field: Field | null, code: RowFault, hint = ''): void => {
    faults.push({ field, code, hint });
  };
  const warn = (field: Field | null, code: RowWarning, hint = ''): void => {
    warnings.push({ field, code, hint });
  };
  const text = (field: Field): string => tidyCell(cells[field] ?? '');
  /** Null for an empty cell and for one that cannot be read, which is then told. */
  function value<Value>(field: Field, read: (cell: string) => Read<Value>): Value | null {
    const cell = text(field);
    if (cell === '') return null;
    const answer = read(cell);
    if (!wasRead(answer)) {
      fault(field, answer.fault, answer.hint ?? cell.slice(0, 60));
      return null;
    }
    if (answer.warning !== undefined) warn(field, answer.warning, answer.hint ?? '');
    return answer.value;
  }
  return { faults, warnings, fault, warn, text, value };
}

const longestName = 200;
const longestGroup = 80;
/** Stands where letters were lost when a file changed its encoding. */
const lostLetters = /\ufffd|\?{3,}/;

type Notes = ReturnType<typeof rowNotes<ProductField>>;

function readName(notes: Notes, language: Language): LocalText {
  const variant = notes.text('variant');
  const named = { uz: notes.text('nameUz'), ru: notes.text('nameRu'), en: notes.text('nameEn') };
  const plain = notes.text('name');
  const withVariant = (text: string) => (variant === '' || text === '' ? text : `${text} ${variant}`);
  const texts = { ...named, [language]: named[language] === '' ? plain : named[language] };
  const name: Partial<Record<Language, string>> = {};
  for (const each of languages) {
    const text = withVariant(texts[each]);
    if (text === '') continue;
    if (isFormula(text)) notes.fault('name', 'formula', text.slice(0, 60));
    else if (text.length > longestName) notes.fault('name', 'nameTooLong', String(text.length));
    else name[each] = text;
    if (lostLetters.test(text)) notes.warn('name', 'spoiltName', text.slice(0, 60));
  }
  return name;
}

/**
 * The path of a category with its parts as they are shown, ` / ` between them; the catalogue has no deeper levels, so the
 * whole path is its name.
 */
export function readPath(cell: string): string | null {
  const parts = cell
    .split(/[/\\>→]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length === 0 ? null : parts.join(' / ').slice(0, longestName);
}

/** An article that no code can be made of is left out and told. */
function readArticle(notes: Notes, barcodes: readonly string[]): string | null {
  const article = notes.text('article').replace(/\s+/g, '-');
  if (article === '' || barcodes.includes(article)) return null;
  if (
    /^[0-9A-Za-z-]{3,48}$/.test(article) &&
    !isReservedCode(article) &&
    !/^\d(?:[.,]\d+)?E\+\d+$/i.test(article)
  ) {
    return article;
  }
  notes.warn('article', 'articleLeftOut', article.slice(0, 60));
  return null;
}

function readPrice(notes: Notes): Som | null {
  const price = notes.value('price', readMoney);
  if (price === 0) notes.fault('price', 'priceZero');
  return price === 0 ? null : price;
}

/** Half of the largest sum, so that a line of goods still fits a receipt. */
function readCost(notes: Notes): Som | null {
  const cost = notes.value('cost', readMoney);
  if (cost !== null && cost > largestSom / 2) notes.fault('cost', 'tooLarge');
  return cost === 0 ? null : cost;
}

/** Reads a row. Whether a price must stand in it is known only when it is known whether the goods are new. */
export function readProductRow(
  cells: Cells,
  { language, dayOrder, today }: RowReading,
): ReadRow<ProductDraft> {
  const notes = rowNotes<ProductField>(cells);
  const name = readName(notes, language);
  const codes = readBarcodes(notes.text('barcode'));
  for (const { code, hint } of codes.faults) notes.fault('barcode', code, hint);
  for (const { code, hint } of codes.warnings) notes.warn('barcode', code, hint);
  const weight = notes.text('soldByWeight');
  const unit = notes.value('unit', readUnit) ?? (weight === '' ? null : readSoldByWeight(weight));
  const brand = notes.text('brand').slice(0, longestGroup);
  const draft: ProductDraft = {
    name,
    barcodes: codes.codes,
    article: readArticle(notes, codes.codes),
    category: readPath(notes.text('category')),
    brand: brand === '' ? null : brand,
    unit,
    priceSom: readPrice(notes),
    costSom: readCost(notes),
    vat: notes.value('vat', readVat),
    expiresOn: notes.value('expiresOn', (cell) =>
      readDay(cell, dayOrder, `${Number(today.slice(0, 4)) + 20}-12-31` as BusinessDay),
    ),
  };
  if (Object.keys(name).length === 0 && draft.barcodes.length === 0 && codes.faults.length === 0) {
    notes.fault('name', 'nameMissing');
  }
  return { draft, faults: notes.faults, warnings: notes.warnings };
}

/** The cells that a list of goods has a place for. */
export const productCells: ReadonlySet<string> = new Set(productFields);
