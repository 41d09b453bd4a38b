/** Goods by the thousand, as an import brings them: found, made, changed and taken out again with few statements. */
import type { Kysely, Transaction } from 'kysely';
import type { Unit } from '../../shared/basket.ts';
import { barcodeSpellings } from '../../shared/catalogue/barcode.ts';
import { isSameName, isSameText } from '../../shared/catalogue/groupName.ts';
import { type LocalText, sameText, searchTextOf, textIn } from '../../shared/text.ts';
import { type Instant, instantFromMilliseconds, millisecondsOf } from '../../shared/time.ts';
import { hotInsert, hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;
type Trx = Transaction<Tables>;

/** What an import may write of a product. */
export interface BulkProduct {
  readonly id: string;
  readonly name: LocalText;
  readonly unit: Unit;
  readonly price_som: number;
  readonly cost_som: number | null;
  readonly vat_kind: 'shop' | 'none' | 'rate';
  readonly vat_basis_points: number | null;
  readonly category_id: string | null;
  readonly brand_id: string | null;
  readonly expires_on: string | null;
  readonly barcodes: readonly string[];
}

export interface BulkMaking {
  readonly now: Instant;
  readonly personId: string | null;
}

const ofCode = hotQuery((db, value: { code: string; other: string }) =>
  db.selectFrom('product_barcode').select('product_id').where('barcode', 'in', [value.code, value.other]),
);

/** Who carries a code, in either of its spellings; null when nobody does. */
export async function productIdOfCode(db: Db, code: string): Promise<string | null> {
  const [asRead = code, other = asRead] = barcodeSpellings(code);
  return (await ofCode.first(db, { code: asRead, other }))?.product_id ?? null;
}

const fewNames = 20;

const beginningWith = hotQuery((db, value: { from: string; to: string }) =>
  db
    .selectFrom('product')
    .select(['id', 'name_json'])
    .where('withdrawn_at', 'is', null)
    .where('search_text', '>=', value.from)
    .where('search_text', '<', value.to)
    .orderBy('search_text')
    .limit(fewNames),
);

const oneCode = hotQuery((db, value: { id: string }) =>
  db.selectFrom('product_barcode').select('barcode').where('product_id', '=', value.id).limit(1),
);

/** The goods with a name, and whether each carries a code. The index holds the folded names, so case and script may differ. */
export async function goodsNamed(
  db: Db,
  name: LocalText,
): Promise<readonly { readonly id: string; readonly hasCode: boolean }[]> {
  const from = searchTextOf(name.uz ?? '', name.ru ?? '', name.en ?? '');
  if (from === '') return [];
  // After every sign that a folded name may hold.
  const rows = await beginningWith.all(db, { from, to: `${from}\uffff` });
  const same = rows.filter((row) => isSameText(JSON.parse(row.name_json) as LocalText, name));
  const found: { id: string; hasCode: boolean }[] = [];
  for (const { id } of same) found.push({ id, hasCode: (await oneCode.first(db, { id })) !== undefined });
  return found;
}

const ofId = hotQuery((db, value: { id: string }) =>
  db
    .selectFrom('product')
    .select([
      'id',
      'name_json',
      'unit',
      'price_som',
      'cost_som',
      'vat_kind',
      'vat_basis_points',
      'category_id',
      'brand_id',
      'expires_on',
      'changed_at',
    ])
    .where('id', '=', value.id),
);

const codesOfId = hotQuery((db, value: { id: string }) =>
  db.selectFrom('product_barcode').select('barcode').where('product_id', '=', value.id).orderBy('barcode'),
);

/** A product as an import sees it, with the moment of its last change; null when it is gone. */
export async function bulkProductOf(
  db: Db,
  id: string,
): Promise<{ readonly product: BulkProduct; readonly changedAt: string } | null> {
  const row = await ofId.first(db, { id });
  if (row === undefined) return null;
  const { name_json, changed_at, unit, ...rest } = row;
  const barcodes = (await codesOfId.all(db, { id })).map(({ barcode }) => barcode);
  const product = { ...rest, unit: unit as Unit, name: JSON.parse(name_json) as LocalText, barcodes };
  return { product, changedAt: changed_at };
}

const insertRows = hotInsert('product', [
  'id',
  'name_json',
  'search_text',
  'unit',
  'price_som',
  'cost_som',
  'vat_kind',
  'vat_basis_points',
  'category_id',
  'brand_id',
  'expires_on',
  'is_quick_good',
  'is_active',
  'created_at',
  'changed_at',
]);
const insertCodes = hotInsert('product_barcode', ['barcode', 'product_id']);
const insertPrices = hotInsert('product_price', ['product_id', 'from_at', 'price_som', 'person_id']);

const searchTextFor = ({ uz = '', ru = '', en = '' }: LocalText): string => searchTextOf(uz, ru, en);

/** Makes goods that are sold from now on, each with its codes and the first price of its history. */
export async function insertGoods(
  trx: Trx,
  goods: readonly BulkProduct[],
  making: BulkMaking,
): Promise<void> {
  const { now, personId } = making;
  await insertRows.many(
    trx,
    goods.map(({ name, barcodes: _, ...rest }) => ({
      ...rest,
      name_json: JSON.stringify(name),
      search_text: searchTextFor(name),
      is_quick_good: 0 as const,
      is_active: 1 as const,
      created_at: now,
      changed_at: now,
    })),
  );
  await insertCodes.many(
    trx,
    goods.flatMap(({ id, barcodes }) => barcodes.map((barcode) => ({ barcode, product_id: id }))),
  );
  await insertPrices.many(
    trx,
    goods.map(({ id, price_som }) => ({ product_id: id, from_at: now, price_som, person_id: personId })),
  );
}

const update = hotQuery(
  (
    db: Db,
    value: {
      id: string;
      name_json: string;
      search_text: string;
      unit: Unit;
      price_som: number;
      cost_som: number | null;
      vat_kind: 'shop' | 'none' | 'rate';
      vat_basis_points: number | null;
      category_id: string | null;
      brand_id: string | null;
      expires_on: string | null;
      changed_at: string;
    },
  ) =>
    db
      .updateTable('product')
      .set({
        name_json: value.name_json,
        search_text: value.search_text,
        unit: value.unit,
        price_som: value.price_som,
        cost_som: value.cost_som,
        vat_kind: value.vat_kind,
        vat_basis_points: value.vat_basis_points,
        category_id: value.category_id,
        brand_id: value.brand_id,
        expires_on: value.expires_on,
        changed_at: value.changed_at,
      })
      .where('id', '=', value.id),
);

const lastPrice = hotQuery((db, value: { id: string }) =>
  db
    .selectFrom('product_price')
    .select('from_at')
    .where('product_id', '=', value.id)
    .orderBy('from_at', 'desc')
    .limit(1),
);

/** After the price before it, so that a clock that was set back puts no new price before an old one. */
async function priceMoment(trx: Trx, id: string, now: Instant): Promise<Instant> {
  const last = (await lastPrice.first(trx, { id }))?.from_at as Instant | undefined;
  if (last === undefined || last < now) return now;
  return instantFromMilliseconds(millisecondsOf(last) + 1);
}

const removeCode = hotQuery((db, value: { barcode: string; id: string }) =>
  db.deleteFrom('product_barcode').where('barcode', '=', value.barcode).where('product_id', '=', value.id),
);

/** Writes a known product anew: its codes become exactly these, and a changed price joins its history. */
export async function rewriteProduct(
  trx: Trx,
  before: BulkProduct,
  after: BulkProduct,
  { now, personId, changedAt }: BulkMaking & { readonly changedAt: string },
): Promise<void> {
  const { name, barcodes, ...rest } = after;
  await update.all(trx, {
    ...rest,
    name_json: JSON.stringify(name),
    search_text: searchTextFor(name),
    changed_at: changedAt,
  });
  for (const barcode of before.barcodes) {
    if (!barcodes.includes(barcode)) await removeCode.all(trx, { barcode, id: after.id });
  }
  await insertCodes.many(
    trx,
    barcodes
      .filter((barcode) => !before.barcodes.includes(barcode))
      .map((barcode) => ({ barcode, product_id: after.id })),
  );
  if (before.price_som === after.price_som) return;
  const from_at = await priceMoment(trx, after.id, now);
  await insertPrices.one(trx, {
    product_id: after.id,
    from_at,
    price_som: after.price_som,
    person_id: personId,
  });
}

const removeCodes = hotQuery((db, value: { id: string }) =>
  db.deleteFrom('product_barcode').where('product_id', '=', value.id),
);
const withdraw = hotQuery((db, value: { id: string; now: string; no: 0 }) =>
  db.updateTable('product').set({ is_active: value.no, withdrawn_at: value.now }).where('id', '=', value.id),
);

/**
 * Takes a product out as if it had never been: without codes, shown in no list. Its row stays, because the history of
 * prices is kept for ever; so does its text in the search index, which takes long to forget thousands, and the search
 * passes it over.
 */
export async function withdrawProduct(trx: Trx, id: string, now: Instant): Promise<void> {
  await removeCodes.all(trx, { id });
  await withdraw.all(trx, { id, now, no: 0 });
}

interface Groups {
  readonly categories: ReadonlyMap<string, string>;
  readonly brands: ReadonlyMap<string, string>;
}

/** The ids of categories and brands by their names as an import wrote them; those that were missing are made. */
export async function groupsNamed(
  trx: Trx,
  wanted: { readonly categories: readonly string[]; readonly brands: readonly string[] },
  { now, newId }: { readonly now: Instant; readonly newId: () => string },
): Promise<Groups & { readonly made: number }> {
  const known = {
    categories: (await trx.selectFrom('category').select(['id', 'name_json']).execute()).map((row) => ({
      id: row.id,
      name: JSON.parse(row.name_json) as LocalText,
    })),
    brands: await trx.selectFrom('brand').select(['id', 'name']).execute(),
  };
  let made = 0;
  const categories = new Map<string, string>();
  for (const name of new Set(wanted.categories)) {
    const same = known.categories.find((each) =>
      (['uz', 'ru', 'en'] as const).some((language) => isSameName(textIn(each.name, language), name)),
    );
    const id = same?.id ?? newId();
    categories.set(name, id);
    if (same !== undefined) continue;
    made += 1;
    known.categories.push({ id, name: sameText(name) });
    const name_json = JSON.stringify(sameText(name));
    await trx.insertInto('category').values({ id, name_json, created_at: now }).execute();
  }
  const brands = new Map<string, string>();
  for (const name of new Set(wanted.brands)) {
    const same = known.brands.find((each) => isSameName(each.name, name));
    const id = same?.id ?? newId();
    brands.set(name, id);
    if (same !== undefined) continue;
    made += 1;
    known.brands.push({ id, name });
    await trx.insertInto('brand').values({ id, name, created_at: now }).execute();
  }
  return { categories, brands, made };
}

export interface GroupIdLists {
  readonly categories: readonly string[];
  readonly brands: readonly string[];
}

/** Categories and brands that came into the book at one moment and that no goods on sale are in. */
export async function groupsMadeAt(trx: Trx, at: Instant): Promise<GroupIdLists> {
  const categories = await trx
    .selectFrom('category')
    .select('id')
    .where('created_at', '=', at)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('product')
            .select('product.id')
            .whereRef('product.category_id', '=', 'category.id')
            .where('product.withdrawn_at', 'is', null),
        ),
      ),
    )
    .execute();
  const brands = await trx
    .selectFrom('brand')
    .select('id')
    .where('created_at', '=', at)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('product')
            .select('product.id')
            .whereRef('product.brand_id', '=', 'brand.id')
            .where('product.withdrawn_at', 'is', null),
        ),
      ),
    )
    .execute();
  return { categories: categories.map(({ id }) => id), brands: brands.map(({ id }) => id) };
}

/** Removes groups; goods that were taken out again and still name them name none from now on. */
export async function removeGroups(trx: Trx, { categories, brands }: GroupIdLists): Promise<void> {
  if (categories.length > 0) {
    await trx
      .updateTable('product')
      .set({ category_id: null })
      .where('category_id', 'in', categories)
      .execute();
    await trx.deleteFrom('category').where('id', 'in', categories).execute();
  }
  if (brands.length > 0) {
    await trx.updateTable('product').set({ brand_id: null }).where('brand_id', 'in', brands).execute();
    await trx.deleteFrom('brand').where('id', 'in', brands).execute();
  }
}
