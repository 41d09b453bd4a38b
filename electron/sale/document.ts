/** The sale as a document: everything that was sold and paid, persons by id only. */
import type { JsonValue, TillDocument } from '../../shared/journal/document.ts';
import { addSom, subtractSom } from '../../shared/money.ts';
import type { BasketContent, KeptDiscount } from '../../shared/sale/basketContent.ts';
import type { GivenCoupon } from '../coupon/inTransaction.ts';
import type { WriteScope } from '../verb.ts';
import type { DecidedSale } from './decidedSale.ts';
import { rewardsGiven } from './rows.ts';
import { shelfPricesTaken } from './shelfPrice.ts';

export function saleDocument(
  scope: WriteScope,
  sale: DecidedSale,
  coupons: readonly GivenCoupon[],
): TillDocument {
  const { quote, facts } = sale.loaded;
  const { couponGift } = quote.priced;
  return {
    kind: 'sale',
    id: sale.saleId,
    tillId: scope.tillId,
    personId: scope.actor.personId,
    approverId: approverOf(scope, facts.content),
    businessDay: scope.businessDay,
    at: scope.now,
    customerId: sale.customerId,
    paidSom: subtractSom(quote.totalSom, sale.settlement.bonusSom),
    content: {
      number: sale.number,
      receiptCode: sale.receiptCode,
      shift: sale.shiftId,
      claimCode: sale.claimCode,
      grossSom: quote.priced.grossSom,
      netSom: quote.totalSom,
      vatSom: quote.priced.vatSom,
      roundingSom: sale.settlement.roundingSom,
      receivedCashSom: sale.receivedCashSom,
      changeSom: subtractSom(sale.settlement.changeSom, sale.changeToAccountSom),
      changeToAccountSom: sale.changeToAccountSom,
      donation: quote.donation === null ? null : givenTo(quote.donation),
      bonusEarnedSom: sale.bonusEarnedSom,
      bonusExtraSom: sale.extraBonusSom,
      lines: quote.priced.lines.map((line) => ({
        product: line.productId,
        quantityThousandths: line.quantityThousandths,
        priceSom: line.priceSom,
        grossSom: line.grossSom,
        netSom: line.netSom,
        vatBasisPoints: line.vatBasisPoints,
        vatSom: line.vatSom,
        bonusBasisPoints: line.bonusBasisPoints,
        adjustments: line.adjustments.map(({ step, sourceId, amountSom }) => ({ step, sourceId, amountSom })),
      })),
      tenders: sale.tenders.map(({ kind, provider, amountSom, reference }) => ({
        kind,
        provider,
        amountSom,
        reference,
      })),
      couponUsed: quote.priced.coupon.kind === 'applied' ? quote.priced.coupon.code : null,
      goodwill: facts.content.coupon?.goodwill ?? null,
      isCouponAfterPaymentKey: facts.content.coupon?.isAfterPaymentKey ?? false,
      partnerOwesSom: addSom(...couponGift.partnerSharesSom, couponGift.partnerBonusSom),
      rewards: rewardsGiven(sale, coupons).map(({ promotionId, benefit, count }) => ({
        promotion: promotionId,
        kind: benefit.kind,
        count,
      })),
      byHand: discountsByHand(facts.content),
      shelfPrices: shelfPricesTaken(sale),
      referralCode: facts.content.referralCode,
      written: facts.content.written,
      couponsGiven: coupons.map((coupon) => coupon.code),
    },
  };
}

function givenTo({ fundId, amountSom }: { readonly fundId: string; readonly amountSom: number }): JsonValue {
  return { fund: fundId, amountSom };
}

/** Whoever stands for what a rule did not allow by itself. */
function approverOf({ actor }: WriteScope, { bonusApprovedBy, debt }: BasketContent): string | null {
  return actor.approver?.personId ?? bonusApprovedBy ?? debt?.approvedBy ?? null;
}

/** Discounts by hand with who gave them, who stands for them, and why; `product` null is the whole basket. */
function discountsByHand({ lines, manualDiscount }: BasketContent): JsonValue {
  const onLines = lines.flatMap((line) =>
    line.kind === 'product' && line.manualDiscount !== null
      ? [{ product: line.productId, ...byHand(line.manualDiscount) }]
      : [],
  );
  return manualDiscount === null ? onLines : [...onLines, { product: null, ...byHand(manualDiscount) }];
}

/** Why stands beside the discount in its own row: this record is kept for ever, and words may name somebody. */
function byHand({ discount, givenById, personId }: KeptDiscount) {
  return { discount, givenBy: givenById, person: personId };
}
