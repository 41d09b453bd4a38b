/** What happened on the receipts of two customers since they were joined. */
import type { Kysely } from 'kysely';
import { type BusinessDay, businessDayOf, type Instant, type ShopCalendar } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { everyIdOf } from './queries.ts';

type Db = Kysely<Tables>;

/** How many returns of receipts that were the former customer's came since. */
export async function returnedSince(db: Db, fromId: string, since: Instant): Promise<number> {
  const ids = await formerIds(db, fromId);
  const { count } = await db
    .selectFrom('sale_return')
    .innerJoin('sale', 'sale.id', 'sale_return.sale_id')
    .leftJoin('sale_attachment', 'sale_attachment.sale_id', 'sale.id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('sale_return.returned_at', '>', since)
    .where(({ eb, or }) =>
      or([eb('sale.customer_id', 'in', ids), eb('sale_attachment.customer_id', 'in', ids)]),
    )
    .executeTakeFirstOrThrow();
  return count;
}

/** The former customer and whoever had become them: a merge writes the kept one into all of them. */
async function formerIds(db: Db, fromId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('merge')
    .select('from_id')
    .where('into_id', '=', fromId)
    .where('undone_at', 'is', null)
    .execute();
  const joined = await everyIdOf(db, fromId).execute();
  return [...new Set([fromId, ...rows.map((row) => row.from_id), ...joined.map(({ id }) => id)])];
}

/** The days on which a customer came for the last receipts; one that was given later counts on the day it was given. */
export async function lastReceiptDays(
  db: Db,
  calendar: ShopCalendar,
  customerId: string,
  count: number,
): Promise<readonly BusinessDay[]> {
  if (count <= 0) return [];
  const sold = await db
    .selectFrom('sale')
    .select(['sold_at as at', 'business_day'])
    .where('customer_id', '=', customerId)
    .orderBy('sold_at', 'desc')
    .limit(count)
    .execute();
  const attached = await db
    .selectFrom('sale_attachment')
    .select('attached_at as at')
    .where('customer_id', '=', customerId)
    .orderBy('attached_at', 'desc')
    .limit(count)
    .execute();
  const given = attached.map(({ at }) => ({
    at,
    business_day: businessDayOf(at as Instant, calendar, null),
  }));
  return [...sold, ...given]
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .slice(0, count)
    .map((row) => row.business_day as BusinessDay);
}
