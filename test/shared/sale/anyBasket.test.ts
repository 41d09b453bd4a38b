/** What holds for every basket, whatever promotions, coupon and tier meet on it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pricingSteps } from '../../../shared/basket.ts';
import { openedPromotion } from '../../../shared/coupon/openedPromotion.ts';
import { basisPoints, som } from '../../../shared/money.ts';
import { priceBasket } from '../../../shared/sale/priceBasket.ts';
import { amount, basketPercent, coupon, line, onBasket, onlyProducts, price, tier } from '../baskets.ts';
import { anyBasket, anyLines } from './anyBasket.ts';

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const runs = { numRuns: 1_500 };

describe('every priced basket', () => {
  it('adds up: gross less adjustments is net, lines sum to the totals, nothing is below zero', () => {
    fc.assert(
      fc.property(anyBasket, (basket) => {
        const priced = priceBasket(basket);
        for (const each of priced.lines) {
          const off = sum(each.adjustments.map((adjustment) => adjustment.amountSom));
          expect(each.netSom).toBe(each.grossSom - off);
          expect(each.netSom).toBeGreaterThanOrEqual(0);
          expect(each.vatSom).toBeLessThanOrEqual(each.netSom + each.partnerShareSom);
          expect(each.settledSom).toBeGreaterThanOrEqual(0);
          for (const adjustment of each.adjustments) expect(adjustment.amountSom).toBeGreaterThan(0);
        }
        expect(priced.netSom).toBe(sum(priced.lines.map((each) => each.netSom)));
        expect(priced.netSom).toBe(sum(priced.lines.map((each) => each.settledSom)));
        expect(priced.grossSom - priced.discountSom).toBe(priced.netSom);
        expect(priced.vatSom).toBe(sum(priced.lines.map((each) => each.vatSom)));
      }),
      runs,
    );
  });

  it('costs the same in whatever order it was scanned', () => {
    fc.assert(
      fc.property(
        anyBasket.chain((basket) =>
          fc.record({
            basket: fc.constant(basket),
            lines: fc.shuffledSubarray([...basket.lines], { minLength: basket.lines.length }),
            promotions: fc.shuffledSubarray([...basket.promotions], { minLength: basket.promotions.length }),
          }),
        ),
        ({ basket, lines, promotions }) => {
          const scanned = priceBasket(basket);
          const scannedOtherwise = priceBasket({ ...basket, lines, promotions });
          expect(scannedOtherwise.netSom).toBe(scanned.netSom);
          expect(scannedOtherwise.coupon).toEqual(scanned.coupon);
          // What a cap cuts is split over the lines, ties to the earlier one: only there the order may move a soʻm.
          if (basket.discountCapBasisPoints === null) {
            expect(scannedOtherwise.promotions).toEqual(scanned.promotions);
          }
        },
      ),
      { numRuns: 4_000 },
    );
  });

  it('costs the same in whatever order even where shares tie to the so’m', () => {
    const products = ['a', 'b', 'c'];
    const small = fc.integer({ min: 1, max: 6 });
    const tiny = fc.record({
      lines: fc
        .array(fc.record({ product: fc.constantFrom(...products), price: small }), {
          minLength: 2,
          maxLength: 4,
        })
        .map((lines) => lines.map((each) => line(each.product, each.price, 1))),
      promotion: fc.option(small, { nil: null }),
      coupon: fc.option(fc.record({ value: small, only: fc.constantFrom(...products) }), { nil: null }),
      tier: fc.constantFrom(0, 50),
    });
    fc.assert(
      fc.property(tiny, (basket) => {
        const rules = {
          promotions: basket.promotion === null ? [] : [onBasket('p', amount(basket.promotion))],
          coupon:
            basket.coupon === null
              ? null
              : coupon({ benefit: amount(basket.coupon.value), scope: onlyProducts(basket.coupon.only) }),
          tier: tier(basket.tier),
        };
        const total = price(basket.lines, rules).netSom;
        expect(price([...basket.lines].reverse(), rules).netSom).toBe(total);
      }),
      { numRuns: 3_000 },
    );
  });

  it('lists the adjustments of a line in the fixed order of steps, each once; by hand also those of the basket', () => {
    fc.assert(
      fc.property(anyBasket, (basket) => {
        for (const each of priceBasket(basket).lines) {
          const order = each.adjustments.map((adjustment) => pricingSteps.indexOf(adjustment.step));
          expect(order).toEqual(order.toSorted((a, b) => a - b));
          const steps = each.adjustments.filter(({ step }) => step !== 'manual').map(({ step }) => step);
          expect(steps).toEqual([...new Set(steps)]);
          expect(order.filter((step) => step === 0).length).toBeLessThanOrEqual(2);
        }
      }),
      runs,
    );
  });

  it('lets a partner bear no more than its coupon gave, line by line, floored on the whole', () => {
    fc.assert(
      fc.property(anyBasket, (basket) => {
        const { lines, couponGift } = priceBasket(basket);
        for (const each of lines) {
          const off = sum(each.adjustments.map(({ amountSom }) => amountSom));
          expect(each.partnerShareSom).toBeGreaterThanOrEqual(0);
          expect(each.partnerShareSom).toBeLessThanOrEqual(off);
        }
        const rate = couponGift.partnerId === null ? 0 : (basket.coupon?.series.partnerBearsBasisPoints ?? 0);
        expect(sum(lines.map((each) => each.partnerShareSom))).toBe(
          Math.floor((couponGift.discountSom * rate) / 10_000),
        );
      }),
      runs,
    );
  });

  it('gives the same answer when it is asked twice', () => {
    fc.assert(
      fc.property(anyBasket, (basket) => {
        expect(priceBasket(basket)).toEqual(priceBasket(structuredClone(basket)));
      }),
      { numRuns: 300 },
    );
  });

  it('is never dearer than without discounts, and a promotion more never makes the goods dearer than the shelf', () => {
    fc.assert(
      fc.property(anyBasket, (basket) => {
        const priced = priceBasket(basket);
        expect(priced.netSom).toBeLessThanOrEqual(priced.grossSom);
      }),
      runs,
    );
  });

  it('without one of its lines, the others never cost more than without any discount', () => {
    fc.assert(
      fc.property(anyBasket, fc.nat(), (basket, place) => {
        const gone = place % basket.lines.length;
        const rest = basket.lines.filter((_, index) => index !== gone);
        const priced = priceBasket({ ...basket, lines: rest });
        const undiscounted = priceBasket({
          ...basket,
          lines: rest,
          promotions: [],
          coupon: null,
          tier: null,
        });
        expect(priced.netSom).toBeLessThanOrEqual(undiscounted.netSom);
        for (const [index, each] of priced.lines.entries()) {
          expect(each.netSom).toBeLessThanOrEqual(undiscounted.lines[index]?.grossSom ?? 0);
        }
      }),
      runs,
    );
  });

  it('is answered for: each promotion of the day once, and what they took is what the lines say', () => {
    fc.assert(
      fc.property(anyBasket, (basket) => {
        const priced = priceBasket(basket);
        const opened = basket.coupon === null ? null : openedPromotion(basket.coupon.series);
        const tried = [...basket.promotions, ...(opened === null ? [] : [opened])];
        expect(priced.promotions.map((each) => each.promotionId).sort()).toEqual(
          tried.map((each) => each.promotionId).sort(),
        );
        for (const { promotionId, outcome } of priced.promotions) {
          const taken = sum(
            priced.lines
              .flatMap((each) => each.adjustments)
              .filter((each) => each.sourceId === promotionId)
              .map((each) => each.amountSom),
          );
          expect(outcome.kind === 'applied' ? outcome.amountSom : 0).toBe(taken);
          expect(outcome.kind === 'applied').toBe(taken > 0);
        }
        for (const { missingSom, missingThousandths } of priced.misses) {
          expect(missingSom + missingThousandths).toBeGreaterThan(0);
        }
      }),
      runs,
    );
  });

  it('respects the cap on discounts to the last so’m', () => {
    fc.assert(
      fc.property(anyBasket, fc.integer({ min: 0, max: 10_000 }), (basket, cap) => {
        const priced = priceBasket({ ...basket, discountCapBasisPoints: basisPoints(cap) });
        expect(priced.discountSom).toBeLessThanOrEqual(Math.floor((priced.grossSom * cap) / 10_000));
      }),
      runs,
    );
  });

  it('reports a coupon as applied exactly when it gave something, and with the sum it took off itself', () => {
    fc.assert(
      fc.property(anyBasket, (basket) => {
        const priced = priceBasket(basket);
        const off = sum(
          priced.lines
            .flatMap((each) => each.adjustments)
            .filter((adjustment) => adjustment.step === 'coupon')
            .map((adjustment) => adjustment.amountSom),
        );
        expect(priced.coupon.kind === 'applied' ? priced.coupon.amountSom : som(0)).toBe(off);
        const { discountSom, bonusSom } = priced.couponGift;
        expect(priced.coupon.kind === 'applied').toBe(discountSom + bonusSom > 0);
      }),
      runs,
    );
  });

  it('costs exactly nothing at 100 % off, by coupon or by tier', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const discountable = lines.map((each) => ({ ...each, isDiscountable: true }));
        expect(price(discountable, { coupon: coupon({ benefit: basketPercent(100) }) }).netSom).toBe(0);
        expect(price(discountable, { tier: tier(100) }).netSom).toBe(0);
      }),
      runs,
    );
  });
});
