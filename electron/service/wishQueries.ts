/** The SQL of wishes: the living one of a person, the rows of one wish, all of them counted. */
import type { Kysely } from 'kysely';
import { type WishState, wishStates } from '../../shared/service/wish.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;

/** Which wish: the product, else the folded words. */
export interface WishKey {
  readonly productId: string | null;
  readonly wordsKey: string;
}

/** Rows of one wish in one of these states. */
export function rowsOfWish(db: Db, { productId, wordsKey }: WishKey, states: readonly WishState[]) {
  const rows = db
    .selectFrom('wish')
    .selectAll('wish')
    .where('wish.state', 'in', [...states]);
  return productId === null
    ? rows.where('wish.product_id', 'is', null).where('wish.words_key', '=', wordsKey)
    : rows.where('wish.product_id', '=', productId);
}

/** Wishes that the shop has not fulfilled and has not given up. */
export const openStates = ['open', 'ordered'] as const satisfies readonly WishState[];

const statesOf = {
  living: openStates,
  here: ['here'],
  impossible: ['impossible'],
  all: wishStates,
} as const satisfies Readonly<Record<string, readonly WishState[]>>;

/**
 * Every wish with its people, whoever was erased without a word left out. Each customer and each phone counts once, everybody
 * else as often as they asked.
 */
export function countedWishes(db: Db, show: keyof typeof statesOf) {
  return db
    .selectFrom('wish')
    .leftJoin('product', 'product.id', 'wish.product_id')
    .select(({ fn, eb, ref, lit, and }) => [
      'wish.product_id',
      'wish.words_key',
      'wish.state',
      fn.min('product.name_json').as('name_json'),
      fn.min('product.search_text').as('search_text'),
      fn.count<number>('wish.customer_id').distinct().as('customers'),
      fn
        .count<number>(
          eb
            .case()
            .when(and([eb('wish.customer_id', 'is', null), eb('wish.reach', '!=', '')]))
            .then(ref('wish.reach'))
            .end(),
        )
        .distinct()
        .as('phones'),
      fn
        .sum<number>(
          eb
            .case()
            .when(and([eb('wish.customer_id', 'is', null), eb('wish.reach', '=', '')]))
            .then(lit(1))
            .else(lit(0))
            .end(),
        )
        .as('others'),
      fn
        .sum<number>(
          eb
            .case()
            .when(
              and([
                eb('wish.told_at', 'is', null),
                eb.or([eb('wish.customer_id', 'is not', null), eb('wish.reach', '!=', '')]),
              ]),
            )
            .then(lit(1))
            .else(lit(0))
            .end(),
        )
        .as('untold'),
      fn.sum<number>(fn.coalesce('wish.quantity_thousandths', lit(0))).as('quantity'),
      fn.min('wish.asked_at').as('first_at'),
      fn.max('wish.asked_at').as('last_at'),
    ])
    .where('wish.state', 'in', [...statesOf[show]])
    .where(({ or, eb }) => or([eb('wish.product_id', 'is not', null), eb('wish.words_key', '!=', '')]))
    .groupBy(['wish.product_id', 'wish.words_key', 'wish.state'])
    .execute();
}
export type CountedWish = Awaited<ReturnType<typeof countedWishes>>[number];

/** How each wish in words was typed last, by its folded words. */
export async function lastWordsOf(db: Db, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .selectFrom('wish')
    .select(['words_key', 'words'])
    .where('words_key', 'in', [...keys])
    .where('product_id', 'is', null)
    .where('words', '!=', '')
    .orderBy('asked_at')
    .execute();
  return new Map(rows.map((row) => [row.words_key, row.words]));
}
