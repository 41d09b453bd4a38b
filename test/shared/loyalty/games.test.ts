/** Stamps, challenges, draws and rounding up: what brings people back with a smile. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Challenge, challengeProgress } from '../../../shared/loyalty/challenge.ts';
import { roundUpDonation } from '../../../shared/loyalty/donation.ts';
import { commitmentOf, type DrawTicket, drawWinners, isPromised } from '../../../shared/loyalty/draw.ts';
import { type StampCard, stampsFor, stampsLeft, stampUp } from '../../../shared/loyalty/stamps.ts';
import { som, thousandths } from '../../../shared/money.ts';
import { sameText } from '../../../shared/text.ts';
import { businessDay } from '../../../shared/time.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const day = (text: string) => businessDay(`2026-11-${text}`);

describe('a stamp card for coffee, the tenth is free', () => {
  const card: StampCard = {
    stampCardId: 'coffee',
    name: sameText('Coffee'),
    scope: { kind: 'categories', categoryIds: ['coffee'] },
    needed: 9,
    validDays: 90,
  };
  const line = (categoryId: string, quantity: number, net: number) => ({
    productId: 'p',
    categoryId,
    brandId: null,
    tags: [],
    expiresOn: null,
    quantityThousandths: thousandths(quantity),
    netSom: som(net),
  });

  it('stamps each paid piece, a weighed line once, and nothing that was free or is something else', () => {
    const lines = [
      line('coffee', 2000, 30_000),
      line('coffee', 350, 9_000),
      line('coffee', 1000, 0),
      line('tea', 5000, 1),
    ];
    expect(stampsFor(card, lines, day('22'))).toBe(3);
  });

  it.each([
    [8, 1, 1, 0],
    [8, 12, 2, 2],
    [0, 8, 0, 8],
    [0, 0, 0, 0],
  ])('with %i stamps and %i new ones gives %i cups and keeps %i', (has, more, full, left) => {
    const after = stampUp(card, { stamps: has, lastOn: day('20') }, more, day('22'));
    expect(after).toEqual({ fullCards: full, stamps: left });
  });

  it('forgets stamps after a pause longer than its days', () => {
    const progress = { stamps: 8, lastOn: businessDay('2026-08-24') };
    expect(stampsLeft(card, progress, day('22'))).toBe(8);
    expect(stampsLeft(card, progress, day('23'))).toBe(0);
    expect(stampsLeft({ ...card, validDays: 0 }, progress, day('23'))).toBe(8);
  });
});

describe('the challenge "3 visits in 14 days"', () => {
  const challenge: Challenge = {
    challengeId: 'three',
    name: sameText('Three visits'),
    goal: { kind: 'visits', visits: 3 },
    withinDays: 14,
    from: day('01'),
    to: day('30'),
  };
  const visits = (...days: string[]) => days.map((each) => ({ day: day(each), paidSom: som(1) }));

  it.each([
    [['01', '05'], '10', 2, 4, false],
    [['01', '05', '14'], '14', 3, null, true],
    [['01', '05', '15'], '15', 2, 3, false],
    [['01'], '20', 0, null, false],
    [[], '10', 0, null, false],
    [['25'], '26', 1, 4, false],
  ] as const)('after visits on %j is on the %s at %i', (on, today, done, daysLeft, isReached) => {
    const progress = challengeProgress(challenge, visits(...on), day(today));
    expect(progress).toMatchObject({ done, daysLeft, isReached });
  });

  it('stays reached, and visits before it began do not count', () => {
    expect(challengeProgress(challenge, visits('01', '02', '03'), day('29')).isReached).toBe(true);
    const early = [{ day: businessDay('2026-10-31'), paidSom: som(1) }, ...visits('02', '03')];
    expect(challengeProgress(challenge, early, day('04')).done).toBe(2);
  });

  it('counts money where the goal is money, and a day that was wholly returned counts for nothing', () => {
    const spend: Challenge = { ...challenge, goal: { kind: 'spend', sumSom: som(300_000) } };
    const bought = [
      { day: day('02'), paidSom: som(120_000) },
      { day: day('03'), paidSom: som(0) },
      { day: day('08'), paidSom: som(100_000) },
    ];
    expect(challengeProgress(spend, bought, day('09'))).toMatchObject({ done: 220_000, isReached: false });
  });
});

describe('a draw', () => {
  const tickets: readonly DrawTicket[] = [
    { number: 1, customerId: 'a' },
    { number: 2, customerId: 'a' },
    { number: 3, customerId: 'b' },
    { number: 4, customerId: 'c' },
  ];

  it('shows at the end the seed that it promised at the beginning', () => {
    const commitment = commitmentOf('bahor-2026', sha256);
    expect(isPromised('bahor-2026', commitment, sha256)).toBe(true);
    expect(isPromised('bahor-2027', commitment, sha256)).toBe(false);
  });

  it('names the ticket that its published hash names', () => {
    const first = Number.parseInt(sha256('seed:1').slice(0, 13), 16) % 4;
    const [winner] = drawWinners('seed', [...tickets].reverse(), 1, sha256);
    expect(winner).toEqual({ ...tickets[first], place: 1 });
  });

  it('gives a person one prize, or several where the shop says so, and no prize without a ticket', () => {
    expect(
      drawWinners('seed', tickets, 9, sha256)
        .map((each) => each.customerId)
        .sort(),
    ).toEqual(['a', 'b', 'c']);
    const all = drawWinners('seed', tickets, 9, sha256, { oncePerCustomer: false });
    expect(all.map((each) => each.number).sort()).toEqual([1, 2, 3, 4]);
    expect(drawWinners('seed', [], 3, sha256)).toEqual([]);
  });

  it('is the same for everybody who computes it, and fair enough: each of four tickets wins about a quarter', () => {
    const wins = [0, 0, 0, 0];
    for (let at = 0; at < 4000; at += 1) {
      const [winner] = drawWinners(`s${at}`, tickets, 1, sha256);
      wins[(winner?.number ?? 1) - 1] = (wins[(winner?.number ?? 1) - 1] ?? 0) + 1;
    }
    for (const count of wins) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});

describe('rounding up for charity', () => {
  it.each([
    [54_780, 1_000, 220],
    [55_000, 1_000, 0],
    [0, 1_000, 0],
    [54_780, 5_000, 220],
  ])('of %i to %i gives %i', (total, step, gives) => {
    expect(roundUpDonation(som(total), step)).toBe(gives);
  });

  it('makes a round total and gives less than a step', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.constantFrom(500, 1000, 5000), (total, step) => {
        const gives = roundUpDonation(som(total), step);
        expect((total + gives) % step).toBe(0);
        expect(gives).toBeLessThan(step);
      }),
    );
  });
});
