/** Where a page of finished sales ended, as the cursor of the next one. */

/** The id tells sales of one moment apart. */
export interface SalePlace {
  readonly businessDay: string;
  readonly soldAt: string;
  readonly id: string;
}

interface PlacedSale {
  readonly business_day: string;
  readonly sold_at: string;
  readonly id: string;
}

/** A cursor is where the page before ended; one that is not ours begins at the top. */
export function readPlace(cursor: string | null): SalePlace | null {
  const [day, soldAt, id] = (cursor ?? '').split(' ');
  return day && soldAt && id ? { businessDay: day, soldAt, id } : null;
}

/** The rows of a page, of which one more was read than it holds, and the cursor of the next; null when it is the last. */
export function pageOf<Row extends PlacedSale>(rows: readonly Row[], limit: number) {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const isMore = rows.length > limit && last !== undefined;
  return { page, nextCursor: isMore ? `${last.business_day} ${last.sold_at} ${last.id}` : null };
}
