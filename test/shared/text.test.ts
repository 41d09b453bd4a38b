/** Names and goods are found in whatever script, apostrophe or spelling they were typed. */
import { describe, expect, it } from 'vitest';
import { foldKeys, searchTextOf, textIn, tidyName } from '../../shared/text.ts';

const meet = (a: string, b: string) => foldKeys(a).some((key) => foldKeys(b).includes(key));

describe('the same name', () => {
  it.each([
    ['Oʻktam', 'O`ktam'],
    ['Oʻktam', "O'ktam"],
    ['Oʻktam', 'O‘ktam'],
    ['Oʻktam', 'O’ktam'],
    ['Oʻktam', 'Oʼktam'],
    ['Oʻktam', 'Ўктам'],
    ['Oʻktam', 'Уктам'],
    ['Oʻktam', 'Oktam'],
    ['Oʻktam', 'Õktam'],
    ['Ўктам', 'Уктам'],
    ['Gʻayrat', 'Ғайрат'],
    ['Gʻayrat', 'Гайрат'],
    ['Gʻayrat', 'Gayrat'],
    ['Gʻayrat', 'Ğayrat'],
    ['Xurshid', 'Hurshid'],
    ['Xurshid', 'Khurshid'],
    ['Xurshid', 'Хуршид'],
    ['Xurshid', 'Xurşid'],
    ['Aliyev', 'Алиев'],
    ['Aliyev', 'Aliev'],
    ['Yelena', 'Елена'],
    ['Elena', 'Елена'],
    ['Xoʻja', 'Ходжа'],
    ['Щукин', 'Shchukin'],
    ['Исҳоқ', 'Ishoq'],
    ['Исҳоқ', 'Isʼhoq'],
    ['Qodir', 'Қодир'],
    ['Qodir', 'Kodir'],
    ['Jahongir', 'Жаҳонгир'],
    ['Jahongir', 'Джахонгир'],
    ['Jahongir', 'Dzhahongir'],
    ['Chori', 'Чори'],
    ['Chori', 'Çori'],
    ['Yulduz', 'Юлдуз'],
    ['Yoʻldosh', 'Йўлдош'],
    ['Ahmad', 'AHMAD'],
    ['Muhammad', 'Muhamad'],
    ['Sevara  Karimova', 'севара каримова'],
    ['Viktoriya', 'Виктория'],
    ['William', 'Viliam'],
  ])('%s is found as %s', (a, b) => {
    expect(meet(a, b)).toBe(true);
  });

  it.each([
    ['Anvar', 'Akbar'],
    ['Olim', 'Alim'],
    ['Karim', 'Karima'],
    ['Shahnoza', 'Sanoza'],
    ['Sobir', 'Sabir'],
    ['Nodir', 'Nodira'],
  ])('but %s is not %s', (a, b) => {
    expect(meet(a, b)).toBe(false);
  });

  it('is indexed under all its keys, each once', () => {
    expect(searchTextOf('Oʻktam', 'Ўктам')).toBe('oktam uktam');
    expect(searchTextOf('', 'Non')).toBe('non');
  });
});

describe('the words of a product', () => {
  it('are shown in the asked language, else in the next that is filled', () => {
    const tea = { uz: 'Choy', ru: 'Чай' };
    expect(textIn(tea, 'ru')).toBe('Чай');
    expect(textIn(tea, 'en')).toBe('Choy');
    expect(textIn({ ru: 'Чай', uz: '' }, 'uz')).toBe('Чай');
    expect(textIn({}, 'uz')).toBe('');
  });
});

describe('a tidied name', () => {
  it('has the right apostrophes and single spaces', () => {
    expect(tidyName("  O'ktam   G`aniyev ")).toBe('Oʻktam Gʻaniyev');
    expect(tidyName('Is’hoq')).toBe('Isʼhoq');
    expect(tidyName('Oʻktam')).toBe('Oʻktam');
  });
});
