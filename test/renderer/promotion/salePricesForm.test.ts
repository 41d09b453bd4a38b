import { describe, expect, it } from 'vitest';
import {
  newSalePrices,
  promotionOfPrices,
  salePricesSchema,
  type TypedSalePrices,
  typedSalePrices,
} from '../../../renderer/promotion/salePricesForm.ts';
import { productSchema } from '../../../shared/catalogue/contract.ts';
import { som } from '../../../shared/money.ts';
import { promotionSchema } from '../../../shared/promotion/promotion.ts';
import { businessDay } from '../../../shared/time.ts';

const [tea, bread] = [
  '01a20244-e800-7321-98b4-05e3ef260495',
  '01a20244-e800-7321-98b4-05e3ef260496',
] as const;

const typed: TypedSalePrices = {
  name: { uz: 'Hafta narxlari' },
  from: '2026-11-23',
  to: '2026-11-29',
  tags: [],
  goods: [
    { productId: tea, name: { uz: 'Choy' }, usualSom: som(18_500), priceSom: som(15_000) },
    { productId: bread, name: { uz: 'Non' }, usualSom: som(6_000), priceSom: som(5_000) },
  ],
};

/** The fields that are wrong. */
function wrong(changed: Partial<TypedSalePrices>): readonly string[] {
  const parsed = salePricesSchema.safeParse({ ...typed, ...changed });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
}

const [first, second] = typed.goods;
const priced = (priceSom: number | null) =>
  [first, { ...second, priceSom: priceSom === null ? null : som(priceSom) }] as TypedSalePrices['goods'];

describe('sale prices', () => {
  it('are whole as typed', () => {
    expect(wrong({})).toEqual([]);
  });

  it('end on or after the day they begin', () => {
    expect(wrong({ to: '2026-11-23' })).toEqual([]);
    expect(wrong({ to: '2026-11-22' })).toEqual(['to']);
  });

  it('need both days, and half a day is none', () => {
    expect(wrong({ from: null, to: '29.11' })).toEqual(['from', 'to']);
  });

  it('are for something', () => {
    expect(wrong({ goods: [] })).toEqual(['goods']);
  });

  it.each([null, 0, 6_000, 7_000])('are above nothing and below the usual price: %s', (price) => {
    expect(wrong({ goods: priced(price) })).toEqual(['goods.1.priceSom']);
  });

  it('begin tomorrow and hold for a week unless the owner says otherwise', () => {
    expect(newSalePrices(businessDay('2026-11-28'), { uz: 'X' })).toMatchObject({
      from: '2026-11-29',
      to: '2026-12-05',
      goods: [],
    });
  });

  it('are a promotion that the till reads, and come back from it as they were typed', () => {
    const promotion = promotionSchema.parse(promotionOfPrices(tea, salePricesSchema.parse(typed)));
    expect(promotion).toMatchObject({
      scope: { kind: 'products', productIds: [tea, bread] },
      level: 'product',
    });
    const product = {
      unit: 'piece',
      costSom: null,
      content: null,
      advice: null,
      vat: { kind: 'shop' },
      barcodes: [],
      categoryId: null,
      brandId: null,
      tags: [],
      expiresOn: null,
      isDiscountable: true,
      isQuickGood: false,
      isActive: true,
    };
    const products = [
      { ...product, id: tea, name: { uz: 'Choy' }, priceSom: 18_500 },
      { ...product, id: bread, name: { uz: 'Non' }, priceSom: 6_000 },
    ].map((each) => productSchema.parse(each));
    expect(typedSalePrices(promotion, products)).toEqual(typed);
    expect(typedSalePrices(promotion, products.slice(1)).goods).toEqual([second]);
  });

  it('with a tag are a price list: they hold for customers who carry it, and are found again as typed', () => {
    const list = { ...typed, tags: ['ulgurji'] };
    const promotion = promotionOfPrices(tea, salePricesSchema.parse(list));
    expect(promotion.conditions).toEqual([{ kind: 'customerTag', tags: ['ulgurji'] }]);
    expect(promotionSchema.safeParse(promotion).success).toBe(true);
    expect(typedSalePrices(promotion, []).tags).toEqual(['ulgurji']);
    expect(promotionOfPrices(tea, salePricesSchema.parse(typed)).conditions).toEqual([]);
  });
});
