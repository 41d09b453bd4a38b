/** Writes a decided return with everything that moves with it: rows, bonus, the ledger, debt, coupons, promotions, games. */
import { returnPosting } from '../../shared/ledger/returnPosting.ts';
import { addSom, som, subtractSom, zeroSom } from '../../shared/money.ts';
import { discountsBack } from '../../shared/sale/moneyBack.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { reopenUsedCoupon, voidGivenCoupons } from '../coupon/inTransaction.ts';
import { lowerDebtOfSale } from '../credit/inTransaction.ts';
import { post } from '../ledger/inTransaction.ts';
import {
  bonusBalanceOf,
  giveBackSpent,
  livingLots,
  notePaid,
  takeBackDeedOf,
  takeEarnedBack,
  takeReferralBack,
  takeRoundUpBack,
  uncollect,
} from '../loyalty/inTransaction.ts';
import { notePromotionUses } from '../promotion/inTransaction.ts';
import type { WriteScope } from '../verb.ts';
import { type DecidedReturn, paidLess, partnerBack, type Undone } from './decidedReturn.ts';
import { returnDocument } from './returnDocument.ts';
import { insertReturnRows, promotionUsesOf, type ReturnRows } from './returnQueries.ts';
import { returnWords } from './returnWords.ts';
import { discountedLines, holderOf } from './soldSale.ts';

/** Saves the return in the transaction of its verb; answers its rows. */
export async function saveReturn(scope: WriteScope, decided: DecidedReturn): Promise<ReturnRows> {
  const { returnId, back, sale } = decided;
  const burntSom = await moveBonus(scope, decided);
  const donation = decided.isCancel
    ? await takeRoundUpBack(scope, { saleId: sale.rows.sale.id, documentId: returnId })
    : null;
  await post(scope.trx, postingOf(scope, decided, burntSom, donation), {
    id: scope.newId(),
    documentKind: 'goodsTakenBack',
    documentId: returnId,
    businessDay: scope.businessDay,
    at: scope.now,
    reason: 'return',
  });
  if (sale.customerId !== null) await countBack(scope, decided, sale.customerId);
  const given = back.isWhole ? await undoSale(scope, decided) : nothingUndone;
  const rows = await rowsOf(scope, decided, burntSom);
  await insertReturnRows(scope.trx, rows);
  await scope.follow(returnDocument(scope, decided, given));
  return rows;
}

/** Spent bonus goes back first, so that what was earned is taken from it before the balance goes below zero. */
async function moveBonus(scope: WriteScope, decided: DecidedReturn) {
  const { returnId, sale, back, bonusTakenBackSom, withheldSom } = decided;
  const { id: saleId, sold_at: soldAt } = sale.rows.sale;
  const holder = holderOf(sale);
  if (holder === null) return zeroSom;
  if (sale.customerId !== null) await livingLots(scope, sale.customerId);
  await giveBackSpent(scope, { returnId, saleId, holder }, back.bonusBackSom);
  return takeEarnedBack(scope, {
    returnId,
    saleId,
    holder,
    amountSom: bonusTakenBackSom,
    withheldSom,
    burntBeforeSom: som(sale.returns.reduce((sum, each) => sum + each.bonus_burnt_som, 0)),
    isWhole: back.isWhole,
    soldAt,
  });
}

type Burnt = Awaited<ReturnType<typeof moveBonus>>;
type Donation = Awaited<ReturnType<typeof takeRoundUpBack>>;

function postingOf(scope: WriteScope, decided: DecidedReturn, burntSom: Burnt, donation: Donation) {
  const { back, sale, tenders, withheldSom } = decided;
  return returnPosting({
    tillId: scope.tillId,
    tenders,
    netSom: back.netSom,
    vatSom: back.vatReversedSom,
    discounts: discountsBack(discountedLines(sale, back.lines)),
    partner: partnerBack(decided),
    roundingSom: decided.isCancel ? sale.sold.roundingSom : zeroSom,
    donation,
    forgivenBackSom: back.forgivenBackSom,
    customerId: sale.customerId,
    giftCardId: sale.giftCardId,
    bonusHolderId: holderOf(sale)?.id ?? null,
    bonusTakenBackSom: subtractSom(decided.bonusTakenBackSom, addSom(burntSom, withheldSom)),
    withheldSom,
  });
}

/** The money that tiers count, and what the customer owes for the sale, both less. */
async function countBack(scope: WriteScope, decided: DecidedReturn, customerId: string): Promise<void> {
  const { returnId, back, sale } = decided;
  const saleId = sale.rows.sale.id;
  await notePaid(scope, { customerId, amountSom: subtractSom(zeroSom, paidLess(decided)) });
  const { debtLoweredSom: amountSom } = back;
  const loweredSom = await lowerDebtOfSale(scope, { saleId, customerId, amountSom, returnId });
  if (loweredSom !== amountSom) throw new Error('a debt moved while goods came back');
}

const nothingUndone: Undone = { couponReopened: null, couponsVoided: [] };

/**
 * Limits and budgets, stamps, tickets and challenges, the bonus of a first purchase and of a friend count back when nothing
 * of the sale is left (docs/rules.md rule 9); coupons by rule 10.
 */
async function undoSale(scope: WriteScope, decided: DecidedReturn): Promise<Undone> {
  const { returnId: documentId, sale } = decided;
  const { id: saleId, business_day: soldOn, customer_id: soldTo } = sale.rows.sale;
  // Counted for nobody where the customer came later, and for who they are now where they were merged since.
  const customerId = soldTo === null ? null : sale.customerId;
  await notePromotionUses(scope, {
    documentId,
    documentKind: 'return',
    day: scope.businessDay,
    soldOn: soldOn as BusinessDay,
    customerId,
    uses: await promotionUsesOf(scope.trx, saleId),
  });
  await uncollect(scope, { saleId, documentId });
  await takeBackDeedOf(scope, { saleId });
  await takeReferralBack(scope, saleId);
  const { title } = returnWords[scope.settings.language];
  return {
    couponReopened: await reopenUsedCoupon(scope, { saleId, soldOn: soldOn as BusinessDay }),
    couponsVoided: await voidGivenCoupons(scope, { saleId, reason: `${title} №${decided.number}` }),
  };
}

async function rowsOf(scope: WriteScope, decided: DecidedReturn, burntSom: Burnt): Promise<ReturnRows> {
  const { returnId, sale, back } = decided;
  const { customerId } = sale;
  return {
    back: {
      id: returnId,
      till_id: scope.tillId,
      number: decided.number,
      sale_id: sale.rows.sale.id,
      return_no: sale.returns.length + 1,
      shift_id: decided.shiftId,
      person_id: scope.actor.personId,
      approver_id: decided.approverId,
      customer_id: customerId,
      business_day: scope.businessDay,
      returned_at: scope.now,
      reason: decided.reason,
      net_som: back.netSom,
      vat_som: back.vatReversedSom,
      rounding_som: decided.isCancel ? sale.sold.roundingSom : 0,
      donation_som: decided.isCancel ? sale.sold.donationSom : 0,
      bonus_taken_back_som: decided.bonusTakenBackSom,
      bonus_burnt_som: burntSom,
      withheld_som: decided.withheldSom,
      bonus_balance_som: customerId === null ? null : await bonusBalanceOf(scope.trx, customerId),
      is_whole: back.isWhole ? 1 : 0,
    },
    lines: back.lines.map(({ lineId, quantityThousandths, refund }) => ({
      return_id: returnId,
      line_no: Number(lineId),
      quantity_thousandths: quantityThousandths,
      bonus_som: refund.bonusSom,
      gift_card_som: refund.giftCardSom,
      store_credit_som: refund.storeCreditSom,
      debt_som: refund.debtSom,
      money_som: refund.moneySom,
    })),
    tenders: decided.tenders.map((tender, index) => ({
      return_id: returnId,
      tender_no: index + 1,
      kind: tender.kind,
      provider: tender.provider,
      amount_som: tender.amountSom,
      reference: tender.reference,
    })),
  };
}
