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
  /** What else changes with it. */
  readonly set?: Omit<Updateable<Tables['print_job']>, 'id' | 'state'>;
}

/**
 * Takes the step and writes it down, both or neither; false when the job is not where the step begins. The first state of
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
  await trx
    .insertInto('print_event')
    .values({
      job_id: jobId,
      event_no: (eb) =>
        eb
          .selectFrom('print_event')
          .where('job_id', '=', jobId)
          .select(({ fn, eb, lit }) =>
            eb(fn.coalesce(fn.max<number>('event_no'), lit(0)), '+', lit(1)).as('next'),
          ),
      at: step.at,
      from_state: before.state,
      to_state: step.to,
      detail: step.detail,
    })
    .execute();
  return true;
}
