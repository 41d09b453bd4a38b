/** The tables of gift cards and nasiya; what is on a card and on a customer's account stands in the ledger. */

type Flag = 0 | 1;

export interface GiftCardTable {
  number: string;
  /** Last day, valid to its end; null never runs out. */
  expires_on: string | null;
  blocked_at: string | null;
  block_reason: string;
  customer_id: string | null;
  sold_on: string;
  sold_at: string;
}
/** Money taken for a new card or put on one. */
export interface GiftCardSaleTable {
  id: string;
  till_id: string;
  number: number;
  card_number: string;
  kind: 'sold' | 'toppedUp';
  amount_som: number;
  tender_kind: 'cash' | 'card' | 'qr';
  tender_provider: string | null;
  received_cash_som: number;
  shift_id: string;
  person_id: string;
  business_day: string;
  sold_at: string;
}

/** The most that a customer may owe at once. */
export interface CustomerCreditTable {
  customer_id: string;
  limit_som: number;
  changed_at: string;
  changed_by: string;
}
export interface DebtTable {
  id: string;
  customer_id: string;
  origin: 'sale' | 'notebook';
  sale_id: string | null;
  taken_on: string;
  due_on: string;
  amount_som: number;
  open_som: number;
  note: string;
  created_by: string;
  created_at: string;
}
export interface DebtPaymentTable {
  id: string;
  till_id: string;
  number: number;
  customer_id: string;
  kind: 'money' | 'storeCredit' | 'forgiven' | 'returned';
  tender_kind: 'cash' | 'card' | 'qr' | null;
  tender_provider: string | null;
  amount_som: number;
  received_cash_som: number;
  bonus_earned_som: number;
  note: string;
  shift_id: string | null;
  person_id: string;
  approver_id: string | null;
  is_alone: Flag;
  business_day: string;
  paid_at: string;
}
export interface DebtPaymentPartTable {
  payment_id: string;
  debt_id: string;
  amount_som: number;
  bonus_som: number;
}
