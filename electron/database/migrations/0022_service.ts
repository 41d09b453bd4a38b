/** What customers wish for and are promised: wishes, special orders with their deposits, tasks and planned contacts. */
import type { Kysely } from 'kysely';
import {
  businessDayColumn,
  flagColumn,
  idColumn,
  idOf,
  instantColumn,
  oneOfColumn,
  optional,
  otherwise,
  somColumn,
  textColumn,
  thousandthsColumn,
  wholeNumber,
} from '../columns.ts';
import { appendOnly, createIndex, createTable } from '../schema.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await wishTable(db);
  await orderTables(db);
  await taskTables(db);
}

async function wishTable(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'wish', {
    columns: {
      id: idColumn(),
      product_id: optional(idOf('product')),
      // Both are emptied when the customer is erased, as is how to reach them.
      words: textColumn({ longest: 80 }),
      words_key: textColumn({ longest: 200 }),
      reach: textColumn({ longest: 80 }),
      quantity_thousandths: optional(thousandthsColumn()),
      customer_id: optional(idOf('customer')),
      state: oneOfColumn(['open', 'ordered', 'here', 'impossible']),
      person_id: idOf('person'),
      business_day: businessDayColumn(),
      asked_at: instantColumn(),
      changed_at: instantColumn(),
      // When whoever asked heard that it is here.
      told_at: optional(instantColumn()),
    },
    primaryKey: ['id'],
    checks: { told_when_here: "told_at is null or state = 'here'" },
  });
  await createIndex(db, 'wish', { columns: ['state', 'asked_at'] });
  await createIndex(db, 'wish', { columns: ['product_id'], where: 'product_id is not null' });
  await createIndex(db, 'wish', { columns: ['customer_id', 'asked_at'], where: 'customer_id is not null' });
}

async function orderTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'special_order', {
    columns: {
      id: idColumn(),
      till_id: idOf('till'),
      number: wholeNumber({ least: 1 }),
      state: oneOfColumn(['asked', 'promised', 'ordered', 'arrived', 'told', 'collected', 'cancelled']),
      customer_id: idOf('customer'),
      product_id: optional(idOf('product')),
      // Both are emptied when the customer is erased.
      words: textColumn({ longest: 120 }),
      note: textColumn({ longest: 200 }),
      quantity_thousandths: thousandthsColumn(),
      // For all of it; null while no price is agreed.
      agreed_som: optional(somColumn()),
      promised_on: optional(businessDayColumn()),
      // What lies on the customer's account as the deposit of this order.
      deposit_som: otherwise(somColumn(), 0),
      person_id: idOf('person'),
      business_day: businessDayColumn(),
      taken_at: instantColumn(),
      arrived_at: optional(instantColumn()),
      ended_at: optional(instantColumn()),
    },
    primaryKey: ['id'],
    unique: [['till_id', 'number']],
    checks: { ended: "(state in ('collected', 'cancelled')) = (ended_at is not null)" },
  });
  await createIndex(db, 'special_order', { columns: ['state', 'promised_on'] });
  await createIndex(db, 'special_order', { columns: ['customer_id', 'taken_at'] });
  await orderStepTable(db);
  await depositTable(db);
}

async function orderStepTable(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'order_step', {
    columns: {
      order_id: idOf('special_order'),
      step_no: wholeNumber({ least: 1 }),
      kind: oneOfColumn([
        'taken',
        'promised',
        'ordered',
        'arrived',
        'told',
        'collected',
        'cancelled',
        'deposit',
        'depositBack',
      ]),
      at: instantColumn(),
      person_id: idOf('person'),
      // Emptied when the customer is erased.
      words: textColumn({ longest: 200 }),
      promised_on: optional(businessDayColumn()),
      amount_som: optional(somColumn()),
    },
    primaryKey: ['order_id', 'step_no'],
    clustered: true,
  });
  await createIndex(db, 'order_step', { columns: ['kind', 'at'] });
  await appendOnly(db, 'order_step', { mayChange: ['words'] });
}

/** Money that came for an order and went back; the id is the document's. */
async function depositTable(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'order_deposit', {
    columns: {
      id: idColumn(),
      order_id: idOf('special_order'),
      kind: oneOfColumn(['taken', 'givenBack']),
      amount_som: somColumn(),
      received_cash_som: somColumn(),
      shift_id: idOf('shift'),
      person_id: idOf('person'),
      approver_id: optional(idOf('person')),
      is_alone: flagColumn(),
      business_day: businessDayColumn(),
      at: instantColumn(),
    },
    primaryKey: ['id'],
  });
  await createIndex(db, 'order_deposit', { columns: ['order_id'] });
  await createIndex(db, 'order_deposit', { columns: ['shift_id'] });
  await appendOnly(db, 'order_deposit');
}

async function taskTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'task', {
    columns: {
      id: idColumn(),
      kind: oneOfColumn(['call', 'visit', 'tasting', 'meeting', 'message', 'other']),
      state: oneOfColumn(['open', 'closed']),
      customer_id: optional(idOf('customer')),
      // How somebody without a card is reached; emptied when the customer is erased, as are the words.
      reach: textColumn({ longest: 80 }),
      words: textColumn({ longest: 400 }),
      // Who does it; null while it waits for anybody.
      person_id: optional(idOf('person')),
      due_on: businessDayColumn(),
      due_minute: optional(wholeNumber({ most: 1439 })),
      // The first day it was due: what was planned for a period is counted by it.
      planned_on: businessDayColumn(),
      tries: otherwise(wholeNumber({ most: 99 }), 0),
      wish_id: optional(idOf('wish')),
      order_id: optional(idOf('special_order')),
      planned_by: optional(idOf('person')),
      business_day: businessDayColumn(),
      planned_at: instantColumn(),
      result: optional(
        oneOfColumn(['reached', 'notReached', 'willCome', 'neverAgain', 'done', 'notDone', 'dropped']),
      ),
      closed_by: optional(idOf('person')),
      closed_at: optional(instantColumn()),
    },
    primaryKey: ['id'],
    checks: { closed_has_result: "(state = 'closed') = (result is not null)" },
  });
  await createIndex(db, 'task', { columns: ['state', 'due_on'] });
  await createIndex(db, 'task', { columns: ['planned_on'] });
  await createIndex(db, 'task', { columns: ['person_id', 'state', 'due_on'] });
  await createIndex(db, 'task', {
    columns: ['customer_id', 'planned_at'],
    where: 'customer_id is not null',
  });
  await createTable(db, 'task_try', {
    columns: {
      task_id: idOf('task'),
      try_no: wholeNumber({ least: 1 }),
      result: oneOfColumn(['reached', 'notReached', 'willCome', 'neverAgain', 'done', 'notDone']),
      // Emptied when the customer is erased.
      words: textColumn({ longest: 400 }),
      person_id: idOf('person'),
      // The entry of the contact log that tells of it.
      contact_id: optional(idOf('contact')),
      business_day: businessDayColumn(),
      at: instantColumn(),
    },
    primaryKey: ['task_id', 'try_no'],
    clustered: true,
  });
  await createIndex(db, 'task_try', { columns: ['business_day'] });
  await appendOnly(db, 'task_try', { mayChange: ['words'] });
}
