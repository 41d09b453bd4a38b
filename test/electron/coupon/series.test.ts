/** The coupons that the shop gives: the owner's choice. */
import { expect, test } from 'vitest';
import { listSeries, saveSeries } from '../../../electron/coupon/verbs.ts';
import { reprintReceipt } from '../../../electron/sale/receipts.ts';
import type { VerbAnswer } from '../../../electron/verb.ts';
import type { couponContract } from '../../../shared/coupon/contract.ts';
import type { SeriesContent } from '../../../shared/coupon/series.ts';
import { basisPoints, som } from '../../../shared/money.ts';
import { businessDay } from '../../../shared/time.ts';
import { type Counter, openCounter } from '../sale/counter.ts';
import { handout, saveSome } from './someSeries.ts';

type Row = VerbAnswer<typeof couponContract.series>['series'][number];

async function firstSeries(shop: Counter): Promise<Row> {
  const { series } = await shop.call(listSeries, {});
  const [first] = series;
  if (first === undefined) throw new Error('a new shop has its first series');
  return first;
}

/** The first series of the shop, changed. */
async function changed(shop: Counter, content: Partial<SeriesContent>, isGiven = true): Promise<void> {
  const { id, name, content: before, partnerId } = await firstSeries(shop);
  shop.workAs(shop.ownerId, 'office');
  const input = { intentionId: shop.newId(), seriesId: id, name, partnerId, isGiven };
  await shop.call(saveSeries, { ...input, content: { ...before, ...content } }, 'office');
}

async function soldWithCoupon(shop: Counter): Promise<string> {
  await shop.cashier.put('b', 'b');
  return (await shop.cashier.pay()).couponCodes[0] ?? '';
}

test('a new shop gives 5 000 off from 50 000 for 14 days, with every receipt from 50 000', async () => {
  const shop = await openCounter();
  expect(await firstSeries(shop)).toMatchObject({
    content: {
      ...handout,
      holding: 'bound',
      giving: { kind: 'everySale', fromSom: 50_000 },
    },
    sentence: {
      uz: '\u22125\u00a0000\u00a0soʻm, 50\u00a0000\u00a0soʻmdan boshlab xaridga, berilgandan keyin 14 kun',
      ru: '\u22125\u00a0000\u00a0сум, на покупку от 50\u00a0000\u00a0сум, 14 дней после выдачи',
      en: '\u22125,000\u00a0soʻm, on a purchase from 50,000\u00a0soʻm, for 14 days after it is given',
    },
    isGiven: true,
    partnerId: null,
    issued: 0,
    redeemed: 0,
    spentSom: 0,
  });
});

test('a series says how many of its coupons are out, how many came back and what they took off', async () => {
  const shop = await openCounter();
  const { card } = await shop.cardHolder();
  await shop.cashier.put('b', 'b');
  await shop.cashier.scan(card);
  const { couponCodes } = await shop.cashier.pay();
  await soldWithCoupon(shop);
  await shop.cashier.put('b', 'c');
  await shop.cashier.scan(card);
  await shop.cashier.scan(couponCodes[0] ?? '');
  await shop.cashier.pay();
  expect(await firstSeries(shop)).toMatchObject({ issued: 2, redeemed: 1, spentSom: 5_000 });
});

test('a series that was stopped gives nothing more; the coupons that are out stay good', async () => {
  const shop = await openCounter();
  const { card } = await shop.cardHolder();
  await shop.cashier.put('b', 'b');
  await shop.cashier.scan(card);
  const { couponCodes } = await shop.cashier.pay();
  await changed(shop, {}, false);
  expect(await soldWithCoupon(shop)).toBe('');
  await shop.cashier.put('b', 'c');
  await shop.cashier.scan(card);
  await shop.cashier.scan(couponCodes[0] ?? '');
  expect(shop.cashier.seen().totalSom).toBe(48_800);
});

test('coupons that are out keep their days when the series is changed', async () => {
  const shop = await openCounter();
  const before = await soldWithCoupon(shop);
  await changed(shop, { validity: { kind: 'days', days: 3 } });
  const after = await soldWithCoupon(shop);
  const rows = await shop.db.selectFrom('coupon').select(['code', 'expires_on']).execute();
  expect(new Map(rows.map((row) => [row.code, row.expires_on]))).toEqual(
    new Map([
      [before, '2026-12-06'],
      [after, '2026-11-25'],
    ]),
  );
});

test('a series between two days gives coupons of these days, and none after the last', async () => {
  const shop = await openCounter();
  const week = { from: businessDay('2026-11-22'), to: businessDay('2026-11-28') };
  await changed(shop, { validity: { kind: 'between', ...week } });
  shop.clock.pass(6 * 24 * 3_600);
  const code = await soldWithCoupon(shop);
  expect(await shop.db.selectFrom('coupon').selectAll().execute()).toMatchObject([
    { code, valid_from: '2026-11-22', expires_on: '2026-11-28' },
  ]);
  shop.clock.pass(24 * 3_600);
  expect(await soldWithCoupon(shop)).toBe('');
});

test('a coupon that may be given on is good for anybody', async () => {
  const shop = await openCounter();
  await changed(shop, { mayBeGivenOn: true });
  const code = await soldWithCoupon(shop);
  await shop.cashier.put('b', 'c');
  await shop.cashier.scan(code);
  expect((await shop.cashier.pay()).netSom).toBe(48_800);
});

test('a discount that is not smaller than the smallest purchase is refused, and nothing is saved', async () => {
  const shop = await openCounter();
  const before = await shop.everyRow();
  const wrong = saveSome(shop, { benefit: { kind: 'amount', amountSom: som(50_000) } });
  expect((await shop.refusal(wrong)).code).toBe('DiscountAboveMinimum');
  expect(await shop.everyRow()).toBe(before);
  await saveSome(shop, { benefit: { kind: 'amount', amountSom: som(49_999) } });
});

test('goods, gifts and partners that are not there are refused by name', async () => {
  const shop = await openCounter();
  const gone = shop.newId();
  const unknown = { code: 'UnknownGoods', data: { id: gone } };
  const inScope = saveSome(shop, { scope: { kind: 'products', productIds: [shop.productIds.a, gone] } });
  expect(await shop.refusal(inScope)).toEqual(unknown);
  const asGift = saveSome(shop, {
    benefit: { kind: 'gift', of: { kind: 'products', productIds: [gone] }, pieces: 1 },
  });
  expect(await shop.refusal(asGift)).toEqual(unknown);
  expect(await shop.refusal(saveSome(shop, {}, { partnerId: gone }))).toEqual({
    code: 'NotFound',
    data: { what: 'partner' },
  });
  expect(await shop.refusal(saveSome(shop, {}, { seriesId: gone }))).toEqual({
    code: 'NotFound',
    data: { what: 'series' },
  });
});

test('a partner’s place, codes and share of the cost need the partner', async () => {
  const shop = await openCounter();
  for (const part of [
    { usedAt: 'partner' },
    { codes: { kind: 'list' } },
    { partnerBearsBasisPoints: basisPoints(1) },
  ] as const) {
    expect((await shop.refusal(saveSome(shop, part))).code).toBe('SeriesNeedsPartner');
  }
});

test('only the owner makes and changes series, and each time is in the journal', async () => {
  const shop = await openCounter();
  const seriesId = await saveSome(shop);
  const input = { name: { uz: 'Kupon' }, content: handout, partnerId: null, isGiven: true };
  const byCashier = shop.call(saveSeries, { intentionId: shop.newId(), seriesId, ...input });
  expect((await shop.refusal(byCashier)).code).toBe('NotAllowed');
  const [line] = await shop.db
    .selectFrom('journal')
    .select('content_json')
    .where('document_kind', '=', 'couponSeriesSaved')
    .execute();
  expect(JSON.parse(line?.content_json ?? '')).toMatchObject({
    person: shop.ownerId,
    content: { seriesId, isNew: true, content: { minimumSom: 50_000 } },
  });
});

test('a copy of a receipt carries the same coupon and gives no new one', async () => {
  const shop = await openCounter();
  await shop.addPrinter();
  await shop.cashier.put('b', 'b');
  const { saleId, couponCodes } = await shop.cashier.pay();
  await shop.till.parts.printQueue.settle();
  const copy = () => shop.call(reprintReceipt(shop.till.parts), { intentionId: shop.newId(), saleId });
  expect([await copy(), await copy()]).toEqual([{ copyNumber: 1 }, { copyNumber: 2 }]);
  const papers = await shop.db
    .selectFrom('print_job')
    .select('blocks_json')
    .where('kind', '=', 'paper')
    .orderBy('copy_number')
    .execute();
  const [original = [], ...copies] = papers.map((paper) => JSON.parse(paper.blocks_json) as unknown[]);
  expect(JSON.stringify(original)).toContain(couponCodes[0]);
  for (const [index, blocks] of copies.entries()) {
    expect(blocks[0]).toEqual({ kind: 'heading', text: `NUSXA №${index + 1}` });
    expect(blocks.slice(1)).toEqual(original);
  }
  expect(await shop.db.selectFrom('coupon').select('code').execute()).toEqual([{ code: couponCodes[0] }]);
});
