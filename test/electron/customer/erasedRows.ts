/** Rows about one customer in rooms whose own tests tell how they come to be. */
import type { Kysely } from 'kysely';
import type { Tables } from '../../../electron/database/tables.ts';
import { marks } from './erasedMarks.ts';

export interface ToFill {
  readonly db: Kysely<Tables>;
  readonly customerId: string;
  readonly ownerId: string;
  readonly newId: () => string;
}

const at = '2026-11-22T06:00:00.000Z';
const day = '2026-11-22';
const noWords = JSON.stringify({ uz: 'Sinov' });

/** Fills every such table, each with its own mark. */
export async function fillTables({ db, customerId, newId, ownerId }: ToFill): Promise<void> {
  const contestId = newId();
  await db
    .insertInto('contest')
    .values({
      id: contestId,
      name_json: noWords,
      kind: 'guess',
      from_on: day,
      to_on: day,
      prizes_json: '[]',
      stamp_card_id: null,
      answer: null,
      state: 'open',
      created_at: at,
    })
    .execute();
  await db
    .insertInto('contest_entry')
    .values({
      id: newId(),
      contest_id: contestId,
      customer_id: customerId,
      note: marks.contest,
      guess: null,
      points: null,
      is_shown: 0,
      place: null,
      entered_by: ownerId,
      entered_at: at,
    })
    .execute();
  await db
    .insertInto('gift')
    .values({
      id: newId(),
      customer_id: customerId,
      person_id: ownerId,
      amount_som: 0,
      occasion: 'other',
      words: marks.gift,
      approver_id: null,
      given_on: day,
      given_at: at,
    })
    .execute();
  await db
    .insertInto('wish')
    .values({
      id: newId(),
      product_id: null,
      words: marks.wish,
      words_key: marks.wish,
      reach: `+998${marks.mainPhone}`,
      quantity_thousandths: null,
      customer_id: customerId,
      state: 'open',
      person_id: ownerId,
      business_day: day,
      asked_at: at,
      changed_at: at,
      told_at: null,
    })
    .execute();
  await db
    .insertInto('task')
    .values({
      id: newId(),
      kind: 'call',
      state: 'open',
      customer_id: customerId,
      reach: `+998${marks.mainPhone}`,
      words: marks.task,
      person_id: ownerId,
      due_on: day,
      due_minute: null,
      planned_on: day,
      wish_id: null,
      order_id: null,
      planned_by: ownerId,
      business_day: day,
      planned_at: at,
      result: null,
      closed_by: null,
      closed_at: null,
    })
    .execute();
  await db
    .insertInto('firm')
    .values({
      customer_id: customerId,
      legal_name: marks.firm,
      tax_number: '301234567',
      contract_number: '',
      contract_on: null,
      price_list_tag: '',
      created_at: at,
      changed_at: at,
    })
    .execute();
  await fillImport(db, customerId, newId);
  await printList(db, newId);
}

/** A list of several people, printed for the wall. */
async function printList(db: Kysely<Tables>, newId: () => string): Promise<void> {
  const { id } = await db.selectFrom('printer').select('id').executeTakeFirstOrThrow();
  const text = `Nodira\n${marks.name} ${marks.surname}`;
  await db
    .insertInto('print_job')
    .values({
      id: newId(),
      kind: 'paper',
      document_kind: 'customerDay',
      document_id: newId(),
      purpose: 'original',
      copy_number: 0,
      printer_id: id,
      blocks_json: JSON.stringify([{ kind: 'text', text }]),
      state: 'printed',
      attempts: 1,
      next_at: null,
      last_error: null,
      created_at: at,
      sending_at: at,
      done_at: at,
    })
    .execute();
}

async function fillImport(db: Kysely<Tables>, customerId: string, newId: () => string): Promise<void> {
  const importId = newId();
  await db
    .insertInto('import')
    .values({
      id: importId,
      kind: 'customers',
      file_name: 'mijozlar.csv',
      format: 'csv',
      options_json: '{}',
      state: 'reading',
      number: null,
      row_count: 1,
      counts_json: '{}',
      opening_bonus_som: 0,
      opening_debt_som: 0,
      begun_at: at,
      begun_by: null,
      finished_at: null,
      finished_on: null,
      undone_at: null,
    })
    .execute();
  await db
    .insertInto('import_item')
    .values({
      import_id: importId,
      subject_id: customerId,
      action: 'updated',
      before_json: JSON.stringify({ name: marks.importBefore }),
      stamp: '',
      opening_bonus_som: 0,
      lot_id: null,
      debt_id: null,
      card_number: null,
    })
    .execute();
  await db
    .insertInto('import_row')
    .values({
      import_id: importId,
      row_no: 1,
      cells_json: JSON.stringify([marks.importCell, `+998 ${marks.mainPhone}`]),
      verdict: 'update',
      notes_json: '[]',
      has_warnings: 0,
      other_row_no: null,
      subject_id: customerId,
      bonus_som: 0,
      debt_som: 0,
      draft_json: '{}',
    })
    .execute();
  await db
    .insertInto('import_key')
    .values({ import_id: importId, kind: 'phone', code: `+998${marks.mainPhone}`, row_no: 1 })
    .execute();
}
