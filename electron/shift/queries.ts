/** Shifts of a till, the cash its drawer should hold, and what was counted and moved there. */
import type { Kysely } from 'kysely';
import { type Som, som } from '../../shared/money.ts';
import { type CashCount, type ShiftFigures, shiftFiguresSchema } from '../../shared/shift/figures.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import { hotInsert, hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';
import { balanceOf } from '../ledger/inTransaction.ts';
import type { WriteScope } from '../verb.ts';

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

/** The Z report of a closed shift as it was kept; null for an open one, and for one of before Z reports were kept. */
export async function keptFigures(db: Kysely<Tables>, shiftId: string): Promise<ShiftFigures | null> {
  const row = await db
    .selectFrom('shift')
    .select('figures_json')
    .where('id', '=', shiftId)
    .executeTakeFirst();
  return row?.figures_json == null ? null : shiftFiguresSchema.parse(JSON.parse(row.figures_json));
}

export interface NotedCount {
  readonly shiftId: string;
  readonly moment: Tables['cash_count']['moment'];
  readonly countedSom: Som;
  readonly expectedSom: Som;
  /** Null where only the sum was typed. */
  readonly notes: CashCount | null;
  readonly toPersonId?: string | null;
}

/** Keeps a count of the drawer with its notes. */
export async function noteCount(
  { trx, actor, now }: Pick<WriteScope, 'trx' | 'actor' | 'now'>,
  { shiftId, moment, countedSom, expectedSom, notes, toPersonId = null }: NotedCount,
): Promise<void> {
  const last = await trx
    .selectFrom('cash_count')
    .select(({ fn }) => fn.max<number | null>('count_no').as('count_no'))
    .where('shift_id', '=', shiftId)
    .executeTakeFirst();
  await trx
    .insertInto('cash_count')
    .values({
      shift_id: shiftId,
      count_no: (last?.count_no ?? 0) + 1,
      moment,
      counted_som: countedSom,
      expected_som: expectedSom,
      notes_json: notes === null ? null : JSON.stringify(notes.filter(({ count }) => count > 0)),
      person_id: actor.personId,
      to_person_id: toPersonId,
      counted_at: now,
    })
    .execute();
}

/** How many questions about the drawer were refused in a shift. */
export async function refusedCounts(db: Kysely<Tables>, shiftId: string): Promise<number> {
  const row = await db
    .selectFrom('refused_count')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('shift_id', '=', shiftId)
    .executeTakeFirstOrThrow();
  return row.count;
}

export const insertRefusedCount = hotInsert('refused_count', [
  'id',
  'shift_id',
  'act',
  'amount_som',
  'person_id',
  'refused_at',
]);

/** A shift as lists show it. */
export interface ListedShift {
  readonly id: string;
  readonly number: number;
  readonly businessDay: BusinessDay;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  readonly openedByName: string;
  readonly closedByName: string | null;
  readonly differenceSom: Som | null;
  readonly isLate: boolean;
}

/** Shifts of a till, the newest first, below a number. */
export async function shiftsBefore(
  db: Kysely<Tables>,
  tillId: string,
  number: number,
  limit: number,
): Promise<readonly ListedShift[]> {
  const rows = await db
    .selectFrom('shift')
    .innerJoin('person as opener', 'opener.id', 'shift.opened_by')
    .leftJoin('person as closer', 'closer.id', 'shift.closed_by')
    .selectAll('shift')
    .select(['opener.name as opener_name', 'closer.name as closer_name'])
    .where('shift.till_id', '=', tillId)
    .where('shift.number', '<', number)
    .orderBy('shift.number', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    businessDay: row.business_day as BusinessDay,
    openedAt: row.opened_at as Instant,
    closedAt: row.closed_at as Instant | null,
    openedByName: row.opener_name,
    closedByName: row.closer_name,
    differenceSom: row.counted_som === null ? null : som(row.counted_som - (row.expected_som ?? 0)),
    isLate: row.closed_on !== null && row.closed_on > row.business_day,
  }));
}

/** Cash that moved in a shift beside its sales, the newest first. */
export async function cashMovesOf(db: Kysely<Tables>, shiftId: string) {
  const rows = await db
    .selectFrom('cash_move')
    .innerJoin('person', 'person.id', 'cash_move.person_id')
    .select([
      'cash_move.id',
      'cash_move.number',
      'cash_move.kind',
      'cash_move.amount_som',
      'cash_move.reason',
      'cash_move.moved_at',
      'person.name',
    ])
    .where('shift_id', '=', shiftId)
    .orderBy('cash_move.number', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    kind: row.kind,
    amountSom: som(row.amount_som),
    reason: row.reason,
    personName: row.name,
    movedAt: row.moved_at as Instant,
  }));
}
