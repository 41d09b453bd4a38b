/** Every place where something of a customer is kept, and who empties it: the whole list of what erasing means. */
import { couponCleaners } from './coupon/eraseCoupons.ts';
import { creditBlocks, creditCleaners } from './credit/eraseCredit.ts';
import type { EraseRooms } from './customer/erase.ts';
import { customerCleaners } from './customer/eraseRows.ts';
import { exchangeCleaners } from './exchange/eraseImports.ts';
import { type Cleaner, sweepColumn, type WordColumn } from './forgetWords.ts';
import { ledgerCleaners } from './ledger/eraseReasons.ts';
import { loyaltyCleaners } from './loyalty/eraseBonus.ts';
import { forgetGiftReasons } from './loyalty/inTransaction.ts';
import { paperCleaners } from './receipt/erasePapers.ts';
import { basketBlocks, saleCleaners } from './sale/eraseBaskets.ts';
import { serviceBlocks } from './service/eraseBlocks.ts';
import { forgetServiceWords, forgetWishWords } from './service/inTransaction.ts';

/**
 * What people type, whoever it is about: words of somebody else's row may name the person too, and only the name or the
 * phone itself tells.
 */
export const typedAnywhere: readonly WordColumn[] = [
  { table: 'cash_move', column: 'reason' },
  { table: 'closed_month', column: 'reopen_reason' },
  { table: 'complaint', column: 'reach' },
  { table: 'complaint', column: 'words' },
  { table: 'complaint_step', column: 'words' },
  { table: 'contact', column: 'words' },
  { table: 'contest_entry', column: 'note' },
  { table: 'correction', column: 'reason' },
  { table: 'coupon', column: 'goodwill_reason' },
  { table: 'coupon', column: 'void_reason' },
  { table: 'coupon_batch', column: 'close_reason' },
  { table: 'coupon_batch', column: 'label' },
  { table: 'coupon_use', column: 'goodwill_reason' },
  { table: 'customer_fact', column: 'words' },
  { table: 'customer_phone', column: 'label' },
  { table: 'debt', column: 'note' },
  { table: 'debt_payment', column: 'note' },
  { table: 'deed_given', column: 'note' },
  { table: 'donation', column: 'note' },
  { table: 'drawer_opening', column: 'reason' },
  { table: 'expense', column: 'note' },
  { table: 'feedback', column: 'words' },
  { table: 'gift', column: 'words' },
  { table: 'gift_card', column: 'block_reason' },
  { table: 'household', column: 'name' },
  { table: 'import', column: 'file_name' },
  { table: 'loose_return', column: 'note' },
  { table: 'order_step', column: 'words' },
  { table: 'owner_attention', column: 'data_json' },
  { table: 'planned_shift', column: 'note' },
  { table: 'shift', column: 'difference_reason' },
  { table: 'shift_note', column: 'text' },
  { table: 'special_order', column: 'note' },
  { table: 'special_order', column: 'words' },
  { table: 'task', column: 'reach' },
  { table: 'task', column: 'words' },
  { table: 'task_try', column: 'words' },
  { table: 'wish', column: 'reach' },
  { table: 'wish', column: 'words' },
];

/** Answers that were kept so that a repeated act gets the same one, and the fingerprints of what was asked. */
const intentions: Cleaner = {
  name: 'intentions',
  async clean({ trx }, { ids, names, phones }) {
    const signs = [...ids, ...names, ...phones.map((phone) => phone.slice(-9))];
    await trx
      .updateTable('intention')
      .set({ answer_json: null, payload_hash: '' })
      .where(({ eb, or }) => or(signs.map((sign) => eb('answer_json', 'like', `%${sign}%`))))
      .execute();
    // A question about a customer whose answer names nobody: what was asked could be guessed from its fingerprint.
    await trx
      .updateTable('intention')
      .set({ payload_hash: '' })
      .where('verb', 'like', 'customer.%')
      .where('payload_hash', '!=', '')
      .execute();
  },
};

/** The reason of a discount by hand on the person's own receipts; in a shop of years those of all would take too long. */
const discountReasons: Cleaner = {
  name: 'discountReasons',
  async clean({ trx }, { ids }) {
    await trx
      .updateTable('sale_adjustment')
      .set({ reason_json: JSON.stringify({ uz: '', ru: '', en: '' }) })
      .where('step', '=', 'manual')
      .where('sale_id', 'in', (sales) =>
        sales
          .selectFrom('sale')
          .select('sale.id')
          .where('sale.customer_id', 'in', [...ids]),
      )
      .execute();
  },
};

const typedWords: Cleaner = {
  name: 'typedWords',
  async clean({ trx }, person) {
    for (const place of typedAnywhere) await sweepColumn(trx, place, person);
  },
};

const serviceWords: Cleaner = {
  name: 'serviceWords',
  clean: ({ trx }, { ids }) => forgetServiceWords(trx, ids),
};

const wishWords: Cleaner = {
  name: 'wishWords',
  clean: ({ trx }, { ids }) => forgetWishWords(trx, ids),
};

const giftWords: Cleaner = {
  name: 'giftWords',
  clean: ({ trx }, { ids }) => forgetGiftReasons(trx, ids),
};

/** What the rooms lend to customer.erase. Documents come first, while the person is still somebody. */
export const eraseRooms: EraseRooms = {
  checks: [creditBlocks, basketBlocks, serviceBlocks],
  cleaners: [
    ...loyaltyCleaners,
    ...couponCleaners,
    ...creditCleaners,
    ...ledgerCleaners,
    ...saleCleaners,
    ...paperCleaners,
    serviceWords,
    wishWords,
    giftWords,
    discountReasons,
    ...exchangeCleaners,
    ...customerCleaners,
    typedWords,
    intentions,
  ],
};
