/** Rule 12: tiers by what was paid on closed days. */
import { describe, expect, it } from 'vitest';
import { nextTier, paidBefore, type Tier, tierAsOf, tierFor } from '../../../shared/loyalty/tier.ts';
import { basisPoints, som } from '../../../shared/money.ts';
import { businessDay } from '../../../shared/time.ts';

const tier = (tierId: string, from: number): Tier => ({
  tierId,
  name: { uz: tierId },
  fromSom: som(from),
  discountBasisPoints: basisPoints(0),
  bonusBasisPoints: null,
});
const tiers = [tier('silver', 1_000), tier('gold', 5_000), tier('first', 0)];
const day = (text: string, paid: number) => ({ day: businessDay(text), paidSom: som(paid) });

describe('a tier', () => {
  it.each([
    [500, 'first'],
    [999, 'first'],
    [1_000, 'silver'],
    [4_999, 'silver'],
    [5_000, 'gold'],
    [-200, undefined],
  ])('after %i is %s', (paid, reached) => {
    expect(tierFor(som(paid), tiers)?.tierId).toBe(reached);
  });

  it('of the purchase that crosses a bound is still the old one, and the new one counts from the next day', () => {
    const paid = [day('2026-11-01', 900), day('2026-11-22', 4_500)];
    const on = (text: string) => tierAsOf(businessDay(text), paid, tiers, 'lastTwelveMonths')?.tierId;
    expect(on('2026-11-22')).toBe('first');
    expect(on('2026-11-23')).toBe('gold');
  });

  it('is lowered by a return from the next day on', () => {
    const paid = [day('2026-11-01', 5_000), day('2026-11-22', -1)];
    const on = (text: string) => tierAsOf(businessDay(text), paid, tiers, 'lastTwelveMonths')?.tierId;
    expect(on('2026-11-22')).toBe('gold');
    expect(on('2026-11-23')).toBe('silver');
  });

  it('forgets what is more than twelve months ago, unless all time counts', () => {
    const paid = [day('2025-11-21', 5_000), day('2025-11-22', 700)];
    const asOf = businessDay('2026-11-22');
    expect(paidBefore(asOf, paid, 'lastTwelveMonths')).toBe(700);
    expect(paidBefore(asOf, paid, 'allTime')).toBe(5_700);
  });

  it('knows what a year before 29 February means', () => {
    const paid = [day('2027-02-28', 10), day('2027-03-01', 5)];
    expect(paidBefore(businessDay('2028-02-29'), paid, 'lastTwelveMonths')).toBe(5);
  });
});

describe('the next tier', () => {
  const ladder = [tier('gold', 5_000), tier('silver', 1_000)];

  it.each([
    [null, 400, 'silver', 600],
    [null, 1_200, 'silver', 0],
    [null, -300, 'silver', 1_300],
    [1_000, 1_200, 'gold', 3_800],
    [1_000, 6_000, 'gold', 0],
  ])('of a customer from %s who has paid %i is %s, %i away', (from, paid, name, missing) => {
    const current = from === null ? null : { fromSom: som(from) };
    const next = nextTier(current, som(paid), ladder);
    expect([next?.tier.tierId, next?.missingSom]).toEqual([name, missing]);
  });

  it('is none on the highest, and none where the shop has no tiers', () => {
    expect(nextTier({ fromSom: som(5_000) }, som(7_000), ladder)).toBe(null);
    expect(nextTier(null, som(7_000), [])).toBe(null);
  });
});
