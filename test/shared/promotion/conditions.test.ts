/** When a promotion holds: clock, calendar, basket, customer, payment, coupon, and all, any and not over them. */
import { describe, expect, it } from 'vitest';
import { som, thousandths } from '../../../shared/money.ts';
import type { Condition } from '../../../shared/promotion/condition.ts';
import type { PastPurchase, PromotionCustomer } from '../../../shared/promotion/facts.ts';
import type { BasketToPrice } from '../../../shared/sale/priceBasket.ts';
import { businessDay } from '../../../shared/time.ts';
import { buyer, coupon, line, onBasket, onGoods, onlyProducts, percent, price } from '../baskets.ts';

const tea = line('tea', 10_000, 2, { brandId: 'ahmad', tags: ['hot'], categoryId: 'drinks' });

/** Whether 10 % off everything works under the conditions; 22 Nov 2026 is a Sunday. */
function holds(conditions: readonly Condition[], more: Partial<BasketToPrice> = {}): boolean {
  const promotions = [onGoods('p', percent(10), { conditions })];
  return price([tea], { promotions, ...more }).discountSom > 0;
}
const holdsFor = (condition: Condition, customer: Partial<PromotionCustomer>, day = '2026-11-22') =>
  holds([condition], { customer: buyer(customer), day: businessDay(day) });

describe('calendar and clock', () => {
  it('hold from the first to the last day, both included', () => {
    const november = {
      kind: 'dates',
      from: businessDay('2026-11-22'),
      to: businessDay('2026-11-30'),
    } as const;
    expect(holds([november])).toBe(true);
    expect(holds([november], { day: businessDay('2026-11-30') })).toBe(true);
    expect(holds([november], { day: businessDay('2026-12-01') })).toBe(false);
    expect(holds([november], { day: businessDay('2026-11-21') })).toBe(false);
  });

  it('hold today only when the button was pressed for today', () => {
    const today = { kind: 'onDay', day: businessDay('2026-11-22') } as const;
    expect(holds([today])).toBe(true);
    expect(holds([today], { day: businessDay('2026-11-23') })).toBe(false);
  });

  it('hold on the named days of the week', () => {
    expect(holds([{ kind: 'weekdays', days: [7] }])).toBe(true);
    expect(holds([{ kind: 'weekdays', days: [1, 2, 3, 4, 5, 6] }])).toBe(false);
  });

  it('hold from 14:00 on and no longer at 18:00', () => {
    const happy = { kind: 'hours', fromMinute: 14 * 60, toMinute: 18 * 60 } as const;
    const at = (hour: number, minute: number) => holds([happy], { minuteOfDay: hour * 60 + minute });
    expect([at(13, 59), at(14, 0), at(17, 59), at(18, 0)]).toEqual([false, true, true, false]);
  });

  it('hold over midnight', () => {
    const night = { kind: 'hours', fromMinute: 22 * 60, toMinute: 2 * 60 } as const;
    const at = (hour: number) => holds([night], { minuteOfDay: hour * 60 });
    expect([at(21), at(22), at(0), at(1), at(2)]).toEqual([false, true, true, true, false]);
  });

  it('never hold by the hour when nobody knows the hour', () => {
    expect(holds([{ kind: 'hours', fromMinute: 0, toMinute: 1440 }])).toBe(false);
  });
});

describe('the basket', () => {
  it('asks for goods by product, category, brand or tag', () => {
    const has = (of: Extract<Condition, { kind: 'contains' }>['of']) => holds([{ kind: 'contains', of }]);
    expect(has({ kind: 'brands', brandIds: ['ahmad'] })).toBe(true);
    expect(has({ kind: 'brands', brandIds: ['lipton'] })).toBe(false);
    expect(has({ kind: 'tags', tags: ['cold', 'hot'] })).toBe(true);
    expect(has({ kind: 'categories', categoryIds: ['bread'] })).toBe(false);
    expect(has(onlyProducts('tea'))).toBe(true);
  });

  it('combines scopes: all drinks but this brand', () => {
    const drinks = { kind: 'categories', categoryIds: ['drinks'] } as const;
    const ahmad = { kind: 'brands', brandIds: ['ahmad'] } as const;
    const off = (scope: Parameters<typeof onGoods>[2]) =>
      price([tea], { promotions: [onGoods('p', percent(10), scope)] }).discountSom;
    expect(off({ scope: { kind: 'except', scope: drinks, without: ahmad } })).toBe(0);
    expect(off({ scope: { kind: 'allOf', scopes: [drinks, ahmad] } })).toBe(2_000);
    expect(off({ scope: { kind: 'anyOf', scopes: [onlyProducts('bread'), ahmad] } })).toBe(2_000);
  });

  it('counts the promotion’s own goods, or those that are named', () => {
    const lines = [line('jacket', 80_000, 1), line('trousers', 100_000, 1)];
    const withTrousers = (minimumSom: number) =>
      price(lines, {
        promotions: [
          onGoods('p', percent(10), {
            scope: onlyProducts('jacket'),
            conditions: [{ kind: 'minimumSum', minimumSom: som(minimumSom), of: onlyProducts('trousers') }],
          }),
        ],
      }).discountSom;
    expect(withTrousers(100_000)).toBe(8_000);
    expect(withTrousers(100_001)).toBe(0);
  });

  it('sells goods cheaper that expire within five days, and no longer those that have', () => {
    const yoghurt = (expiresOn: string) => line('yoghurt', 10_000, 1, { expiresOn: businessDay(expiresOn) });
    const off = (expiresOn: string) =>
      price([yoghurt(expiresOn)], {
        promotions: [onGoods('p', percent(30), { scope: { kind: 'expiresWithin', days: 5 } })],
      }).discountSom;
    expect(off('2026-11-27')).toBe(3_000);
    expect(off('2026-11-28')).toBe(0);
    expect(off('2026-11-22')).toBe(3_000);
    expect(off('2026-11-21')).toBe(0);
  });
});

describe('the payment', () => {
  const withoutCash = { kind: 'paidWithoutCash', providers: [] } as const;
  const card = { kind: 'card', provider: 'uzcard' } as const;
  const click = { kind: 'qr', provider: 'click' } as const;
  const cash = { kind: 'cash', provider: null } as const;
  const bonus = { kind: 'bonus', provider: null } as const;

  it('rewards paying without cash, once a way of paying is chosen', () => {
    expect(holds([withoutCash])).toBe(false);
    expect(holds([withoutCash], { payment: [card] })).toBe(true);
    expect(holds([withoutCash], { payment: [click, bonus] })).toBe(true);
    expect(holds([withoutCash], { payment: [bonus] })).toBe(false);
  });

  it('gives nothing when a part is cash, so that nobody pays one soʻm by card for it', () => {
    expect(holds([withoutCash], { payment: [card, cash] })).toBe(false);
  });

  it('may name the providers', () => {
    const humo = { kind: 'paidWithoutCash', providers: ['humo'] } as const;
    expect(holds([humo], { payment: [card] })).toBe(false);
    expect(holds([humo], { payment: [{ kind: 'card', provider: 'humo' }] })).toBe(true);
  });
});

describe('the customer', () => {
  it('is asked for tier, segment, tag and card', () => {
    expect(holdsFor({ kind: 'tier', tierIds: ['gold'] }, { tierId: 'gold' })).toBe(true);
    expect(holdsFor({ kind: 'tier', tierIds: ['gold'] }, { tierId: 'silver' })).toBe(false);
    expect(holdsFor({ kind: 'segment', segmentIds: ['lost'] }, { segmentIds: ['lost'] })).toBe(true);
    expect(holdsFor({ kind: 'customerTag', tags: ['teacher'] }, { tags: [] })).toBe(false);
    expect(holdsFor({ kind: 'hasCard' }, { hasCard: true })).toBe(true);
    expect(holdsFor({ kind: 'hasCard' }, { hasCard: false })).toBe(false);
  });

  it('without a customer fulfils none of it, and its opposite', () => {
    const conditions = [
      { kind: 'hasCard' },
      { kind: 'firstPurchase' },
      { kind: 'tier', tierIds: ['gold'] },
      { kind: 'birthday', daysBefore: 3, daysAfter: 3 },
      { kind: 'referral' },
    ] as const;
    for (const condition of conditions) {
      expect(holds([condition])).toBe(false);
      expect(holds([{ kind: 'not', condition }])).toBe(true);
    }
  });

  it('buys for the first time, or for the N-th', () => {
    expect(holdsFor({ kind: 'firstPurchase' }, { visits: 0 })).toBe(true);
    expect(holdsFor({ kind: 'firstPurchase' }, { visits: 1 })).toBe(false);
    const fifth = { kind: 'visitNumber', number: 5, repeats: false } as const;
    expect([3, 4, 5, 9].map((visits) => holdsFor(fifth, { visits }))).toEqual([false, true, false, false]);
    const everyFifth = { ...fifth, repeats: true };
    expect([3, 4, 5, 9].map((visits) => holdsFor(everyFifth, { visits }))).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });

  it('was missed after thirty days, and never when they never came', () => {
    const missed = { kind: 'daysSinceLastVisit', atLeastDays: 30 } as const;
    expect(holdsFor(missed, { lastVisitOn: businessDay('2026-10-23') })).toBe(true);
    expect(holdsFor(missed, { lastVisitOn: businessDay('2026-10-24') })).toBe(false);
    expect(holdsFor(missed, { lastVisitOn: null })).toBe(false);
  });

  it('was sent by a friend, is registered and buys for the first time', () => {
    expect(holdsFor({ kind: 'referral' }, { referredBy: 'aziz' })).toBe(true);
    expect(holdsFor({ kind: 'referral' }, { referredBy: 'aziz', visits: 1 })).toBe(false);
    expect(holdsFor({ kind: 'referral' }, { referredBy: 'aziz', isRegistered: false })).toBe(false);
    expect(holdsFor({ kind: 'referral' }, {})).toBe(false);
  });
});

describe('rule 13: the birthday', () => {
  const window = { kind: 'birthday', daysBefore: 3, daysAfter: 3 } as const;
  const born = (birthDate: string, more: Partial<PromotionCustomer> = {}) => ({
    birthDate: businessDay(birthDate),
    birthDateKnownSince: businessDay('2020-01-01'),
    ...more,
  });

  it('counts from three days before to three days after', () => {
    const on = (day: string) => holdsFor(window, born('1990-11-22'), day);
    expect(['2026-11-18', '2026-11-19', '2026-11-25', '2026-11-26'].map(on)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('comes only when the birth date has been known for more than thirty days', () => {
    const since = (day: string) =>
      holdsFor(window, born('1990-11-22', { birthDateKnownSince: businessDay(day) }));
    expect(since('2026-10-22')).toBe(true);
    expect(since('2026-10-23')).toBe(false);
  });

  it('comes once a calendar year and once for each birthday, also over New Year', () => {
    const used = (day: string, usedOn: string) =>
      holdsFor(window, born('1990-01-01', { birthdayUsedOn: businessDay(usedOn) }), day);
    expect(holdsFor(window, born('1990-01-01'), '2026-12-29')).toBe(true);
    expect(used('2027-01-02', '2026-12-29')).toBe(false);
    expect(used('2027-12-30', '2027-01-02')).toBe(false);
    expect(used('2028-01-02', '2027-01-02')).toBe(true);
  });

  it('of 29 February falls on the 28th in other years', () => {
    const day = { kind: 'birthday', daysBefore: 0, daysAfter: 0 } as const;
    expect(holdsFor(day, born('2000-02-29'), '2027-02-28')).toBe(true);
    expect(holdsFor(day, born('2000-02-29'), '2028-02-28')).toBe(false);
    expect(holdsFor(day, born('2000-02-29'), '2028-02-29')).toBe(true);
  });

  it('needs a registered customer', () => {
    expect(holdsFor(window, born('1990-11-22', { isRegistered: false }))).toBe(false);
  });
});

describe('bought before', () => {
  const bought = (boughtOn: string, paid: number, more: Partial<PastPurchase> = {}): PastPurchase => ({
    productId: 'coffee',
    categoryId: 'drinks',
    boughtOn: businessDay(boughtOn),
    paidSom: som(paid),
    refundedSom: som(0),
    boughtThousandths: thousandths(1_000),
    returnedThousandths: thousandths(0),
    ...more,
  });
  const drinks = { kind: 'categories', categoryIds: ['drinks'] } as const;
  const for50000 = {
    kind: 'boughtBefore',
    of: drinks,
    withinDays: 30,
    atLeastSom: som(50_000),
  } as const;

  it('adds up receipts of the last thirty days, today the last of them', () => {
    const purchases = [bought('2026-10-24', 30_000), bought('2026-11-22', 20_000)];
    expect(holdsFor(for50000, { purchases })).toBe(true);
    expect(holdsFor(for50000, { purchases: [bought('2026-10-23', 50_000)] })).toBe(false);
  });

  it('takes off what came back', () => {
    const purchases = [bought('2026-11-01', 50_000, { refundedSom: som(1) })];
    expect(holdsFor(for50000, { purchases })).toBe(false);
  });

  it('counts goods of the scope only, and pieces where pieces are asked', () => {
    const three = {
      kind: 'boughtBefore',
      of: onlyProducts('coffee'),
      withinDays: 30,
      atLeastThousandths: thousandths(3_000),
    } as const;
    const purchases = (returned: number) => [
      bought('2026-11-01', 1, {
        boughtThousandths: thousandths(4_000),
        returnedThousandths: thousandths(returned),
      }),
      bought('2026-11-01', 1, { productId: 'tea', boughtThousandths: thousandths(9_000) }),
    ];
    expect(holdsFor(three, { purchases: purchases(1_000) })).toBe(true);
    expect(holdsFor(three, { purchases: purchases(2_000) })).toBe(false);
  });
});

describe('a coupon that opens a promotion', () => {
  const opened = onGoods('opened', percent(10), {
    conditions: [{ kind: 'couponPresented', seriesIds: ['next-visit'] }],
  });
  const key = { benefit: { kind: 'amount', amountSom: som(0) } } as const;

  it('is used up when the promotion works, though it takes nothing off itself', () => {
    const priced = price([tea], { promotions: [opened], coupon: coupon(key) });
    expect(priced.netSom).toBe(18_000);
    expect(priced.coupon).toEqual({ kind: 'applied', code: 'K23456789A', amountSom: 0 });
    expect(price([tea], { promotions: [opened] }).netSom).toBe(20_000);
  });

  it('stays unused when what works asks for other coupons, or for none', () => {
    const asked: Condition = { kind: 'couponPresented', seriesIds: ['next-visit'] };
    const sunday: Condition = { kind: 'weekdays', days: [7] };
    const rules: readonly Condition[] = [
      { kind: 'not', condition: asked },
      { kind: 'any', conditions: [asked, sunday] },
    ];
    for (const condition of rules) {
      const works = onGoods('works', percent(10), { conditions: [condition] });
      const priced = price([tea], { promotions: [works], coupon: coupon({ ...key, seriesId: 'other' }) });
      expect([priced.netSom, priced.coupon.kind]).toEqual([18_000, 'noEffect']);
    }
  });

  it('opens nothing when it has expired or the basket is below its minimum', () => {
    const expired = coupon(key, { expiresOn: businessDay('2026-11-21') });
    expect(price([tea], { promotions: [opened], coupon: expired }).netSom).toBe(20_000);
    const short = coupon({ ...key, minimumSom: som(20_001) });
    const priced = price([tea], { promotions: [opened], coupon: short });
    expect(priced.netSom).toBe(20_000);
    expect(priced.coupon.kind).toBe('refused');
  });
});

describe('all, any and not', () => {
  const yes = { kind: 'weekdays', days: [7] } as const;
  const no = { kind: 'weekdays', days: [1] } as const;

  it('hold as the words say, at any depth', () => {
    expect(holds([{ kind: 'all', conditions: [yes, no] }])).toBe(false);
    expect(holds([{ kind: 'any', conditions: [no, yes] }])).toBe(true);
    expect(holds([{ kind: 'not', condition: { kind: 'all', conditions: [yes, no] } }])).toBe(true);
    expect(holds([{ kind: 'not', condition: { kind: 'any', conditions: [yes, no] } }])).toBe(false);
    expect(holds([yes, no])).toBe(false);
  });

  it('of alternatives speak of the one that more goods would fulfil', () => {
    const conditions: readonly Condition[] = [
      {
        kind: 'any',
        conditions: [
          { kind: 'tier', tierIds: ['gold'] },
          { kind: 'minimumSum', minimumSom: som(50_000) },
          { kind: 'minimumSum', minimumSom: som(32_000) },
        ],
      },
    ];
    const priced = price([tea], {
      promotions: [onBasket('p', { kind: 'amount', amountSom: som(1) }, { conditions })],
    });
    expect(priced.misses).toMatchObject([{ promotionId: 'p', missingSom: 12_000 }]);
  });
});
