/** Finding goods by code and by id: what the rooms above ask of the catalogue. */
import type { Kysely } from 'kysely';
import { barcodeSpellings } from '../../shared/catalogue/barcode.ts';
import { hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';
import { factColumns, type ProductFacts, productFactsOf, type VatOfShop } from './productFacts.ts';

const ofBarcode = hotQuery((db, value: { barcode: string; otherSpelling: string }) =>
  db
    .selectFrom('product_barcode')
    .innerJoin('product', 'product.id', 'product_barcode.product_id')
    .select(factColumns)
    .where('product_barcode.barcode', 'in', [value.barcode, value.otherSpelling]),
);

/**
 * The product that carries a code, in either spelling of it (a UPC-A is an EAN-13 with a leading zero); null when nobody
 * does. A product that is no longer sold is answered too, with `isActive` false.
 */
export async function productByBarcode(
  db: Kysely<Tables>,
  barcode: string,
  shop: VatOfShop,
): Promise<ProductFacts | null> {
  const [asRead = barcode, other = asRead] = barcodeSpellings(barcode);
  const row = await ofBarcode.first(db, { barcode: asRead, otherSpelling: other });
  return row === undefined ? null : productFactsOf(row, shop);
}

const ofId = hotQuery((db, value: { id: string }) =>
  db.selectFrom('product').select(factColumns).where('product.id', '=', value.id),
);

/** The product with an id, or null. */
export async function productById(
  db: Kysely<Tables>,
  id: string,
  shop: VatOfShop,
): Promise<ProductFacts | null> {
  const row = await ofId.first(db, { id });
  return row === undefined ? null : productFactsOf(row, shop);
}

/** The products with these ids, by id; an id that no product has is left out. A basket asks once for all its lines. */
export async function productsByIds(
  db: Kysely<Tables>,
  ids: readonly string[],
  shop: VatOfShop,
): Promise<ReadonlyMap<string, ProductFacts>> {
  const products = new Map<string, ProductFacts>();
  // One compiled statement run once a line beats one statement per length of the list.
  for (const id of new Set(ids)) {
    const product = await productById(db, id, shop);
    if (product !== null) products.set(id, product);
  }
  return products;
}
