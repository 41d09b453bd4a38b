/** The verb shift.open: a till sells only in an open shift, which begins with the float that was counted into the drawer. */
import { Refusal } from '../../shared/errors.ts';
import { cashInPosting } from '../../shared/ledger/otherPostings.ts';
import { zeroSom } from '../../shared/money.ts';
import { shiftContract } from '../../shared/shift/contract.ts';
import { documentOf } from '../document.ts';
import { post } from '../ledger/inTransaction.ts';
import { numberAfter } from '../shop/inTransaction.ts';
import { writingVerb } from '../verb.ts';
import { shownShift } from './current.ts';
import { currentShift, type OpenShift } from './queries.ts';

export const openShift = writingVerb(shiftContract.open, async (scope, { floatSom }) => {
  const { trx, tillId, now, actor, businessDay } = scope;
  if ((await currentShift(trx, tillId)) !== null) throw new Refusal('ShiftAlreadyOpen');

  const shift: OpenShift = {
    id: scope.newId(),
    number: await numberAfter(trx, tillId, 'shift'),
    businessDay,
    openedAt: now,
    openedBy: actor.personId,
    floatSom,
  };

  await trx
    .insertInto('shift')
    .values({
      id: shift.id,
      till_id: tillId,
      number: shift.number,
      business_day: businessDay,
      opened_at: now,
      opened_by: actor.personId,
      float_som: floatSom,
    })
    .execute();
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
  return { shift: await shownShift(trx, tillId, shift, { receipts: 0, netSom: zeroSom }) };
});
