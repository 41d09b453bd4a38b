/** The verb catalogue.tagsPrinted: which price tags hang on the shelf from now on. */
import { catalogueContract } from '../../shared/catalogue/contract.ts';
import { Refusal } from '../../shared/errors.ts';
import { hotInsert } from '../database/hot.ts';
import { documentOf } from '../document.ts';
import { writingVerb } from '../verb.ts';
import { productsOfIds } from './products.ts';

const hang = hotInsert('price_tag', ['product_id', 'price_som', 'old_price_som', 'printed_at'], (insert) =>
  insert.onConflict((conflict) =>
    conflict.column('product_id').doUpdateSet(({ ref }) => ({
      price_som: ref('excluded.price_som'),
      old_price_som: ref('excluded.old_price_som'),
      printed_at: ref('excluded.printed_at'),
    })),
  ),
);

/** The prices are those that were printed, not those of now: a tag that is old when it is hung is due again. */
export const tagsPrinted = writingVerb(catalogueContract.tagsPrinted, async (scope, { tags }) => {
  const tagOf = new Map(tags.map((tag) => [tag.productId, tag]));
  const known = await productsOfIds(scope.trx, [...tagOf.keys()]);
  if (known.length < tagOf.size) throw new Refusal('NotFound', { what: 'product' });

  await hang.many(
    scope.trx,
    [...tagOf.values()].map((tag) => ({
      product_id: tag.productId,
      price_som: tag.priceSom,
      old_price_som: tag.oldPriceSom,
      printed_at: scope.now,
    })),
  );
  await scope.follow(documentOf(scope, 'tagsPrinted', { count: tagOf.size }));
  scope.changed('catalogue');
  return {};
});
