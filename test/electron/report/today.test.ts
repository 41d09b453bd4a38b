import { expect, test } from 'vitest';
import { saveProduct } from '../../../electron/catalogue/save.ts';
import { issueCards } from '../../../electron/customer/cards.ts';
import { createCustomer } from '../../../electron/customer/create.ts';
import { customerOfCard } from '../../../electron/customer/inTransaction.ts';
import { transact } from '../../../electron/database/transact.ts';
import { post } from '../../../electron/ledger/inTransaction.ts';
import { todayReport } from '../../../electron/report/today.ts';
import { consentVersion } from '../../../shared/customer/consent.ts';
import { bonusEarnedPosting } from '../../../shared/ledger/otherPostings.ts';
import { som } from '../../../shared/money.ts';
import { businessDay, type Instant } from '../../../shared/time.ts';
import { addVisits } from '../customer/addVisits.ts';
import { type RoomWorld, roomWorld } from '../roomWorld.ts';
import { pastSales } from './soldDay.ts';

const now = '2026-11-22T15:10:00.000Z';

async function openReport(settings: Parameters<typeof roomWorld>[0] = {}) {
  const world = await roomWorld(settings);
  world.setClock(now);
  const { sell } = await pastSales(world);
  const report = todayReport({ database: () => world.database });
  return { world, sell, today: (day: string | null = null) => world.ask(report, { day }) };
}

async function addCustomer(world: RoomWorld, phone: string, name: string, visits: readonly string[]) {
  const { customer } = await world.ask(createCustomer, {
    phone,
    name,
    language: null,
    consentProfile: true,
    consentMessages: false,
    consentVersion,
    consentLanguage: 'uz',
    cardNumber: null,
  });
  await addVisits(world, customer.id, visits);
  return customer.id;
}

async function addProduct(world: RoomWorld, uz: string, ru?: string): Promise<string> {
  const { product } = await world.ask(saveProduct, {
    productId: null,
    name: { uz, ru },
    unit: 'piece',
    priceSom: 1_000,
    vat: { kind: 'shop' },
    barcodes: [],
    isQuickGood: false,
  });
  return product.id;
}

function giveBonus(world: RoomWorld, holderId: string, amountSom: number): Promise<void> {
  return transact(world.db, (trx) =>
    post(trx, bonusEarnedPosting(holderId, som(amountSom)), {
      id: world.newId(),
      documentKind: 'sale',
      documentId: world.newId(),
      businessDay: businessDay('2026-11-22'),
      at: now as Instant,
      reason: 'sale',
    }),
  );
}

const nothing = {
  netSom: 0,
  returnedSom: 0,
  receipts: 0,
  averageSom: 0,
  receiptsWithCustomer: 0,
  newCustomers: 0,
  returningCustomers: 0,
  bonusGivenSom: 0,
  bonusSpentSom: 0,
  couponsGiven: 0,
  couponsRedeemed: 0,
  couponSalesSom: 0,
};

test('a shop that sold nothing yet has a day of zeroes', async () => {
  const { today } = await openReport();
  expect(await today()).toEqual({
    day: '2026-11-22',
    comparedDay: '2026-11-15',
    comparedUntil: '2026-11-15T15:10:00.000Z',
    figures: nothing,
    compared: nothing,
    bonusOwedSom: 0,
    hours: [],
    customers: [],
    products: [],
  });
});

test('the figures of a day count its receipts, customers, bonus and coupons', async () => {
  const { world, sell, today } = await openReport();
  const known = await addCustomer(world, '90 111 11 11', 'Nodira', ['2026-11-10', '2026-11-22']);
  const fresh = await addCustomer(world, '90 222 22 22', 'Aziz', ['2026-11-22']);
  await sell({
    at: '2026-11-22T04:00:00.000Z',
    netSom: 74_780,
    customerId: known,
    earnedSom: 1_095,
    spentSom: 20_000,
  });
  await sell({
    at: '2026-11-22T05:00:00.000Z',
    netSom: 10_000,
    customerId: known,
    earnedSom: 200,
    couponsGiven: 2,
  });
  await sell({
    at: '2026-11-22T06:00:00.000Z',
    netSom: 60_000,
    customerId: fresh,
    couponRedeemed: true,
    couponsGiven: 1,
  });
  await sell({ at: '2026-11-22T07:00:00.000Z', netSom: 5_001, earnedSom: 100 });
  expect((await today()).figures).toEqual({
    netSom: 149_781,
    returnedSom: 0,
    receipts: 4,
    averageSom: 37_445,
    receiptsWithCustomer: 3,
    newCustomers: 1,
    returningCustomers: 1,
    bonusGivenSom: 1_395,
    bonusSpentSom: 20_000,
    couponsGiven: 3,
    couponsRedeemed: 1,
    couponSalesSom: 60_000,
  });
});

test('while the day runs, last week counts only up to the same minute', async () => {
  const { world, sell, today } = await openReport();
  const faithful = await addCustomer(world, '90 111 11 11', 'Nodira', ['2026-11-15', '2026-11-22']);
  await sell({ at: '2026-11-15T15:10:00.000Z', netSom: 10_000, customerId: faithful, couponsGiven: 1 });
  await sell({ at: '2026-11-15T15:10:00.001Z', netSom: 70_000, couponsGiven: 1 });
  await sell({ at: '2026-11-22T15:00:00.000Z', netSom: 1_000, customerId: faithful });
  const running = await today();
  expect(running.compared).toMatchObject({ netSom: 10_000, receipts: 1, couponsGiven: 1, newCustomers: 1 });
  expect(running.figures).toMatchObject({ netSom: 1_000, newCustomers: 0, returningCustomers: 1 });

  world.setClock('2026-11-23T05:00:00.000Z');
  const over = await today('2026-11-22');
  expect(over.comparedUntil).toBeNull();
  expect(over.compared).toMatchObject({ netSom: 80_000, receipts: 2, couponsGiven: 2 });
});

test('a receipt that was given to its customer later is theirs', async () => {
  const { world, sell, today } = await openReport();
  const late = await addCustomer(world, '90 111 11 11', 'Nodira', ['2026-11-22']);
  await sell({
    at: '2026-11-15T08:00:00.000Z',
    netSom: 30_000,
    attached: { customerId: late, at: '2026-11-22T09:00:00.000Z' },
  });
  await sell({
    at: '2026-11-22T08:00:00.000Z',
    netSom: 40_000,
    attached: { customerId: late, at: '2026-11-22T09:00:00.000Z' },
  });
  const shown = await today();
  expect(shown.figures).toMatchObject({ receiptsWithCustomer: 1, newCustomers: 1, returningCustomers: 0 });
  expect(shown.customers).toMatchObject([{ customerId: late, paidSom: 40_000 }]);
  // A week ago, at this minute, nobody knew whose receipt it was.
  expect(shown.compared).toMatchObject({ receiptsWithCustomer: 0, newCustomers: 0 });
  // Now it is known, and nobody had seen them before that day.
  expect((await today('2026-11-15')).figures).toMatchObject({ receiptsWithCustomer: 1, newCustomers: 1 });
});

test('a night that belongs to the day before counts for that day', async () => {
  const { world, sell, today } = await openReport({ dayStartsAtHour: 3 });
  await sell({ at: '2026-11-22T17:00:00.000Z', netSom: 10_000 });
  await sell({ at: '2026-11-22T20:30:00.000Z', day: '2026-11-22', netSom: 20_000 });
  world.setClock('2026-11-22T21:00:00.000Z');
  const shown = await today();
  expect(shown.day).toBe('2026-11-22');
  expect(shown.figures.netSom).toBe(30_000);
  expect(shown.hours.map(({ hour, netSom }) => [hour, netSom])).toEqual([
    [22, 10_000],
    [23, 0],
    [0, 0],
    [1, 20_000],
  ]);
});

test('hours show both days whole, so that the owner sees what is still to come', async () => {
  const { sell, today } = await openReport();
  await sell({ at: '2026-11-22T04:00:00.000Z', netSom: 1_000 });
  await sell({ at: '2026-11-22T04:59:59.999Z', netSom: 2_000 });
  await sell({ at: '2026-11-15T16:00:00.000Z', netSom: 9_000 });
  const { hours } = await today();
  expect(hours[0]).toEqual({ hour: 9, netSom: 3_000, comparedNetSom: 0 });
  expect(hours.at(-1)).toEqual({ hour: 21, netSom: 0, comparedNetSom: 9_000 });
});

test('what the shop owes is the bonus of customers and of receipts that nobody claimed', async () => {
  const { world, today } = await openReport();
  const known = await addCustomer(world, '90 111 11 11', 'Nodira', ['2026-11-22']);
  await giveBonus(world, known, 1_095);
  await giveBonus(world, 'CABCDEFGH2', 300);
  expect((await today()).bonusOwedSom).toBe(1_395);
});

test('the five customers who paid most stand in the order of what they paid without bonus', async () => {
  const { world, sell, today } = await openReport();
  const rich = await addCustomer(world, '90 111 11 11', "Nodira G'aniyeva", ['2026-11-10', '2026-11-22']);
  await giveBonus(world, rich, 500);
  await sell({ at: '2026-11-22T04:00:00.000Z', netSom: 50_000, customerId: rich });
  await sell({ at: '2026-11-22T05:00:00.000Z', netSom: 60_000, spentSom: 20_000, customerId: rich });
  for (let index = 1; index <= 5; index++) {
    const id = await addCustomer(world, `90 222 22 2${index}`, '', ['2026-11-22']);
    await sell({ at: '2026-11-22T06:00:00.000Z', netSom: 10_000 * index, customerId: id });
  }
  const { customers } = await today();
  expect(customers.map(({ name, paidSom }) => [name, paidSom])).toEqual([
    ['Nodira Gʻaniyeva', 90_000],
    ['+998 90 *** ** 25', 50_000],
    ['+998 90 *** ** 24', 40_000],
    ['+998 90 *** ** 23', 30_000],
    ['+998 90 *** ** 22', 20_000],
  ]);
  expect(customers[0]).toMatchObject({ customerId: rich, visits: 2, bonusSom: 500 });
});

test('an instant card without a name is known by the end of its number', async () => {
  const { world, sell, today } = await openReport();
  const { cardNumbers } = await world.ask(issueCards, { count: 1 });
  const [card = ''] = cardNumbers;
  const scan = {
    now: now as Instant,
    businessDay: businessDay('2026-11-22'),
    tillId: world.tillId,
    newId: world.newId,
    personId: null,
  };
  const holder = await transact(world.db, (trx) => customerOfCard(trx, card, scan));
  const customerId = 'customerId' in holder ? holder.customerId : '';
  await sell({ at: '2026-11-22T04:00:00.000Z', netSom: 50_000, customerId });
  expect((await today()).customers).toMatchObject([{ name: `29…${card.slice(-4)}`, visits: 0 }]);
});

test('products stand in the order of what they brought, in the shop’s language', async () => {
  const { world, sell, today } = await openReport({ language: 'ru' });
  const tea = await addProduct(world, 'Choy', 'Чай');
  const bread = await addProduct(world, 'Non');
  await sell({
    at: '2026-11-22T04:00:00.000Z',
    netSom: 26_000,
    lines: [
      { productId: tea, quantity: 1_000, netSom: 18_000 },
      { productId: bread, quantity: 2_000, netSom: 8_000 },
    ],
  });
  await sell({
    at: '2026-11-22T05:00:00.000Z',
    netSom: 12_000,
    lines: [{ productId: bread, quantity: 3_500, netSom: 12_000 }],
  });
  await sell({
    at: '2026-11-21T05:00:00.000Z',
    netSom: 99_000,
    lines: [{ productId: tea, quantity: 5_000, netSom: 99_000 }],
  });
  expect((await today()).products).toEqual([
    { productId: bread, name: 'Non', quantityThousandths: 5_500, netSom: 20_000 },
    { productId: tea, name: 'Чай', quantityThousandths: 1_000, netSom: 18_000 },
  ]);
});

test('the day’s figures are the owner’s, not the cashier’s', async () => {
  const { world } = await openReport();
  const report = todayReport({ database: () => world.database });
  expect(await world.refusal(report, { day: null }, 'cashier')).toMatchObject({ code: 'NotAllowed' });
});

test('bonus of promotions and of friends who were sent counts as given, on the day of its receipt', async () => {
  const { world, sell, today } = await openReport();
  const referrer = await addCustomer(world, '901112233', 'Nodira', ['2026-11-01']);
  const friend = await addCustomer(world, '901112244', 'Jasur', []);
  const at = '2026-11-22T08:00:00.000Z';
  const saleId = await sell({ at, netSom: 60_000, customerId: friend, earnedSom: 1_200 });
  await transact(world.db, async (trx) => {
    const reward = { sale_id: saleId, promotion_id: 'welcome', name_json: '{}', benefit_json: '{}' };
    await trx
      .insertInto('sale_reward')
      .values([
        { ...reward, reward_no: 1, kind: 'bonus', reward_count: 3_000 },
        { ...reward, reward_no: 2, kind: 'stamps', reward_count: 4 },
      ])
      .execute();
    await trx
      .insertInto('referral')
      .values({
        id: world.newId(),
        referrer_id: referrer,
        friend_id: friend,
        state: 'rewarded',
        till_id: world.tillId,
        business_day: '2026-11-22',
        noted_at: at,
        noted_by: world.people.cashier,
        sale_id: saleId,
        rewarded_on: '2026-11-22',
        friend_bonus_som: 10_000,
        referrer_bonus_som: 7_000,
      })
      .execute();
  });
  expect((await today()).figures.bonusGivenSom).toBe(21_200);
  expect((await today('2026-11-21')).figures.bonusGivenSom).toBe(0);
});

test('a coupon with a code of a partner counts as given with the receipt that printed it', async () => {
  const { world, sell, today } = await openReport();
  const saleId = await sell({ at: '2026-11-22T08:00:00.000Z', netSom: 60_000, couponsGiven: 1 });
  const seriesId = world.newId();
  await transact(world.db, async (trx) => {
    const series = {
      id: seriesId,
      name_json: '{}',
      content_json: '{}',
      is_given: 1 as const,
      created_at: now,
    };
    await trx.insertInto('coupon_series').values(series).execute();
    const code = { series_id: seriesId, import_id: null, uses_allowed: 1, uses_count: 0 };
    await trx
      .insertInto('partner_code')
      .values([
        { ...code, code: 'NON00001', state: 'given', given_sale_id: saleId, given_at: now },
        { ...code, code: 'NON00002', state: 'free', given_sale_id: null, given_at: null },
      ])
      .execute();
  });
  expect((await today()).figures.couponsGiven).toBe(2);
});
