/** Logging in at a window, by PIN, password or badge, and out again. */
import { readCode } from '../../shared/code.ts';
import { assertNever, Refusal } from '../../shared/errors.ts';
import { staffContract } from '../../shared/staff/contract.ts';
import type { Approval } from '../../shared/verb.ts';
import { transact } from '../database/transact.ts';
import { documentOf } from '../document.ts';
import type { TillParts } from '../parts.ts';
import { sha256 } from '../sha256.ts';
import {
  actingVerb,
  type CallContext,
  inTransaction,
  type VerbHost,
  type VerbImplementation,
} from '../verb.ts';
import { accessOf } from './access.ts';
import { badgeSubject, type Checked, checkAttempt, checkPerson, forgetAttempts } from './attempts.ts';
import { type Person, personOf, personOfBadge, shownPerson } from './queries.ts';

type LogInParts = Pick<TillParts, 'sessions'>;

/**
 * Logs a person in at the calling window, in place of whoever was in there; the open basket is the window's and stays.
 * Refuses WrongSecret with the tries that are left, LogInDelayed with the end of the wait, LogInLocked; a person who does not
 * exist is answered like a wrong secret, and as slowly. Only whoever had the right secret hears OutsideHours or AccessEnded.
 */
export const logIn = (parts: LogInParts): VerbImplementation<typeof staffContract.logIn> => ({
  procedure: staffContract.logIn,
  kind: 'act',
  run: async (till, context, input) => {
    const { personId, secret } = input as Approval;
    const { now } = await till.readScope(context);
    const checked = await checkPerson(till.db, { personId, secret }, now);
    if (checked.kind !== 'right') throw refusalOf(checked);
    const person = await personOf(till.db, personId);
    if (person === undefined) throw new Error('a person without a row had the right secret');
    return enter(parts, till, context, { person, subject: personId, by: 'secret' });
  },
});

/**
 * The same by a badge. Wrong badges make the next badge wait, and no PIN. A code that cannot be a badge is BadgeUnknown and
 * counts for nothing.
 */
export const logInByBadge = (parts: LogInParts): VerbImplementation<typeof staffContract.logInByBadge> => ({
  procedure: staffContract.logInByBadge,
  kind: 'act',
  run: async (till, context, input) => {
    const read = readCode((input as { readonly code: string }).code);
    if (read?.kind !== 'badge') throw new Refusal('BadgeUnknown');
    const { now } = await till.readScope(context);
    const person = await personOfBadge(till.db, sha256(read.code));
    const attempt = { subject: badgeSubject, now };
    const checked = await checkAttempt(till.db, attempt, async () => person !== undefined);
    if (checked.kind === 'wrong') throw new Refusal('BadgeUnknown');
    if (checked.kind !== 'right') throw refusalOf(checked);
    if (person === undefined) throw new Error('a badge without a person was right');
    return enter(parts, till, context, { person, subject: badgeSubject, by: 'badge' });
  },
});

/** What follows a right secret: the attempts are forgotten, the access is judged, the journal knows, the window is theirs. */
async function enter(
  parts: LogInParts,
  till: VerbHost,
  context: CallContext,
  came: { readonly person: Person; readonly subject: string; readonly by: 'secret' | 'badge' },
) {
  const { person, subject } = came;
  await transact(till.db, (trx) => forgetAttempts(trx, subject));
  const access = await accessOf(till.db, person, await till.readScope(context));
  if (access.kind === 'ended') throw new Refusal('AccessEnded', { endedOn: access.endedOn });
  if (access.kind === 'outsideHours') throw new Refusal('OutsideHours');
  const before = await till.actorOf(context);
  const content: Readonly<Record<string, string>> = {
    ...(came.by === 'badge' ? { by: came.by } : null),
    ...(before === null || before.personId === person.id ? null : { relieved: before.personId }),
  };
  const actor = {
    personId: person.id,
    role: person.role,
    tillId: till.tillId,
    approver: null,
    permissions: await till.permissions(),
  };
  await inTransaction(till, context, actor, (scope) => scope.follow(documentOf(scope, 'logIn', content)));
  parts.sessions.logIn(context.key, person.id);
  return { person: shownPerson(person) };
}

/** Logs the calling window out; nobody was in is fine too. */
export const lock = (parts: LogInParts) =>
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
