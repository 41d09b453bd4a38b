/** Every verb of the contract and the code that does it: where a newcomer finds what a button calls. */
import type { AnyContractProcedure } from '@orpc/contract';
import type { Contract } from '../shared/contract.ts';
import { listProducts, quickGoods } from './catalogue/list.ts';
import { saveProduct } from './catalogue/save.ts';
import { listSeries, lookAtCoupon, saveSeries } from './coupon/verbs.ts';
import { issueCards, joinCard } from './customer/cards.ts';
import { changeCustomer } from './customer/change.ts';
import { createCustomer } from './customer/create.ts';
import { findCustomer, listCustomers, tellConsentWording } from './customer/find.ts';
import { getCustomer } from './customer/get.ts';
import { withdrawConsent } from './customer/withdrawConsent.ts';
import { bonusAccount } from './loyalty/verbs.ts';
import { neighbours } from './neighbours.ts';
import type { TillParts } from './parts.ts';
import { resolveJob, state } from './receipt/verbsOfJobs.ts';
import { printers, printTestSlip, savePrinter } from './receipt/verbsOfPrinters.ts';
import { todayReport } from './report/today.ts';
import { attachLater } from './sale/attachLater.ts';
import { changeBasket, openBasket, quoteOpenBasket } from './sale/basketVerbs.ts';
import { completeSale } from './sale/complete.ts';
import { listParked, parkBasket, resumeBasket } from './sale/parking.ts';
import { notePayment } from './sale/payments.ts';
import { listRecentSales, reprintReceipt, showReceipt } from './sale/receipts.ts';
import { scanCode } from './sale/scan.ts';
import { refuseOpenBasket, salesOfShift } from './sale/shiftCheck.ts';
import { closeShift } from './shift/close.ts';
import { currentShiftVerb } from './shift/current.ts';
import { openShift } from './shift/open.ts';
import { backUp } from './shop/backUp.ts';
import { demoProgress, leaveDemo, openDemo } from './shop/demo.ts';
import { readiness } from './shop/readiness.ts';
import { changeSettings, settings } from './shop/settings.ts';
import { start } from './shop/start.ts';
import { changes, noteBroken, status } from './shop/status.ts';
import { lock, logIn } from './staff/logIn.ts';
import { addPerson, changePin, people, unlock } from './staff/people.ts';
import { recover } from './staff/recover.ts';
import { procedureOf, type VerbHost, type VerbImplementation } from './verb.ts';

/** One implementation for each verb of the contract, tied to it by type. */
type VerbsOf<C> = {
  readonly [Room in keyof C]: {
    readonly [Verb in keyof C[Room]]: C[Room][Verb] extends AnyContractProcedure
      ? VerbImplementation<C[Room][Verb]>
      : never;
  };
};

function verbsOf(parts: TillParts): VerbsOf<Contract> {
  return {
    shop: {
      status: status(parts, neighbours),
      changes: changes(parts),
      openDemo: openDemo(parts, neighbours),
      demoProgress: demoProgress(parts),
      leaveDemo: leaveDemo(parts),
      start: start(parts, neighbours),
      settings,
      changeSettings,
      readiness: readiness(parts, neighbours),
      backUp: backUp(parts),
      noteBroken: noteBroken(parts),
    },
    staff: {
      people,
      logIn: logIn(parts),
      lock: lock(parts),
      addPerson,
      changePin,
      unlock,
      recover: recover(parts, neighbours),
    },
    receipt: {
      printers,
      savePrinter,
      printTestSlip: printTestSlip(parts),
      state,
      resolveJob: resolveJob(parts),
    },
    catalogue: { list: listProducts, quickGoods, save: saveProduct },
    customer: {
      find: findCustomer,
      list: listCustomers,
      get: getCustomer,
      consentWording: tellConsentWording,
      create: createCustomer,
      change: changeCustomer,
      withdrawConsent,
      issueCards,
      joinCard,
    },
    shift: {
      current: currentShiftVerb(salesOfShift),
      open: openShift,
      close: closeShift(refuseOpenBasket),
    },
    coupon: { series: listSeries, saveSeries, look: lookAtCoupon },
    loyalty: { account: bonusAccount },
    sale: {
      basket: openBasket(parts.changes),
      scan: scanCode,
      change: changeBasket,
      quote: quoteOpenBasket,
      notePayment,
      complete: completeSale(parts),
      park: parkBasket,
      parked: listParked,
      resume: resumeBasket,
      recent: listRecentSales,
      receipt: showReceipt,
      reprint: reprintReceipt(parts),
      attachLater,
    },
    report: { today: todayReport(parts) },
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
