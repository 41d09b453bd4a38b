/** Which column holds what: by its heading in three languages, and by what stands in it. */
import { isBarcode } from '../catalogue/barcode.ts';
import { readPhone } from '../customer/phone.ts';
import { businessDay } from '../time.ts';
import { aliasesOf, fieldsOf, type ImportField, type ImportKind, importKinds, joinedWith } from './fields.ts';
import { headingKey } from './headingKey.ts';
import { readMoney, tidyCell, wasRead } from './readCell.ts';
import { dayOrderOf, readDay } from './readDay.ts';

/** What each column holds; null for one that is left out. */
export type Mapping = readonly (ImportField | null)[];

type Rows = readonly (readonly string[])[];

/** Programs whose files are known by their headings. */
export const fileFormats = ['loyverseItems', 'loyverseCustomers', 'commerceMl', 'generic'] as const;
export type FileFormat = (typeof fileFormats)[number];

const keysByFormat: Readonly<Partial<Record<FileFormat, readonly string[]>>> = {
  loyverseItems: ['handle', 'name', 'sold by weight'],
  loyverseCustomers: ['customer id', 'customer name', 'total visits'],
};

/** Loyverse's own headings that would else be taken for something else, or for nothing. */
const ownHeadings: Readonly<Partial<Record<FileFormat, Readonly<Record<string, ImportField | null>>>>> = {
  loyverseItems: {
    sku: 'article',
    'sku of included item': null,
    'quantity of included item': null,
    'low stock': null,
  },
  loyverseCustomers: { 'customer id': null, 'customer code': 'card', 'first visit': null, note: null },
};

/** The program a file comes from; a file of 1C is known before it has rows. */
export function formatOf(headings: readonly string[]): FileFormat {
  const keys = new Set(headings.map(headingKey));
  const found = fileFormats.find((format) => keysByFormat[format]?.every((key) => keys.has(key)) === true);
  return found ?? 'generic';
}

/** The same file with the same columns comes every month: what was chosen for it is remembered under this. */
export function fingerprintOf(headings: readonly string[]): string {
  return headings.map(headingKey).join('|').slice(0, 1_000);
}

interface Fit {
  readonly field: ImportField;
  /** 2 for a heading that is the alias, 1 for one that begins or ends with it, and a part for its length. */
  readonly points: number;
}

function fitOf(heading: string, kind: ImportKind): Fit | null {
  const key = headingKey(heading);
  if (key === '') return null;
  let best: Fit | null = null;
  for (const [field, aliases] of Object.entries(aliasesOf[kind]) as [ImportField, readonly string[]][]) {
    for (const alias of aliases) {
      const isWhole = key === alias;
      const isPart = key.startsWith(`${alias} `) || key.endsWith(` ${alias}`);
      if (!isWhole && !isPart) continue;
      const points = (isWhole ? 2 : 1) + alias.length / 100;
      if (best === null || points > best.points) best = { field, points };
    }
  }
  return best;
}

const looked = 200;
/** A heading stands among the first rows, below a title, a date and an address at most. */
const rowsAboveHeading = 30;

/** The row whose cells are headings of the kind; null when no row names two columns, or one that is all there is. */
export function headingRowOf(rows: Rows, kind: ImportKind): number | null {
  let best = { row: -1, fits: 0 };
  for (const [row, cells] of rows.slice(0, rowsAboveHeading).entries()) {
    const fields = new Set(cells.flatMap((cell) => fitOf(cell, kind)?.field ?? []));
    if (fields.size > best.fits) best = { row, fits: fields.size };
  }
  const filled = (rows[best.row] ?? []).filter((cell) => cell.trim() !== '').length;
  return best.fits >= 2 || (best.fits === 1 && filled <= 2) ? best.row : null;
}

/** Goods or people: what more of the headings speak of. */
export function kindOf(rows: Rows): ImportKind {
  const fits = (kind: ImportKind): number => {
    const row = headingRowOf(rows, kind);
    if (row === null) return 0;
    return (rows[row] ?? []).reduce((sum, cell) => sum + (fitOf(cell, kind)?.points ?? 0), 0);
  };
  const [goods = 0, people = 0] = importKinds.map(fits);
  if (goods !== people) return people > goods ? 'customers' : 'products';
  return columnsOf(rows).some((cells) => share(cells, isPhone) > 0.8 && share(cells, isBarcode) < 0.5)
    ? 'customers'
    : 'products';
}

/** The cells of each column that hold something, from the first rows. */
function columnsOf(rows: Rows): readonly (readonly string[])[] {
  const columns: string[][] = [];
  for (const row of rows.slice(0, looked)) {
    for (const [column, cell] of row.entries()) {
      columns[column] ??= [];
      const text = tidyCell(cell);
      if (text !== '') columns[column].push(text);
    }
  }
  return Array.from(columns, (cells) => cells ?? []);
}

const share = (cells: readonly string[], is: (cell: string) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(is).length / cells.length;

const isPhone = (cell: string): boolean =>
  /^\+?[\d\s()-]{9,17}$/.test(cell) && readPhone(cell)?.isUsual === true;
const isWords = (cell: string): boolean => /\p{L}{2}/u.test(cell);
const isSum = (cell: string): boolean => {
  const read = readMoney(cell);
  return wasRead(read) && read.value > 0;
};
const anyLatest = businessDay('2100-12-31');

/** What a column seems to hold by its cells alone; null when that says nothing. */
function contentOf(cells: readonly string[], kind: ImportKind): ImportField | null {
  if (cells.length === 0) return null;
  if (kind === 'products') {
    if (share(cells, (cell) => cell.split(/[\s;,|]+/).some(isBarcode)) > 0.6) return 'barcode';
    if (share(cells, isWords) > 0.8) return 'name';
    return share(cells, isSum) > 0.8 ? 'price' : null;
  }
  if (share(cells, isPhone) > 0.6) return 'phone';
  const order = dayOrderOf(cells);
  const isDay = (cell: string) => /\D/.test(cell) && wasRead(readDay(cell, order, anyLatest));
  if (share(cells, isDay) > 0.8) return 'birthDate';
  return share(cells, isWords) > 0.8 ? 'name' : null;
}

/** Without a heading only these can be told from what stands in the column. */
const longestFirst = (columns: readonly (readonly string[])[], column: number): number =>
  (columns[column] ?? []).reduce((sum, cell) => sum + cell.length, 0) /
  Math.max(1, columns[column]?.length ?? 0);

/**
 * Guesses every column. A heading goes before the content; of two columns with one field the better heading keeps it, and
 * of equals the first. Fields that may be in several columns (barcodes, the levels of a category) keep all of theirs.
 */
export function guessColumns(
  headings: readonly string[] | null,
  rows: Rows,
  kind: ImportKind,
): (ImportField | null)[] {
  const columns = columnsOf(rows);
  const count = Math.max(headings?.length ?? 0, columns.length);
  const format = headings === null ? 'generic' : formatOf(headings);
  const known = ownHeadings[format] ?? {};
  const fits = Array.from({ length: count }, (_, column): Fit | null => {
    const heading = headings?.[column] ?? '';
    const key = headingKey(heading);
    if (Object.hasOwn(known, key)) {
      const field = known[key];
      return field === null || field === undefined ? null : { field, points: 3 };
    }
    return fitOf(heading, kind);
  });
  const mapping = keepBest(fits);
  const taken = new Set(mapping);
  const free = Array.from({ length: count }, (_, column) => column)
    .filter((column) => mapping[column] === null && headingKey(headings?.[column] ?? '') === '')
    .sort((one, other) => longestFirst(columns, other) - longestFirst(columns, one));
  for (const column of free) {
    const field = contentOf(columns[column] ?? [], kind);
    if (field === null || taken.has(field)) continue;
    mapping[column] = field;
    taken.add(field);
  }
  return withName(mapping, columns, kind);
}

function keepBest(fits: readonly (Fit | null)[]): (ImportField | null)[] {
  const best = new Map<ImportField, { column: number; points: number }>();
  for (const [column, fit] of fits.entries()) {
    if (fit === null) continue;
    const before = best.get(fit.field);
    if (before === undefined || fit.points > before.points)
      best.set(fit.field, { column, points: fit.points });
  }
  return fits.map((fit, column) => {
    if (fit === null) return null;
    return joinedWith[fit.field] !== undefined || best.get(fit.field)?.column === column ? fit.field : null;
  });
}

/** A list without any name is no list: the column with the longest words is taken for it. */
function withName(
  mapping: (ImportField | null)[],
  columns: readonly (readonly string[])[],
  kind: ImportKind,
): (ImportField | null)[] {
  const names: readonly ImportField[] = ['name', 'nameUz', 'nameRu', 'nameEn', 'firstName', 'lastName'];
  if (mapping.some((field) => field !== null && names.includes(field))) return mapping;
  let best = { column: -1, length: 0 };
  for (const [column, cells] of columns.entries()) {
    if (mapping[column] !== null || share(cells, isWords) < 0.6) continue;
    const length = longestFirst(columns, column);
    if (length > best.length) best = { column, length };
  }
  if (best.column !== -1) mapping[best.column] = fieldsOf[kind].includes('name') ? 'name' : null;
  return mapping;
}
