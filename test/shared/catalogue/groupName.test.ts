import { describe, expect, it } from 'vitest';
import { isSameName, isSameText } from '../../../shared/catalogue/groupName.ts';

describe('names of categories and brands', () => {
  it.each([
    ['Nestlé', 'NESTLÉ', true],
    ['  Coca  Cola ', 'coca cola', true],
    ['Coca Cola', 'Coca-Cola', false],
  ])('are the same when only capitals and spaces differ: %s, %s', (a, b, isSame) => {
    expect(isSameName(a, b)).toBe(isSame);
  });

  it('are the same as soon as one language has the same words', () => {
    expect(isSameText({ uz: 'Choy', ru: 'Чай' }, { ru: 'чай' })).toBe(true);
  });

  it('in different languages are different names', () => {
    expect(isSameText({ uz: 'Choy' }, { en: 'Choy' })).toBe(false);
    expect(isSameText({ uz: 'Choy', ru: 'Чай' }, { uz: 'Qahva', ru: 'Кофе' })).toBe(false);
  });
});
