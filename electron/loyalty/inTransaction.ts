/** What other rooms let happen to bonus inside their own transaction: lots and postings always move together. */
import { bonusClaimedPosting } from '../../shared/ledger/otherPostings.ts';
import { lotExpiry, settleEarning } from '../../shared/loyalty/lots.ts';
import { type Som, som, subtractSom, sumOf } from '../../shared/money.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { post } from '../ledger/inTransaction.ts';
import { type BonusScope, bonusBalanceOf, expireLot, livingLots, owedAfterReturns } from './lots.ts';
import { insertLot, insertLotUses, type LotHolder, lotsOf, lotsOverdue, takeFromLot } from './queries.ts';

export { type BonusScope, bonusBalanceOf, livingLots, owedAfterReturns, takeFromLots } from './lots.ts';
export { judgeReferral, rewardReferral, takeReferralBack } from './referral.ts';

/** Posts as expired every lot of the shop whose last day is over. */
export async function expireAllLots(scope: BonusScope): Promise<void> {
  for (;;) {
    const overdue = await lotsOverdue(scope.trx, scope.businessDay, 500);
    if (overdue.length === 0) return;
    for (const { holder, lot } of overdue) {
      await expireLot(scope, holder, { lotId: lot.lotId, amountSom: lot.remainingSom });
    }
  }
}

/**
 * Puts newly earned bonus into a lot of its own; what a return left owing is repaid first (docs/rules.md rule 8).
 * The posting of the earning is the caller's. `expiresOn` overrules the shop's expiry for what waits on a claim code.
 */
export async function earnLot(
  scope: BonusScope,
  earning: {
    readonly holder: LotHolder;
    /** Null for bonus that does not follow the lines of a sale when they come back. */
    readonly saleId: string | null;
    readonly earnedSom: Som;
    readonly owedSom: Som;
    readonly expiresOn?: BusinessDay;
  },
): Promise<void> {
  const { lotSom } = settleEarning(earning.earnedSom, earning.owedSom);
  if (lotSom === 0) return;
  await insertLot.one(scope.trx, {
    id: scope.newId(),
    holder_kind: earning.holder.kind,
    holder_id: earning.holder.id,
    sale_id: earning.saleId,
    earned_som: lotSom,
    remaining_som: lotSom,
    active_from: scope.businessDay,
    expires_on: earning.expiresOn ?? lotExpiry(scope.businessDay, scope.settings.bonusExpiryDays),
    created_at: scope.now,
  });
}

/**
 * Hands the bonus that waits on a receipt's claim code to its customer: a new lot with the shop's usual life. Answers
 * how much it was; 0 when nothing waits any more.
 */
export async function claimBonus(
  scope: BonusScope,
  claimCode: string,
  customerId: string,
  saleId: string,
): Promise<Som> {
  const waiting = await lotsOf(scope.trx, { kind: 'claim', id: claimCode });
  const alive = waiting.filter((lot) => lot.expiresOn === null || lot.expiresOn >= scope.businessDay);
  const amountSom = sumOf(alive, (lot) => lot.remainingSom);
  if (amountSom === 0) return som(0);
  for (const lot of alive) await takeFromLot(scope.trx, lot.lotId, lot.remainingSom);
  await insertLotUses.many(
    scope.trx,
    alive.map((lot) => ({
      id: scope.newId(),
      lot_id: lot.lotId,
      document_kind: 'saleAttached',
      document_id: saleId,
      kind: 'claimed' as const,
      amount_som: lot.remainingSom,
      used_at: scope.now,
    })),
  );
  await post(scope.trx, bonusClaimedPosting(claimCode, customerId, amountSom), {
    id: scope.newId(),
    documentKind: 'saleAttached',
    documentId: saleId,
    businessDay: scope.businessDay,
    at: scope.now,
    reason: 'claim',
  });
  await earnFor(scope, customerId, saleId, amountSom);
  return amountSom;
}

/** The lot of an earning that is already in the customer's balance. */
async function earnFor(scope: BonusScope, customerId: string, saleId: string, amountSom: Som): Promise<void> {
  const lots = await livingLots(scope, customerId);
  const before = subtractSom(await bonusBalanceOf(scope.trx, customerId), amountSom);
  await earnLot(scope, {
    holder: { kind: 'customer', id: customerId },
    saleId,
    earnedSom: amountSom,
    owedSom: owedAfterReturns(lots, before),
  });
}
