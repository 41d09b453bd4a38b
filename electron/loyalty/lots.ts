/** Lots of one holder inside a transaction: what is in them after expiry, taken out of them, owed beside them. */
import type { Kysely } from 'kysely';
import { Refusal } from '../../shared/errors.ts';
import { bonusExpiredPosting } from '../../shared/ledger/otherPostings.ts';
import { type BonusLot, expiredMoves, type LotMove } from '../../shared/loyalty/lots.ts';
import { largerSom, type Som, subtractSom, sumOf, zeroSom } from '../../shared/money.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import { balanceOf, post } from '../ledger/inTransaction.ts';
import type { WriteScope } from '../verb.ts';
import { noteBonus } from './bonusMonth.ts';
import { insertLotUses, type LotHolder, lotsOf, takeFromLot } from './queries.ts';

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

/** A lot expires once: its id is the document's, so that nothing can be posted twice. */
export async function expireLot(scope: BonusScope, holder: LotHolder, move: LotMove): Promise<void> {
  await takeFromLots(scope, [move], 'expired', 'bonusExpired', move.lotId);
  await post(scope.trx, bonusExpiredPosting(holder.id, move.amountSom), {
    id: scope.newId(),
    documentKind: 'bonusExpired',
    documentId: move.lotId,
    businessDay: scope.businessDay,
    at: scope.now,
    reason: 'expiry',
  });
  await noteBonus(scope, 'expired', move.amountSom);
  await scope.follow({
    ...documentOf(scope, 'bonusExpired', { holder: holder.id, amountSom: move.amountSom }),
    id: move.lotId,
  });
}

/** Takes amounts out of lots; throws BonusNotEnough when another act was faster. */
export async function takeFromLots(
  scope: Pick<BonusScope, 'trx' | 'now' | 'newId'>,
  moves: readonly LotMove[],
  kind: 'spent' | 'expired' | 'takenBack',
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
