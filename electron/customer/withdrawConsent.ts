/** The verb customer.withdrawConsent: what was agreed to ends at once and for ever. */
import { customerContract } from '../../shared/customer/contract.ts';
import { Refusal } from '../../shared/errors.ts';
import { documentOf } from '../document.ts';
import { writingVerb } from '../verb.ts';
import { personIdOf } from './create.ts';
import { everyIdOf } from './queries.ts';

export const withdrawConsent = writingVerb(
  customerContract.withdrawConsent,
  async (scope, { customerId, consentId }) => {
    const { trx, now } = scope;
    const consent = await trx
      .selectFrom('consent')
      .leftJoin('consent_withdrawal', 'consent_withdrawal.consent_id', 'consent.id')
      .select(['consent.purpose', 'consent_withdrawal.withdrawn_at'])
      .where('consent.id', '=', consentId)
      .where('consent.customer_id', 'in', everyIdOf(trx, customerId))
      .executeTakeFirst();
    if (consent === undefined) throw new Refusal('NotFound', { what: 'consent' });
    // Another window was faster: the customer has what they asked for.
    if (consent.withdrawn_at !== null) return {};

    await trx
      .insertInto('consent_withdrawal')
      .values({ consent_id: consentId, person_id: personIdOf(scope), withdrawn_at: now })
      .execute();
    await scope.follow({
      ...documentOf(scope, 'consentWithdrawn', { customerId, consentId, purpose: consent.purpose }),
      customerId,
    });
    scope.changed('customer');
    return {};
  },
);
