/** The verb catalogue.save: makes a product or changes one; every price a product ever had is kept. */
import type { Transaction } from 'kysely';
import { catalogueContract, type Product } from '../../shared/catalogue/contract.ts';
import { Refusal } from '../../shared/errors.ts';
import type { JsonValue } from '../../shared/journal/document.ts';
import { searchTextOf, withoutEmpty } from '../../shared/text.ts';
import { type Instant, instantFromMilliseconds, millisecondsOf } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import { type WriteScope, writingVerb } from '../verb.ts';
import { refuseBarcodes, writeBarcodes } from './barcodes.ts';
import { refuseGroups } from './groups.ts';
import { productOfId, withoutHidden } from './products.ts';

export const saveProduct = writingVerb(catalogueContract.save, async (scope, input) => {
  const before = input.productId === null ? null : await productOfId(scope.trx, input.productId);
  if (input.productId !== null && before === null) throw new Refusal('NotFound', { what: 'product' });

  const product: Product = {
    id: before?.id ?? scope.newId(),
    name: withoutEmpty(input.name),
    unit: input.unit,
    priceSom: input.priceSom,
    costSom: input.costSom === undefined ? (before?.costSom ?? null) : input.costSom,
    vat: input.vat,
    barcodes: [...new Set(input.barcodes)].sort(),
    categoryId: input.categoryId,
    brandId: input.brandId,
    tags: [...new Set(input.tags)].sort(),
    expiresOn: input.expiresOn,
    content: input.content === undefined ? (before?.content ?? null) : input.content,
    advice:
      input.advice === undefined ? (before?.advice ?? null) : input.advice && withoutEmpty(input.advice),
    isDiscountable: input.isDiscountable,
    isQuickGood: input.isQuickGood,
    isActive: input.isActive,
  };
  await refuseGroups(scope.trx, product);
  await refuseBarcodes(scope.trx, product.barcodes, product.id, scope.settings.language);

  await writeProduct(scope, product, before === null);
  await writeBarcodes(scope.trx, product.id, product.barcodes, before?.barcodes ?? []);
  if (before?.priceSom !== product.priceSom) await keepPrice(scope, product);
  await scope.follow(documentOf(scope, 'productSaved', contentOf(product, before === null)));
  scope.changed('catalogue');
  return { product: withoutHidden(product, scope.actor) };
});

async function writeProduct(scope: WriteScope, product: Product, isNew: boolean): Promise<void> {
  const values = {
    name_json: JSON.stringify(product.name),
    search_text: searchTextOf(product.name.uz ?? '', product.name.ru ?? '', product.name.en ?? ''),
    unit: product.unit,
    price_som: product.priceSom,
    cost_som: product.costSom,
    vat_kind: product.vat.kind,
    vat_basis_points: product.vat.kind === 'rate' ? product.vat.rateBasisPoints : null,
    category_id: product.categoryId,
    brand_id: product.brandId,
    tags_json: JSON.stringify(product.tags),
    expires_on: product.expiresOn,
    content_thousandths: product.content?.thousandths ?? null,
    content_unit: product.content?.unit ?? null,
    advice_json: product.advice === null ? null : JSON.stringify(product.advice),
    is_discountable: product.isDiscountable ? (1 as const) : (0 as const),
    is_quick_good: product.isQuickGood ? (1 as const) : (0 as const),
    is_active: product.isActive ? (1 as const) : (0 as const),
    changed_at: scope.now,
  };
  if (isNew) {
    await scope.trx
      .insertInto('product')
      .values({ id: product.id, ...values, created_at: scope.now })
      .execute();
  } else {
    await scope.trx.updateTable('product').set(values).where('id', '=', product.id).execute();
  }
}

async function keepPrice(scope: WriteScope, product: Product): Promise<void> {
  await scope.trx
    .insertInto('product_price')
    .values({
      product_id: product.id,
      from_at: await afterLastPrice(scope.trx, product.id, scope.now),
      price_som: product.priceSom,
      person_id: scope.actor.role === 'system' ? null : scope.actor.personId,
    })
    .execute();
}

/** Now, or just after the price before it, so that a clock set back cannot put a new price before an old one. */
async function afterLastPrice(trx: Transaction<Tables>, productId: string, now: Instant): Promise<Instant> {
  const last = await trx
    .selectFrom('product_price')
    .select(({ fn }) => fn.max('from_at').as('from_at'))
    .where('product_id', '=', productId)
    .executeTakeFirst();
  const lastAt = last?.from_at as Instant | null | undefined;
  if (lastAt === null || lastAt === undefined || lastAt < now) return now;
  return instantFromMilliseconds(millisecondsOf(lastAt) + 1);
}

/** What the journal keeps of a product. */
export function contentOf(product: Product, isNew: boolean): JsonValue {
  return {
    isNew,
    productId: product.id,
    name: { ...product.name } as Record<string, string>,
    unit: product.unit,
    priceSom: product.priceSom,
    costSom: product.costSom,
    vat: { ...product.vat },
    barcodes: product.barcodes,
    categoryId: product.categoryId,
    brandId: product.brandId,
    tags: product.tags,
    expiresOn: product.expiresOn,
    content: product.content === null ? null : { ...product.content },
    advice: product.advice === null ? null : ({ ...product.advice } as Record<string, string>),
    isDiscountable: product.isDiscountable,
    isQuickGood: product.isQuickGood,
    isActive: product.isActive,
  };
}
