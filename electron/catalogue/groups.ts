/** The verbs that group goods: catalogue.groups, saveCategory and saveBrand. */
import type { Kysely, Transaction } from 'kysely';
import { catalogueContract, type Product } from '../../shared/catalogue/contract.ts';
import { isSameName, isSameText } from '../../shared/catalogue/groupName.ts';
import { Refusal } from '../../shared/errors.ts';
import { type LocalText, textIn, withoutEmpty } from '../../shared/text.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import { readingVerb, writingVerb } from '../verb.ts';
import { tagsOf } from './productFacts.ts';

export const groups = readingVerb(catalogueContract.groups, async ({ db, settings }) => {
  const counts = await productCounts(db);
  const categories = (await categoriesOf(db)).map((each) => ({
    ...each,
    products: counts.category.get(each.id) ?? 0,
  }));
  const brands = (await brandsOf(db)).map((each) => ({ ...each, products: counts.brand.get(each.id) ?? 0 }));
  const { language } = settings;
  return {
    categories: categories.sort((a, b) => byText(textIn(a.name, language), textIn(b.name, language))),
    brands: brands.sort((a, b) => byText(a.name, b.name)),
    tags: [...counts.tag].map(([tag, products]) => ({ tag, products })).sort((a, b) => byText(a.tag, b.tag)),
  };
});

const byText = (a: string, b: string): number => a.localeCompare(b);

export const saveCategory = writingVerb(catalogueContract.saveCategory, async (scope, input) => {
  const name = withoutEmpty(input.name);
  const all = await categoriesOf(scope.trx);
  const isKnown = input.categoryId === null || all.some(({ id }) => id === input.categoryId);
  if (!isKnown) throw new Refusal('NotFound', { what: 'category' });
  if (all.some((other) => other.id !== input.categoryId && isSameText(other.name, name))) {
    throw new Refusal('NameTaken', {});
  }

  const categoryId = input.categoryId ?? scope.newId();
  const name_json = JSON.stringify(name);
  await (input.categoryId === null
    ? scope.trx.insertInto('category').values({ id: categoryId, name_json, created_at: scope.now })
    : scope.trx.updateTable('category').set({ name_json }).where('id', '=', categoryId)
  ).execute();
  const content = { categoryId, name: { ...name } as Record<string, string> };
  await scope.follow(documentOf(scope, 'categorySaved', content));
  scope.changed('catalogue');
  return { categoryId };
});

export const saveBrand = writingVerb(catalogueContract.saveBrand, async (scope, { brandId: id, name }) => {
  const all = await brandsOf(scope.trx);
  if (id !== null && !all.some((brand) => brand.id === id)) throw new Refusal('NotFound', { what: 'brand' });
  if (all.some((other) => other.id !== id && isSameName(other.name, name))) {
    throw new Refusal('NameTaken', {});
  }

  const brandId = id ?? scope.newId();
  await (id === null
    ? scope.trx.insertInto('brand').values({ id: brandId, name, created_at: scope.now })
    : scope.trx.updateTable('brand').set({ name }).where('id', '=', brandId)
  ).execute();
  await scope.follow(documentOf(scope, 'brandSaved', { brandId, name }));
  scope.changed('catalogue');
  return { brandId };
});

/** Throws GroupUnknown when a product would stand in a category or under a brand that the shop does not have. */
export async function refuseGroups(
  trx: Transaction<Tables>,
  { categoryId, brandId }: Pick<Product, 'categoryId' | 'brandId'>,
): Promise<void> {
  if (categoryId !== null) await refuseUnknown(trx, 'category', categoryId);
  if (brandId !== null) await refuseUnknown(trx, 'brand', brandId);
}

async function refuseUnknown(trx: Transaction<Tables>, table: 'category' | 'brand', id: string) {
  const row = await trx.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new Refusal('GroupUnknown', {});
}

async function categoriesOf(db: Kysely<Tables>): Promise<{ id: string; name: LocalText }[]> {
  const rows = await db.selectFrom('category').select(['id', 'name_json']).execute();
  return rows.map((row) => ({ id: row.id, name: JSON.parse(row.name_json) as LocalText }));
}

async function brandsOf(db: Kysely<Tables>): Promise<{ id: string; name: string }[]> {
  return db.selectFrom('brand').select(['id', 'name']).execute();
}

/** How many products that are sold stand in each category, under each brand and tag. */
async function productCounts(db: Kysely<Tables>) {
  // Many goods carry the same tags, so the database counts whole lists of them.
  const rows = await db
    .selectFrom('product')
    .select(({ fn }) => ['category_id', 'brand_id', 'tags_json', fn.countAll<number>().as('count')])
    .where('is_active', '=', 1)
    .groupBy(['category_id', 'brand_id', 'tags_json'])
    .execute();
  const counts = { category: new Map<string, number>(), brand: new Map<string, number>() };
  const tag = new Map<string, number>();
  for (const row of rows) {
    count(counts.category, row.category_id, row.count);
    count(counts.brand, row.brand_id, row.count);
    for (const each of tagsOf(row.tags_json)) count(tag, each, row.count);
  }
  return { ...counts, tag };
}

function count(counts: Map<string, number>, key: string | null, more: number): void {
  if (key !== null) counts.set(key, (counts.get(key) ?? 0) + more);
}
