/** Lays tables out on sheets: a table goes on overleaf under its title again, and no title stands alone at the foot. */
import type { BookBlock, BookRow } from '../bookBlock.ts';

/** A table, or the part of one that stands on this sheet. */
export interface PackedBlock {
  readonly block: BookBlock;
  readonly rows: readonly BookRow[];
  /** Begun on an earlier sheet. */
  readonly isContinued: boolean;
  /** The last part of the table: its note stands below. */
  readonly isEnd: boolean;
}
export type PackedSheet = readonly PackedBlock[];

/** Heights in rows of a table: its title with the gap above, and the line of headers. */
const titleRows = 2.4;
const headerRows = 1;
const noteRows = 1;
/** With fewer of its rows a table begins overleaf. */
const fewestRows = 3;

/**
 * `firstRows` and `otherRows` are what a sheet holds, in rows of a table; so many sheets at the beginning are first ones.
 * Where two columns stand on a sheet, each counts as one.
 *
 * | tables of 4 and 40 rows, 30 to a sheet | sheet 1        | sheet 2       |
 * |----------------------------------------|----------------|---------------|
 * |                                        | 4, then 19     | the other 21  |
 */
export function packBlocks(
  blocks: readonly BookBlock[],
  {
    firstRows,
    otherRows,
    firstSheets = 1,
  }: { readonly firstRows: number; readonly otherRows: number; readonly firstSheets?: number },
): readonly PackedSheet[] {
  const sheets: PackedBlock[][] = [[]];
  let left = firstRows;
  const turn = () => {
    sheets.push([]);
    left = sheets.length <= firstSheets ? firstRows : otherRows;
  };
  for (const block of blocks) {
    const head = titleRows + (block.headers === undefined ? 0 : headerRows);
    const note = block.note === undefined ? 0 : noteRows;
    let from = 0;
    do {
      const rest = block.rows.length - from;
      const isFresh = sheets.at(-1)?.length === 0;
      if (!isFresh && left < head + Math.min(rest, fewestRows) + note) turn();
      // The note stands on the sheet of the last row.
      const room = Math.max(1, Math.floor(left - head));
      const count = rest + note <= room ? rest : Math.min(rest, Math.max(1, room - note));
      const isEnd = from + count === block.rows.length;
      sheets.at(-1)?.push({
        block,
        rows: block.rows.slice(from, from + count),
        isContinued: from > 0,
        isEnd,
      });
      left -= head + count + (isEnd ? note : 0);
      from += count;
      if (!isEnd) turn();
    } while (from < block.rows.length);
  }
  return sheets;
}
