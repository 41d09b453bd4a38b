/** Writes the steps of a complaint: the rule decides, the row and its step move together, a document follows. */

import { Refusal } from '../../shared/errors.ts';
import type { ComplaintOutcome, StepKind } from '../../shared/service/complaint.ts';
import { stepAfter } from '../../shared/service/complaint.ts';
import type { Channel } from '../../shared/service/contact.ts';
import { documentOf } from '../document.ts';
import type { WriteScope } from '../verb.ts';
import { type ComplaintRow, complaintRow } from './queries.ts';

export interface Step {
  readonly kind: StepKind;
  readonly words?: string;
  readonly channel?: Channel;
  /** Null for a complaint that nobody sees to any more. */
  readonly ownerId?: string | null;
  readonly promisedOn?: string;
  readonly outcome?: ComplaintOutcome;
}

/** The complaint; throws NotFound. */
export async function complaintOf(scope: Pick<WriteScope, 'trx'>, complaintId: string) {
  const row = await complaintRow(scope.trx, complaintId);
  if (row === undefined) throw new Refusal('NotFound', { what: 'complaint' });
  return row;
}

/**
 * Takes a step (shared/service/complaint.ts `stepAfter`); throws the fault of a step that may not be taken in the complaint's
 * state. The document names ids and no words. `leavesDocument` is false for a step whose act leaves a document of its own.
 */
export async function takeStep(
  scope: WriteScope,
  complaint: ComplaintRow,
  step: Step,
  { leavesDocument = true }: { readonly leavesDocument?: boolean } = {},
): Promise<void> {
  const after = stepAfter(complaint.state, step.kind, step.outcome ?? null);
  if ('fault' in after) throw new Refusal(after.fault);
  await scope.trx
    .updateTable('complaint')
    .set({ state: after.state, ...changedBy(complaint, step, scope.now) })
    .where('id', '=', complaint.id)
    .execute();
  await writeStep(scope, complaint.id, step);
  if (leavesDocument) {
    const document = documentOf(scope, 'complaintStep', {
      complaintId: complaint.id,
      number: complaint.number,
      step: step.kind,
      ...(step.channel === undefined ? {} : { channel: step.channel }),
      ...(step.ownerId === undefined ? {} : { ownerId: step.ownerId }),
      ...(step.promisedOn === undefined ? {} : { promisedOn: step.promisedOn }),
      ...(step.outcome === undefined ? {} : { outcome: step.outcome }),
    });
    await scope.follow(document);
  }
  scope.changed('service');
}

/** The step alone, under the next number of its complaint. */
export async function writeStep(scope: WriteScope, complaintId: string, step: Step): Promise<void> {
  const last = await scope.trx
    .selectFrom('complaint_step')
    .select(({ fn }) => fn.max<number | null>('step_no').as('step_no'))
    .where('complaint_id', '=', complaintId)
    .executeTakeFirst();
  await scope.trx
    .insertInto('complaint_step')
    .values({
      complaint_id: complaintId,
      step_no: (last?.step_no ?? 0) + 1,
      kind: step.kind,
      at: scope.now,
      person_id: scope.actor.role === 'system' ? null : scope.actor.personId,
      words: step.words ?? '',
      channel: step.channel ?? null,
      owner_id: step.ownerId ?? null,
      promised_on: step.promisedOn ?? null,
      outcome: step.outcome ?? null,
    })
    .execute();
}

/** What a step changes of the complaint besides its state. */
function changedBy(complaint: ComplaintRow, step: Step, now: string): Partial<ComplaintRow> {
  switch (step.kind) {
    case 'assigned':
      return { owner_id: step.ownerId ?? null };
    case 'answered':
      return { answered_at: complaint.answered_at ?? now };
    case 'promised':
      return { promised_on: step.promisedOn ?? null };
    case 'escalated':
      return { escalated_at: now, ...(step.ownerId === undefined ? {} : { owner_id: step.ownerId }) };
    case 'closed':
      return { outcome: step.outcome ?? null, closed_at: now };
    case 'reopened':
      return {
        asked_at: now,
        answered_at: null,
        promised_on: null,
        escalated_at: null,
        outcome: null,
        closed_at: null,
      };
    default:
      return {};
  }
}
