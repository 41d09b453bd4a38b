/** The words of benefits, conditions and outcomes; and that no kind is without words. */
import { expect, it } from 'vitest';
import { som } from '../../../shared/money.ts';
import { basketBenefits } from '../../../shared/promotion/basketBenefits.ts';
import {
  basketBenefitWords,
  lineBenefitWords,
  rewardWords,
  setBenefitWords,
} from '../../../shared/promotion/benefitWordTable.ts';
import { type Condition, conditionSchema, plainConditions } from '../../../shared/promotion/condition.ts';
import { conditionWordTable } from '../../../shared/promotion/conditionWordTable.ts';
import { lineBenefits } from '../../../shared/promotion/lineBenefits.ts';
import type { PromotionOutcome } from '../../../shared/promotion/outcome.ts';
import { rewards } from '../../../shared/promotion/rewards.ts';
import { scopeKinds } from '../../../shared/promotion/scope.ts';
import {
  benefitWords,
  conditionWords,
  goodsWords,
  outcomeWords,
} from '../../../shared/promotion/sentence.ts';
import { setBenefits } from '../../../shared/promotion/setBenefits.ts';
import { onGoods, percent } from '../baskets.ts';
import { names, plainSpaces, ruleOf } from './saidRules.ts';

const tea = { kind: 'categories', categoryIds: ['tea'] } as const;
const condition = (written: object): Condition => conditionSchema.parse(written);
const saidCondition = (written: object) => plainSpaces(conditionWords(condition(written), names));

it.each([
  { kinds: lineBenefits, words: lineBenefitWords },
  { kinds: setBenefits, words: setBenefitWords },
  { kinds: basketBenefits, words: basketBenefitWords },
  { kinds: rewards, words: rewardWords },
  { kinds: plainConditions, words: conditionWordTable },
])('every kind has words, and no words are left over', ({ kinds, words }) => {
  expect(Object.keys(words).sort()).toEqual(Object.keys(kinds).sort());
});

it('every kind of scope has words', () => {
  const scopes = {
    all: { kind: 'all' },
    products: { kind: 'products', productIds: ['cup'] },
    categories: tea,
    brands: { kind: 'brands', brandIds: ['ahmad'] },
    tags: { kind: 'tags', tags: ['yangi'] },
    expiresWithin: { kind: 'expiresWithin', days: 21 },
    anyOf: { kind: 'anyOf', scopes: [tea] },
    allOf: { kind: 'allOf', scopes: [tea] },
    except: { kind: 'except', scope: { kind: 'all' }, without: tea },
  } as const;
  expect(Object.keys(scopes).sort()).toEqual([...scopeKinds].sort());
  expect(Object.values(scopes).map((scope) => plainSpaces(goodsWords(scope, names)).ru)).toEqual([
    'все товары',
    'Пиала',
    'Чай',
    'бренд «Ahmad»',
    'товары с меткой «yangi»',
    'товары с остатком срока не больше 21 дня',
    'Чай',
    'Чай',
    'все товары (кроме: Чай)',
  ]);
});

it('a benefit alone is said in a few words', () => {
  const short = (rule: object) => plainSpaces(benefitWords(ruleOf(rule).benefit, names)).en;
  expect(short({ level: 'product', benefit: { kind: 'percent', rateBasisPoints: 1_250 } })).toBe('−12.5%');
  expect(
    short({ level: 'basket', benefit: { kind: 'percent', rateBasisPoints: 1_000, atMostSom: 5_000 } }),
  ).toBe('−10%, at most 5,000 soʻm');
  expect(short({ level: 'product', benefit: { kind: 'gift', of: tea, pieces: 2 }, conditions: [] })).toBe(
    'as a gift: 2 × Tea',
  );
  expect(short({ level: 'reward', benefit: { kind: 'bonusMultiplier', timesBasisPoints: 15_000 } })).toBe(
    'bonus ×1.5',
  );
  expect(short({ level: 'reward', benefit: { kind: 'bonusMultiplier', timesBasisPoints: 12_345 } })).toBe(
    'bonus at 123.45%',
  );
});

it('what must not hold is said as people say it', () => {
  const not = (written: object) => saidCondition({ kind: 'not', condition: written });
  expect(not({ kind: 'weekdays', days: [2, 7] })).toEqual({
    uz: 'Seshanba va yakshanbadan tashqari',
    ru: 'Кроме вторника и воскресенья',
    en: 'Not on Tuesday and Sunday',
  });
  expect(not({ kind: 'contains', of: tea })).toEqual({
    uz: 'Savatda Choy boʻlmasa',
    ru: 'Если в корзине нет: Чай',
    en: 'With no Tea in the basket',
  });
  expect(not({ kind: 'visitNumber', number: 3, repeats: false }).en).toBe('Not on the 3rd purchase');
  expect(not({ kind: 'hasCard' }).ru).toBe('Без карты клиента');
  expect(not({ kind: 'birthday', daysBefore: 0, daysAfter: 0 }).uz).toBe('Tugʻilgan kunda emas');
  expect(not({ kind: 'not', condition: { kind: 'firstPurchase' } }).en).toBe('On the first purchase');
});

it('not of several goes down to each of them', () => {
  const both = [{ kind: 'weekdays', days: [1] }, { kind: 'hasCard' }];
  expect(saidCondition({ kind: 'not', condition: { kind: 'any', conditions: both } }).en).toBe(
    'Not on Monday and without a customer card',
  );
  expect(saidCondition({ kind: 'not', condition: { kind: 'all', conditions: both } }).en).toBe(
    'Not on Monday or without a customer card',
  );
});

it('Russian counts days as Russians do', () => {
  const days = (atLeastDays: number) => saidCondition({ kind: 'daysSinceLastVisit', atLeastDays }).ru;
  expect([1, 2, 5, 11, 21, 30].map(days).map((words) => words.split('не меньше ')[1])).toEqual([
    '1 дня',
    '2 дней',
    '5 дней',
    '11 дней',
    '21 дня',
    '30 дней',
  ]);
});

it('says of every outcome why, and names the promotion that won', () => {
  const winner = { ...onGoods('winner', percent(20)), name: { uz: 'Bahor', ru: 'Весна', en: 'Spring' } };
  const why = (outcome: PromotionOutcome) =>
    plainSpaces(
      outcomeWords({ promotionId: 'own', outcome, nearest: null }, names, (id) =>
        id === 'winner' ? winner : undefined,
      ),
    );
  const limit = { kind: 'limitReached' } as const;
  const outcomes: readonly (readonly [PromotionOutcome, string])[] = [
    [{ kind: 'applied', amountSom: som(5_000) }, 'Сработала: −5 000 сум'],
    [{ kind: 'rewarded' }, 'Сработала: награда даётся'],
    [{ kind: 'nothingCovered' }, 'В корзине нет её товаров'],
    [{ kind: 'incomplete' }, 'Не хватает товаров'],
    [{ kind: 'outdone', by: 'winner' }, '«Весна» даёт больше'],
    [{ kind: 'outdone', by: null }, 'Другие скидки дают больше'],
    [{ kind: 'heldByAnother', by: 'winner' }, 'На эти товары действует «Весна», она не сочетается с другими'],
    [{ kind: 'heldByAnother', by: 'gone' }, 'На эти товары действует акция, которая не сочетается с другими'],
    [{ kind: 'noEffect' }, 'Снижать здесь нечего'],
    [{ kind: 'cutByCap' }, 'Не дана: скидки упёрлись в общий предел'],
    [
      { kind: 'overBudget', leftSom: som(1_000), wantedSom: som(3_000) },
      'В бюджете осталось 1 000 сум, а на этот чек нужно 3 000 сум',
    ],
    [{ ...limit, limit: 'times' }, 'Все разы уже использованы'],
    [{ ...limit, limit: 'timesPerDay' }, 'На сегодня все разы использованы'],
    [{ ...limit, limit: 'timesPerCustomer' }, 'Этот клиент уже использовал её'],
    [{ ...limit, limit: 'timesPerCustomerPerDay' }, 'Этот клиент сегодня уже использовал её'],
    [{ ...limit, limit: 'budgetSom' }, 'Её бюджет исчерпан'],
    [{ ...limit, limit: 'needsCustomer' }, 'Нужен клиент: отсканируйте его карту'],
  ];
  for (const [outcome, words] of outcomes) expect(why(outcome).ru).toBe(words);
});
