import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canBeTold, mayBecome, wishKeyOf, wishStates } from '../../../shared/service/wish.ts';

describe('the same wish is counted once', () => {
  it.each([
    ['Yashil choy', 'chuy yashil'],
    ['choy, YASHIL!', 'chuy yashil'],
    ['Яшил чой', 'chuy yashil'],
    ['Kefir 1%', '1 kefir'],
    ['kefir 1 %', '1 kefir'],
  ])('%s is %s', (words, key) => {
    expect(wishKeyOf(words)).toBe(key);
  });

  it('oʻ is the same in every writing', () => {
    const keys = ['Oʻrik', 'O`rik', "O'rik", 'Ўрик', 'Урик', 'Orik'].map(wishKeyOf);
    expect(new Set(keys)).toEqual(new Set(['urik']));
  });

  it('other words are another wish', () => {
    expect(wishKeyOf('Kefir 1%')).not.toBe(wishKeyOf('Kefir 2%'));
    expect(wishKeyOf('Yashil choy')).not.toBe(wishKeyOf('Qora choy'));
  });

  it('signs without a letter are no wish', () => {
    expect(wishKeyOf(' !? ')).toBe('');
  });

  it('the order of the words changes nothing', () => {
    const word = fc.stringMatching(/^[a-z]{2,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (list) => {
        expect(wishKeyOf(list.join(' '))).toBe(wishKeyOf([...list].reverse().join('  ').toUpperCase()));
      }),
    );
  });
});

describe('how far the shop is with a wish', () => {
  it('what is on its way may come, fail or be open again', () => {
    expect(wishStates.filter((to) => mayBecome('ordered', to))).toEqual(['open', 'here', 'impossible']);
  });

  it('what is here stays here', () => {
    expect(wishStates.filter((to) => mayBecome('here', to))).toEqual([]);
  });

  it('what was not possible may be tried again', () => {
    expect(wishStates.filter((to) => mayBecome('impossible', to))).toEqual(['open']);
  });
});

it('only whoever left a card or a phone can be told', () => {
  expect(canBeTold({ customerId: 'aziza', reach: '' })).toBe(true);
  expect(canBeTold({ customerId: null, reach: '+998901234567' })).toBe(true);
  expect(canBeTold({ customerId: null, reach: '' })).toBe(false);
});
