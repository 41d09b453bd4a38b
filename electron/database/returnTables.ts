/** The tables of goods that come back, and of what a receipt told its customer. */
import type { TenderKind } from '../../shared/basket.ts';
import type { returnReasons } from '../../shared/sale/returnContract.ts';

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
  /** The part of it that was spent already and so was kept from the money. */
  withheld_som: number;
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
/** A sale that was paid with goods that came back, and what became of their money. */
interface SaleExchangeTable {
  sale_id: string;
  return_id: string;
  used_som: number;
  rest_som: number;
}
/** How the money that paid so had once come. */
interface SaleExchangeOriginTable {
  sale_id: string;
  origin_no: number;
  kind: 'cash' | 'card' | 'qr';
  provider: string | null;
  amount_som: number;
}
/** Goods that came back without a receipt. */
interface LooseReturnTable {
  id: string;
  till_id: string;
  number: number;
  shift_id: string;
  person_id: string;
  approver_id: string | null;
  customer_id: string | null;
  business_day: string;
  returned_at: string;
  reason: (typeof returnReasons)[number];
  note: string;
  money_back: 'cash' | 'storeCredit';
  net_som: number;
  vat_som: number;
}
interface LooseReturnLineTable {
  return_id: string;
  line_no: number;
  product_id: string;
  name_json: string;
  unit: string;
  quantity_thousandths: number;
  price_som: number;
  net_som: number;
  vat_basis_points: number | null;
  vat_som: number;
}
/** Tier, stamps, challenges and tickets as the receipt told them, so that a copy says the same. */
export interface SaleProgressTable {
  sale_id: string;
  progress_json: string;
}

/** Exchanges and returns without a receipt, by the names of their tables. */
export interface CounterTables {
  sale_exchange: SaleExchangeTable;
  sale_exchange_origin: SaleExchangeOriginTable;
  loose_return: LooseReturnTable;
  loose_return_line: LooseReturnLineTable;
}
