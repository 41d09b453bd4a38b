/** The verbs customer.photo, savePhoto and removePhoto: a face, kept only when the customer wants it. */
import { customerContract } from '../../shared/customer/contract.ts';
import { readPhoto } from '../../shared/customer/photo.ts';
import { isRefused, Refusal } from '../../shared/errors.ts';
import { readingVerb, writingVerb } from '../verb.ts';
import { followChange, knownCustomer, registeredCustomer } from './about.ts';
import { personIdOf } from './create.ts';

export const photo = readingVerb(customerContract.photo, async ({ db }, { customerId }) => {
  const { id } = await knownCustomer(db, customerId);
  const row = await db
    .selectFrom('customer_photo')
    .select('image_base64')
    .where('customer_id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return { photo: null };
  const read = readPhoto(Buffer.from(row.image_base64, 'base64'));
  if (isRefused(read)) throw new Error('a kept photo is none');
  return { photo: { kind: read.kind, imageBase64: row.image_base64 } };
});

export const savePhoto = writingVerb(customerContract.savePhoto, async (scope, input) => {
  const { id } = await registeredCustomer(scope.trx, input.customerId);
  const read = readPhoto(Buffer.from(input.imageBase64, 'base64'));
  if (isRefused(read)) throw new Refusal(read.refused, read.data);
  const taken = { image_base64: input.imageBase64, taken_at: scope.now, person_id: personIdOf(scope) };
  await scope.trx
    .insertInto('customer_photo')
    .values({ customer_id: id, ...taken })
    .onConflict((conflict) => conflict.column('customer_id').doUpdateSet(taken))
    .execute();
  await followChange(scope, id, ['photo']);
  return {};
});

export const removePhoto = writingVerb(customerContract.removePhoto, async (scope, { customerId }) => {
  const { id } = await knownCustomer(scope.trx, customerId);
  const removed = await scope.trx
    .deleteFrom('customer_photo')
    .where('customer_id', '=', id)
    .returning('customer_id')
    .execute();
  if (removed.length > 0) await followChange(scope, id, ['photo']);
  return {};
});
