/** What the till does by itself: at the start of each day the bonus that ran out is posted as expired. */
import type { Instant } from '../shared/time.ts';
import { expireAllLots } from './loyalty/inTransaction.ts';
import { inTransaction, systemActor, type VerbHost } from './verb.ts';

export interface TimerOptions {
  readonly host: () => VerbHost;
  readonly clock: () => Instant;
  readonly note: (text: string, error?: unknown) => void;
}

const everyMilliseconds = 60_000;
/** The till acts by itself at no window. */
const timer = { key: 'timer' } as const;

/** Does what a day begins with, unless it was done for this day already; answers the day. */
export async function beginDay(till: VerbHost, doneFor = ''): Promise<string> {
  const { tillId } = await till.readScope(timer);
  return inTransaction(till, timer, systemActor(tillId), async (scope) => {
    if (scope.businessDay !== doneFor) await expireAllLots(scope);
    return scope.businessDay;
  });
}

/** Starts the timers and answers how to stop them. A job runs once a day: what is expired already is not expired again. */
export function startTimers({ host, note }: TimerOptions): () => void {
  let lastDay = '';
  let isRunning = false;

  async function run(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    try {
      lastDay = await beginDay(host(), lastDay);
    } catch (error) {
      note('the start of the day could not be done', error);
    } finally {
      isRunning = false;
    }
  }

  const first = setTimeout(() => void run(), 2000);
  const everyMinute = setInterval(() => void run(), everyMilliseconds);
  return () => {
    clearTimeout(first);
    clearInterval(everyMinute);
  };
}
