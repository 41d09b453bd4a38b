/** How large a part of the coupons came back. */

/** The part of the given coupons that was used, in basis points of whole percent; null where one coupon is used many times, so that a part means nothing. */
export function usedRate(issued: number, redeemed: number): number | null {
  return issued === 0 || redeemed > issued ? null : Math.round((redeemed * 100) / issued) * 100;
}
