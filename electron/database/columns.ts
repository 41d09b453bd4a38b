/** The kinds of columns: what each may hold is checked by the engine, not only by the program. */
import { largestSom } from '../../shared/money.ts';

interface Common {
  readonly optional: boolean;
  /** `table.column` that must have the value. A parent with children cannot be deleted. */
  readonly references?: string;
  readonly otherwise?: string | number;
}

export interface WholeColumn extends Common {
  readonly kind: 'whole';
  readonly least: number;
  readonly most: number;
}

export interface TextColumn extends Common {
  readonly kind: 'text';
  readonly oneOf?: readonly string[];
  /** A LIKE pattern. */
  readonly pattern?: string;
  readonly longest?: number;
}

export interface BytesColumn extends Common {
  readonly kind: 'bytes';
}

export type Column = WholeColumn | TextColumn | BytesColumn;

/** A whole number between two bounds, both allowed. */
export function wholeNumber({
  least = 0,
  most = Number.MAX_SAFE_INTEGER,
}: {
  readonly least?: number;
  readonly most?: number;
} = {}): WholeColumn {
  return { kind: 'whole', least, most, optional: false };
}

/** Whole so'm from 0 to the largest sum of a document. */
export function somColumn(): WholeColumn {
  return wholeNumber({ least: 0, most: largestSom });
}

/** Whole so'm of either sign: a posting's entry, a discount taken back, a balance after a return. */
export function signedSomColumn(): WholeColumn {
  return wholeNumber({ least: -largestSom, most: largestSom });
}

/** A sum over many documents (a day, a customer's life), of either sign. */
export function totalSomColumn(): WholeColumn {
  return wholeNumber({ least: Number.MIN_SAFE_INTEGER });
}

/** A quantity in thousandths, of either sign: 1 piece = 1000; at most a million pieces. */
export function thousandthsColumn(): WholeColumn {
  return wholeNumber({ least: -1_000_000_000, most: 1_000_000_000 });
}

/** A rate in basis points: 100 % = 10000. */
export function basisPointsColumn({ most = 10_000 }: { readonly most?: number } = {}): WholeColumn {
  return wholeNumber({ least: 0, most });
}

/** 1 for yes, 0 for no. */
export function flagColumn(): WholeColumn {
  return wholeNumber({ least: 0, most: 1 });
}

/** Any text, by default of at most 10,000 characters. */
export function textColumn({ longest = 10_000 }: { readonly longest?: number } = {}): TextColumn {
  return { kind: 'text', longest, optional: false };
}

/** One of a few words. */
export function oneOfColumn(words: readonly [string, ...string[]]): TextColumn {
  return { kind: 'text', oneOf: words, optional: false };
}

/** A UUID, 36 characters. */
export function idColumn(): TextColumn {
  return { kind: 'text', pattern: '________-____-____-____-____________', optional: false };
}

/** The id of a row of another table, under its column `id` unless another is named. */
export function idOf(table: string, column = 'id'): TextColumn {
  return { kind: 'text', optional: false, references: `${table}.${column}` };
}

/** A moment in UTC, `2026-11-22T08:30:00.000Z`. */
export function instantColumn(): TextColumn {
  return { kind: 'text', pattern: '____-__-__T__:__:__.___Z', optional: false };
}

/** A calendar day of the shop, `2026-11-22`. */
export function businessDayColumn(): TextColumn {
  return { kind: 'text', pattern: '____-__-__', optional: false };
}

/** A JSON text of any length: words in three languages, a print job, a journal line. */
export function jsonColumn(): TextColumn {
  return { kind: 'text', optional: false };
}

export function bytesColumn(): BytesColumn {
  return { kind: 'bytes', optional: false };
}

/** The same column, which may also be empty (NULL). */
export function optional<C extends Column>(column: C): C {
  return { ...column, optional: true };
}

/** The same column with the value of rows that name none. */
export function otherwise<C extends Column>(column: C, value: string | number): C {
  return { ...column, otherwise: value };
}
