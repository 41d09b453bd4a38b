/** A shop with one printer, for tests of the print queue. */
import { onTestFinished } from 'vitest';
import { migrateToLatest } from '../../../electron/database/migrate.ts';
import type { Database } from '../../../electron/database/open.ts';
import type { Tables } from '../../../electron/database/tables.ts';
import { transact } from '../../../electron/database/transact.ts';
import type { TimeLimits } from '../../../electron/receipt/connections/timeLimits.ts';
import { queueDrawer, queuePrint, savePrinter } from '../../../electron/receipt/inTransaction.ts';
import type { PrintRunnerOptions } from '../../../electron/receipt/printOne.ts';
import { printerById } from '../../../electron/receipt/queries.ts';
import { createPrintRunner, type PrintRunner } from '../../../electron/receipt/runPrintJobs.ts';
import type { Block } from '../../../shared/receipt/blocks.ts';
import type { PrinterConnection } from '../../../shared/receipt/printers.ts';
import { printerProfiles } from '../../../shared/receipt/printers.ts';
import { type Instant, instantFromMilliseconds } from '../../../shared/time.ts';
import { decodeJob } from '../../receipt/decodeJob.ts';
import { type Behaviour, type SoftwarePrinter, startSoftwarePrinter } from '../../receipt/softwarePrinter.ts';
import { temporaryDatabase, temporaryFolder } from '../database/temporary.ts';

const patience: TimeLimits = {
  connect: 1000,
  status: 150,
  send: 500,
  confirm: 300,
  confirmPerKilobyte: 0,
  finish: 300,
  program: 1000,
};
const noon = Date.UTC(2026, 10, 22, 7, 0, 0);

/** Ids of this test: `id(3)` is the third. */
export function id(number: number): string {
  return `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

export const printerId = id(900);

export interface Shop {
  readonly database: Database<Tables>;
  readonly changes: string[];
  readonly errors: unknown[];
  readonly clock: { milliseconds: number };
  readonly now: () => Instant;
  readonly runner: (options?: Partial<PrintRunnerOptions>) => PrintRunner;
  /** Queues a sale's paper, and its drawer when asked. */
  readonly sell: (number: number, options?: { drawer?: boolean }) => Promise<void>;
  readonly states: () => Promise<readonly string[]>;
}

export async function openShop(connection: PrinterConnection): Promise<Shop> {
  const database = await temporaryDatabase<Tables>({ durability: 'off' });
  const clock = { milliseconds: noon };
  const now = () => instantFromMilliseconds(clock.milliseconds);
  await migrateToLatest(database, { backupDirectory: temporaryFolder(), now: now() });
  const { db } = database;
  await transact(db, (trx) =>
    savePrinter(trx, {
      id: printerId,
      name: 'Kassa',
      connection,
      // Learnt at its set-up: the printer of these tests answers in turn.
      profile: { ...printerProfiles.xprinter58, status: 'paperInTurn' },
      isDefault: true,
      at: now(),
    }),
  );
  const changes: string[] = [];
  const errors: unknown[] = [];
  return {
    database,
    changes,
    errors,
    clock,
    now,
    runner(options = {}) {
      const runner = createPrintRunner({
        database: db,
        clock: now,
        printerOf: (wanted) => printerById(db, wanted),
        onChange: (jobId, state) => changes.push(`${Number(jobId.slice(-3))} ${state}`),
        onError: (error) => errors.push(error),
        timeLimits: patience,
        ...options,
      });
      onTestFinished(() => runner.stop());
      return runner;
    },
    sell(number, { drawer = false } = {}) {
      const blocks: readonly Block[] = [{ kind: 'text', text: `Chek ${number}` }];
      const document = { documentKind: 'sale', documentId: `sale-${number}`, printerId, at: now() };
      clock.milliseconds += 1;
      return transact(db, async (trx) => {
        await queuePrint(trx, { ...document, id: id(number), purpose: 'original', copyNumber: 0, blocks });
        if (drawer) await queueDrawer(trx, { ...document, id: id(number + 500) });
      });
    },
    async states() {
      const rows = await db.selectFrom('print_job').selectAll().orderBy('id').execute();
      return rows.map((row) =>
        [Number(row.id.slice(-3)), row.state, row.last_error].filter(Boolean).join(' '),
      );
    },
  };
}

export async function networkShop(behaviour: Behaviour): Promise<{ shop: Shop; printer: SoftwarePrinter }> {
  const printer = await startSoftwarePrinter(behaviour);
  onTestFinished(() => printer.close());
  return { printer, shop: await openShop({ kind: 'tcp', host: '127.0.0.1', port: printer.port }) };
}

export function linesOf(printer: SoftwarePrinter): readonly string[] {
  return printer.jobs.flatMap((job) => decodeJob(job).lines);
}
