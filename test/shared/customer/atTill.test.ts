/** What the till says of a customer: near birthdays, habits that came due, unusual silence, and what finds room. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  awayOf,
  birthdayNear,
  dueOf,
  fittingSignals,
  isFirm,
  leastSignalPx,
  mayBeShortened,
  notInBasket,
  type SignalKind,
  signalKinds,
} from '../../../shared/customer/atTill.ts';
import { addDays, type BusinessDay, businessDay } from '../../../shared/time.ts';

const day = (text: string) => businessDay(text);

test.each([
  ['1990-11-22', '2026-11-22', 0],
  ['1990-11-25', '2026-11-22', 3],
  ['1990-11-29', '2026-11-22', 7],
  ['1990-11-30', '2026-11-22', null],
  ['1990-11-20', '2026-11-22', -2],
  ['1990-11-15', '2026-11-22', -7],
  ['1990-11-14', '2026-11-22', null],
  ['1990-01-02', '2026-12-29', 4],
  ['1990-12-29', '2027-01-02', -4],
  ['1992-02-29', '2027-02-28', 0],
])('born on %s, on %s the birthday is in %s days', (born, today, inDays) => {
  expect(birthdayNear(day(born), day(today))).toBe(inDays);
});

test('of an unknown birth date nothing is said', () => {
  expect(birthdayNear(null, day('2026-11-22'))).toBeNull();
});

const start = day('2026-01-01');
const onDays = (...days: readonly number[]): BusinessDay[] => days.map((each) => addDays(start, each));

test.each([
  ['not yet', [0, 12, 24, 36], 47, null],
  ['on the day', [0, 12, 24, 36], 48, { everyDays: 12, daysSince: 12 }],
  ['for the last time', [0, 12, 24, 36], 60, { everyDays: 12, daysSince: 24 }],
  ['the habit has ended', [0, 12, 24, 36], 61, null],
  ['three times is no habit', [0, 12, 24], 36, null],
  ['no rhythm', [0, 1, 40, 60], 80, null],
  ['daily bread needs no word', [0, 1, 2, 3, 4, 5], 6, null],
  ['one long holiday does not end a rhythm', [0, 10, 20, 60, 70], 80, { everyDays: 10, daysSince: 10 }],
  [
    'only the newest twelve gaps count',
    [0, 40, 80, 120, ...Array.from({ length: 12 }, (_, each) => 130 + each * 10)],
    250,
    { everyDays: 10, daysSince: 10 },
  ],
  ['never bought', [], 10, null],
])('%s', (_name, days, today, due) => {
  expect(dueOf(onDays(...days), addDays(start, today))).toEqual(due);
});

test('what is bought every n days is due from the n-th day to twice as long, and at no other time', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 3, max: 60 }),
      fc.integer({ min: 3, max: 12 }),
      fc.integer({ min: 0, max: 200 }),
      (gap, times, since) => {
        const days = Array.from({ length: times + 1 }, (_, each) => each * gap);
        const due = dueOf(onDays(...days), addDays(start, times * gap + since));
        expect(due !== null).toBe(since >= gap && since <= 2 * gap);
      },
    ),
  );
});

test('silence is spoken of where it is unusual for somebody whom the shop knows', () => {
  const rhythm = { state: 'lapsed', typicalGapDays: 12.4, daysSince: 40 } as const;
  expect(awayOf(9, rhythm)).toEqual({ days: 40, usualDays: 12 });
  expect(awayOf(9, { ...rhythm, state: 'due' })).toBeNull();
  expect(awayOf(3, rhythm)).toBeNull();
  expect(awayOf(200, { state: 'lapsed', typicalGapDays: 1.2, daysSince: 6 })).toBeNull();
  expect(awayOf(200, { state: 'lapsed', typicalGapDays: 1.2, daysSince: 7 })).toEqual({
    days: 7,
    usualDays: 1,
  });
  expect(awayOf(9, null)).toBeNull();
});

const space = { widthPx: 320, gapPx: 6, morePx: 36 };
const shown = (...signals: readonly (readonly [SignalKind, number])[]) => {
  const measured = signals.map(([kind, widthPx]) => ({ kind, widthPx }));
  return fittingSignals(measured, space).map((place) => signals[place]?.[0]);
};

test('everything is shown where there is room for it', () => {
  expect(shown(['birthday', 120], ['privilege', 150])).toEqual(['birthday', 'privilege']);
});

test('what does not fit leaves its room to what comes after it', () => {
  expect(shown(['birthday', 120], ['away', 220])).toEqual(['birthday']);
  expect(shown(['birthday', 120], ['away', 220], ['collected', 300])).toEqual(['birthday', 'collected']);
});

test('an allergy, a complaint and a debt stay, however long their words are', () => {
  expect(shown(['allergy', 400], ['complaint', 200], ['debt', 120], ['away', 150])).toEqual([
    'allergy',
    'complaint',
    'debt',
  ]);
});

test('no signal drops out that may not, none beside them is cut, and the order is kept', () => {
  const signals = fc
    .subarray([...signalKinds])
    .chain((kinds) =>
      fc.tuple(
        ...kinds.map((kind) => fc.integer({ min: 20, max: 500 }).map((widthPx) => ({ kind, widthPx }))),
      ),
    );
  fc.assert(
    fc.property(signals, fc.integer({ min: 200, max: 600 }), (measured, widthPx) => {
      const places = fittingSignals(measured, { ...space, widthPx });
      expect(places).toEqual([...places].sort((a, b) => a - b));
      measured.forEach(({ kind }, place) => {
        if (isFirm(kind)) expect(places).toContain(place);
      });
      const isCrowded = places.every((place) => isFirm(measured[place]?.kind ?? 'usual'));
      if (isCrowded) return;
      const least = places.reduce(
        (sum, place) => {
          const { kind = 'usual', widthPx: whole = 0 } = measured[place] ?? {};
          return sum + (mayBeShortened(kind) ? Math.min(whole, leastSignalPx) : whole);
        },
        6 * (places.length - 1),
      );
      const more = places.length < measured.length ? 6 + 36 : 0;
      expect(least + more).toBeLessThanOrEqual(widthPx);
    }),
  );
});

test('goods that lie in the basket are spoken of no more', () => {
  const goods = ['a', 'b', 'c', 'd'].map((productId) => ({ productId }));
  expect(notInBasket(goods, new Set(['b']), 2)).toEqual([{ productId: 'a' }, { productId: 'c' }]);
  expect(notInBasket(goods, new Set(['a', 'b', 'c', 'd']), 2)).toEqual([]);
});
