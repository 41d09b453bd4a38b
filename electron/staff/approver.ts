/** The second person who allows something in place, at the same window and with a secret of their own. */
import type { Kysely } from 'kysely';
import type { Actor, Role } from '../../shared/actor.ts';
import { Refusal } from '../../shared/errors.ts';
import type { Approval } from '../../shared/verb.ts';
import type { Tables } from '../database/tables.ts';
import { transact } from '../database/transact.ts';
import { type AccessScope, accessOf, peopleHereNow } from './access.ts';
import { checkPerson, forgetAttempts } from './attempts.ts';
import { personOf } from './queries.ts';

/**
 * The second person beside an actor. Their wrong attempts count like those of a log-in. Refuses ApprovalRefused with the
 * reason; whether the person's role may allow the action is judged by the caller.
 *
 * | who approves                        | answer        |
 * |-------------------------------------|---------------|
 * | another person, right secret        | that person   |
 * | the actor, alone in the shop        | the actor     |
 * | the actor, others work here         | samePerson    |
 * | somebody who has left or never was  | unknownPerson |
 * | outside their hours, access ended   | notAllowed    |
 * | another person, wrong secret        | wrongPin      |
 * | somebody who must wait              | locked        |
 */
export async function approverOf(
  scope: AccessScope & { readonly db: Kysely<Tables> },
  approval: Approval,
  actor: Actor,
): Promise<{ readonly personId: string; readonly role: Role }> {
  const { db } = scope;
  const { personId } = approval;
  if (personId === actor.personId && (await peopleHereNow(db, scope)).length > 1)
    refuseApproval('samePerson');
  const person = await personOf(db, personId);
  const checked = await checkPerson(db, approval, scope.now);
  if (person === undefined) return refuseApproval('unknownPerson');
  if (checked.kind === 'wrong') refuseApproval('wrongPin');
  if (checked.kind !== 'right') refuseApproval('locked');
  await transact(db, (trx) => forgetAttempts(trx, personId));
  if ((await accessOf(db, person, scope)).kind !== 'open') refuseApproval('notAllowed');
  return { personId, role: person.role };
}

function refuseApproval(
  reason: 'unknownPerson' | 'wrongPin' | 'notAllowed' | 'samePerson' | 'locked',
): never {
  throw new Refusal('ApprovalRefused', { reason });
}
