/** The coupons of a sale under its receipt, in the receipt's languages. */
import type { Kysely } from 'kysely';
import type { Block } from '../../shared/receipt/blocks.ts';
import type { Language } from '../../shared/text.ts';
import type { BusinessDay } from '../../shared/time.ts';
import {
  aroundCode,
  type CouponWords,
  namesOnCoupons,
  underReceipt,
  wordsOnCoupon,
} from '../coupon/paper.ts';
import type { CouponToPrint } from '../coupon/queries.ts';
import type { Tables } from '../database/tables.ts';

/** The receipt as far as its coupons look at it. */
export interface ReceiptOfCoupons {
  readonly languages: readonly Language[];
  readonly business_day: string;
}

/** The blocks of all coupons that a receipt brought, each below the one before. */
export async function couponsUnderReceipt(
  db: Kysely<Tables>,
  coupons: readonly CouponToPrint[],
  receipt: ReceiptOfCoupons,
): Promise<readonly Block[]> {
  const blocks: Block[] = [];
  for (const { code, ...coupon } of coupons) {
    const words = namesGoods(coupon)
      ? await layOut(db, coupon, receipt)
      : await wordsOnce(db, coupon, receipt);
    blocks.push(...underReceipt(aroundCode(code, words)));
  }
  return blocks;
}

type Wordy = Omit<CouponToPrint, 'code'>;

/** Words that name goods are written anew each time, because goods are renamed. */
function namesGoods({ series }: Wordy): boolean {
  return series.scope.kind !== 'all' || series.benefit.kind === 'gift';
}

async function layOut(
  db: Kysely<Tables>,
  coupon: Wordy,
  { languages, business_day: day }: ReceiptOfCoupons,
): Promise<CouponWords> {
  const names = await namesOnCoupons(db, [coupon]);
  return wordsOnCoupon(coupon, { languages, today: day as BusinessDay, names, shopName: null });
}

/** The words of so many coupons are remembered. */
const remembered = 32;
const laidOut = new Map<string, CouponWords>();

/** A shop prints the same words with every receipt of a day; only the code is another. */
async function wordsOnce(db: Kysely<Tables>, coupon: Wordy, receipt: ReceiptOfCoupons): Promise<CouponWords> {
  const key = JSON.stringify([coupon, receipt.languages, receipt.business_day]);
  const known = laidOut.get(key);
  if (known !== undefined) return known;
  const words = await layOut(db, coupon, receipt);
  if (laidOut.size >= remembered) laidOut.clear();
  laidOut.set(key, words);
  return words;
}
