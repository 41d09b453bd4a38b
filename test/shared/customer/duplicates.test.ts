/** How alike two customers must be before the shop is asked whether they are one person. */
import { describe, expect, test } from 'vitest';
import {
  blockingKeysOf,
  cardKey,
  likenessOf,
  nameLikeness,
  type PersonTraits,
  phoneKey,
} from '../../../shared/customer/duplicates.ts';
import { foldKeys } from '../../../shared/text.ts';

const namesOf = (name: string) =>
  foldKeys(name)
    .filter((key) => key !== '')
    .map((key) => key.split(' '));

function person(id: string, name: string, told: Partial<PersonTraits> = {}): PersonTraits {
  return {
    id,
    names: namesOf(name),
    phones: [],
    formerPhones: [],
    lastFour: null,
    birthDate: null,
    address: '',
    district: '',
    householdId: null,
    cards: [],
    ...told,
  };
}

const likely = (
  one: Partial<PersonTraits> & { name: string },
  other: Partial<PersonTraits> & { name: string },
) => likenessOf(person('a', one.name, one), person('b', other.name, other));

describe('a name', () => {
  test.each([
    ['Xurshid Karimov', 'Хуршид Каримов', 'sameName'],
    ['Karimov Xurshid', 'Xurshid Karimov', 'sameName'],
    ['Oʻktam Rahimov', 'Уктам Рахимов', 'sameName'],
    ['Xurshid Karimov', 'Xurshid Karimof', 'nearName'],
    ['Nodira', 'Nodira Karimova', 'nearName'],
    ['Ali', 'Ali Valiyev', null],
    ['Ali Valiyev', 'Olim Valiyev', null],
    ['Nodira Karimova', 'Dilnoza Karimova', null],
  ] as const)('%s and %s: %s', (one, other, likeness) => {
    expect(nameLikeness(namesOf(one), namesOf(other))).toBe(likeness);
    expect(nameLikeness(namesOf(other), namesOf(one))).toBe(likeness);
  });
});

test('a phone is the same with and without its country, a card with and without its zeros', () => {
  expect(phoneKey('+998901234567')).toBe(phoneKey('90 123-45-67'));
  expect(cardKey('0001 2345')).toBe(cardKey('12345'));
  expect(cardKey('007')).toBe('');
});

test('a phone of today in another form is enough, whatever the name', () => {
  expect(likely({ name: 'Ali', phones: ['901234567'] }, { name: 'Vali', phones: ['901234567'] })).toEqual({
    score: 90,
    reasons: ['samePhone'],
  });
});

test('a phone that the one has and the other had is worth a look, and more beside the name', () => {
  const other = { name: 'Vali', formerPhones: ['901234567'] };
  expect(likely({ name: 'Ali', phones: ['901234567'] }, other)?.score).toBe(50);
  expect(likely({ name: 'Vali', phones: ['901234567'] }, other)?.score).toBe(80);
});

test('a name needs something beside it', () => {
  const karimov = { name: 'Xurshid Karimov' };
  expect(likely(karimov, karimov)).toBeNull();
  const day = { birthDate: '1990-03-08' };
  expect(likely({ name: 'Ali', ...day }, { name: 'Botir', ...day })).toBeNull();
  expect(likely({ ...karimov, ...day }, { ...karimov, ...day })).toEqual({
    score: 80,
    reasons: ['sameName', 'sameBirthDate'],
  });
  expect(likely({ ...karimov, ...day }, { name: 'Xurshid Karimof', ...day })?.score).toBe(70);
  const four = { lastFour: '4567' };
  expect(likely({ ...karimov, ...four }, { ...karimov, ...four })?.score).toBe(60);
  const district = { district: 'chilonzor' };
  expect(likely({ ...karimov, ...district }, { ...karimov, ...district })?.score).toBe(45);
  expect(likely({ ...karimov, ...district }, { name: 'Xurshid Karimof', ...district })).toBeNull();
  const both = { ...day, ...four, ...district };
  expect(likely({ ...karimov, ...both }, { ...karimov, ...both })?.score).toBe(90);
});

test('two known birthdays that differ are two people, unless they share a phone or a card of today', () => {
  const one = { name: 'Xurshid Karimov', birthDate: '1990-03-08', lastFour: '4567' };
  const other = { ...one, birthDate: '1962-01-01' };
  expect(likely(one, other)).toBeNull();
  expect(likely({ ...one, cards: ['12345'] }, { ...other, cards: ['12345'] })?.score).toBe(95);
});

test('whoever is alike enough shares a key by which they are found', () => {
  const pairs: readonly (readonly [Partial<PersonTraits>, Partial<PersonTraits>])[] = [
    [{ phones: ['901234567'] }, { formerPhones: ['901234567'] }],
    [{ birthDate: '1990-03-08' }, { birthDate: '1990-03-08' }],
    [{ lastFour: '4567' }, { lastFour: '4567' }],
    [{ householdId: 'h' }, { householdId: 'h' }],
    [{ address: 'navoiy12' }, { address: 'navoiy12' }],
    [{ district: 'chilonzor' }, { district: 'chilonzor' }],
  ];
  for (const [told, alsoTold] of pairs) {
    const one = person('a', 'Oʻktam Karimov', told);
    const other = person('b', 'Уктам Каримов', alsoTold);
    expect(likenessOf(one, other)).not.toBeNull();
    expect(blockingKeysOf(one).some((key) => blockingKeysOf(other).includes(key))).toBe(true);
  }
});
