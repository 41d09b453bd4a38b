/** One step of a print job from a state to the next, and the line in its history that tells of it. */
import type { Transaction, Updateable } from 'kysely';
import type { PrintState } from '../../shared/receipt/printState.ts';
import type { Instant } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';

export interface JobStep {
  /** A job in any other state stays where it is. */
  readonly from: readonly PrintState[];
  readonly to: PrintState;
  readonly at: Instant;
  /** The printer's reason, or what a person said; null for a step of the usual way. */
  readonly detail: string | null;
  /** A job that somebody moved to another printer meanwhile stays where it is, too. */
  readonly printerId?: string;
  /** A step that says nothing new leaves no line: a printer that is off for weeks is tried every half a minute. */
  readonly isUntold?: boolean;
  /** What else changes with it. */
  readonly set?: Omit<Updateable<Tables['print_job']>, 'id' | 'state'>;
}

/**
 * Takes the step and writes down what is new in it, both or neither; false when the job is not where the step begins. The first state of
 * all, `queued`, has no line: the job's own row says when it began.
 */
export async function takeStep(trx: Transaction<Tables>, jobId: string, step: JobStep): Promise<boolean> {
  const before = await trx
    .selectFrom('print_job')
    .select(['state', 'printer_id'])
    .where('id', '=', jobId)
    .executeTakeFirst();
  if (before === undefined || !step.from.includes(before.state)) return false;
  if (step.printerId !== undefined && step.printerId !== before.printer_id) return false;
  const changed = await trx
    .updateTable('print_job')
    .set({ ...step.set, state: step.to })
    .where('id', '=', jobId)
    .where('state', '=', before.state)
    .returning('id')
    .execute();
  if (changed.length === 0) return false;
  if (step.isUntold === true) return true;
  const { at, detail } = step;
  const last = await trx
    .selectFrom('print_event')
    .select(['event_no', 'to_state'])
    .where('job_id', '=', jobId)
    .orderBy('event_no', 'desc')
    .limit(1)
    .executeTakeFirst();
  const lines = [{ from_state: before.state as string, to_state: step.to as string, detail }];
  // The history has no gap: what was left untold on the way to something new is told now.
  if (last !== undefined && last.to_state !== before.state) {
    lines.unshift({ from_state: last.to_state, to_state: before.state, detail: null });
  }
  const next = (last?.event_no ?? 0) + 1;
  await trx
    .insertInto('print_event')
    .values(lines.map((line, index) => ({ ...line, job_id: jobId, event_no: next + index, at })))
    .execute();
  return true;
}
