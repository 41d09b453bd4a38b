/** Writes a decided sale with everything that moves with it: rows, bonus, the ledger, coupons and promotions. */
import { salePosting } from '../../shared/ledger/salePosting.ts';
import { settleEarning } from '../../shared/loyalty/lots.ts';
import { spendLimitKind } from '../../shared/loyalty/spendLimit.ts';
import { addSom, type Som, subtractSom, zeroSom } from '../../shared/money.ts';
import { bonusOfRewards } from '../../shared/sale/couponGift.ts';
import { addDays } from '../../shared/time.ts';
import { type GivenCoupon, giveCoupons, redeemCoupon } from '../coupon/inTransaction.ts';
import { noteBirthdayUsed } from '../customer/inTransaction.ts';
import { post } from '../ledger/inTransaction.ts';
import { earnLot, takeFromLots } from '../loyalty/inTransaction.ts';
import { addToDayLimit, type LotHolder } from '../loyalty/queries.ts';
import { notePromotionUses } from '../promotion/inTransaction.ts';
import type { WriteScope } from '../verb.ts';
import type { DecidedSale } from './decidedSale.ts';
import { settleAttempts } from './payments.ts';
import { asksForBirthday } from './promotionFacts.ts';
import { insertRewards, insertRows, type SaleRows, type StoredBasket, saveBasket } from './queries.ts';
import { rewardRowsOf, rowsOf } from './rows.ts';

export interface SavedSale {
  readonly rows: SaleRows;
  readonly coupons: readonly GivenCoupon[];
}

/** Saves the sale in the transaction of its verb; answers its rows and the coupons it brought. */
export async function saveSale(
  scope: WriteScope,
  stored: StoredBasket,
  sale: DecidedSale,
): Promise<SavedSale> {
  const rows = rowsOf(scope, sale);
  await settleAttempts(scope, sale.saleId, sale.tenders);
  await insertRows(scope.trx, rows);
  await moveBonus(scope, sale);
  await post(scope.trx, postingOf(scope, sale), {
    id: scope.newId(),
    documentKind: 'sale',
    documentId: sale.saleId,
    businessDay: scope.businessDay,
    at: scope.now,
    reason: 'sale',
  });
  await spendCoupon(scope, sale);
  const coupons = await couponsOf(scope, sale);
  const rewards = rewardRowsOf(sale, coupons);
  await insertRewards.many(scope.trx, rewards);
  await notePromotions(scope, sale);
  await saveBasket(scope.trx, {
    ...stored,
    state: 'done',
    revision: stored.revision + 1,
    changedAt: scope.now,
  });
  return { rows: { ...rows, rewards }, coupons };
}

async function moveBonus(scope: WriteScope, sale: DecidedSale): Promise<void> {
  const { customer } = sale.loaded.facts;
  if (sale.lotMoves.length > 0 && customer !== null) {
    await takeFromLots(scope, sale.lotMoves, 'spent', 'sale', sale.saleId);
    const limit = spendLimitKind(customer);
    if (limit !== 'none') {
      await addToDayLimit.one(scope.trx, {
        customer_id: customer.customerId,
        business_day: scope.businessDay,
        identification: limit,
        spent_som: sale.settlement.bonusSom,
      });
    }
  }
  const { owedBeforeSom, bonusEarnedSom, extraBonusSom } = sale;
  const { repaidSom } = settleEarning(bonusEarnedSom, owedBeforeSom);
  await giveLot(scope, sale, { saleId: sale.saleId, earnedSom: bonusEarnedSom, owedSom: owedBeforeSom });
  // A lot of its own: the sale's lot follows the lines that come back (docs/rules.md rule 8), this one does not.
  const stillOwedSom = subtractSom(owedBeforeSom, repaidSom);
  await giveLot(scope, sale, { saleId: null, earnedSom: extraBonusSom, owedSom: stillOwedSom });
}

async function giveLot(
  scope: WriteScope,
  { customerId, claimCode }: DecidedSale,
  earning: { readonly saleId: string | null; readonly earnedSom: Som; readonly owedSom: Som },
): Promise<void> {
  if (earning.earnedSom === 0) return;
  const holder: LotHolder =
    customerId === null ? { kind: 'claim', id: claimCode ?? '' } : { kind: 'customer', id: customerId };
  const waits = { expiresOn: addDays(scope.businessDay, scope.settings.claimDays) };
  await earnLot(scope, { ...earning, holder, ...(customerId === null ? waits : {}) });
}

function postingOf(scope: WriteScope, sale: DecidedSale) {
  const { priced } = sale.loaded.quote;
  const { partnerId, partnerSharesSom, partnerBonusSom } = priced.couponGift;
  const discountShareSom = addSom(...partnerSharesSom);
  return salePosting({
    tillId: scope.tillId,
    lines: priced.lines,
    tenders: sale.tenders,
    roundingSom: sale.settlement.roundingSom,
    donation: null,
    customerId: sale.customerId,
    giftCardId: null,
    bonusHolderId: sale.customerId ?? sale.claimCode,
    bonusEarnedSom: addSom(sale.bonusEarnedSom, sale.extraBonusSom),
    partner: partnerId === null ? null : { partnerId, discountShareSom, bonusShareSom: partnerBonusSom },
  });
}

/** A coupon that gave nothing stays the customer's. */
async function spendCoupon(scope: WriteScope, sale: DecidedSale): Promise<void> {
  const { customer, facts, quote } = sale.loaded;
  const { coupon: outcome, couponGift } = quote.priced;
  if (outcome.kind !== 'applied') return;
  await redeemCoupon(scope, {
    code: outcome.code,
    saleId: sale.saleId,
    receiptNumber: sale.number,
    amountSom: addSom(couponGift.discountSom, couponGift.bonusSom),
    saleNetSom: quote.totalSom,
    customerId: sale.customerId,
    isFirstPurchase: customer !== null && customer.receipts === 0,
    isAfterPaymentKey: facts.content.coupon?.isAfterPaymentKey ?? false,
    goodwillReason: facts.content.coupon?.goodwill?.reason ?? null,
  });
}

/** The coupons of the series whose rule the sale meets, and those that promotions give for the next visit. */
function couponsOf(scope: WriteScope, sale: DecidedSale): Promise<readonly GivenCoupon[]> {
  const { saleId, customerId, claimCode } = sale;
  const { priced, totalSom: netSom } = sale.loaded.quote;
  const named = priced.rewards.flatMap(({ benefit }) => (benefit.kind === 'nextCoupon' ? [benefit] : []));
  return giveCoupons(scope, { saleId, netSom, customerId, claimCode }, named);
}

/** Counts every promotion that worked with what it cost: money off, and bonus that it gave. */
async function notePromotions(scope: WriteScope, sale: DecidedSale): Promise<void> {
  const { facts, quote } = sale.loaded;
  const promotions = facts.pricing?.promotions ?? [];
  if (promotions.length === 0) return;
  const { rewards, promotions: reports } = quote.priced;
  const uses = reports.flatMap(({ promotionId, outcome }) => {
    if (outcome.kind !== 'applied' && outcome.kind !== 'rewarded') return [];
    const offSom = outcome.kind === 'applied' ? outcome.amountSom : zeroSom;
    return [{ promotionId, amountSom: addSom(offSom, bonusOfRewards(rewards, promotionId)) }];
  });
  const { saleId: documentId, customerId } = sale;
  const day = scope.businessDay;
  await notePromotionUses(scope, { documentId, documentKind: 'sale', day, customerId, uses });
  const worked = new Set(uses.map(({ promotionId }) => promotionId));
  const isBirthday = promotions.some(
    ({ promotionId, conditions }) => worked.has(promotionId) && asksForBirthday(conditions),
  );
  if (isBirthday && customerId !== null) await noteBirthdayUsed(scope.trx, customerId, day);
}
