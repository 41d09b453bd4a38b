/** Where a page of a list begins whose cursor is a number of rows. */

/** The rows before the page, or the number of its last row; the beginning for no cursor, and for one that is not ours. */
export function placeIn(cursor: string | null): number {
  const place = Number(cursor ?? 0);
  return Number.isSafeInteger(place) && place >= 0 ? place : 0;
}
