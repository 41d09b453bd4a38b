/** The period that was opened for a visitor: the books are shown for no other, and never without its trace. */
import type { Kysely } from 'kysely';
import { Refusal } from '../../shared/errors.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import type { Period } from './monthQueries.ts';

/** Throws NotFound for an inspection that nobody opened. */
export async function openedInspection(
  db: Kysely<Tables>,
  inspectionId: string,
): Promise<{ readonly period: Period; readonly shownAt: Instant }> {
  const row = await db.selectFrom('inspection').selectAll().where('id', '=', inspectionId).executeTakeFirst();
  if (row === undefined) throw new Refusal('NotFound', { what: 'inspection' });
  return {
    period: { first: row.from_on as BusinessDay, last: row.to_on as BusinessDay },
    shownAt: row.shown_at as Instant,
  };
}
