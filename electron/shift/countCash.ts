/** The verbs shift.countCash and openDrawer: a look into the drawer between its opening and its end. */
import { Refusal } from '../../shared/errors.ts';
import { subtractSom } from '../../shared/money.ts';
import { shiftContract } from '../../shared/shift/contract.ts';
import { documentOf } from '../document.ts';
import { queueDrawer } from '../receipt/inTransaction.ts';
import { defaultPrinter } from '../receipt/queries.ts';
import { personOf } from '../staff/queries.ts';
import { writingVerb } from '../verb.ts';
import { isBlind, requireNotesSum } from './counting.ts';
import type { PrintingParts } from './printShift.ts';
import { currentShift, expectedCash, noteCount } from './queries.ts';

/** Nothing is posted: what the count found is told in the shift's report, and made good when the shift is closed. */
export const countCash = writingVerb(shiftContract.countCash, async (scope, input) => {
  const { trx, tillId, actor } = scope;
  const { countedSom, notes, toPersonId } = input;
  const shift = await currentShift(trx, tillId);
  if (shift === null) throw new Refusal('ShiftNotOpen');
  requireNotesSum(countedSom, notes);
  if (toPersonId !== null && (await personOf(trx, toPersonId)) === undefined) {
    throw new Refusal('NotFound', { what: 'person' });
  }
  const expectedSom = await expectedCash(trx, tillId);
  const differenceSom = subtractSom(countedSom, expectedSom);
  await noteCount(scope, {
    shiftId: shift.id,
    moment: 'handOver',
    countedSom,
    expectedSom,
    notes,
    toPersonId,
  });
  await scope.follow(
    documentOf(scope, 'cashCounted', { shift: shift.id, countedSom, differenceSom, toPerson: toPersonId }),
  );
  scope.changed('shift');
  return { differenceSom: isBlind(actor) ? null : differenceSom };
});

/** Opens the drawer without a sale, with a reason; how often is a figure of the shift. */
export const openDrawer = (parts: PrintingParts) =>
  writingVerb(shiftContract.openDrawer, async (scope, { reason }) => {
    const { trx, tillId, actor, now } = scope;
    const shift = await currentShift(trx, tillId);
    if (shift === null) throw new Refusal('ShiftNotOpen');
    const printer = await defaultPrinter(trx);
    if (printer === null || printer.profile.drawerPin === null) throw new Refusal('NoPrinter');
    const document = documentOf(scope, 'drawerOpened', { shift: shift.id });
    await trx
      .insertInto('drawer_opening')
      .values({
        id: document.id,
        shift_id: shift.id,
        reason,
        person_id: actor.personId,
        opened_at: now,
      })
      .execute();
    await queueDrawer(trx, {
      id: scope.newId(),
      documentKind: document.kind,
      documentId: document.id,
      printerId: printer.id,
      at: now,
    });
    await scope.follow(document);
    scope.changed('shift', 'receipt');
    scope.afterCommit(parts.printQueue.wake);
    return {};
  });
