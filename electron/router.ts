/** Every verb of the contract and the code that does it: where a newcomer finds what a button calls. */
import type { AnyContractProcedure } from '@orpc/contract';
import type { Contract } from '../shared/contract.ts';
import { groups, saveBrand, saveCategory } from './catalogue/groups.ts';
import { listProducts, namedProducts, quickGoods } from './catalogue/list.ts';
import { freeBarcode, giveBarcodes } from './catalogue/ownBarcodes.ts';
import { saveProduct } from './catalogue/save.ts';
import { tagsPrinted } from './catalogue/tags.ts';
import { couponVerbs } from './coupon/couponVerbs.ts';
import { changeDueDay, creditAccount, setCreditLimit } from './credit/account.ts';
import { correctCredit, forgiveDebt } from './credit/corrections.ts';
import { listDebtors } from './credit/debtors.ts';
import { blockGiftCard, extendGiftCard, listGiftCards, showGiftCard } from './credit/giftCards.ts';
import { listNotebook, noteDebt } from './credit/notebook.ts';
import { repayDebt } from './credit/repay.ts';
import { sellGiftCard, topUpGiftCard } from './credit/sellGiftCards.ts';
import { printStatement } from './credit/statement.ts';
import { cardBatch, cardBatches } from './customer/cardBatches.ts';
import { issueCards, joinCard } from './customer/cards.ts';
import { changeCustomer } from './customer/change.ts';
import { consentVerbs } from './customer/consentVerbs.ts';
import { createCustomer } from './customer/create.ts';
import { duplicates, notSamePerson } from './customer/duplicates.ts';
import { erase, erasePreview } from './customer/erase.ts';
import { customerTags, findCustomer, listCustomers } from './customer/find.ts';
import { firmVerbs } from './customer/firms.ts';
import { forgettable } from './customer/forgettable.ts';
import { getCustomer } from './customer/get.ts';
import { blockCard, replaceCard } from './customer/lostCards.ts';
import { mergeCustomers } from './customer/merge.ts';
import { printCard } from './customer/printCard.ts';
import { profileVerbs } from './customer/profileVerbs.ts';
import { removeSegment, saveSegment, segments } from './customer/segments.ts';
import { recentMerges, undoMerge } from './customer/unmerge.ts';
import { eraseRooms } from './eraseCleaners.ts';
import { exchangeVerbs } from './exchange/exchangeVerbs.ts';
import { journalVerbs } from './journal/verbs.ts';
import { monthVerbs } from './ledger/months.ts';
import { corrections, seeCorrections } from './ledger/verbs.ts';
import { loyaltyVerbs } from './loyalty/loyaltyVerbs.ts';
import { neighbours } from './neighbours.ts';
import type { TillParts } from './parts.ts';
import { promotionsOfSegments } from './promotion/inTransaction.ts';
import { listPromotions, promotionCalendar } from './promotion/list.ts';
import {
  copyPromotion,
  getPromotion,
  removePromotionDraft,
  savePromotionVerb,
  setPromotionStateVerb,
} from './promotion/verbs.ts';
import { paper, papers, printAgain } from './receipt/papersVerbs.ts';
import { pdfVerbs } from './receipt/pdfVerbs.ts';
import { printerVerbs } from './receipt/printerVerbs.ts';
import { spoolVerbs } from './receipt/verbsOfJobs.ts';
import { bonusBalances } from './report/bonusBalances.ts';
import { bonusReport } from './report/bonusReport.ts';
import { bonusSigns } from './report/bonusSigns.ts';
import { couponSeriesReport } from './report/couponSeries.ts';
import { customerAtTill } from './report/customerAtTill.ts';
import { customerDayVerbs } from './report/customerDay.ts';
import { firmReportVerbs } from './report/firms.ts';
import { inspectionVerbs } from './report/inspection.ts';
import { journalReportVerbs } from './report/journalVerbs.ts';
import { labelVerbs } from './report/labels.ts';
import { monthBooksForClosing, monthReport } from './report/month.ts';
import { offerEffect } from './report/offerEffect.ts';
import { offerSuggestions } from './report/offerSuggestions.ts';
import { ownFigures } from './report/ownFigures.ts';
import { peek } from './report/peek.ts';
import { personExport } from './report/personExport.ts';
import { priceTags } from './report/priceTags.ts';
import { profileReportVerbs } from './report/profileVerbs.ts';
import { promotionEffect } from './report/promotionEffect.ts';
import { tryPromotionVerb } from './report/promotionTrial.ts';
import { segmentReportVerbs } from './report/segmentVerbs.ts';
import { shiftFigures } from './report/shiftFigures.ts';
import { todayReport } from './report/today.ts';
import { attachLater } from './sale/attachLater.ts';
import { changeBasket, openBasket, quoteOpenBasket } from './sale/basketVerbs.ts';
import { completeSale } from './sale/complete.ts';
import { explainBasket } from './sale/explain.ts';
import { printGiftReceipt } from './sale/giftReceipt.ts';
import { parkedForClose } from './sale/parking.ts';
import { parkingVerbs } from './sale/parkingVerbs.ts';
import { notePayment } from './sale/payments.ts';
import { listRecentSales, reprintReceipt, showReceipt } from './sale/receipts.ts';
import { rewardRepayment } from './sale/repaymentBonus.ts';
import { returnVerbs } from './sale/returnVerbs.ts';
import { scanCode } from './sale/scan.ts';
import { isBasketOpen, refuseOpenBasket, salesOfShift } from './sale/shiftCheck.ts';
import { tryReceipt } from './sale/tryReceipt.ts';
import { handOverComplaints, handOverTasks } from './service/inTransaction.ts';
import { serviceVerbs } from './service/serviceVerbs.ts';
import { shiftVerbs } from './shift/verbs.ts';
import { backUp } from './shop/backUp.ts';
import { demoProgress, leaveDemo, openDemo } from './shop/demo.ts';
import { requireUsableFolder } from './shop/folder.ts';
import { logo, saveLogo } from './shop/logo.ts';
import { readiness } from './shop/readiness.ts';
import { changeSettings, settings } from './shop/settings.ts';
import { start } from './shop/start.ts';
import { changes, noteBroken, status } from './shop/status.ts';
import { leaveTraining, openTraining } from './shop/training.ts';
import { staffVerbs } from './staff/staffVerbs.ts';
import { procedureOf, type VerbHost, type VerbImplementation } from './verb.ts';

/** One implementation for each verb of the contract, tied to it by type. */
type VerbsOf<C> = {
  readonly [Room in keyof C]: {
    readonly [Verb in keyof C[Room]]: C[Room][Verb] extends AnyContractProcedure
      ? VerbImplementation<C[Room][Verb]>
      : never;
  };
};

/** The shop itself, its people and what is printed. */
function baseRooms(parts: TillParts): Pick<VerbsOf<Contract>, 'shop' | 'staff' | 'receipt'> {
  return {
    shop: {
      status: status(parts, neighbours),
      changes: changes(parts),
      openDemo: openDemo(parts, neighbours),
      demoProgress: demoProgress(parts),
      leaveDemo: leaveDemo(parts),
      openTraining: openTraining(parts),
      leaveTraining: leaveTraining(parts),
      start: start(parts, neighbours),
      settings,
      changeSettings,
      logo,
      saveLogo,
      readiness: readiness(parts, neighbours),
      backUp: backUp(parts),
      noteBroken: noteBroken(parts),
    },
    staff: staffVerbs(parts, neighbours, [handOverComplaints, handOverTasks]),
    receipt: {
      ...printerVerbs(parts, neighbours),
      ...spoolVerbs(parts),
      papers,
      paper,
      printAgain: printAgain(parts),
      ...pdfVerbs(parts),
    },
  };
}

/** Goods, customers, promotions and the shift. */
function middleRooms(
  parts: TillParts,
): Pick<VerbsOf<Contract>, 'catalogue' | 'customer' | 'promotion' | 'shift'> {
  return {
    catalogue: {
      list: listProducts,
      quickGoods,
      groups,
      saveCategory,
      saveBrand,
      named: namedProducts,
      tagsPrinted,
      freeBarcode,
      giveBarcodes,
      save: saveProduct,
    },
    customer: {
      find: findCustomer,
      list: listCustomers,
      get: getCustomer,
      tags: customerTags,
      create: createCustomer,
      change: changeCustomer,
      issueCards,
      joinCard,
      blockCard,
      replaceCard,
      merge: mergeCustomers,
      undoMerge,
      recentMerges,
      duplicates: duplicates(parts),
      notSamePerson,
      cardBatches,
      cardBatch,
      printCard: printCard(parts),
      segments,
      saveSegment,
      removeSegment: removeSegment(promotionsOfSegments),
      ...profileVerbs,
      ...consentVerbs(parts),
      ...firmVerbs,
      erasePreview: erasePreview(eraseRooms, parts.erasing),
      erase: erase(eraseRooms, parts.erasing),
      forgettable,
    },
    promotion: {
      list: listPromotions,
      get: getPromotion,
      calendar: promotionCalendar,
      save: savePromotionVerb,
      setState: setPromotionStateVerb,
      copy: copyPromotion,
      removeDraft: removePromotionDraft,
    },
    shift: shiftVerbs(parts, {
      salesOfShift,
      refuseOpenBasket,
      isBasketOpen,
      parkedForClose,
      figuresOf: shiftFigures,
    }),
  };
}

/** What customers left with the shop, and what they owe it. */
function creditRoom(parts: TillParts): Pick<VerbsOf<Contract>, 'credit'> {
  return {
    credit: {
      giftCards: listGiftCards,
      giftCard: showGiftCard,
      sellGiftCard: sellGiftCard(parts),
      topUpGiftCard: topUpGiftCard(parts),
      blockGiftCard,
      extendGiftCard,
      account: creditAccount,
      debtors: listDebtors,
      setLimit: setCreditLimit,
      repay: repayDebt({ ...parts, rewardRepayment }),
      noteDebt,
      notebook: listNotebook,
      changeDueDay,
      forgive: forgiveDebt,
      correct: correctCredit,
      printStatement: printStatement(parts),
    },
  };
}

/** Selling, and what the owner reads of it. */
function saleRooms(parts: TillParts): Pick<VerbsOf<Contract>, 'sale' | 'report'> {
  return {
    sale: {
      basket: openBasket(parts.changes),
      scan: scanCode,
      change: changeBasket,
      explain: explainBasket,
      quote: quoteOpenBasket,
      notePayment,
      complete: completeSale(parts),
      ...parkingVerbs(parts),
      recent: listRecentSales,
      receipt: showReceipt,
      reprint: reprintReceipt(parts),
      printGiftReceipt: printGiftReceipt(parts),
      tryReceipt,
      attachLater,
      ...returnVerbs(parts),
    },
    report: {
      today: todayReport(parts),
      tryPromotion: tryPromotionVerb(parts),
      promotionEffect: promotionEffect(parts),
      couponSeries: couponSeriesReport(parts),
      priceTags: priceTags(parts),
      offerSuggestions: offerSuggestions(parts),
      offerEffect: offerEffect(parts),
      bonus: bonusReport(parts),
      bonusSigns: bonusSigns(parts),
      bonusBalances: bonusBalances(parts),
      month: monthReport(parts),
      ...inspectionVerbs(parts),
      ownFigures: ownFigures(parts),
      peek: peek(parts),
      ...journalReportVerbs(parts),
      ...customerDayVerbs(parts),
      customerAtTill: customerAtTill(parts),
      ...firmReportVerbs,
      ...labelVerbs,
      ...segmentReportVerbs(parts),
      ...profileReportVerbs(parts),
      personExport,
    },
  };
}

function verbsOf(parts: TillParts): VerbsOf<Contract> {
  return {
    ...baseRooms(parts),
    journal: journalVerbs(parts, { requireUsableFolder }),
    ...middleRooms(parts),
    coupon: couponVerbs(parts),
    loyalty: loyaltyVerbs(parts),
    ledger: { corrections, seeCorrections, ...monthVerbs(monthBooksForClosing) },
    ...creditRoom(parts),
    ...saleRooms(parts),
    exchange: exchangeVerbs(parts),
    service: serviceVerbs(parts),
  };
}

/** The router that both transports serve. `host` is the shop that is open now. */
export function createRouter(parts: TillParts, host: () => VerbHost) {
  const rooms: Readonly<Record<string, Readonly<Record<string, VerbImplementation<AnyContractProcedure>>>>> =
    verbsOf(parts);
  return Object.fromEntries(
    Object.entries(rooms).map(([room, verbs]) => [
      room,
      Object.fromEntries(Object.entries(verbs).map(([verb, made]) => [verb, procedureOf(made, host)])),
    ]),
  );
}
export type TillRouter = ReturnType<typeof createRouter>;
