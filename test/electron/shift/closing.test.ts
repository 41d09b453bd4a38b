/** The end of a shift: limits, second persons, terminals, what was forgotten, and clocks that go wrong. */
import { describe, expect, test } from 'vitest';
import { verifyShop } from '../../../electron/report/verify.ts';
import { som } from '../../../shared/money.ts';
import { openShiftTill, type ShiftTill, wordsOf } from './shiftTill.ts';

const tomorrowMorning = '2026-11-23T03:30:00.000Z';

async function wrongIn({ db }: ShiftTill): Promise<readonly string[]> {
  const all = await verifyShop(db);
  return all.filter(({ wrong }) => wrong > 0).map(({ proves, examples }) => `${proves}: ${examples.join()}`);
}

async function overShort({ db }: ShiftTill) {
  return db
    .selectFrom('posting_entry')
    .innerJoin('posting', 'posting.id', 'posting_entry.posting_id')
    .select(['posting.business_day as day', 'posting_entry.amount_som as amountSom'])
    .where('account_kind', '=', 'overShort')
    .execute();
}

describe('a difference', () => {
  test('of the limit or less closes the shift at once, and its reason is not kept', async () => {
    const shop = await openShiftTill();
    await shop.openShift(100_000);
    const closed = await shop.closeShift('cashier', { countedSom: 90_000, reason: 'Maydalash' });
    expect(closed).toMatchObject({ number: 1, expectedSom: 100_000, differenceSom: -10_000 });
    const figures = await shop.ask('owner', shop.verbs.report, { shiftId: closed.shiftId });
    expect(figures).toMatchObject({ differenceSom: -10_000, differenceReason: '', approvedByName: null });
    expect(await wrongIn(shop)).toEqual([]);
  });

  test('above the limit needs a reason first, and then a second person', async () => {
    const shop = await openShiftTill();
    await shop.openShift(100_000);
    const count = { countedSom: 89_999 };
    const refused = await shop.refusal(shop.closeShift('cashier', count));
    expect(refused).toEqual({ code: 'DifferenceAboveLimit', data: {} });
    const reason = 'Qaytimda adashildi';
    expect(await shop.refusal(shop.closeShift('cashier', { ...count, reason }))).toEqual({
      code: 'SecondPersonNeeded',
      data: {},
    });
    const { shiftId } = await shop.closeShift('cashier', { ...count, reason, approval: shop.approval });
    expect(await shop.ask('owner', shop.verbs.report, { shiftId })).toMatchObject({
      differenceSom: -10_001,
      differenceReason: reason,
      approvedByName: 'Egasi',
      isAlone: false,
      refusedCounts: 2,
    });
    const [content] = await shop.documents('shiftClosed');
    expect(content).toMatchObject({ isAboveLimit: true, approver: shop.ownerId, isAlone: false });
    expect(JSON.stringify(content)).not.toContain(reason);
  });

  test('above the limit is closed by an owner alone, marked', async () => {
    const shop = await openShiftTill();
    await shop.openShift(100_000);
    const { shiftId } = await shop.closeShift('owner', { countedSom: 150_000, reason: 'Topilmadi' });
    expect(await shop.ask('owner', shop.verbs.report, { shiftId })).toMatchObject({
      differenceSom: 50_000,
      isAlone: true,
      approvedByName: null,
    });
    expect(await shop.documents('shiftClosed')).toMatchObject([{ isAlone: true, approver: null }]);
  });

  test('is judged by the shop’s own limit', async () => {
    const shop = await openShiftTill({ settings: { cashDifferenceLimitSom: som(0) } });
    await shop.openShift(100_000);
    expect((await shop.refusal(shop.closeShift('cashier', { countedSom: 99_999 }))).code).toBe(
      'DifferenceAboveLimit',
    );
    expect((await shop.closeShift('cashier', { countedSom: 100_000 })).differenceSom).toBe(0);
  });

  test('cannot be found by trying: after three refusals somebody who may know must be there', async () => {
    const shop = await openShiftTill();
    await shop.openShift(100_000);
    for (const countedSom of [500_000, 300_000, 200_000]) {
      expect((await shop.refusal(shop.closeShift('cashier', { countedSom }))).code).toBe(
        'DifferenceAboveLimit',
      );
    }
    expect((await shop.refusal(shop.closeShift('cashier', { countedSom: 100_000 }))).code).toBe(
      'SecondPersonNeeded',
    );
    const count = { countedSom: 100_000, approval: shop.approval };
    const { shiftId } = await shop.closeShift('cashier', count);
    expect((await shop.ask('owner', shop.verbs.report, { shiftId })).refusedCounts).toBe(4);
  });
});

describe('what a terminal says', () => {
  const humo = { kind: 'card', provider: 'humo' } as const;

  test('is noted on the Z and never posted', async () => {
    const shop = await openShiftTill();
    await shop.openShift(100_000);
    const terminals = [{ ...humo, toldSom: som(7_000) }];
    const closed = await shop.closeShift('cashier', { countedSom: 100_000, terminals });
    expect(closed.terminals).toEqual([{ ...humo, expectedSom: 0, toldSom: 7_000 }]);
    const { shiftId } = closed;
    expect((await shop.ask('owner', shop.verbs.report, { shiftId })).terminals).toEqual(closed.terminals);
    expect(await overShort(shop)).toEqual([]);
    expect(await shop.documents('shiftClosed')).toMatchObject([{ terminals: closed.terminals }]);
  });

  test('counts against the limit like the drawer', async () => {
    const shop = await openShiftTill();
    await shop.openShift(100_000);
    const terminals = [{ ...humo, toldSom: som(10_001) }];
    const refused = await shop.refusal(shop.closeShift('cashier', { countedSom: 100_000, terminals }));
    expect(refused.code).toBe('DifferenceAboveLimit');
  });
});

describe('a forgotten shift', () => {
  test('is told of the next morning, and not on its own day', async () => {
    const shop = await openShiftTill();
    await shop.openShift();
    const current = () => shop.ask('cashier', shop.verbs.current, {});
    expect((await current()).shift?.isForgotten).toBe(false);
    shop.clock.now = tomorrowMorning as never;
    expect((await current()).shift?.isForgotten).toBe(true);
  });

  test('keeps its own day on the Z, in the ledger and in the list, and says both', async () => {
    const shop = await openShiftTill();
    await shop.openShift(100_000);
    shop.clock.now = tomorrowMorning as never;
    const { shiftId } = await shop.closeShift('cashier', { countedSom: 99_000 });
    expect(await overShort(shop)).toEqual([{ day: '2026-11-22', amountSom: 1_000 }]);
    expect(await shop.ask('owner', shop.verbs.report, { shiftId })).toMatchObject({
      businessDay: '2026-11-22',
      closedOn: '2026-11-23',
      closedAt: tomorrowMorning,
    });
    const { shifts } = await shop.ask('owner', shop.verbs.list, {});
    expect(shifts).toMatchObject([{ businessDay: '2026-11-22', closedAt: tomorrowMorning, isLate: true }]);
    expect(await shop.documents('shiftClosed')).toMatchObject([
      { shiftDay: '2026-11-22', closedOn: '2026-11-23' },
    ]);
    expect((await shop.openShift(99_000)).businessDay).toBe('2026-11-23');
    expect(await wrongIn(shop)).toEqual([]);
  });
});

test('a clock set back an hour loses no document of the shift, and no order of its counts', async () => {
  const shop = await openShiftTill();
  await shop.openShift(100_000);
  const count = (countedSom: number) =>
    shop.ask('cashier', shop.verbs.countCash, { countedSom, toPersonId: null });
  await count(99_000);
  shop.clock.pass(-3_600);
  await count(98_000);
  await shop.ask('cashier', shop.verbs.moveCash, { kind: 'in', amountSom: 5_000, reason: 'Sinov' });
  const { shiftId } = await shop.closeShift('cashier', { countedSom: 105_000 });
  const figures = await shop.ask('owner', shop.verbs.report, { shiftId });
  expect(figures.handOvers.map(({ countedSom }) => countedSom)).toEqual([99_000, 98_000]);
  expect(figures).toMatchObject({ expectedSom: 105_000, differenceSom: 0, businessDay: '2026-11-22' });
  expect(figures.closedAt?.localeCompare(figures.openedAt)).toBe(-1);
  expect(await wrongIn(shop)).toEqual([]);
});

test('two shifts of one day have a Z each, with their own numbers and their own cash', async () => {
  const shop = await openShiftTill();
  await shop.openShift(100_000);
  await shop.ask('cashier', shop.verbs.moveCash, { kind: 'in', amountSom: 40_000, reason: 'Sinov' });
  const first = await shop.closeShift('cashier', { countedSom: 140_000 });
  await shop.openShift(50_000);
  const second = await shop.closeShift('cashier', { countedSom: 50_000 });
  expect([first.number, second.number]).toEqual([1, 2]);
  const inOf = async (shiftId: string) =>
    (await shop.ask('owner', shop.verbs.report, { shiftId })).drawer.map(({ cause, sumSom }) => [
      cause,
      sumSom,
    ]);
  expect(await inOf(first.shiftId)).toEqual([
    ['float', 100_000],
    ['in', 40_000],
  ]);
  expect(await inOf(second.shiftId)).toEqual([['float', 50_000]]);
  const { shifts, nextCursor } = await shop.ask('owner', shop.verbs.list, { limit: 1 });
  expect(shifts.map(({ number }) => number)).toEqual([2]);
  const older = await shop.ask('owner', shop.verbs.list, { cursor: nextCursor, limit: 1 });
  expect(older.shifts.map(({ number }) => number)).toEqual([1]);
  expect(older.nextCursor).toBeNull();
});

describe('the Z', () => {
  test('is printed when the shift is closed and says the same in a year, as a numbered copy', async () => {
    const shop = await openShiftTill();
    await shop.addPrinter();
    await shop.openShift(100_000);
    await shop.ask('cashier', shop.verbs.writeNote, { text: 'Non ertaga 7:30 da' });
    const { shiftId } = await shop.closeShift('cashier', { countedSom: 99_000 });
    const zOf = async () =>
      (await shop.papers()).filter(
        ({ documentKind, kind }) => documentKind === 'shiftClosed' && kind === 'paper',
      );
    const [original] = await zOf();
    const words = wordsOf(original?.blocks ?? []);
    expect(words).toContain('Z-HISOBOT №1');
    expect(words).toContain('Kutilgan naqd 100 000');
    expect(words).toContain('Non ertaga 7:30 da');
    expect(words).toContain('Masʼul ________________');

    shop.clock.now = '2027-11-22T06:00:00.000Z' as never;
    await shop.openShift(5_000);
    const print = () => shop.ask('owner', shop.verbs.printReport, { shiftId });
    expect([(await print()).copyNumber, (await print()).copyNumber]).toEqual([1, 2]);
    const copies = (await zOf()).slice(1);
    expect(copies.map(({ purpose, blocks }) => [purpose, wordsOf(blocks.slice(0, 1))])).toEqual([
      ['copy', 'NUSXA №1'],
      ['copy', 'NUSXA №2'],
    ]);
    expect(copies[0]?.blocks.slice(1)).toEqual(original?.blocks);
    expect(await shop.documents('reprint')).toEqual([
      { of: 'shiftClosed', document: shiftId, copyNumber: 1 },
      { of: 'shiftClosed', document: shiftId, copyNumber: 2 },
    ]);
  });

  test('holds the link of its own document, which is the journal’s head at that moment', async () => {
    const shop = await openShiftTill();
    await shop.openShift();
    const { shiftId } = await shop.closeShift('cashier', { countedSom: 100_000 });
    const link = await shop.db
      .selectFrom('journal')
      .select(['sequence', 'hash'])
      .where('document_kind', '=', 'shiftClosed')
      .executeTakeFirstOrThrow();
    const { journal } = await shop.ask('owner', shop.verbs.report, { shiftId });
    expect(journal).toEqual({ sequence: link.sequence, hashHead: link.hash.slice(0, 16) });
  });

  test('that was changed in the file is found by verify', async () => {
    const shop = await openShiftTill();
    await shop.openShift(100_000);
    await shop.closeShift('cashier', { countedSom: 100_000 });
    const { figures_json: kept } = await shop.db
      .selectFrom('shift')
      .select('figures_json')
      .executeTakeFirstOrThrow();
    const figures_json = (kept ?? '').replace('"countedSom":100000', '"countedSom":90000');
    await shop.db.updateTable('shift').set({ figures_json }).execute();
    expect(await wrongIn(shop)).toEqual([
      'every Z report says what its shift did: Z 1: counted 90000, 100000',
    ]);
    await shop.db.updateTable('shift').set({ figures_json: kept, expected_som: 90_000 }).execute();
    expect((await wrongIn(shop))[0]).toContain('the drawer of every shift should hold');
  });
});

test('an X is printed as often as it is wanted, is no copy and needs a printer', async () => {
  const shop = await openShiftTill();
  const print = () => shop.ask('owner', shop.verbs.printReport, { shiftId: null });
  expect((await shop.refusal(print())).code).toBe('ShiftNotOpen');
  await shop.openShift();
  expect((await shop.refusal(print())).code).toBe('NoPrinter');
  await shop.addPrinter();
  expect([await print(), await print()]).toEqual([{ copyNumber: 0 }, { copyNumber: 0 }]);
  const papers = (await shop.papers()).filter(({ documentKind }) => documentKind === 'xReport');
  expect(papers.map(({ blocks }) => wordsOf(blocks).includes('X-HISOBOT'))).toEqual([true, true]);
});

test('closing a shift twice is refused, and the same intention twice is one closing', async () => {
  const shop = await openShiftTill();
  await shop.openShift();
  const intentionId = shop.newId();
  const close = () => shop.call(shop.verbs.close, { intentionId, countedSom: 100_000 }, 'cashier');
  expect(await close()).toEqual(await close());
  expect((await shop.refusal(shop.closeShift('cashier', { countedSom: 100_000 }))).code).toBe('ShiftNotOpen');
  expect(await shop.documents('shiftClosed')).toHaveLength(1);
});
