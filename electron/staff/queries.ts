/** What the room reads: people, their secrets' fingerprints and the recovery code that is still good. */
import type { Kysely } from 'kysely';
import type { Role } from '../../shared/actor.ts';
import { hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** The owner logs in by password, everybody else by PIN. */
  readonly secretKind: 'pin' | 'password';
  readonly isActive: boolean;
}

const personColumns = ['id', 'name', 'role', 'secret_kind as secretKind', 'is_active'] as const;

const activePerson = hotQuery((db: Db, value: { id: string }) =>
  db.selectFrom('person').select(personColumns).where('id', '=', value.id).where('is_active', '=', 1),
);

function withFlag<T extends { readonly is_active: 0 | 1 }>({ is_active, ...person }: T) {
  return { ...person, isActive: is_active === 1 };
}

/** A person who works here now; undefined for an id nobody has, and for somebody who has left. */
export async function personOf(db: Db, id: string): Promise<Person | undefined> {
  const row = await activePerson.first(db, { id });
  return row === undefined ? undefined : withFlag(row);
}

/** The names of people by id, also of those who have left: what documents of the past show. */
export async function namesOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Everybody who works here now: the owner first, then in the order in which they came. */
export async function activePeople(db: Db): Promise<readonly Person[]> {
  const rows = await db
    .selectFrom('person')
    .select(personColumns)
    .where('is_active', '=', 1)
    .orderBy((eb) => eb.case().when('role', '=', 'owner').then(0).else(1).end())
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(withFlag);
}

/** Whether the shop has an owner, which is what makes it a started shop. */
export async function hasOwner(db: Db): Promise<boolean> {
  const row = await db.selectFrom('person').select('id').where('role', '=', 'owner').executeTakeFirst();
  return row !== undefined;
}

/** The stored fingerprint of a person's PIN or password; undefined for somebody who may not log in. */
export async function secretHashOf(db: Db, personId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('person')
    .select('secret_hash')
    .where('id', '=', personId)
    .where('is_active', '=', 1)
    .executeTakeFirst();
  return row?.secret_hash;
}

/** The recovery code that nobody has used yet. */
export function unusedRecoveryCode(
  db: Db,
): Promise<{ readonly id: string; readonly code_hash: string } | undefined> {
  return db
    .selectFrom('recovery_code')
    .select(['id', 'code_hash'])
    .where('used_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}
