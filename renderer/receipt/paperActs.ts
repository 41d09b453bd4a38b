/** What a person can do about a paper in each state of its job, and what the screens say of it. */
import type { z } from 'zod';
import type { BlockedReason, RetryReason } from '../../shared/receipt/printState.ts';
import type { PrintJob, spoolVerbs } from '../../shared/receipt/spoolContract.ts';

/** A paper at a printer, as much of it as the badge knows. */
export interface PaperAtPrinter {
  readonly jobId: string;
  readonly kind: PrintJob['kind'];
  readonly purpose: PrintJob['purpose'];
  readonly state: PrintJob['state'];
  readonly reason: string | null;
  readonly documentKind: string;
  readonly documentId: string;
  readonly printerId: string;
  readonly printerName: string;
}

type Problem = NonNullable<
  z.output<NonNullable<(typeof spoolVerbs.state)['~orpc']['outputSchema']>>['problem']
>;

export type PaperAct =
  | 'whole'
  | 'copyHere'
  | 'copyElsewhere'
  | 'skip'
  | 'tryNow'
  | 'move'
  | 'onScreen'
  | 'giveUp';

/** A sheet of codes for somebody's telephone makes no sense of a slip that nobody takes along. */
const notForCustomers: readonly string[] = ['testSlip', 'calibrationSlip', 'secretPaper'];

/**
 * The acts that make sense, the likeliest first. An act on another printer only where there is one (`hasOther`).
 *
 * | state                                | acts                                       |
 * |--------------------------------------|--------------------------------------------|
 * | queued                               | move, onScreen, giveUp                     |
 * | sending                              | onScreen                                   |
 * | blocked, retry_wait                  | tryNow, move, onScreen, giveUp             |
 * | unknown                              | whole, copyHere, copyElsewhere, skip, onScreen |
 * | failed                               | move, onScreen, skip                       |
 * | printed, sent_unconfirmed, cancelled | –                                          |
 *
 * A drawer is neither shown nor moved nor copied: whoever waits for it opens it with the key.
 */
export function actsOf(
  { state, kind, purpose, documentKind }: Pick<PaperAtPrinter, 'state' | 'kind' | 'purpose' | 'documentKind'>,
  hasOther: boolean,
): readonly PaperAct[] {
  const isPaper = kind === 'paper';
  const canBeShown = isPaper && purpose !== 'test' && !notForCustomers.includes(documentKind);
  return actsInState(state).filter((act) => {
    if (act === 'onScreen') return canBeShown;
    if (act === 'move' || act === 'copyElsewhere') return isPaper && hasOther;
    return act !== 'copyHere' || isPaper;
  });
}

function actsInState(state: PaperAtPrinter['state']): readonly PaperAct[] {
  switch (state) {
    case 'queued':
      return ['move', 'onScreen', 'giveUp'];
    case 'sending':
      return ['onScreen'];
    case 'blocked':
    case 'retry_wait':
      return ['tryNow', 'move', 'onScreen', 'giveUp'];
    case 'unknown':
      return ['whole', 'copyHere', 'copyElsewhere', 'skip', 'onScreen'];
    case 'failed':
      return ['move', 'onScreen', 'skip'];
    default:
      return [];
  }
}

/** Something a person must know of or do: these keep a paper from its customer. */
export function isInTrouble(state: PaperAtPrinter['state']): boolean {
  return state === 'blocked' || state === 'retry_wait' || state === 'unknown' || state === 'failed';
}

/** What to do about each reason, as a key under `receipt.remedy`; null where the till's own next try is all there is. */
const remedies: Readonly<Record<BlockedReason | RetryReason, string | null>> = {
  paperOut: 'paperOut',
  coverOpen: 'coverOpen',
  printerError: 'printerError',
  offline: 'offline',
  refused: 'inUse',
  timeOut: 'noLink',
  unreachable: 'noLink',
  connectionLost: 'noLink',
  deviceMissing: 'noLink',
  deviceBusy: 'inUse',
  cannotWrite: 'cannotWrite',
  noAccess: 'setUp',
  notADevice: 'setUp',
  queueMissing: 'setUp',
  queueRefused: 'setUp',
  stopping: null,
};

const isKnown = (reason: string | null): reason is keyof typeof remedies =>
  reason !== null && Object.hasOwn(remedies, reason);

/**
 * | state               | what is said under it                              |
 * |---------------------|----------------------------------------------------|
 * | blocked, retry_wait | the remedy of the reason, if there is one          |
 * | failed              | that another printer or the screen helps           |
 * | others              | nothing: `unknown` is a question, not an advice    |
 */
export function remedyOf({ state, reason }: Pick<PaperAtPrinter, 'state' | 'reason'>): string | null {
  if (state === 'failed') return 'elsewhere';
  if (state !== 'blocked' && state !== 'retry_wait') return null;
  return isKnown(reason) ? remedies[reason] : null;
}

/** The badge's problem: always a paper, and never a test that nobody waits for. */
export function paperOfProblem(problem: Problem): PaperAtPrinter {
  return { ...problem, kind: 'paper', purpose: 'original' };
}

/** A job of the queue as the same thing. */
export function paperOfJob({ id, ...job }: PrintJob): PaperAtPrinter {
  return { ...job, jobId: id };
}
