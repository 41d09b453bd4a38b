/** How the money of a return goes back, who must stand for it, and what bonus that was spent keeps of it. */
import { expect, test } from 'vitest';
import { repayDebt } from '../../../electron/credit/repay.ts';
import { returnable } from '../../../electron/sale/findSold.ts';
import { rewardRepayment } from '../../../electron/sale/repaymentBonus.ts';
import { previewReturn, takeBack } from '../../../electron/sale/takeBack.ts';
import { setPermission } from '../../../electron/staff/rights.ts';
import { hashSecret } from '../../../electron/staff/secrets.ts';
import { som } from '../../../shared/money.ts';
import { cashierPin } from '../../till.ts';
import { cashTender, humoTender } from './counter.ts';
import { linesBack, openWholeShop, provesItself, type WholeShop } from './wholeShop.ts';

const oneDay = 24 * 3600;

/** 45 500 and 8 300: Humo 30 000, the rest in cash. */
async function paidByTwo(card: string | null = null) {
  const shop = await openWholeShop();
  await shop.cashier.put('b', 'c');
  if (card !== null) await shop.cashier.scan(card);
  const sold = await shop.cashier.pay({
    tenders: [humoTender(30_000), cashTender(23_800)],
    receivedCashSom: 23_800,
  });
  return { shop, sold };
}

const tendersOf = (answer: { readonly tenders: readonly { kind: string; amountSom: number }[] }) =>
  answer.tenders.map(({ kind, amountSom }) => [kind, amountSom]);

/** A person who may take goods back, at a window of their own. */
async function newSenior(shop: WholeShop): Promise<string> {
  const id = shop.newId();
  const secret = { secret_kind: 'pin', secret_hash: 'never asked' } as const;
  await shop.db
    .insertInto('person')
    .values({
      id,
      name: 'Katta sotuvchi',
      role: 'senior',
      ...secret,
      is_active: 1,
      created_at: shop.clock.now,
    })
    .execute();
  shop.workAs(id, 'senior');
  return id;
}

test('as it was paid: cash first, then the card', async () => {
  const { shop, sold } = await paidByTwo();
  const back = await shop.takeBack(sold.saleId, { 1: 1 });
  expect(back).toMatchObject({ moneyBackSom: 45_500, isCancel: false });
  expect(tendersOf(back)).toEqual([
    ['cash', 23_800],
    ['card', 21_700],
  ]);
});

test('cash for what a card paid takes a right of its own; what cash paid does not', async () => {
  const { shop, sold } = await paidByTwo();
  await newSenior(shop);
  const right = { action: 'sale.takeBackOtherwise', role: 'senior' } as const;
  await shop.asOwner(setPermission, { ...right, isAllowed: false });
  const bySenior = (lineNumber: number) =>
    shop.call(
      takeBack(shop.till.parts),
      {
        intentionId: shop.newId(),
        saleId: sold.saleId,
        lines: [{ lineNumber, quantityThousandths: 1_000 }],
        reason: 'quality',
        moneyBack: 'cash',
      },
      'senior',
    );
  expect(await shop.refusal(bySenior(1))).toEqual({
    code: 'NotAllowed',
    data: { action: 'sale.takeBackOtherwise' },
  });
  // 8 300 lie within what was paid in cash.
  expect(tendersOf(await bySenior(2))).toEqual([['cash', 8_300]]);
  const byOwner = await shop.takeBack(sold.saleId, { 1: 1 }, { moneyBack: 'cash' });
  expect(tendersOf(byOwner)).toEqual([['cash', 45_500]]);
  expect(await shop.balance('terminal', 'humo')).toBe(30_000);
});

test('what repaid a debt by card goes back to the card: no debt turns a card into cash', async () => {
  const shop = await openWholeShop();
  const { card, customerId } = await shop.cardHolder();
  await shop.mayOwe(customerId, 100_000);
  await shop.cashier.put('b');
  await shop.cashier.scan(card);
  await shop.cashier.change({ kind: 'sellOnCredit', amountSom: null, dueOn: null });
  const sold = await shop.payAll();
  await shop.repay(customerId, 5_500);
  await shop.asOwner(repayDebt({ ...shop.till.parts, rewardRepayment }), {
    customerId,
    amountSom: som(30_000),
    money: { kind: 'card', provider: 'humo' },
  });
  const back = await shop.takeBack(sold.saleId, { 1: 1 });
  expect(back).toMatchObject({ debtLoweredSom: 10_000, moneyBackSom: 35_500 });
  expect(tendersOf(back)).toEqual([
    ['debt', 10_000],
    ['cash', 5_500],
    ['card', 30_000],
  ]);
  expect(await shop.balance('terminal', 'humo')).toBe(0);
  await provesItself(shop);
});

test('onto the account needs a customer, and moves no drawer', async () => {
  const { shop, sold } = await paidByTwo();
  const lines = linesBack({ 1: 1 });
  const nobody = shop.call(previewReturn, { saleId: sold.saleId, lines, moneyBack: 'storeCredit' });
  expect((await shop.refusal(nobody)).code).toBe('StoreCreditNeedsCustomer');
  const { card, customerId } = await shop.cardHolder();
  await shop.cashier.put('b');
  await shop.cashier.scan(card);
  const own = await shop.payAll();
  const drawer = await shop.balance('cashDrawer', shop.till.host().tillId);
  const back = await shop.takeBack(own.saleId, { 1: 1 }, { moneyBack: 'storeCredit' });
  expect(back).toMatchObject({ moneyBackSom: 0, storeCreditBackSom: 45_500, isCancel: true });
  expect(await shop.balance('storeCredit', customerId)).toBe(-45_500);
  expect(await shop.balance('cashDrawer', shop.till.host().tillId)).toBe(drawer);
});

test('another sum than the cashier saw is refused, and nothing is written', async () => {
  const { shop, sold } = await paidByTwo();
  const before = await shop.everyRow();
  const seen = shop.takeBack(sold.saleId, { 2: 1 }, { expectedMoneyBackSom: som(8_299) });
  expect(await shop.refusal(seen)).toEqual({ code: 'ReturnChanged', data: { moneyBackSom: 8_300 } });
  expect(await shop.everyRow()).toBe(before);
  await shop.takeBack(sold.saleId, { 2: 1 }, { expectedMoneyBackSom: som(8_300) });
});

test('money goes back only while a shift is open; a late return is shown to everybody', async () => {
  const { shop, sold } = await paidByTwo();
  shop.clock.pass(11 * oneDay);
  const lines = linesBack({ 1: 1 });
  const input = { saleId: sold.saleId, lines, moneyBack: 'asPaid' } as const;
  expect(await shop.call(previewReturn, input)).toMatchObject({ moneyBackSom: 45_500 });
  expect(await shop.call(returnable, { saleId: sold.saleId })).toMatchObject({
    isLate: true,
    isToday: false,
    lastOn: '2026-12-02',
  });
  await shop.db.updateTable('shift').set({ closed_at: shop.clock.now }).execute();
  expect((await shop.refusal(shop.call(previewReturn, input))).code).toBe('ShiftNotOpen');
});

test('a cashier takes goods back with somebody beside who may', async () => {
  const { shop, sold } = await paidByTwo();
  const senior = await newSenior(shop);
  const secret_hash = await hashSecret(cashierPin, (count) => new Uint8Array(count));
  await shop.db.updateTable('person').set({ secret_hash }).where('id', '=', senior).execute();
  const back = await shop.call(takeBack(shop.till.parts), {
    intentionId: shop.newId(),
    approval: { personId: senior, secret: cashierPin },
    saleId: sold.saleId,
    lines: linesBack({ 2: 1 }),
    reason: 'wrong',
  });
  const row = await shop.db
    .selectFrom('sale_return')
    .select(['person_id', 'approver_id'])
    .where('id', '=', back.returnId)
    .executeTakeFirstOrThrow();
  expect(row).toEqual({ person_id: shop.cashierId, approver_id: senior });
});

/** A television earned 20 000, all of which paid for another one. */
async function spentBonus(returnBonusFrom: 'balance' | 'money') {
  const shop = await openWholeShop({ settings: { returnBonusFrom } });
  const { card, customerId } = await shop.cardHolder();
  await shop.cashier.put('tv');
  await shop.cashier.scan(card);
  const first = await shop.payAll();
  await shop.cashier.put('tv');
  await shop.cashier.scan(card);
  await shop.cashier.change({ kind: 'spendBonus', amountSom: som(20_000) });
  const second = await shop.payAll();
  return { shop, customerId, first, second };
}

test('bonus that was spent is owed, or kept from the money where the owner wants it so', async () => {
  // The second television earned 19 600; 400 of the first one's 20 000 are in no lot.
  const owed = await spentBonus('balance');
  expect(await owed.shop.takeBack(owed.first.saleId, { 1: 1 })).toMatchObject({
    moneyBackSom: 1_000_000,
    bonusTakenBackSom: 20_000,
    withheldSom: 0,
    bonusBalanceSom: -400,
  });
  const kept = await spentBonus('money');
  const back = await kept.shop.takeBack(kept.first.saleId, { 1: 1 });
  expect(back).toMatchObject({
    netSom: 1_000_000,
    moneyBackSom: 999_600,
    bonusTakenBackSom: 20_000,
    withheldSom: 400,
    bonusBalanceSom: 0,
  });
  const tillId = kept.shop.till.host().tillId;
  expect(await kept.shop.entriesOf(back.returnId)).toEqual([
    ['bonusCost', 'shop', -400],
    ['bonusCost', 'shop', -19_600],
    ['bonusLiability', kept.customerId, 19_600],
    ['cashDrawer', tillId, -999_600],
    ['sales', 'shop', 1_000_000],
  ]);
  // The second one brings the 20 000 back that it was paid with; of them 19 600 that it had earned go, and 400 stay for the
  // 400 of money that were kept.
  expect(await kept.shop.takeBack(kept.second.saleId, { 1: 1 })).toMatchObject({
    moneyBackSom: 980_000,
    bonusBackSom: 20_000,
    bonusTakenBackSom: 19_600,
    withheldSom: 0,
    bonusBalanceSom: 400,
  });
});
