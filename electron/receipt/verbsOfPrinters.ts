/** The shop's printers: their list, a new one or a changed one, and the slip that shows whether it fits. */
import { Refusal } from '../../shared/errors.ts';
import { receiptContract } from '../../shared/receipt/contract.ts';
import { testSlip } from '../../shared/receipt/testSlip.ts';
import { documentOf } from '../document.ts';
import type { TillParts } from '../parts.ts';
import { readingVerb, type WriteScope, writingVerb } from '../verb.ts';
import { savePrinter as keepPrinter, queuePrint } from './inTransaction.ts';
import { type Printer, printerById, printers as printersOf } from './queries.ts';

export const printers = readingVerb(receiptContract.printers, async (scope) => ({
  printers: (await printersOf(scope.db)).map(shown),
}));

/** A null `printerId` adds one. The first printer is the one that receipts go to. */
export const savePrinter = writingVerb(receiptContract.savePrinter, async (scope, input) => {
  const { name, connection, profile } = input;
  const before = input.printerId === null ? null : await knownPrinter(scope, input.printerId);
  const id = before?.id ?? scope.newId();
  const isDefault = before?.isDefault ?? (await printersOf(scope.trx)).length === 0;
  await keepPrinter(scope.trx, { id, name, connection, profile, isDefault, at: scope.now });
  // Where a printer is reached may be a person's folder or PC: the journal keeps the kind only.
  await scope.follow(
    documentOf(scope, 'printerSaved', { printerId: id, connection: connection.kind, isNew: before === null }),
  );
  scope.changed('receipt');
  return { printer: { id, name, connection, profile } };
});

export const printTestSlip = (parts: Pick<TillParts, 'printQueue'>) =>
  writingVerb(receiptContract.printTestSlip, async (scope, { printerId }) => {
    const { profile } = await knownPrinter(scope, printerId);
    const jobId = scope.newId();
    await queuePrint(scope.trx, {
      id: jobId,
      documentKind: 'testSlip',
      documentId: jobId,
      purpose: 'test',
      copyNumber: 0,
      printerId,
      blocks: testSlip(profile),
      at: scope.now,
    });
    scope.changed('receipt');
    scope.afterCommit(() => parts.printQueue.wake());
    return { jobId };
  });

async function knownPrinter(scope: WriteScope, printerId: string): Promise<Printer> {
  const printer = await printerById(scope.trx, printerId);
  if (printer === null) throw new Refusal('NotFound', { what: 'printer' });
  return printer;
}

function shown({ id, name, connection, profile }: Printer) {
  return { id, name, connection, profile };
}
