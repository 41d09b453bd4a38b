/** When a rule holds, for whom, and what it gives besides money off, in the words of all three languages. */
import { expect, it } from 'vitest';
import { type SaidRule, said } from './saidRules.ts';

const rules: readonly SaidRule[] = [
  {
    rule: {
      level: 'product',
      benefit: { kind: 'percent', rateBasisPoints: 1000 },
      conditions: [{ kind: 'paidWithoutCash', providers: [] }],
    },
    uz: 'Karta yoki QR orqali toʻlansa, hamma mahsulotlar −10%, boshqalar bilan birga',
    ru: 'При оплате картой или по QR, все товары −10 %, вместе с другими',
    en: 'Paid by card or QR, everything −10%, with others',
  },
  {
    rule: {
      level: 'product',
      benefit: { kind: 'percent', rateBasisPoints: 1000 },
      conditions: [{ kind: 'paidWithoutCash', providers: ['click', 'payme'] }],
    },
    uz: 'Click yoki Payme orqali toʻlansa, hamma mahsulotlar −10%, boshqalar bilan birga',
    ru: 'При оплате через Click или Payme, все товары −10 %, вместе с другими',
    en: 'Paid by Click or Payme, everything −10%, with others',
  },
  {
    rule: {
      level: 'product',
      benefit: { kind: 'percent', rateBasisPoints: 1000 },
      conditions: [{ kind: 'couponPresented', seriesIds: ['spring'] }],
    },
    uz: '“Bahor” kuponi bilan, hamma mahsulotlar −10%, boshqalar bilan birga',
    ru: 'По купону «Весна», все товары −10 %, вместе с другими',
    en: 'With the coupon “Spring”, everything −10%, with others',
  },
  {
    rule: {
      level: 'product',
      benefit: { kind: 'percent', rateBasisPoints: 1000 },
      conditions: [{ kind: 'tier', tierIds: ['gold'] }, { kind: 'hasCard' }],
    },
    uz: '“Oltin” darajasidagi mijozga, kartasi bor mijozga, hamma mahsulotlar −10%, boshqalar bilan birga',
    ru: 'Для уровня «Золото», по карте клиента, все товары −10 %, вместе с другими',
    en: 'For the tier “Gold”, with a customer card, everything −10%, with others',
  },
  {
    rule: {
      level: 'product',
      benefit: { kind: 'percent', rateBasisPoints: 1000 },
      conditions: [
        { kind: 'segment', segmentIds: ['regular'] },
        { kind: 'not', condition: { kind: 'customerTag', tags: ['ulgurji'] } },
      ],
    },
    uz: '“Doimiylar” guruhidagi mijozga, “ulgurji” belgili mijozdan tashqari, hamma mahsulotlar −10%, boshqalar bilan birga',
    ru: 'Для группы «Постоянные», кроме клиентов с меткой «ulgurji», все товары −10 %, вместе с другими',
    en: 'For the group “Regulars”, not for customers tagged “ulgurji”, everything −10%, with others',
  },
  {
    rule: {
      level: 'reward',
      benefit: { kind: 'bonusMultiplier', timesBasisPoints: 20000 },
      conditions: [{ kind: 'birthday', daysBefore: 3, daysAfter: 1 }],
    },
    uz: 'Tugʻilgan kundan 3 kun oldin va 1 kun keyin, bonus ×2, boshqalar bilan birga',
    ru: 'За 3 дня до дня рождения и 1 день после, бонусы ×2, вместе с другими',
    en: '3 days before to 1 day after the birthday, bonus ×2, with others',
  },
  {
    rule: {
      level: 'reward',
      benefit: { kind: 'bonus', bonusSom: 5000, per: { kind: 'receipt' } },
      conditions: [{ kind: 'firstPurchase' }],
    },
    uz: 'Birinchi xaridda, +5 000 bonus, boshqalar bilan birga',
    ru: 'При первой покупке, +5 000 бонусов, вместе с другими',
    en: 'On the first purchase, +5,000 bonus, with others',
  },
  {
    rule: {
      level: 'reward',
      benefit: { kind: 'stamps', stampCardId: 's', stamps: 2, per: { kind: 'piece' } },
      conditions: [{ kind: 'visitNumber', number: 5, repeats: true }],
    },
    uz: 'Har 5-xaridda, har dona uchun 2 ta shtamp, boshqalar bilan birga',
    ru: 'При каждой 5-й покупке, 2 штампа за каждую штуку, вместе с другими',
    en: 'On every 5th purchase, 2 stamps for each piece, with others',
  },
  {
    rule: {
      level: 'reward',
      benefit: { kind: 'nextCoupon', seriesId: 'spring', partnerId: null },
      conditions: [{ kind: 'daysSinceLastVisit', atLeastDays: 30 }],
    },
    uz: 'Oxirgi tashrifdan kamida 30 kun oʻtgan boʻlsa, keyingi xaridga “Bahor” kuponi, boshqalar bilan birga',
    ru: 'Если с последнего визита прошло не меньше 30 дней, купон «Весна» на следующую покупку, вместе с другими',
    en: 'If the last visit was at least 30 days ago, coupon “Spring” for the next visit, with others',
  },
  {
    rule: {
      level: 'reward',
      benefit: { kind: 'nextCoupon', seriesId: 'spring', partnerId: 'garden' },
      conditions: [{ kind: 'referral' }],
    },
    uz: 'Doʻst tavsiyasi bilan birinchi xaridda, hamkor “Bogʻ” kuponi: “Bahor”, boshqalar bilan birga',
    ru: 'При первой покупке по приглашению друга, купон партнёра «Сад»: «Весна», вместе с другими',
    en: 'On the first purchase of an invited friend, coupon of the partner “Garden”: “Spring”, with others',
  },
  {
    rule: {
      level: 'reward',
      scope: { kind: 'categories', categoryIds: ['tea'] },
      benefit: {
        kind: 'tickets',
        drawId: 'd',
        tickets: 1,
        per: { kind: 'sum', eachSom: 50000 },
      },
    },
    uz: 'Choy: har 50 000 soʻm uchun oʻyinga 1 ta chipta, boshqalar bilan birga',
    ru: 'Чай: 1 билет розыгрыша за каждые 50 000 сум, вместе с другими',
    en: 'Tea: 1 draw ticket for every 50,000 soʻm, with others',
  },
  {
    rule: {
      level: 'product',
      benefit: { kind: 'percent', rateBasisPoints: 1000 },
      conditions: [
        {
          kind: 'boughtBefore',
          of: { kind: 'categories', categoryIds: ['tea'] },
          withinDays: 30,
          atLeastSom: 100000,
        },
      ],
    },
    uz: 'Soʻnggi 30 kunda Choydan kamida 100 000 soʻmlik xarid qilganlarga, hamma mahsulotlar −10%, boshqalar bilan birga',
    ru: 'Для тех, кто за 30 дней купил не меньше чем на 100 000 сум (Чай), все товары −10 %, вместе с другими',
    en: 'For those who bought Tea for at least 100,000 soʻm in the last 30 days, everything −10%, with others',
  },
  {
    rule: {
      level: 'product',
      benefit: { kind: 'percent', rateBasisPoints: 1000 },
      conditions: [
        {
          kind: 'any',
          conditions: [
            {
              kind: 'all',
              conditions: [{ kind: 'weekdays', days: [6, 7] }, { kind: 'hasCard' }],
            },
            { kind: 'not', condition: { kind: 'minimumSum', minimumSom: 50000 } },
          ],
        },
      ],
    },
    uz: '(Shanba va yakshanba kunlari va kartasi bor mijozga) yoki xarid 50 000 soʻmdan kam boʻlsa, hamma mahsulotlar −10%, boshqalar bilan birga',
    ru: '(По субботам и воскресеньям и по карте клиента) или при покупке меньше 50 000 сум, все товары −10 %, вместе с другими',
    en: '(Every Saturday and Sunday and with a customer card) or below 50,000 soʻm, everything −10%, with others',
  },
];

it.each(rules)('“$en”', ({ rule, ...expected }) => {
  expect(said(rule)).toEqual(expected);
});
