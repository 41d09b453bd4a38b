/** The shift: cash that comes and goes, counts, what the terminals said, notebook and checklists. */
import type { Kysely } from 'kysely';
import {
  businessDayColumn,
  flagColumn,
  idColumn,
  idOf,
  instantColumn,
  jsonColumn,
  oneOfColumn,
  optional,
  otherwise,
  signedSomColumn,
  somColumn,
  textColumn,
  wholeNumber,
} from '../columns.ts';
import { addColumns, appendOnly, createIndex, createTable } from '../schema.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await shiftColumns(db);
  await cashTables(db);
  await notebookTables(db);
  await checklistTables(db);
}

/** Which documents belong to a shift is told by their place in the chain, whatever the clock did meanwhile. */
async function shiftColumns(db: Kysely<unknown>): Promise<void> {
  await addColumns(db, 'shift', {
    /** The last link of the chain before the shift was opened, and the one that closed it. */
    opened_sequence: otherwise(wholeNumber(), 0),
    closed_sequence: optional(wholeNumber()),
    /** The day on which it was closed: a later one than its own when it was forgotten. */
    closed_on: optional(businessDayColumn()),
    difference_reason: otherwise(textColumn({ longest: 200 }), ''),
    approver_id: optional(idOf('person')),
    is_alone: otherwise(flagColumn(), 0),
    figures_json: optional(jsonColumn()),
  });
  await placesOfOldShifts(db as Kysely<OldTables>);
}

interface OldTables {
  shift: { id: string; opened_sequence: number; closed_sequence: number | null; closed_on: string | null };
  journal: { sequence: number; document_kind: string; document_id: string; business_day: string };
}

async function placesOfOldShifts(db: Kysely<OldTables>): Promise<void> {
  const links = await db
    .selectFrom('journal')
    .select(['sequence', 'document_kind', 'document_id', 'business_day'])
    .where('document_kind', 'in', ['shiftOpened', 'shiftClosed'])
    .execute();
  for (const { sequence, document_kind: kind, document_id: shiftId, business_day: day } of links) {
    const place =
      kind === 'shiftOpened'
        ? { opened_sequence: sequence - 1 }
        : { closed_sequence: sequence, closed_on: day };
    await db.updateTable('shift').set(place).where('id', '=', shiftId).execute();
  }
}

async function cashTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'cash_move', {
    columns: {
      id: idColumn(),
      till_id: idOf('till'),
      number: wholeNumber({ least: 1 }),
      shift_id: idOf('shift'),
      kind: oneOfColumn(['in', 'out', 'collection', 'expense']),
      amount_som: somColumn(),
      /** Typed by hand, and so in no document. */
      reason: textColumn({ longest: 120 }),
      person_id: idOf('person'),
      approver_id: optional(idOf('person')),
      business_day: businessDayColumn(),
      moved_at: instantColumn(),
    },
    primaryKey: ['id'],
    unique: [['till_id', 'number']],
    checks: { moves_something: 'amount_som > 0' },
  });
  await createIndex(db, 'cash_move', { columns: ['shift_id'] });
  await createIndex(db, 'cash_move', { columns: ['business_day'] });
  await appendOnly(db, 'cash_move');
  await createTable(db, 'drawer_opening', {
    columns: {
      id: idColumn(),
      shift_id: idOf('shift'),
      reason: textColumn({ longest: 120 }),
      person_id: idOf('person'),
      opened_at: instantColumn(),
    },
    primaryKey: ['id'],
  });
  await createIndex(db, 'drawer_opening', { columns: ['shift_id'] });
  await appendOnly(db, 'drawer_opening');
  await countTables(db);
}

async function countTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'cash_count', {
    columns: {
      shift_id: idOf('shift'),
      /** In the order in which they were made, whatever the clock said. */
      count_no: wholeNumber({ least: 1 }),
      moment: oneOfColumn(['opening', 'handOver', 'closing']),
      counted_som: somColumn(),
      /** What the drawer should have held at that moment. */
      expected_som: signedSomColumn(),
      notes_json: optional(jsonColumn()),
      person_id: idOf('person'),
      to_person_id: optional(idOf('person')),
      counted_at: instantColumn(),
    },
    primaryKey: ['shift_id', 'count_no'],
    clustered: true,
  });
  await appendOnly(db, 'cash_count');
  /** Questions about the drawer that were answered with no: their number is a figure, and has a bound. */
  await createTable(db, 'refused_count', {
    columns: {
      id: idColumn(),
      shift_id: idOf('shift'),
      act: oneOfColumn(['close', 'moveCash']),
      amount_som: somColumn(),
      person_id: idOf('person'),
      refused_at: instantColumn(),
    },
    primaryKey: ['id'],
  });
  await createIndex(db, 'refused_count', { columns: ['shift_id'] });
  await appendOnly(db, 'refused_count');
}

/** Notes carry a shift's number instead of its id: one may be written before that shift is opened. */
async function notebookTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'shift_note', {
    columns: {
      id: idColumn(),
      till_id: idOf('till'),
      shift_number: wholeNumber({ least: 1 }),
      person_id: idOf('person'),
      text: textColumn({ longest: 500 }),
      written_at: instantColumn(),
      is_pinned: flagColumn(),
    },
    primaryKey: ['id'],
  });
  await createIndex(db, 'shift_note', { columns: ['till_id', 'shift_number'] });
  await createIndex(db, 'shift_note', { columns: ['written_at'] });
  await createIndex(db, 'shift_note', { columns: ['is_pinned'], where: 'is_pinned = 1' });
  await appendOnly(db, 'shift_note', { mayChange: ['is_pinned'] });
  await createTable(db, 'shift_note_read', {
    columns: { note_id: idOf('shift_note'), person_id: idOf('person'), read_at: instantColumn() },
    primaryKey: ['note_id', 'person_id'],
    clustered: true,
  });
  await appendOnly(db, 'shift_note_read');
}

/** Items are taken off a list, never deleted: the shifts in which they were ticked keep them. */
async function checklistTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'checklist_item', {
    columns: {
      id: idColumn(),
      moment: oneOfColumn(['opening', 'closing', 'service']),
      position: wholeNumber({ least: 0, most: 1000 }),
      name_json: jsonColumn(),
      created_at: instantColumn(),
      removed_at: optional(instantColumn()),
    },
    primaryKey: ['id'],
  });
  await createTable(db, 'checklist_tick', {
    columns: {
      till_id: idOf('till'),
      shift_number: wholeNumber({ least: 1 }),
      item_id: idOf('checklist_item'),
      person_id: idOf('person'),
      ticked_at: instantColumn(),
    },
    primaryKey: ['till_id', 'shift_number', 'item_id'],
    clustered: true,
  });
}
