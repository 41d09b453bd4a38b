/** The questions service.wishes and wishers: what people asked for, by how many, and who they are. */
import { serviceContract } from '../../shared/service/contract.ts';
import type { WishGroup } from '../../shared/service/wishContract.ts';
import { foldKeys, type LocalText } from '../../shared/text.ts';
import { namesOf } from '../staff/queries.ts';
import { readingVerb } from '../verb.ts';
import { pageOf } from './pages.ts';
import { calledAs } from './queries.ts';
import { type CountedWish, countedWishes, lastWordsOf, rowsOfWish } from './wishQueries.ts';

const peopleOf = (row: CountedWish) => row.customers + row.phones + row.others;
const keyOf = (row: CountedWish) => `${row.state} ${row.product_id ?? row.words_key}`;

/** What most people wait for first, of equals what was asked for earlier. */
function mostWanted(one: CountedWish, other: CountedWish): number {
  return (
    peopleOf(other) - peopleOf(one) ||
    (one.first_at === other.first_at ? 0 : one.first_at < other.first_at ? -1 : 1) ||
    (keyOf(one) < keyOf(other) ? -1 : 1)
  );
}

export const wishes = readingVerb(serviceContract.wishes, async ({ db }, input) => {
  const { show, search, cursor, limit } = input;
  const keys = foldKeys(search);
  const fits = (row: CountedWish) =>
    search === '' || keys.some((key) => `${row.search_text ?? ''} ${row.words_key}`.includes(key));
  const rows = (await countedWishes(db, show)).filter(fits).sort(mostWanted);
  const last = cursor === null ? -1 : rows.findIndex((row) => keyOf(row) === cursor);
  // A wish that moved since takes the rest of the list along: it is asked anew then.
  const from = cursor !== null && last === -1 ? rows.length : last + 1;
  const { page, nextCursor } = pageOf(rows.slice(from, from + limit + 1), limit, (row) => [keyOf(row)]);
  const words = await lastWordsOf(
    db,
    page.filter((row) => row.product_id === null).map((row) => row.words_key),
  );
  return { wishes: page.map((row) => groupOf(row, words)), nextCursor };
});

function groupOf(row: CountedWish, words: ReadonlyMap<string, string>) {
  return {
    productId: row.product_id,
    wordsKey: row.words_key,
    state: row.state,
    productName: row.name_json === null ? null : (JSON.parse(row.name_json) as LocalText),
    words: row.product_id === null ? (words.get(row.words_key) ?? row.words_key) : '',
    people: peopleOf(row),
    reachable: row.customers + row.phones,
    untold: row.untold,
    quantityThousandths: row.quantity,
    firstAskedAt: row.first_at as WishGroup['firstAskedAt'],
    lastAskedAt: row.last_at as WishGroup['lastAskedAt'],
  };
}

export const wishers = readingVerb(serviceContract.wishers, async ({ db }, wish) => {
  const rows = await rowsOfWish(db, wish, [wish.state])
    .leftJoin('customer', 'customer.id', 'wish.customer_id')
    .select(['customer.name as customer_name', 'customer.phone_last4'])
    .orderBy('wish.asked_at')
    .orderBy('wish.id')
    .execute();
  const names = await namesOf(
    db,
    rows.map((row) => row.person_id),
  );
  return {
    wishers: rows.map((row) => ({
      wishId: row.id,
      customer:
        row.customer_id === null
          ? null
          : { customerId: row.customer_id, name: calledAs(row.customer_name, row.phone_last4) },
      reach: row.reach,
      words: row.words,
      quantityThousandths: row.quantity_thousandths,
      askedAt: row.asked_at,
      personName: names.get(row.person_id) ?? '',
      toldAt: row.told_at,
    })),
  };
});
