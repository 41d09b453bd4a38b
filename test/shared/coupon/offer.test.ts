/** The offer of the week: what may stand in it, the promotion and handout it makes, and its text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkOffer,
  type Handout,
  handoutSeries,
  type OfferToMake,
  offerPromotion,
  offerText,
  type ProductToOffer,
} from '../../../shared/coupon/offer.ts';
import { seriesContentSchema } from '../../../shared/coupon/series.ts';
import { isRefused } from '../../../shared/errors.ts';
import { som } from '../../../shared/money.ts';
import { promotionSchema } from '../../../shared/promotion/promotion.ts';
import { businessDay } from '../../../shared/time.ts';

const today = businessDay('2026-11-22');
const products = new Map<string, ProductToOffer>(
  [
    {
      productId: 'tea',
      name: { uz: 'Choy 250 g', ru: 'Чай 250 г' },
      priceSom: som(18_000),
      isDiscountable: true,
    },
    { productId: 'rice', name: { uz: 'Guruch' }, priceSom: som(21_500), isDiscountable: true },
    { productId: 'bread', name: { uz: 'Non' }, priceSom: som(4_000), isDiscountable: false },
  ].map((product) => [product.productId, product]),
);
const handout: Handout = { discountSom: som(5_000), minimumSom: som(50_000) };
const week = {
  name: { uz: 'Hafta taklifi', ru: 'Предложение недели', en: 'Offer of the week' },
  from: businessDay('2026-11-23'),
  to: businessDay('2026-11-29'),
};
const asked: OfferToMake = {
  ...week,
  goods: [
    { productId: 'tea', offerSom: som(15_000) },
    { productId: 'rice', offerSom: som(19_900) },
  ],
  handout,
};

const made = (different: Partial<OfferToMake> = {}) => {
  const goods = checkOffer({ ...asked, ...different }, products, today);
  if (isRefused(goods)) throw new Error(goods.refused);
  return goods;
};
const answer = (different: Partial<OfferToMake>) => {
  const checked = checkOffer({ ...asked, ...different }, products, today);
  return isRefused(checked) ? [checked.refused, checked.data] : 'fine';
};

describe('what may stand in an offer', () => {
  test('goods that get cheaper, each once, with their names and usual prices', () => {
    expect(made()).toEqual([
      { productId: 'tea', name: { uz: 'Choy 250 g', ru: 'Чай 250 г' }, usualSom: 18_000, offerSom: 15_000 },
      { productId: 'rice', name: { uz: 'Guruch' }, usualSom: 21_500, offerSom: 19_900 },
    ]);
  });

  const goods = (productId: string, offerSom: number) => [{ productId, offerSom: som(offerSom) }];
  test.each([
    ['an end before its start', { to: businessDay('2026-11-22') }, ['EndBeforeStart', {}]],
    [
      'days that are over',
      { from: businessDay('2026-11-10'), to: businessDay('2026-11-21') },
      ['OfferOver', {}],
    ],
    ['more than sixty days', { to: businessDay('2027-01-22') }, ['OfferTooLong', { atMostDays: 60 }]],
    [
      'a price that is no lower',
      { goods: goods('tea', 18_000) },
      ['OfferNotCheaper', { productId: 'tea', usualSom: 18_000 }],
    ],
    [
      'a dearer price',
      { goods: goods('tea', 20_000) },
      ['OfferNotCheaper', { productId: 'tea', usualSom: 18_000 }],
    ],
    [
      'a product named twice',
      { goods: [...asked.goods, ...goods('tea', 1_000)] },
      ['ProductTwice', { productId: 'tea' }],
    ],
    ['goods that are not sold', { goods: goods('ghost', 1_000) }, ['UnknownGoods', { id: 'ghost' }]],
    [
      'goods that are never discounted',
      { goods: goods('bread', 1_000) },
      ['NotDiscountable', { name: { uz: 'Non' } }],
    ],
    [
      'a coupon worth as much as the purchase it asks for',
      { handout: { discountSom: som(5_000), minimumSom: som(5_000) } },
      ['DiscountAboveMinimum', {}],
    ],
  ] satisfies [string, Partial<OfferToMake>, unknown][])('no offer with %s', (_what, different, refusal) => {
    expect(answer(different)).toEqual(refusal);
  });

  test('an offer of one day, today, without a handout is fine', () => {
    expect(answer({ from: today, to: today, handout: null })).toBe('fine');
    expect(answer({ to: businessDay('2027-01-21') })).toBe('fine');
    expect(answer({ handout: { discountSom: som(5_000), minimumSom: som(5_001) } })).toBe('fine');
  });
});

test('the promotion gives each product its price on the days of the offer and lets others work too', () => {
  const promotion = offerPromotion('week-48', week, made());
  expect(promotionSchema.parse(promotion)).toEqual(promotion);
  expect(promotion).toMatchObject({
    promotionId: 'week-48',
    from: '2026-11-23',
    to: '2026-11-29',
    combines: 'withOthers',
    scope: { kind: 'products', productIds: ['tea', 'rice'] },
    benefit: {
      kind: 'salePrices',
      prices: [
        { productId: 'tea', priceSom: 15_000 },
        { productId: 'rice', priceSom: 19_900 },
      ],
    },
  });
});

test('the handout is for whoever holds the paper, once, on the days of the offer', () => {
  const content = handoutSeries(handout, week);
  expect(seriesContentSchema.parse(content)).toEqual(content);
  expect(content).toMatchObject({
    benefit: { kind: 'amount', amountSom: 5_000 },
    minimumSom: 50_000,
    validity: { kind: 'between', from: '2026-11-23', to: '2026-11-29' },
    holding: 'bearer',
    usesPerCoupon: 1,
  });
});

describe('the text for messages and posts', () => {
  const shop = { name: 'Chorsu doʻkoni', address: '', phone: '+998 90 123-45-67' };
  const plain = (text: string) => text.replaceAll('\u00A0', ' ');

  test('says shop, days, each product with both prices, and what a coupon gives', () => {
    const text = offerText(week, made(), handout, shop);
    expect(plain(text.uz)).toBe(
      [
        'Chorsu doʻkoni',
        'Hafta taklifi, 23–29-noyabr',
        '',
        '• Choy 250 g: 15 000 soʻm (avval 18 000 soʻm)',
        '• Guruch: 19 900 soʻm (avval 21 500 soʻm)',
        '',
        'Kupon bilan yana −5 000 soʻm: 50 000 soʻmdan boshlab xaridga.',
        'Tel.: +998 90 123-45-67',
      ].join('\n'),
    );
    expect(plain(text.ru)).toBe(
      [
        'Chorsu doʻkoni',
        'Предложение недели, 23–29 ноября',
        '',
        '• Чай 250 г: 15 000 сум (было 18 000 сум)',
        '• Guruch: 19 900 сум (было 21 500 сум)',
        '',
        'С купоном ещё −5 000 сум: при покупке от 50 000 сум.',
        'Тел.: +998 90 123-45-67',
      ].join('\n'),
    );
    expect(plain(text.en)).toBe(
      [
        'Chorsu doʻkoni',
        'Offer of the week, 23–29 November',
        '',
        '• Choy 250 g: 15,000 soʻm (was 18,000 soʻm)',
        '• Guruch: 19,900 soʻm (was 21,500 soʻm)',
        '',
        'Another −5,000 soʻm with a coupon, on purchases from 50,000 soʻm.',
        'Phone: +998 90 123-45-67',
      ].join('\n'),
    );
  });

  test('leaves out what the shop did not say, and promises no coupon where there is none', () => {
    const text = offerText(week, made(), null, { name: '', address: 'Navoiy 5', phone: '' });
    expect(plain(text.uz)).toBe(
      [
        'Hafta taklifi, 23–29-noyabr',
        '',
        '• Choy 250 g: 15 000 soʻm (avval 18 000 soʻm)',
        '• Guruch: 19 900 soʻm (avval 21 500 soʻm)',
        '',
        'Manzil: Navoiy 5',
      ].join('\n'),
    );
    const bare = offerText(week, made(), null, { name: '', address: '', phone: '' });
    expect(bare.ru.endsWith('сум)')).toBe(true);
  });
});

test('whatever is offered, every price of an accepted offer is lower than on the shelf', () => {
  const anyGoods = fc.array(
    fc.record({
      productId: fc.constantFrom('tea', 'rice', 'bread', 'ghost'),
      offerSom: fc.integer({ min: 1, max: 30_000 }).map(som),
    }),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(anyGoods, (goods) => {
      const checked = checkOffer({ ...asked, goods }, products, today);
      if (isRefused(checked)) return;
      expect(checked.map((each) => each.productId)).toEqual(goods.map((each) => each.productId));
      expect(checked.every((each) => each.offerSom < each.usualSom)).toBe(true);
    }),
  );
});
