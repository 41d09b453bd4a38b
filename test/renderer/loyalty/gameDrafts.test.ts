/** What the forms of stamp cards, challenges, draws and contests take, and at which field they say that something is wrong. */
import { describe, expect, it, test } from 'vitest';
import {
  challengeDraftOf,
  challengeDraftSchema,
  challengeState,
  newChallengeDraft,
  newGoal,
} from '../../../renderer/loyalty/challengeDraft.ts';
import {
  contestDraftOf,
  contestDraftSchema,
  contestState,
  countOf,
  newContestDraft,
} from '../../../renderer/loyalty/contestDraft.ts';
import { drawDraftSchema, newDrawDraft } from '../../../renderer/loyalty/drawDraft.ts';
import { drawState } from '../../../renderer/loyalty/drawState.ts';
import { newReward } from '../../../renderer/loyalty/gameReward.ts';
import { newStampDraft, stampDraftOf, stampDraftSchema } from '../../../renderer/loyalty/stampDraft.ts';
import { som } from '../../../shared/money.ts';
import { businessDay } from '../../../shared/time.ts';

const id = '01930000-0000-7000-8000-000000000001';
const other = '01930000-0000-7000-8000-000000000002';
const today = businessDay('2026-11-22');
const name = { uz: 'Yangi yil' };

const wrongIn = (schema: typeof stampDraftSchema | typeof drawDraftSchema, draft: unknown): string[] =>
  wrongPaths(schema.safeParse(draft));

function wrongPaths(parsed: {
  error?: { issues: readonly { path: readonly PropertyKey[] }[] } | undefined;
}): string[] {
  return (parsed.error?.issues ?? []).map(({ path }) => path.join('.'));
}

describe('a stamp card', () => {
  const blank = newStampDraft(id);
  const tea = { ...blank.stampCard.scope, include: [{ kind: 'categories', ids: ['tea'] }] } as const;
  const filled = { ...blank, stampCard: { ...blank.stampCard, name, scope: tea } };

  test('begins as nine that make the tenth free, and asks for its name and its goods', () => {
    expect(wrongIn(stampDraftSchema, blank)).toEqual(['stampCard.name', 'stampCard.scope.productIds']);
    expect(stampDraftSchema.parse(filled)).toEqual({
      stampCard: {
        stampCardId: id,
        name,
        scope: { kind: 'categories', categoryIds: ['tea'] },
        needed: 9,
        validDays: 0,
        reward: { kind: 'freePiece' },
      },
      isActive: true,
    });
  });

  test('opened and saved untouched it is the same', () => {
    const saved = stampDraftSchema.parse(filled);
    const shown = stampDraftOf({ ...saved.stampCard, isActive: saved.isActive });
    expect(stampDraftSchema.parse(shown)).toEqual(saved);
  });

  test.each([
    ['a bonus of nothing', { kind: 'bonus', bonusSom: som(0), expiryDays: 90 }, 'reward.bonusSom'],
    ['no sum yet', { kind: 'bonus', bonusSom: null, expiryDays: 90 }, 'reward.bonusSom'],
    [
      'a bonus that lives eleven years',
      { kind: 'bonus', bonusSom: som(1), expiryDays: 4000 },
      'reward.expiryDays',
    ],
    ['no coupon chosen', newReward('coupon'), 'reward.seriesId'],
  ] as const)('refuses %s where it was typed', (_, reward, field) => {
    const draft = { ...filled, stampCard: { ...filled.stampCard, reward } };
    expect(wrongIn(stampDraftSchema, draft)).toEqual([`stampCard.${field}`]);
  });
});

describe('a challenge', () => {
  const blank = newChallengeDraft(id, today);
  const filled = { challenge: { ...blank.challenge, name } };

  test('begins as three visits in two weeks, open for thirty days', () => {
    expect(challengeDraftSchema.parse(filled).challenge).toMatchObject({
      goal: { kind: 'visits', visits: 3 },
      withinDays: 14,
      from: '2026-11-22',
      to: '2026-12-21',
      badge: null,
    });
  });

  test('keeps its badge on the way there and back', () => {
    const draft = { challenge: { ...filled.challenge, goal: newGoal('spend'), badge: { ru: 'Друг' } } };
    const { challenge } = challengeDraftSchema.parse(draft);
    expect(challenge.badge).toEqual({ ru: 'Друг' });
    expect(challengeDraftSchema.parse(challengeDraftOf(challenge)).challenge).toEqual(challenge);
  });

  it('does not end before it begins', () => {
    const draft = { challenge: { ...filled.challenge, to: '2026-11-21' } };
    expect(wrongPaths(challengeDraftSchema.safeParse(draft))).toEqual(['challenge.to']);
  });

  test.each([
    [false, '2026-11-21', 'upcoming'],
    [false, '2026-11-22', 'running'],
    [false, '2026-12-21', 'running'],
    [false, '2026-12-22', 'over'],
    [true, '2026-11-25', 'ended'],
  ] as const)('ended by hand: %s, on %s it is %s', (isEnded, day, state) => {
    const days = { from: today, to: businessDay('2026-12-21') };
    expect(challengeState({ ...days, isEnded }, businessDay(day))).toBe(state);
  });
});

describe('a draw', () => {
  const blank = newDrawDraft(id, today);
  const prizes = [
    { key: '0', words: ' Televizor ', count: 1 },
    { key: '1', words: 'Choy', count: 2 },
  ];
  const filled = { ...blank, draw: { ...blank.draw, name, prizes } };

  test('gives a ticket for every 50 000 soʻm of everything, first prize first', () => {
    expect(drawDraftSchema.parse(filled).draw).toMatchObject({
      eachSom: 50_000,
      scope: { kind: 'all' },
      prizes: ['Televizor', 'Choy', 'Choy'],
      isOncePerCustomer: true,
    });
  });

  it('needs a sum where the sum gives tickets, and none where promotions do', () => {
    const without = { ...filled, draw: { ...filled.draw, eachSom: null } };
    expect(wrongIn(drawDraftSchema, without)).toEqual(['draw.eachSom']);
    expect(drawDraftSchema.parse({ ...without, isBySum: false }).draw.eachSom).toBeNull();
  });

  it('takes no prize without words or without a count', () => {
    for (const row of [
      { key: '0', words: '  ', count: 1 },
      { key: '0', words: 'Choy', count: null },
      { key: '0', words: 'Choy', count: 0 },
    ]) {
      const draft = { ...filled, draw: { ...filled.draw, prizes: [row] } };
      expect(wrongIn(drawDraftSchema, draft)).toEqual(['draw.prizes.0']);
    }
  });

  test.each([
    ['open', '2026-11-30', 'upcoming'],
    ['open', '2026-12-01', 'running'],
    ['open', '2026-12-31', 'running'],
    ['open', '2027-01-01', 'ready'],
    ['drawn', '2026-12-10', 'drawn'],
    ['cancelled', '2027-01-01', 'cancelled'],
  ] as const)('%s, on %s it is %s', (state, day, shown) => {
    const days = { from: businessDay('2026-12-01'), to: businessDay('2026-12-31') };
    expect(drawState({ ...days, state }, businessDay(day))).toBe(shown);
  });
});

describe('a contest', () => {
  const blank = newContestDraft(id, today);
  const prizes = [{ key: '0', words: 'Tort', count: 3 }];
  const filled = { contest: { ...blank.contest, name, prizes } };

  it('counts stamps of a card that must be chosen, and forgets the card for another kind', () => {
    const stamps = { contest: { ...filled.contest, kind: 'mostStamps' as const } };
    expect(wrongPaths(contestDraftSchema.safeParse(stamps))).toEqual(['contest.stampCardId']);
    const chosen = { contest: { ...stamps.contest, stampCardId: other } };
    expect(contestDraftSchema.parse(chosen).contest.stampCardId).toBe(other);
    const photo = { contest: { ...chosen.contest, kind: 'photo' as const } };
    expect(contestDraftSchema.parse(photo).contest.stampCardId).toBeNull();
  });

  test('opened and saved untouched it is the same', () => {
    const { contest } = contestDraftSchema.parse(filled);
    expect(contest.prizes).toEqual(['Tort', 'Tort', 'Tort']);
    expect(contestDraftSchema.parse(contestDraftOf(contest)).contest).toEqual(contest);
  });

  test.each([
    ['open', '2026-11-21', 'upcoming'],
    ['open', '2026-12-05', 'running'],
    ['open', '2026-12-06', 'ready'],
    ['closed', '2026-11-25', 'closed'],
  ] as const)('%s, on %s it is %s', (state, day, shown) => {
    const days = { from: today, to: businessDay('2026-12-05') };
    expect(contestState({ ...days, state }, businessDay(day))).toBe(shown);
  });

  test('is decided by points, guesses or stamps, each by its own kind', () => {
    const entry = {
      entryId: id,
      customerId: other,
      name: 'Dilnoza Karimova',
      publicName: 'Dilnoza',
      note: '',
      guess: 412,
      points: 9,
      stamps: 17,
      isShown: true,
      place: null,
      prize: null,
    };
    expect(countOf('photo', entry)).toBe(9);
    expect(countOf('guess', entry)).toBe(412);
    expect(countOf('mostStamps', entry)).toBe(17);
  });
});
