/** Which coupons a sale brings its customer. */
import { type Som, zeroSom } from '../money.ts';
import type { BusinessDay } from '../time.ts';
import { isBudgetSpent } from './judgeCoupon.ts';
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

/** What a sale's coupons depend on besides the series; left out, no promotion names any and nothing is spent. */
export interface GivingFacts {
  /** Series of which promotions on this receipt give a coupon, whatever the series' own rule says. */
  readonly named?: ReadonlySet<string>;
  /** By series, what its coupons took off until now. */
  readonly spentSom?: ReadonlyMap<string, Som>;
}

/**
 * The coupons due on a sale, at most one of each series: those whose rule the sale meets and those that a promotion names.
 * A bound one goes to the customer, else to the receipt's claim code (docs/rules.md rule 23); with neither there is nobody
 * to bind it to and none is given. Nor is one of a series whose budget is spent: it would be worth nothing.
 *
 * | series from 50 000   | sale   | named by a promotion | budget spent | given |
 * |----------------------|--------|----------------------|--------------|-------|
 * | everySale            | 50 000 | –                    | no           | one   |
 * | everySale            | 49 999 | –                    | no           | none  |
 * | everySale            | 49 999 | yes                  | no           | one   |
 * | byHand               | 90 000 | yes                  | no           | one   |
 * | everySale            | 90 000 | yes                  | yes          | none  |
 */
export function couponsDue(
  series: readonly CouponSeries[],
  sale: SaleForCoupons,
  { named = new Set(), spentSom = new Map() }: GivingFacts = {},
): readonly CouponDue[] {
  return series.flatMap((each) => {
    if (!each.isGiven || sale.netSom === 0) return [];
    if (!isMet(each, sale) && !named.has(each.seriesId)) return [];
    if (isBudgetSpent(each, spentSom.get(each.seriesId) ?? zeroSom)) return [];
    const days = couponDays(each.validity, sale.day);
    const holder = holderFor(each, sale);
    return days === null || holder === null ? [] : [{ series: each, holder, ...days }];
  });
}

function isMet({ giving }: CouponSeries, { netSom }: SaleForCoupons): boolean {
  return giving.kind === 'everySale' && netSom >= giving.fromSom;
}

/** Whom a coupon of the series is bound to; null when it must be bound and there is nobody. */
export function holderFor(
  series: Pick<CouponSeries, 'holding'>,
  to: Pick<SaleForCoupons, 'customerId' | 'claimCode'>,
): CouponHolder | null {
  if (series.holding === 'bearer') return { kind: 'bearer' };
  if (to.customerId !== null) return { kind: 'customer', customerId: to.customerId };
  return to.claimCode === null ? null : { kind: 'claim', claimCode: to.claimCode };
}
