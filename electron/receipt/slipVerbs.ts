/** Slips that show how a printer prints: the test slip and the calibration slip, and the drawer tried out pin by pin. */
import type { Block } from '../../shared/receipt/blocks.ts';
import { calibrationSlip } from '../../shared/receipt/calibration.ts';
import { receiptContract } from '../../shared/receipt/contract.ts';
import { testSlip } from '../../shared/receipt/testSlip.ts';
import { documentOf } from '../document.ts';
import type { PrintQueue } from '../parts.ts';
import { type WriteScope, writingVerb } from '../verb.ts';
import { queueDrawer, queuePrint } from './inTransaction.ts';
import { knownPrinter } from './verbsOfPrinters.ts';

interface Parts {
  readonly printQueue: Pick<PrintQueue, 'wake'>;
}

export const printTestSlip = (parts: Parts) =>
  writingVerb(receiptContract.printTestSlip, async (scope, { printerId }) => {
    const { profile } = await knownPrinter(scope.trx, printerId);
    return {
      jobId: await queueSlip(scope, parts, { printerId, kind: 'testSlip', blocks: testSlip(profile) }),
    };
  });

export const printCalibration = (parts: Parts) =>
  writingVerb(receiptContract.printCalibration, async (scope, { printerId }) => {
    await knownPrinter(scope.trx, printerId);
    const slip = { printerId, kind: 'calibrationSlip', blocks: calibrationSlip() } as const;
    return { jobId: await queueSlip(scope, parts, slip) };
  });

async function queueSlip(
  scope: WriteScope,
  parts: Parts,
  slip: {
    readonly printerId: string;
    readonly kind: 'testSlip' | 'calibrationSlip';
    readonly blocks: readonly Block[];
  },
): Promise<string> {
  const jobId = scope.newId();
  await queuePrint(scope.trx, {
    id: jobId,
    documentKind: slip.kind,
    documentId: jobId,
    purpose: 'test',
    copyNumber: 0,
    printerId: slip.printerId,
    blocks: slip.blocks,
    at: scope.now,
  });
  scope.changed('receipt');
  scope.afterCommit(() => parts.printQueue.wake());
  return jobId;
}

/** Opening the drawer without a sale is money in reach: the journal says who did it. */
export const tryDrawer = (parts: Parts) =>
  writingVerb(receiptContract.tryDrawer, async (scope, { printerId, pin }) => {
    await knownPrinter(scope.trx, printerId);
    const jobId = scope.newId();
    await queueDrawer(scope.trx, {
      id: jobId,
      documentKind: 'drawerTried',
      documentId: jobId,
      printerId,
      pin,
      at: scope.now,
    });
    await scope.follow(documentOf(scope, 'drawerTried', { printerId, pin }));
    scope.changed('receipt');
    scope.afterCommit(() => parts.printQueue.wake());
    return { jobId };
  });
