/** What a coupon gives whichever way it works, and which part of it a partner bears (rule 19). */
import { describe, expect, it } from 'vitest';
import type { CouponSeries } from '../../../shared/coupon/series.ts';
import { basisPoints, som } from '../../../shared/money.ts';
import { bonusOfRewards } from '../../../shared/sale/couponGift.ts';
import { givenInAll } from '../../../shared/sale/givenRewards.ts';
import { amount, coupon, line, onlyProducts, price, reward, workedReceipt } from '../baskets.ts';

const byPartner = (rate: number, more: Partial<CouponSeries> = {}) =>
  coupon({ partnerId: 'bakery', partnerBearsBasisPoints: basisPoints(rate * 100), ...more });
const gift = { kind: 'gift', of: onlyProducts('tea'), pieces: 1 } as const;
const bonus = { kind: 'bonus', bonusSom: som(3_000) } as const;

describe('a coupon of which a partner bears half', () => {
  it('costs the customer what any coupon would, and is split over the lines as the discount is', () => {
    const priced = price(workedReceipt, { coupon: byPartner(50) });
    expect(priced.netSom).toBe(74_780);
    expect(priced.couponGift).toEqual({
      discountSom: 5_000,
      bonusSom: 0,
      partnerId: 'bakery',
      partnerSharesSom: [814, 1_426, 260],
      partnerBonusSom: 0,
    });
  });

  it('has VAT inside what customer and partner pay together', () => {
    const oven = line('oven', 112_000, 1, { vatBasisPoints: basisPoints(1200) });
    const priced = price([oven], { coupon: byPartner(50, { benefit: amount(11_200) }) });
    expect([priced.netSom, priced.vatSom]).toEqual([100_800, 11_400]);
    expect(price([oven], { coupon: coupon({ benefit: amount(11_200) }) }).vatSom).toBe(10_800);
  });

  it('counts only what the shop’s cap left of it', () => {
    const priced = price([line('tea', 10_000, 1)], {
      coupon: byPartner(50),
      discountCapBasisPoints: basisPoints(2_001),
    });
    expect(priced.couponGift).toMatchObject({ discountSom: 2_001, partnerSharesSom: [1_000] });
  });
});

describe('a coupon that gives goods', () => {
  const basket = [line('tea', 8_000, 1), line('rice', 40_000, 1)];

  it('takes the piece off and is used up; the partner bears its part of that', () => {
    const priced = price(basket, { coupon: byPartner(100, { benefit: gift }) });
    expect(priced.netSom).toBe(40_000);
    expect(priced.coupon).toMatchObject({ kind: 'applied', amountSom: 0 });
    expect(priced.couponGift).toMatchObject({ discountSom: 8_000, partnerSharesSom: [8_000, 0] });
  });

  it('stays unused while the piece is not in the basket, and below its minimum', () => {
    expect(price([line('rice', 40_000, 1)], { coupon: coupon({ benefit: gift }) }).coupon.kind).toBe(
      'noEffect',
    );
    const short = price(basket, { coupon: coupon({ benefit: gift, minimumSom: som(90_000) }) });
    expect(short.coupon).toMatchObject({ kind: 'refused', refusal: { data: { missingSom: 42_000 } } });
    expect(short.netSom).toBe(48_000);
  });

  it('stays unused when it would cost more than is left of the budget', () => {
    const left = coupon({ benefit: gift, budgetSom: som(10_000) });
    const spent = (sum: number) => ({ ...left, facts: { ...left.facts, spentSom: som(sum) } });
    expect(price(basket, { coupon: spent(2_000) }).netSom).toBe(40_000);
    expect(price(basket, { coupon: spent(2_001) }).netSom).toBe(48_000);
  });
});

describe('a coupon that gives bonus', () => {
  it('is used up by it, and the partner bears its part of the bonus', () => {
    const priced = price([line('tea', 8_000, 1)], { coupon: byPartner(30, { benefit: bonus }) });
    expect(priced.netSom).toBe(8_000);
    expect(priced.coupon.kind).toBe('applied');
    expect(priced.couponGift).toMatchObject({ bonusSom: 3_000, partnerBonusSom: 900, partnerSharesSom: [] });
    expect(bonusOfRewards(priced.rewards)).toBe(3_000);
  });
});

describe('bonus on top', () => {
  const perPiece = { kind: 'bonus', bonusSom: som(500), per: { kind: 'piece' } } as const;

  it('is told as one sum: 500 a piece for three pieces is 1 500', () => {
    const [given] = price([line('tea', 8_000, 3)], { promotions: [reward('p', perPiece)] }).rewards;
    expect(given).toMatchObject({ count: 1_500 });
    expect(given && givenInAll(given)).toEqual({ kind: 'bonus', bonusSom: 1_500, per: { kind: 'receipt' } });
  });

  it('is not given when it would cost more than is left of the budget', () => {
    const limits = { times: null, timesPerDay: null, timesPerCustomer: null, timesPerCustomerPerDay: null };
    const promotions = [reward('p', perPiece, { limits: { ...limits, budgetSom: som(1_499) } })];
    const priced = price([line('tea', 8_000, 3)], { promotions });
    expect(priced.rewards).toEqual([]);
    expect(priced.promotions[0]?.outcome).toEqual({ kind: 'overBudget', leftSom: 1_499, wantedSom: 1_500 });
  });
});

describe('a coupon of the shop’s own', () => {
  it('is borne by nobody else', () => {
    expect(price(workedReceipt, { coupon: coupon() }).couponGift).toMatchObject({
      discountSom: 5_000,
      partnerId: null,
      partnerSharesSom: [],
    });
  });
});
