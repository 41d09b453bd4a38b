/** Queues the paper of a gift card or a debt on the receipt printer, and the drawer when cash moved. */
import type { DocumentKind } from '../../shared/journal/document.ts';
import type { Block } from '../../shared/receipt/blocks.ts';
import type { PrintQueue } from '../parts.ts';
import { queueDrawer, queuePrint } from '../receipt/inTransaction.ts';
import { defaultPrinter } from '../receipt/queries.ts';
import type { WriteScope } from '../verb.ts';

export interface PrintingParts {
  readonly printQueue: Pick<PrintQueue, 'wake'>;
}

export interface SlipToPrint {
  readonly documentKind: DocumentKind;
  readonly documentId: string;
  readonly blocks: readonly Block[];
  readonly movesCash: boolean;
}

/** Whether there was a printer; a shop without one goes on without paper. */
export async function printSlip(
  scope: WriteScope,
  { printQueue }: PrintingParts,
  { documentKind, documentId, blocks, movesCash }: SlipToPrint,
): Promise<boolean> {
  const printer = await defaultPrinter(scope.trx);
  if (printer === null) return false;
  const target = { documentKind, documentId, printerId: printer.id, at: scope.now };
  await queuePrint(scope.trx, {
    ...target,
    id: scope.newId(),
    purpose: 'original',
    copyNumber: 0,
    blocks,
  });
  if (movesCash && printer.profile.drawerPin !== null) {
    await queueDrawer(scope.trx, { ...target, id: scope.newId() });
  }
  scope.changed('receipt');
  scope.afterCommit(printQueue.wake);
  return true;
}
