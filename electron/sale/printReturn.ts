/** Queues the slip of a return, and the drawer when cash is handed back, in the return's own transaction. */
import { queueDrawer, queuePrint } from '../receipt/inTransaction.ts';
import { defaultPrinter } from '../receipt/queries.ts';
import { personOf } from '../staff/queries.ts';
import type { WriteScope } from '../verb.ts';
import type { DecidedReturn } from './decidedReturn.ts';
import { returnSlip } from './returnPaper.ts';
import type { ReturnRows } from './returnQueries.ts';

export async function printReturn(
  scope: WriteScope,
  { sale }: DecidedReturn,
  rows: ReturnRows,
): Promise<void> {
  const printer = await defaultPrinter(scope.trx);
  if (printer === null) return;
  const person = await personOf(scope.trx, scope.actor.personId);
  const target = {
    documentKind: 'goodsTakenBack',
    documentId: rows.back.id,
    printerId: printer.id,
    at: scope.now,
  };
  await queuePrint(scope.trx, {
    ...target,
    id: scope.newId(),
    purpose: 'original',
    copyNumber: 0,
    blocks: returnSlip({
      ...rows,
      sold: sale.rows,
      settings: scope.settings,
      cashierName: person?.name ?? '',
    }),
  });
  if (rows.tenders.some(({ kind }) => kind === 'cash') && printer.profile.drawerPin !== null) {
    await queueDrawer(scope.trx, { ...target, id: scope.newId() });
  }
}
