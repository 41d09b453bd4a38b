/** Shifts of a till, and the cash its drawer should hold. */
import type { Kysely } from 'kysely';
import { type Som, som } from '../../shared/money.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import { hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';
import { balanceOf } from '../ledger/inTransaction.ts';

export interface OpenShift {
  readonly id: string;
  readonly number: number;
  /** The day it was opened; its sales may belong to the next (docs/rules.md rule 21). */
  readonly businessDay: BusinessDay;
  readonly openedAt: Instant;
  readonly openedBy: string;
  readonly floatSom: Som;
}

const openShiftOfTill = hotQuery((db, value: { tillId: string }) =>
  db
    .selectFrom('shift')
    .select(['id', 'number', 'business_day', 'opened_at', 'opened_by', 'float_som'])
    .where('till_id', '=', value.tillId)
    .where('closed_at', 'is', null),
);

/** The open shift of a till, or null; a till has at most one. */
export async function currentShift(db: Kysely<Tables>, tillId: string): Promise<OpenShift | null> {
  const row = await openShiftOfTill.first(db, { tillId });
  if (row === undefined) return null;
  return {
    id: row.id,
    number: row.number,
    businessDay: row.business_day as BusinessDay,
    openedAt: row.opened_at as Instant,
    openedBy: row.opened_by,
    floatSom: som(row.float_som),
  };
}

/** What a till's drawer should hold now; below zero only when more was taken out than ever came in. */
export function expectedCash(db: Kysely<Tables>, tillId: string): Promise<Som> {
  return balanceOf(db, 'cashDrawer', tillId);
}

/** What was counted when the till's last shift was closed, or null before its first. */
export async function lastCounted(db: Kysely<Tables>, tillId: string): Promise<Som | null> {
  const row = await db
    .selectFrom('shift')
    .select('counted_som')
    .where('till_id', '=', tillId)
    .where('closed_at', 'is not', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const counted = row?.counted_som ?? null;
  return counted === null ? null : som(counted);
}
