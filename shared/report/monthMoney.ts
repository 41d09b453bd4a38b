/** Money that came from customers in a month, by the way it came, and what discounts and expenses come to. */
import { type PricingStep, pricingSteps } from '../basket.ts';
import { type ExpenseKind, expenseKinds } from '../ledger/expense.ts';
import { type Som, som, zeroSom } from '../money.ts';
import type { LedgerMove } from './monthAccounts.ts';
import type { MonthFigures } from './monthFigures.ts';

type Money = MonthFigures['money'][number];
type Column = 'goodsSom' | 'giftCardsSom' | 'debtsSom' | 'backSom';

const ways = { cashDrawer: 'cash', terminal: 'card', qr: 'qr' } as const;

const columns: Readonly<Record<string, Column>> = {
  sale: 'goodsSom',
  giftCardSold: 'giftCardsSom',
  giftCardToppedUp: 'giftCardsSom',
  orderDeposit: 'giftCardsSom',
  debtRepaid: 'debtsSom',
  goodsTakenBack: 'backSom',
  goodsTakenBackLoose: 'backSom',
  bonusPaidOut: 'backSom',
  orderDepositBack: 'backSom',
};

function wayOf({ account }: LedgerMove): Money['kind'] | null {
  return account === 'cashDrawer' || account === 'terminal' || account === 'qr' ? ways[account] : null;
}

/** Cash first, then terminals, then QR services. What moves in the drawer without a customer (float, collection) is no part. */
export function moneyOf(moves: readonly LedgerMove[]): readonly Money[] {
  const rows = new Map<string, Record<Column, number> & Pick<Money, 'kind' | 'provider'>>();
  for (const move of moves) {
    const kind = wayOf(move);
    const column = columns[move.documentKind];
    if (kind === null || column === undefined) continue;
    const provider = kind === 'cash' ? null : move.subject;
    const key = `${kind} ${provider}`;
    const row = rows.get(key) ?? { kind, provider, goodsSom: 0, giftCardsSom: 0, debtsSom: 0, backSom: 0 };
    row[column] += move.amountSom;
    rows.set(key, row);
  }
  const order = ['cash', 'card', 'qr'] as const;
  return [...rows.values()]
    .sort(
      (a, b) =>
        order.indexOf(a.kind) - order.indexOf(b.kind) || ((a.provider ?? '') < (b.provider ?? '') ? -1 : 1),
    )
    .map((row) => ({
      kind: row.kind,
      provider: row.provider,
      goodsSom: som(row.goodsSom),
      giftCardsSom: som(row.giftCardsSom),
      debtsSom: som(row.debtsSom),
      backSom: som(row.backSom),
      totalSom: som(row.goodsSom + row.giftCardsSom + row.debtsSom + row.backSom),
    }));
}

function sumWhere(moves: readonly LedgerMove[], isCounted: (move: LedgerMove) => boolean): Som {
  return som(moves.reduce((sum, move) => sum + (isCounted(move) ? move.amountSom : 0), 0));
}

/** Discounts of the shop by step: given with receipts, and undone with goods that came back. */
export function discountsOf(moves: readonly LedgerMove[]): MonthFigures['discounts'] {
  const of = (step: PricingStep, isSale: boolean) =>
    sumWhere(
      moves,
      (move) =>
        move.account === 'discounts' && move.subject === step && (move.documentKind === 'sale') === isSale,
    );
  return pricingSteps
    .map((step) => ({ step, givenSom: of(step, true), backSom: som(-of(step, false)) }))
    .filter(({ givenSom, backSom }) => givenSom !== 0 || backSom !== 0);
}

/** What rounding cash let go (above zero) or brought. */
export function roundingOf(moves: readonly LedgerMove[]): Som {
  return sumWhere(moves, ({ account }) => account === 'rounding');
}

/** Of the expense account: what was noted by kind, what left the drawer, debts given up, balances changed by hand. */
export function expensesOf(
  moves: readonly LedgerMove[],
  noted: ReadonlyMap<ExpenseKind, Som>,
): MonthFigures['expenses'] {
  const of = (...documentKinds: readonly string[]) =>
    sumWhere(moves, (move) => move.account === 'expense' && documentKinds.includes(move.documentKind));
  const totalSom = sumWhere(moves, ({ account }) => account === 'expense');
  const drawerSom = of('cashMoved');
  const forgivenSom = of('debtForgiven', 'goodsTakenBack');
  const notedSom = of('expenseNoted');
  return {
    byKind: expenseKinds.flatMap((kind) => {
      const amountSom = noted.get(kind) ?? zeroSom;
      return amountSom === 0 ? [] : [{ kind, amountSom }];
    }),
    drawerSom,
    forgivenSom,
    correctedSom: som(totalSom - drawerSom - forgivenSom - notedSom),
    totalSom,
  };
}
