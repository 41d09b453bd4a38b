import fc from 'fast-check';
import { expect, test } from 'vitest';
import { som } from '../../../shared/money.ts';
import { comparisonOf } from '../../../shared/report/comparison.ts';
import { averageSom, changeOf, shareOf } from '../../../shared/report/figures.ts';
import { hoursOf } from '../../../shared/report/hours.ts';
import { businessDay, type Instant } from '../../../shared/time.ts';

const tashkent = { timeZone: 'Asia/Tashkent', dayStartsAtHour: 0 };

test.each([
  [100_000, 3, 33_333],
  [0, 0, 0],
  [5_000, 0, 0],
  [-5_000, 2, 0],
])('an average receipt of %i over %i receipts is %i', (net, receipts, average) => {
  expect(averageSom(som(net), receipts)).toBe(average);
});

test('the average never promises more than there is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 1, max: 1e6 }), (net, receipts) => {
      const average = averageSom(som(net), receipts);
      expect(average * receipts).toBeLessThanOrEqual(net);
      expect((average + 1) * receipts).toBeGreaterThan(net);
    }),
  );
});

test.each([
  [1, 3, 3333],
  [2, 3, 6667],
  [0, 7, 0],
  [7, 7, 10_000],
  [0, 0, null],
])('%i of %i is a share of %s basis points', (part, whole, share) => {
  expect(shareOf(part, whole)).toBe(share);
});

test.each([
  [150, 100, 50, 5000],
  [90, 100, -10, -1000],
  [2, 3, -1, -3333],
  [5, 0, 5, null],
  [0, 0, 0, null],
])('%i after %i is %i more, %s basis points', (now, before, difference, changeBasisPoints) => {
  expect(changeOf(now, before)).toEqual({ difference, changeBasisPoints });
});

test('a running day is compared with the same weekday up to the same minute', () => {
  const sunday = businessDay('2026-11-22');
  const now = '2026-11-22T15:10:00.000Z' as Instant;
  expect(comparisonOf(sunday, sunday, now, tashkent)).toEqual({
    day: '2026-11-15',
    until: '2026-11-15T15:10:00.000Z',
  });
});

test('a day that is over is compared with the whole of the other', () => {
  const now = '2026-11-22T15:10:00.000Z' as Instant;
  expect(comparisonOf(businessDay('2026-11-21'), businessDay('2026-11-22'), now, tashkent)).toEqual({
    day: '2026-11-14',
    until: null,
  });
});

test('a night that belongs to the day before is compared with that night', () => {
  const now = '2026-11-22T20:30:00.000Z' as Instant;
  const day = businessDay('2026-11-22');
  expect(comparisonOf(day, day, now, { ...tashkent, dayStartsAtHour: 3 })).toEqual({
    day: '2026-11-15',
    until: '2026-11-15T20:30:00.000Z',
  });
});

test('hours are those of the shop’s clock, from the first sale to the last of either day', () => {
  const day = [
    { minute: '2026-11-22T03:59', netSom: 1_000 },
    { minute: '2026-11-22T04:00', netSom: 2_000 },
    { minute: '2026-11-22T04:59', netSom: 3_000 },
  ];
  const compared = [{ minute: '2026-11-15T06:00', netSom: 700 }];
  expect(hoursOf(day, compared, tashkent)).toEqual([
    { hour: 8, netSom: 1_000, comparedNetSom: 0 },
    { hour: 9, netSom: 5_000, comparedNetSom: 0 },
    { hour: 10, netSom: 0, comparedNetSom: 0 },
    { hour: 11, netSom: 0, comparedNetSom: 700 },
  ]);
  expect(hoursOf([], [], tashkent)).toEqual([]);
});

test('after midnight the hours of a night shop go on', () => {
  const day = [
    { minute: '2026-11-22T18:30', netSom: 1_000 },
    { minute: '2026-11-22T19:30', netSom: 2_000 },
  ];
  expect(hoursOf(day, [], { ...tashkent, dayStartsAtHour: 3 })).toEqual([
    { hour: 23, netSom: 1_000, comparedNetSom: 0 },
    { hour: 0, netSom: 2_000, comparedNetSom: 0 },
  ]);
});

test('zones that differ by half an hour have their own hours', () => {
  const day = [
    { minute: '2026-11-22T04:29', netSom: 1 },
    { minute: '2026-11-22T04:30', netSom: 2 },
  ];
  expect(hoursOf(day, [], { timeZone: 'Asia/Kolkata', dayStartsAtHour: 0 })).toEqual([
    { hour: 9, netSom: 1, comparedNetSom: 0 },
    { hour: 10, netSom: 2, comparedNetSom: 0 },
  ]);
});

test('no sale is lost between the hours', () => {
  const minutes = fc.array(
    fc.record({
      minute: fc.integer({ min: 0, max: 1439 }).map((minute) => {
        const [hour, rest] = [Math.floor(minute / 60), minute % 60];
        return `2026-11-22T${String(hour).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
      }),
      netSom: fc.integer({ min: 0, max: 1e9 }),
    }),
  );
  fc.assert(
    fc.property(minutes, minutes, fc.integer({ min: 0, max: 6 }), (day, compared, dayStartsAtHour) => {
      const hours = hoursOf(day, compared, { ...tashkent, dayStartsAtHour });
      const total = (sales: readonly { netSom: number }[]) =>
        sales.reduce((sum, sale) => sum + sale.netSom, 0);
      expect(total(hours)).toBe(total(day));
      expect(hours.reduce((sum, hour) => sum + hour.comparedNetSom, 0)).toBe(total(compared));
    }),
  );
});
