/** One coupon by hand: to a customer or to whoever stands there, with a reason, on paper, and void when it must be. */
import { expect, test } from 'vitest';
import { listCoupons, lookAtCoupon } from '../../../electron/coupon/list.ts';
import { finishImport, importRows, startImport } from '../../../electron/coupon/partnerImport.ts';
import { savePartner } from '../../../electron/coupon/partners.ts';
import { giveByHand, listSeries, voidCoupon } from '../../../electron/coupon/verbs.ts';
import { newCode } from '../../../shared/code.ts';
import { som } from '../../../shared/money.ts';
import { businessDay } from '../../../shared/time.ts';
import { type Counter, openCounter } from '../sale/counter.ts';
import { couponRow, saveSome } from './someSeries.ts';

const office = 'office';

function give(
  shop: Counter,
  seriesId: string,
  different: { customerId?: string; isPrinted?: boolean; key?: string } = {},
) {
  const { customerId = null, isPrinted = false, key = office } = different;
  const input = { intentionId: shop.newId(), seriesId, customerId, reason: 'Uzr soʻrab', isPrinted };
  return shop.call(giveByHand(shop.till.parts), input, key);
}

const papers = (shop: Counter) =>
  shop.db.selectFrom('print_job').select('blocks_json').where('document_kind', '=', 'coupon').execute();

test('a coupon given by hand carries who gave it, to whom and why', async () => {
  const shop = await openCounter();
  const { customerId } = await shop.cardHolder();
  const seriesId = await saveSome(shop, { holding: 'bound' });
  const { code } = await give(shop, seriesId, { customerId });
  expect(await couponRow(shop, code)).toMatchObject({
    customer_id: customerId,
    issued_by: shop.ownerId,
    issued_sale_id: null,
    valid_from: '2026-11-22',
    expires_on: '2026-12-06',
    // Not in the document, which is kept for ever: it may name somebody.
    goodwill_reason: 'Uzr soʻrab',
  });
  const [line] = await shop.db
    .selectFrom('journal')
    .select('content_json')
    .where('document_kind', '=', 'couponGiven')
    .execute();
  expect(JSON.parse(line?.content_json ?? '').content).toEqual({
    seriesId,
    code,
    customerId,
  });
  const { series } = await shop.call(listSeries, {}, office);
  expect(series.find((each) => each.id === seriesId)?.issued).toBe(1);
});

test('a bound series needs the customer; a bearer coupon works in any hand but stands in its customer’s list', async () => {
  const shop = await openCounter();
  const { customerId } = await shop.cardHolder();
  const bound = await saveSome(shop, { holding: 'bound' });
  expect((await shop.refusal(give(shop, bound))).code).toBe('CouponNeedsCustomer');
  const bearer = await saveSome(shop);
  const { code } = await give(shop, bearer, { customerId });
  const { coupons } = await shop.call(listCoupons, { customerId }, office);
  expect(coupons.map((coupon) => coupon.code)).toEqual([code]);
  await shop.cashier.put('b', 'c');
  await shop.cashier.scan(code);
  expect((await shop.cashier.pay()).netSom).toBe(48_800);
});

test('nothing is given of a series that ended, whose days are over or whose money is spent', async () => {
  const shop = await openCounter();
  const ended = await saveSome(shop, {}, { isGiven: false });
  const over = await saveSome(shop, {
    validity: { kind: 'between', from: businessDay('2026-11-01'), to: businessDay('2026-11-21') },
  });
  const spent = await saveSome(shop, { budgetSom: som(0) });
  const codes = [];
  for (const seriesId of [ended, over, spent]) codes.push((await shop.refusal(give(shop, seriesId))).code);
  expect(codes).toEqual(['SeriesEnded', 'SeriesEnded', 'CouponBudgetSpent']);
  expect(await shop.refusal(give(shop, shop.newId()))).toEqual({
    code: 'NotFound',
    data: { what: 'series' },
  });
  expect(await shop.refusal(give(shop, ended, { customerId: shop.newId() }))).toEqual({
    code: 'NotFound',
    data: { what: 'customer' },
  });
  expect(await shop.db.selectFrom('coupon').select('code').execute()).toEqual([]);
});

test('a cashier may not give coupons by hand', async () => {
  const shop = await openCounter();
  const seriesId = await saveSome(shop);
  expect((await shop.refusal(give(shop, seriesId, { key: shop.cashier.key }))).code).toBe('NotAllowed');
});

test('its slip says what it gives, from which sum, until when, and carries the code', async () => {
  const shop = await openCounter({ settings: { name: 'Baraka' } });
  await shop.addPrinter();
  const seriesId = await saveSome(shop, {
    usesPerCoupon: 3,
    conditions: { uz: 'Tamaki va sovgʻa kartasiga emas' },
  });
  const { code } = await give(shop, seriesId, { isPrinted: true });
  const [paper] = await papers(shop);
  const blocks = JSON.parse(paper?.blocks_json ?? '[]') as Record<string, string>[];
  const words = blocks.flatMap((block) => (block.text ?? '').replaceAll('\u00a0', ' ') || []);
  expect(words).toEqual([
    'Baraka',
    'KUPON',
    'Tarqatma kupon',
    '\u22125 000 soʻm',
    '50 000 soʻmdan boshlab xaridga',
    '3 marta ishlatish mumkin',
    'Tamaki va sovgʻa kartasiga emas',
    'Oxirgi kun: 06.12.2026',
    'Bitta chekka bitta kupon.',
    'Pulga almashtirilmaydi.',
  ]);
  expect(
    blocks.filter((block) => block.kind === 'code').map((block) => [block.symbology, block.data]),
  ).toEqual([
    ['code128', code],
    ['qr', code],
  ]);
  expect(blocks.at(-1)).toEqual({ kind: 'cut' });
});

test('in a shop without a printer the coupon is given all the same', async () => {
  const shop = await openCounter();
  const { code } = await give(shop, await saveSome(shop), { isPrinted: true });
  expect(await couponRow(shop, code)).toMatchObject({ state: 'issued' });
  expect(await papers(shop)).toEqual([]);
});

test('the same intention gives one coupon, however often it is sent', async () => {
  const shop = await openCounter();
  const seriesId = await saveSome(shop);
  const input = { intentionId: shop.newId(), seriesId, customerId: null, reason: 'x', isPrinted: false };
  const verb = giveByHand(shop.till.parts);
  const first = await shop.call(verb, input, office);
  expect(await shop.call(verb, input, office)).toEqual(first);
  expect(await shop.db.selectFrom('coupon').select('code').execute()).toEqual([first]);
});

test('a void coupon is refused at the till; a used one cannot be made void', async () => {
  const shop = await openCounter();
  const seriesId = await saveSome(shop);
  const lost = await give(shop, seriesId);
  const used = await give(shop, seriesId);
  const makeVoid = (code: string) =>
    shop.call(voidCoupon, { intentionId: shop.newId(), code, reason: 'Yoʻqolgan' }, office);
  await makeVoid(lost.code);
  await makeVoid(lost.code);
  await shop.cashier.put('b', 'c');
  expect((await shop.refusal(shop.cashier.scan(lost.code))).code).toBe('CouponVoided');
  await shop.cashier.scan(used.code);
  await shop.cashier.pay();
  expect(await shop.refusal(makeVoid(used.code))).toEqual({
    code: 'CouponUsed',
    data: { redeemedAt: '2026-11-22T06:00:00.000Z', receiptNumber: 1 },
  });
  const { coupon } = await shop.call(lookAtCoupon, { code: lost.code }, office);
  expect(coupon).toMatchObject({ state: 'voided', voidReason: 'Yoʻqolgan', voidedBy: 'Egasi' });
  const nobodys = newCode('K', Uint8Array.from([9, 9, 9, 9, 9, 9, 9, 9]));
  expect((await shop.refusal(makeVoid(nobodys))).code).toBe('CouponUnknown');
  expect((await shop.refusal(makeVoid('salom'))).code).toBe('CouponNotReadable');
  const journal = shop.db
    .selectFrom('journal')
    .select('sequence')
    .where('document_kind', '=', 'couponVoided');
  expect(await journal.execute()).toHaveLength(1);
});

/** A partner whose list of codes is printed here and used there. */
async function partnerList(shop: Counter, giving: 'everySale' | 'byHand', ...codes: readonly string[]) {
  shop.workAs(shop.ownerId, office);
  const partner = {
    partnerId: null,
    kind: 'shop',
    name: 'Non uyi',
    contact: '',
    note: '',
    isActive: true,
  } as const;
  const { partnerId } = await shop.call(savePartner, { intentionId: shop.newId(), ...partner }, office);
  const seriesId = await saveSome(
    shop,
    {
      codes: { kind: 'list' },
      usedAt: 'partner',
      giving: giving === 'byHand' ? { kind: 'byHand' } : { kind: 'everySale', fromSom: som(0) },
    },
    { partnerId },
  );
  const list = { seriesId, fileName: 'kodlar.csv', usesAllowed: 1 };
  const { importId } = await shop.call(
    startImport(shop.till.parts),
    { intentionId: shop.newId(), ...list },
    office,
  );
  const rows = codes.map((code, at) => ({ row: at + 1, code }));
  await shop.call(importRows, { intentionId: shop.newId(), importId, rows }, office);
  await shop.call(finishImport, { intentionId: shop.newId(), importId }, office);
  return seriesId;
}

test('a partner’s coupon takes the next code of their list, and none when the list has run out', async () => {
  const shop = await openCounter();
  const seriesId = await partnerList(shop, 'byHand', 'NON-0001', 'NON-0002');
  expect([(await give(shop, seriesId)).code, (await give(shop, seriesId)).code].sort()).toEqual([
    'NON-0001',
    'NON-0002',
  ]);
  expect((await shop.refusal(give(shop, seriesId))).code).toBe('PartnerCodesRunOut');
});

test('receipts bring a partner’s coupons until the list has run out, which the journal says once', async () => {
  const shop = await openCounter();
  const seriesId = await partnerList(shop, 'everySale', 'NON-0001', 'NON-0002');
  const given = [];
  for (let sale = 0; sale < 3; sale += 1) {
    await shop.cashier.put('a');
    given.push((await shop.cashier.pay()).couponCodes);
  }
  expect(given).toEqual([['NON-0001'], ['NON-0002'], []]);
  const { series } = await shop.call(listSeries, {}, office);
  expect(series.find((each) => each.id === seriesId)?.issued).toBe(2);
  const told = shop.db
    .selectFrom('journal')
    .select('content_json')
    .where('document_kind', '=', 'partnerCodesRunOut');
  expect(await told.execute()).toHaveLength(1);
  await shop.cashier.put('b', 'c');
  expect(await shop.refusal(shop.cashier.scan('NON-0001'))).toEqual({
    code: 'CouponForPartner',
    data: { partnerName: 'Non uyi' },
  });
});

test('the receipt prints a partner’s coupon with the place where it is used', async () => {
  const shop = await openCounter();
  await shop.addPrinter();
  await partnerList(shop, 'everySale', 'NON-0001');
  await shop.cashier.put('a');
  await shop.cashier.pay();
  const [paper] = await shop.db
    .selectFrom('print_job')
    .select('blocks_json')
    .where('document_kind', '=', 'sale')
    .where('kind', '=', 'paper')
    .execute();
  expect(paper?.blocks_json).toContain('NON-0001');
  expect(paper?.blocks_json).toContain('“Non uyi” doʻkonida ishlatiladi');
});
