/** The tables of the bonus programme: lots, rules, tiers, deeds, stamps, challenges, draws, contests, charity. */
import type { Generated } from 'kysely';

type Flag = 0 | 1;

/** A bonus lot belongs to a customer or waits for the holder of a claim code. */
export interface BonusLotTable {
  id: string;
  holder_kind: 'customer' | 'claim';
  holder_id: string;
  /** The sale whose lines it follows when they come back; null for bonus of any other kind. */
  sale_id: string | null;
  earned_som: number;
  remaining_som: number;
  active_from: string;
  /** Last day on which it may be spent; null when it never burns. */
  expires_on: string | null;
  created_at: string;
  /** Why it was given, where it was not a sale's own. */
  reason: Generated<string | null>;
}
export interface BonusLotUseTable {
  id: string;
  lot_id: string;
  document_kind: string;
  document_id: string;
  kind: 'spent' | 'expired' | 'claimed' | 'takenBack' | 'givenBack';
  amount_som: number;
  used_at: string;
}
/** What a customer spent in a day without the card in hand, or with an instant card. */
export interface BonusDayLimitTable {
  customer_id: string;
  business_day: string;
  identification: 'loose' | 'instant';
  spent_som: number;
}
/** Bonus given and gone by month, kept in the transaction of each movement. */
export interface BonusMonthTable {
  /** `2026-11`, of the business day. */
  month: string;
  /** See shared/loyalty/bonusMonth.ts. */
  kind: string;
  amount_som: number;
}

export interface EarningRuleTable {
  id: string;
  position: number;
  kind: 'times' | 'neverEarns' | 'neverPaid';
  scope_json: string;
  times_basis_points: number | null;
}
export interface TierTable {
  id: string;
  name_json: string;
  from_som: number;
  discount_basis_points: number;
  bonus_basis_points: number | null;
  privilege_json: string;
  is_active: Flag;
}
/** Money paid on each day, as tiers and challenges count it: bonus and unpaid debt are not in it. */
export interface CustomerPaidDayTable {
  customer_id: string;
  business_day: string;
  paid_som: number;
}

export interface DeedTable {
  kind: string;
  is_on: Flag;
  bonus_som: number;
  expiry_days: number;
  times_a_day: number | null;
  times_in_all: number | null;
  changed_at: string;
}
export interface DeedGivenTable {
  id: string;
  kind: string;
  customer_id: string;
  occasion: string;
  sale_id: string | null;
  amount_som: number;
  lot_id: string | null;
  note: string;
  permission_on: string | null;
  person_id: string | null;
  business_day: string;
  given_at: string;
  taken_back_on: string | null;
}

export interface StampCardTable {
  id: string;
  name_json: string;
  scope_json: string;
  needed: number;
  valid_days: number;
  reward_json: string;
  is_active: Flag;
  created_at: string;
}
export interface StampBalanceTable {
  stamp_card_id: string;
  customer_id: string;
  stamps: number;
  full_cards: number;
  last_on: string | null;
}
export interface StampMoveTable {
  id: string;
  stamp_card_id: string;
  customer_id: string;
  stamps: number;
  full_cards: number;
  reason: 'sale' | 'promotion' | 'full' | 'used' | 'lapsed' | 'takenBack' | 'merged';
  document_id: string;
  business_day: string;
  moved_at: string;
}

export interface ChallengeTable {
  id: string;
  name_json: string;
  goal_json: string;
  within_days: number;
  from_on: string;
  to_on: string;
  reward_json: string;
  badge_json: string | null;
  ended_at: string | null;
  created_at: string;
}
export interface ChallengeReachedTable {
  challenge_id: string;
  customer_id: string;
  document_id: string;
  business_day: string;
  reached_at: string;
}

/** Bonus or a coupon that a full stamp card or a reached challenge brought. */
export interface GameRewardTable {
  id: string;
  customer_id: string;
  source: 'stamps' | 'challenge';
  source_id: string;
  document_id: string;
  amount_som: number;
  lot_id: string | null;
  series_id: string | null;
  business_day: string;
  given_at: string;
  taken_back_at: string | null;
}

export interface DrawTable {
  id: string;
  name_json: string;
  from_on: string;
  to_on: string;
  each_som: number | null;
  scope_json: string;
  prizes_json: string;
  is_once_per_customer: Flag;
  commitment: string;
  seed: string;
  state: 'open' | 'drawn' | 'cancelled';
  ticket_count: number;
  drawn_at: string | null;
  created_at: string;
}
export interface DrawTicketTable {
  draw_id: string;
  ticket_no: number;
  customer_id: string;
  document_id: string;
  business_day: string;
  is_void: Flag;
}
export interface DrawWinnerTable {
  draw_id: string;
  place: number;
  ticket_no: number;
  customer_id: string;
  prize: string;
  handed_at: string | null;
}

export interface ContestTable {
  id: string;
  name_json: string;
  kind: 'photo' | 'guess' | 'mostStamps';
  from_on: string;
  to_on: string;
  prizes_json: string;
  stamp_card_id: string | null;
  answer: number | null;
  state: 'open' | 'closed';
  created_at: string;
}
export interface ContestEntryTable {
  id: string;
  contest_id: string;
  customer_id: string;
  note: string;
  guess: number | null;
  points: number | null;
  is_shown: Flag;
  place: number | null;
  entered_by: string;
  entered_at: string;
}

export interface FundTable {
  id: string;
  name_json: string;
  is_active: Flag;
  created_at: string;
}
export interface DonationTable {
  id: string;
  fund_id: string;
  kind: 'roundUp' | 'bonus' | 'shop' | 'paidOut' | 'givenBack';
  amount_som: number;
  customer_id: string | null;
  sale_id: string | null;
  note: string;
  person_id: string | null;
  business_day: string;
  given_at: string;
}
