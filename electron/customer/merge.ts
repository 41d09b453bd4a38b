/** The verb customer.merge: two customers turn out to be one person. */
import { customerContract } from '../../shared/customer/contract.ts';
import { Refusal } from '../../shared/errors.ts';
import { documentOf } from '../document.ts';
import { type WriteScope, writingVerb } from '../verb.ts';
import { mergeFigures } from './follower.ts';
import { bringProfileAlong } from './mergeProfile.ts';
import { type CustomerFacts, customerFacts, customerOfId, tagsOfCustomer } from './queries.ts';
import { closeMerged, keepFormerPhone, updateBirthDate, updateCustomer, writeTags } from './rows.ts';

/**
 * Everything of the second customer becomes the first one's: cards, phones, facts, household, photo, tags and figures here;
 * bonus, coupons, debts and stamps in their own rooms, which follow the document's `fromCustomerId`. Receipts keep the name
 * they were made out to and are found under the first customer (`everyIdOf`). What both have told, the first one's word holds.
 */
export const mergeCustomers = writingVerb(customerContract.merge, async (scope, { intoId, fromId }) => {
  const { trx } = scope;
  const into = await customerFacts(trx, intoId);
  const from = await customerFacts(trx, fromId);
  if (into === null || from === null) throw new Refusal('NotFound', { what: 'customer' });
  if (into.id === from.id) throw new Refusal('SameCustomer');

  await closeMerged(trx, from.id, into.id);
  await trx.updateTable('card').set({ customer_id: into.id }).where('customer_id', '=', from.id).execute();
  await joinWhatWasTold(scope, into, from);
  await bringProfileAlong(trx, from.id, into.id);
  await mergeFigures(trx, from.id, into.id);
  await scope.follow({
    ...documentOf(scope, 'customerMerged', { customerId: into.id, fromCustomerId: from.id }),
    customerId: into.id,
  });
  scope.changed('customer', 'loyalty', 'credit', 'coupon', 'sale');
  const customer = await customerOfId(trx, into.id);
  if (customer === null) throw new Error('the customer just merged is not there');
  return { customer };
});

/** Name, phone, language, birthday and tags; a second phone stays known as a former one of the same person. */
async function joinWhatWasTold(scope: WriteScope, into: CustomerFacts, from: CustomerFacts): Promise<void> {
  const { trx, now } = scope;
  const registration = {
    name: into.name === '' ? from.name : into.name,
    phone: into.phone ?? from.phone,
    language: into.language ?? from.language,
  };
  await updateCustomer(trx, into.id, registration, into.isRegistered || from.isRegistered);
  if (into.phone !== null && from.phone !== null) await keepFormerPhone(trx, into.id, from.phone, now);
  if (into.birthDate === null) await updateBirthDate(trx, into.id, from);
  if (from.birthdayUsedOn !== null && from.birthdayUsedOn > (into.birthdayUsedOn ?? '')) {
    await trx
      .updateTable('customer')
      .set({ birthday_used_on: from.birthdayUsedOn })
      .where('id', '=', into.id)
      .execute();
  }
  const before = await tagsOfCustomer(trx, into.id);
  const after = [...new Set([...before, ...(await tagsOfCustomer(trx, from.id))])].sort();
  await writeTags(trx, into.id, { before, after, now });
}
