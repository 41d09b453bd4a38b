/** Who works here: the list of the log-in screen, new people, new PINs, and opening a locked log-in. */
import { Refusal } from '../../shared/errors.ts';
import { staffContract } from '../../shared/staff/contract.ts';
import { isGoodPin } from '../../shared/staff/secret.ts';
import { tidyName } from '../../shared/text.ts';
import { documentOf } from '../document.ts';
import { preparedVerb, readingVerb, writingVerb } from '../verb.ts';
import { forgetAttempts } from './attempts.ts';
import { insertPerson } from './inTransaction.ts';
import { activePeople, personOf } from './queries.ts';
import { hashSecret } from './secrets.ts';

export const people = readingVerb(staffContract.people, async (scope) => ({
  people: [...(await activePeople(scope.db))],
}));

export const addPerson = preparedVerb(staffContract.addPerson, async (prepared, input) => {
  if (!isGoodPin(input.pin)) throw new Refusal('WeakPin');
  const secretHash = await hashSecret(input.pin, prepared.random);
  return async (scope) => {
    const { role } = input;
    const id = scope.newId();
    const name = tidyName(input.name);
    await insertPerson(scope.trx, { id, name, role, secretHash, at: scope.now });
    await scope.follow(documentOf(scope, 'personAdded', { personId: id, role }));
    scope.changed('staff');
    return { person: { id, name, role, secretKind: 'pin' as const, isActive: true } };
  };
});

/** Gives somebody a new PIN and all their tries. Refuses NotFound for the owner, who has a password instead. */
export const changePin = preparedVerb(staffContract.changePin, async (prepared, input) => {
  if (!isGoodPin(input.pin)) throw new Refusal('WeakPin');
  const secretHash = await hashSecret(input.pin, prepared.random);
  return async (scope) => {
    const person = await personOf(scope.trx, input.personId);
    if (person?.secretKind !== 'pin') throw new Refusal('NotFound', { what: 'person' });
    await scope.trx
      .updateTable('person')
      .set({ secret_hash: secretHash })
      .where('id', '=', person.id)
      .execute();
    await forgetAttempts(scope.trx, person.id);
    await scope.follow(documentOf(scope, 'secretChanged', { personId: person.id }));
    scope.changed('staff');
    return {};
  };
});

/** Lets somebody try again at once. The owner's own lock is opened by the recovery code only, never by a senior. */
export const unlock = writingVerb(staffContract.unlock, async (scope, input) => {
  const person = await personOf(scope.trx, input.personId);
  if (person === undefined) throw new Refusal('NotFound', { what: 'person' });
  if (person.role === 'owner') throw new Refusal('NotAllowed', { action: 'staff.unlock' });
  await forgetAttempts(scope.trx, person.id);
  await scope.follow(documentOf(scope, 'logInUnlocked', { personId: person.id }));
  scope.changed('staff');
  return {};
});
