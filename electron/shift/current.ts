/** The verb shift.current: the open shift of this till with its figures, or what was counted when the last one closed. */
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { Som } from '../../shared/money.ts';
import { shiftContract, type shiftSchema } from '../../shared/shift/contract.ts';
import type { Tables } from '../database/tables.ts';
import { namesOf } from '../staff/queries.ts';
import { readingVerb } from '../verb.ts';
import { currentShift, expectedCash, lastCounted, type OpenShift } from './queries.ts';

/** The finished sales of a shift, told by the room above that owns them. */
export type SalesOfShift = (
  db: Kysely<Tables>,
  shiftId: string,
) => Promise<{ readonly receipts: number; readonly netSom: Som }>;

export const currentShiftVerb = (salesOfShift: SalesOfShift) =>
  readingVerb(shiftContract.current, async ({ db, tillId }) => {
    const shift = await currentShift(db, tillId);
    if (shift === null) return { shift: null, lastCountedSom: await lastCounted(db, tillId) };
    return {
      shift: await shownShift(db, tillId, shift, await salesOfShift(db, shift.id)),
      lastCountedSom: null,
    };
  });

/** A shift as the contract shows it. */
export async function shownShift(
  db: Kysely<Tables>,
  tillId: string,
  shift: OpenShift,
  sales: { readonly receipts: number; readonly netSom: Som },
): Promise<z.input<typeof shiftSchema>> {
  const names = await namesOf(db, [shift.openedBy]);
  return {
    id: shift.id,
    number: shift.number,
    businessDay: shift.businessDay,
    openedAt: shift.openedAt,
    openedByName: names.get(shift.openedBy) ?? '',
    floatSom: shift.floatSom,
    ...sales,
    expectedCashSom: await expectedCash(db, tillId),
  };
}
