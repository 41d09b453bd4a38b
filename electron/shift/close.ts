/** The verb shift.close: the drawer is counted blind, the difference is posted, and the cash leaves the drawer. */
import { Refusal } from '../../shared/errors.ts';
import { cashCountPosting, cashOutPosting } from '../../shared/ledger/otherPostings.ts';
import { subtractSom } from '../../shared/money.ts';
import { shiftContract } from '../../shared/shift/contract.ts';
import { documentOf } from '../document.ts';
import { post } from '../ledger/inTransaction.ts';
import { type WriteScope, writingVerb } from '../verb.ts';
import { currentShift, expectedCash } from './queries.ts';

/** Throws a Refusal (`BasketNotEmpty`) when a room above still has something open that belongs to the shift. */
export type BeforeClose = (scope: WriteScope) => Promise<void>;

/**
 * Closes the till's shift. Between shifts the drawer holds nothing: what was counted is posted to the cash outside the
 * till, and the next shift posts its own counted float, so that cash left in the drawer overnight is not counted twice.
 *
 * | drawer should hold | counted | drawer       | overShort | cashOutsideTill |
 * |--------------------|---------|--------------|-----------|-----------------|
 * | 350 000            | 349 000 | −1 000, then −349 000 | +1 000    | +349 000        |
 */
export const closeShift = (beforeClose: BeforeClose) =>
  writingVerb(shiftContract.close, async (scope, { countedSom }) => {
    const { trx, tillId, now } = scope;
    const shift = await currentShift(trx, tillId);
    if (shift === null) throw new Refusal('ShiftNotOpen');
    await beforeClose(scope);
    const expectedSom = await expectedCash(trx, tillId);
    const differenceSom = subtractSom(countedSom, expectedSom);

    await trx
      .updateTable('shift')
      .set({
        closed_at: now,
        closed_by: scope.actor.personId,
        counted_som: countedSom,
        expected_som: expectedSom,
      })
      .where('id', '=', shift.id)
      .execute();
    await post(trx, cashCountPosting(tillId, expectedSom, countedSom), causeOf(scope, shift.id, 'count'));
    await post(
      trx,
      cashOutPosting(tillId, countedSom, 'cashOutsideTill'),
      causeOf(scope, shift.id, 'collected'),
    );
    await scope.follow({
      ...documentOf(scope, 'shiftClosed', {
        shiftId: shift.id,
        number: shift.number,
        countedSom,
        expectedSom,
        differenceSom,
      }),
      id: shift.id,
    });
    scope.changed('shift');
    return { number: shift.number, expectedSom, differenceSom };
  });

function causeOf(scope: WriteScope, shiftId: string, reason: string) {
  return {
    id: scope.newId(),
    documentKind: 'shiftClosed',
    documentId: shiftId,
    businessDay: scope.businessDay,
    at: scope.now,
    reason,
  };
}
