/** Products as the goods page shows them: rows of product and product_barcode joined into one value. */
import type { Kysely } from 'kysely';
import type { Actor } from '../../shared/actor.ts';
import type { Product } from '../../shared/catalogue/contract.ts';
import { basisPoints, som } from '../../shared/money.ts';
import { may } from '../../shared/staff/permissions.ts';
import type { LocalText } from '../../shared/text.ts';
import type { BusinessDay } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { type ContentRow, contentOf, type FactRow, factColumns, tagsOf } from './productFacts.ts';

/** The columns of a product, barcodes apart. */
export const productColumns = [
  ...factColumns,
  'product.is_quick_good',
  'product.content_thousandths',
  'product.content_unit',
  'product.advice_json',
] as const;
export type ProductRow = FactRow &
  ContentRow & { readonly is_quick_good: 0 | 1; readonly advice_json: string | null };

/** Products of these rows, in their order, with their barcodes. */
export async function productsOf(db: Kysely<Tables>, rows: readonly ProductRow[]): Promise<Product[]> {
  if (rows.length === 0) return [];
  const codes = await db
    .selectFrom('product_barcode')
    .selectAll()
    .where(
      'product_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('barcode')
    .execute();
  const barcodesOf = Map.groupBy(codes, (code) => code.product_id);
  return rows.map((row) =>
    productOf(
      row,
      (barcodesOf.get(row.id) ?? []).map((code) => code.barcode),
    ),
  );
}

/** One product, or null when there is none with this id. */
export async function productOfId(db: Kysely<Tables>, id: string): Promise<Product | null> {
  const row = await db
    .selectFrom('product')
    .select(productColumns)
    .where('product.id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : ((await productsOf(db, [row]))[0] ?? null);
}

/** The products with these ids in the order of the ids; an id that no product has is left out. */
export async function productsOfIds(db: Kysely<Tables>, ids: readonly string[]): Promise<Product[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('product')
    .select(productColumns)
    .where('product.id', 'in', [...new Set(ids)])
    .execute();
  const place = new Map(ids.map((id, index) => [id, index]));
  rows.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
  return productsOf(db, rows);
}

/** The product as a person may see it: what it costs the shop is for whoever may see the month's figures. */
export function withoutHidden(product: Product, actor: Actor | null): Product {
  return actor !== null && may(actor, 'report.month') ? product : { ...product, costSom: null };
}

function productOf(row: ProductRow, barcodes: string[]): Product {
  return {
    id: row.id,
    name: JSON.parse(row.name_json) as LocalText,
    unit: row.unit as Product['unit'],
    priceSom: som(row.price_som),
    costSom: row.cost_som === null ? null : som(row.cost_som),
    vat: vatChoiceOf(row),
    barcodes,
    categoryId: row.category_id,
    brandId: row.brand_id,
    tags: [...tagsOf(row.tags_json)],
    expiresOn: row.expires_on as BusinessDay | null,
    content: contentOf(row),
    advice: row.advice_json === null ? null : (JSON.parse(row.advice_json) as LocalText),
    isDiscountable: row.is_discountable === 1,
    isQuickGood: row.is_quick_good === 1,
    isActive: row.is_active === 1,
  };
}

function vatChoiceOf(row: ProductRow): Product['vat'] {
  if (row.vat_kind === 'rate') {
    return { kind: 'rate', rateBasisPoints: basisPoints(row.vat_basis_points ?? 0) };
  }
  return { kind: row.vat_kind };
}
