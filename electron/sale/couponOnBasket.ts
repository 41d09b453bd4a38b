/** Puts a coupon on a basket, or says exactly why it cannot be used. */
import { readCode } from '../../shared/code.ts';
import { judgeHolderAndDay } from '../../shared/coupon/judgeCoupon.ts';
import { Refusal } from '../../shared/errors.ts';
import type { BasketContent } from '../../shared/sale/basketContent.ts';
import { couponOfCode } from '../coupon/queries.ts';
import type { WriteScope } from '../verb.ts';

/**
 * The basket with the coupon on it. A basket below the coupon's minimum keeps it, so that the screen can say how much is
 * missing; everything else that is wrong is refused now. Goodwill lifts only what goodwill may lift.
 */
export async function putCouponOn(
  scope: WriteScope,
  content: BasketContent,
  typed: string,
  goodwill: { readonly reason: string; readonly personId: string } | null,
): Promise<BasketContent> {
  const read = readCode(typed);
  if (read?.kind !== 'coupon') throw new Refusal('CouponNotReadable');
  if (content.coupon !== null && content.coupon.code !== read.code)
    throw new Refusal('CouponAlreadyOnBasket');
  const known = await couponOfCode(scope.trx, read.code);
  if (known === null) throw new Refusal('CouponUnknown');
  const refusal = judgeHolderAndDay(known.coupon, known.series, {
    day: scope.businessDay,
    customerId: content.customer?.customerId ?? null,
    claimCode: null,
    isGoodwill: goodwill !== null,
  });
  if (refusal === null) return { ...content, coupon: { code: read.code, goodwill } };
  if (refusal.refused === 'CouponOfAnother' && content.customer === null) {
    throw new Refusal('CouponNeedsCustomer');
  }
  throw new Refusal(refusal.refused, refusal.data);
}
