/** What stands on the label of a product on a day: its tag, the price of a unit, and the code whose bars are printed. */
import type { Kysely } from 'kysely';
import type { Unit } from '../../shared/basket.ts';
import { labelBarcode } from '../../shared/catalogue/barcode.ts';
import { type SalePrice, type ShelfTag, shelfTag } from '../../shared/catalogue/priceTag.ts';
import { unitPrice } from '../../shared/catalogue/unitPrice.ts';
import { som, thousandths } from '../../shared/money.ts';
import { isLimited } from '../../shared/promotion/limits.ts';
import type { Promotion } from '../../shared/promotion/promotion.ts';
import { matcherOf, type ScopedGoods } from '../../shared/promotion/scope.ts';
import type { Label } from '../../shared/report/labelContract.ts';
import type { LocalText } from '../../shared/text.ts';
import type { BusinessDay } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { livePromotions } from '../promotion/inTransaction.ts';
import { barcodesOfGoods, type TaggedRow, taggedGoods } from './priceTagQueries.ts';

type Db = Kysely<Tables>;

export interface SalesOfDay {
  readonly byProduct: ReadonlyMap<string, readonly { promotion: Promotion; price: SalePrice }[]>;
  readonly pricesOf: (product: TaggedRow) => readonly SalePrice[];
}

/** The sale prices of a day that a tag may promise: those that everybody gets, at any hour and without a limit. */
export function salesOf(promotions: readonly Promotion[], day: BusinessDay): SalesOfDay {
  const byProduct = new Map<string, { promotion: Promotion; price: SalePrice }[]>();
  for (const promotion of promotions) {
    if (promotion.benefit.kind !== 'salePrices' || !isForEverybody(promotion)) continue;
    for (const { productId, priceSom } of promotion.benefit.prices) {
      const prices = byProduct.get(productId) ?? [];
      prices.push({ promotion, price: { priceSom, until: promotion.to } });
      byProduct.set(productId, prices);
    }
  }
  const pricesOf = (row: TaggedRow) => {
    const prices = row.is_discountable === 1 ? (byProduct.get(row.id) ?? []) : [];
    return prices
      .filter(({ promotion }) => matcherOf(promotion.scope, day)(goodsOf(row)))
      .map(({ price }) => price);
  };
  return { byProduct, pricesOf };
}

function goodsOf(row: TaggedRow): ScopedGoods {
  return {
    productId: row.id,
    categoryId: row.category_id,
    brandId: row.brand_id,
    tags: JSON.parse(row.tags_json) as string[],
    expiresOn: row.expires_on as BusinessDay | null,
  };
}

function isForEverybody({ conditions, limits }: Promotion): boolean {
  return conditions.length === 0 && !isLimited(limits);
}

/** The tag that should hang there. */
export function tagOf(row: TaggedRow, sales: SalesOfDay): ShelfTag {
  return shelfTag(som(row.price_som), sales.pricesOf(row));
}

/** The whole label; the price of a unit follows the price that everybody pays. */
export function labelOf(
  row: TaggedRow,
  tag: ShelfTag,
  barcodes: ReadonlyMap<string, readonly string[]>,
): Label {
  const unit = row.unit as Unit;
  const { content_thousandths: size, content_unit: of } = row;
  const content = size === null || of === null ? null : { thousandths: thousandths(size), unit: of };
  return {
    productId: row.id,
    name: JSON.parse(row.name_json) as LocalText,
    barcode: labelBarcode(barcodes.get(row.id) ?? []),
    unit,
    ...tag,
    unitPrice: unitPrice(tag.priceSom, unit, content),
  };
}

/** Ids in one statement: below every engine's limit of parameters. */
const idsAtOnce = 500;

export function chunksOf(ids: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil(ids.length / idsAtOnce);
  return Array.from({ length: count }, (_, at) => ids.slice(at * idsAtOnce, (at + 1) * idsAtOnce));
}

type BarcodeQuery = ReturnType<typeof barcodesOfGoods>;
type BarcodeRow = Awaited<ReturnType<BarcodeQuery['execute']>>[number];

/** Every code of these goods, by product; `read` runs each query. */
export async function barcodesByProduct(
  productIds: readonly string[],
  read: (query: BarcodeQuery) => Promise<readonly BarcodeRow[]>,
  db: Db,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows: BarcodeRow[] = [];
  for (const ids of chunksOf(productIds)) rows.push(...(await read(barcodesOfGoods(db, ids))));
  const codes = new Map<string, string[]>();
  for (const row of rows) codes.set(row.product_id, [...(codes.get(row.product_id) ?? []), row.barcode]);
  return codes;
}

/** The labels of these goods on a day, in the order of the ids; goods that are not sold any more are left out. */
export async function labelsOf(
  db: Db,
  productIds: readonly string[],
  day: BusinessDay,
): Promise<readonly Label[]> {
  const sales = salesOf(await livePromotions(db, day), day);
  const rows: TaggedRow[] = [];
  for (const ids of chunksOf(productIds)) rows.push(...(await taggedGoods(db, ids).execute()));
  const barcodes = await barcodesByProduct(productIds, (query) => query.execute(), db);
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return productIds.flatMap((id) => {
    const row = rowOf.get(id);
    return row === undefined ? [] : [labelOf(row, tagOf(row, sales), barcodes)];
  });
}
