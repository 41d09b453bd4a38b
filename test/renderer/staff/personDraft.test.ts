import { describe, expect, it } from 'vitest';
import { hoursWords } from '../../../renderer/staff/hoursWords.ts';
import type { TeamMember } from '../../../renderer/staff/person.ts';
import {
  draftOfPerson,
  likeMonday,
  minutesOf,
  personDraftSchema,
  withHours,
} from '../../../renderer/staff/personDraft.ts';

const person: TeamMember = {
  id: '0199f1e7-0000-7000-8000-000000000001',
  name: 'Sardor',
  role: 'cashier',
  secretKind: 'pin',
  isActive: true,
  discountBasisPoints: null,
  giftBudgetSom: 0 as TeamMember['giftBudgetSom'],
  accessEndsOn: null,
  isBoundToHours: false,
  hours: [{ weekday: 1, fromMinute: 540, toMinute: 1080 }],
  hasBadge: false,
  cameAt: '2026-11-01T06:00:00.000Z' as TeamMember['cameAt'],
  leftAt: null,
  skills: [],
  tour: [],
};

describe('the form of a person', () => {
  it('begins with what is known and is right as it stands', () => {
    expect(personDraftSchema.safeParse(draftOfPerson(person)).success).toBe(true);
  });

  it('never changes the role of an owner', () => {
    expect(draftOfPerson({ ...person, role: 'owner' }).role).toBeNull();
  });

  it('is not saved while a time is half typed or ends before it begins', () => {
    const draft = draftOfPerson(person);
    for (const [fromMinute, toMinute] of [
      [540, null],
      [600, 540],
      [540, 540],
    ]) {
      const hours = [{ weekday: 2, fromMinute: fromMinute ?? null, toMinute: toMinute ?? null }];
      expect(personDraftSchema.safeParse({ ...draft, hours }).success).toBe(false);
    }
  });

  it('is not saved with a day that is no day', () => {
    const draft = { ...draftOfPerson(person), accessEndsOn: '31.02.2026' };
    expect(personDraftSchema.safeParse(draft).success).toBe(false);
  });
});

describe('working hours', () => {
  it('begin with nine to six; a second time of the day follows an hour after the first', () => {
    const once = withHours([], 3);
    expect(once).toEqual([{ weekday: 3, fromMinute: 540, toMinute: 1080 }]);
    expect(withHours(once, 3).at(-1)).toEqual({ weekday: 3, fromMinute: 1140, toMinute: 1380 });
  });

  it('leave a second time empty when the day has no room for it', () => {
    const late = [{ weekday: 3, fromMinute: 600, toMinute: 1410 }];
    expect(withHours(late, 3).at(-1)).toEqual({ weekday: 3, fromMinute: null, toMinute: null });
  });

  it('of Monday are copied to Saturday, and Sunday keeps its own', () => {
    const hours = [
      { weekday: 1, fromMinute: 540, toMinute: 1080 },
      { weekday: 3, fromMinute: 0, toMinute: 60 },
      { weekday: 7, fromMinute: 600, toMinute: 900 },
    ];
    const copied = likeMonday(hours);
    expect(copied.map(({ weekday }) => weekday)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(copied.filter(({ fromMinute }) => fromMinute === 540)).toHaveLength(6);
    expect(copied.at(-1)).toEqual(hours[2]);
    // Six days of nine hours and a Sunday of five.
    expect(minutesOf(copied)).toBe(6 * 540 + 300);
  });

  it.each([
    [0, '0'],
    [480, '8'],
    [450, '7:30'],
    [2885, '48:05'],
  ])('of %i minutes are written %s', (minutes, written) => {
    expect(hoursWords(minutes)).toBe(written);
  });
});
