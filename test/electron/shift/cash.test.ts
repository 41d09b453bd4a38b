/** Cash that moves beside the sales, counts in between, and a drawer that is opened: slips, documents, and no sums told. */
import { expect, test } from 'vitest';
import { accountsAndSums } from '../sale/counter.ts';
import { openShiftTill, type ShiftTill, wordsOf } from './shiftTill.ts';

async function drawer({ db, till }: ShiftTill): Promise<number> {
  const { accounts, sums } = await accountsAndSums(db);
  expect(accounts).toEqual(sums);
  const { tillId } = till.host();
  return accounts.find((each) => each.kind === 'cashDrawer' && each.subject_id === tillId)?.balance_som ?? 0;
}

async function balance({ db }: ShiftTill, kind: string): Promise<number> {
  const { accounts } = await accountsAndSums(db);
  return accounts.find((account) => account.kind === kind)?.balance_som ?? 0;
}

const move = (
  shop: ShiftTill,
  kind: 'in' | 'out' | 'collection' | 'expense',
  amountSom: number,
  more: object = {},
) => shop.ask('cashier', shop.verbs.moveCash, { kind, amountSom, reason: 'Sinov', ...more });

test('cash in, out, collected and spent moves the drawer, each with the next number', async () => {
  const shop = await openShiftTill();
  await shop.openShift(100_000);
  expect((await move(shop, 'in', 50_000)).number).toBe(1);
  expect((await move(shop, 'out', 20_000)).number).toBe(2);
  expect((await move(shop, 'collection', 70_000)).number).toBe(3);
  expect((await move(shop, 'expense', 15_000)).number).toBe(4);
  expect(await drawer(shop)).toBe(45_000);
  expect(await balance(shop, 'expense')).toBe(15_000);
  // The float of 100 000 and the 50 000 came from outside, 20 000 and 70 000 went there.
  expect(await balance(shop, 'cashOutsideTill')).toBe(-60_000);
});

test('the list of a shift has every movement with its reason, the newest first', async () => {
  const shop = await openShiftTill();
  const shift = await shop.openShift(100_000);
  await move(shop, 'in', 50_000, { reason: 'Bankdan maydalash' });
  await move(shop, 'expense', 15_000, { reason: 'Paket' });
  const { moves } = await shop.ask('cashier', shop.verbs.cashMoves, { shiftId: shift.id });
  expect(
    moves.map(({ number, kind, amountSom, reason, personName }) => [
      number,
      kind,
      amountSom,
      reason,
      personName,
    ]),
  ).toEqual([
    [2, 'expense', 15_000, 'Paket', 'Kassir'],
    [1, 'in', 50_000, 'Bankdan maydalash', 'Kassir'],
  ]);
});

test('no cash moves without a shift, nor more than the drawer holds, and how much that is stays untold', async () => {
  const shop = await openShiftTill();
  expect(await shop.refusal(move(shop, 'in', 1_000))).toEqual({ code: 'ShiftNotOpen', data: {} });
  await shop.openShift(100_000);
  expect(await shop.refusal(move(shop, 'out', 100_001))).toEqual({ code: 'CashNotThere', data: {} });
  await move(shop, 'out', 100_000);
  expect(await drawer(shop)).toBe(0);
});

test('the document of a movement tells the sum and never the words that were typed', async () => {
  const shop = await openShiftTill();
  const shift = await shop.openShift(100_000);
  await move(shop, 'out', 20_000, { reason: 'Akmalga +998901234567' });
  const [content] = await shop.documents('cashMoved');
  expect(content).toEqual({ number: 1, shift: shift.id, kind: 'out', amountSom: 20_000 });
});

test('a movement prints a slip with its reason and a line to sign on, and opens the drawer', async () => {
  const shop = await openShiftTill();
  await shop.addPrinter();
  await shop.openShift(100_000);
  await move(shop, 'collection', 80_000, { reason: 'Bankka' });
  const papers = (await shop.papers()).filter((paper) => paper.documentKind === 'cashMoved');
  expect(papers.map(({ kind, purpose }) => [kind, purpose]).sort()).toEqual([
    ['drawer', 'original'],
    ['paper', 'original'],
  ]);
  const words = wordsOf(papers.find(({ kind }) => kind === 'paper')?.blocks ?? []);
  expect(words).toContain('INKASSATSIYA №1');
  expect(words).toContain('Sababi: Bankka');
  expect(words).toContain('Oldi ________________');
});

test('notes that do not come to the sum are refused at opening, counting and closing', async () => {
  const shop = await openShiftTill();
  const notes = [{ noteSom: 50_000, count: 2 }];
  const wrong = { code: 'CountWrong', data: { notesSom: 100_000 } };
  const { open, countCash, close } = shop.verbs;
  expect(await shop.refusal(shop.ask('cashier', open, { floatSom: 90_000, notes }))).toEqual(wrong);
  await shop.ask('cashier', open, { floatSom: 100_000, notes });
  const count = { countedSom: 90_000, notes, toPersonId: null };
  expect(await shop.refusal(shop.ask('cashier', countCash, count))).toEqual(wrong);
  expect(await shop.refusal(shop.ask('cashier', close, { countedSom: 90_000, notes }))).toEqual(wrong);
});

test('the notes of the float are kept, those of which there are none are not', async () => {
  const shop = await openShiftTill();
  const notes = [
    { noteSom: 50_000, count: 2 },
    { noteSom: 100, count: 0 },
  ];
  await shop.ask('cashier', shop.verbs.open, { floatSom: 100_000, notes });
  const [count] = await shop.db.selectFrom('cash_count').selectAll().execute();
  expect(count).toMatchObject({ moment: 'opening', counted_som: 100_000, expected_som: 100_000 });
  expect(JSON.parse(count?.notes_json ?? '')).toEqual([{ noteSom: 50_000, count: 2 }]);
});

test('a quick count when the till goes to another seller moves no money and is told to the owner', async () => {
  const shop = await openShiftTill();
  await shop.openShift(100_000);
  const counted = { countedSom: 99_500, toPersonId: shop.ownerId };
  expect(await shop.ask('cashier', shop.verbs.countCash, counted)).toEqual({ differenceSom: null });
  expect(await drawer(shop)).toBe(100_000);
  expect(await shop.ask('owner', shop.verbs.countCash, { countedSom: 99_000, toPersonId: null })).toEqual({
    differenceSom: -1_000,
  });
  const { handOvers } = await shop.ask('owner', shop.verbs.report, { shiftId: null });
  expect(handOvers).toMatchObject([
    { personName: 'Kassir', toPersonName: 'Egasi', countedSom: 99_500, differenceSom: -500 },
    { personName: 'Egasi', toPersonName: null, countedSom: 99_000, differenceSom: -1_000 },
  ]);
  expect(await shop.documents('cashCounted')).toMatchObject([
    { countedSom: 99_500, differenceSom: -500, toPerson: shop.ownerId },
    { countedSom: 99_000, differenceSom: -1_000, toPerson: null },
  ]);
});

test('a till is handed to nobody who does not work here', async () => {
  const shop = await openShiftTill();
  await shop.openShift();
  const count = shop.ask('cashier', shop.verbs.countCash, { countedSom: 0, toPersonId: shop.newId() });
  expect(await shop.refusal(count)).toEqual({ code: 'NotFound', data: { what: 'person' } });
});

test('the drawer opens without a sale only in a shift and with a printer, and every time is counted', async () => {
  const shop = await openShiftTill();
  const openDrawer = () => shop.ask('cashier', shop.verbs.openDrawer, { reason: 'Maydalash' });
  expect(await shop.refusal(openDrawer())).toEqual({ code: 'ShiftNotOpen', data: {} });
  const shift = await shop.openShift();
  expect(await shop.refusal(openDrawer())).toEqual({ code: 'NoPrinter', data: {} });
  await shop.addPrinter();
  await openDrawer();
  await openDrawer();
  const jobs = (await shop.papers()).filter(({ documentKind }) => documentKind === 'drawerOpened');
  expect(jobs.map(({ kind }) => kind)).toEqual(['drawer', 'drawer']);
  expect(await shop.documents('drawerOpened')).toEqual([{ shift: shift.id }, { shift: shift.id }]);
  expect((await shop.ask('owner', shop.verbs.report, { shiftId: null })).drawerOpened).toBe(2);
});

test('who asks three times for more than the drawer holds asks the fourth time with a second person', async () => {
  const shop = await openShiftTill();
  await shop.openShift(100_000);
  for (const amountSom of [400_000, 200_000, 150_000]) {
    expect((await shop.refusal(move(shop, 'out', amountSom))).code).toBe('CashNotThere');
  }
  // The sum is there now, but whoever gropes for it is told nothing any more.
  expect((await shop.refusal(move(shop, 'out', 100_000))).code).toBe('SecondPersonNeeded');
  await move(shop, 'out', 100_000, { approval: shop.approval });
  expect((await shop.ask('owner', shop.verbs.report, { shiftId: null })).refusedCounts).toBe(3);
});

test('the owner, who may see what is there, is never counted as groping', async () => {
  const shop = await openShiftTill();
  await shop.openShift(100_000);
  const tooMuch = { kind: 'out', amountSom: 400_000, reason: 'Sinov' } as const;
  for (let time = 0; time < 4; time++) {
    const refused = await shop.refusal(shop.ask('owner', shop.verbs.moveCash, tooMuch));
    expect(refused.code).toBe('CashNotThere');
  }
  expect((await shop.ask('owner', shop.verbs.report, { shiftId: null })).refusedCounts).toBe(0);
});
