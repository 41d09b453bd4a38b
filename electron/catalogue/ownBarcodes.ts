/** The verbs catalogue.freeBarcode and giveBarcodes: barcodes of the shop's own for goods that came without one. */
import type { Kysely } from 'kysely';
import { catalogueContract } from '../../shared/catalogue/contract.ts';
import { ownBarcode, ownBarcodeDigits } from '../../shared/catalogue/ownBarcode.ts';
import { Refusal } from '../../shared/errors.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import { readingVerb, type Scope, writingVerb } from '../verb.ts';
import { writeBarcodes } from './barcodes.ts';
import { productsOfIds } from './products.ts';
import { contentOf } from './save.ts';

export const freeBarcode = readingVerb(catalogueContract.freeBarcode, async (scope) => ({
  barcode: await newBarcode(scope, scope.db),
}));

/** Goods that carry a code already keep it; each change stands in the journal as any other of a product. */
export const giveBarcodes = writingVerb(catalogueContract.giveBarcodes, async (scope, { productIds }) => {
  const ids = new Set(productIds);
  const products = await productsOfIds(scope.trx, [...ids]);
  if (products.length < ids.size) throw new Refusal('NotFound', { what: 'product' });

  const without = products.filter(({ barcodes }) => barcodes.length === 0);
  for (const product of without) {
    const barcodes = [await newBarcode(scope, scope.trx)];
    await writeBarcodes(scope.trx, product.id, barcodes, []);
    await scope.trx
      .updateTable('product')
      .set({ changed_at: scope.now })
      .where('id', '=', product.id)
      .execute();
    await scope.follow(documentOf(scope, 'productSaved', contentOf({ ...product, barcodes }, false)));
  }
  if (without.length > 0) scope.changed('catalogue');
  return { given: without.length };
});

/** Random rather than counted, so that two tills never meet; one that is taken is drawn anew. */
async function newBarcode({ random }: Pick<Scope, 'random'>, db: Kysely<Tables>): Promise<string> {
  for (;;) {
    const barcode = ownBarcode(ownBarcodeDigits(random(6)));
    const taken = await db
      .selectFrom('product_barcode')
      .select('barcode')
      .where('barcode', '=', barcode)
      .executeTakeFirst();
    if (taken === undefined) return barcode;
  }
}
