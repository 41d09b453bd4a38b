/** On which days a promotion holds, and what it would be at any time. */
import { describe, expect, it } from 'vitest';
import { atAnyTime, withCouponOf } from '../../../shared/promotion/assume.ts';
import { holdsOn } from '../../../shared/promotion/calendar.ts';
import { addDays, businessDay } from '../../../shared/time.ts';
import { line, price } from '../baskets.ts';
import { ruleOf } from './saidRules.ts';

const monday = businessDay('2026-11-23');
const tuesdays = { kind: 'weekdays', days: [2] };
const evening = { kind: 'hours', fromMinute: 1_080, toMinute: 1_200 };
const card = { kind: 'hasCard' };
const large = { kind: 'minimumSum', minimumSom: 50_000 };
const not = (condition: object) => ({ kind: 'not', condition });
const any = (...conditions: object[]) => ({ kind: 'any', conditions });
const all = (...conditions: object[]) => ({ kind: 'all', conditions });
const rule = (conditions: object[], more: object = {}) =>
  ruleOf({
    level: 'product',
    benefit: { kind: 'percent', rateBasisPoints: 1_000 },
    conditions,
    ...more,
  });

describe('a promotion holds on a day when it can work at some moment of it', () => {
  const on = (...conditions: object[]) =>
    [0, 1].map((later) => holdsOn(rule(conditions), addDays(monday, later)));

  it.each([
    { says: 'Tuesdays in the evening', conditions: [tuesdays, evening], holds: [false, true] },
    { says: 'Tuesdays, or from 50 000', conditions: [any(tuesdays, large)], holds: [true, true] },
    { says: 'not on Tuesdays', conditions: [not(tuesdays)], holds: [true, false] },
    { says: 'not (Tuesdays with a card)', conditions: [not(all(tuesdays, card))], holds: [true, true] },
    { says: 'not (Tuesdays or with a card)', conditions: [not(any(tuesdays, card))], holds: [true, false] },
    { says: 'today only', conditions: [{ kind: 'onDay', day: monday }], holds: [true, false] },
    { says: 'with a card', conditions: [card], holds: [true, true] },
  ])('$says', ({ conditions, holds }) => {
    expect(on(...conditions)).toEqual(holds);
  });

  it('and on none outside its own days', () => {
    const tuesday = addDays(monday, 1);
    expect(holdsOn(rule([], { from: tuesday, to: tuesday }), tuesday)).toBe(true);
    expect(holdsOn(rule([], { from: tuesday }), monday)).toBe(false);
    expect(holdsOn(rule([], { to: monday }), tuesday)).toBe(false);
  });
});

describe('at any time', () => {
  it.each([
    { says: 'days and hours are gone', conditions: [tuesdays, evening, large], left: [large] },
    { says: 'also where they must not hold', conditions: [not(tuesdays)], left: [] },
    { says: 'one of several may be the time', conditions: [any(tuesdays, card)], left: [] },
    { says: 'what must hold beside it stays', conditions: [all(tuesdays, card)], left: [all(card)] },
    { says: 'so does what must not', conditions: [not(any(tuesdays, card))], left: [all(not(card))] },
    { says: 'not both may be the time', conditions: [not(all(tuesdays, card))], left: [] },
  ])('$says', ({ conditions, left }) => {
    expect(atAnyTime(rule(conditions)).conditions).toEqual(left);
  });

  it('its first and last day are gone too', () => {
    const { from, to } = atAnyTime(rule([], { from: monday, to: monday }));
    expect([from, to]).toEqual([null, null]);
  });

  it('a promotion that a coupon opens works where that coupon was used', () => {
    const opened = rule([{ kind: 'couponPresented', seriesIds: ['spring'] }]);
    const off = (...seriesIds: string[]) =>
      price([line('cup', 10_000, 1)], { promotions: [withCouponOf(opened, seriesIds)] }).discountSom;
    expect(off('autumn', 'spring')).toBe(1_000);
    expect(off('autumn')).toBe(0);
    const closed = rule([not({ kind: 'couponPresented', seriesIds: ['spring'] })]);
    expect(
      price([line('cup', 10_000, 1)], { promotions: [withCouponOf(closed, ['spring'])] }).discountSom,
    ).toBe(0);
  });
});
