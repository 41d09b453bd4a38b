/** The verbs catalogue.list, quickGoods and named: goods on pages, found by name in any script or by barcode. */
import { type Expression, expressionBuilder, type Kysely, type SelectQueryBuilder } from 'kysely';
import type { Actor } from '../../shared/actor.ts';
import { catalogueContract, type Product } from '../../shared/catalogue/contract.ts';
import { foldKeys } from '../../shared/text.ts';
import { idsMatching } from '../database/search.ts';
import type { Tables } from '../database/tables.ts';
import { placeIn } from '../listPlace.ts';
import { readingVerb } from '../verb.ts';
import { type ProductRow, productColumns, productsOf, productsOfIds, withoutHidden } from './products.ts';

type Ids = SelectQueryBuilder<Tables, never, { id: string }>;

interface Page {
  readonly rows: readonly ProductRow[];
  readonly nextCursor: string | null;
  readonly count: number;
}

/** Which part of which goods. */
interface Asked {
  readonly categoryId: string | null;
  readonly cursor: string | null;
  readonly limit: number;
}

export const listProducts = readingVerb(
  catalogueContract.list,
  async ({ db, actor }, { search, categoryId, cursor, limit }) => {
    const asked = { categoryId, cursor, limit };
    const page = search === '' ? await newestFirst(db, asked) : await bestFirst(db, search, asked);
    return {
      products: shownTo(actor, await productsOf(db, page.rows)),
      nextCursor: page.nextCursor,
      count: page.count,
    };
  },
);

export const quickGoods = readingVerb(catalogueContract.quickGoods, async ({ db, actor }) => {
  const rows = await db
    .selectFrom('product')
    .select(productColumns)
    .where('is_quick_good', '=', 1)
    .where('is_active', '=', 1)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return { products: shownTo(actor, await productsOf(db, rows)) };
});

export const namedProducts = readingVerb(catalogueContract.named, async ({ db, actor }, { productIds }) => ({
  products: shownTo(actor, await productsOfIds(db, productIds)),
}));

function shownTo(actor: Actor | null, products: readonly Product[]): Product[] {
  return products.map((product) => withoutHidden(product, actor));
}

/** Every product; the cursor is the last id, so that a product made meanwhile shifts nothing. */
async function newestFirst(db: Kysely<Tables>, { categoryId, cursor, limit }: Asked): Promise<Page> {
  const inCategory = db
    .selectFrom('product')
    .$if(categoryId !== null, (query) => query.where('product.category_id', '=', categoryId));
  const rows = await inCategory
    .select(productColumns)
    .where('withdrawn_at', 'is', null)
    .$if(cursor !== null, (query) => query.where('product.id', '<', cursor))
    .orderBy('product.id', 'desc')
    .limit(limit + 1)
    .execute();
  const { count } = await inCategory
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow();
  const shown = rows.slice(0, limit);
  return { rows: shown, nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null, count };
}

/** No more than these are ranked and counted: a search that fits more is not finished being typed. */
const mostRanked = 1_000;

/** What fits a search, goods that are sold first, then by how well they fit; the cursor is a number of rows. */
async function bestFirst(
  db: Kysely<Tables>,
  search: string,
  { categoryId, cursor, limit }: Asked,
): Promise<Page> {
  const from = placeIn(cursor);
  const rows = await db
    .selectFrom(fitting(db, search).as('fitting'))
    .innerJoin('product', 'product.id', 'fitting.id')
    .select(productColumns)
    .select(({ fn }) => fn.countAll<number>().over().as('count'))
    .$if(categoryId !== null, (query) => query.where('product.category_id', '=', categoryId))
    .where('product.withdrawn_at', 'is', null)
    .orderBy('product.is_active', 'desc')
    .orderBy(howWell(search))
    .orderBy('product.id')
    .limit(limit + 1)
    .offset(from)
    .execute();
  return {
    rows: rows.slice(0, limit),
    nextCursor: rows.length > limit ? String(from + limit) : null,
    count: rows[0]?.count ?? 0,
  };
}

/**
 * Ids of goods whose name fits in any of its spellings, or that carry a code beginning with what was typed. One letter
 * finds nothing: it fits half the shop, and no index helps to find it.
 */
function fitting(db: Kysely<Tables>, search: string): Ids {
  const [first, ...others] = foldKeys(search)
    .map((key) => named(db, key.length > 1 ? key : ''))
    .concat(codePart.test(search) ? [coded(db, search)] : []);
  return others.reduce((all, way) => all.union(way), first ?? named(db, ''));
}

const codePart = /^[0-9A-Za-z-]{3,48}$/;

function named(db: Kysely<Tables>, key: string): Ids {
  return some(db, db.selectFrom(idsMatching(db, 'product', 'search_text', key)).select('found.id'));
}

/** `{` follows every sign that a code may hold, so that the range uses the key of the table. */
function coded(db: Kysely<Tables>, code: string): Ids {
  const ids = db
    .selectFrom('product_barcode')
    .select('product_id as id')
    .where('barcode', '>=', code)
    .where('barcode', '<', `${code}{`);
  return some(db, ids);
}

/** A part of a union may have a limit of its own only as a table. */
function some(db: Kysely<Tables>, all: Ids): Ids {
  return db.selectFrom(all.limit(mostRanked).as('some')).select('some.id');
}

/** 0 when the name begins with what was typed, 1 when a word of it does, 2 when it stands inside a word. */
function howWell(search: string): Expression<number> {
  const [key = ''] = foldKeys(search);
  const needle = key.replace(/[%_\\]/g, ' ');
  const eb = expressionBuilder<Tables, 'product'>();
  return eb
    .case()
    .when('product.search_text', 'like', `${needle}%`)
    .then(0)
    .when('product.search_text', 'like', `% ${needle}%`)
    .then(1)
    .else(2)
    .end();
}
