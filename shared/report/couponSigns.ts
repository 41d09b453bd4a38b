/** Which patterns in the use of coupons are worth the owner's look: counted, never accused. */

/** How often each person took coupons of a series. */
export interface PersonUses {
  readonly personId: string;
  readonly uses: number;
}

/** So few uses by one person are chance. */
const fewestByOne = 5;
/** In a shop of two, one of them always takes more than half. */
const fewestPeople = 3;
/** So many coupons of one series by one customer on one day. */
export const oftenOnOneDay = 3;

/**
 * The person who takes far more of a series' coupons than everybody else together; null when there is none.
 *
 * | people who sell | uses     | sign  |
 * |-----------------|----------|-------|
 * | 3               | 6, 2, 1  | first |
 * | 3               | 4, 0, 0  | none: too few |
 * | 3               | 5, 3, 2  | none: not more than half |
 * | 2               | 40, 1    | none: too few people |
 */
export function farAbove(uses: readonly PersonUses[], peopleWhoSell: number): PersonUses | null {
  if (peopleWhoSell < fewestPeople) return null;
  const all = uses.reduce((sum, each) => sum + each.uses, 0);
  return uses.find((each) => each.uses >= fewestByOne && each.uses * 2 > all) ?? null;
}
