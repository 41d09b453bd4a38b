/** What the till does by itself: bonus runs out, birthdays, groups of promotions, forgotten imports, complaints that wait, a moved clock. */
import { uptime } from 'node:os';
import type { BusinessDay, Instant } from '../shared/time.ts';
import type { Database } from './database/open.ts';
import { clearForgotten } from './exchange/inTransaction.ts';
import { createClockWatch } from './journal/clockWatch.ts';
import { expireLots, giveBirthdays } from './loyalty/inTransaction.ts';
import { warmRhythm } from './report/profileRhythm.ts';
import { refreshSegments } from './report/segmentKeeper.ts';
import { complaintsToEscalate, escalateComplaints, forgetOldWords } from './service/inTransaction.ts';
import { createTurns } from './turns.ts';
import { inTransaction, systemActor, type VerbHost, type WriteScope } from './verb.ts';

export interface TimerOptions {
  readonly host: () => VerbHost;
  readonly database: () => Database;
  readonly clock: () => Instant;
  readonly note: (text: string, error?: unknown) => void;
}

const everyMilliseconds = 60_000;
/** The till acts by itself at no window. */
const timer = { key: 'timer' } as const;

/** So little at once that a customer at the counter does not wait for the rest. */
const lotsAtOnce = 20;
const birthdaysAtOnce = 20;
const wordsAtOnce = 100;

/** Does what a day begins with, unless it was done for this day already; answers the day. */
export async function beginDay(till: VerbHost, doneFor = ''): Promise<string> {
  const { tillId } = await till.readScope(timer);
  const turn = createTurns();
  const part = async <T>(work: (scope: WriteScope) => Promise<T>): Promise<T> => {
    await turn();
    return inTransaction(till, timer, systemActor(tillId), work);
  };
  const day = await part(async ({ businessDay }) => businessDay);
  if (day === doneFor) return day;
  while (await part((scope) => expireLots(scope, lotsAtOnce)));
  let last: string | null = '';
  while (last !== null) {
    const after: string = last;
    last = await part((scope) => giveBirthdays(scope, after, birthdaysAtOnce));
  }
  while (await part(clearForgotten));
  while (await part((scope) => forgetOldWords(scope, wordsAtOnce)));
  return day;
}

/** Tells of complaints that nobody answered while there is still time; a question first, so that a quiet minute writes nothing. */
export async function lookAtComplaints(till: VerbHost): Promise<void> {
  const { db, now, tillId } = await till.readScope(timer);
  if ((await complaintsToEscalate(db, now)).length === 0) return;
  await inTransaction(till, timer, systemActor(tillId), escalateComplaints);
}

/** Counts anew, once a day, who is in the groups that promotions are for: birthdays come, habits end. */
async function countGroups(till: VerbHost, database: Database, today: BusinessDay): Promise<void> {
  const { settings, now } = await till.readScope(timer);
  if (await refreshSegments(database, { settings, today, now })) till.announce(['customer']);
}

/** Starts the timers and answers how to stop them. A job runs once a day: what it did already is not done again. */
export function startTimers({ host, database, clock, note }: TimerOptions): () => void {
  const clockWatch = createClockWatch(clock, uptime);
  let lastDay = '';
  let isRunning = false;

  async function run(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    try {
      await clockWatch.look(host());
      const day = await beginDay(host(), lastDay);
      if (day !== lastDay) await countGroups(host(), database(), day as BusinessDay);
      lastDay = day;
      await lookAtComplaints(host());
      await warmRhythm(database(), lastDay as BusinessDay);
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
