/** When somebody gets in. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type AgreedAccess, judgeAccess, overlappingWeekday } from '../../../shared/staff/access.ts';
import { businessDay } from '../../../shared/time.ts';

const at = (hour: number, minute = 0) => hour * 60 + minute;

/** 23 November 2026 is a Monday. */
const monday = businessDay('2026-11-23');
const sunday = businessDay('2026-11-22');

const free: AgreedAccess = { role: 'cashier', endsOn: null, isBoundToHours: false, hours: [] };
const mondays: AgreedAccess = {
  ...free,
  isBoundToHours: true,
  hours: [
    { weekday: 1, fromMinute: at(9), toMinute: at(13) },
    { weekday: 1, fromMinute: at(14), toMinute: at(18) },
  ],
};

describe('access that ends by itself', () => {
  const relative = { ...free, endsOn: sunday };

  it('holds for the whole of its last day and not a day longer', () => {
    expect(judgeAccess(relative, { day: sunday, minute: at(23, 59) })).toEqual({ kind: 'open' });
    expect(judgeAccess(relative, { day: monday, minute: 0 })).toEqual({ kind: 'ended', endedOn: sunday });
  });

  it('is over also within the hours', () => {
    const both = { ...mondays, endsOn: sunday };
    expect(judgeAccess(both, { day: monday, minute: at(10) }).kind).toBe('ended');
  });
});

describe('hours', () => {
  it.each([
    [at(8, 59), 'outsideHours'],
    [at(9), 'open'],
    [at(12, 59), 'open'],
    [at(13), 'outsideHours'],
    [at(14), 'open'],
    [at(17, 59), 'open'],
    [at(18), 'outsideHours'],
  ])('on a Monday at minute %i: %s', (minute, kind) => {
    expect(judgeAccess(mondays, { day: monday, minute }).kind).toBe(kind);
  });

  it('are those of the weekday', () => {
    expect(judgeAccess(mondays, { day: sunday, minute: at(10) }).kind).toBe('outsideHours');
  });

  it('of somebody who is bound to them and has none are never', () => {
    const never = { ...free, isBoundToHours: true };
    expect(judgeAccess(never, { day: monday, minute: at(10) }).kind).toBe('outsideHours');
  });

  it('of somebody who is not bound to them keep nobody out', () => {
    const asked = { ...mondays, isBoundToHours: false };
    expect(judgeAccess(asked, { day: monday, minute: at(3) }).kind).toBe('open');
  });
});

test('an owner gets in whatever somebody wrote down', () => {
  const owner: AgreedAccess = { ...mondays, role: 'owner', endsOn: sunday };
  expect(judgeAccess(owner, { day: monday, minute: at(3) })).toEqual({ kind: 'open' });
});

describe('hours of one day', () => {
  const stretch = (weekday: number, from: number, to: number) => ({
    weekday,
    fromMinute: at(from),
    toMinute: at(to),
  });

  it('may touch, and may be the same on another day', () => {
    expect(overlappingWeekday([stretch(1, 13, 18), stretch(1, 9, 13), stretch(2, 9, 18)])).toBeNull();
  });

  it('must not lie over each other, in whatever order they come', () => {
    expect(overlappingWeekday([stretch(3, 12, 18), stretch(1, 9, 18), stretch(3, 9, 13)])).toBe(3);
    expect(overlappingWeekday([stretch(5, 9, 18), stretch(5, 10, 11)])).toBe(5);
    expect(overlappingWeekday([stretch(7, 9, 18), stretch(7, 9, 18)])).toBe(7);
  });

  it('overlap exactly when some minute belongs to two of them', () => {
    const minute = fc.integer({ min: 0, max: 40 });
    const hours = fc
      .tuple(fc.integer({ min: 1, max: 2 }), minute, minute)
      .filter(([, from, to]) => from !== to)
      .map(([weekday, a, b]) => ({ weekday, fromMinute: Math.min(a, b), toMinute: Math.max(a, b) }));
    fc.assert(
      fc.property(fc.array(hours, { maxLength: 5 }), (list) => {
        const twice = [1, 2].some((weekday) =>
          Array.from({ length: 41 }, (_, at) => at).some(
            (at) =>
              list.filter((h) => h.weekday === weekday && h.fromMinute <= at && at < h.toMinute).length > 1,
          ),
        );
        expect(overlappingWeekday(list) !== null).toBe(twice);
      }),
    );
  });
});
