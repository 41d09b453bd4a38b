/** Where a page of complaints, feedback or contacts ended, as the cursor of the next one. */

/** The words of a cursor, as many as the list needs; null for none, and for one that is not ours. */
export function readCursor(cursor: string | null, parts: number): readonly string[] | null {
  const read = (cursor ?? '').split(' ');
  return read.length === parts && read.every((part) => part !== '') ? read : null;
}

/** The rows of a page, of which one more was read than it holds, and the cursor of the next; null when it is the last. */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  placeOf: (row: Row) => readonly string[],
): { readonly page: readonly Row[]; readonly nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const isMore = rows.length > limit && last !== undefined;
  return { page, nextCursor: isMore ? placeOf(last).join(' ') : null };
}
