/** The rows of a decided sale: what is saved, what the paper is made from. */
import { costOfLine } from '../../shared/catalogue/purchasePrice.ts';
import { subtractSom } from '../../shared/money.ts';
import type { Reward } from '../../shared/promotion/outcome.ts';
import { noShares } from '../../shared/sale/tenders.ts';
import { addDays } from '../../shared/time.ts';
import type { GivenCoupon } from '../coupon/inTransaction.ts';
import type { WriteScope } from '../verb.ts';
import type { DecidedSale } from './decidedSale.ts';
import type { SaleRows } from './queries.ts';

/** Everything of a sale but its rewards, which may name coupons that are given later. */
export function rowsOf(scope: WriteScope, sale: DecidedSale): Omit<SaleRows, 'rewards'> {
  return {
    sale: saleRow(scope, sale),
    lines: lineRows(sale),
    adjustments: adjustmentRows(sale),
    tenders: sale.tenders.map((tender, index) => ({
      sale_id: sale.saleId,
      tender_no: index + 1,
      kind: tender.kind,
      provider: tender.provider,
      amount_som: tender.amountSom,
      reference: tender.reference,
    })),
  };
}

function saleRow(scope: WriteScope, sale: DecidedSale): SaleRows['sale'] {
  const { quote, facts, customer } = sale.loaded;
  const { businessDay, settings } = scope;
  return {
    id: sale.saleId,
    till_id: scope.tillId,
    number: sale.number,
    receipt_code: sale.receiptCode,
    shift_id: sale.shiftId,
    person_id: scope.actor.personId,
    business_day: businessDay,
    sold_at: scope.now,
    customer_id: sale.customerId,
    identification: facts.customer?.identification ?? null,
    claim_code: sale.claimCode,
    claim_expires_on: sale.claimCode === null ? null : addDays(businessDay, settings.claimDays),
    language: customer?.language ?? settings.language,
    gross_som: quote.priced.grossSom,
    net_som: quote.totalSom,
    vat_som: quote.priced.vatSom,
    rounding_som: sale.settlement.roundingSom,
    received_cash_som: sale.receivedCashSom,
    change_som: subtractSom(sale.settlement.changeSom, sale.changeToAccountSom),
    bonus_spent_som: sale.settlement.bonusSom,
    bonus_earned_som: sale.bonusEarnedSom,
    bonus_balance_som: sale.bonusBalanceSom,
    line_count: quote.priced.lines.length,
    entered_at: sale.enteredAt,
    has_debt_earned: settings.debtEarns === 'atOnce' && sale.settlement.debtSom > 0 ? 1 : 0,
  };
}

function lineRows(sale: DecidedSale): SaleRows['lines'] {
  const { products } = sale.loaded.facts;
  return sale.loaded.quote.priced.lines.map((line, index) => {
    const shares = sale.shares[index] ?? noShares;
    return {
      sale_id: sale.saleId,
      line_no: index + 1,
      product_id: line.productId,
      name_json: JSON.stringify(line.name),
      unit: line.unit,
      price_som: line.priceSom,
      quantity_thousandths: line.quantityThousandths,
      gross_som: line.grossSom,
      net_som: line.netSom,
      settled_som: line.settledSom,
      vat_basis_points: line.vatBasisPoints,
      vat_som: line.vatSom,
      bonus_basis_points: line.bonusBasisPoints,
      bonus_share_som: shares.bonusSom,
      gift_card_share_som: shares.giftCardSom,
      store_credit_share_som: shares.storeCreditSom,
      debt_share_som: shares.debtSom,
      money_share_som: shares.moneySom,
      cost_som: costOfLine(products.get(line.productId)?.costSom ?? null, line.quantityThousandths),
    };
  });
}

function adjustmentRows(sale: DecidedSale): SaleRows['adjustments'] {
  return sale.loaded.quote.priced.lines.flatMap((line, index) =>
    line.adjustments.map((adjustment, position) => ({
      sale_id: sale.saleId,
      line_no: index + 1,
      adjustment_no: position + 1,
      step: adjustment.step,
      source_id: adjustment.sourceId,
      reason_json: JSON.stringify(adjustment.reason),
      amount_som: adjustment.amountSom,
    })),
  );
}

/** What promotions gave besides money off. A coupon that could not be given, because its series has ended, was not given. */
export function rewardsGiven(sale: DecidedSale, coupons: readonly GivenCoupon[]): readonly Reward[] {
  const { rewards } = sale.loaded.quote.priced;
  if (rewards.length === 0) return rewards;
  const given = new Set(coupons.map(({ series }) => series.seriesId));
  return rewards.filter(({ benefit }) => benefit.kind !== 'nextCoupon' || given.has(benefit.seriesId));
}

/** The rewards that were really given, numbered from 1. */
export function rewardRowsOf(sale: DecidedSale, coupons: readonly GivenCoupon[]): SaleRows['rewards'] {
  return rewardsGiven(sale, coupons).map(({ promotionId, name, benefit, count }, index) => ({
    sale_id: sale.saleId,
    reward_no: index + 1,
    promotion_id: promotionId,
    name_json: JSON.stringify(name),
    kind: benefit.kind,
    reward_count: count,
    benefit_json: JSON.stringify(benefit),
  }));
}
