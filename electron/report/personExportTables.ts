/** Where in the shop's file a person stands: every table that a copy of their data is made of, and those left out and why. */
import type { Tables } from '../database/tables.ts';

type Table = keyof Tables & string;

/** Rows of a table whose `by` is one of the customer's ids, or one of the values that an earlier table gave. */
export interface PersonTable {
  readonly table: Table;
  readonly by: string;
  readonly from?: readonly [table: Table, column: string];
}

const own = (table: Table, by = 'customer_id'): PersonTable => ({ table, by });
const of = (parent: Table, parentColumn: string, table: Table, by: string): PersonTable => ({
  table,
  by,
  from: [parent, parentColumn],
});

/** In this order, because a table may ask by what an earlier one told. */
export const personTables: readonly PersonTable[] = [
  own('customer', 'id'),
  own('customer', 'merged_into_id'),
  own('customer_phone'),
  own('former_phone'),
  own('card'),
  own('customer_tag'),
  of('customer', 'household_id', 'household', 'id'),
  own('firm'),
  own('consent_entry'),
  own('customer_fact'),
  own('customer_photo'),
  own('customer_change'),
  own('customer_figure'),
  own('customer_paid_day'),
  own('segment_member'),
  own('merge', 'into_id'),
  own('merge', 'from_id'),
  own('distinct_pair', 'one_id'),
  own('distinct_pair', 'other_id'),
  own('import_item', 'subject_id'),
  own('import_row', 'subject_id'),
  own('sale'),
  own('sale_attachment'),
  of('sale_attachment', 'sale_id', 'sale', 'id'),
  of('sale', 'id', 'sale_line', 'sale_id'),
  of('sale', 'id', 'sale_adjustment', 'sale_id'),
  of('sale', 'id', 'sale_tender', 'sale_id'),
  of('sale', 'id', 'sale_reward', 'sale_id'),
  own('sale_return'),
  of('sale_return', 'id', 'sale_return_line', 'return_id'),
  of('sale_return', 'id', 'sale_return_tender', 'return_id'),
  own('loose_return'),
  of('loose_return', 'id', 'loose_return_line', 'return_id'),
  own('account', 'subject_id'),
  own('posting_entry', 'subject_id'),
  of('posting_entry', 'posting_id', 'posting', 'id'),
  own('bonus_lot', 'holder_id'),
  of('bonus_lot', 'id', 'bonus_lot_use', 'lot_id'),
  own('bonus_day_limit'),
  own('deed_given'),
  own('gift'),
  own('game_reward'),
  own('stamp_balance'),
  own('stamp_move'),
  own('challenge_reached'),
  own('draw_ticket'),
  own('draw_winner'),
  own('contest_entry'),
  own('donation'),
  own('referral_code'),
  own('referral', 'referrer_id'),
  own('referral', 'friend_id'),
  own('promotion_use'),
  own('promotion_count', 'subject'),
  own('coupon'),
  own('coupon_use'),
  own('customer_credit'),
  own('debt'),
  own('debt_payment'),
  of('debt_payment', 'id', 'debt_payment_part', 'payment_id'),
  own('gift_card'),
  own('correction'),
  own('correction', 'subject_id'),
  own('feedback'),
  own('complaint'),
  of('complaint', 'id', 'complaint_step', 'complaint_id'),
  of('complaint', 'id', 'compensation', 'complaint_id'),
  own('contact'),
  own('poll_answer'),
  own('wish'),
  own('special_order'),
  of('special_order', 'id', 'order_step', 'order_id'),
  of('special_order', 'id', 'order_deposit', 'order_id'),
  own('task'),
  of('task', 'id', 'task_try', 'task_id'),
];

/** Tables that name customers and are no part of the copy. */
export const leftOut: Readonly<Record<string, string>> = {
  erasure: 'whoever is erased is nobody: no copy is made of them',
  merge_row: 'how rows stood before two customers became one, kept for a day; the rows themselves are here',
};

/** What only helps the program to find a row, and what is the shop's own secret. */
export const hiddenColumns: ReadonlySet<string> = new Set([
  'search_text',
  'phone_last4',
  'words_key',
  'cost_som',
  'before_json',
  'draft_json',
  'fingerprint',
  'stamp',
]);
