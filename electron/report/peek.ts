/** The verb report.peek: the owner sees the running day at a cashier's window; the cashier stays, and so does the basket. */
import { Refusal } from '../../shared/errors.ts';
import { reportContract } from '../../shared/report/contract.ts';
import { approverMay } from '../../shared/staff/permissions.ts';
import type { Approval } from '../../shared/verb.ts';
import { documentOf } from '../document.ts';
import type { TillParts } from '../parts.ts';
import { inTransaction, metaOf, requireAllowed, type VerbImplementation } from '../verb.ts';
import { dayReport } from './today.ts';

/**
 * Refuses ApprovalRefused with the reason: `notAllowed` for somebody whose own pages do not show the day either. Each
 * look is a document of the cashier's window that names who looked.
 */
export const peek = (parts: Pick<TillParts, 'database'>): VerbImplementation<typeof reportContract.peek> => ({
  procedure: reportContract.peek,
  kind: 'act',
  run: async (till, context, input) => {
    const actor = await till.actorOf(context);
    requireAllowed(actor, metaOf(reportContract.peek).action);
    if (actor === null) throw new Refusal('LogInNeeded');
    const looker = await till.approverOf(input as Approval, actor);
    const both = { ...actor, approver: looker };
    if (!approverMay(both, metaOf(reportContract.today).action)) {
      throw new Refusal('ApprovalRefused', { reason: 'notAllowed' });
    }
    await inTransaction(till, context, both, async (scope) => {
      await scope.follow(documentOf(scope, 'ownerPeeked', { lookerId: looker.personId }));
    });
    return dayReport(parts.database(), await till.readScope(context), null);
  },
});
