/** What other rooms let happen to coupons inside their own transaction. */
import type { Transaction } from 'kysely';
import { newCode } from '../../shared/code.ts';
import { type CouponDue, couponsDue } from '../../shared/coupon/issueCoupons.ts';
import { Refusal } from '../../shared/errors.ts';
import type { Som } from '../../shared/money.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import type { Random } from '../ids.ts';
import { couponOfCode, insertCoupons, markRedeemed, type Redemption, seriesGivenNow } from './queries.ts';

type Trx = Transaction<Tables>;

export interface SaleThatGives {
  readonly saleId: string;
  readonly day: BusinessDay;
  readonly at: Instant;
  readonly netSom: Som;
  readonly customerId: string | null;
  readonly claimCode: string | null;
}

export interface GivenCoupon extends CouponDue {
  readonly code: string;
}

/** Gives the coupons that are due on a sale and answers them with their new codes. */
export async function giveCoupons(
  trx: Trx,
  sale: SaleThatGives,
  random: Random,
): Promise<readonly GivenCoupon[]> {
  const due = couponsDue(await seriesGivenNow(trx), sale);
  const given = due.map((each) => ({ ...each, code: newCode('K', random(8)) }));
  await insertCoupons.many(
    trx,
    given.map((coupon) => ({
      code: coupon.code,
      series_id: coupon.series.seriesId,
      state: 'issued' as const,
      valid_from: coupon.validFrom,
      expires_on: coupon.expiresOn,
      customer_id: coupon.holder.kind === 'customer' ? coupon.holder.customerId : null,
      claim_code: coupon.holder.kind === 'claim' ? coupon.holder.claimCode : null,
      issued_sale_id: sale.saleId,
      issued_at: sale.at,
    })),
  );
  return given;
}

/** Uses a coupon on a sale; throws CouponUsed when it was used since it was judged. */
export async function redeemCoupon(trx: Trx, redemption: Redemption): Promise<void> {
  if (await markRedeemed(trx, redemption)) return;
  const known = await couponOfCode(trx, redemption.code);
  const state = known?.coupon.state;
  if (state?.kind !== 'redeemed') throw new Refusal('CouponVoided');
  throw new Refusal('CouponUsed', { redeemedAt: state.redeemedAt, receiptNumber: state.receiptNumber });
}

/** The coupons that wait for the holder of a claim code now belong to a customer. */
export async function handOverCoupons(trx: Trx, claimCode: string, customerId: string): Promise<void> {
  await trx
    .updateTable('coupon')
    .set({ customer_id: customerId, claim_code: null })
    .where('claim_code', '=', claimCode)
    .execute();
}
