/** The tables of goods that come back, and of what a receipt told its customer. */
import type { TenderKind } from '../../shared/basket.ts';
import type { returnReasons } from '../../shared/sale/finishedContract.ts';

type Flag = 0 | 1;

export interface SaleReturnTable {
  id: string;
  till_id: string;
  number: number;
  sale_id: string;
  return_no: number;
  shift_id: string;
  person_id: string;
  approver_id: string | null;
  customer_id: string | null;
  business_day: string;
  returned_at: string;
  reason: (typeof returnReasons)[number];
  net_som: number;
  vat_som: number;
  rounding_som: number;
  donation_som: number;
  bonus_taken_back_som: number;
  bonus_burnt_som: number;
  bonus_balance_som: number | null;
  is_whole: Flag;
}
export interface SaleReturnLineTable {
  return_id: string;
  line_no: number;
  quantity_thousandths: number;
  bonus_som: number;
  gift_card_som: number;
  store_credit_som: number;
  debt_som: number;
  money_som: number;
}
/** Where what was paid went back to: the lots, a card, the account, the debt, the terminal, the drawer. */
export interface SaleReturnTenderTable {
  return_id: string;
  tender_no: number;
  kind: TenderKind;
  provider: string | null;
  amount_som: number;
  reference: string | null;
}
/** Tier, stamps, challenges and tickets as the receipt told them, so that a copy says the same. */
export interface SaleProgressTable {
  sale_id: string;
  progress_json: string;
}
