/** From the columns of a file to the fields of a row: cells under their fields, joined where several columns share one. */
import { type ImportField, joinedWith } from './fields.ts';
import type { Mapping } from './guessColumns.ts';

/** No field of the till holds more; a longer text is a mistake, and is seen as one. */
export const longestCell = 500;

/** The cells of one row by field; empty ones are left out. */
export function cellsOfRow(row: readonly string[], mapping: Mapping): Partial<Record<ImportField, string>> {
  const cells: Partial<Record<ImportField, string>> = {};
  for (const [column, field] of mapping.entries()) {
    const cell = (row[column] ?? '').trim();
    if (field === null || cell === '') continue;
    const before = cells[field];
    const whole = before === undefined ? cell : `${before}${joinedWith[field] ?? ' '}${cell}`;
    cells[field] = whole.slice(0, longestCell);
  }
  return cells;
}

/**
 * Whether a row only names the group of the rows below it, as price lists do: one text and nothing else. It is no goods
 * and no mistake. A list without prices, as one of customers is, has no such rows: there a lone name is somebody.
 *
 * | row                          | heads a group |
 * |------------------------------|---------------|
 * | Ichimliklar                  | yes           |
 * | Choy, 12 000                 | no            |
 * | 4600068009043                | no            |
 */
export function headsGroup(row: readonly string[], mapping: Mapping): string | null {
  const filled = row.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const [only] = filled;
  if (filled.length !== 1 || only === undefined || !/\p{L}{2}/u.test(only)) return null;
  const fields = new Set(mapping.filter((field) => field !== null));
  return fields.size >= 2 && fields.has('price') ? only : null;
}
