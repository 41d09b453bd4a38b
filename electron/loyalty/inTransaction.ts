/** What other rooms let happen to bonus inside their own transaction: lots and postings always move together. */
import type { Kysely } from 'kysely';
import { Refusal } from '../../shared/errors.ts';
import {
  bonusClaimedPosting,
  bonusEarnedPosting,
  bonusExpiredPosting,
} from '../../shared/ledger/otherPostings.ts';
import {
  type BonusLot,
  expiredMoves,
  type LotMove,
  lotExpiry,
  settleEarning,
} from '../../shared/loyalty/lots.ts';
import { largerSom, type Som, som, subtractSom, sumOf, zeroSom } from '../../shared/money.ts';
import type { BusinessDay } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import { balanceOf, post } from '../ledger/inTransaction.ts';
import type { WriteScope } from '../verb.ts';
import { insertLot, insertLotUses, type LotHolder, lotsOf, lotsOverdue, takeFromLot } from './queries.ts';

/** What these functions need of a verb's scope. */
export type BonusScope = Pick<
  WriteScope,
  'trx' | 'now' | 'newId' | 'businessDay' | 'settings' | 'tillId' | 'actor' | 'follow'
>;

/** What the shop owes a holder: above zero is the customer's, below zero is left owing after a return. */
export async function bonusBalanceOf(db: Kysely<Tables>, holderId: string): Promise<Som> {
  return subtractSom(zeroSom, await balanceOf(db, 'bonusLiability', holderId));
}

/** The customer's lots after what ran out was posted as expired (docs/rules.md rule 11). */
export async function livingLots(scope: BonusScope, customerId: string): Promise<readonly BonusLot[]> {
  const holder: LotHolder = { kind: 'customer', id: customerId };
  const lots = await lotsOf(scope.trx, holder);
  const expired = expiredMoves(lots, scope.businessDay);
  if (expired.length === 0) return lots;
  for (const move of expired) await expireLot(scope, holder, move);
  return lots.filter((lot) => !expired.some((move) => move.lotId === lot.lotId));
}

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

/** A lot expires once: its id is the document's, so that nothing can be posted twice. */
async function expireLot(scope: BonusScope, holder: LotHolder, move: LotMove): Promise<void> {
  await takeFromLots(scope, [move], 'expired', 'bonusExpired', move.lotId);
  await post(scope.trx, bonusExpiredPosting(holder.id, move.amountSom), {
    id: scope.newId(),
    documentKind: 'bonusExpired',
    documentId: move.lotId,
    businessDay: scope.businessDay,
    at: scope.now,
    reason: 'expiry',
  });
  await scope.follow({
    ...documentOf(scope, 'bonusExpired', { holder: holder.id, amountSom: move.amountSom }),
    id: move.lotId,
  });
}

/** Takes amounts out of lots; throws BonusNotEnough when another act was faster. */
export async function takeFromLots(
  scope: Pick<BonusScope, 'trx' | 'now' | 'newId'>,
  moves: readonly LotMove[],
  kind: 'spent' | 'expired',
  documentKind: string,
  documentId: string,
): Promise<void> {
  for (const move of moves) {
    const taken = await takeFromLot(scope.trx, move.lotId, move.amountSom);
    if (!taken) throw new Refusal('BonusNotEnough', { spendableSom: zeroSom });
  }
  await insertLotUses.many(
    scope.trx,
    moves.map((move) => ({
      id: scope.newId(),
      lot_id: move.lotId,
      document_kind: documentKind,
      document_id: documentId,
      kind,
      amount_som: move.amountSom,
      used_at: scope.now,
    })),
  );
}

/**
 * Puts newly earned bonus into a lot of its own; what a return left owing is repaid first (docs/rules.md rule 8).
 * The posting of the earning is the caller's. `expiresOn` overrules the shop's expiry for what waits on a claim code.
 */
export async function earnLot(
  scope: BonusScope,
  earning: {
    readonly holder: LotHolder;
    readonly saleId: string;
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

/** What a return left owing: the part of the balance that no lot explains. */
export function owedAfterReturns(lots: readonly BonusLot[], balance: Som): Som {
  return largerSom(
    zeroSom,
    subtractSom(
      sumOf(lots, (lot) => lot.remainingSom),
      balance,
    ),
  );
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

/** Gives bonus for a receipt that found its customer later the same day: a new posting, nothing priced anew. */
export async function earnLater(
  scope: BonusScope,
  customerId: string,
  saleId: string,
  amountSom: Som,
): Promise<void> {
  if (amountSom === 0) return;
  await post(scope.trx, bonusEarnedPosting(customerId, amountSom), {
    id: scope.newId(),
    documentKind: 'saleAttached',
    documentId: saleId,
    businessDay: scope.businessDay,
    at: scope.now,
    reason: 'earned',
  });
  await earnFor(scope, customerId, saleId, amountSom);
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
