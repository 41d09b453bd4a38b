/** Rules 8, 9 and 11: bonus in lots. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefused } from '../../../shared/errors.ts';
import {
  type BonusLot,
  balanceSom,
  expiredMoves,
  expiringSoon,
  giveBackToLots,
  isExpired,
  lotExpiry,
  settleEarning,
  spendableSom,
  spendFromLots,
  takeBackEarned,
} from '../../../shared/loyalty/lots.ts';
import { som, zeroSom } from '../../../shared/money.ts';
import { addDays, type BusinessDay, businessDay, businessDayOf, type Instant } from '../../../shared/time.ts';

const today = businessDay('2026-11-22');
const long = businessDay('2026-01-01');

function lot(lotId: string, remaining: number, expires: string | null, from: BusinessDay = long): BonusLot {
  return {
    lotId,
    remainingSom: som(remaining),
    activeFrom: from,
    expiresOn: expires === null ? null : businessDay(expires),
  };
}

describe('bonus', () => {
  it('is spent oldest expiry first; what never burns is spent last', () => {
    const lots = [lot('never', 500, null), lot('late', 1_000, '2027-01-01'), lot('soon', 300, '2026-11-25')];
    expect(spendFromLots(som(1_500), lots, today)).toEqual([
      { lotId: 'soon', amountSom: 300 },
      { lotId: 'late', amountSom: 1_000 },
      { lotId: 'never', amountSom: 200 },
    ]);
  });

  it('of the same last day is spent oldest first', () => {
    const lots = [lot('2', 100, '2027-01-01'), lot('1', 100, '2027-01-01')];
    expect(spendFromLots(som(100), lots, today)).toEqual([{ lotId: '1', amountSom: 100 }]);
  });

  it('cannot be spent beyond what the lots hold, and says how much could be', () => {
    expect(spendFromLots(som(301), [lot('a', 300, null), lot('b', 900, '2026-11-21')], today)).toEqual({
      refused: 'BonusNotEnough',
      data: { spendableSom: 300 },
    });
  });

  it('counts only from the day it is active', () => {
    expect(spendableSom([lot('a', 300, null, businessDay('2026-11-23'))], today)).toBe(0);
  });

  it('is good to the end of its last day, and burnt on the next', () => {
    const last = lot('a', 300, '2026-11-22');
    expect(isExpired(last, today)).toBe(false);
    expect(isExpired(last, addDays(today, 1))).toBe(true);
    expect(expiredMoves([last, lot('empty', 0, '2026-01-01')], addDays(today, 1))).toEqual([
      { lotId: 'a', amountSom: 300 },
    ]);
  });

  it('burns by the shop’s clock and not by UTC: between midnight and five it is already the next day', () => {
    const calendar = { timeZone: 'Asia/Tashkent', dayStartsAtHour: 0 };
    const last = lot('a', 300, '2026-11-22');
    const at = (instant: string) => isExpired(last, businessDayOf(instant as Instant, calendar));
    expect(at('2026-11-22T18:59:00.000Z')).toBe(false); // 23:59 in Tashkent
    expect(at('2026-11-22T19:00:00.000Z')).toBe(true); // 00:00
    expect(at('2026-11-22T23:30:00.000Z')).toBe(true); // 04:30, still the 22nd in UTC
  });

  it('lives so many days after the day it was earned; 0 days means for ever', () => {
    expect(lotExpiry(today, 30)).toBe('2026-12-22');
    expect(lotExpiry(today, 0)).toBeNull();
  });

  it('warns of what burns within thirty days', () => {
    const lots = [
      lot('a', 100, '2026-12-22'),
      lot('b', 50, '2026-12-01'),
      lot('c', 900, '2026-12-23'),
      lot('gone', 7, '2026-11-21'),
      lot('never', 5, null),
    ];
    expect(expiringSoon(lots, today)).toEqual({ amountSom: 150, firstOn: '2026-12-01' });
    expect(expiringSoon([], today)).toEqual({ amountSom: 0, firstOn: null });
  });

  it('newly earned repays what a return left owing first', () => {
    expect(settleEarning(som(900), som(300))).toEqual({ repaidSom: 300, lotSom: 600 });
    expect(settleEarning(som(200), som(300))).toEqual({ repaidSom: 200, lotSom: 0 });
    expect(balanceSom([], som(300))).toBe(-300);
    expect(balanceSom([lot('a', 500, null)], zeroSom)).toBe(500);
  });
});

describe('bonus that comes back from a return', () => {
  const spent = [
    { lotId: 'A', amountSom: som(5_000), expiresOn: businessDay('2026-11-21') },
    { lotId: 'B', amountSom: som(3_000), expiresOn: businessDay('2027-02-01') },
    { lotId: 'C', amountSom: som(1_000), expiresOn: null },
  ];

  it('goes to its lots in reverse order with the old last day, but lives at least 14 days', () => {
    expect(giveBackToLots(som(5_500), spent, today)).toEqual([
      { lotId: 'C', amountSom: 1_000, expiresOn: null },
      { lotId: 'B', amountSom: 3_000, expiresOn: '2027-02-01' },
      { lotId: 'A', amountSom: 1_500, expiresOn: '2026-12-06' },
    ]);
  });

  it('is never more than was spent', () => {
    expect(() => giveBackToLots(som(9_001), spent, today)).toThrow(RangeError);
  });
});

describe('earned bonus that a return takes back', () => {
  const lots = [
    lot('own', 400, '2027-11-22'),
    lot('old', 300, '2026-12-01'),
    lot('newer', 500, '2027-01-01'),
  ];

  it('comes from the sale’s own lot first', () => {
    expect(takeBackEarned(som(400), 'own', zeroSom, lots, today)).toEqual({
      moves: [{ lotId: 'own', amountSom: 400 }],
      burntSom: 0,
      owedSom: 0,
    });
  });

  it('then from other lots, oldest expiry first, and only then puts the balance below zero', () => {
    expect(takeBackEarned(som(1_300), 'own', zeroSom, lots, today)).toEqual({
      moves: [
        { lotId: 'own', amountSom: 400 },
        { lotId: 'old', amountSom: 300 },
        { lotId: 'newer', amountSom: 500 },
      ],
      burntSom: 0,
      owedSom: 100,
    });
  });

  it('counts what burnt in its own lot as taken', () => {
    expect(takeBackEarned(som(600), 'own', som(150), lots, today)).toMatchObject({
      moves: [
        { lotId: 'own', amountSom: 400 },
        { lotId: 'old', amountSom: 50 },
      ],
      burntSom: 150,
      owedSom: 0,
    });
  });
});

const anyDay = fc.integer({ min: -40, max: 40 }).map((days) => addDays(today, days));
const anyLots = fc.array(
  fc.record({
    lotId: fc.uuid(),
    remainingSom: fc.integer({ min: 0, max: 50_000 }).map(som),
    activeFrom: anyDay,
    expiresOn: fc.option(anyDay, { nil: null }),
  }),
  { maxLength: 12 },
);

describe('whatever lots there are', () => {
  it('spending never touches a lot that is expired or not active yet, and takes exactly what was asked', () => {
    fc.assert(
      fc.property(anyLots, fc.integer({ min: 1, max: 200_000 }).map(som), (lots, asked) => {
        const moves = spendFromLots(asked, lots, today);
        const could = spendableSom(lots, today);
        if (isRefused(moves)) {
          expect(asked).toBeGreaterThan(could);
          return;
        }
        expect(moves.reduce((sum, move) => sum + move.amountSom, 0)).toBe(asked);
        for (const move of moves) {
          const from = lots.find((each) => each.lotId === move.lotId);
          expect(move.amountSom).toBeLessThanOrEqual(from?.remainingSom ?? 0);
          expect(from?.expiresOn === null || (from?.expiresOn ?? '') >= today).toBe(true);
          expect((from?.activeFrom ?? '9999') <= today).toBe(true);
        }
      }),
    );
  });

  it('nothing both burns and may be spent', () => {
    fc.assert(
      fc.property(anyLots, (lots) => {
        const burnt = expiredMoves(lots, today).reduce((sum, move) => sum + move.amountSom, 0);
        const all = lots.reduce((sum, each) => sum + each.remainingSom, 0);
        expect(burnt + spendableSom(lots, today)).toBeLessThanOrEqual(all);
      }),
    );
  });

  it('taking back takes exactly what was asked: from lots, from what burnt, or as a debt', () => {
    fc.assert(
      fc.property(
        anyLots,
        fc.integer({ min: 0, max: 200_000 }).map(som),
        fc.integer({ min: 0, max: 9_000 }).map(som),
        (lots, asked, burnt) => {
          const taken = takeBackEarned(asked, lots[0]?.lotId ?? null, burnt, lots, today);
          const moved = taken.moves.reduce((sum, move) => sum + move.amountSom, 0);
          expect(moved + taken.burntSom + taken.owedSom).toBe(asked);
        },
      ),
    );
  });
});
