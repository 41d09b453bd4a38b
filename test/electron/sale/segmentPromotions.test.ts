/** Promotions for a group of customers at the counter: who is in it when the till was last told, and when it is told anew. */
import { beforeEach, expect, test, vi } from 'vitest';
import { changeCustomer } from '../../../electron/customer/change.ts';
import { removeSegment, saveSegment } from '../../../electron/customer/segments.ts';
import { promotionsOfSegments } from '../../../electron/promotion/inTransaction.ts';
import { setPromotionStateVerb } from '../../../electron/promotion/verbs.ts';
import { segmentReportVerbs } from '../../../electron/report/segmentVerbs.ts';
import { startTimers } from '../../../electron/timers.ts';
import { segmentRuleSchema } from '../../../shared/customer/segment.ts';
import type { Instant } from '../../../shared/time.ts';
import { openWholeShop, type WholeShop } from './wholeShop.ts';

interface Customer {
  readonly customerId: string;
  readonly card: string;
}

let shop: WholeShop;
let aziza: Customer;
let bobur: Customer;
let segmentId: string;

const neighbours = segmentRuleSchema.parse({ conditions: [{ kind: 'tag', tags: ['qoʻshni'] }] });
const remove = removeSegment(promotionsOfSegments);

beforeEach(async () => {
  shop = await openWholeShop({ now: '2026-11-22T06:00:00.000Z' });
  aziza = await shop.cardHolder('901110001');
  bobur = await shop.cardHolder('901110002');
  await tag(aziza, '901110001', ['qoʻshni']);
  const name = { uz: 'Qoʻshnilar' };
  ({ segmentId } = await shop.asOwner(saveSegment, { segmentId: null, name, rule: neighbours }));
});

async function tag({ customerId }: Customer, phone: string, tags: string[]): Promise<void> {
  const kept = { customerId, name: '', phone, language: null, birthDate: null };
  await shop.asOwner(changeCustomer, { ...kept, tags });
}

/** Ten percent off everything, for the group. */
const tenPercent = () =>
  shop.live({
    name: { uz: 'Qoʻshnilarga' },
    level: 'basket',
    scope: { kind: 'all' },
    benefit: { kind: 'percent', rateBasisPoints: 1000, atMostSom: null },
    conditions: [{ kind: 'segment', segmentIds: [segmentId] }],
  });

const members = async () =>
  (await shop.db.selectFrom('segment_member').select('customer_id').execute()).map((row) => row.customer_id);

/** The till counts right after whatever asks for it, beside its other work. */
const untilMembers = (...expected: readonly Customer[]) =>
  vi.waitFor(async () =>
    expect((await members()).sort()).toEqual(expected.map(({ customerId }) => customerId).sort()),
  );

/** What the goods cost this customer: rice for 45 500. */
async function priceFor(customer: Customer): Promise<number> {
  await shop.cashier.put('b');
  await shop.cashier.scan(customer.card);
  const { dueSom } = shop.cashier.seen();
  await shop.payAll();
  return dueSom;
}

test('a group that no promotion is for is not kept at the till', async () => {
  await shop.asOwner(segmentReportVerbs(shop.till.parts).recountSegments, {});
  expect(await members()).toEqual([]);
});

test('whoever is in the group pays less, whoever is not pays the price', async () => {
  await tenPercent();
  await untilMembers(aziza);
  expect(await priceFor(bobur)).toBe(45_500);
  expect(await priceFor(aziza)).toBe(40_950);
});

test('not in the group is a condition too, and nobody known is in no group', async () => {
  await shop.live({
    level: 'basket',
    scope: { kind: 'all' },
    benefit: { kind: 'percent', rateBasisPoints: 1000, atMostSom: null },
    conditions: [{ kind: 'not', condition: { kind: 'segment', segmentIds: [segmentId] } }],
  });
  await untilMembers(aziza);
  expect(await priceFor(aziza)).toBe(45_500);
  expect(await priceFor(bobur)).toBe(40_950);
});

test('another rule of the group is told to the till at once', async () => {
  await tenPercent();
  await untilMembers(aziza);
  const everybody = segmentRuleSchema.parse({ conditions: [] });
  await shop.asOwner(saveSegment, { segmentId, name: { uz: 'Hamma' }, rule: everybody });
  await untilMembers(aziza, bobur);
  expect(await priceFor(bobur)).toBe(40_950);
});

test('who has come into the group is told on demand, and at the start of the next day', async () => {
  await tenPercent();
  await untilMembers(aziza);
  await tag(bobur, '901110002', ['qoʻshni']);
  expect(await priceFor(bobur)).toBe(45_500);
  await shop.asOwner(segmentReportVerbs(shop.till.parts).recountSegments, {});
  expect(await priceFor(bobur)).toBe(40_950);
  await tag(aziza, '901110001', []);
  shop.clock.now = '2026-11-23T06:00:00.000Z' as Instant;
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'] });
  const stop = startTimers({
    host: shop.till.host,
    database: shop.till.parts.database,
    clock: () => shop.clock.now,
    note: (text, error) => {
      throw new Error(text, { cause: error });
    },
  });
  vi.advanceTimersByTime(2_000);
  vi.useRealTimers();
  await untilMembers(bobur);
  stop();
});

test('a group for which a live promotion is cannot be removed, and the refusal names the promotion', async () => {
  const promotionId = await tenPercent();
  const refused = await shop.refusal(shop.asOwner(remove, { segmentId }));
  expect(refused).toMatchObject({ code: 'SegmentInUse', data: { promotion: { uz: 'Qoʻshnilarga' } } });
  await shop.asOwner(setPromotionStateVerb, { promotionId, state: 'paused' });
  await untilMembers();
  await shop.asOwner(remove, { segmentId });
  const again = await shop.refusal(shop.asOwner(setPromotionStateVerb, { promotionId, state: 'live' }));
  expect(again).toMatchObject({
    code: 'PromotionFaulty',
    data: { faults: [{ fault: 'Unknown', what: 'segmentIds', id: segmentId }] },
  });
});

test('the page of groups names the promotions, and since when the till knows who is in it', async () => {
  await tenPercent();
  await untilMembers(aziza);
  const { own } = await vi.waitFor(async () => {
    const answer = await shop.asOwner(segmentReportVerbs(shop.till.parts).segmentCounts, {});
    expect(answer.own[0]?.countedAt).not.toBeNull();
    return answer;
  });
  expect(own).toEqual([
    { segmentId, count: 1, promotions: [{ uz: 'Qoʻshnilarga' }], countedAt: shop.clock.now },
  ]);
});
