/** The verb customer.merge: two customers turn out to be one person. */
import { customerContract } from '../../shared/customer/contract.ts';
import { Refusal } from '../../shared/errors.ts';
import { documentOf } from '../document.ts';
import { type WriteScope, writingVerb } from '../verb.ts';
import { mergeFigures } from './follower.ts';
import { householdIdOf } from './household.ts';
import { bringProfileAlong } from './mergeProfile.ts';
import { forgetOldMerges, keepHousehold } from './mergeRecord.ts';
import { rememberCustomerMoves } from './mergeTables.ts';
import { type CustomerFacts, customerFacts, customerOfId, tagsOfCustomer } from './queries.ts';
import { closeMerged, keepFormerPhone, updateBirthDate, updateCustomer, writeTags } from './rows.ts';

/**
 * Everything of the second customer becomes the first one's: cards, phones, facts, household, photo, tags and figures here;
 * bonus, coupons, debts and stamps in their own rooms, which follow the document's `fromCustomerId`. Receipts keep the name
 * they were made out to and are found under the first customer (`everyIdOf`). What both have told, the first one's word holds.
 * Every room remembers what it moved, so that the merge can be taken back for a day.
 */
export const mergeCustomers = writingVerb(customerContract.merge, async (scope, { intoId, fromId }) => {
  const { trx } = scope;
  const into = await customerFacts(trx, intoId);
  const from = await customerFacts(trx, fromId);
  if (into === null || from === null) throw new Refusal('NotFound', { what: 'customer' });
  if (into.id === from.id) throw new Refusal('SameCustomer');

  const document = {
    ...documentOf(scope, 'customerMerged', { customerId: into.id, fromCustomerId: from.id }),
    customerId: into.id,
  };
  await beginMerge(scope, document.id, into.id, from.id);
  const householdId = await householdIdOf(trx, from.id);
  await keepHousehold(trx, document.id, householdId);
  await rememberCustomerMoves(trx, document, async () => {
    await closeMerged(trx, from.id, into.id);
    await trx.updateTable('card').set({ customer_id: into.id }).where('customer_id', '=', from.id).execute();
    await joinWhatWasTold(scope, into, from);
    await bringProfileAlong(trx, from.id, into.id);
    await mergeFigures(trx, from.id, into.id);
  });
  await scope.follow(document);
  scope.changed('customer', 'loyalty', 'credit', 'coupon', 'sale');
  const customer = await customerOfId(trx, into.id);
  if (customer === null) throw new Error('the customer just merged is not there');
  return { customer };
});

/** What older merges moved is needed no more; it may hold names and phones. */
async function beginMerge(scope: WriteScope, id: string, intoId: string, fromId: string): Promise<void> {
  const { trx, now, actor } = scope;
  await forgetOldMerges(trx, now);
  await trx
    .insertInto('merge')
    .values({
      id,
      into_id: intoId,
      from_id: fromId,
      merged_at: now,
      person_id: actor.role === 'system' ? null : actor.personId,
      undone_at: null,
    })
    .execute();
}

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
