/** The verb shift.open: a till sells only in an open shift, which begins with the float that was counted into the drawer. */
import { Refusal } from '../../shared/errors.ts';
import { cashInPosting } from '../../shared/ledger/otherPostings.ts';
import { zeroSom } from '../../shared/money.ts';
import { shiftContract } from '../../shared/shift/contract.ts';
import { documentOf } from '../document.ts';
import { lastLink } from '../journal/queries.ts';
import { post } from '../ledger/inTransaction.ts';
import { numberAfter } from '../shop/inTransaction.ts';
import { type WriteScope, writingVerb } from '../verb.ts';
import { requireNotesSum } from './counting.ts';
import { shownShift } from './current.ts';
import { currentShift, noteCount, type OpenShift } from './queries.ts';

export const openShift = writingVerb(shiftContract.open, async (scope, { floatSom, notes }) => {
  const { trx, tillId, now, actor, businessDay } = scope;
  if ((await currentShift(trx, tillId)) !== null) throw new Refusal('ShiftAlreadyOpen');
  requireNotesSum(floatSom, notes);

  const shift: OpenShift = {
    id: scope.newId(),
    number: await numberAfter(trx, tillId, 'shift'),
    businessDay,
    openedAt: now,
    openedBy: actor.personId,
    floatSom,
  };
  await insertShift(scope, shift);
  await noteCount(scope, {
    shiftId: shift.id,
    moment: 'opening',
    countedSom: floatSom,
    expectedSom: floatSom,
    notes,
  });
  await post(trx, cashInPosting(tillId, floatSom), {
    id: scope.newId(),
    documentKind: 'shiftOpened',
    documentId: shift.id,
    businessDay,
    at: now,
    reason: 'float',
  });
  await scope.follow({
    ...documentOf(scope, 'shiftOpened', { shiftId: shift.id, number: shift.number, floatSom }),
    id: shift.id,
  });
  scope.changed('shift');
  const sales = { receipts: 0, netSom: zeroSom };
  return { shift: await shownShift(trx, shift, { tillId, actor, today: businessDay, sales }) };
});

/** What follows the journal's last link belongs to the shift, whatever the clock says later. */
async function insertShift({ trx, tillId }: WriteScope, shift: OpenShift): Promise<void> {
  const last = await lastLink(trx, tillId);
  await trx
    .insertInto('shift')
    .values({
      id: shift.id,
      till_id: tillId,
      number: shift.number,
      business_day: shift.businessDay,
      opened_at: shift.openedAt,
      opened_by: shift.openedBy,
      float_som: shift.floatSom,
      opened_sequence: last?.sequence ?? 0,
    })
    .execute();
}
