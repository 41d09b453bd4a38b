/** Whether a coupon may be used, whom it belongs to, and which sale brings one. */
import { describe, expect, it } from 'vitest';
import { couponsDue, type SaleForCoupons } from '../../../shared/coupon/issueCoupons.ts';
import { type CouponFacts, goodwillHelps, judgeCoupon } from '../../../shared/coupon/judgeCoupon.ts';
import { givenCouponIsVoided, usedCouponReopens } from '../../../shared/coupon/returnCoupons.ts';
import { type Coupon, type CouponSeries, couponDays } from '../../../shared/coupon/series.ts';
import { som } from '../../../shared/money.ts';
import { businessDay, type Instant } from '../../../shared/time.ts';
import { basketPercent, couponSeries, today, unusedCoupon } from '../baskets.ts';

const facts: CouponFacts = { day: today, customerId: null, claimCode: null, isGoodwill: false };
const enough = som(60_000);

function judge(
  own: Partial<Coupon> = {},
  more: { facts?: Partial<CouponFacts>; series?: Partial<CouponSeries>; basket?: number } = {},
) {
  return judgeCoupon(
    { ...unusedCoupon, ...own },
    { ...couponSeries, ...more.series },
    { ...facts, ...more.facts },
    som(more.basket ?? enough),
  );
}

describe('a coupon', () => {
  it('is good from its first to the end of its last day', () => {
    expect(judge({ validFrom: today })).toBeNull();
    expect(judge({ expiresOn: today })).toBeNull();
    expect(judge({ validFrom: businessDay('2026-11-23') })).toEqual({
      refused: 'CouponNotYet',
      data: { validFrom: '2026-11-23' },
    });
    expect(judge({ expiresOn: businessDay('2026-11-21') })).toEqual({
      refused: 'CouponExpired',
      data: { expiredOn: '2026-11-21' },
    });
  });

  it('that was used says when and on which receipt', () => {
    const redeemedAt = '2026-11-21T10:00:00.000Z' as Instant;
    expect(judge({ state: { kind: 'redeemed', redeemedAt, receiptNumber: 417 } })).toEqual({
      refused: 'CouponUsed',
      data: { redeemedAt, receiptNumber: 417 },
    });
  });

  it('that was voided is worth nothing, whatever else is wrong with it', () => {
    const lapsed = businessDay('2026-01-01');
    expect(judge({ state: { kind: 'voided' }, expiresOn: lapsed })).toMatchObject({
      refused: 'CouponVoided',
    });
  });

  it('below its minimum says how much is missing', () => {
    expect(judge({}, { basket: 38_000 })).toEqual({
      refused: 'CouponBelowMinimum',
      data: { minimumSom: 50_000, missingSom: 12_000 },
    });
    expect(judge({}, { basket: 50_000 })).toBeNull();
  });
});

describe('rule 23: bound or bearer', () => {
  const azizas: Partial<Coupon> = { holder: { kind: 'customer', customerId: 'aziza' } };
  const onReceipt: Partial<Coupon> = { holder: { kind: 'claim', claimCode: 'C23' } };

  it('a coupon bound to a customer works with that customer only', () => {
    expect(judge(azizas, { facts: { customerId: 'aziza' } })).toBeNull();
    expect(judge(azizas, { facts: { customerId: 'bobur' } })).toMatchObject({ refused: 'CouponOfAnother' });
  });

  it('left on the counter it is worth nothing to the cashier', () => {
    expect(judge(azizas)).toMatchObject({ refused: 'CouponOfAnother' });
    expect(judge(onReceipt)).toMatchObject({ refused: 'CouponOfAnother' });
  });

  it('a coupon of a receipt without a customer works with that receipt', () => {
    expect(judge(onReceipt, { facts: { claimCode: 'C23' } })).toBeNull();
    expect(judge(onReceipt, { facts: { claimCode: 'C99' } })).toMatchObject({ refused: 'CouponOfAnother' });
  });

  it('may be given on where its series says so', () => {
    expect(judge(azizas, { series: { mayBeGivenOn: true } })).toBeNull();
  });

  it('a handout works for whoever brings it', () => {
    expect(judge({ holder: { kind: 'bearer' } }, { facts: { customerId: 'bobur' } })).toBeNull();
  });
});

describe('a series that binds nobody', () => {
  it('is good in any hand, also when it was given to a customer by name', () => {
    const hers: Partial<Coupon> = { holder: { kind: 'customer', customerId: 'aziza' } };
    expect(judge(hers, { facts: { customerId: 'bobur' }, series: { holding: 'bearer' } })).toBeNull();
    expect(judge(hers, { facts: { customerId: 'bobur' } })).toMatchObject({ refused: 'CouponOfAnother' });
  });
});

describe('a coupon for a partner’s shop', () => {
  const theirs = { series: { usedAt: 'partner' as const }, facts: { partnerName: 'Non uyi' } };

  it('is not used here and says where it is', () => {
    expect(judge({}, theirs)).toEqual({ refused: 'CouponForPartner', data: { partnerName: 'Non uyi' } });
    const goodwill = { ...theirs, facts: { ...theirs.facts, isGoodwill: true } };
    expect(judge({}, goodwill)).toMatchObject({ refused: 'CouponForPartner' });
  });

  it('that is void is void first', () => {
    expect(judge({ state: { kind: 'voided' } }, theirs)).toMatchObject({ refused: 'CouponVoided' });
  });
});

describe('the money of a series', () => {
  const series = { budgetSom: som(100_000) };
  const spent = (spentSom: number, basket = 50_000, isGoodwill = false) =>
    judge({}, { series, basket, facts: { spentSom: som(spentSom), isGoodwill } })?.refused ?? null;

  it('lets a coupon through while all of it fits', () => {
    expect(spent(0)).toBeNull();
    expect(spent(95_000)).toBeNull();
    expect(spent(95_001)).toBe('CouponBudgetSpent');
    expect(spent(100_000)).toBe('CouponBudgetSpent');
  });

  it('says first what is missing in the basket, unless nothing at all is left', () => {
    expect(spent(95_001, 49_999)).toBe('CouponBelowMinimum');
    expect(spent(100_000, 49_999)).toBe('CouponBudgetSpent');
  });

  it('is not lifted by goodwill', () => {
    expect(spent(100_000, 50_000, true)).toBe('CouponBudgetSpent');
    const refusal = judge({}, { series, facts: { spentSom: som(100_000) } });
    expect(refusal !== null && goodwillHelps(refusal)).toBe(false);
  });

  it('counts a percentage by the basket it is used on', () => {
    const tenth: Partial<CouponSeries> = { ...series, benefit: basketPercent(10) };
    const on = (basket: number) =>
      judge({}, { series: tenth, basket, facts: { spentSom: som(90_000) } })?.refused ?? null;
    expect(on(100_000)).toBeNull();
    expect(on(100_010)).toBe('CouponBudgetSpent');
  });
});

describe('goodwill', () => {
  const kind = { facts: { isGoodwill: true } };

  it('lets an expired or a short coupon through', () => {
    expect(judge({ expiresOn: businessDay('2026-11-21') }, { ...kind, basket: 10_000 })).toBeNull();
  });

  it('never a used, voided, foreign or early one', () => {
    const redeemedAt = '2026-11-21T10:00:00.000Z' as Instant;
    const refusals = [
      judge({ state: { kind: 'redeemed', redeemedAt, receiptNumber: 1 } }, kind),
      judge({ state: { kind: 'voided' } }, kind),
      judge({ holder: { kind: 'customer', customerId: 'aziza' } }, kind),
      judge({ validFrom: businessDay('2026-12-01') }, kind),
    ];
    expect(refusals.map((refusal) => refusal?.refused)).toEqual([
      'CouponUsed',
      'CouponVoided',
      'CouponOfAnother',
      'CouponNotYet',
    ]);
    expect(refusals.some((refusal) => refusal !== null && goodwillHelps(refusal))).toBe(false);
  });

  it('is offered exactly where it helps', () => {
    const expired = judge({ expiresOn: businessDay('2026-11-21') });
    const short = judge({}, { basket: 1 });
    expect([expired, short].map((refusal) => refusal !== null && goodwillHelps(refusal))).toEqual([
      true,
      true,
    ]);
  });
});

describe('a sale brings a coupon', () => {
  const sale: SaleForCoupons = { day: today, netSom: som(30_000), customerId: null, claimCode: 'C23' };

  it('from its sum on, good for its days, bound to the receipt', () => {
    expect(couponsDue([couponSeries], sale)).toEqual([
      {
        series: couponSeries,
        holder: { kind: 'claim', claimCode: 'C23' },
        validFrom: '2026-11-22',
        expiresOn: '2026-12-06',
      },
    ]);
    expect(couponsDue([couponSeries], { ...sale, netSom: som(29_999) })).toEqual([]);
  });

  it('bound to the customer when there is one, to nobody when it is a bearer coupon', () => {
    const holders = (series: CouponSeries, at: SaleForCoupons) =>
      couponsDue([series], at).map((due) => due.holder);
    expect(holders(couponSeries, { ...sale, customerId: 'aziza' })).toEqual([
      { kind: 'customer', customerId: 'aziza' },
    ]);
    expect(holders({ ...couponSeries, holding: 'bearer' }, sale)).toEqual([{ kind: 'bearer' }]);
    expect(holders(couponSeries, { ...sale, claimCode: null })).toEqual([]);
  });

  it('not from a series that is no longer given or only by hand, nor for nothing', () => {
    expect(couponsDue([{ ...couponSeries, isGiven: false }], sale)).toEqual([]);
    expect(couponsDue([{ ...couponSeries, giving: { kind: 'byHand' } }], sale)).toEqual([]);
    const always: CouponSeries = { ...couponSeries, giving: { kind: 'everySale', fromSom: som(0) } };
    expect(couponsDue([always], { ...sale, netSom: som(0) })).toEqual([]);
  });

  it('that a promotion names, whatever the series asks of a sale, but one of each series', () => {
    const byHand: CouponSeries = { ...couponSeries, seriesId: 'gift', giving: { kind: 'byHand' } };
    const named = new Set(['gift', 'next-visit']);
    const ids = (at: SaleForCoupons) =>
      couponsDue([couponSeries, byHand], at, { named }).map((due) => due.series.seriesId);
    expect(ids(sale)).toEqual(['next-visit', 'gift']);
    expect(ids({ ...sale, netSom: som(1) })).toEqual(['next-visit', 'gift']);
    expect(couponsDue([{ ...byHand, isGiven: false }], sale, { named })).toEqual([]);
  });

  it('not of a series whose money is spent, even when a promotion names it', () => {
    const due = (spent: number) =>
      couponsDue([{ ...couponSeries, budgetSom: som(5_000) }], sale, {
        named: new Set(['next-visit']),
        spentSom: new Map([['next-visit', som(spent)]]),
      }).length;
    expect([due(4_999), due(5_000)]).toEqual([1, 0]);
  });

  it('with the days of its series, and none when these are over', () => {
    const between = {
      kind: 'between',
      from: businessDay('2026-12-01'),
      to: businessDay('2026-12-31'),
    } as const;
    expect(couponDays(between, today)).toEqual({ validFrom: '2026-12-01', expiresOn: '2026-12-31' });
    expect(couponDays(between, businessDay('2027-01-01'))).toBeNull();
    expect(
      couponsDue([{ ...couponSeries, validity: between }], { ...sale, day: businessDay('2027-01-01') }),
    ).toEqual([]);
  });
});

describe('rule 10: coupons when goods come back', () => {
  const sold = { isWhollyReturned: true, soldOn: today };

  it('a used coupon lives again only after a full cancel on the same day, while it is good', () => {
    expect(usedCouponReopens(unusedCoupon, sold, today)).toBe(true);
    expect(usedCouponReopens(unusedCoupon, { ...sold, isWhollyReturned: false }, today)).toBe(false);
    expect(usedCouponReopens(unusedCoupon, sold, businessDay('2026-11-23'))).toBe(false);
    expect(usedCouponReopens({ expiresOn: businessDay('2026-11-21') }, sold, today)).toBe(false);
  });

  it('a coupon that the sale brought is voided when all is returned and it was not used', () => {
    const redeemedAt = '2026-11-21T10:00:00.000Z' as Instant;
    expect(givenCouponIsVoided({ state: { kind: 'issued' } }, true)).toBe(true);
    expect(givenCouponIsVoided({ state: { kind: 'issued' } }, false)).toBe(false);
    expect(givenCouponIsVoided({ state: { kind: 'redeemed', redeemedAt, receiptNumber: 1 } }, true)).toBe(
      false,
    );
  });
});
