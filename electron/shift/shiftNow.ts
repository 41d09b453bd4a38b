/** The shift to which a note or a tick belongs: the open one, or the one that will be opened next. */
import type { Kysely } from 'kysely';
import { hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';

export interface ShiftNow {
  readonly number: number;
  readonly isOpen: boolean;
}

const lastShiftOfTill = hotQuery((db: Kysely<Tables>, value: { tillId: string }) =>
  db
    .selectFrom('shift')
    .select(['number', 'closed_at'])
    .where('till_id', '=', value.tillId)
    .orderBy('number', 'desc')
    .limit(1),
);

/** The open shift's number, else the number that the till's next shift will have: they have no gaps. */
export async function shiftNow(db: Kysely<Tables>, tillId: string): Promise<ShiftNow> {
  const last = await lastShiftOfTill.first(db, { tillId });
  if (last === undefined) return { number: 1, isOpen: false };
  return last.closed_at === null
    ? { number: last.number, isOpen: true }
    : { number: last.number + 1, isOpen: false };
}
