/** Every verb of coupons, partners' codes and offers of the week, for the router. */
import type { TillParts } from '../parts.ts';
import { listCoupons, lookAtCoupon } from './list.ts';
import { listOffers, makeOffer } from './offers.ts';
import { cancelImport, finishImport, importRows, startImport } from './partnerImport.ts';
import { partnerSettlement } from './partnerSettlement.ts';
import { giveGoods, listPartners, savePartner, settlePartner } from './partners.ts';
import { giveByHand, listSeries, saveSeries, voidCoupon } from './verbs.ts';
import {
  batchCodes,
  cancelBatch,
  listBatches,
  makeBatch,
  printStrip,
  showBatch,
  voidBatch,
} from './verbsOfBatches.ts';

/** The verbs by their names in the contract. */
export const couponVerbs = (parts: TillParts) => ({
  series: listSeries,
  saveSeries,
  look: lookAtCoupon,
  list: listCoupons,
  giveByHand: giveByHand(parts),
  void: voidCoupon,
  batches: listBatches,
  batch: showBatch,
  batchCodes,
  makeBatch,
  cancelBatch,
  voidBatch,
  printStrip: printStrip(parts),
  partners: listPartners,
  savePartner,
  startImport: startImport(parts),
  importRows,
  finishImport,
  cancelImport: cancelImport(parts),
  giveGoods,
  settlePartner,
  settlement: partnerSettlement,
  offers: listOffers,
  makeOffer,
});
