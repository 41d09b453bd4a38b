/** Who stands for an act at the counter that a rule does not allow everybody. */
import { approverMay, may } from '../../shared/staff/permissions.ts';
import type { WriteScope } from '../verb.ts';

/** Who stands for what a rule does not allow by itself: the approver, or the seller who may do so alone. */
export function whoMay({ actor }: WriteScope, action: string): string | null {
  if (actor.approver !== null && approverMay(actor, action)) return actor.approver.personId;
  return actor.role !== 'system' && may(actor, action) ? actor.personId : null;
}
