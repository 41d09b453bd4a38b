/** Everything a screen may ask of the till: the rooms' contracts in one object. */
import { catalogueContract } from './catalogue/contract.ts';
import { couponContract } from './coupon/contract.ts';
import { creditContract } from './credit/contract.ts';
import { customerContract } from './customer/contract.ts';
import { exchangeContract } from './exchange/contract.ts';
import { journalContract } from './journal/contract.ts';
import { ledgerContract } from './ledger/contract.ts';
import { loyaltyContract } from './loyalty/contract.ts';
import { promotionContract } from './promotion/contract.ts';
import { receiptContract } from './receipt/contract.ts';
import { reportContract } from './report/contract.ts';
import { saleContract } from './sale/contract.ts';
import { serviceContract } from './service/contract.ts';
import { shiftContract } from './shift/contract.ts';
import { shopContract } from './shop/contract.ts';
import { staffContract } from './staff/contract.ts';

export const contract = {
  shop: shopContract,
  staff: staffContract,
  receipt: receiptContract,
  ledger: ledgerContract,
  journal: journalContract,
  catalogue: catalogueContract,
  customer: customerContract,
  shift: shiftContract,
  promotion: promotionContract,
  coupon: couponContract,
  loyalty: loyaltyContract,
  credit: creditContract,
  sale: saleContract,
  exchange: exchangeContract,
  service: serviceContract,
  report: reportContract,
};
export type Contract = typeof contract;
