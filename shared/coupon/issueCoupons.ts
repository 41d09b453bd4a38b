/** Which coupons a sale brings its customer. */
import type { Som } from '../money.ts';
import type { BusinessDay } from '../time.ts';
import { type CouponHolder, type CouponSeries, couponDays } from './series.ts';

export interface SaleForCoupons {
  readonly day: BusinessDay;
  /** What the goods cost after all discounts; gift cards and donations are not goods. */
  readonly netSom: Som;
  readonly customerId: string | null;
  /** The receipt's own claim code when no customer is attached. */
  readonly claimCode: string | null;
}

/** A coupon that is due and still needs its code. */
export interface CouponDue {
  readonly series: CouponSeries;
  readonly holder: CouponHolder;
  readonly validFrom: BusinessDay;
  readonly expiresOn: BusinessDay;
}

/**
 * The coupons due on a sale, at most one of each series. A bound one goes to the customer, else to the receipt's claim
 * code (docs/rules.md rule 23); with neither there is nobody to bind it to and none is given.
 */
export function couponsDue(series: readonly CouponSeries[], sale: SaleForCoupons): readonly CouponDue[] {
  return series.flatMap((each) => {
    if (!each.isGiven || each.giving.kind !== 'everySale') return [];
    if (sale.netSom === 0 || sale.netSom < each.giving.fromSom) return [];
    const days = couponDays(each.validity, sale.day);
    const holder = holderFor(each, sale);
    return days === null || holder === null ? [] : [{ series: each, holder, ...days }];
  });
}

function holderFor(series: CouponSeries, sale: SaleForCoupons): CouponHolder | null {
  if (series.holding === 'bearer') return { kind: 'bearer' };
  if (sale.customerId !== null) return { kind: 'customer', customerId: sale.customerId };
  if (sale.claimCode !== null) return { kind: 'claim', claimCode: sale.claimCode };
  return null;
}
