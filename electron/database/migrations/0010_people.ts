/** People: their limits, hours, badges, rights that the owner changed, skills, tour and plan. */
import type { Kysely } from 'kysely';
import {
  basisPointsColumn,
  businessDayColumn,
  flagColumn,
  idColumn,
  idOf,
  instantColumn,
  jsonColumn,
  oneOfColumn,
  optional,
  otherwise,
  textColumn,
  wholeNumber,
} from '../columns.ts';
import { addColumns, createIndex, createTable } from '../schema.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await addColumns(db, 'person', {
    discount_basis_points: optional(basisPointsColumn()),
    access_ends_on: optional(businessDayColumn()),
    is_bound_to_hours: otherwise(flagColumn(), 0),
    left_at: optional(instantColumn()),
  });
  await accessTables(db);
  await learningTables(db);
  await createTable(db, 'planned_shift', {
    columns: {
      id: idColumn(),
      person_id: idOf('person'),
      day: businessDayColumn(),
      ...hoursOfADay(),
      note: textColumn({ longest: 120 }),
    },
    primaryKey: ['id'],
    checks: { ends_later: 'from_minute < to_minute' },
  });
  await createIndex(db, 'planned_shift', { columns: ['day', 'from_minute'] });
  await createIndex(db, 'planned_shift', { columns: ['person_id', 'day'] });
}

const hoursOfADay = () => ({
  from_minute: wholeNumber({ least: 0, most: 1440 }),
  to_minute: wholeNumber({ least: 0, most: 1440 }),
});

/** When and how somebody gets in, and what a role may do. */
async function accessTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'working_hours', {
    columns: {
      person_id: idOf('person'),
      hours_no: wholeNumber({ least: 1 }),
      weekday: wholeNumber({ least: 1, most: 7 }),
      ...hoursOfADay(),
    },
    primaryKey: ['person_id', 'hours_no'],
    clustered: true,
    checks: { ends_later: 'from_minute < to_minute' },
  });
  await createTable(db, 'badge', {
    columns: {
      person_id: idOf('person'),
      code_hash: textColumn({ longest: 64 }),
      given_at: instantColumn(),
    },
    primaryKey: ['person_id'],
    unique: [['code_hash']],
  });
  await createTable(db, 'role_permission', {
    columns: {
      action: textColumn({ longest: 60 }),
      role: oneOfColumn(['senior', 'cashier']),
      is_allowed: flagColumn(),
    },
    primaryKey: ['action', 'role'],
    clustered: true,
  });
}

async function learningTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'skill', {
    columns: {
      id: idColumn(),
      name_json: jsonColumn(),
      is_active: flagColumn(),
      created_at: instantColumn(),
    },
    primaryKey: ['id'],
  });
  await createTable(db, 'person_skill', {
    columns: {
      person_id: idOf('person'),
      skill_id: idOf('skill'),
      ticked_at: instantColumn(),
      ticked_by: idOf('person'),
    },
    primaryKey: ['person_id', 'skill_id'],
    clustered: true,
  });
  await createTable(db, 'tour_step_done', {
    columns: { person_id: idOf('person'), step: textColumn({ longest: 30 }), done_at: instantColumn() },
    primaryKey: ['person_id', 'step'],
    clustered: true,
  });
}
