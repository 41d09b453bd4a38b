/** The verbs customer.find, list and tags: what a screen asks without changing anything. */
import type { Kysely } from 'kysely';
import { customerContract } from '../../shared/customer/contract.ts';
import { foldKeys } from '../../shared/text.ts';
import type { Tables } from '../database/tables.ts';
import { placeIn } from '../listPlace.ts';
import { readingVerb } from '../verb.ts';
import { customersOfIds } from './queries.ts';
import { findCustomers, idsFitting } from './search.ts';

export const findCustomer = readingVerb(customerContract.find, async ({ db }, { text }) => {
  const { ids, newPhone } = await findCustomers(db, text);
  return { customers: await customersOfIds(db, ids), newPhone };
});

export const listCustomers = readingVerb(customerContract.list, async ({ db }, { search, cursor, limit }) => {
  const page =
    search === '' ? await newestFirst(db, cursor, limit) : await mostFaithfulFirst(db, search, cursor, limit);
  return {
    customers: await customersOfIds(db, page.ids),
    nextCursor: page.nextCursor,
    count: page.count,
  };
});

/** Every tag that a customer carries, those of most customers first. */
export const customerTags = readingVerb(customerContract.tags, async ({ db }) => {
  const tags = await db
    .selectFrom('customer_tag')
    .select(({ fn }) => ['tag', fn.countAll<number>().as('customers')])
    .groupBy('tag')
    .orderBy('customers', 'desc')
    .orderBy('tag')
    .execute();
  return { tags };
});

interface Page {
  readonly ids: readonly string[];
  readonly nextCursor: string | null;
  readonly count: number;
}

/** Everybody; the cursor is the last id, so that a customer made meanwhile shifts nothing. */
async function newestFirst(db: Kysely<Tables>, cursor: string | null, limit: number): Promise<Page> {
  const rows = await db
    .selectFrom('customer')
    .select('id')
    .where('merged_into_id', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('erased_at', 'is', null)
    .$if(cursor !== null, (query) => query.where('id', '<', cursor))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const { count } = await db
    .selectFrom('customer')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('merged_into_id', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('erased_at', 'is', null)
    .executeTakeFirstOrThrow();
  const ids = rows.slice(0, limit).map((row) => row.id);
  return { ids, nextCursor: rows.length > limit ? (ids.at(-1) ?? null) : null, count };
}

/** No more than these are ranked and counted: a search that fits more is not finished being typed. */
const mostListed = 1_000;

/** Whose name or phone fits, those who come most often first; the cursor is a number of rows. */
async function mostFaithfulFirst(
  db: Kysely<Tables>,
  search: string,
  cursor: string | null,
  limit: number,
): Promise<Page> {
  const fitting = idsFitting(db, keysOf(search), mostListed);
  if (fitting === null) return { ids: [], nextCursor: null, count: 0 };
  const from = placeIn(cursor);
  const rows = await db
    .selectFrom(fitting.as('fitting'))
    .leftJoin('customer_figure', 'customer_figure.customer_id', 'fitting.id')
    .select('fitting.id')
    .select(({ fn }) => fn.countAll<number>().over().as('count'))
    .orderBy('customer_figure.visits', (order) => order.desc().nullsLast())
    .orderBy('fitting.id')
    .limit(limit + 1)
    .offset(from)
    .execute();
  return {
    ids: rows.slice(0, limit).map((row) => row.id),
    nextCursor: rows.length > limit ? String(from + limit) : null,
    count: rows[0]?.count ?? 0,
  };
}

/** A number is searched by its digits alone, however it is spaced. */
function keysOf(search: string): readonly string[] {
  return /^[\d\s+().-]+$/.test(search) ? [search.replace(/\D/g, '')] : foldKeys(search);
}
