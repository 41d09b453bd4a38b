/** What the rooms above, and the shop's first start, let happen to people inside their own transaction. */
import type { Transaction } from 'kysely';
import type { Role } from '../../shared/actor.ts';
import { Refusal } from '../../shared/errors.ts';
import { approverMay, mayDo } from '../../shared/staff/permissions.ts';
import type { Instant } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import type { WriteScope } from '../verb.ts';
import { peopleHereNow } from './access.ts';

type Trx = Transaction<Tables>;

export interface NewPerson {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** From `hashSecret`: hashing takes long and is done before the transaction. */
  readonly secretHash: string;
  readonly at: Instant;
}

/** Adds somebody who may log in from now on: the owner by password, everybody else by PIN. */
export async function insertPerson(trx: Trx, person: NewPerson): Promise<void> {
  await trx
    .insertInto('person')
    .values({
      id: person.id,
      name: person.name,
      role: person.role,
      secret_kind: person.role === 'owner' ? 'password' : 'pin',
      secret_hash: person.secretHash,
      is_active: 1,
      created_at: person.at,
    })
    .execute();
}

/** Keeps the fingerprint of a new recovery code; those before it are good no more. */
export async function replaceRecoveryCode(
  trx: Trx,
  code: { readonly id: string; readonly hash: string; readonly at: Instant },
): Promise<void> {
  await trx.updateTable('recovery_code').set({ used_at: code.at }).where('used_at', 'is', null).execute();
  await trx
    .insertInto('recovery_code')
    .values({ id: code.id, code_hash: code.hash, created_at: code.at, used_at: null })
    .execute();
}

/** Who stands beside the actor for something that one person should not do alone. */
export interface SecondPerson {
  /** Null when it is done alone, or by the till itself. */
  readonly approverId: string | null;
  /** Nobody else here may do the action: it is done, marked, and the owner sees it first. */
  readonly isAlone: boolean;
}

/**
 * The second person for an act that needs one. `action` is what that person must be allowed, `ledger.approve` for money
 * that moves without goods. Throws SecondPersonNeeded while somebody else who could log in now could stand for it.
 *
 * | who works here           | who acts | approval of   | answer             |
 * |--------------------------|----------|---------------|--------------------|
 * | owner, cashier           | cashier  | owner         | the owner          |
 * | owner, cashier           | cashier  | nobody        | SecondPersonNeeded |
 * | owner, cashier           | owner    | nobody        | alone              |
 * | owner, senior            | owner    | nobody        | SecondPersonNeeded |
 */
export async function secondPerson(
  scope: Pick<WriteScope, 'trx' | 'actor' | 'now' | 'settings' | 'tillId'>,
  action: string,
): Promise<SecondPerson> {
  const { actor } = scope;
  if (actor.role === 'system') return { approverId: null, isAlone: false };
  const { approver } = actor;
  if (approver !== null && approver.personId !== actor.personId && approverMay(actor, action)) {
    return { approverId: approver.personId, isAlone: false };
  }
  const others = (await peopleHereNow(scope.trx, scope)).filter(({ id }) => id !== actor.personId);
  if (others.some(({ role }) => mayDo(role, action, actor.permissions)))
    throw new Refusal('SecondPersonNeeded');
  return { approverId: null, isAlone: true };
}
