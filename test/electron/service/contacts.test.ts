/** Feedback once for a receipt, the contact log by channel, and how fast the shop answers, on a real file. */
import { expect, test } from 'vitest';
import { answerComplaint, openComplaint } from '../../../electron/service/complaintVerbs.ts';
import { answerContact, contacts, noteContact, response } from '../../../electron/service/contacts.ts';
import { listFeedback, noteFeedback, opinion } from '../../../electron/service/feedback.ts';
import { serviceTimeline } from '../../../electron/service/queries.ts';
import type { VerbInput } from '../../../electron/verb.ts';
import type { serviceContract } from '../../../shared/service/contract.ts';
import { businessDay } from '../../../shared/time.ts';
import { type Counter, openCounter } from '../sale/counter.ts';

const office = 'office';
const today = businessDay('2026-11-22');
const days = { from: today, to: today };

type Feedback = VerbInput<typeof serviceContract.noteFeedback>;
type Contact = VerbInput<typeof serviceContract.noteContact>;

async function openShop() {
  const shop = await openCounter();
  shop.workAs(shop.ownerId, office);
  return shop;
}

const rate = (shop: Counter, answer: Feedback['answer'], different: Partial<Feedback> = {}) =>
  shop.call(noteFeedback, {
    intentionId: shop.newId(),
    saleId: null,
    customerId: null,
    answer,
    reason: null,
    words: '',
    channel: 'shop',
    ...different,
  });

const note = async (shop: Counter, different: Partial<Contact> = {}) => {
  const said = { customerId: null, channel: 'telegram', direction: 'in', words: 'Choy bormi?' } as const;
  const noted = { intentionId: shop.newId(), ...said, isQuestion: true, ...different };
  return (await shop.call(noteContact, noted)).contactId;
};

const answer = (shop: Counter, contactId: string) => {
  const said = { contactId, channel: 'telegram', words: 'Bor, keling' } as const;
  return shop.call(answerContact, { intentionId: shop.newId(), ...said });
};

test('a receipt is rated once, for its customer and its cashier', async () => {
  const shop = await openShop();
  const { customerId, card } = await shop.cardHolder();
  await shop.cashier.put('a');
  await shop.cashier.scan(card);
  const { saleId } = await shop.cashier.pay();
  await rate(shop, { kind: 'nps', score: 6 }, { saleId, reason: 'price', words: 'Qimmat' });
  expect((await shop.refusal(rate(shop, { kind: 'nps', score: 10 }, { saleId }))).code).toBe('FeedbackGiven');
  const { feedback } = await shop.call(listFeedback, { customerId });
  expect(feedback).toMatchObject([
    { kind: 'nps', score: 6, reason: 'price', words: 'Qimmat', receiptNumber: 1, customer: { customerId } },
  ]);
  const [row] = await shop.db
    .selectFrom('journal')
    .select('content_json')
    .where('document_kind', '=', 'feedbackNoted')
    .execute();
  expect(row?.content_json).toContain('"score":6');
  expect(row?.content_json).not.toContain('Qimmat');
});

test('a score that the question does not have never reaches the file', async () => {
  const shop = await openShop();
  await expect(rate(shop, { kind: 'satisfaction', score: 6 })).rejects.toThrow();
  await expect(rate(shop, { kind: 'nps', score: 11 })).rejects.toThrow();
  expect((await shop.refusal(rate(shop, { kind: 'nps', score: 1 }, { saleId: shop.newId() }))).code).toBe(
    'NotFound',
  );
  expect(await shop.db.selectFrom('feedback').select('id').execute()).toEqual([]);
});

test('the answers of a day are one score of each kind, for seniors and the owner', async () => {
  const shop = await openShop();
  for (const score of [10, 9, 8, 3]) await rate(shop, { kind: 'nps', score }, { reason: 'service' });
  for (const score of [5, 2]) await rate(shop, { kind: 'satisfaction', score });
  expect((await shop.refusal(shop.call(opinion, days))).code).toBe('NotAllowed');
  const said = await shop.call(opinion, days, office);
  expect(said.nps).toMatchObject({ promoters: 2, passives: 1, detractors: 1, score: 25 });
  expect(said.satisfied?.share).toBe(0.5);
  expect(said.complaintsAbout).toEqual([{ reason: 'service', count: 1 }]);
  const yesterday = businessDay('2026-11-21');
  const before = await shop.call(opinion, { from: yesterday, to: yesterday }, office);
  expect(before).toMatchObject({ nps: { score: null }, satisfied: null, satisfactionAnswers: 0 });
});

test('a question is answered by its channel; the first answer stops its clock and news wait for none', async () => {
  const shop = await openShop();
  const asked = await note(shop);
  const thanks = await note(shop, { words: 'Rahmat!', isQuestion: false });
  const ours = await note(shop, { direction: 'out', words: 'Yangi choy keldi' });
  shop.clock.pass(30 * 60);
  await answer(shop, asked);
  shop.clock.pass(30 * 60);
  await answer(shop, asked);
  const refused = [await shop.refusal(answer(shop, thanks)), await shop.refusal(answer(shop, ours))];
  expect(refused.map(({ code }) => code)).toEqual(['NotAQuestion', 'NotAQuestion']);
  const { contacts: all } = await shop.call(contacts, {});
  expect(all).toHaveLength(5);
  const clocks = new Map(all.map(({ contactId, clock }) => [contactId, clock]));
  expect(clocks.get(asked)).toMatchObject({ state: 'answeredInTime', answeredAfterMinutes: 30 });
  expect([clocks.get(thanks), clocks.get(ours)]).toEqual([null, null]);
  expect(all.filter(({ answersId }) => answersId === asked)).toHaveLength(2);
});

test('who waits longest is first among questions without an answer, page by page', async () => {
  const shop = await openShop();
  const asked: string[] = [];
  for (let count = 0; count < 3; count += 1) {
    asked.push(await note(shop));
    shop.clock.pass(60);
  }
  await answer(shop, asked[1] ?? '');
  const first = await shop.call(contacts, { isWaiting: true, limit: 1 });
  const second = await shop.call(contacts, { isWaiting: true, limit: 1, cursor: first.nextCursor });
  expect([...first.contacts, ...second.contacts].map(({ contactId }) => contactId)).toEqual([
    asked[0],
    asked[2],
  ]);
  expect(second.nextCursor).toBeNull();
});

test('how fast the shop answers counts complaints and questions, without those whose time still runs', async () => {
  const shop = await openShop();
  const open = {
    saleId: null,
    lineNumber: null,
    productId: null,
    sellerId: null,
    customerId: null,
    topic: 'price',
    words: 'Qimmat',
    reach: '',
    channel: 'shop',
  } as const;
  const { complaintId } = await shop.call(openComplaint, { intentionId: shop.newId(), ...open });
  const asked = await note(shop);
  const late = await note(shop);
  await note(shop, { words: 'Nonchi?' });
  shop.clock.pass(60 * 60);
  const said = { complaintId, channel: 'shop', words: 'Uzr' } as const;
  await shop.call(answerComplaint, { intentionId: shop.newId(), ...said });
  shop.clock.pass(60 * 60);
  await answer(shop, asked);
  expect(await shop.call(response, days, office)).toEqual({
    counted: 2,
    inTime: 2,
    medianMinutes: 90,
    ninetiethMinutes: 120,
  });
  shop.clock.pass(23 * 3600);
  await answer(shop, late);
  expect(await shop.call(response, days, office)).toEqual({
    counted: 4,
    inTime: 2,
    medianMinutes: 120,
    ninetiethMinutes: 1500,
  });
});

test('a customer’s complaints, answers and messages stand in one list, newest first', async () => {
  const shop = await openShop();
  const customerId = await shop.newCustomer('+998901112200', null, 'Aziza');
  await rate(shop, { kind: 'nps', score: 4 }, { customerId });
  shop.clock.pass(60);
  await note(shop, { customerId });
  shop.clock.pass(60);
  await note(shop);
  const entries = await serviceTimeline(shop.db, [customerId], null, 10);
  expect(entries.map(({ kind, what, number }) => [kind, what, number])).toEqual([
    ['contact', 'in', null],
    ['feedback', 'nps', 4],
  ]);
  const older = await serviceTimeline(shop.db, [customerId], entries[0]?.at ?? null, 10);
  expect(older.map(({ kind }) => kind)).toEqual(['feedback']);
});
