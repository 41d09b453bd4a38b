/** The till's own steps of a print job through its states, each one short transaction. */
import type { Kysely } from 'kysely';
import type { EndReason, PrintState, UnknownReason } from '../../shared/receipt/printState.ts';
import { type Instant, instantFromMilliseconds, millisecondsOf } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { transact } from '../database/transact.ts';
import type { PrintOutcome } from './connections/outcome.ts';
import { takeStep } from './jobSteps.ts';
import { openJobs, type PrintJobRow, waitingStates } from './queries.ts';

type Db = Kysely<Tables>;

/** Tries that the history of a job tells of one by one; of later ones it tells only an end that differs from the last. */
const triesTold = 5;

/**
 * Notes, before the first byte leaves, that a job is being sent. False when somebody cancelled it meanwhile or moved it to
 * another printer: then nothing may be sent here.
 */
export function beginSending(
  db: Db,
  job: Pick<PrintJobRow, 'id' | 'printer_id' | 'attempts'>,
  now: Instant,
): Promise<boolean> {
  return transact(db, (trx) =>
    takeStep(trx, job.id, {
      from: waitingStates,
      to: 'sending',
      at: now,
      detail: null,
      isUntold: job.attempts >= triesTold,
      printerId: job.printer_id,
      set: { sending_at: now, attempts: job.attempts + 1, next_at: null },
    }),
  );
}

/** Jobs that were being sent when the till died: nobody knows what is on their paper. Answers their ids. */
export async function giveUpInterrupted(db: Db, now: Instant): Promise<readonly string[]> {
  const detail: UnknownReason = 'interrupted';
  return transact(db, async (trx) => {
    const rows = await openJobs(trx).where('state', '=', 'sending').select('id').execute();
    for (const { id } of rows) {
      const set = { last_error: detail, done_at: now };
      await takeStep(trx, id, { from: ['sending'], to: 'unknown', at: now, detail, set });
    }
    return rows.map((row) => row.id);
  });
}

/** Ends a job that was never sent. Answers whether it still waited. */
export function endUnsent(
  db: Db,
  jobId: string,
  to: 'failed' | 'cancelled',
  reason: EndReason,
  now: Instant,
): Promise<boolean> {
  const set = { last_error: reason, done_at: now, next_at: null };
  return transact(db, (trx) =>
    takeStep(trx, jobId, { from: waitingStates, to, at: now, detail: reason, set }),
  );
}

const stateOf = {
  printed: 'printed',
  sentUnconfirmed: 'sent_unconfirmed',
  blocked: 'blocked',
  retry: 'retry_wait',
  unknown: 'unknown',
  failed: 'failed',
} as const satisfies Readonly<Record<PrintOutcome['state'], PrintState>>;

/** How long a job waits after its first, second … try in which nothing was sent; the last figure goes on for ever. */
export const usualBackOffMilliseconds: readonly number[] = [1000, 2000, 5000, 10_000, 30_000];

/** Notes what became of a job. Answers its new state. */
export async function noteOutcome(
  db: Db,
  job: Pick<PrintJobRow, 'id' | 'attempts' | 'last_error'>,
  outcome: PrintOutcome,
  now: Instant,
  backOffMilliseconds: readonly number[],
): Promise<PrintState> {
  const to = stateOf[outcome.state];
  const waits = outcome.state === 'blocked' || outcome.state === 'retry';
  const detail = 'reason' in outcome ? outcome.reason : null;
  // `attempts` was read before this try was counted, so the first try waits for the first figure.
  const wait = backOffMilliseconds[Math.min(job.attempts, backOffMilliseconds.length - 1)] ?? 0;
  const set = {
    last_error: detail,
    next_at: waits ? instantFromMilliseconds(millisecondsOf(now) + wait) : null,
    done_at: waits ? null : now,
  };
  const isUntold = waits && job.attempts >= triesTold && detail === job.last_error;
  await transact(db, (trx) =>
    takeStep(trx, job.id, { from: ['sending'], to, at: now, detail, isUntold, set }),
  );
  return to;
}
