/** The verbs by which a complaint is written down, answered and brought to its end. */
import { Refusal } from '../../shared/errors.ts';
import { serviceContract } from '../../shared/service/contract.ts';
import { customerFacts } from '../customer/queries.ts';
import { documentOf } from '../document.ts';
import { attachmentOf, saleWithParts } from '../sale/queries.ts';
import { numberAfter } from '../shop/inTransaction.ts';
import { personOf } from '../staff/queries.ts';
import { type VerbInput, type WriteScope, writingVerb } from '../verb.ts';
import { complaintOf, takeStep, writeStep } from './complaintSteps.ts';

/** Whoever writes it down does not have to see to it: it waits for everybody until somebody takes it. */
export const openComplaint = writingVerb(serviceContract.openComplaint, async (scope, input) => {
  const about = await knownOf(scope, input);
  const number = await numberAfter(scope.trx, scope.tillId, 'complaint');
  const complaintId = scope.newId();
  await scope.trx
    .insertInto('complaint')
    .values({
      id: complaintId,
      till_id: scope.tillId,
      number,
      state: 'open',
      topic: input.topic,
      words: input.words,
      reach: input.reach,
      channel: input.channel,
      ...about,
      person_id: scope.actor.personId,
      owner_id: null,
      business_day: scope.businessDay,
      opened_at: scope.now,
      asked_at: scope.now,
      answered_at: null,
      promised_on: null,
      escalated_at: null,
      outcome: null,
      closed_at: null,
    })
    .execute();
  await writeStep(scope, complaintId, { kind: 'opened', channel: input.channel });
  const { topic, channel } = input;
  const document = documentOf(scope, 'complaintOpened', {
    complaintId,
    number,
    topic,
    channel,
    saleId: about.sale_id,
    lineNumber: about.line_no,
    productId: about.product_id,
    sellerId: about.seller_id,
    customerId: about.customer_id,
  });
  await scope.follow({ ...document, customerId: about.customer_id });
  scope.changed('service');
  return { complaintId, number };
});

type Opening = Omit<VerbInput<typeof serviceContract.openComplaint>, 'intentionId' | 'approval'>;

/** What the complaint is about: the receipt's own facts lead, what was said fills the rest. */
async function knownOf(scope: WriteScope, said: Opening) {
  const ofReceipt = said.saleId === null ? null : await receiptFacts(scope, said.saleId, said.lineNumber);
  const { trx } = scope;
  const customer = await customerOf(scope, said.customerId ?? ofReceipt?.customerId ?? null);
  const productId = ofReceipt?.productId ?? said.productId;
  if (productId !== null) {
    const product = await trx
      .selectFrom('product')
      .select('id')
      .where('id', '=', productId)
      .executeTakeFirst();
    if (product === undefined) throw new Refusal('NotFound', { what: 'product' });
  }
  const sellerId = ofReceipt?.sellerId ?? said.sellerId;
  if (sellerId !== null && ofReceipt === null && (await personOf(trx, sellerId)) === undefined) {
    throw new Refusal('NotFound', { what: 'person' });
  }
  return {
    sale_id: said.saleId,
    line_no: said.saleId === null ? null : said.lineNumber,
    product_id: productId,
    seller_id: sellerId,
    customer_id: customer,
  };
}

/** The id of the living customer; throws NotFound. */
async function customerOf(scope: WriteScope, customerId: string | null): Promise<string | null> {
  if (customerId === null) return null;
  const facts = await customerFacts(scope.trx, customerId);
  if (facts === null) throw new Refusal('NotFound', { what: 'customer' });
  return facts.id;
}

async function receiptFacts({ trx }: WriteScope, saleId: string, lineNumber: number | null) {
  const rows = await saleWithParts(trx, saleId);
  if (rows === null) throw new Refusal('NotFound', { what: 'sale' });
  const line = lineNumber === null ? null : rows.lines.find(({ line_no }) => line_no === lineNumber);
  if (line === undefined) throw new Refusal('NotFound', { what: 'line' });
  const attached = await attachmentOf(trx, saleId);
  return {
    sellerId: rows.sale.person_id,
    customerId: attached?.customer_id ?? rows.sale.customer_id,
    productId: line?.product_id ?? null,
  };
}

export const assignComplaint = writingVerb(serviceContract.assignComplaint, async (scope, input) => {
  const complaint = await complaintOf(scope, input.complaintId);
  const owner = await personOf(scope.trx, input.ownerId);
  if (owner === undefined) throw new Refusal('NotFound', { what: 'person' });
  await takeStep(scope, complaint, { kind: 'assigned', ownerId: owner.id });
  return {};
});

/** Whoever answers a complaint that nobody sees to has taken it. */
export const answerComplaint = writingVerb(serviceContract.answerComplaint, async (scope, input) => {
  const { complaintId, channel, words } = input;
  const complaint = await complaintOf(scope, complaintId);
  await takeStep(scope, complaint, { kind: 'answered', channel, words });
  if (complaint.owner_id === null) {
    const answered = await complaintOf(scope, complaintId);
    await takeStep(scope, answered, { kind: 'assigned', ownerId: scope.actor.personId });
  }
  return {};
});

export const promiseDay = writingVerb(serviceContract.promiseDay, async (scope, input) => {
  const complaint = await complaintOf(scope, input.complaintId);
  if (input.promisedOn < scope.businessDay) throw new Refusal('PromiseInPast');
  await takeStep(scope, complaint, { kind: 'promised', promisedOn: input.promisedOn });
  return {};
});

export const noteComplaint = writingVerb(serviceContract.noteComplaint, async (scope, input) => {
  const complaint = await complaintOf(scope, input.complaintId);
  await takeStep(scope, complaint, { kind: 'noted', words: input.words });
  return {};
});

export const closeComplaint = writingVerb(serviceContract.closeComplaint, async (scope, input) => {
  const { complaintId, outcome, words } = input;
  const complaint = await complaintOf(scope, complaintId);
  await takeStep(scope, complaint, { kind: 'closed', outcome, words });
  return {};
});

export const reopenComplaint = writingVerb(serviceContract.reopenComplaint, async (scope, input) => {
  const complaint = await complaintOf(scope, input.complaintId);
  await takeStep(scope, complaint, { kind: 'reopened', words: input.words });
  return {};
});
