/** A shop that prints on four bad printers at once, with a till that dies and a person who looks at every doubtful paper. */
import { type SeededRandom, seededRandom } from '../../electron/command/seededRandom.ts';
import { transact } from '../../electron/database/transact.ts';
import { queueDrawer, queuePrint, savePrinter } from '../../electron/receipt/inTransaction.ts';
import { printerProfiles, type StatusCapability } from '../../shared/receipt/printers.ts';
import { type Instant, instantFromMilliseconds } from '../../shared/time.ts';
import { roomWorld } from '../electron/roomWorld.ts';
import { type Fault, faults, startFaultyPrinter } from '../receipt/faultyPrinter.ts';
import type { BadPrinter, PrintingFacts } from './printingFacts.ts';
import { type PrintingPerson, printingPerson } from './printingPerson.ts';
import { type PrintingTill, printingTill } from './printingTill.ts';

/** What each printer was learnt to tell at its set-up. */
const statuses: readonly StatusCapability[] = ['processId', 'paperInTurn', 'realTime', 'none'];

export interface PrintingShop extends PrintingFacts {
  readonly till: PrintingTill;
  readonly person: PrintingPerson;
  readonly sell: (number: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Two of three connections are good; the rest are spread over what can go wrong. */
function faultsFrom(random: SeededRandom, drawn: readonly Fault[]): () => Fault {
  return () => (random.chance(0.66) ? 'none' : random.oneOf(drawn));
}

async function startPrinters(
  seed: number,
  drawn: readonly Fault[],
  newId: () => string,
): Promise<readonly BadPrinter[]> {
  return Promise.all(
    statuses.map(async (status, index) => {
      // Each printer draws for itself, so that which of them is asked first changes nothing.
      const random = seededRandom(seed * 31 + index);
      const printer = await startFaultyPrinter({
        nextFault: faultsFrom(random, drawn),
        // Up to the last line of the shortest paper, so that what struck in the middle is torn.
        strikeAt: () => random.between(1, 90),
        lateMilliseconds: 120,
      });
      return { id: newId(), status, printer };
    }),
  );
}

/** A receipt is whole when its first and its last line stand on it. */
const blocksOf = (number: number) =>
  [
    { kind: 'text', text: `Chek ${number}.` },
    { kind: 'row', left: 'Non', right: '4 000' },
    { kind: 'row', left: 'Choy', right: '12 000' },
    { kind: 'text', text: `Rahmat ${number}!` },
    { kind: 'cut' },
  ] as const;

export async function openPrintingShop(
  seed: number,
  drawn: readonly Fault[] = faults,
): Promise<PrintingShop> {
  const world = await roomWorld({ language: 'en' });
  const { db } = world;
  const random = seededRandom(seed);
  const printers = await startPrinters(seed, drawn, world.newId);
  const start = Date.UTC(2026, 10, 22, 8, 0, 1) - performance.now();
  let last = 0;
  /** Real time that never gives one moment twice, so that the order of the papers is the order of their moments. */
  function now(): Instant {
    last = Math.max(last + 1, Math.floor(start + performance.now()));
    return instantFromMilliseconds(last);
  }
  await transact(db, async (trx) => {
    for (const [index, { id, status, printer }] of printers.entries()) {
      const connection = { kind: 'tcp', host: '127.0.0.1', port: printer.port } as const;
      const profile = { ...printerProfiles.xprinter58, status };
      await savePrinter(trx, { id, name: status, connection, profile, isDefault: index === 0, at: now() });
    }
  });
  const counts = { restarts: 0, looks: 0, torn: 0, copies: 0, moves: 0 };
  const skipped = new Set<number>();
  const moved = new Set<string>();
  const facts: PrintingFacts = { world, printers, random, now, counts, skipped, moved };
  const till = printingTill(facts);
  const person = printingPerson(facts, till.wake);

  async function sell(number: number): Promise<void> {
    const { id: printerId } = random.oneOf(printers);
    const target = { documentKind: 'sale', documentId: `sale-${number}`, printerId };
    await transact(db, async (trx) => {
      const paper = { ...target, id: world.newId(), purpose: 'original', copyNumber: 0, at: now() } as const;
      await queuePrint(trx, { ...paper, blocks: blocksOf(number) });
      if (random.chance(0.1)) await queueDrawer(trx, { ...target, id: world.newId(), at: now() });
    });
    till.wake();
  }

  async function close(): Promise<void> {
    await till.close();
    for (const { printer } of printers) await printer.close();
  }

  return { ...facts, till, person, sell, close };
}
