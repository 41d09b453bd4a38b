/** The tables of the sale: the open basket, and finished sales with their lines, discounts and payments. */

export interface BasketTable {
  sale_id: string;
  till_id: string;
  window_key: string;
  revision: number;
  state: 'open' | 'parked' | 'done' | 'dropped';
  content_json: string;
  last_intention_id: string;
  opened_at: string;
  changed_at: string;
}
export interface SaleTable {
  id: string;
  till_id: string;
  number: number;
  receipt_code: string;
  shift_id: string;
  person_id: string;
  business_day: string;
  sold_at: string;
  customer_id: string | null;
  identification: string | null;
  claim_code: string | null;
  claim_expires_on: string | null;
  language: 'uz' | 'ru' | 'en';
  gross_som: number;
  net_som: number;
  vat_som: number;
  rounding_som: number;
  received_cash_som: number;
  change_som: number;
  bonus_spent_som: number;
  bonus_earned_som: number;
  bonus_balance_som: number | null;
  line_count: number;
  /** Goods on credit earned with the sale itself; else they earn when they are repaid. */
  has_debt_earned: 0 | 1;
  /** When it was typed in, of a sale that was written on paper; null for every other. */
  entered_at: string | null;
}
export interface SaleLineTable {
  sale_id: string;
  line_no: number;
  product_id: string;
  name_json: string;
  unit: string;
  price_som: number;
  quantity_thousandths: number;
  gross_som: number;
  net_som: number;
  /** What the line counts for in tenders and returns: its net with the discount of a set shared over the set. */
  settled_som: number;
  vat_basis_points: number | null;
  vat_som: number;
  bonus_basis_points: number;
  bonus_share_som: number;
  gift_card_share_som: number;
  store_credit_share_som: number;
  debt_share_som: number;
  money_share_som: number;
  /** What the line's goods cost the shop when they were sold; null where nobody knew. */
  cost_som: number | null;
}
export interface SaleAdjustmentTable {
  sale_id: string;
  line_no: number;
  adjustment_no: number;
  step: string;
  source_id: string;
  reason_json: string;
  amount_som: number;
}
/** What promotions gave besides money off: bonus, coupons, stamps, tickets. */
export interface SaleRewardTable {
  sale_id: string;
  reward_no: number;
  promotion_id: string;
  name_json: string;
  kind: string;
  reward_count: number;
  benefit_json: string;
}
export interface SaleTenderTable {
  sale_id: string;
  tender_no: number;
  kind: string;
  provider: string | null;
  amount_som: number;
  reference: string | null;
}
/** A customer who was attached to a finished sale later. */
export interface SaleAttachmentTable {
  sale_id: string;
  customer_id: string;
  how: 'forgottenCard' | 'claim';
  person_id: string;
  attached_at: string;
}
export interface PaymentAttemptTable {
  id: string;
  sale_id: string;
  kind: 'card' | 'qr';
  provider: string;
  amount_som: number;
  state: 'asked' | 'uncertain' | 'taken' | 'notTaken';
  person_id: string;
  asked_at: string;
  changed_at: string;
}
