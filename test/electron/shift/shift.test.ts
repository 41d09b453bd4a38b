import { expect, test } from 'vitest';
import { transact } from '../../../electron/database/transact.ts';
import { post } from '../../../electron/ledger/inTransaction.ts';
import { shiftFigures } from '../../../electron/report/shiftFigures.ts';
import { closeShift } from '../../../electron/shift/close.ts';
import { currentShiftVerb } from '../../../electron/shift/current.ts';
import { openShift } from '../../../electron/shift/open.ts';
import { currentShift } from '../../../electron/shift/queries.ts';
import { Refusal } from '../../../shared/errors.ts';
import { balanced, credit, debit } from '../../../shared/ledger/posting.ts';
import { som } from '../../../shared/money.ts';
import { businessDay, type Instant } from '../../../shared/time.ts';
import { type RoomWorld, roomWorld } from '../roomWorld.ts';

const printing = { printQueue: { wake: () => {} }, figuresOf: shiftFigures };
const close = closeShift({ ...printing, refuseOpenBasket: async () => {} });
const current = currentShiftVerb(async () => ({ receipts: 3, netSom: som(250_000) }));

/** What a cash sale leaves in the ledger. */
function takeCash(world: RoomWorld, amountSom: number): Promise<void> {
  const posting = balanced([
    debit('cashDrawer', som(amountSom), world.tillId),
    credit('sales', som(amountSom)),
  ]);
  return transact(world.db, (trx) =>
    post(trx, posting, {
      id: world.newId(),
      documentKind: 'sale',
      documentId: world.newId(),
      businessDay: businessDay('2026-11-22'),
      at: '2026-11-22T09:00:00.000Z' as Instant,
      reason: 'sale',
    }),
  );
}

async function balances(world: RoomWorld): Promise<Readonly<Record<string, number>>> {
  const accounts = await world.db.selectFrom('account').selectAll().execute();
  return Object.fromEntries(accounts.map((account) => [account.kind, account.balance_som]));
}

test('a shift begins with the counted float in the drawer', async () => {
  const world = await roomWorld();
  const { shift } = await world.ask(openShift, { floatSom: 200_000 }, 'cashier');
  expect(shift).toEqual({
    id: expect.any(String),
    number: 1,
    businessDay: '2026-11-22',
    openedAt: '2026-11-22T08:00:00.000Z',
    openedByName: 'Sardor',
    floatSom: 200_000,
    receipts: 0,
    netSom: null,
    expectedCashSom: null,
    isForgotten: false,
  });
  expect(await balances(world)).toEqual({ cashDrawer: 200_000, cashOutsideTill: -200_000 });
  expect(await currentShift(world.db, world.tillId)).toMatchObject({ id: shift.id, number: 1 });
});

test('a till has one open shift', async () => {
  const world = await roomWorld();
  await world.ask(openShift, { floatSom: 0 });
  expect(await world.refusal(openShift, { floatSom: 0 })).toEqual({ code: 'ShiftAlreadyOpen', data: {} });
});

test('while a shift is open its sales and the cash that should be there are shown', async () => {
  const world = await roomWorld();
  expect(await world.ask(current, {})).toEqual({ shift: null, lastCountedSom: null });
  await world.ask(openShift, { floatSom: 200_000 });
  await takeCash(world, 150_000);
  const shown = await world.ask(current, {});
  expect(shown.shift).toMatchObject({ receipts: 3, netSom: 250_000, expectedCashSom: 350_000 });
});

test('a drawer that is 1 000 short costs the shop 1 000 and is empty after the shift', async () => {
  const world = await roomWorld();
  await world.ask(openShift, { floatSom: 200_000 });
  await takeCash(world, 150_000);
  const { shift } = await world.ask(current, {});
  expect(await world.ask(close, { countedSom: 349_000 }, 'cashier')).toEqual({
    shiftId: shift?.id,
    number: 1,
    expectedSom: 350_000,
    differenceSom: -1_000,
    terminals: [],
  });
  expect(await balances(world)).toEqual({
    cashDrawer: 0,
    cashOutsideTill: 149_000,
    overShort: 1_000,
    sales: -150_000,
  });
});

test('a drawer with 500 too much is the shop’s gain', async () => {
  const world = await roomWorld();
  await world.ask(openShift, { floatSom: 10_000 });
  const closed = await world.ask(close, { countedSom: 10_500 });
  expect(closed.differenceSom).toBe(500);
  expect(await balances(world)).toEqual({ cashDrawer: 0, cashOutsideTill: 500, overShort: -500 });
});

test('an exact count of an empty drawer moves no money', async () => {
  const world = await roomWorld();
  await world.ask(openShift, { floatSom: 0 });
  expect((await world.ask(close, { countedSom: 0 })).differenceSom).toBe(0);
  expect(await world.db.selectFrom('posting').selectAll().execute()).toEqual([]);
});

test('cash that stays in the drawer overnight is counted once, and shifts are numbered without gaps', async () => {
  const world = await roomWorld();
  await world.ask(openShift, { floatSom: 200_000 });
  await takeCash(world, 150_000);
  await world.ask(close, { countedSom: 350_000 });
  expect(await world.ask(current, {})).toEqual({ shift: null, lastCountedSom: 350_000 });
  world.setClock('2026-11-23T03:00:00.000Z');
  const { shift } = await world.ask(openShift, { floatSom: 350_000 });
  expect(shift).toMatchObject({ number: 2, businessDay: '2026-11-23', expectedCashSom: 350_000 });
});

test('a shift does not close before one is open, nor over a basket with goods', async () => {
  const world = await roomWorld();
  expect(await world.refusal(close, { countedSom: 0 })).toEqual({ code: 'ShiftNotOpen', data: {} });
  await world.ask(openShift, { floatSom: 0 });
  const busy = closeShift({
    ...printing,
    refuseOpenBasket: async () => {
      throw new Refusal('BasketNotEmpty');
    },
  });
  expect(await world.refusal(busy, { countedSom: 0 })).toEqual({ code: 'BasketNotEmpty', data: {} });
  expect(await currentShift(world.db, world.tillId)).not.toBeNull();
});

test('opening and closing are documents with what was counted', async () => {
  const world = await roomWorld();
  const { shift } = await world.ask(openShift, { floatSom: 200_000 }, 'cashier');
  await world.ask(close, { countedSom: 199_000 });
  expect(world.documents).toMatchObject([
    {
      kind: 'shiftOpened',
      id: shift.id,
      personId: world.people.cashier,
      content: { number: 1, floatSom: 200_000 },
    },
    {
      kind: 'shiftClosed',
      id: shift.id,
      personId: world.people.owner,
      content: {
        number: 1,
        shiftDay: '2026-11-22',
        closedOn: '2026-11-22',
        countedSom: 199_000,
        expectedSom: 200_000,
        differenceSom: -1_000,
        terminals: [],
      },
    },
  ]);
  expect(world.announced).toEqual(['shift', 'shift']);
});

test('nothing is left behind when opening or closing fails half way', async () => {
  const broken = await roomWorld();
  const empty = await broken.everyRow();
  broken.breakAtTheEnd();
  await expect(broken.ask(openShift, { floatSom: 1_000 })).rejects.toThrow('the power went');
  expect(await broken.everyRow()).toBe(empty);

  const world = await roomWorld();
  await world.ask(openShift, { floatSom: 1_000 });
  const open = await world.everyRow();
  world.breakAtTheEnd();
  await expect(world.ask(close, { countedSom: 900 })).rejects.toThrow('the power went');
  expect(await world.everyRow()).toBe(open);
});
