/** What every count of the drawer goes through: the notes come to the sum, and nobody gropes for what should be there. */
import type { AnyContractProcedure } from '@orpc/contract';
import type { Actor } from '../../shared/actor.ts';
import { Refusal } from '../../shared/errors.ts';
import type { Som } from '../../shared/money.ts';
import { sumOfNotes } from '../../shared/shift/cashCount.ts';
import { mostRefusedCounts } from '../../shared/shift/closing.ts';
import type { CashCount } from '../../shared/shift/figures.ts';
import { may } from '../../shared/staff/permissions.ts';
import type { Tables } from '../database/tables.ts';
import { transact } from '../database/transact.ts';
import { secondPerson } from '../staff/inTransaction.ts';
import type { ReadScope, VerbImplementation, WriteScope } from '../verb.ts';
import { currentShift, insertRefusedCount, refusedCounts } from './queries.ts';

/** Whoever may not see what the drawer should hold counts it blind. */
export function isBlind(actor: Actor | null): boolean {
  return actor === null || !may(actor, 'shift.x');
}

/** Throws CountWrong, with what the notes come to, where they are not the sum that was typed. */
export function requireNotesSum(countedSom: Som, notes: CashCount | null): void {
  if (notes === null) return;
  const notesSom = sumOfNotes(notes);
  if (notesSom !== countedSom) throw new Refusal('CountWrong', { notesSom });
}

/** Throws SecondPersonNeeded after so many refusals in a shift: only somebody who may know what is there goes on. */
export async function requireFewRefusals(scope: WriteScope, shiftId: string): Promise<void> {
  if (!isBlind(scope.actor)) return;
  if ((await refusedCounts(scope.trx, shiftId)) >= mostRefusedCounts) await secondPerson(scope, 'shift.x');
}

interface Groped {
  readonly act: Tables['refused_count']['act'];
  /** The refusals that tell a little of what the drawer should hold. */
  readonly codes: readonly string[];
  readonly amountOf: (input: unknown) => number;
}

/** The same verb, which remembers every such refusal: that one is rolled back with everything else its act wrote. */
export function countingRefusals<P extends AnyContractProcedure>(
  verb: VerbImplementation<P>,
  { act, codes, amountOf }: Groped,
): VerbImplementation<P> {
  return {
    ...verb,
    run: async (till, context, input, signal) => {
      try {
        return await verb.run(till, context, input, signal);
      } catch (error) {
        if (error instanceof Refusal && codes.includes(error.code)) {
          await noteRefused(await till.readScope(context), act, amountOf(input));
        }
        throw error;
      }
    },
  };
}

/** What somebody may know anyway they need not grope for. */
async function noteRefused(
  { db, actor, tillId, now, newId }: ReadScope,
  act: Groped['act'],
  amountSom: number,
): Promise<void> {
  const shift = await currentShift(db, tillId);
  if (shift === null || actor === null || !isBlind(actor)) return;
  await transact(db, (trx) =>
    insertRefusedCount.one(trx, {
      id: newId(),
      shift_id: shift.id,
      act,
      amount_som: amountSom,
      person_id: actor.personId,
      refused_at: now,
    }),
  );
}
