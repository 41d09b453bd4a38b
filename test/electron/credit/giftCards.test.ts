/** Rule 24: a gift card is money that the shop owes; what it is sold for, how long it lives, who may change it. */
import { expect, test } from 'vitest';
import {
  blockGiftCard,
  extendGiftCard,
  listGiftCards,
  showGiftCard,
} from '../../../electron/credit/giftCards.ts';
import { sellGiftCard } from '../../../electron/credit/sellGiftCards.ts';
import { readCode } from '../../../shared/code.ts';
import { testWindow } from '../../till.ts';
import { type CreditShop, cash, click, day, humo, office, openCreditShop } from './creditShop.ts';

const block = (shop: CreditShop, number: string, isBlocked = true, key = office) =>
  shop.call(blockGiftCard, { intentionId: shop.newId(), number, isBlocked, reason: 'Yoʻqolgan' }, key);
const extend = (shop: CreditShop, number: string, expiresOn: string | null, key = office) =>
  shop.call(
    extendGiftCard,
    { intentionId: shop.newId(), number, expiresOn: expiresOn && day(expiresOn) },
    key,
  );
const list = (
  shop: CreditShop,
  asked: Parameters<typeof shop.call<typeof listGiftCards.procedure>>[1] = {},
  key = office,
) => shop.call(listGiftCards, asked, key);

test('a card sold for 100 000 is money in the drawer and owed on the card, and no sale', async () => {
  const shop = await openCreditShop();
  const { giftCard, changeSom } = await shop.sell(100_000, cash(200_000));
  expect(changeSom).toBe(100_000);
  expect(readCode(giftCard.number)).toEqual({ kind: 'giftCard', code: giftCard.number });
  expect(giftCard).toMatchObject({
    balanceSom: 100_000,
    expiresOn: '2027-11-22',
    isBlocked: false,
    customerId: null,
  });
  expect(await shop.balance('cashDrawer', shop.till.host().tillId)).toBe(200_000);
  expect(await shop.balance('giftCard', giftCard.number)).toBe(-100_000);
  expect([await shop.balance('sales'), await shop.balance('vat'), await shop.balance('bonusCost')]).toEqual([
    0, 0, 0,
  ]);
  expect(await shop.db.selectFrom('sale').select('id').execute()).toEqual([]);
  await shop.proveBalance();
});

test('money that is no cash goes to its terminal or its QR, and the documents are numbered without gaps', async () => {
  const shop = await openCreditShop();
  const first = await shop.sell(50_000, humo);
  await shop.refusal(shop.sell(50_000, cash(49_999)));
  const second = await shop.sell(30_000, click);
  await shop.topUp(first.giftCard.number, 7_000, cash(7_000));
  expect([await shop.balance('terminal', 'humo'), await shop.balance('qr', 'click')]).toEqual([
    50_000, 30_000,
  ]);
  const rows = await shop.db.selectFrom('gift_card_sale').selectAll().orderBy('number').execute();
  expect(rows.map((row) => [row.number, row.card_number, row.kind, row.amount_som, row.tender_kind])).toEqual(
    [
      [1, first.giftCard.number, 'sold', 50_000, 'card'],
      [2, second.giftCard.number, 'sold', 30_000, 'qr'],
      [3, first.giftCard.number, 'toppedUp', 7_000, 'cash'],
    ],
  );
  await shop.proveBalance();
});

test('too little cash, a closed shift and an unknown customer leave nothing behind', async () => {
  const shop = await openCreditShop();
  const before = await shop.everyRow();
  expect(await shop.refusal(shop.sell(100_000, cash(99_000)))).toEqual({
    code: 'CashTooLittle',
    data: { missingSom: 1_000 },
  });
  expect((await shop.refusal(shop.sell(100_000, cash(100_000), shop.newId()))).code).toBe('NotFound');
  expect(await shop.everyRow()).toBe(before);
  await shop.closeShift(100_000);
  expect((await shop.refusal(shop.sell(100_000, humo))).code).toBe('ShiftNotOpen');
});

test('asking twice with one intention sells one card', async () => {
  const shop = await openCreditShop();
  const input = { intentionId: shop.newId(), amountSom: 20_000, money: humo, customerId: null };
  const first = await shop.call(sellGiftCard(shop.till.parts), input);
  const again = await shop.call(sellGiftCard(shop.till.parts), input);
  expect(again).toEqual(first);
  expect((await list(shop)).giftCards).toHaveLength(1);
});

test('the paper of a card carries its code, its sum and its last day; the buyer’s slip hides the number', async () => {
  const shop = await openCreditShop();
  await shop.addPrinter();
  const { giftCard } = await shop.sell(100_000, cash(200_000));
  const lines = await shop.paper('giftCardSold');
  const cut = lines.indexOf('[cut]');
  const card = lines.slice(0, cut);
  const slip = lines.slice(cut + 1);
  expect(card).toEqual(
    expect.arrayContaining([
      "SOVG'A KARTASI",
      "100 000 so'm",
      'Oxirgi kuni: 22.11.2027',
      `[code128 ${giftCard.number}]`,
      `[qr ${giftCard.number}]`,
    ]),
  );
  expect(slip.join('\n')).not.toContain(giftCard.number);
  expect(slip.join('\n')).toMatch(/№1 +22\.11\.2026 11:00\nKassir +Kassir\n/);
  expect(slip.join('\n')).toMatch(/Olindi +200 000\nQaytim +100 000\n/);
  const drawers = await shop.db.selectFrom('print_job').select('kind').where('kind', '=', 'drawer').execute();
  expect(drawers).toHaveLength(1);
});

test('a card sold by terminal leaves the drawer closed, and speaks its customer’s language', async () => {
  const shop = await openCreditShop({ settings: { giftCardDays: 0 } });
  await shop.addPrinter();
  const customerId = await shop.newCustomer('+998901112233', null, 'Ўктам');
  await shop.speak(customerId, 'ru');
  const { giftCard } = await shop.sell(100_000, humo, customerId);
  expect(giftCard).toMatchObject({ expiresOn: null, customerId });
  const lines = await shop.paper('giftCardSold');
  expect(lines).toEqual(expect.arrayContaining(['ПОДАРОЧНАЯ КАРТА', 'Без срока']));
  expect(lines.join('\n')).toMatch(/Карта Humo +100 000/);
  expect(await shop.db.selectFrom('print_job').select('id').where('kind', '=', 'drawer').execute()).toEqual(
    [],
  );
});

test('putting money on a card begins its life anew, also after its last day', async () => {
  const shop = await openCreditShop({ settings: { giftCardDays: 30 } });
  const { giftCard } = await shop.sell(10_000, humo);
  expect(giftCard.expiresOn).toBe('2026-12-22');
  shop.clock.pass(40 * 86_400);
  const topped = await shop.topUp(giftCard.number.toLowerCase(), 5_000, humo);
  expect(topped.giftCard).toMatchObject({ balanceSom: 15_000, expiresOn: '2027-01-31' });
  const { movements } = await shop.call(showGiftCard, { number: giftCard.number });
  expect(movements.map(({ kind, amountSom }) => [kind, amountSom])).toEqual([
    ['toppedUp', 5_000],
    ['sold', 10_000],
  ]);
});

test('no money goes on a blocked card or on a number that nobody sold', async () => {
  const shop = await openCreditShop();
  const { giftCard } = await shop.sell(10_000, humo);
  await block(shop, giftCard.number);
  expect((await shop.refusal(shop.topUp(giftCard.number, 5_000, humo))).code).toBe('GiftCardBlocked');
  expect((await shop.refusal(shop.topUp('G2345678', 5_000, humo))).code).toBe('GiftCardUnknown');
  const opened = await block(shop, giftCard.number, false);
  expect(opened.giftCard).toMatchObject({ isBlocked: false, blockReason: '' });
  expect((await shop.topUp(giftCard.number, 5_000, humo)).giftCard.balanceSom).toBe(15_000);
});

test('an owner gives a card more time, today at the earliest; a cashier may neither extend nor block', async () => {
  const shop = await openCreditShop();
  const { giftCard } = await shop.sell(10_000, humo);
  expect((await extend(shop, giftCard.number, '2026-11-22')).giftCard.expiresOn).toBe('2026-11-22');
  expect((await shop.refusal(extend(shop, giftCard.number, '2026-11-21'))).code).toBe('DaysWrong');
  expect((await extend(shop, giftCard.number, null)).giftCard.expiresOn).toBeNull();
  expect((await shop.refusal(extend(shop, giftCard.number, null, testWindow))).code).toBe('NotAllowed');
  expect((await shop.refusal(block(shop, giftCard.number, true, testWindow))).code).toBe('NotAllowed');
  const lines = await shop.db
    .selectFrom('journal')
    .select('content_json')
    .where('document_kind', '=', 'giftCardChanged')
    .execute();
  expect(lines.map((line) => JSON.parse(line.content_json).content.expiresOn)).toEqual(['2026-11-22', null]);
});

test('the list tells what is owed on cards that pay and what lies on the others', async () => {
  const shop = await openCreditShop();
  const customerId = await shop.newCustomer('+998901112233', null, 'Oʻktam');
  const [good, expired, blocked] = [
    await shop.sell(10_000, humo, customerId),
    await shop.sell(20_000, humo),
    await shop.sell(40_000, humo),
  ].map(({ giftCard }) => giftCard.number) as [string, string, string];
  await extend(shop, expired, '2026-11-22');
  await block(shop, blocked);
  // The last day is valid to its end.
  expect((await list(shop, { show: 'expired' })).giftCards).toEqual([]);
  expect((await list(shop)).owedSom).toBe(30_000);
  shop.clock.pass(86_400);
  const all = await list(shop);
  expect([all.owedSom, all.expiredSom]).toEqual([10_000, 60_000]);
  const numbers = async (asked: object) =>
    (await list(shop, asked)).giftCards.map(({ number }) => number).sort();
  expect(await numbers({})).toEqual([good, expired, blocked].sort());
  expect(await numbers({ show: 'expired' })).toEqual([expired]);
  expect(await numbers({ show: 'blocked' })).toEqual([blocked]);
  expect(await numbers({ show: 'withMoney' })).toEqual([good, expired, blocked].sort());
  expect(await numbers({ search: good.slice(2, 7).toLowerCase() })).toEqual([good]);
  expect(await numbers({ search: 'Ўктам' })).toEqual([good]);
  expect(await numbers({ search: 'hech kim' })).toEqual([]);
});

test('pages of cards come newest first and neither lose nor repeat one', async () => {
  const shop = await openCreditShop();
  const sold: string[] = [];
  for (let count = 0; count < 5; count += 1) {
    sold.push((await shop.sell(1_000, humo)).giftCard.number);
    if (count % 2 === 1) shop.clock.pass(1);
  }
  const read: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof list>> = await list(shop, { cursor, limit: 2 });
    expect(page.giftCards.length).toBeLessThanOrEqual(2);
    read.push(...page.giftCards.map(({ number }) => number));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(read.toSorted()).toEqual(sold.toSorted());
  expect(read[0]).toBe(sold.at(-1));
});

test('the number is the money: a cashier finds a card by its whole number and reads no others', async () => {
  const shop = await openCreditShop();
  const { giftCard } = await shop.sell(10_000, humo);
  await shop.sell(20_000, humo);
  const found = async (search: string) =>
    (await list(shop, { search }, testWindow)).giftCards.map(({ number }) => number);
  expect(await found('')).toEqual([]);
  expect(await found(giftCard.number.slice(0, 9))).toEqual([]);
  expect(await found(giftCard.number.toLowerCase())).toEqual([giftCard.number]);
  expect((await list(shop)).giftCards).toHaveLength(2);
});
