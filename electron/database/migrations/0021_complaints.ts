/** What customers say: feedback, complaints with their clock, contacts by every channel. */
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
  somColumn,
  textColumn,
  wholeNumber,
} from '../columns.ts';
import { appendOnly, createIndex, createTable } from '../schema.ts';

const channels = ['shop', 'phone', 'telegram', 'instagram', 'facebook', 'tiktok', 'sms', 'email'] as const;

export async function up(db: Kysely<unknown>): Promise<void> {
  await feedbackTable(db);
  await templateTable(db);
  await complaintTable(db);
  await stepTable(db);
  await compensationTable(db);
  await contactTable(db);
}

async function feedbackTable(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'feedback', {
    columns: {
      id: idColumn(),
      kind: oneOfColumn(['nps', 'satisfaction']),
      score: wholeNumber({ most: 10 }),
      reason: optional(
        oneOfColumn(['quality', 'service', 'price', 'choice', 'speed', 'cleanliness', 'other']),
      ),
      // Emptied when the customer is erased.
      words: textColumn({ longest: 200 }),
      channel: oneOfColumn(channels),
      sale_id: optional(idOf('sale')),
      customer_id: optional(idOf('customer')),
      person_id: optional(idColumn()),
      business_day: businessDayColumn(),
      given_at: instantColumn(),
    },
    primaryKey: ['id'],
    // Asked once per receipt; the engine lets any number of rows have no receipt.
    unique: [['sale_id']],
    checks: { score_fits: "kind = 'nps' or score between 1 and 5" },
  });
  await createIndex(db, 'feedback', { columns: ['business_day', 'kind'] });
  await createIndex(db, 'feedback', {
    columns: ['customer_id', 'given_at'],
    where: 'customer_id is not null',
  });
  await appendOnly(db, 'feedback', { mayChange: ['words', 'customer_id'] });
}

async function templateTable(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'answer_template', {
    columns: {
      id: idColumn(),
      name_json: jsonColumn(),
      words_json: jsonColumn(),
      created_at: instantColumn(),
      changed_at: instantColumn(),
      removed_at: optional(instantColumn()),
    },
    primaryKey: ['id'],
  });
}

async function complaintTable(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'complaint', {
    columns: {
      id: idColumn(),
      till_id: idOf('till'),
      number: wholeNumber({ least: 1 }),
      state: oneOfColumn(['open', 'answered', 'closed']),
      topic: oneOfColumn(['quality', 'service', 'price', 'choice', 'other']),
      // Emptied when the customer is erased, as is how to reach them.
      words: textColumn({ longest: 400 }),
      reach: textColumn({ longest: 80 }),
      channel: oneOfColumn(channels),
      sale_id: optional(idOf('sale')),
      line_no: optional(wholeNumber({ least: 1 })),
      product_id: optional(idOf('product')),
      seller_id: optional(idOf('person')),
      customer_id: optional(idOf('customer')),
      person_id: idOf('person'),
      owner_id: optional(idOf('person')),
      business_day: businessDayColumn(),
      opened_at: instantColumn(),
      // Since when the customer waits: the opening, or the last time they came back.
      asked_at: instantColumn(),
      answered_at: optional(instantColumn()),
      promised_on: optional(businessDayColumn()),
      // When somebody was told, before the deadline, that nobody answered yet.
      escalated_at: optional(instantColumn()),
      outcome: optional(oneOfColumn(['solved', 'partly', 'refused', 'unreachable'])),
      closed_at: optional(instantColumn()),
    },
    primaryKey: ['id'],
    unique: [['till_id', 'number']],
    checks: {
      line_of_receipt: 'line_no is null or sale_id is not null',
      closed_has_outcome: "(state = 'closed') = (outcome is not null)",
    },
  });
  await createIndex(db, 'complaint', { columns: ['state', 'asked_at'] });
  await createIndex(db, 'complaint', { columns: ['business_day'] });
  await createIndex(db, 'complaint', {
    columns: ['customer_id', 'opened_at'],
    where: 'customer_id is not null',
  });
}

async function stepTable(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'complaint_step', {
    columns: {
      complaint_id: idOf('complaint'),
      step_no: wholeNumber({ least: 1 }),
      kind: oneOfColumn([
        'opened',
        'assigned',
        'noted',
        'answered',
        'promised',
        'compensated',
        'escalated',
        'closed',
        'reopened',
      ]),
      at: instantColumn(),
      // Null for what the till did by itself.
      person_id: optional(idOf('person')),
      // Emptied when the customer is erased.
      words: textColumn({ longest: 1000 }),
      channel: optional(oneOfColumn(channels)),
      owner_id: optional(idOf('person')),
      promised_on: optional(businessDayColumn()),
      outcome: optional(oneOfColumn(['solved', 'partly', 'refused', 'unreachable'])),
    },
    primaryKey: ['complaint_id', 'step_no'],
    clustered: true,
  });
  await createIndex(db, 'complaint_step', { columns: ['kind', 'at'] });
  await appendOnly(db, 'complaint_step', { mayChange: ['words'] });
}

/** What was given as an apology; the id is the document's. */
async function compensationTable(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'compensation', {
    columns: {
      id: idColumn(),
      complaint_id: idOf('complaint'),
      kind: oneOfColumn(['bonus', 'coupon']),
      // What it takes from the budget; null for a coupon whose worth only its sale will tell.
      amount_som: optional(somColumn()),
      series_id: optional(idOf('coupon_series')),
      coupon_code: optional(textColumn({ longest: 40 })),
      shift_id: optional(idOf('shift')),
      person_id: idOf('person'),
      approver_id: optional(idOf('person')),
      is_alone: flagColumn(),
      business_day: businessDayColumn(),
      given_at: instantColumn(),
    },
    primaryKey: ['id'],
    checks: { bonus_has_sum: "kind = 'coupon' or amount_som is not null" },
  });
  await createIndex(db, 'compensation', { columns: ['complaint_id'] });
  await createIndex(db, 'compensation', { columns: ['shift_id'] });
  await appendOnly(db, 'compensation');
}

async function contactTable(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'contact', {
    columns: {
      id: idColumn(),
      customer_id: optional(idOf('customer')),
      channel: oneOfColumn(channels),
      direction: oneOfColumn(['in', 'out']),
      // Emptied when the customer is erased.
      words: textColumn({ longest: 1000 }),
      // Who spoke for the shop; null for what a program sent.
      person_id: optional(idOf('person')),
      // The question that it answers.
      answers_id: optional(idColumn()),
      is_question: otherwise(flagColumn(), 0),
      // The first answer of a person to it.
      answered_at: optional(instantColumn()),
      business_day: businessDayColumn(),
      at: instantColumn(),
    },
    primaryKey: ['id'],
    checks: { question_comes_in: "is_question = 0 or direction = 'in'" },
  });
  await createIndex(db, 'contact', { columns: ['at'] });
  await createIndex(db, 'contact', { columns: ['customer_id', 'at'], where: 'customer_id is not null' });
  await createIndex(db, 'contact', { columns: ['is_question', 'at'], where: 'is_question = 1' });
  await createIndex(db, 'contact', { columns: ['answers_id'], where: 'answers_id is not null' });
  await appendOnly(db, 'contact', { mayChange: ['words', 'customer_id', 'answered_at'] });
}
