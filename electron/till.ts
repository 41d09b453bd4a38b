/** Wires database, clock, ids, devices, rooms, followers and timers into one till behind one router. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { topics } from '../shared/shop/contract.ts';
import type { Language } from '../shared/text.ts';
import { type Instant, instantFromMilliseconds } from '../shared/time.ts';
import { createChanges } from './changes.ts';
import { claimDataDirectory, dataDirectory as filesOf } from './database/dataDirectory.ts';
import { createDemoSwitch } from './demoSwitch.ts';
import type { DriverPress } from './driverPress.ts';
import type { Random } from './ids.ts';
import { createLog } from './log.ts';
import { demoDirectory, type OpenShop, openShop } from './openShop.ts';
import type { Shell, TillParts } from './parts.ts';
import type { PdfPress } from './pdfPress.ts';
import { createRouter, type TillRouter } from './router.ts';
import { createSessions } from './sessions.ts';
import { startTimers } from './timers.ts';
import { createTrainingSwitch } from './trainingSwitch.ts';
import type { CallContext, VerbHost } from './verb.ts';

export interface OpenTillOptions {
  readonly dataDirectory: string;
  readonly shell: Shell;
  /** Which build of the screens belongs to this till. */
  readonly build?: string;
  readonly language?: Language | undefined;
  /** Start in the demo shop, making it first when it is not there. */
  readonly demo?: boolean;
  readonly clock?: () => Instant;
  readonly random?: Random;
  /** How this shell makes PDFs. */
  readonly pdfPress?: PdfPress;
  /** How this shell prints pages through a driver. */
  readonly driverPress?: DriverPress;
}

export interface Till {
  readonly router: TillRouter;
  /** The context of one window's calls. The key names the window across reloads of its page. */
  readonly context: (client: { readonly key: string }) => CallContext;
  /** The shop that is open now, for tests and runners. */
  readonly host: () => VerbHost;
  readonly parts: TillParts;
  readonly close: () => Promise<void>;
}

/**
 * Opens the till on a data directory. Throws DataDirectoryBusy when another till runs there and DatabaseProblem, with
 * a code of its own for every cause, when the file cannot be used.
 */
export async function openTill(options: OpenTillOptions): Promise<Till> {
  const { clock, random } = worldOf(options);
  const claim = claimDataDirectory(options.dataDirectory);
  const log = createLog(options.dataDirectory, clock);
  const changes = createChanges();
  const sessions = createSessions();
  const open = (directory: string) =>
    openShop({
      directory,
      durability: 'full',
      clock,
      random,
      personIdOf: sessions.personIdOf,
      driverPress: options.driverPress ?? null,
      announce: changes.announce,
      note: log.note,
    });
  const hasDemo = existsSync(filesOf(demoDirectory(options.dataDirectory)).databaseFile);
  const first = hasDemo ? demoDirectory(options.dataDirectory) : options.dataDirectory;
  let shop: OpenShop = await openOrRelease(() => open(first), claim.release);
  const switching = {
    dataDirectory: options.dataDirectory,
    clock,
    random,
    current: () => shop,
    replace: async (directory: string) => {
      await openInstead(shop, directory, open, (next) => {
        shop = next;
      });
      changes.announce(topics);
    },
    note: log.note,
  };
  const demo = createDemoSwitch(switching);
  const parts: TillParts = {
    database: () => shop.database,
    clock,
    random,
    shell: options.shell,
    build: options.build ?? 'source',
    language: options.language ?? null,
    dataDirectory: options.dataDirectory,
    backupDirectory: filesOf(options.dataDirectory).backupDirectory,
    sessions,
    changes,
    printQueue: printQueueOf(() => shop),
    journal: journalOf(() => shop),
    erasing: () => shop.erasing,
    pdfPress: options.pdfPress ?? null,
    demo,
    training: createTrainingSwitch(switching),
    note: log.note,
  };
  if (options.demo && !hasDemo) await demo.open(options.language ?? 'uz');
  const stopTimers = startTimers({ host: () => shop.host, database: parts.database, clock, note: log.note });
  return {
    router: createRouter(parts, () => shop.host),
    context: ({ key }) => ({ key }),
    host: () => shop.host,
    parts,
    close: async () => {
      stopTimers();
      await options.pdfPress?.close();
      await demo.settle();
      await shop.close();
      claim.release();
    },
  };
}

/** The PC's own clock and chance, where nobody lent others. */
function worldOf(options: OpenTillOptions): Pick<TillParts, 'clock' | 'random'> {
  return {
    clock: options.clock ?? (() => instantFromMilliseconds(Date.now())),
    random: options.random ?? ((byteCount) => randomBytes(byteCount)),
  };
}

/** Closes a shop and opens another. The till is never left without one: where the other cannot be opened, the first is again. */
async function openInstead(
  shop: OpenShop,
  directory: string,
  open: (directory: string) => Promise<OpenShop>,
  isOpen: (shop: OpenShop) => void,
): Promise<void> {
  const before = dirname(shop.database.file);
  await shop.close();
  try {
    isOpen(await open(directory));
  } catch (error) {
    isOpen(await open(before));
    throw error;
  }
}

/** The papers of whichever shop is open. */
function printQueueOf(shop: () => OpenShop): TillParts['printQueue'] {
  return {
    wake: () => shop().printQueue.wake(),
    inTurn: (printerId, task) => shop().printQueue.inTurn(printerId, task),
    settle: () => shop().printQueue.settle(),
    stop: () => shop().printQueue.stop(),
  };
}

/** The journal of whichever shop is open. */
function journalOf(shop: () => OpenShop): TillParts['journal'] {
  return {
    settle: () => shop().journal.settle(),
    isSecondSound: () => shop().journal.isSecondSound(),
  };
}

async function openOrRelease(open: () => Promise<OpenShop>, release: () => void): Promise<OpenShop> {
  try {
    return await open();
  } catch (error) {
    release();
    throw error;
  }
}
