import { expect, test } from 'vitest';
import { saveProduct } from '../../../electron/catalogue/save.ts';
import { createCustomer } from '../../../electron/customer/create.ts';
import { transact } from '../../../electron/database/transact.ts';
import { documentOf } from '../../../electron/document.ts';
import { ownFigures } from '../../../electron/report/ownFigures.ts';
import { inTransaction } from '../../../electron/verb.ts';
import { consentVersion } from '../../../shared/customer/consent.ts';
import { type RoomWorld, roomWorld } from '../roomWorld.ts';
import { pastSales } from './soldDay.ts';

const now = '2026-11-22T15:10:00.000Z';

async function openMonth() {
  const world = await roomWorld();
  world.setClock(now);
  const { sell, shiftId } = await pastSales(world);
  const figures = ownFigures({ database: () => world.database });
  return {
    world,
    sell,
    shiftId,
    own: (month: string | null = null, window: 'owner' | 'cashier' = 'cashier') =>
      world.ask(figures, { month }, window),
  };
}

/** Something taken off one line of a sale: by hand, by a promotion, or because the shelf said less. */
async function takeOff(
  world: RoomWorld,
  saleId: string,
  parts: readonly (readonly [string, string, number])[],
) {
  await transact(world.db, async (trx) => {
    for (const [place, [step, sourceId, amountSom]] of parts.entries()) {
      await trx
        .insertInto('sale_adjustment')
        .values({
          sale_id: saleId,
          line_no: 1,
          adjustment_no: place + 1,
          step,
          source_id: sourceId,
          reason_json: '{}',
          amount_som: amountSom,
        })
        .execute();
    }
  });
}

/** Goods that leave a basket, as the basket's own verb writes it down. */
async function remove(
  world: RoomWorld,
  window: 'owner' | 'cashier',
  kind: 'lineRemoved' | 'basketCleared',
  lines: number,
) {
  const actor = await world.host.actorOf({ key: window });
  if (actor === null) throw new Error('nobody is there');
  await inTransaction(world.host, { key: window }, actor, async (scope) => {
    const gone = Array.from({ length: lines }, () => [scope.newId(), 1_000]);
    await scope.follow(documentOf(scope, kind, { saleId: scope.newId(), lines: gone }));
  });
}

async function takeBack(
  world: RoomWorld,
  saleId: string,
  part: { personId: string; netSom: number; day: string; shiftId: string },
) {
  await transact(world.db, (trx) =>
    trx
      .insertInto('sale_return')
      .values({
        id: world.newId(),
        till_id: world.tillId,
        number: part.netSom,
        sale_id: saleId,
        return_no: 1,
        shift_id: part.shiftId,
        person_id: part.personId,
        approver_id: null,
        customer_id: null,
        business_day: part.day,
        returned_at: `${part.day}T09:00:00.000Z`,
        reason: 'wrong',
        net_som: part.netSom,
        vat_som: 0,
        rounding_som: 0,
        donation_som: 0,
        bonus_taken_back_som: 0,
        bonus_burnt_som: 0,
        withheld_som: 0,
        bonus_balance_som: null,
        is_whole: 1,
      })
      .execute(),
  );
}

async function takeBackLoose(world: RoomWorld, personId: string, netSom: number, shiftId: string) {
  await transact(world.db, (trx) =>
    trx
      .insertInto('loose_return')
      .values({
        id: world.newId(),
        till_id: world.tillId,
        number: 1,
        shift_id: shiftId,
        person_id: personId,
        approver_id: null,
        customer_id: null,
        business_day: '2026-11-22',
        returned_at: now,
        reason: 'quality',
        note: '',
        money_back: 'cash',
        net_som: netSom,
        vat_som: 0,
      })
      .execute(),
  );
}

test('a month without a sale is a month of zeroes', async () => {
  const { own } = await openMonth();
  expect(await own()).toEqual({
    month: { first: '2026-11-01', last: '2026-11-30' },
    receipts: 0,
    soldSom: 0,
    averageSom: 0,
    receiptsWithCustomer: 0,
    discountedReceipts: 0,
    discountSom: 0,
    linesRemoved: 0,
    returns: 0,
    returnedSom: 0,
  });
});

test('everybody sees what they sold themselves, and never what a colleague sold', async () => {
  const { world, sell, own } = await openMonth();
  const { customer } = await world.ask(createCustomer, {
    phone: '90 111 11 11',
    name: 'Nodira',
    language: null,
    consentProfile: true,
    consentMessages: false,
    consentVersion,
    consentLanguage: 'uz',
    cardNumber: null,
  });
  await sell({ at: '2026-11-02T08:00:00.000Z', netSom: 30_000, customerId: customer.id });
  await sell({ at: '2026-11-30T08:00:00.000Z', netSom: 20_001 });
  await sell({ at: '2026-11-22T08:00:00.000Z', netSom: 99_000, personId: world.people.owner });
  expect(await own()).toMatchObject({
    receipts: 2,
    soldSom: 50_001,
    averageSom: 25_000,
    receiptsWithCustomer: 1,
  });
  expect(await own(null, 'owner')).toMatchObject({ receipts: 1, soldSom: 99_000, receiptsWithCustomer: 0 });
});

test('a month is the one that was asked for, from its first day to its last', async () => {
  const { sell, own } = await openMonth();
  await sell({ at: '2026-10-31T08:00:00.000Z', netSom: 1_000 });
  await sell({ at: '2026-11-01T08:00:00.000Z', netSom: 2_000 });
  await sell({ at: '2026-12-01T08:00:00.000Z', netSom: 4_000 });
  expect((await own('2026-10-15')).soldSom).toBe(1_000);
  expect((await own('2026-11-30')).soldSom).toBe(2_000);
  expect((await own()).soldSom).toBe(2_000);
});

test('discounts count what was taken off by hand, not what a promotion gave or the shelf had promised', async () => {
  const { world, sell, own } = await openMonth();
  const { product } = await world.ask(saveProduct, {
    productId: null,
    name: { uz: 'Choy' },
    unit: 'piece',
    priceSom: 12_000,
    vat: { kind: 'shop' },
    barcodes: [],
    isQuickGood: false,
  });
  const lines = [{ productId: product.id, quantity: 1_000, netSom: 10_000 }];
  const at = '2026-11-22T08:00:00.000Z';
  await takeOff(world, await sell({ at, netSom: 10_000, lines }), [
    ['manual', world.people.cashier, 500],
    ['manual', 'manual', 300],
    ['product', 'tea', 2_000],
    ['manual', 'shelfPrice', 700],
  ]);
  await takeOff(world, await sell({ at, netSom: 10_000, lines, personId: world.people.owner }), [
    ['manual', world.people.owner, 9_000],
  ]);
  expect(await own()).toMatchObject({ discountedReceipts: 1, discountSom: 800 });
});

test('lines that left a basket are counted one by one, of a cleared basket all of them', async () => {
  const { world, own } = await openMonth();
  await remove(world, 'cashier', 'lineRemoved', 1);
  await remove(world, 'cashier', 'basketCleared', 4);
  await remove(world, 'owner', 'lineRemoved', 1);
  expect((await own()).linesRemoved).toBe(5);
  expect((await own(null, 'owner')).linesRemoved).toBe(1);
  expect((await own('2026-10-01')).linesRemoved).toBe(0);
});

test('a return is of the person who took it, whoever had sold; without a receipt it counts the same', async () => {
  const { world, sell, own, shiftId } = await openMonth();
  const { cashier, owner } = world.people;
  const mine = await sell({ at: '2026-11-20T08:00:00.000Z', netSom: 30_000 });
  const theirs = await sell({ at: '2026-11-20T09:00:00.000Z', netSom: 40_000, personId: owner });
  await takeBack(world, mine, { personId: owner, netSom: 30_000, day: '2026-11-21', shiftId });
  await takeBack(world, theirs, { personId: cashier, netSom: 15_000, day: '2026-11-21', shiftId });
  await takeBackLoose(world, cashier, 2_500, shiftId);
  // What somebody else took back later stays sold.
  expect(await own()).toMatchObject({ soldSom: 30_000, returns: 2, returnedSom: 17_500 });
  expect(await own(null, 'owner')).toMatchObject({ soldSom: 40_000, returns: 1, returnedSom: 30_000 });
});
