/** Bonus and coupons as an apology: small ones in one key, large ones with a second person, on a real file. */
import { expect, test } from 'vitest';
import { bonusBalanceOf } from '../../../electron/loyalty/inTransaction.ts';
import { apologyBudget } from '../../../electron/service/apologise.ts';
import { som } from '../../../shared/money.ts';
import { couponRow, saveSome } from '../coupon/someSeries.ts';
import { bonusIsRight } from '../loyalty/bonusShop.ts';
import {
  answer,
  bonusOf,
  close,
  type Given,
  journal,
  office,
  open,
  openShop,
  show,
  soldTo,
  sorry,
} from './complaintShop.ts';

test('a small apology is one key; what is above the shift’s budget needs a second person', async () => {
  const shop = await openShop({ apologyBudgetSom: som(10_000) });
  const { customerId, saleId } = await soldTo(shop);
  const before = await bonusBalanceOf(shop.db, customerId);
  const { complaintId } = await open(shop, { saleId });
  await sorry(shop, complaintId, bonusOf(6_000));
  expect(await shop.call(apologyBudget, {})).toEqual({
    isShiftOpen: true,
    budgetSom: 10_000,
    leftSom: 4_000,
  });
  expect((await shop.refusal(sorry(shop, complaintId, bonusOf(4_001)))).code).toBe('SecondPersonNeeded');
  shop.clock.pass(1);
  await sorry(shop, complaintId, bonusOf(4_001), true);
  // What the owner stood for takes nothing from the budget.
  expect((await shop.call(apologyBudget, {})).leftSom).toBe(4_000);
  expect((await bonusBalanceOf(shop.db, customerId)) - before).toBe(10_001);
  await bonusIsRight(shop.db);
  const { compensations, state } = await show(shop, complaintId);
  expect(state).toBe('open');
  expect(
    compensations.map(({ amountSom, approver, isAlone }) => [amountSom, approver?.personId, isAlone]),
  ).toEqual([
    [6_000, undefined, false],
    [4_001, shop.ownerId, false],
  ]);
  expect((await journal(shop, 'apologyGiven')).map(({ content }) => content.amountSom)).toEqual([
    6_000, 4_001,
  ]);
});

test('the owner of a shop where nobody else may stand for it apologises alone, and that is marked', async () => {
  const shop = await openShop({ apologyBudgetSom: som(0) });
  const { saleId } = await soldTo(shop);
  const { complaintId } = await open(shop, { saleId });
  await sorry(shop, complaintId, bonusOf(5_000), false, office);
  expect((await show(shop, complaintId)).compensations).toMatchObject([{ amountSom: 5_000, isAlone: true }]);
});

test('bonus needs a customer; a coupon is for whoever stands there, and counts for its worth', async () => {
  const shop = await openShop({ apologyBudgetSom: som(8_000) });
  await shop.addPrinter();
  const { complaintId } = await open(shop);
  expect((await shop.refusal(sorry(shop, complaintId, bonusOf(1_000)))).code).toBe('ComplaintNeedsCustomer');
  const seriesId = await saveSome(shop);
  const coupon: Given = { kind: 'coupon', seriesId, isPrinted: true };
  const { couponCode } = await sorry(shop, complaintId, coupon);
  expect(await couponRow(shop, couponCode ?? '')).toMatchObject({ series_id: seriesId, state: 'issued' });
  expect((await shop.call(apologyBudget, {})).leftSom).toBe(3_000);
  expect((await shop.refusal(sorry(shop, complaintId, coupon))).code).toBe('SecondPersonNeeded');
  const papers = await shop.db
    .selectFrom('print_job')
    .select('blocks_json')
    .where('document_kind', '=', 'coupon')
    .execute();
  expect(papers.map(({ blocks_json: blocks }) => blocks.includes(couponCode ?? '-'))).toEqual([true]);
});

test('a tenth off cannot be counted, so somebody stands for it; a refused apology leaves nothing behind', async () => {
  const shop = await openShop();
  const { saleId } = await soldTo(shop);
  const { complaintId } = await open(shop, { saleId });
  const seriesId = await saveSome(shop, {
    benefit: { kind: 'percent', rateBasisPoints: 1000 as never, atMostSom: null },
  });
  const before = await shop.everyRow();
  const tenth: Given = { kind: 'coupon', seriesId, isPrinted: false };
  expect((await shop.refusal(sorry(shop, complaintId, tenth))).code).toBe('SecondPersonNeeded');
  expect(await shop.everyRow()).toBe(before);
  await answer(shop, complaintId);
  await close(shop, complaintId);
  expect((await shop.refusal(sorry(shop, complaintId, bonusOf(1)))).code).toBe('ComplaintClosed');
});

test('the budget is new in every shift, and there is none without one', async () => {
  const shop = await openShop({ apologyBudgetSom: som(10_000), cashDifferenceLimitSom: som(900_000) });
  const { saleId } = await soldTo(shop);
  const { complaintId } = await open(shop, { saleId });
  await sorry(shop, complaintId, bonusOf(10_000));
  await shop.closeShift(158_490);
  expect(await shop.call(apologyBudget, {})).toEqual({ isShiftOpen: false, budgetSom: 10_000, leftSom: 0 });
  expect((await shop.refusal(sorry(shop, complaintId, bonusOf(1)))).code).toBe('SecondPersonNeeded');
});
