/** What an X and a Z say of a shift, added up from its documents; the checklists are the shift's own room's to add. */
import type { Kysely } from 'kysely';
import { type Som, som, subtractSom } from '../../shared/money.ts';
import type { ShiftFigures } from '../../shared/shift/figures.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { lastLink } from '../journal/queries.ts';
import { balanceOf } from '../ledger/inTransaction.ts';
import {
  actsOfSellers,
  drawerOpeningsOf,
  extraBonusOf,
  handOversOf,
  linkAt,
  looseReturnsOf,
  refusedCountsOf,
  removalsOf,
  returnsOf,
  roundUpsOf,
  type ShiftRow,
  salesOf,
  shiftWithNames,
  takenOffByHand,
  writtenOnPaperOf,
} from './shiftFiguresQueries.ts';
import { countAndSum, shiftMoney } from './shiftMoney.ts';
import { vatOfShift } from './shiftVat.ts';

type Db = Kysely<Tables>;

/** So much of the last link's hash is printed: an anchor that fits on paper. */
const hashHeadLength = 16;

/**
 * All that a shift did, open or closed, whatever the clock said meanwhile: sales, returns and money by the shift they
 * name, and documents that name none by their place in the journal. What the terminals told is not known here (null).
 * Throws for an id that no shift has.
 */
export async function shiftFigures(db: Db, shiftId: string): Promise<Omit<ShiftFigures, 'checklist'>> {
  const shift = await shiftWithNames(db, shiftId);
  return {
    ...headOf(shift),
    ...(await tradeOf(db, shiftId)),
    vat: [...(await vatOfShift(db, shiftId))],
    ...(await shiftMoney(db, shift)),
    ...(await countsOf(db, shift)),
    ...(await signsOf(db, shift)),
    sellers: (await actsOfSellers(db, shiftId)).map(({ name, receipts, net }) => ({
      personName: name,
      receipts,
      netSom: som(net),
    })),
    journal: await journalHead(db, shift),
  };
}

function headOf(shift: ShiftRow) {
  return {
    shiftId: shift.id,
    number: shift.number,
    businessDay: shift.business_day as BusinessDay,
    openedAt: shift.opened_at as Instant,
    openedByName: shift.opener_name,
    closedAt: shift.closed_at as Instant | null,
    closedByName: shift.closer_name,
    closedOn: shift.closed_on as BusinessDay | null,
  };
}

/** What was sold and what came back. */
async function tradeOf(db: Db, shiftId: string) {
  const sales = await salesOf(db, shiftId);
  const back = await returnsOf(db, shiftId);
  const looseReturns = countAndSum(await looseReturnsOf(db, shiftId));
  const roundUps = await roundUpsOf(db, shiftId);
  const extra = await extraBonusOf(db, shiftId);
  const soldSom = som(sales.net ?? 0);
  const returns = countAndSum([back]);
  return {
    receipts: sales.receipts,
    firstReceipt: sales.first,
    lastReceipt: sales.last,
    grossSom: som(sales.gross ?? 0),
    discountSom: som((sales.gross ?? 0) - soldSom),
    soldSom,
    returns,
    looseReturns,
    netSom: som(soldSom - returns.sumSom - looseReturns.sumSom),
    donationsSom: som((roundUps.sum ?? 0) - (back.donation ?? 0)),
    roundingSom: som((sales.rounding ?? 0) - (back.rounding ?? 0)),
    bonusEarnedSom: som((sales.earned ?? 0) + (extra.given ?? 0)),
    bonusSpentSom: som(sales.spent ?? 0),
    writtenOnPaper: countAndSum([await writtenOnPaperOf(db, shiftId)]),
  };
}

/** What the drawer should hold, what was counted in it, and who stood for the difference. */
async function countsOf(db: Db, shift: ShiftRow) {
  const countedSom = shift.counted_som === null ? null : som(shift.counted_som);
  const expectedSom = await expectedIn(db, shift);
  return {
    floatSom: som(shift.float_som),
    expectedSom,
    countedSom,
    differenceSom: countedSom === null ? null : subtractSom(countedSom, expectedSom),
    differenceReason: shift.difference_reason,
    approvedByName: shift.approver_name,
    isAlone: shift.is_alone === 1,
    refusedCounts: (await refusedCountsOf(db, shift.id)).count,
    handOvers: (await handOversOf(db, shift.id)).map((row) => ({
      countedAt: row.counted_at as Instant,
      personName: row.name,
      toPersonName: row.taker_name,
      countedSom: som(row.counted_som),
      differenceSom: som(row.counted_som - row.expected_som),
    })),
  };
}

/** The ledger knows it while the shift is open, and the shift remembers it when it is closed. */
async function expectedIn(db: Db, shift: ShiftRow): Promise<Som> {
  if (shift.closed_at === null) return balanceOf(db, 'cashDrawer', shift.till_id);
  return som(shift.expected_som ?? 0);
}

/** What the owner looks at twice. */
async function signsOf(db: Db, shift: ShiftRow) {
  const removals = await removalsOf(db, shift);
  const times = (kind: string) => removals.find((row) => row.kind === kind)?.count ?? 0;
  return {
    discountsByHand: countAndSum([await takenOffByHand(db, shift.id, false)]),
    shelfPrices: countAndSum([await takenOffByHand(db, shift.id, true)]),
    linesRemoved: times('lineRemoved'),
    basketsCleared: times('basketCleared'),
    drawerOpened: (await drawerOpeningsOf(db, shift.id)).count,
  };
}

/** The last link while the shift is open; the link that closed it ever after. */
async function journalHead(db: Db, shift: ShiftRow): Promise<ShiftFigures['journal']> {
  const link =
    shift.closed_sequence === null
      ? await lastLink(db, shift.till_id)
      : await linkAt(db, shift.till_id, shift.closed_sequence);
  return { sequence: link?.sequence ?? 0, hashHead: (link?.hash ?? '').slice(0, hashHeadLength) };
}
