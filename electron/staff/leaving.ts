/** Somebody leaves, with what is still theirs to do handed over; and somebody who had left works here again. */
import { Refusal } from '../../shared/errors.ts';
import { staffContract } from '../../shared/staff/contract.ts';
import { isGoodPin } from '../../shared/staff/secret.ts';
import { documentOf } from '../document.ts';
import type { TillParts } from '../parts.ts';
import { preparedVerb, type WriteScope, writingVerb } from '../verb.ts';
import { forgetAttempts } from './attempts.ts';
import { handOverPlan } from './plan.ts';
import { activePeople, personOf } from './queries.ts';
import { hashSecret } from './secrets.ts';

/**
 * Gives what is still open of a leaver to another person. Where something is open and `toId` is null it refuses, with a code
 * that the contract of staff.leave declares.
 */
export type HandOver = (
  scope: WriteScope,
  leaver: { readonly fromId: string; readonly toId: string | null },
) => Promise<void>;

/**
 * Ends a person's log-in, badge and sessions; documents go on naming them. Refuses LastOwner, because a shop has an owner,
 * and HandOverNeeded while shifts are planned and nobody takes them. `handOvers` are the rooms above with work of people.
 */
export const leave = (parts: Pick<TillParts, 'sessions'>, handOvers: readonly HandOver[]) =>
  writingVerb(staffContract.leave, async (scope, { personId, handOverTo: toId }) => {
    const { trx } = scope;
    const person = await personOf(trx, personId);
    if (person === undefined) throw new Refusal('NotFound', { what: 'person' });
    const others = (await activePeople(trx)).filter(({ id }) => id !== personId);
    const isLastOwner = person.role === 'owner' && !others.some(({ role }) => role === 'owner');
    if (isLastOwner) throw new Refusal('LastOwner');
    if (toId !== null && !others.some(({ id }) => id === toId)) {
      throw new Refusal('NotFound', { what: 'person' });
    }
    const plannedShifts = await handOverPlan(scope, { fromId: personId, toId });
    for (const handOver of handOvers) await handOver(scope, { fromId: personId, toId });
    await trx
      .updateTable('person')
      .set({ is_active: 0, left_at: scope.now })
      .where('id', '=', personId)
      .execute();
    await trx.deleteFrom('badge').where('person_id', '=', personId).execute();
    await scope.follow(documentOf(scope, 'personLeft', { personId, handOverTo: toId, plannedShifts }));
    scope.changed('staff', 'shop');
    scope.afterCommit(() => parts.sessions.endAll(personId));
    return { plannedShifts };
  });

/**
 * A senior or cashier who left is back, with a new PIN, all tries, and no end of access. Refuses OwnerNeedsPassword for a
 * former owner, NotFound for somebody who works here.
 */
export const comeBack = preparedVerb(staffContract.comeBack, async (prepared, input) => {
  if (!isGoodPin(input.pin)) throw new Refusal('WeakPin');
  const secretHash = await hashSecret(input.pin, prepared.random);
  return async (scope) => {
    const { trx } = scope;
    const left = await trx
      .selectFrom('person')
      .select(['id', 'role'])
      .where('id', '=', input.personId)
      .where('is_active', '=', 0)
      .executeTakeFirst();
    if (left === undefined) throw new Refusal('NotFound', { what: 'person' });
    if (left.role === 'owner') throw new Refusal('OwnerNeedsPassword');
    await trx
      .updateTable('person')
      .set({ is_active: 1, left_at: null, access_ends_on: null, secret_hash: secretHash })
      .where('id', '=', left.id)
      .execute();
    await forgetAttempts(trx, left.id);
    await scope.follow(documentOf(scope, 'personCameBack', { personId: left.id }));
    scope.changed('staff');
    return {};
  };
});
