/** The plan of who works when: shown to everybody, made by whoever may. */
import { Refusal } from '../../shared/errors.ts';
import { staffContract } from '../../shared/staff/contract.ts';
import { liesOver } from '../../shared/staff/plan.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { documentOf } from '../document.ts';
import { readingVerb, type WriteScope, writingVerb } from '../verb.ts';
import { personOf } from './queries.ts';

/** The planned shifts of the days from `from` to `to`, both of them too. */
export const plan = readingVerb(staffContract.plan, async ({ db }, { from, to }) => {
  const rows = await db
    .selectFrom('planned_shift')
    .innerJoin('person', 'person.id', 'planned_shift.person_id')
    .select([
      'planned_shift.id',
      'person_id as personId',
      'person.name as personName',
      'day',
      'from_minute as fromMinute',
      'to_minute as toMinute',
      'note',
    ])
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .orderBy('from_minute')
    .orderBy('planned_shift.id')
    .execute();
  return { shifts: rows.map((row) => ({ ...row, day: row.day as BusinessDay })) };
});

/** Refuses HoursWrong for an end that is not after the beginning, PlanOverlaps where the person is planned already. */
export const savePlannedShift = writingVerb(staffContract.savePlannedShift, async (scope, input) => {
  const { trx } = scope;
  const { plannedShiftId, personId, day, fromMinute, toMinute, note } = input;
  if (fromMinute >= toMinute) throw new Refusal('HoursWrong');
  if ((await personOf(trx, personId)) === undefined) throw new Refusal('NotFound', { what: 'person' });
  const others = await trx
    .selectFrom('planned_shift')
    .select(['id', 'from_minute as fromMinute', 'to_minute as toMinute'])
    .where('person_id', '=', personId)
    .where('day', '=', day)
    .execute();
  if (others.some((other) => other.id !== plannedShiftId && liesOver(other, input))) {
    throw new Refusal('PlanOverlaps');
  }
  const id = plannedShiftId ?? scope.newId();
  const row = { person_id: personId, day, from_minute: fromMinute, to_minute: toMinute, note };
  if (plannedShiftId === null) {
    await trx
      .insertInto('planned_shift')
      .values({ id, ...row })
      .execute();
  } else {
    await requirePlanned(scope, id);
    await trx.updateTable('planned_shift').set(row).where('id', '=', id).execute();
  }
  await scope.follow(
    documentOf(scope, 'planChanged', { plannedShiftId: id, personId, day, fromMinute, toMinute }),
  );
  scope.changed('staff');
  return { plannedShiftId: id };
});

export const removePlannedShift = writingVerb(staffContract.removePlannedShift, async (scope, input) => {
  const { plannedShiftId } = input;
  await requirePlanned(scope, plannedShiftId);
  await scope.trx.deleteFrom('planned_shift').where('id', '=', plannedShiftId).execute();
  await scope.follow(documentOf(scope, 'planChanged', { plannedShiftId, isRemoved: true }));
  scope.changed('staff');
  return {};
});

async function requirePlanned({ trx }: WriteScope, plannedShiftId: string): Promise<void> {
  const row = await trx
    .selectFrom('planned_shift')
    .select('id')
    .where('id', '=', plannedShiftId)
    .executeTakeFirst();
  if (row === undefined) throw new Refusal('NotFound', { what: 'plannedShift' });
}

/**
 * Gives a leaver's shifts from today on to another person and answers how many; refuses HandOverNeeded where there are some
 * and nobody takes them. They keep their hours, also where the other person was planned already: the plan shows both.
 */
export async function handOverPlan(
  { trx, businessDay }: WriteScope,
  { fromId, toId }: { readonly fromId: string; readonly toId: string | null },
): Promise<number> {
  const shifts = await trx
    .selectFrom('planned_shift')
    .select('id')
    .where('person_id', '=', fromId)
    .where('day', '>=', businessDay)
    .execute();
  if (shifts.length === 0) return 0;
  if (toId === null) throw new Refusal('HandOverNeeded', { plannedShifts: shifts.length });
  await trx
    .updateTable('planned_shift')
    .set({ person_id: toId })
    .where('person_id', '=', fromId)
    .where('day', '>=', businessDay)
    .execute();
  return shifts.length;
}
