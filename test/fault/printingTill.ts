/** The tills of the fault test, one after the other on the same file: each prints, is closed or loses its power. */
import { setTimeout as pause } from 'node:timers/promises';
import type { TimeLimits } from '../../electron/receipt/connections/timeLimits.ts';
import { printerById } from '../../electron/receipt/queries.ts';
import { createPrintRunner, type PrintRunner } from '../../electron/receipt/runPrintJobs.ts';
import type { PrintingFacts } from './printingFacts.ts';

/** So short that a thousand jobs take seconds; under load more printers seem to be silent, and a person looks more often. */
const patience: TimeLimits = {
  connect: 2000,
  status: 25,
  send: 60,
  confirm: 50,
  confirmPerKilobyte: 0,
  finish: 20,
  program: 0,
};
const backOffMilliseconds = [1, 2, 5];

export interface PrintingTill {
  readonly wake: () => void;
  readonly start: () => void;
  /** Ends the till: as a person closes it, or as the power does. */
  readonly end: () => Promise<void>;
  /** Until nothing can be done without a person. */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export function printingTill({ world, printers, random, counts, now }: PrintingFacts): PrintingTill {
  const { db } = world;
  let till: { readonly runner: PrintRunner; readonly kill: () => void } | null = null;

  function start(): void {
    let dead = false;
    const runner = createPrintRunner({
      database: db,
      clock: () => {
        // A till without power writes nothing any more, whatever it has just heard.
        if (dead) throw new Error('the power is gone');
        return now();
      },
      printerOf: (printerId) => printerById(db, printerId),
      onChange: () => {},
      onError: (error) => {
        if (!dead) throw error;
      },
      timeLimits: patience,
      backOffMilliseconds,
    });
    till = {
      runner,
      kill: () => {
        dead = true;
      },
    };
  }

  async function end(): Promise<void> {
    counts.restarts += 1;
    const ending = till;
    till = null;
    if (random.chance(0.7)) {
      ending?.kill();
      for (const { printer } of printers) if (random.chance(0.7)) printer.cutPower();
    }
    await ending?.runner.stop();
  }

  async function settle(): Promise<void> {
    for (;;) {
      till?.runner.wake();
      await till?.runner.settle();
      const waiting = await db
        .selectFrom('print_job')
        .select('id')
        .where('state', 'in', ['queued', 'blocked', 'retry_wait'])
        .limit(1)
        .execute();
      if (waiting.length === 0) return;
      await pause(5);
    }
  }

  async function close(): Promise<void> {
    till?.kill();
    for (const { printer } of printers) printer.cutPower();
    await till?.runner.stop();
  }

  return { wake: () => till?.runner.wake(), start, end, settle, close };
}
