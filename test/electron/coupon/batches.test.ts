/** Handouts: batches of coupons that are made beside the sales, go on after a crash, and end at once. */
import { expect, test } from 'vitest';
import { freshCodes } from '../../../electron/coupon/batches.ts';
import { listSeries } from '../../../electron/coupon/verbs.ts';
import {
  batchCodes,
  cancelBatch,
  listBatches,
  makeBatch,
  printStrip,
  showBatch,
  voidBatch,
} from '../../../electron/coupon/verbsOfBatches.ts';
import { newCode, readCode } from '../../../shared/code.ts';
import type { TestTill } from '../../till.ts';
import { type Counter, openCounter } from '../sale/counter.ts';
import { couponRow, saveSome } from './someSeries.ts';

const office = 'office';

async function begun(shop: TestTill, seriesId: string, count: number): Promise<string> {
  const batch = { seriesId, kind: 'sheet8', label: 'Bozor', count } as const;
  const input = { intentionId: shop.newId(), ...batch, languages: ['uz' as const] };
  const { batchId } = await shop.call(makeBatch, input, office);
  return batchId;
}

const batchOf = (shop: TestTill, batchId: string) =>
  shop.db.selectFrom('coupon_batch').selectAll().where('id', '=', batchId).executeTakeFirstOrThrow();

/** Waits until the runner has done what is to be done with a batch. */
async function settled(shop: TestTill, batchId: string) {
  for (;;) {
    const batch = await batchOf(shop, batchId);
    const isClosed = batch.state === 'voided' || batch.state === 'cancelled';
    if (batch.state === 'ready' || (isClosed && batch.swept_count === batch.made_count)) return batch;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** A batch of so many handouts that are all there. */
async function ready(shop: TestTill, count: number) {
  const seriesId = await saveSome(shop);
  const batchId = await begun(shop, seriesId, count);
  await settled(shop, batchId);
  return { seriesId, batchId };
}

const stateCounts = async (shop: TestTill, batchId: string) =>
  Object.fromEntries(
    (
      await shop.db
        .selectFrom('coupon')
        .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
        .where('batch_id', '=', batchId)
        .groupBy('state')
        .execute()
    ).map((row) => [row.state, row.count]),
  );

async function codesOf(shop: TestTill, batchId: string, from = 0, limit = 500): Promise<readonly string[]> {
  const { coupons } = await shop.call(batchCodes, { batchId, from, limit }, office);
  return coupons.map((coupon) => coupon.code);
}

test('a batch answers at once and then has as many coupons as were asked for, each with a code of its own', async () => {
  const shop = await openCounter();
  const seriesId = await saveSome(shop);
  const batchId = await begun(shop, seriesId, 450);
  const batch = await settled(shop, batchId);
  expect(batch).toMatchObject({ made_count: 450, state: 'ready', created_by: shop.ownerId });
  const codes = await codesOf(shop, batchId);
  expect(new Set(codes).size).toBe(450);
  for (const code of codes) expect(readCode(code)).toEqual({ kind: 'coupon', code });
  expect(await codesOf(shop, batchId, 440, 500)).toEqual(codes.slice(440));
  const { series } = await shop.call(listSeries, {}, office);
  expect(series.find((each) => each.id === seriesId)?.issued).toBe(450);
});

test('a handout is good for whoever brings it, and its batch counts it', async () => {
  const shop = await openCounter();
  const { batchId } = await ready(shop, 3);
  const [code = ''] = await codesOf(shop, batchId);
  await shop.cashier.put('b', 'c');
  await shop.cashier.scan(code);
  expect((await shop.cashier.pay()).netSom).toBe(48_800);
  expect((await shop.call(showBatch, { batchId }, office)).batch).toMatchObject({
    label: 'Bozor',
    count: 3,
    made: 3,
    redeemed: 1,
    state: 'ready',
  });
});

test('a batch that the end of the till cut short is finished after the next start', async () => {
  const shop = await openCounter();
  const seriesId = await saveSome(shop);
  const batchId = await begun(shop, seriesId, 5_000);
  while ((await batchOf(shop, batchId)).made_count === 0) await new Promise((go) => setTimeout(go, 1));
  const again = await shop.reopen();
  const before = await batchOf(again, batchId);
  expect(before.made_count).toBeGreaterThan(0);
  const batch = await settled(again, batchId);
  expect(batch).toMatchObject({ made_count: 5_000, state: 'ready' });
  expect(await stateCounts(again, batchId)).toEqual({ issued: 5_000 });
  const places = await again.db
    .selectFrom('coupon')
    .select(({ fn }) => [fn.min<number>('batch_no').as('first'), fn.max<number>('batch_no').as('last')])
    .where('batch_id', '=', batchId)
    .executeTakeFirstOrThrow();
  expect(places).toEqual({ first: 1, last: 5_000 });
  await again.close();
});

test('a batch that is cancelled while it is made stops, and what was made of it is void', async () => {
  const shop = await openCounter();
  const seriesId = await saveSome(shop);
  const batchId = await begun(shop, seriesId, 20_000);
  while ((await batchOf(shop, batchId)).made_count === 0) await new Promise((go) => setTimeout(go, 1));
  await shop.call(cancelBatch, { intentionId: shop.newId(), batchId }, office);
  const batch = await settled(shop, batchId);
  expect(batch.made_count).toBeLessThan(20_000);
  expect(batch).toMatchObject({ state: 'cancelled', closed_by: shop.ownerId });
  expect(await stateCounts(shop, batchId)).toEqual({ voided: batch.made_count });
  const again = shop.call(cancelBatch, { intentionId: shop.newId(), batchId }, office);
  expect((await shop.refusal(again)).code).toBe('BatchClosed');
});

test('a batch that is ready cannot be cancelled, only voided', async () => {
  const shop = await openCounter();
  const { batchId } = await ready(shop, 2);
  const cancel = shop.call(cancelBatch, { intentionId: shop.newId(), batchId }, office);
  expect((await shop.refusal(cancel)).code).toBe('BatchClosed');
});

test('stolen paper is void from the moment the batch is voided; what was used before stays used', async () => {
  const shop = await openCounter();
  const { batchId } = await ready(shop, 420);
  const [used = '', stolen = ''] = await codesOf(shop, batchId);
  await shop.cashier.put('b', 'c');
  await shop.cashier.scan(used);
  await shop.cashier.pay();
  const end = { intentionId: shop.newId(), batchId, reason: 'Qogʻozlar yoʻqoldi' };
  expect(await shop.call(voidBatch, end, office)).toEqual({ voided: 419 });
  await shop.cashier.put('b', 'c');
  expect((await shop.refusal(shop.cashier.scan(stolen))).code).toBe('CouponVoided');
  await settled(shop, batchId);
  expect(await stateCounts(shop, batchId)).toEqual({ voided: 419, redeemed: 1 });
  expect(await couponRow(shop, stolen)).toMatchObject({
    voided_by: shop.ownerId,
    void_reason: 'Qogʻozlar yoʻqoldi',
  });
  const again = shop.call(voidBatch, { ...end, intentionId: shop.newId() }, office);
  expect((await shop.refusal(again)).code).toBe('BatchClosed');
});

test('handouts need a series that is given, binds nobody and has codes of its own', async () => {
  const shop = await openCounter();
  const refusalOf = async (seriesId: string) => (await shop.refusal(begun(shop, seriesId, 5))).code;
  expect(await refusalOf(await saveSome(shop, { holding: 'bound' }))).toBe('BatchNeedsBearer');
  expect(await refusalOf(await saveSome(shop, {}, { isGiven: false }))).toBe('SeriesEnded');
  const lastWeek = { kind: 'between', from: '2026-11-08', to: '2026-11-14' } as never;
  expect(await refusalOf(await saveSome(shop, { validity: lastWeek }))).toBe('SeriesEnded');
  expect(await refusalOf(await saveSome(shop, { budgetSom: 0 as never }))).toBe('CouponBudgetSpent');
  expect(await refusalOf(shop.newId())).toBe('NotFound');
  const givenOn = await saveSome(shop, { holding: 'bound', mayBeGivenOn: true });
  await settled(shop, await begun(shop, givenOn, 5));
});

test('only the owner makes and ends batches', async () => {
  const shop = await openCounter();
  const { seriesId, batchId } = await ready(shop, 2);
  const act = { intentionId: shop.newId(), batchId };
  const batch = { seriesId, kind: 'strip' as const, label: '', languages: ['uz' as const], count: 1 };
  for (const call of [
    shop.call(makeBatch, { intentionId: shop.newId(), ...batch }),
    shop.call(cancelBatch, act),
    shop.call(voidBatch, { ...act, reason: 'x' }),
  ]) {
    expect((await shop.refusal(call)).code).toBe('NotAllowed');
  }
});

test('a batch that is voided in the middle is void as a whole after a crash too', async () => {
  const shop = await openCounter();
  const { batchId } = await ready(shop, 3_000);
  await shop.call(voidBatch, { intentionId: shop.newId(), batchId, reason: 'Oʻgʻirlandi' }, office);
  const again = await shop.reopen();
  await settled(again, batchId);
  expect(await stateCounts(again, batchId)).toEqual({ voided: 3_000 });
  await again.close();
});

test('the strip prints codes that are there: a second time the same, and nothing of a voided batch', async () => {
  const shop = await openCounter();
  await shop.addPrinter();
  const { batchId } = await ready(shop, 25);
  const strip = (from: number, count: number) =>
    shop.call(printStrip(shop.till.parts), { intentionId: shop.newId(), batchId, from, count }, office);
  expect(await strip(0, 100)).toEqual({ jobs: 3 });
  shop.clock.pass(60);
  expect(await strip(20, 5)).toEqual({ jobs: 1 });
  expect(await printedCodes(shop)).toEqual([
    ...(await codesOf(shop, batchId)),
    ...(await codesOf(shop, batchId, 20)),
  ]);
  await shop.call(voidBatch, { intentionId: shop.newId(), batchId, reason: 'Xato' }, office);
  expect((await shop.refusal(strip(0, 1))).code).toBe('BatchClosed');
});

test('a shop without a printer is told so', async () => {
  const shop = await openCounter();
  const { batchId } = await ready(shop, 1);
  const strip = { intentionId: shop.newId(), batchId, from: 0, count: 1 };
  expect((await shop.refusal(shop.call(printStrip(shop.till.parts), strip, office))).code).toBe('NoPrinter');
});

async function printedCodes(shop: Counter): Promise<readonly string[]> {
  const jobs = await shop.db
    .selectFrom('print_job')
    .select('blocks_json')
    .where('document_kind', '=', 'couponStrip')
    .orderBy('created_at')
    .orderBy('document_id')
    .orderBy('copy_number')
    .execute();
  return jobs.flatMap(({ blocks_json: text }) =>
    (JSON.parse(text) as { symbology?: string; data?: string }[]).flatMap((block) =>
      block.symbology === 'code128' ? [block.data ?? ''] : [],
    ),
  );
}

test('batches are listed with the newest first, of one series or of all', async () => {
  const shop = await openCounter();
  const first = await ready(shop, 1);
  shop.clock.pass(60);
  const second = await ready(shop, 1);
  const listed = async (seriesId: string | null) =>
    (await shop.call(listBatches, { seriesId }, office)).batches.map((batch) => batch.batchId);
  expect(await listed(null)).toEqual([second.batchId, first.batchId]);
  expect(await listed(first.seriesId)).toEqual([first.batchId]);
});

test('a code that is drawn twice, or that a coupon has already, is drawn again', async () => {
  const shop = await openCounter();
  const { batchId } = await ready(shop, 1);
  const bytes = (value: number) => Uint8Array.from({ length: 8 }, () => value);
  await shop.db
    .updateTable('coupon')
    .set({ code: newCode('K', bytes(1)) })
    .where('batch_id', '=', batchId)
    .execute();
  const draws = [1, 2, 2, 3, 4].map(bytes);
  const drawn = await freshCodes(shop.db, 3, () => draws.shift() ?? bytes(9));
  expect(drawn).toEqual([2, 3, 4].map((value) => newCode('K', bytes(value))));
});
