/** Queues the slip of a return, and the drawer when cash is handed back, in the return's own transaction. */
import { type PaperToQueue, queueDrawer, queuePrint } from '../receipt/inTransaction.ts';
import { defaultPrinter } from '../receipt/queries.ts';
import { personOf } from '../staff/queries.ts';
import type { WriteScope } from '../verb.ts';
import type { DecidedReturn } from './decidedReturn.ts';
import type { LooseReturnRows } from './looseReturnQueries.ts';
import { looseReturnSlip, returnSlip } from './returnPaper.ts';
import { isOfExchange, type ReturnRows } from './returnQueries.ts';

export async function printReturn(
  scope: WriteScope,
  { sale }: DecidedReturn,
  rows: ReturnRows,
): Promise<void> {
  const cashierName = await cashierOf(scope);
  await printSlip(scope, {
    documentKind: 'goodsTakenBack',
    documentId: rows.back.id,
    blocks: returnSlip({ ...rows, sold: sale.rows, settings: scope.settings, cashierName }),
    movesCash: rows.tenders.some(({ kind, reference }) => kind === 'cash' && !isOfExchange(reference)),
  });
}

/** The same for goods without a receipt. */
export async function printLooseReturn(scope: WriteScope, rows: LooseReturnRows): Promise<void> {
  const cashierName = await cashierOf(scope);
  await printSlip(scope, {
    documentKind: 'goodsTakenBackLoose',
    documentId: rows.back.id,
    blocks: looseReturnSlip({ ...rows, settings: scope.settings, cashierName }),
    movesCash: rows.back.money_back === 'cash',
  });
}

async function cashierOf({ trx, actor }: WriteScope): Promise<string> {
  return (await personOf(trx, actor.personId))?.name ?? '';
}

async function printSlip(
  scope: WriteScope,
  slip: Pick<PaperToQueue, 'documentKind' | 'documentId' | 'blocks'> & { readonly movesCash: boolean },
): Promise<void> {
  const printer = await defaultPrinter(scope.trx);
  if (printer === null) return;
  const { movesCash, blocks, ...document } = slip;
  const target = { ...document, printerId: printer.id, at: scope.now };
  await queuePrint(scope.trx, { ...target, id: scope.newId(), purpose: 'original', copyNumber: 0, blocks });
  if (movesCash && printer.profile.drawerPin !== null) {
    await queueDrawer(scope.trx, { ...target, id: scope.newId() });
  }
}
