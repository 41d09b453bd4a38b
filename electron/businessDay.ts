/** Which business day it is now: the same for a question as for the document that may follow it. */
import type { Kysely } from 'kysely';
import { calendarOf, type ShopSettings } from '../shared/shop/settings.ts';
import { type BusinessDay, businessDayOf, type Instant } from '../shared/time.ts';
import type { Tables } from './database/tables.ts';
import { lastLink } from './journal/queries.ts';

/**
 * The business day of an act of this till now, never earlier than its last document (docs/rules.md rule 21). Reading verbs
 * ask for it too, so that a clock set back never shows another day's price than the sale will have.
 */
export async function businessDayNow(
  db: Kysely<Tables>,
  {
    tillId,
    settings,
    now,
  }: { readonly tillId: string; readonly settings: ShopSettings; readonly now: Instant },
): Promise<BusinessDay> {
  const last = await lastLink(db, tillId);
  return businessDayOf(now, calendarOf(settings), (last?.business_day ?? null) as BusinessDay | null);
}
