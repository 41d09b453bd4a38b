/** What is agreed with each person: the name, the role, the discount limit, the end of access and the hours. */
import type { Kysely } from 'kysely';
import { Refusal } from '../../shared/errors.ts';
import { basisPoints, som } from '../../shared/money.ts';
import { overlappingWeekday } from '../../shared/staff/access.ts';
import { staffContract } from '../../shared/staff/contract.ts';
import type { WorkingHours } from '../../shared/staff/peopleContract.ts';
import { tidyName } from '../../shared/text.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import type { TillParts } from '../parts.ts';
import { readingVerb, type VerbInput, type WriteScope, writingVerb } from '../verb.ts';
import { accessOf, workingHours } from './access.ts';
import { type Person, personOf } from './queries.ts';
import { skillTicks } from './skills.ts';

type Db = Kysely<Tables>;

/** Everybody, those who work here first and each group in the order in which they came. */
export const team = readingVerb(staffContract.team, async ({ db }) => {
  const people = await db
    .selectFrom('person')
    .selectAll()
    .orderBy('is_active', 'desc')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const ids = people.map(({ id }) => id);
  const hours = await workingHours(db, ids);
  const learned = await learnedBy(db);
  const badges = await db.selectFrom('badge').select('person_id').execute();
  const withBadge = new Set(badges.map((badge) => badge.person_id));
  return {
    people: people.map((person) => ({
      id: person.id,
      name: person.name,
      role: person.role,
      secretKind: person.secret_kind,
      isActive: person.is_active === 1,
      discountBasisPoints:
        person.discount_basis_points === null ? null : basisPoints(person.discount_basis_points),
      giftBudgetSom: som(person.gift_budget_som),
      accessEndsOn: person.access_ends_on as BusinessDay | null,
      isBoundToHours: person.is_bound_to_hours === 1,
      hours: [...(hours.get(person.id) ?? [])],
      hasBadge: withBadge.has(person.id),
      cameAt: person.created_at as Instant,
      leftAt: person.left_at as Instant | null,
      skills: learned.skills.filter((skill) => skill.personId === person.id),
      tour: learned.tour.filter((step) => step.personId === person.id),
    })),
  };
});

/** The skills and tour steps of everybody: a shop has a few people. */
async function learnedBy(db: Db) {
  const tour = await db
    .selectFrom('tour_step_done')
    .select(['person_id as personId', 'step', 'done_at'])
    .orderBy('done_at')
    .execute();
  return {
    skills: await skillTicks(db),
    tour: tour.map(({ done_at, ...step }) => ({ ...step, doneAt: done_at as Instant })),
  };
}

type Change = Omit<VerbInput<typeof staffContract.changePerson>, 'intentionId' | 'approval'>;

/**
 * Refuses OwnerUnbound for what does not fit an owner, HoursOverlap for hours that lie over each other. An owner has no
 * discount limit, so none is kept. Whose access had ended logs in anew when it is given again.
 */
export const changePerson = (parts: Pick<TillParts, 'sessions'>) =>
  writingVerb(staffContract.changePerson, async (scope, input) => {
    const person = await personOf(scope.trx, input.personId);
    if (person === undefined) throw new Refusal('NotFound', { what: 'person' });
    refuseForOwner(person, input);
    const overlap = overlappingWeekday(input.hours);
    if (overlap !== null) throw new Refusal('HoursOverlap', { weekday: overlap });
    const hadEnded = (await accessOf(scope.trx, person, scope)).kind === 'ended';
    await keepAgreed(scope, person, input);
    if (hadEnded) scope.afterCommit(() => parts.sessions.endAll(person.id));
    scope.changed('staff', 'shop');
    return {};
  });

function refuseForOwner({ role }: Person, input: Change): void {
  if (role !== 'owner') return;
  const isBound = input.accessEndsOn !== null || input.isBoundToHours || input.hours.length > 0;
  if (isBound || input.role !== null) throw new Refusal('OwnerUnbound');
}

async function keepAgreed(scope: WriteScope, person: Person, input: Change): Promise<void> {
  const { trx } = scope;
  const role = input.role ?? person.role;
  const limit = role === 'owner' ? null : input.discountBasisPoints;
  const name = tidyName(input.name);
  const giftBudgetSom = input.giftBudgetSom ?? null;
  await trx
    .updateTable('person')
    .set({
      name,
      role,
      discount_basis_points: limit,
      ...(giftBudgetSom === null ? {} : { gift_budget_som: giftBudgetSom }),
      access_ends_on: input.accessEndsOn,
      is_bound_to_hours: input.isBoundToHours ? 1 : 0,
    })
    .where('id', '=', person.id)
    .execute();
  await keepHours(scope, person.id, input.hours);
  const content = {
    personId: person.id,
    isRenamed: name !== person.name,
    role,
    discountBasisPoints: limit,
    ...(giftBudgetSom === null ? {} : { giftBudgetSom }),
    accessEndsOn: input.accessEndsOn,
    isBoundToHours: input.isBoundToHours,
    hours: input.hours.map((hours) => ({ ...hours })),
  };
  await scope.follow(documentOf(scope, 'personChanged', content));
}

async function keepHours(
  { trx }: WriteScope,
  personId: string,
  hours: readonly WorkingHours[],
): Promise<void> {
  await trx.deleteFrom('working_hours').where('person_id', '=', personId).execute();
  const rows = hours.map(({ weekday, fromMinute, toMinute }, index) => ({
    person_id: personId,
    hours_no: index + 1,
    weekday,
    from_minute: fromMinute,
    to_minute: toMinute,
  }));
  if (rows.length > 0) await trx.insertInto('working_hours').values(rows).execute();
}
