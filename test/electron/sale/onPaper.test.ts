/** Sales that were written on paper while the power was away: on their own day and hour, with bonus, without coupons. */
import { expect, test } from 'vitest';
import { todayReport } from '../../../electron/report/today.ts';
import { basisPoints, som } from '../../../shared/money.ts';
import type { BasketChange } from '../../../shared/sale/basketChange.ts';
import { businessDay } from '../../../shared/time.ts';
import { openWholeShop, provesItself, type WholeShop } from './wholeShop.ts';

const oneDay = 24 * 3600;

/** 22 November 2026, 11:00 in Tashkent, is when the test's shop opens its eyes. */
const onPaper = (day: string, hour: number, minute = 0): BasketChange => ({
  kind: 'writtenOnPaper',
  written: { day: businessDay(day), minute: hour * 60 + minute },
});

const saleRow = (shop: WholeShop, saleId: string) =>
  shop.db
    .selectFrom('sale')
    .select(['number', 'business_day', 'sold_at', 'entered_at'])
    .where('id', '=', saleId)
    .executeTakeFirstOrThrow();

test('a sale of yesterday stands on yesterday at its hour; its number and its money are of today', async () => {
  const shop = await openWholeShop();
  await shop.cashier.put('b');
  const first = await shop.payAll();
  shop.clock.pass(oneDay);
  await shop.cashier.put('c');
  expect(await shop.cashier.change(onPaper('2026-11-22', 18, 45))).toMatchObject({
    writtenAt: '2026-11-22T13:45:00.000Z',
  });
  const drawer = await shop.balance('cashDrawer', shop.till.host().tillId);
  const paper = await shop.payAll();
  expect(paper.soldAt).toBe('2026-11-22T13:45:00.000Z');
  expect(await saleRow(shop, first.saleId)).toMatchObject({ number: 1, entered_at: null });
  expect(await saleRow(shop, paper.saleId)).toEqual({
    number: 2,
    business_day: '2026-11-22',
    sold_at: '2026-11-22T13:45:00.000Z',
    entered_at: shop.clock.now,
  });
  expect(await shop.balance('cashDrawer', shop.till.host().tillId)).toBe(drawer + 8_300);
  const today = todayReport({ database: () => shop.till.parts.database() });
  const ofDay = async (day: string) => (await shop.asOwner(today, { day: businessDay(day) })).figures;
  expect(await ofDay('2026-11-22')).toMatchObject({ netSom: 53_800, receipts: 2 });
  expect(await ofDay('2026-11-23')).toMatchObject({ netSom: 0, receipts: 0 });
  await provesItself(shop);
});

test('the chain’s day never falls, and the till’s own day does not', async () => {
  const shop = await openWholeShop();
  shop.clock.pass(oneDay);
  await shop.cashier.put('b');
  await shop.payAll();
  await shop.cashier.put('c');
  await shop.cashier.change(onPaper('2026-11-22', 12));
  const paper = await shop.payAll();
  const links = await shop.db
    .selectFrom('journal')
    .select(['business_day', 'written_at', 'content_json', 'document_id'])
    .orderBy('sequence')
    .execute();
  const days = links.map((link) => link.business_day);
  expect(days).toEqual(days.toSorted());
  const link = links.find((each) => each.document_id === paper.saleId);
  expect(link).toMatchObject({ business_day: '2026-11-23', written_at: shop.clock.now });
  expect(JSON.parse(link?.content_json ?? '{}')).toMatchObject({
    businessDay: '2026-11-22',
    content: { written: { at: '2026-11-22T07:00:00.000Z', day: '2026-11-22' } },
  });
  // A sale of now is a sale of today.
  await shop.cashier.put('c');
  const now = await shop.payAll();
  expect(await saleRow(shop, now.saleId)).toMatchObject({ business_day: '2026-11-23', entered_at: null });
});

test('promotions, bonus and what the customer paid are those of the paper’s day and hour', async () => {
  const shop = await openWholeShop();
  await shop.live({
    level: 'basket',
    conditions: [{ kind: 'hours', fromMinute: 8 * 60, toMinute: 10 * 60 }],
    benefit: { kind: 'percent', rateBasisPoints: basisPoints(1000), atMostSom: null },
  });
  const { card, customerId } = await shop.cardHolder();
  shop.clock.pass(oneDay);
  await shop.cashier.put('b');
  await shop.cashier.scan(card);
  expect(shop.cashier.seen().totalSom).toBe(45_500);
  expect((await shop.cashier.change(onPaper('2026-11-22', 9))).totalSom).toBe(40_950);
  const sold = await shop.payAll();
  expect(sold).toMatchObject({ netSom: 40_950, bonusEarnedSom: 819, bonusBalanceSom: 819 });
  const [paid] = await shop.db.selectFrom('customer_paid_day').selectAll().execute();
  expect(paid).toEqual({ customer_id: customerId, business_day: '2026-11-22', paid_som: 40_950 });
  const [lot] = await shop.db.selectFrom('bonus_lot').select(['active_from', 'created_at']).execute();
  expect(lot).toEqual({ active_from: '2026-11-22', created_at: '2026-11-22T04:00:00.000Z' });
});

test('bonus that was earned since is not there to spend on that day', async () => {
  const shop = await openWholeShop();
  const { card, customerId } = await shop.cardHolder();
  shop.clock.pass(oneDay);
  await shop.giveBonus(customerId, 5_000);
  await shop.cashier.put('b');
  await shop.cashier.scan(card);
  await shop.cashier.change(onPaper('2026-11-22', 12));
  const spend = shop.cashier.change({ kind: 'spendBonus', amountSom: som(1_000) });
  expect(await shop.refusal(spend)).toEqual({ code: 'BonusNotEnough', data: { spendableSom: 0 } });
});

test('no coupon pays on paper, and none comes with it', async () => {
  const shop = await openWholeShop();
  const byHand = await shop.newCoupon(await shop.makeSeries());
  await shop.makeSeries({ giving: { kind: 'everySale', fromSom: 0 } });
  await shop.cashier.put('b');
  await shop.cashier.change(onPaper('2026-11-22', 9));
  expect((await shop.refusal(shop.cashier.scan(byHand))).code).toBe('CouponNotOnPaper');
  expect((await shop.payAll()).couponCodes).toEqual([]);
  await shop.cashier.put('b');
  await shop.cashier.scan(byHand);
  expect((await shop.refusal(shop.cashier.change(onPaper('2026-11-22', 9)))).code).toBe('CouponNotOnPaper');
});

test('not in the future, not older than the shop allows, and the mark comes off again', async () => {
  const shop = await openWholeShop();
  await shop.cashier.put('b');
  const refused = async (change: BasketChange) => shop.refusal(shop.cashier.change(change));
  expect((await refused(onPaper('2026-11-22', 11, 1))).code).toBe('PaperInFuture');
  expect(await refused(onPaper('2026-11-18', 20))).toEqual({
    code: 'PaperTooOld',
    data: { firstOn: '2026-11-19' },
  });
  await shop.cashier.change(onPaper('2026-11-19', 20));
  expect((await shop.cashier.change({ kind: 'writtenOnPaper', written: null })).writtenAt).toBeNull();
});

test('a basket that was marked and waited is judged again when it is paid', async () => {
  const shop = await openWholeShop();
  shop.clock.pass(oneDay);
  await shop.cashier.put('b');
  await shop.cashier.change(onPaper('2026-11-22', 12));
  shop.clock.pass(3 * oneDay);
  expect(await shop.refusal(shop.payAll())).toEqual({
    code: 'PaperTooOld',
    data: { firstOn: '2026-11-23' },
  });
  await shop.cashier.change({ kind: 'writtenOnPaper', written: null });
  expect(await saleRow(shop, (await shop.payAll()).saleId)).toMatchObject({ business_day: '2026-11-26' });
});

test('the receipt says that it was written on paper, and when it was entered', async () => {
  const shop = await openWholeShop();
  await shop.addPrinter();
  shop.clock.pass(oneDay);
  await shop.cashier.put('b');
  await shop.cashier.change(onPaper('2026-11-22', 9, 5));
  const sold = await shop.payAll();
  const job = await shop.db
    .selectFrom('print_job')
    .select('blocks_json')
    .where('document_id', '=', sold.saleId)
    .where('kind', '=', 'paper')
    .executeTakeFirstOrThrow();
  expect(job.blocks_json).toContain('Qogʻozda yozilgan');
  expect(job.blocks_json).toContain('09:05');
});
