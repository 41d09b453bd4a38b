/** A clock that moves is a document once, the order stays that of the chain, and no business day ever falls. */
import { describe, expect, test } from 'vitest';
import { createClockWatch } from '../../../electron/journal/clockWatch.ts';
import { verifyShop } from '../../../electron/report/verify.ts';
import { changeSettings } from '../../../electron/shop/settings.ts';
import { hasJumped, isSetBack } from '../../../shared/journal/clock.ts';
import { defaultSettings } from '../../../shared/shop/settings.ts';
import { addSeconds, type Instant } from '../../../shared/time.ts';
import { type Counter, openCounter } from '../sale/counter.ts';

const hour = 3600;
const day = 24 * hour;

async function sell(shop: Counter): Promise<void> {
  await shop.cashier.put('a');
  await shop.cashier.pay();
}

interface Row {
  readonly kind: string;
  readonly businessDay: string;
  readonly at: string;
  readonly content: unknown;
}

async function links(shop: Counter): Promise<readonly Row[]> {
  const rows = await shop.db.selectFrom('journal').selectAll().orderBy('sequence').execute();
  return rows.map((row) => ({
    kind: row.document_kind,
    businessDay: row.business_day,
    at: row.written_at,
    content: JSON.parse(row.content_json).content,
  }));
}

const moves = async (shop: Counter) => (await links(shop)).filter(({ kind }) => kind === 'clockMoved');

/** Days never fall, numbers have no gaps, and verify has nothing to say. */
async function expectOrder(shop: Counter): Promise<void> {
  const days = (await links(shop)).map(({ businessDay }) => businessDay);
  expect(days).toEqual([...days].sort());
  expect((await verifyShop(shop.db)).filter(({ wrong }) => wrong > 0)).toEqual([]);
}

describe('a clock that is set back', () => {
  test.each([
    ['two hours', 2 * hour, '2026-11-22T04:00:00.000Z'],
    ['two years', 730 * day, '2024-11-22T06:00:00.000Z'],
  ])('by %s is told once; sales go on in their order and on their day', async (_what, seconds, to) => {
    const shop = await openCounter();
    await sell(shop);
    shop.clock.pass(-seconds);
    await sell(shop);
    shop.clock.pass(30);
    await sell(shop);
    expect(await moves(shop)).toEqual([
      {
        kind: 'clockMoved',
        businessDay: '2026-11-22',
        at: to,
        content: { from: '2026-11-22T06:00:00.000Z', how: 'back', to },
      },
    ]);
    const sold = await shop.db
      .selectFrom('sale')
      .select(['number', 'business_day'])
      .orderBy('number')
      .execute();
    expect(sold).toEqual([1, 2, 3].map((number) => ({ number, business_day: '2026-11-22' })));
    const attention = await shop.db.selectFrom('owner_attention').select(['kind', 'seen_at']).execute();
    expect(attention).toEqual([{ kind: 'clockMoved', seen_at: null }]);
    await expectOrder(shop);
  });

  test('by less than a minute is the work of a time server, and nothing is told', async () => {
    const shop = await openCounter();
    await sell(shop);
    shop.clock.pass(-59);
    await sell(shop);
    expect(await moves(shop)).toEqual([]);
    await expectOrder(shop);
  });

  test('while the till stood still is told at its start, before anything is sold', async () => {
    const shop = await openCounter();
    await sell(shop);
    shop.clock.pass(-3 * hour);
    const watch = createClockWatch(
      () => shop.clock.now,
      () => 0,
    );
    await watch.look(shop.till.host());
    await watch.look(shop.till.host());
    expect(await moves(shop)).toHaveLength(1);
  });
});

describe('a clock that jumps ahead while the till runs', () => {
  test('by more than a day is told once, with both times', async () => {
    const shop = await openCounter();
    await sell(shop);
    let up = 1000;
    const watch = createClockWatch(
      () => shop.clock.now,
      () => up,
    );
    await watch.look(shop.till.host());
    shop.clock.pass(2 * day);
    up += 60;
    await watch.look(shop.till.host());
    up += 60;
    shop.clock.pass(60);
    await watch.look(shop.till.host());
    expect((await moves(shop)).map(({ content }) => content)).toEqual([
      { from: '2026-11-22T06:00:00.000Z', how: 'ahead', to: '2026-11-24T06:00:00.000Z' },
    ]);
    await expectOrder(shop);
  });

  const from = '2026-11-22T06:00:00.000Z' as Instant;
  test.each([
    ['ten minutes in ten minutes', 600, 600, false],
    ['a day and an hour in a minute', day + hour, 60, true],
    ['a weekend that the computer slept', 2 * day, 2 * day, false],
    ['exactly a day more than it should', day + 60, 60, false],
  ])('%s', (_what, wall, up, jumped) => {
    expect(hasJumped({ wall: from, upSeconds: 5 }, { wall: addSeconds(from, wall), upSeconds: 5 + up })).toBe(
      jumped,
    );
  });

  test('one second is no way back, sixty-one are', () => {
    expect(isSetBack(from, addSeconds(from, -1))).toBe(false);
    expect(isSetBack(from, addSeconds(from, -61))).toBe(true);
  });
});

describe('days that are not like others', () => {
  test('a sale begun before midnight and paid after it is quoted anew and belongs to the new day', async () => {
    const shop = await openCounter({ now: '2026-11-22T18:59:30.000Z' });
    await shop.cashier.put('a');
    shop.clock.pass(60);
    expect((await shop.refusal(shop.cashier.pay())).code).toBe('PriceChanged');
    await shop.cashier.open();
    await shop.cashier.pay();
    const [sale] = await shop.db.selectFrom('sale').select('business_day').execute();
    expect(sale).toEqual({ business_day: '2026-11-23' });
    await expectOrder(shop);
  });

  test('the 29th of February is a day like any other', async () => {
    const shop = await openCounter({ now: '2028-02-28T06:00:00.000Z' });
    for (let sale = 0; sale < 3; sale += 1) {
      await sell(shop);
      shop.clock.pass(day);
    }
    const sold = await shop.db.selectFrom('sale').select('business_day').orderBy('number').execute();
    expect(sold.map((row) => row.business_day)).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
    await expectOrder(shop);
  });

  test('another time zone is told to the owner, and its earlier day does not reopen yesterday', async () => {
    const shop = await openCounter({ now: '2026-11-22T20:00:00.000Z' });
    await sell(shop);
    shop.workAs(shop.ownerId, 'office');
    const settings = { ...defaultSettings, name: 'Sinov', timeZone: 'Europe/London' };
    await shop.call(changeSettings, { intentionId: shop.newId(), settings }, 'office');
    await sell(shop);
    const sold = await shop.db.selectFrom('sale').select('business_day').orderBy('number').execute();
    expect(sold.map((row) => row.business_day)).toEqual(['2026-11-23', '2026-11-23']);
    const [attention] = await shop.db.selectFrom('owner_attention').selectAll().execute();
    expect(JSON.parse(attention?.data_json ?? '')).toMatchObject({
      before: 'Asia/Tashkent',
      after: 'Europe/London',
    });
    expect(attention?.kind).toBe('timeZoneChanged');
    await expectOrder(shop);
  });
});
