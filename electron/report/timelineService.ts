/** What of a customer's timeline was wished for, ordered and done: wishes, special orders with their steps, tasks. */
import type { ExpressionBuilder } from 'kysely';
import type { LocalText } from '../../shared/text.ts';
import type { Tables } from '../database/tables.ts';
import { placeIn } from '../listPlace.ts';
import { type Before, isBefore, type TimelineSource } from './timelineRow.ts';

const nameIn = (json: string | null) => (json === null ? null : (JSON.parse(json) as LocalText));

/** How far the shop is with it is the detail. */
export const wishes: TimelineSource = async (db, customerIds, before, limit) => {
  const rows = await db
    .selectFrom('wish')
    .leftJoin('product', 'product.id', 'wish.product_id')
    .select(['wish.id', 'wish.asked_at', 'wish.words', 'wish.state', 'wish.person_id', 'product.name_json'])
    .where('wish.customer_id', 'in', customerIds)
    .where(isBefore('wish.asked_at', 'wish.id', before))
    .orderBy('wish.asked_at', 'desc')
    .orderBy('wish.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.asked_at,
    kind: 'wish',
    name: nameIn(row.name_json),
    details: [row.state],
    text: row.words,
    personId: row.person_id,
  }));
};

const stepDigits = 6;
/** Ids sort as their two parts do. */
const idOf = (id: string, number: number) => `${id}:${String(number).padStart(stepDigits, '0')}`;

function partsOf(before: Before): readonly [string, number] {
  const [id = '', number = '0'] = before.id.split(':');
  return [id, placeIn(number)];
}

/** The condition of `isBefore` for an id of two parts. */
function isBeforeStep(before: Before) {
  const [orderId, stepNumber] = partsOf(before);
  return ({ eb, and, or }: ExpressionBuilder<Tables, 'order_step'>) =>
    and([
      eb('order_step.at', '<=', before.at),
      or([
        eb('order_step.at', '<', before.at),
        eb('order_step.order_id', '<', orderId),
        and([eb('order_step.order_id', '=', orderId), eb('order_step.step_no', '<', stepNumber)]),
      ]),
    ]);
}

/** Each step with its number of the order; money that came or went has its sum. */
export const orderSteps: TimelineSource = async (db, customerIds, before, limit) => {
  const rows = await db
    .selectFrom('order_step')
    .innerJoin('special_order', 'special_order.id', 'order_step.order_id')
    .leftJoin('product', 'product.id', 'special_order.product_id')
    .select([
      'order_step.order_id',
      'order_step.step_no',
      'order_step.kind',
      'order_step.at',
      'order_step.words',
      'order_step.amount_som',
      'order_step.person_id',
      'special_order.number',
      'special_order.words as order_words',
      'product.name_json',
    ])
    .where('special_order.customer_id', 'in', customerIds)
    .where(isBeforeStep(before))
    .orderBy('order_step.at', 'desc')
    .orderBy('order_step.order_id', 'desc')
    .orderBy('order_step.step_no', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: idOf(row.order_id, row.step_no),
    at: row.at,
    kind: 'order',
    number: row.number,
    amountSom: row.amount_som,
    name: nameIn(row.name_json),
    details: [row.kind],
    text: row.kind === 'taken' ? row.order_words : row.words,
    personId: row.person_id,
  }));
};

function isBeforeTry(before: Before) {
  const [taskId, tryNumber] = partsOf(before);
  return ({ eb, and, or }: ExpressionBuilder<Tables, 'task_try'>) =>
    and([
      eb('task_try.at', '<=', before.at),
      or([
        eb('task_try.at', '<', before.at),
        eb('task_try.task_id', '<', taskId),
        and([eb('task_try.task_id', '=', taskId), eb('task_try.try_no', '<', tryNumber)]),
      ]),
    ]);
}

/** Tries that the contact log does not tell of already: who was not reached, what was no contact. Kind and result are details. */
export const tasksTried: TimelineSource = async (db, customerIds, before, limit) => {
  const rows = await db
    .selectFrom('task_try')
    .innerJoin('task', 'task.id', 'task_try.task_id')
    .select([
      'task_try.task_id',
      'task_try.try_no',
      'task_try.result',
      'task_try.words',
      'task_try.at',
      'task_try.person_id',
      'task.kind',
      'task.words as task_words',
    ])
    .where('task.customer_id', 'in', customerIds)
    .where('task_try.contact_id', 'is', null)
    .where(isBeforeTry(before))
    .orderBy('task_try.at', 'desc')
    .orderBy('task_try.task_id', 'desc')
    .orderBy('task_try.try_no', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: idOf(row.task_id, row.try_no),
    at: row.at,
    kind: 'task',
    details: [row.kind, row.result],
    text: row.words === '' ? row.task_words : row.words,
    personId: row.person_id,
  }));
};
