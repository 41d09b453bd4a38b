/** What other rooms let happen to bonus inside their own transaction: lots and postings always move together. */
import { bonusClaimedPosting } from '../../shared/ledger/otherPostings.ts';
import { type BonusLot, lotExpiry, settleEarning } from '../../shared/loyalty/lots.ts';
import { activeFrom } from '../../shared/loyalty/programme.ts';
import { type Som, som, subtractSom, sumOf } from '../../shared/money.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { post } from '../ledger/inTransaction.ts';
import { type BonusScope, bonusBalanceOf, expireLot, livingLots, owedAfterReturns } from './lots.ts';
import { insertLot, insertLotUses, type LotHolder, lotsOf, lotsOverdue, takeFromLot } from './queries.ts';

export { noteBonus, noteBonusKinds } from './bonusMonth.ts';
export { challengeStandings } from './challenges.ts';
export { badgesOf } from './challengesQueries.ts';
export { noteRoundUp, takeRoundUpBack } from './charity.ts';
export { openFunds } from './charityQueries.ts';
export { type Collected, type CollectedSale, collect, uncollect } from './collect.ts';
export { giveBackSpent, takeEarnedBack } from './comeBack.ts';
export { planComeBack } from './comeBackPlan.ts';
export { giveBirthdays, rewardFirstPurchase, takeBackDeedOf } from './deeds.ts';
export { ticketsOf } from './drawsQueries.ts';
export { type BonusToGive, giveBonus } from './giveBonus.ts';
export { type BonusScope, bonusBalanceOf, livingLots, owedAfterReturns, takeFromLots } from './lots.ts';
export { type OpeningBonus, openBonusLots, postOpeningBonus, removeOpeningLot } from './openingBonus.ts';
export { earningFacts } from './programmeFacts.ts';
export { judgeReferral, rewardReferral, takeReferralBack } from './referral.ts';
export { freePiecePromotions, stampStandings } from './stamps.ts';
export { forgetGiftReasons } from './surpriseQueries.ts';
export { notePaid, tierStandingIfAny, tierStandingOf } from './tiers.ts';
export { activeTiers } from './tiersQueries.ts';

/** Posts as expired so many lots of the shop whose last day is over; answers whether there may be more. */
export async function expireLots(scope: BonusScope, atMost: number): Promise<boolean> {
  const overdue = await lotsOverdue(scope.trx, scope.businessDay, atMost);
  for (const { holder, lot } of overdue) {
    await expireLot(scope, holder, { lotId: lot.lotId, amountSom: lot.remainingSom });
  }
  return overdue.length === atMost;
}

/**
 * Puts newly earned bonus into a lot of its own; what a return left owing is repaid first (docs/rules.md rule 8). It may
 * be spent when the shop's days of waiting are over, and its life begins then. The posting of the earning and the month
 * are the caller's. `expiresOn` overrules the shop's expiry for what waits on a claim code, `activeFrom` the waiting.
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
    readonly activeFrom?: BusinessDay;
    /** Why, where it is not what the goods earned: `promotion`. */
    readonly reason?: string;
  },
): Promise<void> {
  const { lotSom } = settleEarning(earning.earnedSom, earning.owedSom);
  if (lotSom === 0) return;
  const from = earning.activeFrom ?? activeFrom(scope.businessDay, scope.settings);
  await insertLot.one(scope.trx, {
    id: scope.newId(),
    holder_kind: earning.holder.kind,
    holder_id: earning.holder.id,
    sale_id: earning.saleId,
    earned_som: lotSom,
    remaining_som: lotSom,
    active_from: from,
    expires_on: earning.expiresOn ?? lotExpiry(from, scope.settings.bonusExpiryDays),
    created_at: scope.now,
    reason: earning.reason ?? null,
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
  // What burnt is posted before anything else is done with the customer (docs/rules.md rule 11).
  await livingLots(scope, customerId);
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
  await earnFor(scope, customerId, saleId, { amountSom, activeFrom: latestActive(scope, alive) });
  return amountSom;
}

/** The days of waiting began with the sale, not with the claim. */
function latestActive(scope: BonusScope, waiting: readonly BonusLot[]): BusinessDay {
  return waiting.reduce(
    (latest, lot) => (lot.activeFrom > latest ? lot.activeFrom : latest),
    scope.businessDay,
  );
}

/** The lot of an earning that is already in the customer's balance. */
async function earnFor(
  scope: BonusScope,
  customerId: string,
  saleId: string,
  { amountSom, activeFrom: from }: { readonly amountSom: Som; readonly activeFrom: BusinessDay },
): Promise<void> {
  const lots = await livingLots(scope, customerId);
  const before = subtractSom(await bonusBalanceOf(scope.trx, customerId), amountSom);
  await earnLot(scope, {
    holder: { kind: 'customer', id: customerId },
    saleId,
    earnedSom: amountSom,
    owedSom: owedAfterReturns(lots, before),
    activeFrom: from,
  });
}
