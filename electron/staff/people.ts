/** Who works here: the list of the log-in screen, new people, new secrets, and opening a locked log-in. */
import type { Transaction } from 'kysely';
import { Refusal } from '../../shared/errors.ts';
import { staffContract } from '../../shared/staff/contract.ts';
import { isGoodPassword, isGoodPin } from '../../shared/staff/secret.ts';
import { tidyName } from '../../shared/text.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import { preparedVerb, readingVerb, writingVerb } from '../verb.ts';
import { checkPerson, forgetAttempts } from './attempts.ts';
import { insertPerson } from './inTransaction.ts';
import { refusalOf } from './logIn.ts';
import { activePeople, personOf, shownPerson } from './queries.ts';
import { hashSecret } from './secrets.ts';

export const people = readingVerb(staffContract.people, async (scope) => ({
  people: (await activePeople(scope.db)).map(shownPerson),
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

/** Another owner beside the first, with a password of their own. The recovery code is the shop's and serves both. */
export const addOwner = preparedVerb(staffContract.addOwner, async (prepared, input) => {
  if (!isGoodPassword(input.password)) throw new Refusal('WeakPassword');
  const secretHash = await hashSecret(input.password, prepared.random);
  return async (scope) => {
    const id = scope.newId();
    await insertPerson(scope.trx, {
      id,
      name: tidyName(input.name),
      role: 'owner',
      secretHash,
      at: scope.now,
    });
    await scope.follow(documentOf(scope, 'personAdded', { personId: id, role: 'owner' }));
    scope.changed('staff');
    return { personId: id };
  };
});

/** Gives somebody a new PIN and all their tries. Refuses NotFound for an owner, who has a password instead. */
export const changePin = preparedVerb(staffContract.changePin, async (prepared, input) => {
  if (!isGoodPin(input.pin)) throw new Refusal('WeakPin');
  const secretHash = await hashSecret(input.pin, prepared.random);
  return async (scope) => {
    const person = await personOf(scope.trx, input.personId);
    if (person?.secretKind !== 'pin') throw new Refusal('NotFound', { what: 'person' });
    await keepSecret(scope.trx, person.id, secretHash);
    await scope.follow(documentOf(scope, 'secretChanged', { personId: person.id }));
    scope.changed('staff');
    return {};
  };
});

/**
 * A new PIN or password of one's own, by whoever knows the old one; wrong ones count like those of a log-in. What is too
 * easy to guess is refused before the old one is looked at.
 */
export const changeOwnSecret = preparedVerb(staffContract.changeOwnSecret, async (prepared, input) => {
  const { actor, db, now } = prepared;
  const person = actor === null ? undefined : await personOf(db, actor.personId);
  if (person === undefined) throw new Refusal('LogInNeeded');
  if (person.secretKind === 'pin' && !isGoodPin(input.newSecret)) throw new Refusal('WeakPin');
  if (person.secretKind === 'password' && !isGoodPassword(input.newSecret)) throw new Refusal('WeakPassword');
  const checked = await checkPerson(db, { personId: person.id, secret: input.oldSecret }, now);
  // Refused inside, after a repetition of an answered request had its own answer.
  if (checked.kind !== 'right') {
    return async () => {
      throw refusalOf(checked);
    };
  }
  const secretHash = await hashSecret(input.newSecret, prepared.random);
  return async (scope) => {
    await keepSecret(scope.trx, person.id, secretHash);
    await scope.follow(documentOf(scope, 'secretChanged', { personId: person.id }));
    scope.changed('staff');
    return {};
  };
});

/** A person's new secret, with all their tries. */
async function keepSecret(trx: Transaction<Tables>, personId: string, secretHash: string): Promise<void> {
  await trx.updateTable('person').set({ secret_hash: secretHash }).where('id', '=', personId).execute();
  await forgetAttempts(trx, personId);
}

/** Lets somebody try again at once. An owner's lock is opened by another owner or by the recovery code, never by a senior. */
export const unlock = writingVerb(staffContract.unlock, async (scope, input) => {
  const person = await personOf(scope.trx, input.personId);
  if (person === undefined) throw new Refusal('NotFound', { what: 'person' });
  const isByOwner = scope.actor.role === 'owner' && scope.actor.personId !== person.id;
  if (person.role === 'owner' && !isByOwner) throw new Refusal('NotAllowed', { action: 'staff.unlock' });
  await forgetAttempts(scope.trx, person.id);
  await scope.follow(documentOf(scope, 'logInUnlocked', { personId: person.id }));
  scope.changed('staff');
  return {};
});
