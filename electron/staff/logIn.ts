/** Logging in and out at a window, and the second person who allows something in place. */
import type { Kysely } from 'kysely';
import type { Actor, Role } from '../../shared/actor.ts';
import { assertNever, Refusal } from '../../shared/errors.ts';
import { staffContract } from '../../shared/staff/contract.ts';
import type { Instant } from '../../shared/time.ts';
import type { Approval } from '../../shared/verb.ts';
import type { Tables } from '../database/tables.ts';
import { transact } from '../database/transact.ts';
import { documentOf } from '../document.ts';
import type { TillParts } from '../parts.ts';
import { actingVerb, inTransaction, type VerbImplementation } from '../verb.ts';
import { type Checked, checkSecret, forgetAttempts, strangerSubject } from './attempts.ts';
import { activePeople, personOf, secretHashOf } from './queries.ts';

/**
 * Logs a person in at the calling window. Refuses WrongSecret with the tries that are left, LogInDelayed with the end of the
 * wait, LogInLocked; a person who does not exist is answered like a wrong secret, and as slowly.
 */
export const logIn = (
  parts: Pick<TillParts, 'sessions'>,
): VerbImplementation<typeof staffContract.logIn> => ({
  procedure: staffContract.logIn,
  kind: 'act',
  run: async (till, context, input) => {
    const { personId, secret } = input as Approval;
    const { now, tillId } = await till.readScope(context);
    const person = await personOf(till.db, personId);
    const checked = await checkPerson(till.db, { personId, secret }, now);
    if (checked.kind !== 'right') throw refusalOf(checked);
    if (person === undefined) throw new Error('a person without a row had the right secret');
    const actor: Actor = { personId, role: person.role, tillId, approver: null };
    await inTransaction(till, context, actor, async (scope) => {
      await forgetAttempts(scope.trx, personId);
      await scope.follow(documentOf(scope, 'logIn', {}));
    });
    parts.sessions.logIn(context.key, personId);
    return { person };
  },
});

/** Logs the calling window out; nobody was in is fine too. */
export const lock = (parts: Pick<TillParts, 'sessions'>) =>
  actingVerb(staffContract.lock, async (scope) => {
    parts.sessions.logOut(scope.key);
    return {};
  });

/** The answer to an attempt that was not let in. */
export function refusalOf(checked: Exclude<Checked, { readonly kind: 'right' }>): Refusal {
  switch (checked.kind) {
    case 'wrong':
      return new Refusal('WrongSecret', { triesLeft: checked.triesLeft });
    case 'wait':
      return new Refusal('LogInDelayed', { until: checked.until });
    case 'locked':
      return new Refusal('LogInLocked');
    default:
      return assertNever(checked);
  }
}

/** Counts an attempt of a person and looks at the secret; all who do not exist share one count. */
async function checkPerson(db: Kysely<Tables>, approval: Approval, now: Instant): Promise<Checked> {
  const hash = await secretHashOf(db, approval.personId);
  const subject = hash === undefined ? strangerSubject : approval.personId;
  return checkSecret(db, { subject, secret: approval.secret, hash, now });
}

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
 * | another person, wrong secret        | wrongPin      |
 * | somebody who must wait              | locked        |
 */
export async function approverOf(
  db: Kysely<Tables>,
  approval: Approval,
  actor: Actor,
  now: Instant,
): Promise<{ readonly personId: string; readonly role: Role }> {
  const { personId } = approval;
  if (personId === actor.personId && (await activePeople(db)).length > 1) refuseApproval('samePerson');
  const person = await personOf(db, personId);
  const checked = await checkPerson(db, approval, now);
  if (person === undefined) return refuseApproval('unknownPerson');
  if (checked.kind === 'wrong') refuseApproval('wrongPin');
  if (checked.kind !== 'right') refuseApproval('locked');
  await transact(db, (trx) => forgetAttempts(trx, personId));
  return { personId, role: person.role };
}

function refuseApproval(reason: 'unknownPerson' | 'wrongPin' | 'samePerson' | 'locked'): never {
  throw new Refusal('ApprovalRefused', { reason });
}
