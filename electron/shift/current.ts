/** The verb shift.current: the open shift of this till with its figures, or what was counted when the last one closed. */
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { Actor } from '../../shared/actor.ts';
import type { Som } from '../../shared/money.ts';
import { shiftContract, type shiftSchema } from '../../shared/shift/contract.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { businessDayNow } from '../businessDay.ts';
import type { Tables } from '../database/tables.ts';
import { namesOf } from '../staff/queries.ts';
import { readingVerb } from '../verb.ts';
import { isBlind } from './counting.ts';
import { currentShift, expectedCash, lastCounted, type OpenShift } from './queries.ts';

/** The finished sales of a shift, told by the room above that owns them. */
export type SalesOfShift = (
  db: Kysely<Tables>,
  shiftId: string,
) => Promise<{ readonly receipts: number; readonly netSom: Som }>;

export const currentShiftVerb = (salesOfShift: SalesOfShift) =>
  readingVerb(shiftContract.current, async (scope) => {
    const { db, tillId, actor } = scope;
    const shift = await currentShift(db, tillId);
    if (shift === null) return { shift: null, lastCountedSom: await lastCounted(db, tillId) };
    return {
      shift: await shownShift(db, shift, {
        tillId,
        actor,
        today: await businessDayNow(db, scope),
        sales: await salesOfShift(db, shift.id),
      }),
      lastCountedSom: null,
    };
  });

interface ShownTo {
  readonly tillId: string;
  readonly actor: Actor | null;
  readonly today: BusinessDay;
  readonly sales: { readonly receipts: number; readonly netSom: Som };
}

/** A shift as the contract shows it: who counts blind sees neither the cash nor the sum that would tell it. */
export async function shownShift(
  db: Kysely<Tables>,
  shift: OpenShift,
  { tillId, actor, today, sales }: ShownTo,
): Promise<z.input<typeof shiftSchema>> {
  const names = await namesOf(db, [shift.openedBy]);
  const blind = isBlind(actor);
  return {
    id: shift.id,
    number: shift.number,
    businessDay: shift.businessDay,
    openedAt: shift.openedAt,
    openedByName: names.get(shift.openedBy) ?? '',
    floatSom: shift.floatSom,
    receipts: sales.receipts,
    netSom: blind ? null : sales.netSom,
    expectedCashSom: blind ? null : await expectedCash(db, tillId),
    isForgotten: shift.businessDay < today,
  };
}
