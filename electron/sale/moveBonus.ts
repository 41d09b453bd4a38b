/** The bonus of a sale: what was spent leaves its lots, what was earned gets lots of its own; the month counts both. */
import { settleEarning } from '../../shared/loyalty/lots.ts';
import { spendLimitKind } from '../../shared/loyalty/spendLimit.ts';
import { addSom, type Som, subtractSom } from '../../shared/money.ts';
import { addDays } from '../../shared/time.ts';
import { earnLot, noteBonusKinds, takeFromLots } from '../loyalty/inTransaction.ts';
import { addToDayLimit, type LotHolder } from '../loyalty/queries.ts';
import type { WriteScope } from '../verb.ts';
import type { DecidedSale } from './decidedSale.ts';

/** Moves the lots of a sale; the sale's own posting moves the ledger by the same sums. */
export async function moveBonus(scope: WriteScope, sale: DecidedSale): Promise<void> {
  if (sale.lotMoves.length > 0) {
    await takeFromLots(scope, sale.lotMoves, 'spent', 'sale', sale.saleId);
  }
  await countTowardsDay(scope, sale);
  const { owedBeforeSom, bonusEarnedSom, extraBonusSom } = sale;
  const { repaidSom } = settleEarning(bonusEarnedSom, owedBeforeSom);
  await giveLot(scope, sale, { saleId: sale.saleId, earnedSom: bonusEarnedSom, owedSom: owedBeforeSom });
  // A lot of its own: the sale's lot follows the lines that come back (docs/rules.md rule 8), this one only the whole sale.
  const stillOwedSom = subtractSom(owedBeforeSom, repaidSom);
  await giveLot(scope, sale, {
    saleId: null,
    earnedSom: extraBonusSom,
    owedSom: stillOwedSom,
    reason: 'promotion',
  });
  await noteBonusKinds(scope, [
    { kind: 'spent', amountSom: sale.settlement.bonusSom },
    { kind: 'earned', amountSom: bonusEarnedSom },
    { kind: 'promotion', amountSom: extraBonusSom },
  ]);
}

/** Bonus and account share the limit of who came without the card (docs/rules.md rule 20). */
async function countTowardsDay(scope: WriteScope, { loaded, settlement }: DecidedSale): Promise<void> {
  const { customer } = loaded.facts;
  const spentSom = addSom(settlement.bonusSom, settlement.storeCreditSom);
  if (customer === null || spentSom === 0) return;
  const limit = spendLimitKind(customer);
  if (limit === 'none') return;
  await addToDayLimit.one(scope.trx, {
    customer_id: customer.customerId,
    business_day: scope.businessDay,
    identification: limit,
    spent_som: spentSom,
  });
}

async function giveLot(
  scope: WriteScope,
  { customerId, claimCode }: DecidedSale,
  earning: {
    readonly saleId: string | null;
    readonly earnedSom: Som;
    readonly owedSom: Som;
    readonly reason?: string;
  },
): Promise<void> {
  if (earning.earnedSom === 0) return;
  const holder: LotHolder =
    customerId === null ? { kind: 'claim', id: claimCode ?? '' } : { kind: 'customer', id: customerId };
  const waits = { expiresOn: addDays(scope.businessDay, scope.settings.claimDays) };
  await earnLot(scope, { ...earning, holder, ...(customerId === null ? waits : {}) });
}
