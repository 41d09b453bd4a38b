/** Lends rooms of one rank what they ask of each other, because they may not import each other. */

import { type LivePrinterConnection, placeOf } from '../shared/printerConnection.ts';
import type { Block } from '../shared/receipt/blocks.ts';
import { type PrinterProfileName, printerProfiles } from '../shared/receipt/printers.ts';
import type { BusinessDay, Instant } from '../shared/time.ts';
import { localTimeOf } from '../shared/time.ts';
import { lastLink } from './journal/queries.ts';
import { queuePrint, savePrinter } from './receipt/inTransaction.ts';
import { defaultPrinter, printTroubles } from './receipt/queries.ts';
import { secretPaper } from './receipt/secretPapers.ts';
import type { Neighbours } from './shop/neighbours.ts';
import { recoverySlip } from './shop/paper.ts';
import { prepareFirstPeople } from './staff/firstPeople.ts';
import { badgeSlip } from './staff/paper.ts';
import { hasOwner, permissionsIn, personOf } from './staff/queries.ts';
import type { WriteScope } from './verb.ts';

function profileNamed(name: string) {
  return printerProfiles[name as PrinterProfileName] ?? printerProfiles.epson80;
}

/** A printer is called after the place where it is reached until somebody gives it a better name. */
function nameFor(connection: LivePrinterConnection): string {
  const place = connection.kind === 'tcp' ? connection.host : placeOf(connection);
  return place.slice(-longestName);
}

const longestName = 60;

/** Queues a paper whose words the till forgets once it is out; false without a printer. */
async function printSecret(
  { trx, newId, now }: WriteScope,
  documentId: string,
  blocks: readonly Block[],
): Promise<boolean> {
  const printer = await defaultPrinter(trx);
  if (printer === null) return false;
  await queuePrint(trx, {
    id: newId(),
    documentKind: secretPaper,
    documentId,
    purpose: 'original',
    copyNumber: 0,
    printerId: printer.id,
    blocks,
    at: now,
  });
  return true;
}

export const neighbours: Neighbours = {
  hasOwner,
  personOf,
  permissionsIn,
  prepareFirstPeople,
  addFirstPrinter: (scope, printer) =>
    savePrinter(scope.trx, {
      id: scope.newId(),
      name: nameFor(printer.connection),
      connection: printer.connection,
      // Nobody has asked it yet what it can tell.
      profile: { ...profileNamed(printer.profile), status: 'none' },
      isDefault: true,
      at: scope.now,
    }),
  printRecoveryCode: async (scope, slip) => {
    const { day } = localTimeOf(scope.now, scope.settings.timeZone);
    await printSecret(scope, slip.codeId, recoverySlip({ ...slip, day }));
  },
  printBadge: (scope, slip) => printSecret(scope, slip.badgeId, badgeSlip(slip)),
  printerTrouble: async (db) => {
    const printer = await defaultPrinter(db);
    if (printer === null || printer.connection.kind === 'none') return 'NoPrinter';
    const { problem } = await printTroubles(db);
    return problem === null ? null : problem.reason || problem.state;
  },
  lastDocument: async (db, tillId) => {
    const last = await lastLink(db, tillId);
    if (last === undefined) return null;
    return { writtenAt: last.written_at as Instant, businessDay: last.business_day as BusinessDay };
  },
};
