/** The verbs customer.addPhone and removePhone: more numbers under which one person is known. */
import type { Transaction } from 'kysely';
import { customerContract } from '../../shared/customer/contract.ts';
import { lastFourDigits, readPhone } from '../../shared/customer/phone.ts';
import { Refusal } from '../../shared/errors.ts';
import type { Tables } from '../database/tables.ts';
import { writingVerb } from '../verb.ts';
import { followChange, knownCustomer, registeredCustomer } from './about.ts';
import { ownerOfPhone } from './queries.ts';
import { keepFormerPhone, refreshSearchText } from './rows.ts';

/** A number that the customer has already is answered as it stands; only its label may become another. */
export const addPhone = writingVerb(customerContract.addPhone, async (scope, input) => {
  const { trx, now } = scope;
  const customer = await registeredCustomer(trx, input.customerId);
  const phone = readPhone(input.phone);
  if (phone === null) throw new Refusal('PhoneNotUnderstood');
  const owner = await ownerOfPhone(trx, phone.e164);
  if (owner !== null && owner.id !== customer.id) {
    throw new Refusal('PhoneTaken', { customerId: owner.id, name: owner.name });
  }
  if (phone.e164 === customer.phone) return {};
  await trx
    .insertInto('customer_phone')
    .values({
      phone: phone.e164,
      phone_last4: lastFourDigits(phone.e164),
      customer_id: customer.id,
      label: input.label,
      added_at: now,
    })
    .onConflict((conflict) => conflict.column('phone').doUpdateSet({ label: input.label }))
    .execute();
  await refreshSearchText(trx, customer.id);
  await followChange(scope, customer.id, ['phones']);
  return {};
});

export const removePhone = writingVerb(customerContract.removePhone, async (scope, { customerId, phone }) => {
  const { trx, now } = scope;
  const customer = await knownCustomer(trx, customerId);
  const removed = await trx
    .deleteFrom('customer_phone')
    .where('phone', '=', phone)
    .where('customer_id', '=', customer.id)
    .returning('phone')
    .execute();
  if (removed.length === 0) throw new Refusal('NotFound', { what: 'phone' });
  await keepFormerPhone(trx, customer.id, phone, now);
  await refreshSearchText(trx, customer.id);
  await followChange(scope, customer.id, ['phones']);
  return {};
});

/** Everything under which the one was known finds the other from now on. The main phone stays with `updateCustomer`. */
export async function bringPhonesAlong(
  trx: Transaction<Tables>,
  fromId: string,
  intoId: string,
): Promise<void> {
  await trx
    .updateTable('customer_phone')
    .set({ customer_id: intoId })
    .where('customer_id', '=', fromId)
    .execute();
  await refreshSearchText(trx, intoId);
}
