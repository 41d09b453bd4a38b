/** Complaints from the receipt that is scanned to the outcome, with their clock, owner and escalation, on a real file. */
import { expect, test } from 'vitest';
import { mergeCustomers } from '../../../electron/customer/merge.ts';
import {
  complaintReceipt,
  listComplaints,
  showComplaint,
  waiting,
} from '../../../electron/service/complaintReads.ts';
import {
  assignComplaint,
  noteComplaint,
  promiseDay,
  reopenComplaint,
} from '../../../electron/service/complaintVerbs.ts';
import { forgetServiceWords, handOverComplaints } from '../../../electron/service/inTransaction.ts';
import { removeTemplate, saveTemplate, templates } from '../../../electron/service/templates.ts';
import { lookAtComplaints } from '../../../electron/timers.ts';
import { businessDay } from '../../../shared/time.ts';
import type { Counter } from '../sale/counter.ts';
import {
  answer,
  close,
  journal,
  type Opening,
  office,
  open,
  openShop,
  show,
  soldTo,
  within,
} from './complaintShop.ts';

test('a scanned receipt and three words make a complaint about its line, its cashier and its product', async () => {
  const shop = await openShop();
  const { customerId, saleId, code } = await soldTo(shop);
  const receipt = await shop.call(complaintReceipt, { code: code.toLowerCase() });
  expect(receipt).toMatchObject({ saleId, number: 1, seller: { personId: shop.cashierId } });
  expect(receipt.customer?.customerId).toBe(customerId);
  expect(receipt.lines.map(({ lineNumber, productId }) => [lineNumber, productId])).toEqual([
    [1, shop.productIds.a],
    [2, shop.productIds.b],
  ]);
  const { complaintId, number } = await open(shop, { saleId, lineNumber: 2 });
  expect(number).toBe(1);
  expect(await show(shop, complaintId)).toMatchObject({
    state: 'open',
    words: 'Choy nam ekan',
    customer: { customerId },
    productName: { uz: 'Guruch' },
    receiptNumber: 1,
    lineNumber: 2,
    seller: { personId: shop.cashierId },
    owner: null,
    clock: { state: 'running', leftMinutes: 1440 },
    promise: 'none',
  });
  const [document] = await journal(shop, 'complaintOpened');
  expect(document.content).toMatchObject({ complaintId, saleId, lineNumber: 2, customerId });
  expect(JSON.stringify(document)).not.toContain('Choy nam');
});

test('somebody without a receipt and without a card is heard too', async () => {
  const shop = await openShop();
  const { complaintId } = await open(shop, {
    topic: 'service',
    reach: '+998 90 000 00 00',
    channel: 'phone',
  });
  expect(await show(shop, complaintId)).toMatchObject({
    customer: null,
    receiptNumber: null,
    seller: null,
    // Whoever may not see phones sees the end of one in words too.
    reach: '+998 •• ••• 00 00',
    channel: 'phone',
  });
  const { reach } = await shop.call(showComplaint, { complaintId }, office);
  expect(reach).toBe('+998 90 000 00 00');
});

test('a receipt, a line, a product, a person or a customer that nobody has is refused', async () => {
  const shop = await openShop();
  const { saleId } = await soldTo(shop);
  const nobody = shop.newId();
  const wrong: Partial<Opening>[] = [
    { saleId: nobody },
    { saleId, lineNumber: 3 },
    { productId: nobody },
    { sellerId: nobody },
    { customerId: nobody },
  ];
  const refused = [];
  for (const each of wrong) refused.push((await shop.refusal(open(shop, each))).data.what);
  expect(refused).toEqual(['sale', 'line', 'product', 'person', 'customer']);
  expect((await shop.refusal(shop.call(complaintReceipt, { code: 'R2222' }))).code).toBe('ReceiptUnknown');
  expect(await shop.db.selectFrom('complaint').select('id').execute()).toEqual([]);
});

test('the first answer of a person stops the clock and makes whoever answered see to it', async () => {
  const shop = await openShop();
  const { complaintId } = await open(shop);
  shop.clock.pass(90 * 60);
  await answer(shop, complaintId);
  shop.clock.pass(3600);
  await answer(shop, complaintId);
  const { state, clock, owner, steps } = await show(shop, complaintId);
  expect([state, clock.state, clock.answeredAfterMinutes]).toEqual(['answered', 'answeredInTime', 90]);
  expect(owner?.personId).toBe(shop.cashierId);
  expect(steps.map(({ kind, words }) => [kind, words])).toEqual([
    ['opened', ''],
    ['answered', 'Uzr, almashtiramiz'],
    ['assigned', ''],
    ['answered', 'Uzr, almashtiramiz'],
  ]);
  expect(JSON.stringify(await journal(shop, 'complaintStep'))).not.toContain('almashtiramiz');
});

test('nothing is closed without an answer; what comes back waits anew', async () => {
  const shop = await openShop();
  const { complaintId } = await open(shop);
  expect((await shop.refusal(close(shop, complaintId))).code).toBe('AnswerMissing');
  await answer(shop, complaintId);
  await close(shop, complaintId);
  expect(await show(shop, complaintId)).toMatchObject({ state: 'closed', outcome: 'solved' });
  expect((await shop.refusal(answer(shop, complaintId))).code).toBe('ComplaintClosed');
  shop.clock.pass(3600);
  const again = { intentionId: shop.newId(), complaintId, words: 'Yana nam' };
  await shop.call(reopenComplaint, again);
  expect(await show(shop, complaintId)).toMatchObject({
    state: 'open',
    outcome: null,
    clock: { state: 'running', leftMinutes: 1440 },
  });
  expect((await shop.refusal(shop.call(reopenComplaint, { ...again, intentionId: shop.newId() }))).code).toBe(
    'ComplaintNotClosed',
  );
});

test('a day is promised for today or later, and the owner sees which promises were broken', async () => {
  const shop = await openShop();
  const { complaintId } = await open(shop);
  const promise = (day: string) =>
    shop.call(promiseDay, { intentionId: shop.newId(), complaintId, promisedOn: businessDay(day) });
  expect((await shop.refusal(promise('2026-11-21'))).code).toBe('PromiseInPast');
  await promise('2026-11-22');
  expect(await shop.call(waiting, {})).toEqual({
    running: 1,
    warning: 0,
    overdue: 0,
    promisedToday: 1,
    promiseBroken: 0,
    red: 0,
  });
  shop.clock.pass(24 * 3600);
  expect((await show(shop, complaintId)).promise).toBe('broken');
  expect(await shop.call(waiting, {})).toMatchObject({
    running: 0,
    warning: 1,
    promiseBroken: 1,
    // Late in two ways, but one complaint.
    red: 1,
  });
  shop.clock.pass(60);
  expect(await shop.call(waiting, {})).toMatchObject({ warning: 0, overdue: 1, red: 1 });
});

test('four hours before the deadline an unanswered complaint is the owner’s, told once', async () => {
  const shop = await openShop();
  const { complaintId } = await open(shop);
  const other = await open(shop);
  await answer(shop, other.complaintId);
  shop.clock.pass(20 * 3600 - 1);
  await lookAtComplaints(shop.till.host());
  expect((await show(shop, complaintId)).owner).toBeNull();
  shop.clock.pass(1);
  await lookAtComplaints(shop.till.host());
  await lookAtComplaints(shop.till.host());
  const { owner, steps } = await show(shop, complaintId);
  expect(owner?.personId).toBe(shop.ownerId);
  expect(steps.map(({ kind, person }) => [kind, person === null])).toEqual([
    ['opened', false],
    ['escalated', true],
  ]);
});

test('the list begins with whoever waits longest for an answer, and its pages follow one another', async () => {
  const shop = await openShop();
  const ids: string[] = [];
  for (let count = 0; count < 4; count += 1) {
    ids.push((await open(shop)).complaintId);
    shop.clock.pass(60);
  }
  const [first = '', second = '', third = '', last = ''] = ids;
  await answer(shop, first);
  await answer(shop, last);
  await close(shop, last);
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listPage>> = await listPage(shop, 'living', cursor);
    seen.push(...page.complaints.map(({ complaintId }) => complaintId));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(seen).toEqual([second, third, first]);
  const newest = await listPage(shop, 'all', null);
  const older = await listPage(shop, 'all', newest.nextCursor);
  expect([...newest.complaints, ...older.complaints].map(({ complaintId }) => complaintId)).toEqual([
    last,
    third,
  ]);
  expect((await listPage(shop, 'mine', null)).complaints.map(({ complaintId }) => complaintId)).toEqual([
    first,
  ]);
  expect((await listPage(shop, 'closed', null)).complaints.map(({ complaintId }) => complaintId)).toEqual([
    last,
  ]);
});

const listPage = (shop: Counter, list: 'living' | 'mine' | 'closed' | 'all', cursor: string | null) =>
  shop.call(listComplaints, { list, cursor, limit: 1 });

test('a complaint goes to whoever is asked to see to it, and to the next when that person leaves', async () => {
  const shop = await openShop();
  const { complaintId } = await open(shop);
  const assign = (ownerId: string, key?: string) =>
    shop.call(assignComplaint, { intentionId: shop.newId(), complaintId, ownerId }, key);
  expect((await shop.refusal(assign(shop.cashierId))).code).toBe('NotAllowed');
  await assign(shop.cashierId, office);
  await within(shop, (scope) => handOverComplaints(scope, { fromId: shop.cashierId, toId: shop.ownerId }));
  const { owner, steps } = await show(shop, complaintId);
  expect(owner?.personId).toBe(shop.ownerId);
  expect(steps.map((step) => step.owner?.personId)).toEqual([undefined, shop.cashierId, shop.ownerId]);
  await within(shop, (scope) => handOverComplaints(scope, { fromId: shop.ownerId, toId: null }));
  expect((await show(shop, complaintId)).owner).toBeNull();
});

test('two customers who are one person have their complaints together', async () => {
  const shop = await openShop();
  const one = await shop.newCustomer('+998901112200', null, 'Aziza');
  const other = await shop.newCustomer('+998901112201', null, 'Aziza');
  const { complaintId } = await open(shop, { customerId: other });
  await shop.call(mergeCustomers, { intentionId: shop.newId(), intoId: one, fromId: other }, office);
  expect((await show(shop, complaintId)).customer).toEqual({ customerId: one, name: 'Aziza' });
});

test('what was said is forgotten with the customer; the days, the topic and the outcome stay', async () => {
  const shop = await openShop();
  const customerId = await shop.newCustomer('+998901112200', null, 'Aziza');
  const { complaintId } = await open(shop, { customerId, reach: 'ukasi orqali' });
  await answer(shop, complaintId);
  await shop.call(noteComplaint, { intentionId: shop.newId(), complaintId, words: 'Sobir akaning qizi' });
  await within(shop, ({ trx }) => forgetServiceWords(trx, [customerId]));
  const rows = await shop.everyRow();
  for (const said of ['Choy nam ekan', 'ukasi orqali', 'almashtiramiz', 'Sobir aka']) {
    expect(rows).not.toContain(said);
  }
  expect(await show(shop, complaintId)).toMatchObject({ topic: 'quality', state: 'answered', words: '' });
});

test('answers that are sent often are kept in the shop’s languages', async () => {
  const shop = await openShop();
  const name = { uz: 'Uzr', ru: 'Извинение' };
  const words = { uz: 'Uzr soʻraymiz, almashtiramiz.' };
  const input = { templateId: null, name, words };
  expect((await shop.refusal(shop.call(saveTemplate, { intentionId: shop.newId(), ...input }))).code).toBe(
    'NotAllowed',
  );
  const { templateId } = await shop.call(saveTemplate, { intentionId: shop.newId(), ...input }, office);
  const changed = { ...input, templateId, words: { uz: 'Kechirasiz.' } };
  await shop.call(saveTemplate, { intentionId: shop.newId(), ...changed }, office);
  expect(await shop.call(templates, {})).toEqual({
    templates: [{ templateId, name, words: { uz: 'Kechirasiz.' } }],
  });
  const remove = () => shop.call(removeTemplate, { intentionId: shop.newId(), templateId }, office);
  await remove();
  expect(await shop.call(templates, {})).toEqual({ templates: [] });
  expect((await shop.refusal(remove())).code).toBe('NotFound');
});
