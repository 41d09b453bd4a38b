/** The verbs service.noteContact, answerContact, contacts and response: who said what by which channel, and how fast. */
import { Refusal } from '../../shared/errors.ts';
import { clocksOfComplaint } from '../../shared/service/complaint.ts';
import { answerFault, clockOfContact } from '../../shared/service/contact.ts';
import { serviceContract } from '../../shared/service/contract.ts';
import { type Clock, responseFigures } from '../../shared/service/responseClock.ts';
import type { Instant } from '../../shared/time.ts';
import { customerFacts } from '../customer/queries.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import { readingVerb, type WriteScope, writingVerb } from '../verb.ts';
import { idsOfCustomer } from './complaintReads.ts';
import { pageOf, readCursor } from './pages.ts';
import { askedBetween, calledAs } from './queries.ts';

type NewContact = Pick<
  Tables['contact'],
  'customer_id' | 'channel' | 'direction' | 'words' | 'answers_id' | 'person_id'
> & { readonly isQuestion: boolean };

export const noteContact = writingVerb(serviceContract.noteContact, async (scope, input) => {
  const { customerId, channel, direction, words, isQuestion } = input;
  const customer = customerId === null ? null : await customerFacts(scope.trx, customerId);
  if (customerId !== null && customer === null) throw new Refusal('NotFound', { what: 'customer' });
  const contactId = await writeContact(scope, {
    customer_id: customer?.id ?? null,
    channel,
    direction,
    words,
    answers_id: null,
    person_id: scope.actor.personId,
    // What we say ourselves is no question to us.
    isQuestion: isQuestion && direction === 'in',
  });
  return { contactId };
});

/** The first answer stops the question's clock; later ones are written down all the same. */
export const answerContact = writingVerb(serviceContract.answerContact, async (scope, input) => {
  const { trx } = scope;
  const asked = await trx
    .selectFrom('contact')
    .selectAll()
    .where('id', '=', input.contactId)
    .executeTakeFirst();
  if (asked === undefined) throw new Refusal('NotFound', { what: 'contact' });
  const fault = answerFault({ direction: asked.direction, isQuestion: asked.is_question === 1 });
  if (fault !== null) throw new Refusal(fault);
  await trx
    .updateTable('contact')
    .set({ answered_at: scope.now })
    .where('id', '=', asked.id)
    .where('answered_at', 'is', null)
    .execute();
  const contactId = await writeContact(scope, {
    customer_id: asked.customer_id,
    channel: input.channel,
    direction: 'out',
    words: input.words,
    answers_id: asked.id,
    person_id: scope.actor.personId,
    isQuestion: false,
  });
  return { contactId };
});

/** Writes an entry of the contact log with its document; answers the id of both. */
export async function writeContact(
  scope: WriteScope,
  { isQuestion, ...contact }: NewContact,
): Promise<string> {
  const document = documentOf(scope, 'contactNoted', {
    customerId: contact.customer_id,
    channel: contact.channel,
    direction: contact.direction,
    answersId: contact.answers_id,
    isQuestion,
  });
  await scope.trx
    .insertInto('contact')
    .values({
      id: document.id,
      ...contact,
      is_question: isQuestion ? 1 : 0,
      answered_at: null,
      business_day: scope.businessDay,
      at: scope.now,
    })
    .execute();
  await scope.follow({ ...document, customerId: contact.customer_id });
  scope.changed('service');
  return document.id;
}

export const contacts = readingVerb(serviceContract.contacts, async ({ db, now }, input) => {
  const { isWaiting, limit } = input;
  const place = readCursor(input.cursor, 2);
  const ids = await idsOfCustomer(db, input.customerId);
  let query = db
    .selectFrom('contact')
    .leftJoin('customer', 'customer.id', 'contact.customer_id')
    .leftJoin('person', 'person.id', 'contact.person_id')
    .selectAll('contact')
    .select(['customer.name as customer_name', 'customer.phone_last4', 'person.name as person_name']);
  if (ids !== null) query = query.where('contact.customer_id', 'in', [...ids]);
  if (isWaiting) query = query.where('is_question', '=', 1).where('answered_at', 'is', null);
  if (place !== null) {
    const [at = '', id = ''] = place;
    const beyond = isWaiting ? '>' : '<';
    query = query.where(({ eb, and, or }) =>
      or([eb('contact.at', beyond, at), and([eb('contact.at', '=', at), eb('contact.id', beyond, id)])]),
    );
  }
  const order = isWaiting ? 'asc' : 'desc';
  const rows = await query
    .orderBy('contact.at', order)
    .orderBy('contact.id', order)
    .limit(limit + 1)
    .execute();
  const { page, nextCursor } = pageOf(rows, limit, (row) => [row.at, row.id]);
  return {
    contacts: page.map((row) => ({
      contactId: row.id,
      at: row.at,
      channel: row.channel,
      direction: row.direction,
      words: row.words,
      customer:
        row.customer_id === null
          ? null
          : { customerId: row.customer_id, name: calledAs(row.customer_name, row.phone_last4) },
      // What came in is what the customer said, whoever of us wrote it down.
      personName: row.person_name,
      answersId: row.answers_id,
      clock: clockOfContact(
        {
          direction: row.direction,
          isQuestion: row.is_question === 1,
          at: row.at as Instant,
          answeredAt: row.answered_at as Instant | null,
        },
        now,
      ),
    })),
    nextCursor,
  };
});

export const response = readingVerb(serviceContract.response, async ({ db, now }, { from, to }) => {
  const { steps, questions } = await askedBetween(db, from, to);
  const ofComplaints = [...Map.groupBy(steps, (step) => step.complaint_id).values()].flatMap((taken) =>
    clocksOfComplaint(
      taken.map((step) => ({
        kind: step.kind,
        at: step.at as Instant,
        isByPerson: step.person_id !== null,
      })),
      now,
    ),
  );
  const ofQuestions = questions.flatMap((question): readonly Clock[] => {
    const clock = clockOfContact(
      {
        direction: 'in',
        isQuestion: true,
        at: question.at as Instant,
        answeredAt: question.answered_at as Instant | null,
      },
      now,
    );
    return clock === null ? [] : [clock];
  });
  return responseFigures([...ofComplaints, ...ofQuestions]);
});
