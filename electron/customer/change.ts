/** The verb customer.change: a customer's name, phone and language. */
import { customerContract } from '../../shared/customer/contract.ts';
import { readPhone } from '../../shared/customer/phone.ts';
import { Refusal } from '../../shared/errors.ts';
import { documentOf } from '../document.ts';
import { type WriteScope, writingVerb } from '../verb.ts';
import { type CustomerFacts, customerFacts, customerOfId, ownerOfPhone } from './queries.ts';
import { updateCustomer } from './rows.ts';

export const changeCustomer = writingVerb(customerContract.change, async (scope, input) => {
  const before = await customerFacts(scope.trx, input.customerId);
  if (before === null) throw new Refusal('NotFound', { what: 'customer' });
  const phone = await phoneAfter(scope, before, input.phone);

  const after = { name: input.name, phone, language: input.language };
  await updateCustomer(scope.trx, before.id, after, before.isRegistered);
  await scope.follow({
    ...documentOf(scope, 'customerChanged', {
      customerId: before.id,
      // Which, not what: names and phones stay out of records that are kept for ever.
      changed: (['name', 'phone', 'language'] as const).filter((field) => before[field] !== after[field]),
    }),
    customerId: before.id,
  });
  scope.changed('customer');
  const customer = await customerOfId(scope.trx, before.id);
  if (customer === null) throw new Error('the customer just changed is not there');
  return { customer };
});

/**
 * The phone a customer has from now on; who has one keeps one. Throws PhoneNotUnderstood, PhoneTaken when somebody else
 * lives under it, and ConsentNeeded when it would be the first, because only `create` takes the consent.
 */
async function phoneAfter(scope: WriteScope, before: CustomerFacts, typed: string): Promise<string | null> {
  if (typed === '' && before.phone === null) return null;
  const phone = readPhone(typed);
  if (phone === null) throw new Refusal('PhoneNotUnderstood');
  if (!before.isRegistered) throw new Refusal('ConsentNeeded');
  const owner = await ownerOfPhone(scope.trx, phone.e164);
  if (owner !== null && owner.id !== before.id) {
    throw new Refusal('PhoneTaken', { customerId: owner.id, name: owner.name });
  }
  return phone.e164;
}
