/** Whether a month is closed: what whoever writes into an earlier day asks first. */
import type { Kysely } from 'kysely';
import { Refusal } from '../../shared/errors.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';

const closedQuery = hotQuery((db: Kysely<Tables>, value: { month: string }) =>
  db.selectFrom('closed_month').selectAll().where('month', '=', value.month).where('reopened_at', 'is', null),
);

/** The closed month as it was kept; undefined for one that is open. `month` is `2026-11`. */
export function closedMonth(db: Kysely<Tables>, month: string) {
  return closedQuery.first(db, { month });
}

/** Throws MonthClosed for a day whose month is closed. The running month never is. */
export async function requireOpenMonth(db: Kysely<Tables>, day: BusinessDay): Promise<void> {
  const month = day.slice(0, 7);
  if ((await closedMonth(db, month)) !== undefined) throw new Refusal('MonthClosed', { month });
}
