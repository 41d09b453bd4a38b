/** The SQL of complaints: rows, lists, steps, and what of all this stands in a customer's timeline. */
import type { Kysely } from 'kysely';
import { tidyName } from '../../shared/text.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;

/** How a customer is called where the name may be unknown: the name, else the end of the phone. */
export function calledAs(name: string | null, phoneLast4: string | null): string {
  return tidyName(name ?? '') || (phoneLast4 === null || phoneLast4 === '' ? '' : `…${phoneLast4}`);
}

/** A row, or undefined when there is none with this id. */
export function complaintRow(db: Db, id: string) {
  return db.selectFrom('complaint').selectAll().where('id', '=', id).executeTakeFirst();
}
export type ComplaintRow = NonNullable<Awaited<ReturnType<typeof complaintRow>>>;

export function complaintsJoined(db: Db) {
  return db
    .selectFrom('complaint')
    .leftJoin('customer', 'customer.id', 'complaint.customer_id')
    .leftJoin('sale', 'sale.id', 'complaint.sale_id')
    .leftJoin('product', 'product.id', 'complaint.product_id')
    .leftJoin('person as seller', 'seller.id', 'complaint.seller_id')
    .leftJoin('person as owner', 'owner.id', 'complaint.owner_id')
    .innerJoin('person as writer', 'writer.id', 'complaint.person_id')
    .selectAll('complaint')
    .select([
      'customer.name as customer_name',
      'customer.phone_last4',
      'sale.number as receipt_number',
      'product.name_json as product_name_json',
      'seller.name as seller_name',
      'owner.name as owner_name',
      'writer.name as writer_name',
    ]);
}
export type ComplaintJoined = Awaited<ReturnType<ReturnType<typeof complaintsJoined>['execute']>>[number];

export interface ListOfComplaints {
  readonly list: 'living' | 'mine' | 'closed' | 'all';
  readonly personId: string;
  readonly customerIds: readonly string[] | null;
}

/**
 * A page of complaints. Those that live: unanswered first, and whoever waits longest on top; the others: newest first.
 * `place` is state, instant and id where the page before ended.
 */
export function listOfComplaints(
  db: Db,
  { list, personId, customerIds }: ListOfComplaints,
  place: readonly string[] | null,
  limit: number,
) {
  const isLiving = list === 'living' || list === 'mine';
  const [state = '', at = '', id = ''] = place ?? [];
  let query = complaintsJoined(db);
  if (customerIds !== null) query = query.where('complaint.customer_id', 'in', [...customerIds]);
  if (list === 'mine') query = query.where('complaint.owner_id', '=', personId);
  if (list === 'closed') query = query.where('complaint.state', '=', 'closed');
  if (isLiving) {
    query = query.where('complaint.state', '!=', 'closed');
    if (place !== null) {
      query = query.where(({ eb, and, or }) =>
        or([
          eb('complaint.state', '<', state as 'open'),
          and([
            eb('complaint.state', '=', state as 'open'),
            or([
              eb('complaint.asked_at', '>', at),
              and([eb('complaint.asked_at', '=', at), eb('complaint.id', '>', id)]),
            ]),
          ]),
        ]),
      );
    }
    // 'open' stands after 'answered' in the alphabet.
    return query
      .orderBy('complaint.state', 'desc')
      .orderBy('complaint.asked_at')
      .orderBy('complaint.id')
      .limit(limit)
      .execute();
  }
  if (place !== null) {
    query = query.where(({ eb, and, or }) =>
      or([
        eb('complaint.opened_at', '<', at),
        and([eb('complaint.opened_at', '=', at), eb('complaint.id', '<', id)]),
      ]),
    );
  }
  return query.orderBy('complaint.opened_at', 'desc').orderBy('complaint.id', 'desc').limit(limit).execute();
}

export function stepsOf(db: Db, complaintId: string) {
  return db
    .selectFrom('complaint_step')
    .leftJoin('person', 'person.id', 'complaint_step.person_id')
    .leftJoin('person as owner', 'owner.id', 'complaint_step.owner_id')
    .selectAll('complaint_step')
    .select(['person.name as person_name', 'owner.name as owner_name'])
    .where('complaint_id', '=', complaintId)
    .orderBy('step_no')
    .execute();
}

export function compensationsOf(db: Db, complaintId: string) {
  return db
    .selectFrom('compensation')
    .innerJoin('person', 'person.id', 'compensation.person_id')
    .leftJoin('person as approver', 'approver.id', 'compensation.approver_id')
    .leftJoin('coupon_series', 'coupon_series.id', 'compensation.series_id')
    .selectAll('compensation')
    .select([
      'person.name as person_name',
      'approver.name as approver_name',
      'coupon_series.name_json as series_name_json',
    ])
    .where('complaint_id', '=', complaintId)
    .orderBy('compensation.given_at')
    .orderBy('compensation.id')
    .execute();
}

/** What was given in a shift without a second person. */
export async function apologiesOfShift(db: Db, shiftId: string): Promise<number> {
  const row = await db
    .selectFrom('compensation')
    .select(({ fn }) => fn.sum<number | null>('amount_som').as('given_som'))
    .where('shift_id', '=', shiftId)
    .where('approver_id', 'is', null)
    .where('is_alone', '=', 0)
    .executeTakeFirst();
  return Number(row?.given_som ?? 0);
}

/** Complaints and questions of some business days with the moments that their clocks need. */
export async function askedBetween(db: Db, from: string, to: string) {
  const steps = await db
    .selectFrom('complaint_step')
    .innerJoin('complaint', 'complaint.id', 'complaint_step.complaint_id')
    .select(['complaint_id', 'kind', 'at', 'complaint_step.person_id'])
    .where('complaint.business_day', '>=', from)
    .where('complaint.business_day', '<=', to)
    .where('kind', 'in', ['opened', 'answered', 'closed', 'reopened'])
    .orderBy('complaint_id')
    .orderBy('step_no')
    .execute();
  const questions = await db
    .selectFrom('contact')
    .select(['at', 'answered_at'])
    .where('is_question', '=', 1)
    .where('business_day', '>=', from)
    .where('business_day', '<=', to)
    .execute();
  return { steps, questions };
}

/** Complaints that wait for an answer or for a promised day, and questions without one. */
export async function waitingNow(db: Db) {
  const complaints = await db
    .selectFrom('complaint')
    .select(['state', 'asked_at', 'promised_on'])
    .where('state', 'in', ['open', 'answered'])
    .execute();
  const questions = await db
    .selectFrom('contact')
    .select('at')
    .where('is_question', '=', 1)
    .where('answered_at', 'is', null)
    .execute();
  return { complaints, questions };
}

/** An entry of a customer's timeline from this room. */
export interface ServiceEntry {
  readonly kind: 'complaint' | 'feedback' | 'contact';
  readonly id: string;
  readonly at: string;
  /** Topic of a complaint, kind of feedback, direction of a contact. */
  readonly what: string;
  readonly words: string;
  readonly channel: string;
  /** The score of feedback, the number of a complaint. */
  readonly number: number | null;
}

/**
 * What these customers said and heard before a moment, newest first: complaints, feedback and contacts in one list. `before`
 * null begins at the top.
 */
export async function serviceTimeline(
  db: Db,
  customerIds: readonly string[],
  before: string | null,
  limit: number,
): Promise<readonly ServiceEntry[]> {
  if (customerIds.length === 0) return [];
  const ids = [...customerIds];
  // A moment after all that can be written.
  const until = before ?? '9999';
  const complaints = await db
    .selectFrom('complaint')
    .select(['id', 'opened_at as at', 'topic as what', 'words', 'channel', 'number'])
    .where('customer_id', 'in', ids)
    .where('opened_at', '<', until)
    .orderBy('opened_at', 'desc')
    .limit(limit)
    .execute();
  const feedback = await db
    .selectFrom('feedback')
    .select(['id', 'given_at as at', 'kind as what', 'words', 'channel', 'score as number'])
    .where('customer_id', 'in', ids)
    .where('given_at', '<', until)
    .orderBy('given_at', 'desc')
    .limit(limit)
    .execute();
  const contacts = await db
    .selectFrom('contact')
    .select(['id', 'at', 'direction as what', 'words', 'channel'])
    .where('customer_id', 'in', ids)
    .where('at', '<', until)
    .orderBy('at', 'desc')
    .limit(limit)
    .execute();
  return [
    ...complaints.map((row): ServiceEntry => ({ kind: 'complaint', ...row })),
    ...feedback.map((row): ServiceEntry => ({ kind: 'feedback', ...row })),
    ...contacts.map((row): ServiceEntry => ({ kind: 'contact', ...row, number: null })),
  ]
    .sort((one, other) => (one.at === other.at ? (one.id < other.id ? 1 : -1) : one.at < other.at ? 1 : -1))
    .slice(0, limit);
}
