/** Tasks and planned contacts: their kinds, what one key says of them, and what becomes of one that was not reached. */
import { addDays, type BusinessDay } from '../time.ts';

export const taskKinds = ['call', 'visit', 'tasting', 'meeting', 'message', 'other'] as const;
export type TaskKind = (typeof taskKinds)[number];

/** Answers to "did you reach them?" and to "was it done?". */
export const contactResults = ['reached', 'notReached', 'willCome', 'neverAgain'] as const;
export const workResults = ['done', 'notDone'] as const;
export const tryResults = [...contactResults, ...workResults] as const;
export type TryResult = (typeof tryResults)[number];

/** How a task ends; dropped is for one that nobody needs any more. */
export const taskResults = [...tryResults, 'dropped'] as const;
export type TaskResult = (typeof taskResults)[number];

/** So often somebody is tried before the shop leaves them in peace. */
export const mostTries = 3;

/** A call and a message are answered by whom they are for, everything else by whoever does it. */
export function resultsFor(kind: TaskKind): readonly TryResult[] {
  return kind === 'call' || kind === 'message' ? contactResults : workResults;
}

/** The channel under which the contact log keeps what a task was; null for what is no contact. */
export function channelOf(kind: TaskKind): 'phone' | 'sms' | 'shop' | null {
  switch (kind) {
    case 'call':
      return 'phone';
    case 'message':
      return 'sms';
    case 'visit':
    case 'tasting':
    case 'meeting':
      return 'shop';
    case 'other':
      return null;
  }
}

/** What is known when somebody says how it went. */
export interface Tried {
  readonly kind: TaskKind;
  readonly result: TryResult;
  /** Tries before this one. */
  readonly triesBefore: number;
  readonly today: BusinessDay;
  /** The shop's hour at which it was tried, 0 to 23. */
  readonly hour: number;
  /** The hour from which the customer likes to be called; null where nobody knows. */
  readonly preferredHour: number | null;
}

export type AfterTry =
  | { readonly state: 'closed'; readonly result: TryResult }
  | { readonly state: 'open'; readonly dueOn: BusinessDay; readonly dueMinute: number }
  | { readonly fault: 'TaskResultWrong' };

/**
 * Whoever was not reached is tried again tomorrow at another hour, three times in all; everything else ends the task.
 *
 * | kind | result     | tries before | then                            |
 * |------|------------|--------------|---------------------------------|
 * | call | notReached | 0, 1         | open, tomorrow at another hour  |
 * | call | notReached | 2            | closed: not reached             |
 * | call | willCome   | any          | closed: will come               |
 * | call | done       | any          | TaskResultWrong                 |
 * | visit| notDone    | any          | closed: not done                |
 */
export function afterTry(tried: Tried): AfterTry {
  const { kind, result, triesBefore, today } = tried;
  if (!resultsFor(kind).includes(result)) return { fault: 'TaskResultWrong' };
  if (result !== 'notReached' || triesBefore + 1 >= mostTries) return { state: 'closed', result };
  return { state: 'open', dueOn: addDays(today, 1), dueMinute: 60 * otherHour(tried) };
}

/** Late morning, afternoon, after work. */
const hoursToTry = [11, 15, 18] as const;
/** Hours closer to each other than this are the same part of the day. */
const samePartHours = 2;

/**
 * The hour at which somebody who was not reached is tried next: the one they like, unless it was just tried; else the next
 * part of the day.
 *
 * | tried at | likes | next |
 * |----------|-------|------|
 * | 10       | –     | 15   |
 * | 15       | –     | 18   |
 * | 18       | –     | 11   |
 * | 10       | 19    | 19   |
 * | 19       | 19    | 11   |
 */
export function otherHour({ hour, preferredHour }: Pick<Tried, 'hour' | 'preferredHour'>): number {
  const isOther = (next: number) => Math.abs(next - hour) >= samePartHours;
  if (preferredHour !== null && isOther(preferredHour)) return preferredHour;
  const later = hoursToTry.find((next) => next > hour && isOther(next));
  return later ?? hoursToTry.find(isOther) ?? hoursToTry[0];
}
