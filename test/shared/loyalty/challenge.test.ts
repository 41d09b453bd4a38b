/** Challenges: how far a customer is, and what of a challenge may still be changed. */
import { describe, expect, it } from 'vitest';
import { type Challenge, challengeProgress } from '../../../shared/loyalty/challenge.ts';
import { mayBecome } from '../../../shared/loyalty/challengeChange.ts';
import type { ChallengeRule } from '../../../shared/loyalty/gameContract.ts';
import { som } from '../../../shared/money.ts';
import { sameText } from '../../../shared/text.ts';
import { businessDay } from '../../../shared/time.ts';

const day = (text: string) => businessDay(`2026-11-${text}`);

const challenge: Challenge = {
  challengeId: 'three',
  name: sameText('Three visits'),
  goal: { kind: 'visits', visits: 3 },
  withinDays: 14,
  from: day('01'),
  to: day('30'),
};

describe('the challenge "3 visits in 14 days"', () => {
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

  it('counts no visit on a day on which as much came back as was bought', () => {
    const bought = [...visits('02', '03'), { day: day('04'), paidSom: som(0) }];
    expect(challengeProgress(challenge, bought, day('04'))).toMatchObject({ done: 2, isReached: false });
  });
});

describe('the challenge "300 000 in 14 days"', () => {
  const spend: Challenge = { ...challenge, goal: { kind: 'spend', sumSom: som(300_000) } };
  const bought = (...days: (readonly [string, number])[]) =>
    days.map(([on, paid]) => ({ day: day(on), paidSom: som(paid) }));

  it.each([
    [
      'adds up the days',
      [
        ['02', 120_000],
        ['08', 100_000],
      ],
      '09',
      220_000,
      false,
    ],
    [
      'is reached with the last so’m',
      [
        ['02', 200_000],
        ['08', 100_000],
      ],
      '08',
      300_000,
      true,
    ],
    [
      'money that went back lowers it',
      [
        ['02', 200_000],
        ['03', -150_000],
        ['08', 100_000],
      ],
      '08',
      150_000,
      false,
    ],
    [
      'is never below nothing',
      [
        ['02', 50_000],
        ['03', -80_000],
      ],
      '04',
      0,
      false,
    ],
    [
      'what is too old is left out',
      [
        ['02', 200_000],
        ['16', 100_000],
      ],
      '16',
      100_000,
      false,
    ],
  ] as const)('%s', (_, days, today, done, isReached) => {
    expect(challengeProgress(spend, bought(...days), day(today))).toMatchObject({ done, isReached });
  });
});

describe('what customers were told of a challenge', () => {
  const rule: ChallengeRule & { isEnded: boolean } = {
    challengeId: 'three',
    name: { uz: 'Uch tashrif' },
    goal: { kind: 'visits', visits: 3 },
    withinDays: 14,
    from: day('10'),
    to: day('20'),
    reward: { kind: 'bonus', bonusSom: som(5_000), expiryDays: 30 },
    badge: null,
    isEnded: false,
  };
  it.each([
    ['everything may change before it begins', '09', { goal: { kind: 'visits', visits: 4 } }, true],
    ['its goal stays once it runs', '10', { goal: { kind: 'visits', visits: 2 } }, false],
    ['its reward stays', '10', { reward: { kind: 'bonus', bonusSom: som(4_000), expiryDays: 30 } }, false],
    ['its days to count stay', '10', { withinDays: 7 }, false],
    ['its name may change', '15', { name: { uz: 'Uch marta' } }, true],
    ['its last day may move away', '15', { to: day('25') }, true],
    ['its last day may not come closer', '15', { to: day('19') }, false],
    ['nothing changes when it is over', '21', { name: { uz: 'Uch marta' } }, false],
    ['nothing changes when it was ended', '09', { isEnded: true }, false],
  ] as const)('%s', (_, on, change, allowed) => {
    const earlier = { ...rule, isEnded: 'isEnded' in change };
    expect(mayBecome(earlier, { ...rule, ...change } as ChallengeRule, day(on))).toBe(allowed);
  });
});
