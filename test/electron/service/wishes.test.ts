/** "Asked for, not here" on a real file: counted by people, told when it comes, forgotten with the customer. */
import { expect, test } from 'vitest';
import { customerWaiting, forgetWishWords } from '../../../electron/service/inTransaction.ts';
import { waitingForCustomer } from '../../../electron/service/waitingGoods.ts';
import { moveWish, tellWish } from '../../../electron/service/wishes.ts';
import { wishers, wishes } from '../../../electron/service/wishReads.ts';
import { thousandths } from '../../../shared/money.ts';
import { testWindow } from '../../till.ts';
import { goods } from '../sale/counter.ts';
import { journal, office, openShop, within } from './complaintShop.ts';
import { faults, here, result, tasks, wish } from './wantedShop.ts';

const list = (
  shop: Awaited<ReturnType<typeof openShop>>,
  show: 'living' | 'here' | 'impossible' = 'living',
) => shop.call(wishes, { show });

test('the same wish in any spelling is one, with each person counted once and whoever is nobody each time', async () => {
  const shop = await openShop();
  const aziza = await shop.newCustomer('+998901112233', null, 'Aziza');
  await wish(shop, { text: 'Yashil choy', customerId: aziza });
  expect(await wish(shop, { text: 'Яшил чой', customerId: aziza })).toMatchObject({
    people: 1,
    isAgain: true,
  });
  await wish(shop, { text: 'choy yashil', reach: '93 555 44 33' });
  await wish(shop, { text: 'choy yashil', reach: '+998935554433' });
  await wish(shop, { text: 'Yashil choy' });
  expect(await wish(shop, { text: 'Yashil choy!' })).toMatchObject({ people: 4, isAgain: false });
  await wish(shop, { text: 'Kefir 1%' });
  const { wishes: found } = await list(shop);
  expect(found.map(({ words, people, reachable, state }) => [words, people, reachable, state])).toEqual([
    ['Yashil choy!', 4, 2, 'open'],
    ['Kefir 1%', 1, 0, 'open'],
  ]);
  expect((await shop.call(wishes, { search: 'яшил' })).wishes).toHaveLength(1);
});

test('a code and a whole name become the product; a phone that belongs to a customer becomes the customer', async () => {
  const shop = await openShop();
  const aziza = await shop.newCustomer('+998901112233', null, 'Aziza');
  const byCode = await wish(shop, { text: goods.a.barcode, reach: '90 111-22-33' });
  expect(byCode).toMatchObject({ productName: { uz: 'Choy' }, people: 1 });
  shop.clock.pass(1);
  await wish(shop, { text: 'choy' });
  await wish(shop, { productId: shop.productIds.a, quantityThousandths: thousandths(3000) });
  const { wishes: found } = await list(shop);
  expect(found).toMatchObject([
    { productId: shop.productIds.a, wordsKey: '', words: '', people: 3, quantityThousandths: 3000 },
  ]);
  const { wishers: who } = await shop.call(wishers, {
    productId: shop.productIds.a,
    wordsKey: '',
    state: 'open',
  });
  expect(who.map(({ customer, reach }) => [customer?.customerId, reach])).toEqual([
    [aziza, ''],
    [undefined, ''],
    [undefined, ''],
  ]);
});

test('signs without a word are refused, and nothing is left behind', async () => {
  const shop = await openShop();
  const before = await shop.everyRow();
  expect((await shop.refusal(wish(shop, { text: '?!' }))).code).toBe('WishEmpty');
  expect(await shop.everyRow()).toBe(before);
});

test('when it comes everybody with a way to be reached becomes one task, and whoever was told is told once', async () => {
  const shop = await openShop();
  const aziza = await shop.newCustomer('+998901112233', null, 'Aziza');
  const { wishId } = await wish(shop, { text: 'Yashil choy', customerId: aziza });
  shop.clock.pass(1);
  await wish(shop, { text: 'Yashil choy', reach: '93 555 44 33' });
  await wish(shop, { text: 'Yashil choy' });
  const open = { productId: null, wordsKey: 'chuy yashil', state: 'open' as const };
  const answer = await here(shop, open, [shop.ownerId, shop.cashierId], office);
  expect(answer).toEqual({ moved: 3, planned: 2 });
  expect((await list(shop, 'here')).wishes).toMatchObject([{ people: 3, untold: 2 }]);
  expect(await customerWaiting(shop.db, [aziza])).toMatchObject([
    { kind: 'wish', id: wishId, words: 'Yashil choy' },
  ]);
  const { tasks: planned } = await tasks(shop, 'open', office);
  expect(planned.map(({ customer, reach, person }) => [customer?.name, reach, person?.personId])).toEqual(
    expect.arrayContaining([
      ['Aziza', '', shop.ownerId],
      [undefined, '+998935554433', shop.cashierId],
    ]),
  );
  const hers = planned.find(({ customer }) => customer !== null)?.taskId ?? '';
  await result(shop, hers, 'reached');
  expect(await shop.call(waitingForCustomer, { customerId: aziza })).toEqual({ waiting: [] });
  expect((await shop.refusal(here(shop, open, [], office))).code).toBe('WishMoved');
  expect(await faults(shop)).toEqual([]);
});

test('told at the counter: the strip is empty and nobody calls any more', async () => {
  const shop = await openShop();
  const aziza = await shop.newCustomer('+998901112233', null, 'Aziza');
  const { wishId } = await wish(shop, { productId: shop.productIds.a, customerId: aziza });
  await here(shop, { productId: shop.productIds.a, wordsKey: '', state: 'open' }, [], office);
  await shop.call(tellWish, { intentionId: shop.newId(), wishId });
  expect(await customerWaiting(shop.db, [aziza])).toEqual([]);
  expect((await tasks(shop)).tasks).toEqual([]);
  expect((await tasks(shop, 'closed')).tasks).toMatchObject([{ result: 'dropped' }]);
});

test('a wish moves only as makes sense, and only by a senior', async () => {
  const shop = await openShop();
  await wish(shop, { text: 'Kefir' });
  const which = { productId: null, wordsKey: 'kefir', state: 'open' as const };
  const to = (next: 'open' | 'ordered', state: 'open' | 'ordered' = 'open', key = office) =>
    shop.call(moveWish, { intentionId: shop.newId(), ...which, state, to: next }, key);
  expect((await shop.refusal(to('ordered', 'open', testWindow))).code).toBe('NotAllowed');
  await to('ordered');
  expect((await shop.refusal(to('ordered'))).code).toBe('WishMoved');
  // Whoever asks while it is on its way waits with the others.
  expect(await wish(shop, { text: 'kefir' })).toMatchObject({ people: 2 });
  expect((await list(shop)).wishes).toMatchObject([{ state: 'ordered', people: 2 }]);
});

test('documents name no word and no phone; erasing empties what was said and how to reach them', async () => {
  const shop = await openShop();
  const aziza = await shop.newCustomer('+998901112233', null, 'Aziza');
  await wish(shop, { text: 'Qizil atlas', customerId: aziza });
  await wish(shop, { text: 'Qizil atlas', reach: '93 555 44 33' });
  const written = JSON.stringify(await journal(shop, 'wishNoted'));
  expect(written).not.toMatch(/atlas|5554433/);
  await within(shop, ({ trx }) => forgetWishWords(trx, [aziza]));
  const rows = await shop.db.selectFrom('wish').selectAll().orderBy('id').execute();
  expect(rows.map(({ words, words_key: key, customer_id: id }) => [words, key, id])).toEqual([
    ['', '', aziza],
    ['Qizil atlas', 'atlas kizil', null],
  ]);
  expect((await list(shop)).wishes).toMatchObject([{ people: 1 }]);
});
