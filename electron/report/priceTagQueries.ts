/** Goods that are sold, with the tag that was printed for them last, in SQL for the heavy reader. */
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;

function goodsWithTag(db: Db) {
  return db
    .selectFrom('product')
    .leftJoin('price_tag', 'price_tag.product_id', 'product.id')
    .select([
      'product.id',
      'product.name_json',
      'product.unit',
      'product.price_som',
      'product.category_id',
      'product.brand_id',
      'product.tags_json',
      'product.expires_on',
      'product.is_discountable',
      'product.content_thousandths',
      'product.content_unit',
      // Null when no tag was printed.
      'price_tag.price_som as tag_price_som',
      'price_tag.old_price_som as tag_old_price_som',
    ])
    .where('product.is_active', '=', 1);
}
export type TaggedRow = Awaited<ReturnType<ReturnType<typeof goodsWithTag>['execute']>>[number];

/** Some goods by their ids. */
export function taggedGoods(db: Db, ids: readonly string[]) {
  return goodsWithTag(db).where('product.id', 'in', ids);
}

/** Goods whose printed tag shows another price than the usual one, or a sale price. */
export function printedOtherwise(db: Db) {
  return goodsWithTag(db).where((eb) =>
    eb.or([
      eb('price_tag.price_som', '!=', eb.ref('product.price_som')),
      eb('price_tag.old_price_som', 'is not', null),
    ]),
  );
}

/** Goods whose price was changed since they came into the shop's book, and for which no tag was ever printed. */
export function changedNeverPrinted(db: Db) {
  return goodsWithTag(db)
    .where('price_tag.product_id', 'is', null)
    .where('product.id', 'in', (eb) =>
      eb
        .selectFrom('product_price')
        .select('product_price.product_id')
        .groupBy('product_price.product_id')
        .having((having) => having.fn.countAll(), '>', 1),
    );
}

/** Every barcode of some goods. */
export function barcodesOfGoods(db: Db, productIds: readonly string[]) {
  return db
    .selectFrom('product_barcode')
    .select(['product_id', 'barcode'])
    .where('product_id', 'in', productIds);
}
