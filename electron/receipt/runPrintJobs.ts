/** Prints the queued jobs after commit, one printer at a time in strict order, and never lets the till wait. */
import { type Instant, millisecondsOf } from '../../shared/time.ts';
import { giveUpInterrupted, usualBackOffMilliseconds } from './jobStates.ts';
import { type PrintRunnerOptions, printOne } from './printOne.ts';
import { nextJob, type PrintJobRow, printersWithWork } from './queries.ts';

export interface PrintRunner {
  /** Looks for jobs; call it after every commit that queued one. Returns at once. */
  readonly wake: () => void;
  /**
   * Does something else with a printer between two of its passes, never while a paper is on its way: a question in the middle
   * of a paper would tear it, and a paper in the middle of a question would be refused.
   */
  readonly inTurn: <T>(printerId: string, task: () => Promise<T>) => Promise<T>;
  /** Gives up waiting, lets a job end whose bytes are already on the way, and prints nothing more. */
  readonly stop: () => Promise<void>;
  /** Resolves when every printer is at rest: nothing is being sent, and nothing queued could be sent now. */
  readonly settle: () => Promise<void>;
}

/**
 * Starts the runner. Jobs found in `sending` were cut off by the end of the last run and become `unknown` first; then
 * everything queued is printed.
 */
export function createPrintRunner(options: PrintRunnerOptions): PrintRunner {
  const { database, clock, onChange, onError } = options;
  const longestWait = Math.max(...(options.backOffMilliseconds ?? usualBackOffMilliseconds));
  const stopping = new AbortController();
  const { passes, inTurn } = turnsOfPrinters();
  const looks = new Set<Promise<void>>();
  const alarms = new Map<string, NodeJS.Timeout>();

  const recovered = giveUpInterrupted(database, clock()).then((jobIds) => {
    for (const jobId of jobIds) onChange(jobId, 'unknown');
  });
  recovered.catch(onError);

  function wake(): void {
    if (stopping.signal.aborted) return;
    const look = lookForWork()
      .catch(onError)
      .finally(() => looks.delete(look));
    looks.add(look);
  }

  async function lookForWork(): Promise<void> {
    await recovered;
    for (const printerId of await printersWithWork(database)) startPass(printerId);
  }

  /** One pass over the printer's queue after the other: a job that comes while the last pass ends meets the next one. */
  function startPass(printerId: string): void {
    inTurn(printerId, () => printAll(printerId)).catch(onError);
  }

  async function printAll(printerId: string): Promise<void> {
    while (!stopping.signal.aborted) {
      const job = await nextJob(database, printerId);
      if (job === undefined) return;
      const wait = millisecondsToWait(job, clock(), longestWait);
      if (wait > 0) return wakeIn(wait, printerId);
      await printOne(job, options, stopping.signal);
    }
  }

  /** The first in the queue holds the others back until it may be tried again. */
  function wakeIn(milliseconds: number, printerId: string): void {
    clearTimeout(alarms.get(printerId));
    alarms.set(printerId, setTimeout(wake, milliseconds).unref());
  }

  async function settle(): Promise<void> {
    while (looks.size > 0 || passes.size > 0) await Promise.all([...looks, ...passes.values()]);
  }

  async function stop(): Promise<void> {
    stopping.abort();
    await settle();
    for (const alarm of alarms.values()) clearTimeout(alarm);
  }

  wake();
  return { wake, inTurn, stop, settle };
}

/** What is done with a printer is done one after the other: its papers, and questions that must not meet one of them. */
function turnsOfPrinters() {
  const passes = new Map<string, Promise<void>>();

  function inTurn<T>(printerId: string, task: () => Promise<T>): Promise<T> {
    const turn = (passes.get(printerId) ?? Promise.resolve()).then(task);
    const done = () => {
      if (passes.get(printerId) === pass) passes.delete(printerId);
    };
    const pass = turn.then(done, done);
    passes.set(printerId, pass);
    return turn;
  }

  return { passes, inTurn };
}

/** No job waits longer than the longest back-off: a time further away was noted before the clock was set back. */
function millisecondsToWait(job: PrintJobRow, now: Instant, longestWait: number): number {
  if (job.next_at === null) return 0;
  const wait = millisecondsOf(job.next_at as Instant) - millisecondsOf(now);
  return wait > longestWait ? 0 : wait;
}
