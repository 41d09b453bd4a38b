/** Bonus as money from the drawer: only where the owner wants it, within the day's limit, allowed by a second person. */
import { expect, test } from 'vitest';
import { balanceOf } from '../../../electron/ledger/inTransaction.ts';
import { payOut } from '../../../electron/loyalty/payOut.ts';
import { bonusAccount } from '../../../electron/loyalty/verbs.ts';
import { savePrinter } from '../../../electron/receipt/verbsOfPrinters.ts';
import { printerProfiles } from '../../../shared/receipt/printers.ts';
import type { ShopSettings } from '../../../shared/shop/settings.ts';
import { bonusIsRight, openBonusShop } from './bonusShop.ts';

const on: Partial<ShopSettings> = { isPayOutOn: true, payOutDailySom: 50_000 as never };

/** Aziza with 80 000 of bonus, and a drawer with 100 000 in it. */
async function azizasShop(different: Partial<ShopSettings> = {}) {
  const shop = await openBonusShop({ settings: { ...on, ...different } });
  const customerId = await shop.register('Aziza');
  await shop.give(customerId, 80_000);
  await shop.openDrawer();
  const pay = payOut(shop.till.parts);
  return {
    shop,
    customerId,
    pay,
    paid: (amountSom: number) => shop.asCashier(pay, { customerId, amountSom, ...shop.approved }),
    refused: (amountSom: number) =>
      shop.refusal(shop.asCashier(pay, { customerId, amountSom, ...shop.approved })),
  };
}

test('30 000 go from the lots and from the drawer, numbered from 1', async () => {
  const { shop, customerId, paid } = await azizasShop();
  expect(await paid(30_000)).toEqual({ number: 1, bonusBalanceSom: 50_000 });
  expect(await balanceOf(shop.db, 'cashDrawer', shop.till.host().tillId)).toBe(70_000);
  expect((await shop.lots(customerId)).map((lot) => lot.remaining_som)).toEqual([50_000]);
  expect(await shop.month()).toMatchObject({ '2026-11 paidOut': 30_000 });
  await bonusIsRight(shop.db);
  const { movements } = await shop.asOwner(bonusAccount, { customerId });
  expect(movements[0]).toMatchObject({ kind: 'spent', amountSom: -30_000, reason: 'payOut' });
});

test('a customer gets at most 50 000 in a day, and as much again on the next', async () => {
  const { shop, paid, refused } = await azizasShop();
  await paid(30_000);
  expect(await refused(20_001)).toEqual({ code: 'PayOutAboveLimit', data: { leftSom: 20_000 } });
  await paid(20_000);
  expect(await refused(1)).toEqual({ code: 'PayOutAboveLimit', data: { leftSom: 0 } });
  shop.passDays(1);
  expect(await paid(30_000)).toEqual({ number: 3, bonusBalanceSom: 0 });
});

test('the limit is of each customer', async () => {
  const { shop, pay, paid } = await azizasShop();
  await paid(50_000);
  const bobur = await shop.register('Bobur');
  await shop.give(bobur, 50_000);
  const wish = { customerId: bobur, amountSom: 50_000, ...shop.approved };
  expect(await shop.asCashier(pay, wish)).toMatchObject({ bonusBalanceSom: 0 });
});

test('more than is there is refused with what is there', async () => {
  const { refused } = await azizasShop({ payOutDailySom: 500_000 as never });
  expect(await refused(80_001)).toEqual({ code: 'BonusNotEnough', data: { spendableSom: 80_000 } });
});

test.each([['a cashier alone, while the owner could stand beside them', 'SecondPersonNeeded']])(
  '%s is refused',
  async (_who, code) => {
    const { shop, customerId, pay } = await azizasShop();
    const before = await shop.everyRow();
    expect((await shop.refusal(shop.asCashier(pay, { customerId, amountSom: 1_000 }))).code).toBe(code);
    expect(await shop.everyRow()).toBe(before);
  },
);

test('an owner without anybody who could stand for it pays alone', async () => {
  const { shop, customerId, pay } = await azizasShop();
  expect(await shop.asOwner(pay, { customerId, amountSom: 1_000 })).toMatchObject({
    bonusBalanceSom: 79_000,
  });
});

test('it is refused where the shop does not do it', async () => {
  const { refused } = await azizasShop({ isPayOutOn: false });
  expect((await refused(1_000)).code).toBe('PayOutOff');
});

test('it needs an open shift, because the money comes from its drawer', async () => {
  const shop = await openBonusShop({ settings: on });
  const customerId = await shop.register('Aziza');
  await shop.give(customerId, 80_000);
  const wish = { customerId, amountSom: 1_000, ...shop.approved };
  expect((await shop.refusal(shop.asCashier(payOut(shop.till.parts), wish))).code).toBe('ShiftNotOpen');
});

test('a card that no phone is registered to is paid nothing', async () => {
  const { shop, customerId, refused } = await azizasShop();
  await shop.db.updateTable('customer').set({ is_registered: 0 }).where('id', '=', customerId).execute();
  expect((await refused(1_000)).code).toBe('NeedsPhone');
});

test('a slip is printed for the signature, and the drawer opens', async () => {
  const { shop, paid } = await azizasShop();
  const connection = { kind: 'file', path: `${shop.directory}/papers` } as const;
  await shop.asOwner(savePrinter, {
    printerId: null,
    name: 'Chek',
    connection,
    profile: printerProfiles.epson80,
  });
  await paid(30_000);
  const jobs = await shop.db
    .selectFrom('print_job')
    .select(['kind', 'document_kind', 'blocks_json'])
    .where('document_kind', '=', 'bonusPaidOut')
    .orderBy('kind')
    .execute();
  expect(jobs.map(({ kind }) => kind)).toEqual(['drawer', 'paper']);
  const slip = jobs[1]?.blocks_json ?? '';
  for (const words of ['Bonusni naqd berish №1', 'Aziza', '30 000 soʻm', 'Kassir', 'Egasi', 'Imzo']) {
    expect(slip.replaceAll('\u00a0', ' ')).toContain(words);
  }
});

test('the same request sent twice pays once', async () => {
  const { shop, customerId, pay } = await azizasShop();
  const wish = { intentionId: shop.newId(), customerId, amountSom: 10_000, ...shop.approved };
  const first = await shop.call(pay, wish);
  expect(await shop.call(pay, wish)).toEqual(first);
  expect(await shop.balance(customerId)).toBe(70_000);
});

test('two windows cannot be paid the same bonus', async () => {
  const { shop, customerId, paid } = await azizasShop({ payOutDailySom: 500_000 as never });
  const both = await Promise.allSettled([paid(50_000), paid(50_000)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await shop.balance(customerId)).toBe(30_000);
  await bonusIsRight(shop.db);
});
