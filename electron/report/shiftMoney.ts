/** The money of one shift: how goods were paid, what moved the drawer, and what each terminal should say. */
import type { Kysely } from 'kysely';
import { cardProviders, qrProviders, type TenderKind, tenderKinds } from '../../shared/basket.ts';
import { som } from '../../shared/money.ts';
import {
  cashMoveKinds,
  type DrawerCause,
  drawerCauses,
  type ShiftFigures,
} from '../../shared/shift/figures.ts';
import type { Tables } from '../database/tables.ts';
import {
  cashMovesOf,
  exchangedOf,
  giftCardsOf,
  looseReturnsOf,
  paidFromDrawer,
  repaymentsOf,
  type ShiftRow,
  salesOf,
  tendersBack,
  tendersOf,
} from './shiftFiguresQueries.ts';

type Db = Kysely<Tables>;

/** Money of one kind, `sum` above zero. */
interface Moved {
  readonly kind: string | null;
  readonly provider: string | null;
  readonly sum: number;
}
interface MovedOften extends Moved {
  readonly count: number;
}

interface MoneyRows {
  readonly tenders: readonly Moved[];
  readonly back: readonly Moved[];
  readonly loose: readonly { readonly money_back: string; readonly count: number; readonly sum: number }[];
  readonly giftCards: readonly MovedOften[];
  readonly debts: readonly MovedOften[];
  readonly moves: readonly { readonly kind: string; readonly count: number; readonly sum: number }[];
  readonly paid: readonly { readonly kind: string; readonly count: number; readonly sum: number }[];
  /** Cash that was handed over less the change, and what goods that came back paid: what stayed, on account or as payment. */
  readonly keptCashSom: number;
}

export type ShiftMoney = Pick<
  ShiftFigures,
  'tenders' | 'drawer' | 'terminals' | 'giftCardsSold' | 'debtsRepaid' | 'bonusPaidOut' | 'cashMoves'
>;

export async function shiftMoney(db: Db, shift: ShiftRow): Promise<ShiftMoney> {
  const { id } = shift;
  const sales = await salesOf(db, id);
  const exchanged = await exchangedOf(db, id);
  const rows: MoneyRows = {
    tenders: await tendersOf(db, id),
    back: await tendersBack(db, id),
    loose: await looseReturnsOf(db, id),
    giftCards: await giftCardsOf(db, id),
    debts: await repaymentsOf(db, id),
    moves: await cashMovesOf(db, id),
    paid: await paidFromDrawer(db, shift),
    keptCashSom: (sales.received ?? 0) - (sales.change ?? 0) + (exchanged.sum ?? 0),
  };
  const paidOut = rows.paid.find(({ kind }) => kind === 'bonusPaidOut');
  return {
    tenders: [...tendersInAndBack(rows)],
    drawer: drawerOf(shift, rows),
    terminals: terminalsOf(rows),
    giftCardsSold: countAndSum(rows.giftCards),
    debtsRepaid: countAndSum(rows.debts),
    bonusPaidOut: { count: paidOut?.count ?? 0, sumSom: som(-(paidOut?.sum ?? 0)) },
    cashMoves: cashMoveKinds.map((kind) => ({
      kind,
      ...countAndSum(rows.moves.filter((move) => move.kind === kind)),
    })),
  };
}

export function countAndSum(rows: readonly { readonly count: number; readonly sum: number | null }[]) {
  return {
    count: rows.reduce((count, row) => count + row.count, 0),
    sumSom: som(rows.reduce((sum, row) => sum + (row.sum ?? 0), 0)),
  };
}

function sumWhere<T extends { readonly sum: number }>(rows: readonly T[], fits: (row: T) => boolean): number {
  return rows.reduce((sum, row) => sum + (fits(row) ? row.sum : 0), 0);
}

/** In the fixed order of tenders, providers as they are listed; goods that came back without a receipt count too. */
function tendersInAndBack({ tenders, back, loose }: MoneyRows): ShiftFigures['tenders'] {
  const looseBack = loose.map(({ money_back: kind, sum }): Moved => ({ kind, provider: null, sum }));
  const wentBack = [...back, ...looseBack];
  return tenderKinds.flatMap((kind) => {
    const providers = providersOf(kind, [...tenders, ...wentBack]);
    return providers.map((provider) => {
      const isThis = (row: Moved) => row.kind === kind && row.provider === provider;
      return {
        kind,
        provider,
        inSom: som(sumWhere(tenders, isThis)),
        backSom: som(sumWhere(wentBack, isThis)),
      };
    });
  });
}

function providersOf(kind: TenderKind, rows: readonly Moved[]): readonly (string | null)[] {
  const found = new Set(rows.filter((row) => row.kind === kind).map(({ provider }) => provider));
  return [...found].sort(byList);
}

const listed: readonly (string | null)[] = [...cardProviders, ...qrProviders];

/** Cards, then QR services, as they are listed everywhere. */
function byList(one: string | null, other: string | null): number {
  return listed.indexOf(one) - listed.indexOf(other);
}

/** Cause by cause; whatever kept no change of the drawer is left out. */
function drawerOf(shift: Pick<ShiftRow, 'float_som'>, rows: MoneyRows): ShiftFigures['drawer'] {
  const isCash = ({ kind }: Moved) => kind === 'cash';
  const moved = (kind: string) => sumWhere(rows.moves, (move) => move.kind === kind);
  const paid = (kind: string) => sumWhere(rows.paid, (row) => row.kind === kind);
  const sums: Readonly<Record<DrawerCause, number>> = {
    float: shift.float_som,
    sales: rows.keptCashSom,
    returns: -sumWhere(rows.back, isCash),
    looseReturns: -sumWhere(rows.loose, (row) => row.money_back === 'cash'),
    giftCards: sumWhere(rows.giftCards, isCash),
    debts: sumWhere(rows.debts, isCash),
    deposits: paid('orderDeposit'),
    depositsBack: paid('orderDepositBack'),
    bonusPaidOut: paid('bonusPaidOut'),
    charity: paid('fundPaid'),
    in: moved('in'),
    out: -moved('out'),
    collection: -moved('collection'),
    expense: -moved('expense'),
  };
  return drawerCauses
    .filter((cause) => sums[cause] !== 0)
    .map((cause) => ({ cause, sumSom: som(sums[cause]) }));
}

/** What each terminal and QR service took in sales, for gift cards and debts, less what it gave back. */
function terminalsOf({ tenders, back, giftCards, debts }: MoneyRows): ShiftFigures['terminals'] {
  const came = [...tenders, ...giftCards, ...debts];
  return (['card', 'qr'] as const).flatMap((kind) =>
    providersOf(kind, [...came, ...back]).map((provider) => {
      const isThis = (row: Moved) => row.kind === kind && row.provider === provider;
      return {
        kind,
        provider: provider as Terminal['provider'],
        expectedSom: som(sumWhere(came, isThis) - sumWhere(back, isThis)),
        toldSom: null,
      };
    }),
  );
}

type Terminal = ShiftFigures['terminals'][number];
