/** What a return does to bonus: what was spent goes back to its lots, what was earned leaves them again. */
import {
  expiredMoves,
  giveBackToLots,
  type SpentFromLot,
  settleEarning,
  takeBackEarned,
} from '../../shared/loyalty/lots.ts';
import { largerSom, type Som, smallerSom, som, subtractSom, sumOf, zeroSom } from '../../shared/money.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { noteBonus } from './bonusMonth.ts';
import { type BonusScope, bonusBalanceOf, expireLot, owedAfterReturns, takeFromLots } from './lots.ts';
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
  const owedSom = owedAfterReturns(lots, await bonusBalanceOf(scope.trx, holder.id));
  const { lotSom } = settleEarning(amountSom, owedSom);
  const spent = await spentBySale(scope, saleId);
  for (const back of giveBackToLots(lotSom, spent, scope.businessDay)) {
    const from = spent.find(({ lotId }) => lotId === back.lotId);
    const isAlive = from !== undefined && from.expiresOn === back.expiresOn;
    await noteUse(scope, back.lotId, 'givenBack', returnId, back.amountSom);
    if (isAlive) await putBack(scope, back.lotId, back.amountSom);
    else await giveOn(scope, { returnId, holder }, back);
  }
}

/** In the order of spending: what burns first was spent first; without what earlier returns gave back. */
async function spentBySale({ trx }: BonusScope, saleId: string): Promise<readonly SpentFromLot[]> {
  const spent = await trx
    .selectFrom('bonus_lot_use')
    .innerJoin('bonus_lot', 'bonus_lot.id', 'bonus_lot_use.lot_id')
    .select(['bonus_lot.id', 'bonus_lot.expires_on', 'bonus_lot_use.amount_som'])
    .where('bonus_lot_use.document_id', '=', saleId)
    .where('bonus_lot_use.kind', '=', 'spent')
    .execute();
  const givenBack = await trx
    .selectFrom('bonus_lot_use')
    .innerJoin('sale_return', 'sale_return.id', 'bonus_lot_use.document_id')
    .select(['bonus_lot_use.lot_id', 'bonus_lot_use.amount_som'])
    .where('sale_return.sale_id', '=', saleId)
    .where('bonus_lot_use.kind', '=', 'givenBack')
    .execute();
  return spent.toSorted(oldestExpiryFirst).map((row) => ({
    lotId: row.id,
    expiresOn: row.expires_on as BusinessDay | null,
    amountSom: subtractSom(
      som(row.amount_som),
      sumOf(
        givenBack.filter(({ lot_id: lotId }) => lotId === row.id),
        (back) => som(back.amount_som),
      ),
    ),
  }));
}

function oldestExpiryFirst(
  a: { readonly id: string; readonly expires_on: string | null },
  b: { readonly id: string; readonly expires_on: string | null },
): number {
  const first = a.expires_on ?? '9999-12-31';
  const second = b.expires_on ?? '9999-12-31';
  if (first !== second) return first < second ? -1 : 1;
  return a.id < b.id ? -1 : 1;
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
 * return's own posting moves the ledger by the rest.
 */
export async function takeEarnedBack(scope: BonusScope, taken: EarnedToTakeBack): Promise<Som> {
  const { amountSom, holder, returnId } = taken;
  if (amountSom === 0) return zeroSom;
  let lots = await lotsAlive(scope, holder);
  const own = await ownLots(scope, taken);
  let leftSom = amountSom;
  const uncountedSom = subtractSom(
    sumOf(own, (lot) => lot.burntSom),
    taken.burntBeforeSom,
  );
  for (const { lotId } of own) {
    const lot = lots.find((each) => each.lotId === lotId);
    const fromLotSom = lot === undefined ? zeroSom : smallerSom(leftSom, lot.remainingSom);
    if (fromLotSom === 0) continue;
    await takeFromLots(scope, [{ lotId, amountSom: fromLotSom }], 'takenBack', documentKind, returnId);
    leftSom = subtractSom(leftSom, fromLotSom);
    lots = lots.filter((each) => each.lotId !== lotId);
  }
  const burntSom = smallerSom(leftSom, largerSom(zeroSom, uncountedSom));
  const others = takeBackEarned(subtractSom(leftSom, burntSom), null, zeroSom, lots, scope.businessDay);
  await takeFromLots(scope, others.moves, 'takenBack', documentKind, returnId);
  await noteBonus(scope, 'takenBack', subtractSom(amountSom, burntSom));
  return burntSom;
}

/** The lots that the sale made for this holder, with what burnt in each: by its goods, by repaying it, by its promotions. */
async function ownLots({ trx }: BonusScope, { saleId, holder, isWhole, soldAt }: EarnedToTakeBack) {
  const lots = await trx
    .selectFrom('bonus_lot')
    .leftJoin('bonus_lot_use', (join) =>
      join.onRef('bonus_lot_use.lot_id', '=', 'bonus_lot.id').on('bonus_lot_use.kind', '=', 'expired'),
    )
    .select(['bonus_lot.id', 'bonus_lot_use.amount_som'])
    .where('bonus_lot.holder_kind', '=', holder.kind)
    .where('bonus_lot.holder_id', '=', holder.id)
    .where((eb) => {
      const byGoods = eb('bonus_lot.sale_id', '=', saleId);
      if (!isWhole) return byGoods;
      const byPromotions = eb.and([
        eb('bonus_lot.reason', '=', 'promotion'),
        eb('bonus_lot.created_at', '=', soldAt),
      ]);
      return eb.or([byGoods, byPromotions]);
    })
    .orderBy('bonus_lot.id')
    .execute();
  return lots.map((row) => ({ lotId: row.id, burntSom: som(row.amount_som ?? 0) }));
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
