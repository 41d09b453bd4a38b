/** What the till finds out about printers by itself: which there are, and what one of them can tell. */
import type { Kysely } from 'kysely';
import { Refusal } from '../../shared/errors.ts';
import { receiptContract } from '../../shared/receipt/contract.ts';
import { type StatusCapability, statusCapabilities } from '../../shared/receipt/printers.ts';
import type { Tables } from '../database/tables.ts';
import type { PrintQueue } from '../parts.ts';
import { actingVerb, readingVerb, requireAllowed } from '../verb.ts';
import { probeStatus } from './connections/send.ts';
import { findPrinters, type Surroundings, thisPc } from './findPrinters.ts';
import { knownPrinter } from './verbsOfPrinters.ts';

/** What the set-up of printers asks of the staff and of the shell. */
export interface SetUpRooms {
  readonly hasOwner: (db: Kysely<Tables>) => Promise<boolean>;
  /** Whether the shell prints pictures through a driver. */
  readonly hasDriverPress: boolean;
}

/** Before a shop has an owner nobody can be logged in, and the first start already asks for its printer. */
export const foundPrinters = (rooms: SetUpRooms, where: Surroundings = thisPc) =>
  readingVerb(receiptContract.foundPrinters, async ({ db, actor }) => {
    if (await rooms.hasOwner(db)) requireAllowed(actor, 'receipt.manage');
    const { hasSpooler, ...found } = await findPrinters(where);
    return { ...found, hasDriver: rooms.hasDriverPress || hasSpooler };
  });

/** Far longer than any printer needs that answers at all. */
const probeMilliseconds = 30_000;

/** Refuses PrinterNotReached with a code of printState.ts: also a cover that is open, for then nothing can be learnt. */
export const probePrinter = (parts: { readonly printQueue: Pick<PrintQueue, 'inTurn'> }) =>
  actingVerb(receiptContract.probePrinter, async ({ db }, { printerId }) => {
    const { connection } = await knownPrinter(db, printerId);
    const answer = await parts.printQueue.inTurn(printerId, () =>
      probeStatus(connection, AbortSignal.timeout(probeMilliseconds)),
    );
    const status = statusCapabilities.find((each): each is StatusCapability => each === answer);
    if (status === undefined) throw new Refusal('PrinterNotReached', { reason: answer });
    return { status };
  });
