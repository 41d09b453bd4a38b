/** Writes a decided sale with everything that moves with it: rows, bonus, the ledger, coupons and promotions. */
import { salePosting } from '../../shared/ledger/salePosting.ts';
import { addSom, zeroSom } from '../../shared/money.ts';
import { bonusOfRewards } from '../../shared/sale/couponGift.ts';
import { type GivenCoupon, giveCoupons, giveNamedCoupons, redeemCoupon } from '../coupon/inTransaction.ts';
import { requireGiftCardMoney, requireStoreCredit, takeDebt } from '../credit/inTransaction.ts';
import { noteBirthdayUsed } from '../customer/inTransaction.ts';
import { post } from '../ledger/inTransaction.ts';
import { noteRoundUp } from '../loyalty/inTransaction.ts';
import { notePromotionUses } from '../promotion/inTransaction.ts';
import type { WriteScope } from '../verb.ts';
import type { DecidedSale } from './decidedSale.ts';
import { moveBonus } from './moveBonus.ts';
import { settleAttempts } from './payments.ts';
import { asksForBirthday } from './promotionFacts.ts';
import { insertRewards, insertRows, type SaleRows, type StoredBasket, saveBasket } from './queries.ts';
import { rewardRowsOf, rowsOf } from './rows.ts';
import { keepProgress } from './saleProgress.ts';

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
  await requireMoneyLeft(scope, sale);
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
  await noteCreditAndCharity(scope, sale);
  await keepProgress(scope.trx, sale.saleId, sale.progress);
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

/** Of two windows that saw the same money on a card or an account only the first gets it. */
async function requireMoneyLeft(scope: WriteScope, sale: DecidedSale): Promise<void> {
  const { giftCardSom, storeCreditSom } = sale.settlement;
  const { giftCard = null } = sale.loaded.facts;
  if (giftCardSom > 0 && giftCard !== null) await requireGiftCardMoney(scope, giftCard.number, giftCardSom);
  if (storeCreditSom > 0 && sale.customerId !== null) {
    await requireStoreCredit(scope, sale.customerId, storeCreditSom);
  }
}

/** The debt that the sale leaves, and what the customer rounded up for a fund. */
async function noteCreditAndCharity(scope: WriteScope, sale: DecidedSale): Promise<void> {
  const { saleId, customerId, settlement, loaded } = sale;
  const { debt } = loaded.facts.content;
  if (settlement.debtSom > 0 && customerId !== null && debt !== null) {
    await takeDebt(scope, { saleId, customerId, amountSom: settlement.debtSom, dueOn: debt.dueOn });
  }
  const { donation } = loaded.quote;
  if (donation === null) return;
  const { fundId, amountSom } = donation;
  await noteRoundUp(scope, { fundId, amountSom, customerId, saleId });
}

function postingOf(scope: WriteScope, sale: DecidedSale) {
  const { priced, donation } = sale.loaded.quote;
  const { partnerId, partnerSharesSom, partnerBonusSom } = priced.couponGift;
  const discountShareSom = addSom(...partnerSharesSom);
  return salePosting({
    tillId: scope.tillId,
    lines: priced.lines,
    tenders: sale.tenders,
    roundingSom: sale.settlement.roundingSom,
    changeToAccountSom: sale.changeToAccountSom,
    donation,
    customerId: sale.customerId,
    giftCardId: sale.loaded.facts.giftCard?.number ?? null,
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

/**
 * Coupons by the rules of their series, those that promotions give for the next visit, and those that games brought. A sale
 * that was written on paper gives only those of games: their customer has earned them, and they wait under the name.
 */
async function couponsOf(scope: WriteScope, sale: DecidedSale): Promise<readonly GivenCoupon[]> {
  const { saleId, customerId, claimCode } = sale;
  const { priced, totalSom: netSom } = sale.loaded.quote;
  const named = priced.rewards.flatMap(({ benefit }) => (benefit.kind === 'nextCoupon' ? [benefit] : []));
  const { seriesToGive } = sale.brings.collected;
  return [
    ...(sale.enteredAt !== null
      ? []
      : await giveCoupons(scope, { saleId, netSom, customerId, claimCode }, named)),
    ...(await giveNamedCoupons(scope, { saleId, customerId }, seriesToGive)),
  ];
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
