/** What a return does to bonus: what was spent goes back to its lots, what was earned leaves them again. */
import { expiredMoves, type SpentFromLot } from '../../shared/loyalty/lots.ts';
import { addSom, type Som, subtractSom, zeroSom } from '../../shared/money.ts';
import { noteBonus } from './bonusMonth.ts';
import { givenBackTo, ownLots, spentBySale, takenFrom } from './comeBackPlan.ts';
import { type BonusScope, bonusBalanceOf, expireLot, takeFromLots } from './lots.ts';
import { insertLot, insertLotUses, type LotHolder, lotsOf } from './queries.ts';

/** The kind of the document by which goods come back. */
const documentKind = 'goodsTakenBack';

export interface BonusOfReturn {
  readonly returnId: string;
  readonly saleId: string;
  readonly holder: LotHolder;
}

/**
 * Gives bonus that a sale spent back to the lots it came from, the last one touched first, with their old last day
 * (docs/rules.md rule 9). A lot that would live for less than 14 days more gives it on to a new one that does. What an earlier
 * return left owing is repaid first (rule 8). The return's own posting moves the ledger by the same sum.
 */
export async function giveBackSpent(
  scope: BonusScope,
  { returnId, saleId, holder }: BonusOfReturn,
  amountSom: Som,
): Promise<void> {
  if (amountSom === 0) return;
  await noteBonus(scope, 'givenBack', amountSom);
  const lots = await lotsAlive(scope, holder);
  const balanceSom = await bonusBalanceOf(scope.trx, holder.id);
  const spent = await spentBySale(scope.trx, saleId);
  const { businessDay: day } = scope;
  for (const back of givenBackTo(lots, balanceSom, { amountSom, spent, day })) {
    const from = spent.find(({ lotId }) => lotId === back.lotId);
    const isAlive = from !== undefined && from.expiresOn === back.expiresOn;
    await noteUse(scope, back.lotId, 'givenBack', returnId, back.amountSom);
    if (isAlive) await putBack(scope, back.lotId, back.amountSom);
    else await giveOn(scope, { returnId, holder }, back);
  }
}

async function putBack({ trx }: BonusScope, lotId: string, amountSom: Som): Promise<void> {
  await trx
    .updateTable('bonus_lot')
    .set((eb) => ({ remaining_som: eb('remaining_som', '+', amountSom) }))
    .where('id', '=', lotId)
    .execute();
}

/** The old lot hands over what it would soon burn. */
async function giveOn(
  scope: BonusScope,
  { returnId, holder }: Pick<BonusOfReturn, 'returnId' | 'holder'>,
  { lotId, amountSom, expiresOn }: SpentFromLot,
): Promise<void> {
  await noteUse(scope, lotId, 'claimed', returnId, amountSom);
  await insertLot.one(scope.trx, {
    id: scope.newId(),
    holder_kind: holder.kind,
    holder_id: holder.id,
    sale_id: null,
    earned_som: amountSom,
    remaining_som: amountSom,
    active_from: scope.businessDay,
    expires_on: expiresOn,
    created_at: scope.now,
    reason: 'givenBack',
  });
}

export interface EarnedToTakeBack extends BonusOfReturn {
  readonly amountSom: Som;
  /** The part of it that is kept from the money instead, because no lot covers it. */
  readonly withheldSom: Som;
  /** What of the burnt bonus earlier returns of the sale have counted. */
  readonly burntBeforeSom: Som;
  /** Everything came back: what promotions gave on the sale goes too, wherever it lies. */
  readonly isWhole: boolean;
  /** When the sale was made: by it the lot of its promotions is found. */
  readonly soldAt: string;
}

/**
 * Takes back what the returned goods had earned (docs/rules.md rule 8): from the sale's own lots, where what burnt counts as
 * taken, then from others, the first to burn first, and the rest is left owing. Answers the part that had burnt: the
 * return's own posting moves the ledger by the rest, without what is withheld.
 */
export async function takeEarnedBack(scope: BonusScope, taken: EarnedToTakeBack): Promise<Som> {
  const { amountSom, burntBeforeSom, holder, returnId, withheldSom } = taken;
  if (amountSom === 0) return zeroSom;
  const { businessDay: day } = scope;
  const lots = await lotsAlive(scope, holder);
  const own = await ownLots(scope.trx, taken, day);
  const { moves, burntSom } = takenFrom(lots, own, { takenBackSom: amountSom, burntBeforeSom, day });
  await takeFromLots(scope, moves, 'takenBack', documentKind, returnId);
  await noteBonus(scope, 'takenBack', subtractSom(amountSom, addSom(burntSom, withheldSom)));
  return burntSom;
}

/** The holder's lots after what ran out was posted as expired, also those that wait on a claim code. */
async function lotsAlive(scope: BonusScope, holder: LotHolder) {
  const lots = await lotsOf(scope.trx, holder);
  const expired = expiredMoves(lots, scope.businessDay);
  for (const move of expired) await expireLot(scope, holder, move);
  return lots.filter((lot) => !expired.some((move) => move.lotId === lot.lotId));
}

async function noteUse(
  scope: BonusScope,
  lotId: string,
  kind: 'givenBack' | 'claimed',
  returnId: string,
  amountSom: Som,
): Promise<void> {
  await insertLotUses.many(scope.trx, [
    {
      id: scope.newId(),
      lot_id: lotId,
      document_kind: documentKind,
      document_id: returnId,
      kind,
      amount_som: amountSom,
      used_at: scope.now,
    },
  ]);
}
