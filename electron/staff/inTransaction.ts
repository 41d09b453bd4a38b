/** What the rooms above, and the shop's first start, let happen to people inside their own transaction. */
import type { Transaction } from 'kysely';
import type { Role } from '../../shared/actor.ts';
import type { Instant } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';

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
