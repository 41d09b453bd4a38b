/** Questions with two answers that are asked at the counter. */
import type { Kysely } from 'kysely';
import {
  businessDayColumn,
  idColumn,
  idOf,
  instantColumn,
  jsonColumn,
  oneOfColumn,
  optional,
} from '../columns.ts';
import { appendOnly, createIndex, createTable } from '../schema.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'poll', {
    columns: {
      id: idColumn(),
      question_json: jsonColumn(),
      answer_a_json: jsonColumn(),
      answer_b_json: jsonColumn(),
      from_day: businessDayColumn(),
      to_day: businessDayColumn(),
      created_at: instantColumn(),
      changed_at: instantColumn(),
    },
    primaryKey: ['id'],
    checks: { days_in_order: 'from_day <= to_day' },
  });
  await createIndex(db, 'poll', { columns: ['to_day'] });
  await createTable(db, 'poll_answer', {
    columns: {
      id: idColumn(),
      poll_id: idOf('poll'),
      choice: oneOfColumn(['a', 'b']),
      sale_id: optional(idOf('sale')),
      // Two who become one may both have answered on a day, so this is no key.
      customer_id: optional(idOf('customer')),
      person_id: idOf('person'),
      business_day: businessDayColumn(),
      at: instantColumn(),
    },
    primaryKey: ['id'],
    // Asked once per receipt; the engine lets any number of rows have no receipt.
    unique: [['poll_id', 'sale_id']],
  });
  await createIndex(db, 'poll_answer', { columns: ['poll_id', 'customer_id'] });
  await createIndex(db, 'poll_answer', { columns: ['customer_id'], where: 'customer_id is not null' });
  await appendOnly(db, 'poll_answer', { mayChange: ['customer_id'] });
}
