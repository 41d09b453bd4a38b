/** The owner's month: every figure of a month that was worked out by hand, and what holds for any month. */
import { expect, test } from 'vitest';
import { listProducts } from '../../../electron/catalogue/list.ts';
import { takeBackExpense } from '../../../electron/ledger/expenses.ts';
import { requireOpenMonth } from '../../../electron/ledger/inTransaction.ts';
import { closeMonth, reopenMonth } from '../../../electron/ledger/months.ts';
import { monthBooksForClosing, monthReport } from '../../../electron/report/month.ts';
import { verifyShop } from '../../../electron/report/verify.ts';
import type { AccountMonth, MonthFigures } from '../../../shared/report/monthFigures.ts';
import { businessDay } from '../../../shared/time.ts';
import { type MonthShop, openMonthShop } from './monthShop.ts';

/** Every account of the months: opening and movements come to closing. */
function accountsOf(figures: MonthFigures): readonly AccountMonth[] {
  const { bonus, giftCards, storeCredit, debts, drawer, partners, charity } = figures;
  return [bonus, giftCards, storeCredit, debts, drawer, ...partners, ...charity];
}

function sumOf(account: AccountMonth): number {
  return account.movements.reduce((sum: number, { amountSom }) => sum + amountSom, account.openingSom);
}

async function wrongIn({ db }: MonthShop): Promise<readonly string[]> {
  return (await verifyShop(db)).filter(({ wrong }) => wrong > 0).map(({ proves }) => proves);
}

test('the worked sale makes the month that can be worked out by hand', async () => {
  const shop = await openMonthShop();
  const figures = await shop.figures('2026-11');
  expect(figures).toEqual({
    month: '2026-11',
    receipts: 1,
    grossSom: 120_040,
    soldSom: 90_040,
    returns: { count: 0, sumSom: 0 },
    looseReturns: { count: 0, sumSom: 0 },
    netSom: 90_040,
    vat: [{ rateBasisPoints: 1200, soldSom: 90_040, soldVatSom: 9_647, backSom: 0, backVatSom: 0 }],
    tenders: [
      { kind: 'bonus', provider: null, inSom: 20_000, backSom: 0 },
      { kind: 'cash', provider: null, inSom: 20_500, backSom: 0 },
      { kind: 'debt', provider: null, inSom: 25_000, backSom: 0 },
      { kind: 'giftCard', provider: null, inSom: 15_000, backSom: 0 },
      { kind: 'qr', provider: 'click', inSom: 10_000, backSom: 0 },
    ],
    discounts: [
      { step: 'product', givenSom: 12_000, backSom: 0 },
      { step: 'basket', givenSom: 8_000, backSom: 0 },
      { step: 'coupon', givenSom: 10_000, backSom: 0 },
    ],
    borneByPartnersSom: 0,
    roundingSom: 40,
    // 90 040 less its VAT 9 647, bought for 70 000: 10 393 of 80 393.
    margin: {
      salesSom: 80_393,
      costSom: 70_000,
      marginSom: 10_393,
      marginBasisPoints: 1293,
      unknownSom: 0,
      unknownProducts: 0,
    },
    bonus: {
      openingSom: 0,
      movements: [
        { kind: 'given', amountSom: 20_900 },
        { kind: 'spent', amountSom: -20_000 },
      ],
      closingSom: 900,
    },
    giftCards: {
      openingSom: 0,
      movements: [
        { kind: 'sold', amountSom: 15_000 },
        { kind: 'used', amountSom: -15_000 },
      ],
      closingSom: 0,
    },
    storeCredit: { openingSom: 0, movements: [], closingSom: 0 },
    debts: { openingSom: 0, movements: [{ kind: 'taken', amountSom: 25_000 }], closingSom: 25_000 },
    debtsByAge: [
      { span: 'upTo30', openSom: 25_000 },
      { span: 'upTo90', openSom: 0 },
      { span: 'upTo180', openSom: 0 },
      { span: 'over180', openSom: 0 },
    ],
    partners: [],
    charity: [
      {
        id: shop.fundId,
        openingSom: 0,
        movements: [{ kind: 'roundUp', amountSom: 500 }],
        closingSom: 500,
      },
    ],
    drawer: {
      openingSom: 0,
      movements: [
        { kind: 'sales', amountSom: 20_500 },
        { kind: 'giftCards', amountSom: 15_000 },
        { kind: 'float', amountSom: 100_000 },
      ],
      closingSom: 135_500,
    },
    money: [
      {
        kind: 'cash',
        provider: null,
        goodsSom: 20_500,
        giftCardsSom: 15_000,
        debtsSom: 0,
        backSom: 0,
        totalSom: 35_500,
      },
      {
        kind: 'qr',
        provider: 'click',
        goodsSom: 10_000,
        giftCardsSom: 0,
        debtsSom: 0,
        backSom: 0,
        totalSom: 10_000,
      },
    ],
    overShort: [],
    expenses: { byKind: [], drawerSom: 0, forgivenSom: 0, correctedSom: 0, totalSom: 0 },
  });
});

test('goods that come back take their VAT, their cost and their discounts with them', async () => {
  const shop = await openMonthShop();
  await shop.buyFor('a', 9_000);
  await shop.cashier.put('a', 'a', 'c');
  const sold = await shop.cashier.pay();
  const before = await shop.figures('2026-11');
  // The promotions of the shop work on this receipt too; one of the two pieces of tea comes back.
  await shop.takeBack(sold.saleId, { 1: 1 });
  const after = await shop.figures('2026-11');
  const back = after.returns.sumSom;
  const [vat] = after.vat;
  expect(after.returns.count).toBe(1);
  expect(back).toBeGreaterThan(0);
  expect(after.netSom).toBe(before.netSom - back);
  expect(vat?.backSom).toBe(back);
  expect(after.margin.costSom).toBe(before.margin.costSom - 9_000);
  expect(after.margin.unknownProducts).toBe(1);
  expect(after.money[0]?.backSom).toBe(-back);
  expect(after.drawer.movements.find(({ kind }) => kind === 'returns')?.amountSom).toBe(-back);
  // What was given less what was undone is what the books hold as discounts.
  const given = after.discounts.reduce((sum, row) => sum + row.givenSom - row.backSom, 0);
  expect(given).toBe(
    (await shop.balance('discounts', 'product')) +
      (await shop.balance('discounts', 'basket')) +
      (await shop.balance('discounts', 'coupon')),
  );
  expect(await wrongIn(shop)).toEqual([]);
});

test('what a month closes with is what the next one opens with, whatever happens after', async () => {
  const shop = await openMonthShop();
  await shop.spend({ day: '2026-11-20', kind: 'rent', amountSom: 3_000_000, note: 'Noyabr ijarasi' });
  await shop.endShift(135_000);
  const november = await shop.figures('2026-11');
  shop.clock.now = '2026-12-03T06:00:00.000Z' as never;
  await shop.beginShift(50_000);
  await shop.repay(shop.customerId, 10_000);
  await shop.newGiftCard(40_000);
  await shop.cashier.put('c');
  await shop.cashier.pay();
  const [then, december] = [await shop.figures('2026-11'), await shop.figures('2026-12')];
  // Nothing of December moved November, not even debts that were repaid since.
  expect(then).toEqual(november);
  const pairs = accountsOf(november).map(({ closingSom }, at) => [
    closingSom,
    accountsOf(december)[at]?.openingSom,
  ]);
  for (const [closing, opening] of pairs) expect(opening).toBe(closing);
  for (const account of [...accountsOf(november), ...accountsOf(december)]) {
    expect(sumOf(account)).toBe(account.closingSom);
  }
  expect(november.overShort).toEqual([
    {
      shiftNumber: 1,
      day: '2026-11-22',
      expectedSom: 135_500,
      countedSom: 135_000,
      differenceSom: -500,
    },
  ]);
  expect(november.expenses).toMatchObject({ byKind: [{ kind: 'rent', amountSom: 3_000_000 }] });
  expect(december.debts.movements).toEqual([{ kind: 'repaid', amountSom: -10_000 }]);
  expect(december.debtsByAge[0]).toEqual({ span: 'upTo30', openSom: 15_000 });
});

test('a wrong expense is taken back once, by a counter-entry on its own day', async () => {
  const shop = await openMonthShop();
  const expenseId = await shop.spend({
    day: '2026-11-20',
    kind: 'electricity',
    amountSom: 400_000,
    note: '',
  });
  await shop.spend({ day: '2026-11-21', kind: 'electricity', amountSom: 40_000, note: '' });
  await shop.asOwner(takeBackExpense, { expenseId, reason: 'Bir nol ortiq' });
  expect((await shop.figures('2026-11')).expenses).toEqual({
    byKind: [{ kind: 'electricity', amountSom: 40_000 }],
    drawerSom: 0,
    forgivenSom: 0,
    correctedSom: 0,
    totalSom: 40_000,
  });
  const again = shop.asOwner(takeBackExpense, { expenseId, reason: 'Yana' });
  expect(await shop.refusal(again)).toMatchObject({ code: 'ExpenseTakenBack' });
  const tomorrow = shop.spend({ day: '2026-11-23', kind: 'rent', amountSom: 1, note: '' });
  expect(await shop.refusal(tomorrow)).toEqual({ code: 'DayInFuture', data: { today: '2026-11-22' } });
  expect(await wrongIn(shop)).toEqual([]);
});

test('a month is closed when it is over and its shifts are counted; then nothing is written into it', async () => {
  const shop = await openMonthShop();
  expect(await shop.refusal(shop.closeMonth('2026-11'))).toEqual({
    code: 'MonthNotOver',
    data: { lastOn: '2026-11-30' },
  });
  shop.clock.now = '2026-12-03T06:00:00.000Z' as never;
  expect((await shop.month('2026-11')).notClosable).toBe('shiftOpen');
  expect(await shop.refusal(shop.closeMonth('2026-11'))).toEqual({
    code: 'ShiftStillOpen',
    data: { number: 1 },
  });
  await shop.endShift();
  const hash = await shop.closeMonth('2026-11');
  const closed = await shop.month('2026-11');
  expect(closed.closed).toMatchObject({ hash, isSame: true, byName: 'Egasi' });

  const spent = shop.spend({ day: '2026-11-29', kind: 'rent', amountSom: 1_000, note: '' });
  expect(await shop.refusal(spent)).toEqual({ code: 'MonthClosed', data: { month: '2026-11' } });
  expect(await shop.refusal(shop.closeMonth('2026-11'))).toMatchObject({ code: 'MonthClosed' });
  expect(await shop.refusal(requireOpenMonth(shop.db, businessDay('2026-11-01')))).toMatchObject({
    code: 'MonthClosed',
  });
  await requireOpenMonth(shop.db, businessDay('2026-12-01'));
  // Selling goes on, and the closed month stays as it was kept.
  await shop.beginShift(0);
  await shop.cashier.put('c');
  await shop.cashier.pay();
  expect(await shop.month('2026-11')).toEqual(closed);
  expect(await wrongIn(shop)).toEqual([]);
});

test('the file itself takes no posting into a closed month, whoever forgets to ask', async () => {
  const shop = await openMonthShop();
  await shop.endShift();
  shop.clock.now = '2026-12-03T06:00:00.000Z' as never;
  await shop.closeMonth('2026-11');
  const posting = (businessDay: string) =>
    shop.db
      .insertInto('posting')
      .values({
        id: shop.newId(),
        document_kind: 'test',
        document_id: shop.newId(),
        business_day: businessDay,
        posted_at: shop.clock.now,
        reason: 'test',
      })
      .execute();
  await expect(posting('2026-11-30')).rejects.toThrow('the month of this posting is closed');
  await posting('2026-12-01');
});

test('a month that is opened again takes what was forgotten, and is closed anew', async () => {
  const shop = await openMonthShop();
  await shop.endShift();
  shop.clock.now = '2026-12-03T06:00:00.000Z' as never;
  const first = await shop.closeMonth('2026-11');
  await shop.asOwner(reopenMonth, { month: '2026-11', reason: 'Ijara unutilgan' });
  await shop.spend({ day: '2026-11-29', kind: 'rent', amountSom: 1_000_000, note: '' });
  const second = await shop.closeMonth('2026-11');
  expect(second).not.toBe(first);
  const { figures, reopened } = await shop.month('2026-11');
  expect(figures.expenses.totalSom).toBe(1_000_000);
  expect(reopened).toMatchObject([{ byName: 'Egasi', reason: 'Ijara unutilgan' }]);
  const never = shop.asOwner(reopenMonth, { month: '2026-10', reason: 'x' });
  expect(await shop.refusal(never)).toMatchObject({ code: 'MonthNotClosed' });
  // What a person typed is no part of the journal.
  const journal = await shop.db.selectFrom('journal').select('content_json').execute();
  expect(journal.some(({ content_json }) => content_json.includes('unutilgan'))).toBe(false);
});

test('a closed month says when the file no longer comes to what was kept, and so does verify', async () => {
  const shop = await openMonthShop();
  await shop.endShift();
  shop.clock.now = '2026-12-03T06:00:00.000Z' as never;
  await shop.closeMonth('2026-11');
  const kept = await shop.figures('2026-11');
  await shop.db.deleteFrom('bonus_month').where('kind', '=', 'earned').execute();
  const shown = await shop.month('2026-11');
  expect(shown.closed?.isSame).toBe(false);
  expect(shown.figures).toEqual(kept);
  expect(await wrongIn(shop)).toContain('every closed month still comes to the figures that were kept');
});

test('only whoever may see the month sees what goods cost the shop, and saving the rest keeps it', async () => {
  const shop = await openMonthShop();
  const find = async (name: string) => {
    const { products } = await shop.call(listProducts, { search: name });
    return products[0]?.costSom;
  };
  expect(await find('Guruch')).toBeNull();
  await shop.price('b', 130_000);
  const { products } = await shop.asOwner(listProducts, { search: 'Guruch' });
  expect(products[0]).toMatchObject({ priceSom: 130_000, costSom: 70_000 });
  shop.workAs(shop.cashierId);
  expect(await shop.refusal(shop.call(monthReport(shop.till.parts), { month: '2026-11' }))).toMatchObject({
    code: 'NotAllowed',
  });
  const close = closeMonth(monthBooksForClosing);
  const input = { intentionId: shop.newId(), month: '2026-10' };
  expect(await shop.refusal(shop.call(close, input))).toMatchObject({ code: 'NotAllowed' });
});
