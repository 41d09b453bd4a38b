/** What people have learned: the shop's list of skills, ticked per person, and the steps of the tour. */
import type { Kysely } from 'kysely';
import { Refusal } from '../../shared/errors.ts';
import { staffContract } from '../../shared/staff/contract.ts';
import { may } from '../../shared/staff/permissions.ts';
import { type LocalText, withoutEmpty } from '../../shared/text.ts';
import type { Instant } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import { readingVerb, type WriteScope, writingVerb } from '../verb.ts';
import { personOf } from './queries.ts';

/** Whoever ticks skills sees everybody's ticks, everybody else their own. */
export const skills = readingVerb(staffContract.skills, async ({ db, actor }) => {
  const rows = await db
    .selectFrom('skill')
    .select(['id', 'name_json', 'is_active'])
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const ticks = await skillTicks(db);
  const seesAll = actor !== null && may(actor, 'staff.skills');
  return {
    ticks: ticks.filter(({ personId }) => seesAll || personId === actor?.personId),
    skills: rows.map((row) => ({
      id: row.id,
      name: JSON.parse(row.name_json) as LocalText,
      isActive: row.is_active === 1,
    })),
  };
});

/** What was ticked for everybody, in the order of time. */
export async function skillTicks(db: Kysely<Tables>) {
  const rows = await db
    .selectFrom('person_skill')
    .innerJoin('person', 'person.id', 'person_skill.ticked_by')
    .select(['person_id as personId', 'skill_id as skillId', 'ticked_at', 'person.name as tickedByName'])
    .orderBy('ticked_at')
    .orderBy('skill_id')
    .execute();
  return rows.map(({ ticked_at, ...tick }) => ({ ...tick, tickedAt: ticked_at as Instant }));
}

/** A new skill, or another name of one; one that is needed no more keeps its ticks. */
export const saveSkill = writingVerb(staffContract.saveSkill, async (scope, input) => {
  const { trx } = scope;
  const row = {
    name_json: JSON.stringify(withoutEmpty(input.name)),
    is_active: input.isActive ? 1 : 0,
  } as const;
  const skillId = input.skillId ?? scope.newId();
  if (input.skillId === null) {
    await trx
      .insertInto('skill')
      .values({ id: skillId, ...row, created_at: scope.now })
      .execute();
  } else {
    await requireSkill(scope, skillId);
    await trx.updateTable('skill').set(row).where('id', '=', skillId).execute();
  }
  scope.changed('staff');
  return { skillId };
});

/** Ticked twice keeps the first tick and its day. */
export const tickSkill = writingVerb(staffContract.tickSkill, async (scope, input) => {
  const { trx, actor } = scope;
  const { personId, skillId, isTicked } = input;
  if ((await personOf(trx, personId)) === undefined) throw new Refusal('NotFound', { what: 'person' });
  await requireSkill(scope, skillId);
  const tick = { person_id: personId, skill_id: skillId, ticked_at: scope.now, ticked_by: actor.personId };
  await (isTicked
    ? trx
        .insertInto('person_skill')
        .values(tick)
        .onConflict((conflict) => conflict.doNothing())
    : trx.deleteFrom('person_skill').where('person_id', '=', personId).where('skill_id', '=', skillId)
  ).execute();
  await scope.follow(documentOf(scope, 'skillTicked', { personId, skillId, isTicked }));
  scope.changed('staff');
  return {};
});

async function requireSkill({ trx }: WriteScope, skillId: string): Promise<void> {
  const row = await trx.selectFrom('skill').select('id').where('id', '=', skillId).executeTakeFirst();
  if (row === undefined) throw new Refusal('NotFound', { what: 'skill' });
}

export const tour = readingVerb(staffContract.tour, async ({ db, actor }) => {
  const rows = await db
    .selectFrom('tour_step_done')
    .select(['step', 'done_at'])
    .where('person_id', '=', actor?.personId ?? '')
    .orderBy('done_at')
    .execute();
  return { steps: rows.map((row) => ({ step: row.step, doneAt: row.done_at as Instant })) };
});

/** A step is learned once; doing it again keeps the first day. */
export const tickTour = writingVerb(staffContract.tickTour, async (scope, { step }) => {
  await scope.trx
    .insertInto('tour_step_done')
    .values({ person_id: scope.actor.personId, step, done_at: scope.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  scope.changed('staff');
  return {};
});
