/** Rows as a csv file that Excel opens with its letters and columns right in every language. */
import { unparse } from 'papaparse';

/** What a spreadsheet would take for a formula; a figure below zero is none. */
const formulaLike = /^(?:[=+@\t\r]|-(?!\d+$)).*$/s;

/** Begins with the mark of UTF-8; a cell that begins like a formula is kept as text. */
export function csvText(rows: readonly (readonly string[])[]): string {
  const plain = rows.map((row) => [...row]);
  return `\ufeff${unparse(plain, { delimiter: ';', newline: '\r\n', escapeFormulae: formulaLike })}\r\n`;
}

export function csvFile(rows: readonly (readonly string[])[]): Blob {
  return new Blob([csvText(rows)], { type: 'text/csv;charset=utf-8' });
}
