/** Who gets in now: judged by what is agreed with a person, by the shop's zone and by its business day. */
import type { Kysely } from 'kysely';
import { type Access, judgeAccess, type ShopMoment } from '../../shared/staff/access.ts';
import type { WorkingHours } from '../../shared/staff/peopleContract.ts';
import { localTimeOf } from '../../shared/time.ts';
import { businessDayNow } from '../businessDay.ts';
import type { Tables } from '../database/tables.ts';
import type { Scope } from '../verb.ts';
import { activePeople, type Person } from './queries.ts';

type Db = Kysely<Tables>;

/** What the judgement needs of a scope. */
export type AccessScope = Pick<Scope, 'now' | 'settings' | 'tillId'>;

/** Everybody's agreed hours, or one person's. */
export async function workingHours(
  db: Db,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly WorkingHours[]>> {
  const rows = await db
    .selectFrom('working_hours')
    .select(['person_id', 'weekday', 'from_minute as fromMinute', 'to_minute as toMinute'])
    .where('person_id', 'in', [...personIds])
    .orderBy('person_id')
    .orderBy('hours_no')
    .execute();
  const found = new Map<string, WorkingHours[]>();
  for (const { person_id, ...hours } of rows) {
    const known = found.get(person_id);
    if (known === undefined) found.set(person_id, [hours]);
    else known.push(hours);
  }
  return found;
}

/**
 * Whether somebody who works here gets in now. The day is never earlier than the till's last document, so that a clock set
 * back opens nothing again.
 */
export async function accessOf(db: Db, person: Person, scope: AccessScope): Promise<Access> {
  if (person.role === 'owner' || (person.accessEndsOn === null && !person.isBoundToHours)) return anyTime;
  const moment = await momentOf(db, scope);
  const hours = person.isBoundToHours ? (await workingHours(db, [person.id])).get(person.id) : undefined;
  return judgeAccess(agreedWith(person, hours), moment);
}

/** Everybody who could log in now: who could stand beside somebody as a second person. */
export async function peopleHereNow(db: Db, scope: AccessScope): Promise<readonly Person[]> {
  const people = await activePeople(db);
  const bound = people.filter((person) => person.isBoundToHours).map(({ id }) => id);
  const hours = bound.length === 0 ? null : await workingHours(db, bound);
  const moment = await momentOf(db, scope);
  return people.filter(
    (person) => judgeAccess(agreedWith(person, hours?.get(person.id)), moment).kind === 'open',
  );
}

const anyTime: Access = { kind: 'open' };

async function momentOf(db: Db, scope: AccessScope): Promise<ShopMoment> {
  const { hour, minute } = localTimeOf(scope.now, scope.settings.timeZone);
  return { day: await businessDayNow(db, scope), minute: hour * 60 + minute };
}

function agreedWith(person: Person, hours: readonly WorkingHours[] = []) {
  const { role, accessEndsOn: endsOn, isBoundToHours } = person;
  return { role, endsOn, isBoundToHours, hours };
}
