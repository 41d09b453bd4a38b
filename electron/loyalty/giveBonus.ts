/** Bonus that is no sale's own: a lot, its posting and the month, given or taken back as one. */
import type { DocumentKind } from '../../shared/journal/document.ts';
import { bonusEarnedPosting } from '../../shared/ledger/otherPostings.ts';
import type { BonusMonthKind } from '../../shared/loyalty/bonusMonth.ts';
import { type BonusLot, lotExpiry, settleEarning, takeBackEarned } from '../../shared/loyalty/lots.ts';
import { type Som, som, subtractSom, sumOf, zeroSom } from '../../shared/money.ts';
import { post } from '../ledger/inTransaction.ts';
import { noteBonus } from './bonusMonth.ts';
import { type BonusScope, bonusBalanceOf, livingLots, owedAfterReturns, takeFromLots } from './lots.ts';
import { insertLot } from './queries.ts';

export interface BonusToGive {
  readonly customerId: string;
  readonly amountSom: Som;
  /** How long it lives from today on; 0 for ever. */
  readonly expiryDays: number;
  /** Why, on the lot and on the posting: a kind of deed, `correction`, `challenge`, `stamps`, `repayment`. */
  readonly reason: string;
  /** The document that causes it. One document gives once for one reason. */
  readonly documentKind: DocumentKind;
  readonly documentId: string;
  readonly monthKind: BonusMonthKind;
}

/**
 * Gives bonus that may be spent at once. What a return left owing is repaid first (docs/rules.md rule 8), so that the lot
 * may be smaller than what is given; `lotId` is null when nothing was left for one.
 */
export async function giveBonus(
  scope: BonusScope,
  given: BonusToGive,
): Promise<{ readonly lotId: string | null; readonly amountSom: Som }> {
  const { customerId, amountSom, reason } = given;
  if (amountSom === 0) return { lotId: null, amountSom };
  const lotId = await giveLot(scope, given);
  await post(scope.trx, bonusEarnedPosting(customerId, amountSom), {
    id: scope.newId(),
    documentKind: given.documentKind,
    documentId: given.documentId,
    businessDay: scope.businessDay,
    at: scope.now,
    reason,
  });
  await noteBonus(scope, given.monthKind, amountSom);
  return { lotId, amountSom };
}

/** The lot alone, for bonus whose posting another one is part of; null when all of it repaid what was owed. */
export async function giveLot(
  scope: BonusScope,
  {
    customerId,
    amountSom,
    expiryDays,
    reason,
  }: Pick<BonusToGive, 'customerId' | 'amountSom' | 'expiryDays' | 'reason'>,
): Promise<string | null> {
  const lots = await livingLots(scope, customerId);
  const owedSom = owedAfterReturns(lots, await bonusBalanceOf(scope.trx, customerId));
  const { lotSom } = settleEarning(amountSom, owedSom);
  if (lotSom === 0) return null;
  const id = scope.newId();
  await insertLot.one(scope.trx, {
    id,
    holder_kind: 'customer',
    holder_id: customerId,
    // Not a sale's own lot: that one follows the lines that are returned (docs/rules.md rule 8), this one all or nothing.
    sale_id: null,
    earned_som: lotSom,
    remaining_som: lotSom,
    active_from: scope.businessDay,
    expires_on: lotExpiry(scope.businessDay, expiryDays),
    created_at: scope.now,
    reason,
  });
  return id;
}

export interface LotToEmpty {
  readonly customerId: string;
  /** What was given. */
  readonly amountSom: Som;
  /** The lot that was given; null when it only repaid what was owed. */
  readonly lotId: string | null;
  readonly documentKind: DocumentKind;
  readonly documentId: string;
}

/**
 * Takes out of the lots what was given: from its own lot, counting what burnt in it, then from others, and the rest is left
 * owing (docs/rules.md rule 8). Answers what the balance must go down by; its posting is the caller's.
 */
export async function emptyLot(scope: BonusScope, taken: LotToEmpty): Promise<Som> {
  const lots: readonly BonusLot[] = await livingLots(scope, taken.customerId);
  const burntSom = taken.lotId === null ? zeroSom : await burntIn(scope, taken.lotId);
  const back = takeBackEarned(taken.amountSom, taken.lotId, burntSom, lots, scope.businessDay);
  await takeFromLots(scope, back.moves, 'takenBack', taken.documentKind, taken.documentId);
  return subtractSom(taken.amountSom, back.burntSom);
}

async function burntIn({ trx }: BonusScope, lotId: string): Promise<Som> {
  const uses = await trx
    .selectFrom('bonus_lot_use')
    .select('amount_som')
    .where('lot_id', '=', lotId)
    .where('kind', '=', 'expired')
    .execute();
  return sumOf(uses, (use) => som(use.amount_som));
}
