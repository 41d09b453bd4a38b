/** What of a customer's timeline is care: complaints with their steps, apologies, feedback, and what was said. */
import type { ExpressionBuilder } from 'kysely';
import type { LocalText } from '../../shared/text.ts';
import type { Tables } from '../database/tables.ts';
import { type Before, isBefore, type TimelineRow, type TimelineSource } from './timelineRow.ts';

/** Steps that a customer notices; who sees to a complaint and what was noted is the shop's own business. */
const kindOfStep = {
  opened: 'complaintOpened',
  answered: 'complaintAnswered',
  closed: 'complaintClosed',
  reopened: 'complaintReopened',
} as const satisfies Partial<Record<Tables['complaint_step']['kind'], TimelineRow['kind']>>;
type ShownStep = keyof typeof kindOfStep;
const shownSteps = Object.keys(kindOfStep) as ShownStep[];

/** Topic, channel of the answer or outcome is the detail. */
export const complaintSteps: TimelineSource = async (db, customerIds, before, limit) => {
  const rows = await db
    .selectFrom('complaint')
    .innerJoin('complaint_step', 'complaint_step.complaint_id', 'complaint.id')
    .select([
      'complaint.id',
      'complaint.number',
      'complaint.topic',
      'complaint.words as complaint_words',
      'complaint_step.step_no',
      'complaint_step.kind',
      'complaint_step.at',
      'complaint_step.words',
      'complaint_step.channel',
      'complaint_step.outcome',
      'complaint_step.person_id',
    ])
    .where('complaint.customer_id', 'in', customerIds)
    .where('complaint_step.kind', 'in', shownSteps)
    .where(isBeforeStep(before))
    .orderBy('complaint_step.at', 'desc')
    .orderBy('complaint.id', 'desc')
    .orderBy('complaint_step.step_no', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => {
    const step = row.kind as ShownStep;
    const detail = { opened: row.topic, answered: row.channel, closed: row.outcome, reopened: null }[step];
    return {
      id: stepIdOf(row.id, row.step_no),
      at: row.at,
      kind: kindOfStep[step],
      number: row.number,
      details: detail === null ? [] : [detail],
      text: step === 'opened' ? row.complaint_words : row.words,
      personId: row.person_id,
      link: { to: 'complaint', id: row.id },
    };
  });
};

const stepDigits = 6;

/** Ids sort as complaint and step do. */
const stepIdOf = (complaintId: string, stepNumber: number) =>
  `${complaintId}:${String(stepNumber).padStart(stepDigits, '0')}`;

/** The condition of `isBefore` for an id of two parts. */
function isBeforeStep(before: Before) {
  const [complaintId = '', step = '0'] = before.id.split(':');
  return ({ eb, and, or }: ExpressionBuilder<Tables, 'complaint' | 'complaint_step'>) =>
    and([
      eb('complaint_step.at', '<=', before.at),
      or([
        eb('complaint_step.at', '<', before.at),
        eb('complaint.id', '<', complaintId),
        and([eb('complaint.id', '=', complaintId), eb('complaint_step.step_no', '<', Number(step))]),
      ]),
    ]);
}

/** What a complaint was made good with: bonus, or a coupon of a series. */
export const apologies: TimelineSource = async (db, customerIds, before, limit) => {
  const rows = await db
    .selectFrom('compensation')
    .innerJoin('complaint', 'complaint.id', 'compensation.complaint_id')
    .leftJoin('coupon_series', 'coupon_series.id', 'compensation.series_id')
    .select([
      'compensation.id',
      'compensation.kind',
      'compensation.amount_som',
      'compensation.given_at',
      'compensation.person_id',
      'complaint.number',
      'complaint.id as complaint_id',
      'coupon_series.name_json',
    ])
    .where('complaint.customer_id', 'in', customerIds)
    .where(isBefore('compensation.given_at', 'compensation.id', before))
    .orderBy('compensation.given_at', 'desc')
    .orderBy('compensation.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.given_at,
    kind: 'apology',
    number: row.number,
    amountSom: row.amount_som,
    name: row.name_json === null ? null : (JSON.parse(row.name_json) as LocalText),
    details: [row.kind],
    personId: row.person_id,
    link: { to: 'complaint', id: row.complaint_id },
  }));
};

/** The number is the score; the detail is which question it answered, and the reason where one was named. */
export const feedback: TimelineSource = async (db, customerIds, before, limit) => {
  const rows = await db
    .selectFrom('feedback')
    .select(['id', 'given_at', 'kind', 'score', 'reason', 'words', 'sale_id', 'person_id'])
    .where('customer_id', 'in', customerIds)
    .where(isBefore('feedback.given_at', 'feedback.id', before))
    .orderBy('given_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.given_at,
    kind: 'feedback',
    number: row.score,
    details: [row.kind, ...(row.reason === null ? [] : [row.reason])],
    text: row.words,
    personId: row.person_id,
    link: row.sale_id === null ? null : { to: 'sale', id: row.sale_id },
  }));
};

/** What the customer said, and what the shop did; the channel is the detail. */
export const contacts: TimelineSource = async (db, customerIds, before, limit) => {
  const rows = await db
    .selectFrom('contact')
    .select(['id', 'at', 'direction', 'channel', 'words', 'person_id'])
    .where('customer_id', 'in', customerIds)
    .where(isBefore('contact.at', 'contact.id', before))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    kind: row.direction === 'in' ? 'contactIn' : 'contactOut',
    details: [row.channel],
    text: row.words,
    personId: row.person_id,
  }));
};
