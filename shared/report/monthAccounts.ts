/** The accounts of a month: opening and movements come to closing, worked out backwards from what stands there now. */
import type { AccountKind } from '../ledger/posting.ts';
import { type Som, som } from '../money.ts';
import type { AccountMonth } from './monthFigures.ts';
import { type MoveKind, moveKindOf, moveKinds } from './monthMoves.ts';

/** What the ledger moved of one account in a month for one cause. */
export interface LedgerMove {
  readonly account: AccountKind;
  /** The partner, the fund, the terminal; empty where the month tells no subjects apart. */
  readonly subject: string;
  readonly documentKind: string;
  readonly reason: string;
  readonly isDebit: boolean;
  /** Debit above zero. */
  readonly amountSom: Som;
}

/** Accounts on which credit is what the shop owes: they are told the other way round than the ledger writes them. */
const owed: ReadonlySet<AccountKind> = new Set(['bonusLiability', 'giftCard', 'storeCredit', 'donations']);

/** What the account stands at, as its owner says it: of what the shop owes, credit above zero. */
export function asSaid(account: AccountKind, debitSom: Som): Som {
  return som(owed.has(account) ? -debitSom : debitSom);
}

/** Of a list of movements what each kind comes to, in the order of the page; what comes to nothing is left out. */
export function byKind(
  moves: readonly { readonly kind: MoveKind; readonly amountSom: Som }[],
): AccountMonth['movements'] {
  const sums = new Map<MoveKind, number>();
  for (const { kind, amountSom } of moves) sums.set(kind, (sums.get(kind) ?? 0) + amountSom);
  return moveKinds.flatMap((kind) => {
    const sum = sums.get(kind) ?? 0;
    return sum === 0 ? [] : [{ kind, amountSom: som(sum) }];
  });
}

/**
 * One account in a month. `closingDebitSom` is its balance on the month's last evening, debit above zero.
 *
 * | gift cards, closing | sold    | used     | opening |
 * |---------------------|---------|----------|---------|
 * | 120 000             | 100 000 | −30 000  | 50 000  |
 */
export function accountMonth(
  account: AccountKind,
  moves: readonly LedgerMove[],
  closingDebitSom: Som,
): AccountMonth {
  const movements = byKind(
    moves.map((move) => ({ kind: moveKindOf(move), amountSom: asSaid(account, move.amountSom) })),
  );
  return withOpening(movements, asSaid(account, closingDebitSom));
}

/** The account whose movements are known under names of their own; what the ledger moved besides stands as `other`. */
export function namedAccountMonth(
  account: AccountKind,
  named: readonly { readonly kind: MoveKind; readonly amountSom: Som }[],
  moves: readonly LedgerMove[],
  closingDebitSom: Som,
): AccountMonth {
  const movedSom = moves.reduce((sum, move) => sum + asSaid(account, move.amountSom), 0);
  const namedSom = named.reduce((sum, { amountSom }) => sum + amountSom, 0);
  const other = { kind: 'other' as const, amountSom: som(movedSom - namedSom) };
  return withOpening(byKind([...named, other]), asSaid(account, closingDebitSom));
}

function withOpening(movements: AccountMonth['movements'], closingSom: Som): AccountMonth {
  const movedSom = movements.reduce((sum, { amountSom }) => sum + amountSom, 0);
  return { openingSom: som(closingSom - movedSom), movements, closingSom };
}
