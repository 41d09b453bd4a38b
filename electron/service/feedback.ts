/** The verbs service.noteFeedback, feedback and opinion: what customers answer after the sale, one by one and together. */
import { Refusal } from '../../shared/errors.ts';
import { serviceContract } from '../../shared/service/contract.ts';
import { opinionOf } from '../../shared/service/feedback.ts';
import { customerFacts } from '../customer/queries.ts';
import { documentOf } from '../document.ts';
import { attachmentOf, saleWithParts } from '../sale/queries.ts';
import { readingVerb, type WriteScope, writingVerb } from '../verb.ts';
import { idsOfCustomer } from './complaintReads.ts';
import { pageOf, readCursor } from './pages.ts';
import { calledAs } from './queries.ts';

/** The first answer to a receipt stands; a second is refused FeedbackGiven. */
export const noteFeedback = writingVerb(serviceContract.noteFeedback, async (scope, input) => {
  const { saleId, answer, reason, words, channel } = input;
  const ofReceipt = saleId === null ? null : await customerOfSale(scope, saleId);
  const asked = input.customerId ?? ofReceipt;
  const customer = asked === null ? null : await customerFacts(scope.trx, asked);
  if (asked !== null && customer === null) throw new Refusal('NotFound', { what: 'customer' });
  const customerId = customer?.id ?? null;
  const document = documentOf(scope, 'feedbackNoted', {
    kind: answer.kind,
    score: answer.score,
    reason,
    channel,
    saleId,
    customerId,
  });
  await scope.trx
    .insertInto('feedback')
    .values({
      id: document.id,
      kind: answer.kind,
      score: answer.score,
      reason,
      words,
      channel,
      sale_id: saleId,
      customer_id: customerId,
      person_id: scope.actor.personId,
      business_day: scope.businessDay,
      given_at: scope.now,
    })
    .execute();
  await scope.follow({ ...document, customerId });
  scope.changed('service');
  return { feedbackId: document.id };
});

/** Whose receipt it is, or null; refuses a receipt that nobody has, or that was answered already. */
async function customerOfSale({ trx }: WriteScope, saleId: string): Promise<string | null> {
  const rows = await saleWithParts(trx, saleId);
  if (rows === null) throw new Refusal('NotFound', { what: 'sale' });
  const given = await trx
    .selectFrom('feedback')
    .select('id')
    .where('sale_id', '=', saleId)
    .executeTakeFirst();
  if (given !== undefined) throw new Refusal('FeedbackGiven');
  return (await attachmentOf(trx, saleId))?.customer_id ?? rows.sale.customer_id;
}

export const listFeedback = readingVerb(serviceContract.feedback, async ({ db }, input) => {
  const place = readCursor(input.cursor, 2);
  const ids = await idsOfCustomer(db, input.customerId);
  let query = db
    .selectFrom('feedback')
    .leftJoin('customer', 'customer.id', 'feedback.customer_id')
    .leftJoin('sale', 'sale.id', 'feedback.sale_id')
    .leftJoin('person as seller', 'seller.id', 'sale.person_id')
    .selectAll('feedback')
    .select([
      'customer.name as customer_name',
      'customer.phone_last4',
      'sale.number as receipt_number',
      'seller.name as seller_name',
    ]);
  if (ids !== null) query = query.where('feedback.customer_id', 'in', [...ids]);
  if (place !== null) {
    const [at = '', id = ''] = place;
    query = query.where(({ eb, and, or }) =>
      or([
        eb('feedback.given_at', '<', at),
        and([eb('feedback.given_at', '=', at), eb('feedback.id', '<', id)]),
      ]),
    );
  }
  const rows = await query
    .orderBy('feedback.given_at', 'desc')
    .orderBy('feedback.id', 'desc')
    .limit(input.limit + 1)
    .execute();
  const { page, nextCursor } = pageOf(rows, input.limit, (row) => [row.given_at, row.id]);
  return {
    feedback: page.map((row) => ({
      feedbackId: row.id,
      at: row.given_at,
      kind: row.kind,
      score: row.score,
      reason: row.reason,
      words: row.words,
      channel: row.channel,
      receiptNumber: row.receipt_number,
      sellerName: row.seller_name,
      customer:
        row.customer_id === null
          ? null
          : { customerId: row.customer_id, name: calledAs(row.customer_name, row.phone_last4) },
    })),
    nextCursor,
  };
});

export const opinion = readingVerb(serviceContract.opinion, async ({ db }, { from, to }) => {
  const rows = await db
    .selectFrom('feedback')
    .select(({ fn }) => ['kind', 'score', 'reason', fn.countAll<number>().as('count')])
    .where('business_day', '>=', from)
    .where('business_day', '<=', to)
    .groupBy(['kind', 'score', 'reason'])
    .execute();
  const { complaintsAbout, ...told } = opinionOf(rows.map((row) => ({ ...row, count: Number(row.count) })));
  return { ...told, complaintsAbout: [...complaintsAbout] };
});
