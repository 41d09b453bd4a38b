/** Sale prices as they are typed, and the promotion that they are. */
import { z } from 'zod';
import type { Som } from '../../shared/money.ts';
import type { PromotionRow } from '../../shared/promotion/contract.ts';
import { noLimits } from '../../shared/promotion/limits.ts';
import type { Promotion } from '../../shared/promotion/promotion.ts';
import { isSalePrice } from '../../shared/promotion/salePrices.ts';
import type { LocalText } from '../../shared/text.ts';
import { addDays, type BusinessDay } from '../../shared/time.ts';
import { businessDaySchema, idSchema, localTextSchema, someWords, somSchema } from '../../shared/wire.ts';

/** What a set of prices is now, told from its state and its days. */
export type SaleStage = 'draft' | 'upcoming' | 'live' | 'paused' | 'over';

export function stageOf({
  state,
  isUpcoming,
  isOver,
}: Pick<PromotionRow, 'state' | 'isUpcoming' | 'isOver'>): SaleStage {
  if (state === 'ended' || (isOver && state !== 'draft')) return 'over';
  if (state !== 'live') return state;
  return isUpcoming ? 'upcoming' : 'live';
}

/** What the form asks of a product. */
export interface GoodsFound {
  readonly id: string;
  readonly name: LocalText;
  readonly priceSom: Som;
  readonly barcodes: readonly string[];
  /** Goods that are never discounted go on no sale. */
  readonly isDiscountable: boolean;
}

/** The names of so many goods are asked for at once. */
export const mostGoods = 500;

const goodsSchema = z
  .object({ productId: idSchema, name: localTextSchema, usualSom: somSchema, priceSom: somSchema })
  .refine(({ usualSom, priceSom }) => isSalePrice(usualSom, priceSom), { path: ['priceSom'] });

export const salePricesSchema = z
  .object({
    name: localTextSchema,
    from: businessDaySchema,
    to: businessDaySchema,
    /** Only for customers with one of these tags: a price list; empty for everybody. */
    tags: z.array(someWords(40)).max(20),
    goods: z.array(goodsSchema).min(1).max(mostGoods),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'] });
export type CheckedSalePrices = z.output<typeof salePricesSchema>;

export interface TypedGoods {
  readonly productId: string;
  readonly name: LocalText;
  readonly usualSom: Som;
  /** Null while no price is typed. */
  readonly priceSom: Som | null;
}

export interface TypedSalePrices {
  readonly name: LocalText;
  readonly from: string | null;
  readonly to: string | null;
  readonly tags: readonly string[];
  readonly goods: readonly TypedGoods[];
}

/** A week from tomorrow on: the tags can be hung tonight. */
export function newSalePrices(today: BusinessDay, name: LocalText): TypedSalePrices {
  const from = addDays(today, 1);
  return { name, from, to: addDays(from, 6), tags: [], goods: [] };
}

/** The prices of a promotion with the goods they are for; goods that are gone from the shop's book are left out. */
export function typedSalePrices(
  promotion: Promotion,
  products: readonly Pick<GoodsFound, 'id' | 'name' | 'priceSom'>[],
): TypedSalePrices {
  const prices = promotion.benefit.kind === 'salePrices' ? promotion.benefit.prices : [];
  const productOf = new Map(products.map((product) => [product.id, product]));
  const goods = prices.flatMap(({ productId, priceSom }) => {
    const product = productOf.get(productId);
    return product === undefined
      ? []
      : [{ productId, name: product.name, usualSom: product.priceSom, priceSom }];
  });
  return { name: promotion.name, from: promotion.from, to: promotion.to, tags: tagsOf(promotion), goods };
}

function tagsOf({ conditions }: Promotion): readonly string[] {
  return conditions.flatMap((condition) => (condition.kind === 'customerTag' ? condition.tags : []));
}

/** The promotion of these prices: for everybody or for a tag, on all its days, and the best price wins on each line. */
export function promotionOfPrices(
  promotionId: string,
  { name, from, to, tags, goods }: CheckedSalePrices,
): Promotion {
  return {
    promotionId,
    name,
    level: 'product',
    scope: { kind: 'products', productIds: goods.map(({ productId }) => productId) },
    benefit: {
      kind: 'salePrices',
      prices: goods.map(({ productId, priceSom }) => ({ productId, priceSom })),
    },
    conditions: tags.length === 0 ? [] : [{ kind: 'customerTag', tags }],
    from,
    to,
    priority: 0,
    combines: 'withOthers',
    limits: noLimits,
  };
}
