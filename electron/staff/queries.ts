/** What the room reads: people, their secrets' fingerprints and the recovery code that is still good. */
import type { Kysely } from 'kysely';
import type { PermissionMatrix, Role } from '../../shared/actor.ts';
import { type BasisPoints, basisPoints } from '../../shared/money.ts';
import { permissionsWith } from '../../shared/staff/permissions.ts';
import type { BusinessDay } from '../../shared/time.ts';
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
  /** The last day of somebody who helps out; null for no end. */
  readonly accessEndsOn: BusinessDay | null;
  readonly isBoundToHours: boolean;
  /** The most this person may take off by hand; null for what the role may. */
  readonly discountBasisPoints: BasisPoints | null;
}

const personColumns = [
  'id',
  'name',
  'role',
  'secret_kind as secretKind',
  'is_active',
  'access_ends_on',
  'is_bound_to_hours',
  'discount_basis_points',
] as const;

const activePerson = hotQuery((db: Db, value: { id: string }) =>
  db.selectFrom('person').select(personColumns).where('id', '=', value.id).where('is_active', '=', 1),
);

interface PersonRow extends Pick<Person, 'id' | 'name' | 'role' | 'secretKind'> {
  readonly is_active: 0 | 1;
  readonly access_ends_on: string | null;
  readonly is_bound_to_hours: 0 | 1;
  readonly discount_basis_points: number | null;
}

function asPerson(row: PersonRow): Person {
  const { id, name, role, secretKind, discount_basis_points: limit } = row;
  return {
    id,
    name,
    role,
    secretKind,
    isActive: row.is_active === 1,
    accessEndsOn: row.access_ends_on as BusinessDay | null,
    isBoundToHours: row.is_bound_to_hours === 1,
    discountBasisPoints: limit === null ? null : basisPoints(limit),
  };
}

/** A person who works here now; undefined for an id nobody has, and for somebody who has left. */
export async function personOf(db: Db, id: string): Promise<Person | undefined> {
  const row = await activePerson.first(db, { id });
  return row === undefined ? undefined : asPerson(row);
}

/** Whose badge it is, by the SHA-256 of its code; undefined for a badge that nobody carries. */
export async function personOfBadge(db: Db, codeHash: string): Promise<Person | undefined> {
  const row = await db
    .selectFrom('badge')
    .select('person_id')
    .where('code_hash', '=', codeHash)
    .executeTakeFirst();
  return row === undefined ? undefined : personOf(db, row.person_id);
}

/** What everybody may know of a person: nothing of limits and hours. */
export function shownPerson({ id, name, role, secretKind, isActive }: Person) {
  return { id, name, role, secretKind, isActive };
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
  return rows.map(asPerson);
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

const changedPermissions = hotQuery((db: Db) =>
  db.selectFrom('role_permission').select(['action', 'role', 'is_allowed']),
);

/** The rights as the owner has them now. */
export async function permissionsIn(db: Db): Promise<PermissionMatrix> {
  const rows = await changedPermissions.all(db, {});
  return permissionsWith(
    rows.map(({ action, role, is_allowed }) => ({ action, role, isAllowed: is_allowed === 1 })),
  );
}
