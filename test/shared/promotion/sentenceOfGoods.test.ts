/** Which goods a rule names and what it gives for them, in the words of all three languages. */
import { expect, it } from 'vitest';
import { type SaidRule, said } from './saidRules.ts';

const rules: readonly SaidRule[] = [
  {
    rule: {
      level: 'product',
      benefit: { kind: 'percent', rateBasisPoints: 1000 },
      scope: { kind: 'categories', categoryIds: ['tea'] },
      conditions: [
        { kind: 'weekdays', days: [2] },
        { kind: 'hours', fromMinute: 840, toMinute: 1080 },
      ],
    },
    uz: 'Har seshanba soat 14:00–18:00, Choy −10%, boshqalar bilan birga',
    ru: 'По вторникам с 14:00 до 18:00, Чай −10 %, вместе с другими',
    en: 'Every Tuesday 14:00–18:00, Tea −10%, with others',
  },
  {
    rule: {
      level: 'product',
      benefit: { kind: 'percent', rateBasisPoints: 1000 },
      conditions: [{ kind: 'onDay', day: '2026-11-22' }],
    },
    uz: 'Faqat 2026-yil 22-noyabr kuni, hamma mahsulotlar −10%, boshqalar bilan birga',
    ru: 'Только 22 ноября 2026 г., все товары −10 %, вместе с другими',
    en: 'Only on 22 November 2026, everything −10%, with others',
  },
  {
    rule: {
      level: 'product',
      benefit: { kind: 'percent', rateBasisPoints: 1000 },
      conditions: [
        { kind: 'weekdays', days: [1, 2, 3, 4, 5] },
        {
          kind: 'not',
          condition: { kind: 'hours', fromMinute: 1320, toMinute: 360 },
        },
      ],
    },
    uz: 'Dushanbadan jumagacha, soat 22:00–06:00dan tashqari, hamma mahsulotlar −10%, boshqalar bilan birga',
    ru: 'С понедельника по пятницу, кроме времени с 22:00 до 06:00, все товары −10 %, вместе с другими',
    en: 'Monday to Friday, not 22:00–06:00, everything −10%, with others',
  },
  {
    rule: {
      level: 'product',
      benefit: { kind: 'percent', rateBasisPoints: 1000 },
      conditions: [{ kind: 'dates', from: '2026-12-25', to: '2027-01-05' }],
    },
    uz: '25.12.2026 – 05.01.2027, hamma mahsulotlar −10%, boshqalar bilan birga',
    ru: '25.12.2026 – 05.01.2027, все товары −10 %, вместе с другими',
    en: '25.12.2026 – 05.01.2027, everything −10%, with others',
  },
  {
    rule: {
      level: 'product',
      benefit: { kind: 'percent', rateBasisPoints: 1000 },
      scope: { kind: 'brands', brandIds: ['ahmad', 'lipton'] },
    },
    uz: '“Ahmad” va “Lipton” brendlari −10%, boshqalar bilan birga',
    ru: 'Бренды «Ahmad» и «Lipton» −10 %, вместе с другими',
    en: 'Brands “Ahmad” and “Lipton” −10%, with others',
  },
  {
    rule: {
      level: 'product',
      benefit: { kind: 'percent', rateBasisPoints: 1000 },
      scope: {
        kind: 'anyOf',
        scopes: [
          { kind: 'tags', tags: ['yangi', 'uzum'] },
          { kind: 'expiresWithin', days: 3 },
        ],
      },
    },
    uz: '“yangi” yoki “uzum” belgili mahsulotlar va muddati 3 kun ichida tugaydigan mahsulotlar −10%, boshqalar bilan birga',
    ru: 'Товары с меткой «yangi» или «uzum» и товары с остатком срока не больше 3 дней −10 %, вместе с другими',
    en: 'Goods tagged “yangi” or “uzum” and goods that expire within 3 days −10%, with others',
  },
  {
    rule: {
      level: 'product',
      scope: {
        kind: 'allOf',
        scopes: [
          { kind: 'categories', categoryIds: ['tea'] },
          { kind: 'brands', brandIds: ['ahmad'] },
        ],
      },
      benefit: { kind: 'fixedPrice', priceSom: 9000 },
    },
    uz: 'Choy (ulardan faqat: “Ahmad” brendi) narxi 9 000 soʻm, boshqalar bilan birga',
    ru: 'Чай (из них только: бренд «Ahmad») по 9 000 сум, вместе с другими',
    en: 'Tea (of these only: brand “Ahmad”) at 9,000 soʻm, with others',
  },
  {
    rule: {
      level: 'product',
      scope: { kind: 'categories', categoryIds: ['tea'] },
      benefit: { kind: 'amountPerUnit', amountSom: 500 },
    },
    uz: 'Choy: har dona yoki kg uchun −500 soʻm, boshqalar bilan birga',
    ru: 'Чай: −500 сум за каждую штуку или кг, вместе с другими',
    en: 'Tea: −500 soʻm for each piece or kg, with others',
  },
  {
    rule: { level: 'product', benefit: { kind: 'amountPerLine', amountSom: 1000 } },
    uz: 'Chekning har qatoridan −1 000 soʻm, boshqalar bilan birga',
    ru: '−1 000 сум с каждой строки чека, вместе с другими',
    en: '−1,000 soʻm off each receipt line, with others',
  },
  {
    rule: {
      level: 'product',
      benefit: { kind: 'percent', rateBasisPoints: 1000 },
      scope: { kind: 'products', productIds: ['cup', 'green', 'black', 'x', 'y'] },
    },
    uz: 'Piyola, Koʻk choy, Qora choy va yana 2 ta −10%, boshqalar bilan birga',
    ru: 'Пиала, Зелёный чай, Чёрный чай и ещё 2 −10 %, вместе с другими',
    en: 'Cup, Green tea, Black tea and 2 more −10%, with others',
  },
  {
    rule: {
      level: 'product',
      scope: { kind: 'products', productIds: ['green', 'cup'] },
      benefit: {
        kind: 'salePrices',
        prices: [
          { productId: 'green', priceSom: 15000 },
          { productId: 'cup', priceSom: 9000 },
        ],
      },
      from: '2026-12-01',
      to: '2026-12-07',
    },
    uz: '1–7-dekabr, aksiya narxi: Koʻk choy 15 000 soʻm va Piyola 9 000 soʻm, boshqalar bilan birga',
    ru: '1–7 декабря, цена по акции: Зелёный чай 15 000 сум и Пиала 9 000 сум, вместе с другими',
    en: '1–7 December, sale price: Green tea 15,000 soʻm and Cup 9,000 soʻm, with others',
  },
  {
    rule: {
      level: 'product',
      scope: { kind: 'categories', categoryIds: ['tea'] },
      benefit: {
        kind: 'volumeSteps',
        counts: 'eachProduct',
        steps: [
          { fromThousandths: 3000, off: { kind: 'percent', rateBasisPoints: 500 } },
          { fromThousandths: 21000, off: { kind: 'fixedPrice', priceSom: 8000 } },
        ],
      },
    },
    uz: 'Choy: 3 tadan −5%, 21 tadan narxi 8 000 soʻm (har bir mahsulot alohida), boshqalar bilan birga',
    ru: 'Чай: от 3 штук −5 %, от 21 штуки по 8 000 сум (каждый товар отдельно), вместе с другими',
    en: 'Tea: from 3 pieces −5%, from 21 pieces at 8,000 soʻm (each product for itself), with others',
  },
  {
    rule: {
      level: 'product',
      scope: {
        kind: 'except',
        scope: { kind: 'all' },
        without: { kind: 'categories', categoryIds: ['tea'] },
      },
      benefit: { kind: 'cheapestFree', of: 3 },
    },
    uz: 'Hamma mahsulotlar (Choy bundan mustasno): 3 tadan eng arzoni bepul, boshqalar bilan birga',
    ru: 'Все товары (кроме: Чай): из 3 штук самая дешёвая бесплатно, вместе с другими',
    en: 'Everything (except Tea): of every 3 the cheapest is free, with others',
  },
  {
    rule: {
      level: 'product',
      scope: { kind: 'categories', categoryIds: ['tea'] },
      benefit: { kind: 'cheapest', off: { kind: 'percent', rateBasisPoints: 5000 } },
    },
    uz: 'Choy: eng arzon bitta dona −50%, boshqalar bilan birga',
    ru: 'Чай: самая дешёвая штука −50 %, вместе с другими',
    en: 'Tea: the cheapest piece −50%, with others',
  },
  {
    rule: {
      level: 'product',
      scope: { kind: 'categories', categoryIds: ['tea'] },
      benefit: {
        kind: 'buyGet',
        buyPieces: 2,
        getPieces: 1,
        off: { kind: 'percent', rateBasisPoints: 10000 },
        atMostTimes: 3,
      },
    },
    uz: 'Choy: 2 ta oling, 1 tasi bepul (chekda koʻpi bilan 3 marta), boshqalar bilan birga',
    ru: 'Чай: при покупке 2 штук ещё 1 бесплатно (не более 3 раз в чеке), вместе с другими',
    en: 'Tea: buy 2, get 1 free (at most 3 times a receipt), with others',
  },
  {
    rule: {
      level: 'product',
      scope: { kind: 'categories', categoryIds: ['tea'] },
      benefit: {
        kind: 'buyGet',
        buyPieces: 3,
        getPieces: 1,
        get: { kind: 'products', productIds: ['cup'] },
        off: { kind: 'percent', rateBasisPoints: 5000 },
        atMostTimes: null,
      },
    },
    uz: 'Choy: 3 ta olsangiz, 1 ta Piyola −50%, boshqalar bilan birga',
    ru: 'Чай: при покупке 3 штук: Пиала (1 шт.) −50 %, вместе с другими',
    en: 'Tea: buy 3: 1 × Cup −50%, with others',
  },
  {
    rule: {
      level: 'product',
      benefit: {
        kind: 'bundle',
        parts: [
          { of: { kind: 'categories', categoryIds: ['tea'] }, pieces: 2 },
          { of: { kind: 'products', productIds: ['cup'] }, pieces: 1 },
        ],
        priceSom: 45000,
        atMostTimes: null,
      },
    },
    uz: '2 ta Choy + 1 ta Piyola birga 45 000 soʻm, boshqalar bilan birga',
    ru: 'Чай (2 шт.) + Пиала (1 шт.) вместе за 45 000 сум, вместе с другими',
    en: '2 × Tea + 1 × Cup together for 45,000 soʻm, with others',
  },
  {
    rule: {
      level: 'product',
      benefit: { kind: 'gift', of: { kind: 'products', productIds: ['cup'] }, pieces: 1 },
      conditions: [
        {
          kind: 'minimumSum',
          minimumSom: 100000,
          of: { kind: 'categories', categoryIds: ['tea'] },
        },
      ],
    },
    uz: 'Xarid 100 000 soʻmdan boshlab (Choy), sovgʻaga: Piyola, boshqalar bilan birga',
    ru: 'При покупке от 100 000 сум (Чай), в подарок: Пиала, вместе с другими',
    en: 'From 100,000 soʻm of Tea, as a gift: Cup, with others',
  },
  {
    rule: {
      level: 'basket',
      benefit: { kind: 'percent', rateBasisPoints: 1000, atMostSom: 20000 },
      conditions: [{ kind: 'minimumSum', minimumSom: 50000 }],
      limits: { timesPerCustomer: 1, budgetSom: 1000000 },
    },
    uz: 'Xarid 50 000 soʻmdan boshlab, butun xarid −10%, koʻpi bilan 20 000 soʻm, boshqalar bilan birga, har mijozga koʻpi bilan 1 marta, byudjeti 1 000 000 soʻm',
    ru: 'При покупке от 50 000 сум, весь чек −10 %, но не больше 20 000 сум, вместе с другими, не более 1 раза на клиента, бюджет 1 000 000 сум',
    en: 'From 50,000 soʻm, the whole basket −10%, at most 20,000 soʻm, with others, at most once per customer, budget 1,000,000 soʻm',
  },
  {
    rule: {
      level: 'basket',
      scope: { kind: 'categories', categoryIds: ['tea'] },
      combines: 'alone',
      benefit: { kind: 'amount', amountSom: 5000 },
      conditions: [{ kind: 'minimumQuantity', minimumThousandths: 3000 }],
    },
    uz: '3 tadan boshlab (Choy), Choy jami: −5 000 soʻm, boshqa aksiyalarsiz',
    ru: 'От 3 штук (Чай), Чай, всё вместе: −5 000 сум, без других акций',
    en: 'From 3 pieces of Tea, Tea together: −5,000 soʻm, alone',
  },
  {
    rule: {
      level: 'basket',
      scope: { kind: 'categories', categoryIds: ['tea'] },
      benefit: { kind: 'fixedPrice', priceSom: 50000 },
      conditions: [{ kind: 'contains', of: { kind: 'products', productIds: ['cup'] } }],
    },
    uz: 'Savatda Piyola boʻlsa, Choy: hammasi birga 50 000 soʻm, boshqalar bilan birga',
    ru: 'Если в корзине есть Пиала, Чай: всё вместе за 50 000 сум, вместе с другими',
    en: 'With Cup in the basket, Tea: all together for 50,000 soʻm, with others',
  },
  {
    rule: {
      level: 'basket',
      benefit: {
        kind: 'sumSteps',
        steps: [
          { kind: 'percent', fromSom: 150000, rateBasisPoints: 1000 },
          { kind: 'amount', fromSom: 200000, amountSom: 40000 },
        ],
      },
      limits: { times: 100, timesPerDay: 5, timesPerCustomerPerDay: 2 },
      priority: 5,
    },
    uz: 'Butun xarid 150 000 soʻmdan −10%, 200 000 soʻmdan −40 000 soʻm, boshqalar bilan birga, navbati +5, jami koʻpi bilan 100 marta, kuniga koʻpi bilan 5 marta, har mijozga kuniga koʻpi bilan 2 marta',
    ru: 'Весь чек от 150 000 сум −10 %, от 200 000 сум −40 000 сум, вместе с другими, приоритет +5, всего не более 100 раз, не более 5 раз в день, не более 2 раз в день на клиента',
    en: 'The whole basket from 150,000 soʻm −10%, from 200,000 soʻm −40,000 soʻm, with others, priority +5, at most 100 times in all, at most 5 times a day, at most twice a day per customer',
  },
];

it.each(rules)('“$en”', ({ rule, ...expected }) => {
  expect(said(rule)).toEqual(expected);
});
