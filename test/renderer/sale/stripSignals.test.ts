/** What the strip at the counter says, in which order and in which words. */
import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { type CustomerAtTill, type Strip, saidAtTill } from '../../../renderer/sale/stripSignals.ts';
import en from '../../../resources/locales/en.json' with { type: 'json' };
import ru from '../../../resources/locales/ru.json' with { type: 'json' };
import uz from '../../../resources/locales/uz.json' with { type: 'json' };
import { som } from '../../../shared/money.ts';
import type { Basket } from '../../../shared/sale/basketContract.ts';
import { type Language, languages } from '../../../shared/text.ts';

beforeAll(async () => {
  await i18next.init({
    lng: 'en',
    interpolation: { escapeValue: false },
    resources: { en: { translation: en }, ru: { translation: ru }, uz: { translation: uz } },
  });
});

const speaker = (language: Language) => ({
  t: i18next.getFixedT(language),
  language,
  number: (value: number) => String(value),
});

const customer: Strip = {
  customerId: 'aziza',
  name: 'Aziza',
  phone: null,
  language: null,
  isRegistered: true,
  identification: 'card',
  visits: 9,
  averageSom: som(50_000),
  bonusSom: som(4_350),
  spendableSom: som(4_350),
  expiringSoonSom: som(1_000),
  tier: {
    current: { tierId: 'gold', name: { en: 'Gold' }, privilege: { en: 'Tea for nothing' } },
    paidSom: som(0),
    next: null,
  },
  stamps: [],
  challenges: [],
  storeCreditSom: som(0),
  debtSom: som(120_000),
  overdueSom: som(0),
  coupons: [],
};

const tea = { productId: 'tea', name: { en: 'Tea' }, unit: 'piece' } as const;
const rice = { productId: 'rice', name: { en: 'Rice' }, unit: 'kilogram' } as const;
const atTill: CustomerAtTill = {
  customerId: 'aziza',
  name: 'Aziza',
  birthdayInDays: -2,
  allergies: ['nuts', 'honey'],
  complaint: { complaintId: 'c', number: 12, topic: 'quality', isAnswered: false, others: 1 },
  waiting: [],
  away: { days: 40, usualDays: 12 },
  usual: [
    { ...tea, daysBought: 20 },
    { ...rice, daysBought: 8 },
  ],
  due: [{ ...tea, everyDays: 12, daysSince: 14 }],
};

const basketWith = (...productIds: readonly string[]) =>
  ({
    referral: null,
    lines: productIds.map((productId) => ({ kind: 'product', productId })),
  }) as unknown as Basket;

const said = (basket: Basket | null, known: CustomerAtTill | null, language: Language = 'en') =>
  saidAtTill(basket, customer, known, speaker(language));

test('what may hurt stands first, then what is owed, then what makes glad, and last what may be sold', () => {
  expect(said(basketWith(), atTill).signals.map(({ words }) => words)).toEqual([
    'Allergy: nuts, honey',
    'Complaint unanswered',
    'Owes 120000',
    'Birthday was 2 days ago',
    'Tea for nothing',
    'Away 40 days, usually 12',
    'Tea: every 12 days',
    '1000 expires soon',
    'Usually: Rice',
  ]);
});

test('until the answer is there, only the basket speaks', () => {
  expect(said(basketWith(), null).signals.map(({ kind }) => kind)).toEqual(['debt', 'privilege', 'burning']);
});

test('what lies in the basket is offered no more', () => {
  const { suggestion, usual } = said(basketWith('tea'), atTill);
  expect(suggestion).toBeNull();
  expect(usual.map(({ productId }) => productId)).toEqual(['rice']);
  expect(said(basketWith('tea', 'rice'), atTill).usual).toEqual([]);
});

test('a complaint is told with what it is about, and that there are more', () => {
  const complaint = said(basketWith(), atTill).signals.find(({ kind }) => kind === 'complaint');
  expect(complaint?.details).toEqual(['Complaint unanswered', 'No. 12, Product quality', 'and 1 more']);
});

test('every signal has its words in all three languages', () => {
  const waiting = (['order', 'wish'] as const).map((kind) => ({
    kind,
    id: kind,
    productId: null,
    productName: null,
    words: 'Choynak',
    quantityThousandths: null,
    number: 3,
    depositSom: 0,
    since: '2026-11-22T08:00:00.000Z',
  }));
  for (const language of languages) {
    for (const birthdayInDays of [0, 3, -1]) {
      const known = { ...atTill, birthdayInDays, waiting } as CustomerAtTill;
      const { signals } = said(basketWith(), known, language);
      expect(signals).toHaveLength(10);
      for (const { words, short = '', details } of signals)
        expect([words, short, ...details].join()).not.toMatch(/sale\.|service\.|\{\{/);
    }
  }
});
