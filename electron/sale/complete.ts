/** Completes a sale: load the facts, decide with the rules of shared/, save everything in one transaction. */
import type { z } from 'zod';
import type { Tender } from '../../shared/basket.ts';
import { newCode } from '../../shared/code.ts';
import { isRefused, Refusal } from '../../shared/errors.ts';
import { type BonusLot, spendFromLots } from '../../shared/loyalty/lots.ts';
import { addSom, type Som, subtractSom, zeroSom } from '../../shared/money.ts';
import type { BasketContent } from '../../shared/sale/basketContent.ts';
import { type completedSaleSchema, saleContract } from '../../shared/sale/contract.ts';
import { bonusOfRewards } from '../../shared/sale/couponGift.ts';
import type { Settlement } from '../../shared/sale/tenders.ts';
import type { GivenCoupon } from '../coupon/inTransaction.ts';
import { bonusBalanceOf, livingLots, owedAfterReturns } from '../loyalty/inTransaction.ts';
import type { PrintQueue } from '../parts.ts';
import { currentShift } from '../shift/queries.ts';
import { numberAfter } from '../shop/inTransaction.ts';
import { type WriteScope, writingVerb } from '../verb.ts';
import { savedSom } from './basketView.ts';
import { bringToCustomer, type SaleBrings } from './brings.ts';
import type { DecidedSale } from './decidedSale.ts';
import { saleDocument } from './document.ts';
import { takeBackInExchange, tieExchange } from './exchange.ts';
import { type LoadedBasket, loadBasket } from './loadBasket.ts';
import { requireStillEntered, scopeOnPaper } from './onPaper.ts';
import { basketToSell, sourceIn, viewIn } from './openBasket.ts';
import { printSale } from './printSale.ts';
import type { StoredBasket } from './queries.ts';
import { saveSale } from './saveSale.ts';
import { settledPayment, tendersWithReferences } from './settledPayment.ts';
import { noteShelfPrices } from './shelfPrice.ts';
import { progressToTell } from './tellProgress.ts';

export type CompleteInput = Parameters<Parameters<typeof writingVerb<typeof saleContract.complete>>[1]>[1];
type Completed = z.input<typeof completedSaleSchema>;

export const completeSale = (parts: { readonly printQueue: Pick<PrintQueue, 'wake'> }) =>
  writingVerb(saleContract.complete, async (scope, input) => {
    const stored = paidSo(await basketToSell(scope, input), input.tenders);
    const loaded = await loadBasket(sourceIn(scope, false), stored.content);
    await refuseWhatMayNotBeSold(scope, input, stored, loaded);
    const { exchange, quote } = loaded;
    const exchanged =
      exchange === null ? null : await takeBackInExchange(scope, exchange, quote.exchangePaysSom);
    const onPaper = scopeOnPaper(scope, stored.content);
    const enteredAt = stored.content.written === null ? null : scope.now;
    const sale = await decide(onPaper, input, { loaded, exchanged, enteredAt });
    const { rows, coupons } = await saveSale(onPaper, stored, sale);
    await onPaper.follow(saleDocument(onPaper, sale, coupons));
    await noteShelfPrices(onPaper, sale);
    if (exchanged !== null) await tieExchange(scope, sale.saleId, exchanged);
    await printSale(scope, sale, rows, coupons);
    scope.changed('sale', 'customer', 'shift', 'coupon');
    scope.afterCommit(parts.printQueue.wake);
    return answerOf(onPaper, sale, coupons);
  });

/**
 * The basket as it is really paid: promotions look at the tenders that are given now, whatever was chosen before. Where
 * nothing is left to pay, what was chosen stands.
 */
function paidSo(stored: StoredBasket, tenders: readonly Tender[]): StoredBasket {
  if (tenders.length === 0) return stored;
  const payment: BasketContent['payment'] = tenders.map(({ kind, provider }) => ({ kind, provider }));
  return { ...stored, content: { ...stored.content, payment } };
}

/** What stands in the way of any sale, whatever it costs. */
async function refuseWhatMayNotBeSold(
  scope: WriteScope,
  input: CompleteInput,
  stored: StoredBasket,
  loaded: LoadedBasket,
): Promise<void> {
  const { quote, facts } = loaded;
  await requireStillEntered(scope, stored.content);
  const [unknown] = quote.unknownLines;
  if (unknown !== undefined) throw new Refusal('UnknownCodeInBasket', { code: unknown.code });
  if (facts.content.lines.length === 0) throw new Refusal('BasketEmpty');
  if (scope.settings.cardPolicy === 'required' && facts.customer === null) throw new Refusal('CardNeeded');
  const exchange = loaded.exchange?.decision ?? null;
  if (exchange instanceof Refusal) throw exchange;
  const hasMoved =
    loaded.quoteHash !== input.quoteHash ||
    quote.totalSom !== input.expectedTotalSom ||
    quote.bonusToSpendSom !== input.expectedBonusSpentSom ||
    quote.priced.lines.length !== facts.content.lines.length;
  if (hasMoved) throw new Refusal('PriceChanged', { basket: await viewIn(scope, stored) });
}

async function decide(
  scope: WriteScope,
  input: CompleteInput,
  made: Pick<DecidedSale, 'loaded' | 'exchanged' | 'enteredAt'>,
): Promise<DecidedSale> {
  const { loaded, exchanged } = made;
  const { quote, facts } = loaded;
  const shift = await currentShift(scope.trx, scope.tillId);
  if (shift === null) throw new Refusal('ShiftNotOpen');
  const settlement = settledPayment(scope, input, loaded);
  const changeToAccountSom = keptChange(input, settlement, loaded);
  const lots = await lotsNow(scope, loaded);
  const lotMoves = spendFromLots(settlement.bonusSom, lots, facts.day);
  if (isRefused(lotMoves)) throw new Refusal(lotMoves.refused, lotMoves.data);
  const customerId = facts.customer?.customerId ?? null;
  // What comes beside comes first, so that the balance on the receipt holds it.
  const brings = await bringToCustomer(scope, input.saleId, loaded);
  const balanceBefore = customerId === null ? zeroSom : await bonusBalanceOf(scope.trx, customerId);
  const extraBonusSom = bonusOfRewards(quote.priced.rewards);
  const decided = {
    saleId: input.saleId,
    number: await numberAfter(scope.trx, scope.tillId, 'sale'),
    receiptCode: newCode('R', scope.random(8)),
    shiftId: shift.id,
    ...made,
    tenders: tendersWithReferences(settlement.tenders, loaded, exchanged),
    settlement,
    shares: quote.shares,
    receivedCashSom: input.receivedCashSom,
    changeToAccountSom,
    customerId,
    claimCode: customerId === null ? newCode('C', scope.random(8)) : null,
    lotMoves,
    bonusEarnedSom: quote.earnedSom,
    extraBonusSom,
    brings,
    owedBeforeSom: owedAfterReturns(lots, balanceBefore),
    bonusBalanceSom:
      customerId === null
        ? null
        : addSom(subtractSom(balanceBefore, settlement.bonusSom), quote.earnedSom, extraBonusSom),
  };
  return { ...decided, progress: await progressToTell(scope, decided) };
}

/** What a customer has to spend, after goods of theirs came back with this very sale. */
async function lotsNow(scope: WriteScope, { exchange, facts }: LoadedBasket): Promise<readonly BonusLot[]> {
  if (facts.customer === null) return [];
  return exchange === null ? facts.customer.lots : livingLots(scope, facts.customer.customerId);
}

/** The part of the change that stays on the customer's account; it needs one, and no more than the change can stay. */
function keptChange(
  { changeToAccountSom }: CompleteInput,
  settlement: Settlement,
  { facts }: LoadedBasket,
): Som {
  const isTooMuch = changeToAccountSom > settlement.changeSom;
  if (isTooMuch || (changeToAccountSom > 0 && facts.customer === null)) {
    throw new Refusal('ChangeNotForAccount');
  }
  return changeToAccountSom;
}

function answerOf(scope: WriteScope, sale: DecidedSale, coupons: readonly GivenCoupon[]): Completed {
  return {
    saleId: sale.saleId,
    number: sale.number,
    soldAt: scope.now,
    netSom: sale.loaded.quote.totalSom,
    receivedCashSom: sale.receivedCashSom,
    changeSom: subtractSom(sale.settlement.changeSom, sale.changeToAccountSom),
    bonusEarnedSom: addSom(sale.bonusEarnedSom, sale.extraBonusSom, ...bonusBeside(sale.brings)),
    bonusSpentSom: sale.settlement.bonusSom,
    bonusBalanceSom: sale.bonusBalanceSom,
    claimCode: sale.claimCode,
    couponCodes: coupons.map((coupon) => coupon.code),
    savedSom: savedSom(sale.loaded.quote),
    changeToAccountSom: sale.changeToAccountSom,
    donationSom: sale.loaded.quote.donation?.amountSom ?? zeroSom,
    ticketNumbers: sale.brings.collected.ticketsOf.flatMap(({ numbers }) => numbers),
    exchange:
      sale.exchanged === null
        ? null
        : { returnNumber: sale.exchanged.number, handedBackSom: sale.exchanged.restSom },
  };
}

function bonusBeside({ friendBonusSom, deedBonusSom, collected }: SaleBrings): readonly Som[] {
  return [friendBonusSom, deedBonusSom, collected.bonusSom];
}
