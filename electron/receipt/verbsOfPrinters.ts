/** The shop's printers: their list, a new one or a changed one, the one that receipts go to, and putting one away. */
import type { Kysely } from 'kysely';
import { Refusal } from '../../shared/errors.ts';
import { receiptContract } from '../../shared/receipt/contract.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import { readingVerb, writingVerb } from '../verb.ts';
import { savePrinter as keepPrinter, makeDefaultPrinter, putPrinterAway } from './inTransaction.ts';
import { openPapers, type Printer, printerInUse, printers as printersOf } from './queries.ts';

export const printers = readingVerb(receiptContract.printers, async (scope) => ({
  printers: [...(await printersOf(scope.db))],
}));

/** A null `printerId` adds one. The first printer is the one that receipts go to. */
export const savePrinter = writingVerb(receiptContract.savePrinter, async (scope, input) => {
  const { name, connection, profile } = input;
  const before = input.printerId === null ? null : await knownPrinter(scope.trx, input.printerId);
  const id = before?.id ?? scope.newId();
  const isDefault = before?.isDefault ?? (await printersOf(scope.trx)).length === 0;
  await keepPrinter(scope.trx, { id, name, connection, profile, isDefault, at: scope.now });
  // Where a printer is reached may be a person's folder or PC: the journal keeps the kind only.
  await scope.follow(
    documentOf(scope, 'printerSaved', { printerId: id, connection: connection.kind, isNew: before === null }),
  );
  scope.changed('receipt');
  return { printer: { id, name, connection, profile, isDefault } };
});

export const makeDefault = writingVerb(receiptContract.makeDefault, async (scope, { printerId }) => {
  const printer = await knownPrinter(scope.trx, printerId);
  if (printer.isDefault) return {};
  await makeDefaultPrinter(scope.trx, printerId);
  await scope.follow(documentOf(scope, 'printerMadeDefault', { printerId }));
  scope.changed('receipt');
  return {};
});

/**
 * Refuses PrinterHasWork while a paper of it is not settled: it would wait for a printer that nobody sees any more. Receipts
 * then go to the first of the others, in the order of the list, or nowhere.
 */
export const removePrinter = writingVerb(receiptContract.removePrinter, async (scope, { printerId }) => {
  const printer = await knownPrinter(scope.trx, printerId);
  const waiting = await openPapers(scope.trx, printerId);
  if (waiting > 0) throw new Refusal('PrinterHasWork', { waiting });
  await putPrinterAway(scope.trx, printerId);
  const heir = printer.isDefault ? ((await printersOf(scope.trx))[0] ?? null) : null;
  if (heir !== null) await makeDefaultPrinter(scope.trx, heir.id);
  await scope.follow(documentOf(scope, 'printerRemoved', { printerId, newDefaultId: heir?.id ?? null }));
  scope.changed('receipt');
  return {};
});

/** A printer in use; throws NotFound for an unknown one and for one that was put away. */
export async function knownPrinter(db: Kysely<Tables>, printerId: string): Promise<Printer> {
  const printer = await printerInUse(db, printerId);
  if (printer === null) throw new Refusal('NotFound', { what: 'printer' });
  return printer;
}
