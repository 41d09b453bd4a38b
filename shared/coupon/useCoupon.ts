/** What one use makes of a coupon: whether it is used up, and what a partner owes for it. */
import { percentOf, type Som } from '../money.ts';
import type { Instant } from '../time.ts';
import type { CouponSeries, CouponState } from './series.ts';

/** How often a coupon may be used, null without bound, and how often it was. */
export interface CouponUses {
  readonly allowed: number | null;
  readonly count: number;
}

/**
 * The state after one more use. A coupon is issued until its last use; only then it is redeemed and says when and where.
 *
 * | allowed | used before | after this use |
 * |---------|-------------|----------------|
 * | 1       | 0           | redeemed       |
 * | 3       | 1           | issued         |
 * | 3       | 2           | redeemed       |
 * | no bound| 40          | issued         |
 */
export function stateAfterUse(
  uses: CouponUses,
  use: { readonly redeemedAt: Instant; readonly receiptNumber: number },
): CouponState {
  const isLast = uses.allowed !== null && uses.count + 1 >= uses.allowed;
  return isLast ? { kind: 'redeemed', ...use } : { kind: 'issued' };
}

/** What the partner owes of a discount: their part of it, floored, so that the shop never claims more than was agreed. */
export function partnerShareSom(
  series: Pick<CouponSeries, 'partnerId' | 'partnerBearsBasisPoints'>,
  amountSom: Som,
): Som {
  return percentOf(amountSom, series.partnerId === null ? noPart : series.partnerBearsBasisPoints);
}

const noPart = 0 as CouponSeries['partnerBearsBasisPoints'];
