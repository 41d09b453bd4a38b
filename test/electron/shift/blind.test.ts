/** Who counts blind learns from no verb of the shift what the drawer should hold. */
import { describe, expect, test } from 'vitest';
import { paper, papers } from '../../../electron/receipt/papersVerbs.ts';
import { metaOf } from '../../../electron/verb.ts';
import { Refusal } from '../../../shared/errors.ts';
import { shiftContract } from '../../../shared/shift/contract.ts';
import { mayDo } from '../../../shared/staff/permissions.ts';
import { openShiftTill, type ShiftTill } from './shiftTill.ts';

/** A float of 100 003 and 37 000 that came in: no other figure of the shift looks like their sum. */
const expectedSom = 137_003;

async function startedShift(): Promise<ShiftTill> {
  const shop = await openShiftTill();
  await shop.openShift(100_003);
  await shop.ask('cashier', shop.verbs.moveCash, { kind: 'in', amountSom: 37_000, reason: 'Maydalash' });
  return shop;
}

type VerbName = keyof typeof shiftContract;

const told = (shop: ShiftTill): Readonly<Partial<Record<VerbName, readonly (() => Promise<unknown>)[]>>> => {
  const { verbs, ask } = shop;
  const shiftOf = async () => (await ask('cashier', verbs.current, {})).shift;
  const note = async () => (await ask('cashier', verbs.writeNote, { text: 'Non' })).noteId;
  return {
    current: [() => ask('cashier', verbs.current, {})],
    open: [() => ask('cashier', verbs.open, { floatSom: 1 })],
    moveCash: [
      () => ask('cashier', verbs.moveCash, { kind: 'out', amountSom: 1_000_000, reason: 'Sinov' }),
      () => ask('cashier', verbs.moveCash, { kind: 'out', amountSom: 1_000, reason: 'Sinov' }),
    ],
    cashMoves: [async () => ask('cashier', verbs.cashMoves, { shiftId: (await shiftOf())?.id ?? '' })],
    countCash: [() => ask('cashier', verbs.countCash, { countedSom: 5, toPersonId: null })],
    openDrawer: [() => ask('cashier', verbs.openDrawer, { reason: 'Sinov' })],
    beforeClose: [() => ask('cashier', verbs.beforeClose, {})],
    close: [
      () => shop.closeShift('cashier', { countedSom: 5 }),
      () => shop.closeShift('cashier', { countedSom: 5, reason: 'Sinov' }),
      () => shop.closeShift('cashier', { countedSom: 5, notes: [{ noteSom: 50, count: 1 }] }),
      () => shop.closeShift('cashier', { countedSom: 500_000 }),
      () => shop.closeShift('cashier', { countedSom: expectedSom }),
    ],
    notes: [() => ask('cashier', verbs.notes, {})],
    unreadNotes: [() => ask('cashier', verbs.unreadNotes, {})],
    writeNote: [note],
    readNotes: [async () => ask('cashier', verbs.readNotes, { noteIds: [await note()] })],
    checklists: [() => ask('cashier', verbs.checklists, {})],
    tickItem: [() => ask('cashier', verbs.tickItem, { itemId: shop.newId(), isTicked: true })],
  };
};

/** What somebody gets to see of a call: the answer, or the refusal with its data. */
async function seen(call: () => Promise<unknown>): Promise<string> {
  try {
    return JSON.stringify(await call());
  } catch (error) {
    if (error instanceof Refusal) return JSON.stringify({ code: error.code, data: error.data });
    throw error;
  }
}

const cashiers = (Object.keys(shiftContract) as VerbName[]).filter((name) =>
  mayDo('cashier', metaOf(shiftContract[name]).action),
);

describe('a cashier', () => {
  test('may ask exactly these verbs of the shift', async () => {
    expect(Object.keys(told(await openShiftTill())).sort()).toEqual([...cashiers].sort());
  });

  test.each(cashiers)('is not told by %s what the drawer should hold', async (name) => {
    const shop = await startedShift();
    for (const call of told(shop)[name] ?? []) expect(await seen(call)).not.toContain(String(expectedSom));
  });

  test('is refused the X, its paper and the list of shifts', async () => {
    const shop = await startedShift();
    const { verbs, ask } = shop;
    const asked = [
      () => ask('cashier', verbs.report, { shiftId: null }),
      () => ask('cashier', verbs.printReport, { shiftId: null }),
      () => ask('cashier', verbs.list, {}),
    ];
    for (const call of asked) expect((await shop.refusal(call())).code).toBe('NotAllowed');
  });

  test('finds no X among the papers that came out', async () => {
    const shop = await startedShift();
    await shop.addPrinter();
    await shop.ask('owner', shop.verbs.printReport, { shiftId: null });
    const { papers: all } = await shop.call(papers, {}, 'cashier');
    expect(all.map(({ documentKind }) => documentKind)).not.toContain('xReport');
    const [x] = await shop.db
      .selectFrom('print_job')
      .select('document_id')
      .where('document_kind', '=', 'xReport')
      .execute();
    const asked = shop.call(paper, { documentKind: 'xReport', documentId: x?.document_id ?? '' }, 'cashier');
    expect(await shop.refusal(asked)).toEqual({ code: 'NotFound', data: { what: 'paper' } });
  });

  test('sees the differences once the shift is closed, and only then', async () => {
    const shop = await startedShift();
    expect((await shop.refusal(shop.closeShift('cashier', { countedSom: 500_000 }))).code).toBe(
      'DifferenceAboveLimit',
    );
    expect(await shop.closeShift('cashier', { countedSom: expectedSom - 3 })).toMatchObject({
      expectedSom,
      differenceSom: -3,
    });
  });
});

test('an owner sees what should be there', async () => {
  const shop = await startedShift();
  const { shift } = await shop.ask('owner', shop.verbs.current, {});
  expect(shift).toMatchObject({ expectedCashSom: expectedSom, netSom: 0 });
});
