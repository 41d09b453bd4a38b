/** Goods that come back without a receipt: a right of its own, today's price, a sum of the day, no bonus. */
import { expect, test } from 'vitest';
import { todayReport } from '../../../electron/report/today.ts';
import { takeBackLoose } from '../../../electron/sale/takeBackLoose.ts';
import type { VerbInput } from '../../../electron/verb.ts';
import { som, thousandths } from '../../../shared/money.ts';
import type { saleContract } from '../../../shared/sale/contract.ts';
import { ownerPassword } from '../../till.ts';
import { type GoodsName, goods } from './counter.ts';
import { openWholeShop, provesItself, type WholeShop } from './wholeShop.ts';

type LooseInput = VerbInput<typeof saleContract.takeBackLoose>;

async function openShop() {
  const shop = await openWholeShop({ settings: { vatBasisPoints: 1200 as never } });
  const senior = shop.newId();
  const secret = { secret_kind: 'pin', secret_hash: 'never asked' } as const;
  await shop.db
    .insertInto('person')
    .values({
      id: senior,
      name: 'Katta sotuvchi',
      role: 'senior',
      ...secret,
      is_active: 1,
      created_at: shop.clock.now,
    })
    .execute();
  shop.workAs(senior, 'senior');
  return shop;
}

const loose = (shop: WholeShop, name: GoodsName, different: Partial<LooseInput> = {}): LooseInput => ({
  intentionId: shop.newId(),
  lines: [
    {
      productId: shop.productIds[name],
      quantityThousandths: thousandths(1_000),
      priceSom: som(goods[name].priceSom),
    },
  ],
  customerId: null,
  reason: 'quality',
  note: 'Cheki yoʻq, Ziyoda opa',
  moneyBack: 'cash',
  ...different,
});

const bySenior = (shop: WholeShop, input: LooseInput) =>
  shop.call(takeBackLoose(shop.till.parts), input, 'senior');

test('goods come back for cash, with a number of their own, a slip and a posting', async () => {
  const shop = await openShop();
  await shop.addPrinter();
  const back = await bySenior(shop, loose(shop, 'b'));
  expect(back).toMatchObject({ number: 1, netSom: 45_500 });
  // 45 500 × 12 ÷ 112 = 4 875
  expect(await shop.entriesOf(back.returnId)).toEqual([
    ['cashDrawer', shop.till.host().tillId, -45_500],
    ['sales', 'shop', 40_625],
    ['vat', 'shop', 4_875],
  ]);
  const jobs = await shop.db
    .selectFrom('print_job')
    .select(['kind', 'blocks_json'])
    .where('document_id', '=', back.returnId)
    .orderBy('kind')
    .execute();
  expect(jobs.map(({ kind }) => kind)).toEqual(['drawer', 'paper']);
  expect(jobs[1]?.blocks_json).toContain('Cheksiz qaytarish №1');
  expect(jobs[1]?.blocks_json).toContain('Xaridor imzosi');
  const today = todayReport({ database: () => shop.till.parts.database() });
  expect((await shop.asOwner(today, { day: null })).figures).toMatchObject({
    netSom: -45_500,
    returnedSom: 45_500,
  });
  await provesItself(shop);
});

test('what a person typed about it is no part of the journal', async () => {
  const shop = await openShop();
  await bySenior(shop, loose(shop, 'b'));
  const link = await shop.db
    .selectFrom('journal')
    .select('content_json')
    .where('document_kind', '=', 'goodsTakenBackLoose')
    .executeTakeFirstOrThrow();
  expect(link.content_json).not.toContain('Ziyoda');
  expect(link.content_json).toContain(shop.productIds.b);
  expect((await shop.db.selectFrom('loose_return').select('note').executeTakeFirst())?.note).toContain(
    'Ziyoda',
  );
});

test('onto an account, and only onto somebody’s', async () => {
  const shop = await openShop();
  const nobody = loose(shop, 'c', { moneyBack: 'storeCredit' });
  expect((await shop.refusal(bySenior(shop, nobody))).code).toBe('StoreCreditNeedsCustomer');
  const customerId = await shop.newCustomer('+998901112233');
  await bySenior(shop, loose(shop, 'c', { moneyBack: 'storeCredit', customerId }));
  expect(await shop.balance('storeCredit', customerId)).toBe(-8_300);
  expect(await shop.balance('cashDrawer', shop.till.host().tillId)).toBe(100_000);
  expect(await shop.balance('bonusLiability', customerId)).toBe(0);
});

test('never above today’s price', async () => {
  const shop = await openShop();
  await shop.price('c', 8_000);
  expect(await shop.refusal(bySenior(shop, loose(shop, 'c')))).toEqual({
    code: 'LoosePriceTooHigh',
    data: { name: { uz: 'Tuz' }, atMostSom: 8_000 },
  });
});

test('the sum of the day binds everybody but the owner, at the till or beside it', async () => {
  const shop = await openShop();
  const four = (different: Partial<LooseInput> = {}) => {
    const input = loose(shop, 'b', different);
    return {
      ...input,
      lines: input.lines.map((line) => ({ ...line, quantityThousandths: thousandths(4_000) })),
    };
  };
  await bySenior(shop, four());
  const before = await shop.everyRow();
  expect(await shop.refusal(bySenior(shop, loose(shop, 'b')))).toEqual({
    code: 'LooseLimit',
    data: { leftSom: 18_000 },
  });
  expect(await shop.everyRow()).toBe(before);
  const approval = { personId: shop.ownerId, secret: ownerPassword };
  expect(await bySenior(shop, loose(shop, 'b', { approval }))).toMatchObject({ number: 2 });
  await shop.asOwner(takeBackLoose(shop.till.parts), loose(shop, 'b'));
  shop.clock.pass(24 * 3600);
  expect(await bySenior(shop, four())).toMatchObject({ number: 4, netSom: 182_000 });
});

test('a cashier may not, and nobody may without an open shift', async () => {
  const shop = await openShop();
  const byCashier = shop.call(takeBackLoose(shop.till.parts), loose(shop, 'b'));
  expect((await shop.refusal(byCashier)).code).toBe('NotAllowed');
  await shop.db.updateTable('shift').set({ closed_at: shop.clock.now }).execute();
  expect((await shop.refusal(bySenior(shop, loose(shop, 'b')))).code).toBe('ShiftNotOpen');
});
