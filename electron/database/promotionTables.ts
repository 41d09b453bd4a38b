/** The tables of promotions, coupons, partners and referrals. */
import type { Generated } from 'kysely';

type Flag = 0 | 1;

// promotion
export interface PromotionTable {
  id: string;
  state: 'draft' | 'live' | 'paused' | 'ended';
  /** The whole promotion as `promotionSchema` reads it. */
  content_json: string;
  origin: 'form' | 'salePrices' | 'offer';
  created_at: string;
  created_by: string | null;
  changed_at: string;
  started_on: string | null;
  ended_on: string | null;
}
/** One receipt on which a promotion worked, or a return that took it back. */
export interface PromotionUseTable {
  promotion_id: string;
  document_id: string;
  document_kind: 'sale' | 'return';
  business_day: string;
  customer_id: string | null;
  amount_som: number;
}
/** Kept counts, for all customers (subject '') and for each. */
export interface PromotionCountTable {
  promotion_id: string;
  subject: string;
  times: number;
  spent_som: number;
  last_day: string;
  times_last_day: number;
}

// coupon
export interface CouponSeriesTable {
  id: string;
  name_json: string;
  is_given: Flag;
  created_at: string;
  /** Everything else of the series as `seriesContentSchema` reads it. */
  content_json: string;
  partner_id: string | null;
  issued_count: Generated<number>;
  redeemed_count: Generated<number>;
  spent_som: Generated<number>;
}
export interface CouponBatchTable {
  id: string;
  series_id: string;
  kind:
    | 'sheet8'
    | 'sheet10'
    | 'strip'
    | 'neckHanger'
    | 'shelfCard'
    | 'posterA4'
    | 'posterA3'
    | 'flags'
    | 'message';
  label: string;
  languages_json: string;
  coupon_count: number;
  made_count: number;
  redeemed_count: Generated<number>;
  state: 'making' | 'ready' | 'cancelled' | 'voided';
  created_at: string;
  created_by: string | null;
  closed_at: string | null;
  closed_by: string | null;
  close_reason: string | null;
  swept_count: Generated<number>;
}
export interface CouponTable {
  code: string;
  series_id: string;
  /** Issued until its last use. */
  state: 'issued' | 'redeemed' | 'voided';
  valid_from: string;
  expires_on: string;
  /** The holder: a customer, or the claim code of a receipt without one; both null for a bearer coupon. */
  customer_id: string | null;
  claim_code: string | null;
  issued_sale_id: string | null;
  issued_at: string;
  /** The last use of a coupon that is used up. */
  redeemed_sale_id: string | null;
  redeemed_at: string | null;
  redeemed_receipt_number: number | null;
  goodwill_reason: string | null;
  batch_id: string | null;
  batch_no: number | null;
  uses_allowed: Generated<number>;
  uses_count: Generated<number>;
  issued_by: string | null;
  voided_at: string | null;
  voided_by: string | null;
  void_reason: string | null;
}
export interface CouponUseTable {
  code: string;
  use_no: number;
  series_id: string;
  sale_id: string;
  business_day: string;
  used_at: string;
  person_id: string;
  receipt_number: number;
  customer_id: string | null;
  amount_som: number;
  partner_share_som: number;
  sale_net_som: number;
  is_first_purchase: Flag;
  is_after_payment_key: Flag;
  goodwill_reason: string | null;
  batch_id: string | null;
  is_by_giver: Generated<Flag>;
  given_back_at: string | null;
}

// coupon: partners
export interface PartnerTable {
  id: string;
  kind: 'shop' | 'blogger';
  name: string;
  contact: string;
  note: string;
  is_active: Flag;
  created_at: string;
}
export interface PartnerGoodsTable {
  id: string;
  partner_id: string;
  product_id: string;
  quantity_thousandths: number;
  cost_som: number;
  given_on: string;
  note: string;
  person_id: string;
  given_at: string;
}
/** Money that changed hands with a partner outside the till. */
export interface PartnerPaymentTable {
  id: string;
  partner_id: string;
  /** Above zero the partner paid, below zero the shop did. */
  amount_som: number;
  paid_on: string;
  note: string;
  person_id: string;
  paid_at: string;
}
export interface CodeImportTable {
  id: string;
  series_id: string;
  file_name: string;
  /** How often each of its codes may be used; null without bound. */
  uses_allowed: number | null;
  state: 'reading' | 'done' | 'cancelled';
  row_count: number;
  code_count: number;
  created_at: string;
  created_by: string | null;
  closed_at: string | null;
}
export interface PartnerCodeTable {
  code: string;
  series_id: string;
  import_id: string | null;
  state: 'free' | 'given' | 'redeemed' | 'voided';
  uses_allowed: number | null;
  uses_count: number;
  given_sale_id: string | null;
  given_at: string | null;
}
export interface OfferTable {
  id: string;
  promotion_id: string;
  series_id: string | null;
  batch_id: string | null;
  from_on: string;
  to_on: string;
  goods_json: string;
  text_json: string;
  created_at: string;
  created_by: string | null;
}

// loyalty: referral
export interface ReferralCodeTable {
  code: string;
  customer_id: string;
  made_at: string;
}
export interface ReferralTable {
  id: string;
  referrer_id: string;
  friend_id: string;
  state: 'waiting' | 'rewarded' | 'refused' | 'takenBack';
  refusal: string | null;
  till_id: string;
  business_day: string;
  noted_at: string;
  noted_by: string;
  sale_id: string | null;
  rewarded_on: string | null;
  friend_bonus_som: number;
  referrer_bonus_som: number;
  friend_lot_id: string | null;
  referrer_lot_id: string | null;
}
