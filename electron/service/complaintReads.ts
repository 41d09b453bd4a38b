/** The questions about complaints: the receipt one begins with, the list with its clocks, one complaint, what waits. */
import { readCode } from '../../shared/code.ts';
import { Refusal } from '../../shared/errors.ts';
import { promiseOf } from '../../shared/service/complaint.ts';
import type { ComplaintSummary } from '../../shared/service/complaintContract.ts';
import { serviceContract } from '../../shared/service/contract.ts';
import { type Clock, clockOf } from '../../shared/service/responseClock.ts';
import { calendarOf } from '../../shared/shop/settings.ts';
import type { LocalText } from '../../shared/text.ts';
import { type BusinessDay, businessDayOf, type Instant } from '../../shared/time.ts';
import { businessDayNow } from '../businessDay.ts';
import { customerFacts, everyIdOf } from '../customer/queries.ts';
import { attachmentOf, saleOfReceiptCode, saleWithParts } from '../sale/queries.ts';
import { namesOf } from '../staff/queries.ts';
import { type ReadScope, readingVerb } from '../verb.ts';
import { pageOf, readCursor } from './pages.ts';
import {
  type ComplaintJoined,
  calledAs,
  compensationsOf,
  complaintsJoined,
  listOfComplaints,
  stepsOf,
  waitingNow,
} from './queries.ts';

export const complaintReceipt = readingVerb(serviceContract.complaintReceipt, async ({ db }, input) => {
  const saleId = 'saleId' in input ? input.saleId : await saleIdOfCode(db, input.code);
  const rows = saleId === null ? null : await saleWithParts(db, saleId);
  if (rows === null) throw new Refusal('ReceiptUnknown');
  const { sale } = rows;
  const names = await namesOf(db, [sale.person_id]);
  const customerId = (await attachmentOf(db, sale.id))?.customer_id ?? sale.customer_id;
  const customer = customerId === null ? null : await customerFacts(db, customerId);
  return {
    saleId: sale.id,
    number: sale.number,
    soldAt: sale.sold_at,
    seller: { personId: sale.person_id, name: names.get(sale.person_id) ?? '' },
    customer:
      customer === null
        ? null
        : { customerId: customer.id, name: calledAs(customer.name, customer.phone?.slice(-4) ?? null) },
    lines: rows.lines.map((line) => ({
      lineNumber: line.line_no,
      productId: line.product_id,
      name: JSON.parse(line.name_json) as LocalText,
    })),
  };
});

/** Null for a code that is no receipt's. */
async function saleIdOfCode(db: ReadScope['db'], code: string): Promise<string | null> {
  const read = readCode(code);
  if (read?.kind !== 'receipt') return null;
  return (await saleOfReceiptCode(db, read.code))?.id ?? null;
}

/** The customer's own id and those of everybody who became them. */
export async function idsOfCustomer(
  db: ReadScope['db'],
  customerId: string | null,
): Promise<readonly string[] | null> {
  if (customerId === null) return null;
  return (await everyIdOf(db, customerId).execute()).map(({ id }) => id);
}

export const listComplaints = readingVerb(serviceContract.complaints, async (scope, input) => {
  const { db } = scope;
  const { list, limit } = input;
  const place = readCursor(input.cursor, 3);
  const customerIds = await idsOfCustomer(db, input.customerId);
  const personId = scope.actor?.personId ?? '';
  const rows = await listOfComplaints(db, { list, personId, customerIds }, place, limit + 1);
  const isLiving = list === 'living' || list === 'mine';
  const { page, nextCursor } = pageOf(rows, limit, (row) => [
    row.state,
    isLiving ? row.asked_at : row.opened_at,
    row.id,
  ]);
  const today = await businessDayNow(db, scope);
  return { complaints: page.map((row) => summaryOf(row, { ...scope, today })), nextCursor };
});

type SummaryScope = Pick<ReadScope, 'now' | 'settings'> & { readonly today: BusinessDay };

/** The clock of the present waiting; what was closed without an answer waits no longer than until then. */
function clockOfRow(row: ComplaintJoined, now: Instant): Clock {
  const answers = row.answered_at === null ? [] : [{ at: row.answered_at as Instant, by: 'person' as const }];
  return clockOf(row.asked_at as Instant, answers, (row.closed_at as Instant | null) ?? now);
}

function summaryOf(row: ComplaintJoined, { now, settings, today }: SummaryScope): ComplaintSummary {
  const promisedOn = row.promised_on as BusinessDay | null;
  const closedOn =
    row.closed_at === null ? null : businessDayOf(row.closed_at as Instant, calendarOf(settings), null);
  return {
    complaintId: row.id,
    number: row.number,
    state: row.state,
    topic: row.topic,
    words: row.words,
    channel: row.channel,
    customer:
      row.customer_id === null
        ? null
        : { customerId: row.customer_id, name: calledAs(row.customer_name, row.phone_last4) },
    reach: row.reach,
    productName: localText(row.product_name_json),
    receiptNumber: row.receipt_number,
    seller: personShown(row.seller_id, row.seller_name),
    owner: personShown(row.owner_id, row.owner_name),
    openedAt: row.opened_at as Instant,
    clock: clockOfRow(row, now),
    promisedOn,
    promise: promiseOf(promisedOn, today, closedOn),
    outcome: row.outcome,
  };
}

function localText(json: string | null): LocalText | null {
  return json === null ? null : (JSON.parse(json) as LocalText);
}

function personShown(personId: string | null, name: string | null) {
  return personId === null ? null : { personId, name: name ?? '' };
}

export const showComplaint = readingVerb(serviceContract.complaint, async (scope, { complaintId }) => {
  const { db } = scope;
  const row = await complaintsJoined(db).where('complaint.id', '=', complaintId).executeTakeFirst();
  if (row === undefined) throw new Refusal('NotFound', { what: 'complaint' });
  const steps = await stepsOf(db, complaintId);
  const compensations = await compensationsOf(db, complaintId);
  const today = await businessDayNow(db, scope);
  return {
    ...summaryOf(row, { ...scope, today }),
    saleId: row.sale_id,
    lineNumber: row.line_no,
    writtenBy: { personId: row.person_id, name: row.writer_name },
    steps: steps.map((step) => ({
      stepNumber: step.step_no,
      kind: step.kind,
      at: step.at,
      person: personShown(step.person_id, step.person_name),
      words: step.words,
      channel: step.channel,
      owner: personShown(step.owner_id, step.owner_name),
      promisedOn: step.promised_on,
      outcome: step.outcome,
    })),
    compensations: compensations.map((given) => ({
      kind: given.kind,
      amountSom: given.amount_som,
      seriesName: localText(given.series_name_json),
      couponCode: given.coupon_code,
      givenAt: given.given_at,
      person: { personId: given.person_id, name: given.person_name },
      approver: personShown(given.approver_id, given.approver_name),
      isAlone: given.is_alone === 1,
    })),
  };
});

export const waiting = readingVerb(serviceContract.waiting, async (scope) => {
  const { complaints, questions } = await waitingNow(scope.db);
  const today = await businessDayNow(scope.db, scope);
  const clockSince = (at: string) => clockOf(at as Instant, [], scope.now);
  const ofQuestions = questions.map(({ at }) => clockSince(at));
  const ofComplaints = complaints.map((row) => ({
    clock: row.state === 'open' ? clockSince(row.asked_at) : null,
    promise: promiseOf(row.promised_on as BusinessDay | null, today, null),
  }));
  const clocks = [...ofQuestions, ...ofComplaints.flatMap(({ clock }) => (clock === null ? [] : [clock]))];
  const promises = ofComplaints.map(({ promise }) => promise);
  const isLate = (clock: Clock | null) => clock !== null && clock.state !== 'running';
  const countOf = (state: Clock['state']) => clocks.filter((clock) => clock.state === state).length;
  return {
    running: countOf('running'),
    warning: countOf('warning'),
    overdue: countOf('overdue'),
    promisedToday: promises.filter((promise) => promise === 'today').length,
    promiseBroken: promises.filter((promise) => promise === 'broken').length,
    red:
      ofQuestions.filter(isLate).length +
      ofComplaints.filter(({ clock, promise }) => isLate(clock) || promise === 'broken').length,
  };
});
