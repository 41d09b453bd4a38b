/** What becomes of coupons when a sale is returned (docs/rules.md rule 10). */
import type { BusinessDay } from '../time.ts';
import type { Coupon } from './series.ts';

/**
 * The coupon that was used on the sale. It comes back to life only when everything is returned on the business day of the
 * sale and its last day has not passed; otherwise it stays redeemed, even if the kept goods fall under its minimum.
 */
export function usedCouponReopens(
  coupon: Pick<Coupon, 'expiresOn'>,
  sold: { readonly isWhollyReturned: boolean; readonly soldOn: BusinessDay },
  day: BusinessDay,
): boolean {
  return sold.isWhollyReturned && sold.soldOn === day && day <= coupon.expiresOn;
}

/** The coupon that the sale brought: voided when everything is returned and it was not used yet. */
export function givenCouponIsVoided(coupon: Pick<Coupon, 'state'>, isWhollyReturned: boolean): boolean {
  return isWhollyReturned && coupon.state.kind === 'issued';
}
