/** Bonus that customers had saved in another program: their lots, one posting of all of them, and the month. */

import { reversalPosting } from '../../shared/ledger/otherPostings.ts';
import { type Entry, theShop } from '../../shared/ledger/posting.ts';
import { lotExpiry, settleEarning } from '../../shared/loyalty/lots.ts';
import { type Som, som, sumOf } from '../../shared/money.ts';
import { hotQuery } from '../database/hot.ts';
import { post } from '../ledger/inTransaction.ts';
import { noteBonus } from './bonusMonth.ts';
import { type BonusScope, bonusBalanceOf, livingLots, owedAfterReturns } from './lots.ts';
import { insertLot } from './queries.ts';

export interface OpeningBonus {
  readonly customerId: string;
  readonly amountSom: Som;
  /** Whether the till knew the customer before: then a return may have left something owing (docs/rules.md rule 8). */
  readonly isKnown: boolean;
}

export interface OpenedLot {
  readonly customerId: string;
  /** Null when all of it repaid what a return had left owing. */
  readonly lotId: string | null;
}

/** The lots, without their posting: an import makes that once for all of them (`postOpeningBonus`). */
export async function openBonusLots(
  scope: BonusScope,
  openings: readonly OpeningBonus[],
  expiryDays: number,
): Promise<readonly OpenedLot[]> {
  const expires_on = lotExpiry(scope.businessDay, expiryDays);
  const lots: { readonly id: string; readonly customerId: string; readonly lotSom: Som }[] = [];
  const opened: OpenedLot[] = [];
  for (const { customerId, amountSom, isKnown } of openings) {
    const owedSom = isKnown
      ? owedAfterReturns(await livingLots(scope, customerId), await bonusBalanceOf(scope.trx, customerId))
      : som(0);
    const { lotSom } = settleEarning(amountSom, owedSom);
    const id = lotSom === 0 ? null : scope.newId();
    if (id !== null) lots.push({ id, customerId, lotSom });
    opened.push({ customerId, lotId: id });
  }
  await insertLot.many(
    scope.trx,
    lots.map(({ id, customerId, lotSom }) => ({
      id,
      holder_kind: 'customer' as const,
      holder_id: customerId,
      sale_id: null,
      earned_som: lotSom,
      remaining_som: lotSom,
      active_from: scope.businessDay,
      expires_on,
      created_at: scope.now,
      reason: 'opening',
    })),
  );
  return opened;
}

export interface OpeningCause {
  readonly documentKind: 'imported' | 'importUndone';
  readonly documentId: string;
}

/** One posting of all opening bonus of an import; `isBack` takes it back. The month is kept with it. */
export async function postOpeningBonus(
  scope: BonusScope,
  openings: readonly Pick<OpeningBonus, 'customerId' | 'amountSom'>[],
  cause: OpeningCause,
  isBack = false,
): Promise<void> {
  const entries: Entry[] = openings.map(({ customerId, amountSom }) => ({
    account: 'bonusLiability',
    subjectId: customerId,
    amountSom: som(-amountSom),
  }));
  const allSom = sumOf(openings, ({ amountSom }) => amountSom);
  const posting = [...entries, { account: 'openingBalance' as const, subjectId: theShop, amountSom: allSom }];
  if (allSom === 0) return;
  await post(scope.trx, isBack ? reversalPosting(posting) : posting, {
    id: scope.newId(),
    ...cause,
    businessDay: scope.businessDay,
    at: scope.now,
    reason: 'openingBonus',
  });
  await noteBonus(scope, 'opening', isBack ? som(-allSom) : allSom);
}

const removeLot = hotQuery((db, value: { id: string }) =>
  db.deleteFrom('bonus_lot').where('id', '=', value.id),
);

/** Takes an opening lot out that nobody used; its posting is taken back by `postOpeningBonus`. */
export async function removeOpeningLot(scope: Pick<BonusScope, 'trx'>, lotId: string): Promise<void> {
  await removeLot.all(scope.trx, { id: lotId });
}
