/** What a customer's page tells of care: complaints with their steps, apologies, feedback and contacts, on a real file. */
import { expect, test } from 'vitest';
import { profileReportVerbs } from '../../../electron/report/profileVerbs.ts';
import { reopenComplaint } from '../../../electron/service/complaintVerbs.ts';
import { noteContact } from '../../../electron/service/contacts.ts';
import { noteFeedback } from '../../../electron/service/feedback.ts';
import type { TimelineGroup } from '../../../shared/report/profileContract.ts';
import type { Counter } from '../sale/counter.ts';
import { answer, bonusOf, close, open, openShop, soldTo, sorry } from '../service/complaintShop.ts';

const hour = 3_600;

async function timeline(shop: Counter, customerId: string, group: TimelineGroup | null, limit = 100) {
  const { customerTimeline } = profileReportVerbs(shop.till.parts);
  const entries = [];
  let cursor: string | null = null;
  do {
    const asked: { customerId: string; group: TimelineGroup | null; cursor: string | null; limit: number } = {
      customerId,
      group,
      cursor,
      limit,
    };
    const page: Awaited<ReturnType<typeof ask>> = await ask(asked);
    entries.push(...page.entries);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return entries;

  function ask(asked: {
    customerId: string;
    group: TimelineGroup | null;
    cursor: string | null;
    limit: number;
  }) {
    return shop.call(customerTimeline, asked);
  }
}

const openComplaints = async (shop: Counter, customerId: string) => {
  const { customerProfile } = profileReportVerbs(shop.till.parts);
  const { profile } = await shop.call(customerProfile, { customerId, isRecounted: true });
  return profile.openComplaints;
};

test('a complaint is told from the opening to its coming back, with the apology, feedback and what was said', async () => {
  const shop = await openShop();
  const { customerId, saleId } = await soldTo(shop);
  const { complaintId } = await open(shop, { saleId, customerId });
  shop.clock.pass(hour);
  await answer(shop, complaintId);
  shop.clock.pass(hour);
  await sorry(shop, complaintId, bonusOf(5_000), true);
  shop.clock.pass(hour);
  await close(shop, complaintId);
  shop.clock.pass(hour);
  await shop.call(reopenComplaint, { intentionId: shop.newId(), complaintId, words: 'Yana nam' });
  shop.clock.pass(hour);
  await shop.call(noteFeedback, {
    intentionId: shop.newId(),
    saleId,
    customerId,
    answer: { kind: 'nps', score: 3 },
    reason: 'quality',
    words: 'Choy nam',
    channel: 'shop',
  });
  shop.clock.pass(hour);
  await shop.call(noteContact, {
    intentionId: shop.newId(),
    customerId,
    channel: 'phone',
    direction: 'out',
    words: 'Uzr soʻradik',
    isQuestion: false,
  });

  const care = await timeline(shop, customerId, 'care');
  expect(care.map(({ kind, details, text }) => [kind, ...details, text])).toEqual([
    ['contactOut', 'phone', 'Uzr soʻradik'],
    ['feedback', 'nps', 'quality', 'Choy nam'],
    ['complaintReopened', 'Yana nam'],
    ['complaintClosed', 'solved', ''],
    ['complaintAnswered', 'phone', 'Uzr, almashtiramiz'],
    ['complaintOpened', 'quality', 'Choy nam ekan'],
  ]);
  expect(care[1]).toMatchObject({ number: 3, link: { to: 'sale', id: saleId } });
  expect(care[5]).toMatchObject({ number: 1, link: { to: 'complaint', id: complaintId } });
  const [apology] = (await timeline(shop, customerId, 'bonus')).filter(({ kind }) => kind === 'apology');
  expect(apology).toMatchObject({ amountSom: 5_000, details: ['bonus'], number: 1 });
  expect((await timeline(shop, customerId, 'goods')).map(({ kind }) => kind)).toEqual(['purchase']);

  const all = await timeline(shop, customerId, null);
  expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
  for (const limit of [1, 2]) {
    expect(await timeline(shop, customerId, null, limit)).toEqual(all);
    expect(await timeline(shop, customerId, 'care', limit)).toEqual(care);
  }
});

test('steps of one moment are told once each, however short the pages are', async () => {
  const shop = await openShop();
  const { customerId } = await soldTo(shop);
  for (const words of ['Birinchi', 'Ikkinchi']) {
    const { complaintId } = await open(shop, { customerId, words });
    await answer(shop, complaintId);
    await answer(shop, complaintId);
    await close(shop, complaintId);
  }
  const care = await timeline(shop, customerId, 'care');
  expect(care).toHaveLength(8);
  expect(new Set(care.map(({ at }) => at)).size).toBe(1);
  for (const limit of [1, 3]) expect(await timeline(shop, customerId, 'care', limit)).toEqual(care);
});

test('of several open complaints the page tells how many, and the clock of the most urgent one', async () => {
  const shop = await openShop();
  const { customerId } = await soldTo(shop);
  expect(await openComplaints(shop, customerId)).toEqual({ count: 0, worst: null, hasBrokenPromise: false });
  const first = await open(shop, { customerId });
  shop.clock.pass(3 * hour);
  await open(shop, { customerId });
  // The first waits three hours already: 21 of its 24 are left.
  expect(await openComplaints(shop, customerId)).toMatchObject({
    count: 2,
    worst: { state: 'running', leftMinutes: 21 * 60 },
  });
  await answer(shop, first.complaintId);
  expect(await openComplaints(shop, customerId)).toMatchObject({
    count: 2,
    worst: { state: 'running', leftMinutes: 24 * 60 },
  });
  await close(shop, first.complaintId);
  shop.clock.pass(25 * hour);
  expect(await openComplaints(shop, customerId)).toMatchObject({ count: 1, worst: { state: 'overdue' } });
});

test('a day that was promised and passed is told, though the complaint was answered in time', async () => {
  const shop = await openShop();
  const { customerId } = await soldTo(shop);
  const { complaintId } = await open(shop, { customerId });
  await answer(shop, complaintId);
  await shop.db
    .updateTable('complaint')
    .set({ promised_on: '2026-11-01' })
    .where('id', '=', complaintId)
    .execute();
  expect(await openComplaints(shop, customerId)).toMatchObject({
    count: 1,
    worst: { state: 'answeredInTime' },
    hasBrokenPromise: true,
  });
});
