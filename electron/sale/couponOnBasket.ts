/** Puts a coupon on a basket, or says exactly why it cannot be used. */
import { readCode } from '../../shared/code.ts';
import { judgeHolderAndDay } from '../../shared/coupon/judgeCoupon.ts';
import { Refusal } from '../../shared/errors.ts';
import type { BasketContent } from '../../shared/sale/basketContent.ts';
import { couponOfCode } from '../coupon/queries.ts';
import type { WriteScope } from '../verb.ts';
import { attemptsOf, type StoredBasket } from './queries.ts';

type KnownCoupon = NonNullable<Awaited<ReturnType<typeof couponOfCode>>>;
type Goodwill = NonNullable<BasketContent['coupon']>['goodwill'];

/**
 * The basket with the coupon on it, ours or a partner's. A basket below the coupon's minimum keeps it, so that the screen
 * can say how much is missing; everything else that is wrong is refused now. Goodwill lifts only what goodwill may lift.
 */
export async function putCouponOn(
  scope: WriteScope,
  stored: StoredBasket,
  typed: string,
  goodwill: Goodwill,
): Promise<BasketContent> {
  const known = await couponOfCode(scope.trx, typed);
  if (known !== null) return putKnownCouponOn(scope, stored, known, goodwill);
  throw new Refusal(readCode(typed)?.kind === 'coupon' ? 'CouponUnknown' : 'CouponNotReadable');
}

/** The same for a coupon that was looked up already. */
export async function putKnownCouponOn(
  scope: WriteScope,
  stored: StoredBasket,
  { coupon, series, spentSom, partner }: KnownCoupon,
  goodwill: Goodwill,
): Promise<BasketContent> {
  const { content } = stored;
  const { code } = coupon;
  if (content.written !== null) throw new Refusal('CouponNotOnPaper');
  if (content.coupon !== null && content.coupon.code !== code) throw new Refusal('CouponAlreadyOnBasket');
  const refusal = judgeHolderAndDay(coupon, series, {
    day: scope.businessDay,
    customerId: content.customer?.customerId ?? null,
    claimCode: null,
    isGoodwill: goodwill !== null,
    spentSom,
    partnerName: partner?.name,
  });
  if (refusal === null) {
    const isAfterPaymentKey = content.coupon?.isAfterPaymentKey ?? (await isPaymentChosen(scope, stored));
    return { ...content, coupon: { code, goodwill, isAfterPaymentKey } };
  }
  if (refusal.refused === 'CouponOfAnother' && content.customer === null) {
    throw new Refusal('CouponNeedsCustomer');
  }
  throw new Refusal(refusal.refused, refusal.data);
}

/** A coupon that comes after the way of paying was chosen is a sign that the owner may look at. */
async function isPaymentChosen(scope: WriteScope, { saleId, content }: StoredBasket): Promise<boolean> {
  return content.payment !== null || (await attemptsOf(scope.trx, saleId)).length > 0;
}
