/** Queues the papers of the shift on the receipt printer, and the drawer with those that move cash. */
import type { Block } from '../../shared/receipt/blocks.ts';
import type { PrintQueue } from '../parts.ts';
import { queueDrawer, queuePrint } from '../receipt/inTransaction.ts';
import { defaultPrinter, type Printer } from '../receipt/queries.ts';
import { personOf } from '../staff/queries.ts';
import type { WriteScope } from '../verb.ts';
import type { ShiftPaperHead } from './paper.ts';

export interface PrintingParts {
  readonly printQueue: Pick<PrintQueue, 'wake'>;
}

export interface ShiftPaper {
  readonly documentKind: string;
  readonly documentId: string;
  readonly blocks: readonly Block[];
  readonly opensDrawer?: boolean;
  /** Of a copy; 0 and left out for the original. */
  readonly copyNumber?: number;
}

/** Everything the shift prints is for the shop, so in the shop's own language. */
export async function paperHead({ trx, actor, settings, now }: WriteScope): Promise<ShiftPaperHead> {
  const person = await personOf(trx, actor.personId);
  return { language: settings.language, settings, personName: person?.name ?? '', at: now };
}

/** The printer, or null in a shop without one, which goes on without paper. */
export async function printShiftPaper(
  scope: WriteScope,
  { printQueue }: PrintingParts,
  { documentKind, documentId, blocks, opensDrawer = false, copyNumber = 0 }: ShiftPaper,
): Promise<Printer | null> {
  const printer = await defaultPrinter(scope.trx);
  if (printer === null) return null;
  const target = { documentKind, documentId, printerId: printer.id, at: scope.now };
  await queuePrint(scope.trx, {
    ...target,
    id: scope.newId(),
    purpose: copyNumber === 0 ? 'original' : 'copy',
    copyNumber,
    blocks,
  });
  if (opensDrawer && printer.profile.drawerPin !== null) {
    await queueDrawer(scope.trx, { ...target, id: scope.newId() });
  }
  scope.changed('receipt');
  scope.afterCommit(printQueue.wake);
  return printer;
}
