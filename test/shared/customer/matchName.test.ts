/** The forgiving second pass of the search by name. */
import { describe, expect, it } from 'vitest';
import { isWithinOneEdit, nameNearlyMatches } from '../../../shared/customer/matchName.ts';

describe('a name that is one letter off', () => {
  it.each([
    ['Кадыров', 'Qodirov Anvar'],
    ['Sabir', 'Sobir Rahimov'],
    ['Qodirov', 'Кадыров'],
    ['Shavkt', 'Shavkat'],
    ['Nodira kar', 'Karimova Nodira'],
  ])('is found: %j finds %j', (typed, name) => {
    expect(nameNearlyMatches(typed, name)).toBe(true);
  });

  it.each([
    ['Anvar', 'Akbar'],
    ['Ali', 'Oli'],
    ['Karim', 'Rahim'],
  ])('two letters off, or too short to be lax, is not: %j does not find %j', (typed, name) => {
    expect(nameNearlyMatches(typed, name)).toBe(false);
  });
});

describe('one edit', () => {
  it('is one letter changed, added or left out, or none', () => {
    expect(isWithinOneEdit('sobir', 'sobir')).toBe(true);
    expect(isWithinOneEdit('sobir', 'sabir')).toBe(true);
    expect(isWithinOneEdit('sobir', 'sobirr')).toBe(true);
    expect(isWithinOneEdit('obir', 'sobir')).toBe(true);
    expect(isWithinOneEdit('sobir', 'sbor')).toBe(false);
    expect(isWithinOneEdit('sobir', 'sobirov')).toBe(false);
  });
});
