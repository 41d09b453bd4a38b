import { describe, expect, it } from 'vitest';
import {
  deedFormSchema,
  giftSchema,
  isOwnDeed,
  nothingGiven,
  type TypedDeed,
  type TypedGift,
} from '../../../renderer/loyalty/deedForm.ts';
import { deedKinds, handDeeds } from '../../../shared/loyalty/deedContract.ts';
import { defaultDeed } from '../../../shared/loyalty/deeds.ts';
import { som } from '../../../shared/money.ts';

const wrongDeed = (patch: Partial<TypedDeed>) => {
  const parsed = deedFormSchema.safeParse({ ...defaultDeed('review'), isOn: true, ...patch });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
};

const wrongGift = (patch: Partial<TypedGift>) => {
  const parsed = giftSchema.safeParse({ ...nothingGiven, ...patch });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
};

describe('a kind of deed', () => {
  it('as the shop finds it can be saved', () => {
    for (const kind of deedKinds) expect(deedFormSchema.safeParse(defaultDeed(kind)).success).toBe(true);
  });

  it('brings something while it is on', () => {
    expect(wrongDeed({ bonusSom: som(0) })).toEqual(['bonusSom']);
    expect(wrongDeed({ bonusSom: som(0), isOn: false })).toEqual([]);
    expect(wrongDeed({ bonusSom: null })).toEqual(['bonusSom']);
  });

  it('may be without limits, but never limited to none', () => {
    expect(wrongDeed({ timesADay: null, timesInAll: null })).toEqual([]);
    expect(wrongDeed({ timesADay: 0 })).toEqual(['timesADay']);
  });

  it('is either the till’s own or given by hand', () => {
    for (const kind of deedKinds) expect(isOwnDeed(kind)).toBe(!handDeeds.some((hand) => hand === kind));
  });
});

describe('a deed given by hand', () => {
  it('needs its kind', () => {
    expect(wrongGift({ note: 'Google' })).toContain('kind');
  });

  it('needs a word on where a review can be seen, but none for an own bag', () => {
    expect(wrongGift({ kind: 'review' })).toEqual(['note']);
    expect(wrongGift({ kind: 'review', note: '   ' })).toEqual(['note']);
    expect(wrongGift({ kind: 'review', note: 'Google, 22.11' })).toEqual([]);
    expect(wrongGift({ kind: 'ownBag' })).toEqual([]);
  });

  it('needs the day of the permission for a photo', () => {
    const photo = { kind: 'photo', note: 'Instagram' } as const;
    expect(wrongGift(photo)).toEqual(['permissionOn']);
    expect(wrongGift({ ...photo, permissionOn: '2026-11-20' })).toEqual([]);
    expect(wrongGift({ ...photo, permissionOn: '20.11' })).toEqual(['permissionOn']);
  });

  it('sends no permission with another deed, even when one was typed before', () => {
    const given = giftSchema.parse({ kind: 'story', note: '@dokon', permissionOn: '2026-11-20' });
    expect(given.permissionOn).toBeNull();
  });
});
