/** What the cashier is told of whoever stands at the counter, from a shop that sold and noted through its own verbs. */
import { beforeEach, expect, test } from 'vitest';
import { changeCustomer } from '../../../electron/customer/change.ts';
import { addFact, removeFact } from '../../../electron/customer/facts.ts';
import { mergeCustomers } from '../../../electron/customer/merge.ts';
import { customerAtTill } from '../../../electron/report/customerAtTill.ts';
import { warmRhythm } from '../../../electron/report/profileRhythm.ts';
import { answerComplaint, closeComplaint, openComplaint } from '../../../electron/service/complaintVerbs.ts';
import { addDays, businessDay, type Instant } from '../../../shared/time.ts';
import { type GoodsName, goods } from '../sale/counter.ts';
import { openWholeShop, type WholeShop } from '../sale/wholeShop.ts';

let shop: WholeShop;
let aziza: { readonly customerId: string; readonly card: string };
const firstDay = businessDay('2027-01-01');

/** Noon in Tashkent, so many days after the first. */
const on = (day: number) => {
  shop.clock.now = `${addDays(firstDay, day)}T07:00:00.000Z` as Instant;
};

async function buy(day: number, names: readonly GoodsName[], card = aziza.card) {
  on(day);
  await shop.cashier.put(...names);
  await shop.cashier.scan(card);
  return shop.payAll();
}

const told = async (customerId = aziza.customerId) =>
  (await shop.call(customerAtTill(shop.till.parts), { customerId })).atTill;

const complain = (words: string) =>
  shop.call(openComplaint, {
    intentionId: shop.newId(),
    saleId: null,
    lineNumber: null,
    productId: null,
    sellerId: null,
    customerId: aziza.customerId,
    topic: 'quality',
    words,
    reach: '',
    channel: 'shop',
  });

beforeEach(async () => {
  shop = await openWholeShop({ now: `${firstDay}T04:00:00.000Z` });
  aziza = await shop.cardHolder('901110001');
});

test('of somebody who has just come for the first time there is nothing to say', async () => {
  expect(await told()).toEqual({
    customerId: aziza.customerId,
    name: '',
    birthdayInDays: null,
    allergies: [],
    complaint: null,
    waiting: [],
    away: null,
    usual: [],
    due: [],
  });
});

test('an id that nobody has is not found', async () => {
  const asked = shop.call(customerAtTill(shop.till.parts), { customerId: shop.newId() });
  expect((await shop.refusal(asked)).code).toBe('NotFound');
});

test('tea every twelve days is due on the twelfth, and what was bought once is no habit', async () => {
  for (const day of [0, 12, 24, 36]) await buy(day, day === 12 ? ['a', 'b'] : ['a']);
  on(47);
  expect((await told()).due).toEqual([]);
  on(48);
  const { due, usual } = await told();
  expect(due).toEqual([
    {
      productId: shop.productIds.a,
      name: { uz: goods.a.name },
      unit: 'piece',
      everyDays: 12,
      daysSince: 12,
    },
  ]);
  expect(usual.map(({ productId, daysBought }) => [productId, daysBought])).toEqual([[shop.productIds.a, 4]]);
});

test('goods stand by the days on which they were bought, not by pieces, and only those of the last year', async () => {
  for (const day of [0, 2]) await buy(day, ['c', 'c', 'c', 'c']);
  for (const day of [300, 310]) await buy(day, ['b', 'a', 'a', 'a', 'a', 'a']);
  await buy(320, ['b']);
  on(380);
  expect((await told()).usual.map(({ productId }) => productId)).toEqual([
    shop.productIds.b,
    shop.productIds.a,
  ]);
});

test('what the shop no longer sells is offered to nobody', async () => {
  for (const day of [0, 12, 24, 36]) await buy(day, ['a', 'b']);
  await shop.db.updateTable('product').set({ is_active: 0 }).where('id', '=', shop.productIds.a).execute();
  on(48);
  const { due, usual } = await told();
  expect([due.map(({ productId }) => productId), usual.map(({ productId }) => productId)]).toEqual([
    [shop.productIds.b],
    [shop.productIds.b],
  ]);
});

test('an allergy is told in the words in which it stands, until it is taken back', async () => {
  const note = (kind: 'allergy' | 'likes', words: string) =>
    shop.asOwner(addFact, { customerId: aziza.customerId, kind, words });
  const { factId } = await note('allergy', 'yongʻoq');
  await note('likes', 'koʻk choy');
  expect((await told()).allergies).toEqual(['yongʻoq']);
  await shop.asOwner(removeFact, { customerId: aziza.customerId, factId });
  expect((await told()).allergies).toEqual([]);
});

test('the newest open complaint is told, whether somebody answered, and how many more there are', async () => {
  on(0);
  const first = await complain('Choy nam');
  shop.clock.pass(60);
  const second = await complain('Qopqogʻi yorilgan');
  expect((await told()).complaint).toEqual({
    complaintId: second.complaintId,
    number: 2,
    topic: 'quality',
    isAnswered: false,
    others: 1,
  });
  const said = { channel: 'phone', words: 'Almashtiramiz' } as const;
  for (const { complaintId } of [second, first]) {
    await shop.call(answerComplaint, { intentionId: shop.newId(), complaintId, ...said });
  }
  expect((await told()).complaint?.isAnswered).toBe(true);
  const over = { intentionId: shop.newId(), outcome: 'solved', words: '' } as const;
  await shop.call(closeComplaint, { ...over, complaintId: second.complaintId });
  expect((await told()).complaint).toMatchObject({ complaintId: first.complaintId, others: 0 });
  await shop.call(closeComplaint, { ...over, intentionId: shop.newId(), complaintId: first.complaintId });
  expect((await told()).complaint).toBeNull();
});

test('a birthday is told a week before and a week after, and the name as the shop wrote it', async () => {
  await shop.asOwner(changeCustomer, {
    customerId: aziza.customerId,
    name: 'Aziza Karimova',
    phone: '+998901110001',
    language: null,
    birthDate: businessDay('1990-01-05'),
    tags: [],
  });
  on(0);
  expect(await told()).toMatchObject({ name: 'Aziza Karimova', birthdayInDays: 4 });
  on(11);
  expect((await told()).birthdayInDays).toBe(-7);
  on(12);
  expect((await told()).birthdayInDays).toBeNull();
});

test('an unusual silence is told once the shop’s rhythm is learnt, and nobody waits for that', async () => {
  for (const day of [0, 12, 24, 36, 48]) await buy(day, ['c']);
  on(90);
  await warmRhythm(shop.till.parts.database(), addDays(firstDay, 90));
  expect((await told()).away).toEqual({ days: 42, usualDays: 12 });
  await buy(91, ['c']);
  expect((await told()).away).toBeNull();
});

test('what somebody bought and said under another card before the two were joined is theirs', async () => {
  const other = await shop.cardHolder('901110002');
  for (const day of [0, 12]) await buy(day, ['a'], other.card);
  for (const day of [24, 36]) await buy(day, ['a']);
  await shop.asOwner(mergeCustomers, { fromId: other.customerId, intoId: aziza.customerId });
  on(48);
  const { due } = await told(other.customerId);
  expect(due.map(({ productId, everyDays }) => [productId, everyDays])).toEqual([[shop.productIds.a, 12]]);
});

test('a product of today is due no more', async () => {
  for (const day of [0, 12, 24, 36]) await buy(day, ['a']);
  await buy(50, ['a']);
  expect((await told()).due).toEqual([]);
});

test('somebody who may not read customers is told nothing', async () => {
  shop.workAs('nobody', 'stranger');
  const asked = shop.call(customerAtTill(shop.till.parts), { customerId: aziza.customerId }, 'stranger');
  expect((await shop.refusal(asked)).code).toBe('LogInNeeded');
});
