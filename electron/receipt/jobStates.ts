/** The steps of a print job through its states, each one short transaction. */
import type { Kysely } from 'kysely';
import type { EndReason, PrintState, UnknownReason } from '../../shared/receipt/printState.ts';
import { type Instant, instantFromMilliseconds, millisecondsOf } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { transact } from '../database/transact.ts';
import type { PrintOutcome } from './connections/outcome.ts';
import type { PrintJobRow } from './queries.ts';

type Db = Kysely<Tables>;

/**
 * Notes, before the first byte leaves, that a job is being sent. False when somebody cancelled it meanwhile: then nothing
 * may be sent.
 */
export async function beginSending(db: Db, jobId: string, now: Instant): Promise<boolean> {
  const rows = await transact(db, (trx) =>
    trx
      .updateTable('print_job')
      .set((eb) => ({ state: 'sending', sending_at: now, attempts: eb('attempts', '+', 1), next_at: null }))
      .where('id', '=', jobId)
      .where('state', 'in', ['queued', 'blocked', 'retry_wait'])
      .returning('id')
      .execute(),
  );
  return rows.length > 0;
}

/** Jobs that were being sent when the till died: nobody knows what is on their paper. Answers their ids. */
export async function giveUpInterrupted(db: Db, now: Instant): Promise<readonly string[]> {
  const interrupted: UnknownReason = 'interrupted';
  const rows = await transact(db, (trx) =>
    trx
      .updateTable('print_job')
      .set({ state: 'unknown', last_error: interrupted, done_at: now })
      .where('state', '=', 'sending')
      .returning('id')
      .execute(),
  );
  return rows.map((row) => row.id);
}

/** Ends a job that was never sent. */
export async function endUnsent(
  db: Db,
  jobId: string,
  state: 'failed' | 'cancelled',
  reason: EndReason,
  now: Instant,
): Promise<void> {
  await transact(db, (trx) =>
    trx
      .updateTable('print_job')
      .set({ state, last_error: reason, done_at: now, next_at: null })
      .where('id', '=', jobId)
      .where('state', 'in', ['queued', 'blocked', 'retry_wait'])
      .execute(),
  );
}

const stateOf = {
  printed: 'printed',
  sentUnconfirmed: 'sent_unconfirmed',
  blocked: 'blocked',
  retry: 'retry_wait',
  unknown: 'unknown',
} as const satisfies Readonly<Record<PrintOutcome['state'], PrintState>>;

/** How long a job waits after its first, second … try in which nothing was sent; the last figure goes on for ever. */
export const usualBackOffMilliseconds: readonly number[] = [1000, 2000, 5000, 10_000, 30_000];

/** Notes what became of a job. Answers its new state. */
export async function noteOutcome(
  db: Db,
  job: Pick<PrintJobRow, 'id' | 'attempts'>,
  outcome: PrintOutcome,
  now: Instant,
  backOffMilliseconds: readonly number[],
): Promise<PrintState> {
  const state = stateOf[outcome.state];
  const waits = outcome.state === 'blocked' || outcome.state === 'retry';
  // `attempts` was read before this try was counted, so the first try waits for the first figure.
  const wait = backOffMilliseconds[Math.min(job.attempts, backOffMilliseconds.length - 1)] ?? 0;
  await transact(db, (trx) =>
    trx
      .updateTable('print_job')
      .set({
        state,
        last_error: 'reason' in outcome ? outcome.reason : null,
        next_at: waits ? instantFromMilliseconds(millisecondsOf(now) + wait) : null,
        done_at: waits ? null : now,
      })
      .where('id', '=', job.id)
      .where('state', '=', 'sending')
      .execute(),
  );
  return state;
}
