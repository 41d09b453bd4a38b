/** Completes a sale: load the facts, decide with the rules of shared/, save everything in one transaction. */
import type { z } from 'zod';
import { newCode } from '../../shared/code.ts';
import { isRefused, Refusal } from '../../shared/errors.ts';
import { salePosting } from '../../shared/ledger/salePosting.ts';
import { bonusEarned } from '../../shared/loyalty/cashback.ts';
import { spendFromLots } from '../../shared/loyalty/lots.ts';
import { spendLimitKind } from '../../shared/loyalty/spendLimit.ts';
import { type Som, som, subtractSom, zeroSom } from '../../shared/money.ts';
import { type completedSaleSchema, saleContract } from '../../shared/sale/contract.ts';
import { cashbackRulesOf, cashRoundingOf } from '../../shared/sale/quoteBasket.ts';
import { noShares, type Settlement, settlePayment, splitTenders } from '../../shared/sale/tenders.ts';
import { addDays } from '../../shared/time.ts';
import { type GivenCoupon, giveCoupons, redeemCoupon } from '../coupon/inTransaction.ts';
import { post } from '../ledger/inTransaction.ts';
import { bonusBalanceOf, earnLot, owedAfterReturns, takeFromLots } from '../loyalty/inTransaction.ts';
import { addToDayLimit } from '../loyalty/queries.ts';
import type { PrintQueue } from '../parts.ts';
import { currentShift } from '../shift/queries.ts';
import { numberAfter } from '../shop/inTransaction.ts';
import { type WriteScope, writingVerb } from '../verb.ts';
import type { DecidedSale } from './decidedSale.ts';
import { saleDocument } from './document.ts';
import { type LoadedBasket, loadBasket } from './loadBasket.ts';
import { basketToSell, sourceIn, viewIn } from './openBasket.ts';
import { settleAttempts } from './payments.ts';
import { printSale } from './printSale.ts';
import { insertRows, type SaleRows, type StoredBasket, saveBasket } from './queries.ts';
import { rowsOf } from './rows.ts';

type CompleteInput = Parameters<Parameters<typeof writingVerb<typeof saleContract.complete>>[1]>[1];
type Completed = z.input<typeof completedSaleSchema>;

export const completeSale = (parts: { readonly printQueue: Pick<PrintQueue, 'wake'> }) =>
  writingVerb(saleContract.complete, async (scope, input) => {
    const stored = await basketToSell(scope, input);
    const loaded = await loadBasket(sourceIn(scope), stored.content);
    await refuseWhatMayNotBeSold(scope, input, stored, loaded);
    const sale = await decide(scope, input, loaded);
    const rows = rowsOf(scope, sale);
    const coupons = await save(scope, stored, sale, rows);
    await scope.follow(saleDocument(scope, sale, coupons));
    await printSale(scope, rows, loaded.customer, coupons);
    scope.changed('sale', 'customer', 'shift', 'coupon');
    scope.afterCommit(parts.printQueue.wake);
    return answerOf(scope, sale, coupons);
  });

/** What stands in the way of any sale, whatever it costs. */
async function refuseWhatMayNotBeSold(
  scope: WriteScope,
  input: CompleteInput,
  stored: StoredBasket,
  loaded: LoadedBasket,
): Promise<void> {
  const { quote, facts } = loaded;
  const [unknown] = quote.unknownLines;
  if (unknown !== undefined) throw new Refusal('UnknownCodeInBasket', { code: unknown.code });
  if (facts.content.lines.length === 0) throw new Refusal('BasketEmpty');
  if (scope.settings.cardPolicy === 'required' && facts.customer === null) throw new Refusal('CardNeeded');
  const hasMoved =
    loaded.quoteHash !== input.quoteHash ||
    quote.totalSom !== input.expectedTotalSom ||
    quote.bonusToSpendSom !== input.expectedBonusSpentSom ||
    quote.priced.lines.length !== facts.content.lines.length;
  if (hasMoved) throw new Refusal('PriceChanged', { basket: await viewIn(scope, stored) });
}

async function decide(scope: WriteScope, input: CompleteInput, loaded: LoadedBasket): Promise<DecidedSale> {
  const { quote, facts } = loaded;
  const shift = await currentShift(scope.trx, scope.tillId);
  if (shift === null) throw new Refusal('ShiftNotOpen');
  const settlement = settledPayment(scope, input, quote.totalSom, quote.bonusToSpendSom);
  const shares = splitTenders(
    quote.priced.lines.map((line) => line.settledSom),
    settlement,
  );
  const bonusEarnedSom = bonusEarned(
    quote.priced.lines.map((line, index) => ({
      bonusBasisPoints: line.bonusBasisPoints,
      shares: shares[index] ?? noShares,
    })),
    cashbackRulesOf(scope.settings),
  );
  const customerId = facts.customer?.customerId ?? null;
  const lots = facts.customer?.lots ?? [];
  const lotMoves = spendFromLots(settlement.bonusSom, lots, facts.day);
  if (isRefused(lotMoves)) throw new Refusal(lotMoves.refused, lotMoves.data);
  const balanceBefore = customerId === null ? zeroSom : await bonusBalanceOf(scope.trx, customerId);
  return {
    saleId: input.saleId,
    number: await numberAfter(scope.trx, scope.tillId, 'sale'),
    receiptCode: newCode('R', scope.random(8)),
    shiftId: shift.id,
    loaded,
    tenders: settlement.tenders,
    settlement,
    shares,
    receivedCashSom: input.receivedCashSom,
    customerId,
    claimCode: customerId === null ? newCode('C', scope.random(8)) : null,
    lotMoves,
    bonusEarnedSom,
    owedBeforeSom: owedAfterReturns(lots, balanceBefore),
    bonusBalanceSom: customerId === null ? null : som(balanceBefore - settlement.bonusSom + bonusEarnedSom),
  };
}

/** Only what this till takes today, and exactly what is due; the bonus is the one the quote promised. */
function settledPayment(scope: WriteScope, input: CompleteInput, netSom: Som, bonusSom: Som): Settlement {
  const notTaken = input.tenders.find(
    ({ kind }) => kind === 'giftCard' || kind === 'storeCredit' || kind === 'debt',
  );
  if (notTaken !== undefined) throw new Refusal('TenderNotAccepted', { kind: notTaken.kind });
  const settlement = settlePayment({
    netSom,
    donationSom: zeroSom,
    tenders: input.tenders,
    receivedCashSom: input.receivedCashSom,
    rounding: cashRoundingOf(scope.settings),
  });
  if (isRefused(settlement)) throw new Refusal(settlement.refused, settlement.data);
  if (settlement.bonusSom !== bonusSom) {
    throw new Refusal('TendersDoNotCover', { missingSom: subtractSom(bonusSom, settlement.bonusSom) });
  }
  return settlement;
}

/** Writes the sale with everything that moves with it; answers the coupons it brought. */
async function save(
  scope: WriteScope,
  stored: StoredBasket,
  sale: DecidedSale,
  rows: SaleRows,
): Promise<readonly GivenCoupon[]> {
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
  const coupons = await giveCoupons(
    scope.trx,
    {
      saleId: sale.saleId,
      day: scope.businessDay,
      at: scope.now,
      netSom: sale.loaded.quote.totalSom,
      customerId: sale.customerId,
      claimCode: sale.claimCode,
    },
    scope.random,
  );
  await saveBasket(scope.trx, {
    ...stored,
    state: 'done',
    revision: stored.revision + 1,
    changedAt: scope.now,
  });
  return coupons;
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
  if (sale.bonusEarnedSom === 0) return;
  const holder =
    sale.customerId === null
      ? ({ kind: 'claim', id: sale.claimCode ?? '' } as const)
      : ({ kind: 'customer', id: sale.customerId } as const);
  await earnLot(scope, {
    holder,
    saleId: sale.saleId,
    earnedSom: sale.bonusEarnedSom,
    owedSom: sale.owedBeforeSom,
    ...(holder.kind === 'claim' ? { expiresOn: addDays(scope.businessDay, scope.settings.claimDays) } : {}),
  });
}

function postingOf(scope: WriteScope, sale: DecidedSale) {
  return salePosting({
    tillId: scope.tillId,
    lines: sale.loaded.quote.priced.lines,
    tenders: sale.tenders,
    roundingSom: sale.settlement.roundingSom,
    donation: null,
    customerId: sale.customerId,
    giftCardId: null,
    bonusHolderId: sale.customerId ?? sale.claimCode,
    bonusEarnedSom: sale.bonusEarnedSom,
  });
}

/** A coupon that took nothing off stays the customer's. */
async function spendCoupon(scope: WriteScope, sale: DecidedSale): Promise<void> {
  const outcome = sale.loaded.quote.priced.coupon;
  if (outcome.kind !== 'applied') return;
  await redeemCoupon(scope.trx, {
    code: outcome.code,
    saleId: sale.saleId,
    at: scope.now,
    receiptNumber: sale.number,
    goodwillReason: sale.loaded.facts.content.coupon?.goodwill?.reason ?? null,
  });
}

function answerOf(scope: WriteScope, sale: DecidedSale, coupons: readonly GivenCoupon[]): Completed {
  return {
    saleId: sale.saleId,
    number: sale.number,
    soldAt: scope.now,
    netSom: sale.loaded.quote.totalSom,
    receivedCashSom: sale.receivedCashSom,
    changeSom: sale.settlement.changeSom,
    bonusEarnedSom: sale.bonusEarnedSom,
    bonusSpentSom: sale.settlement.bonusSom,
    bonusBalanceSom: sale.bonusBalanceSom,
    claimCode: sale.claimCode,
    couponCodes: coupons.map((coupon) => coupon.code),
  };
}
