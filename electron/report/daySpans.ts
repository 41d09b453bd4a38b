/** A long time cut into parts of some days, so that each part is a short query between which selling goes on. */
import { addDays, type BusinessDay } from '../../shared/time.ts';
import type { Database } from '../database/open.ts';
import { readHeavy } from '../database/readHeavy.ts';

/** First and last day of a part, both of them meant. */
export interface DaySpan {
  readonly first: BusinessDay;
  readonly last: BusinessDay;
}

/** A time in parts of so many days, in order; empty where it ends before it begins. */
export function spansOf(first: BusinessDay, last: BusinessDay, days: number): readonly DaySpan[] {
  const spans: DaySpan[] = [];
  for (let from = first; from <= last; from = addDays(from, days)) {
    const to = addDays(from, days - 1);
    spans.push({ first: from, last: to < last ? to : last });
  }
  return spans;
}

/** The parts of a time in which the shop sold anything yet. */
export async function soldSpans(
  database: Database,
  since: BusinessDay,
  today: BusinessDay,
  days: number,
): Promise<readonly DaySpan[]> {
  const firstSale = database.db.selectFrom('sale').select('business_day').orderBy('business_day').limit(1);
  const [row] = await readHeavy(database, firstSale);
  if (row === undefined) return [];
  const begun = row.business_day as BusinessDay;
  return spansOf(begun > since ? begun : since, today, days);
}
