/** The verbs customer.duplicates and notSamePerson: whom the shop may know twice. */
import type { Kysely } from 'kysely';
import { customerContract } from '../../shared/customer/contract.ts';
import {
  blockingKeysOf,
  cardKey,
  type Likeness,
  likenessOf,
  type PersonTraits,
  phoneKey,
} from '../../shared/customer/duplicates.ts';
import { Refusal } from '../../shared/errors.ts';
import { foldKeys } from '../../shared/text.ts';
import type { Database } from '../database/open.ts';
import { readHeavy } from '../database/readHeavy.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import { placeIn } from '../listPlace.ts';
import type { TillParts } from '../parts.ts';
import { createTurns } from '../turns.ts';
import { readingVerb, writingVerb } from '../verb.ts';
import { knownCustomer } from './about.ts';
import { customersOfIds } from './queries.ts';

type Db = Kysely<Tables>;

/** Two people of whom the one's id stands first in the order of ids. */
interface Pair extends Likeness {
  readonly oneId: string;
  readonly otherId: string;
}

/** More people than this share a key by chance: the first of a thousand birthdays that nobody knew. */
const mostOfOneKey = 150;

/** Of a name that so many carry in one district, nobody can say who is whom. */
const mostOfOneName = 3;

const isByChance = (key: string, people: number): boolean =>
  people > (key.startsWith('d ') ? mostOfOneName : mostOfOneKey);

const living = (db: Db) =>
  db
    .selectFrom('customer')
    .select(['id', 'name', 'phone', 'phone_last4', 'birth_date', 'address', 'district', 'household_id'])
    .where('merged_into_id', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('erased_at', 'is', null)
    .orderBy('id');

const furtherPhones = (db: Db) => db.selectFrom('customer_phone').select(['customer_id', 'phone']);

const formerPhones = (db: Db) =>
  db
    .selectFrom('former_phone')
    .innerJoin('customer', 'customer.id', 'former_phone.customer_id')
    .select(({ fn, ref }) => [
      fn.coalesce(ref('customer.merged_into_id'), ref('customer.id')).as('customer_id'),
      'former_phone.phone',
    ]);

const foreignCards = (db: Db) =>
  db
    .selectFrom('card')
    .select(['customer_id', 'number'])
    .where('kind', '=', 'alias')
    .where('customer_id', 'is not', null);

const distinctPairs = (db: Db) =>
  db
    .selectFrom('distinct_pair')
    .innerJoin('customer as one', 'one.id', 'distinct_pair.one_id')
    .innerJoin('customer as other', 'other.id', 'distinct_pair.other_id')
    .select(({ fn, ref }) => [
      fn.coalesce(ref('one.merged_into_id'), ref('one.id')).as('one_id'),
      fn.coalesce(ref('other.merged_into_id'), ref('other.id')).as('other_id'),
    ]);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const pairKey = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`);

function listed<Row>(rows: readonly Row[], idOf: (row: Row) => string | null, textOf: (row: Row) => string) {
  const lists = new Map<string, string[]>();
  for (const row of rows) {
    const id = idOf(row);
    const value = textOf(row);
    if (id === null || value === '') continue;
    const list = lists.get(id);
    if (list === undefined) lists.set(id, [value]);
    else list.push(value);
  }
  return lists;
}

async function readPeople(database: Database, turn: () => Promise<void>): Promise<readonly PersonTraits[]> {
  const { db } = database;
  const rows = await readHeavy(database, living(db));
  const byCustomer = ({ customer_id }: { readonly customer_id: string | null }) => customer_id;
  const further = listed(await readHeavy(database, furtherPhones(db)), byCustomer, (row) =>
    phoneKey(row.phone),
  );
  const former = listed(await readHeavy(database, formerPhones(db)), byCustomer, (row) =>
    phoneKey(row.phone),
  );
  const cards = listed(await readHeavy(database, foreignCards(db)), byCustomer, (row) => cardKey(row.number));
  const people: PersonTraits[] = [];
  const placeOf = foldedPlaces();
  for (const row of rows) {
    people.push({
      id: row.id,
      names: foldKeys(row.name)
        .filter((key) => key !== '')
        .map((key) => [...new Set(key.split(' '))]),
      phones: [...(row.phone === null ? [] : [phoneKey(row.phone)]), ...(further.get(row.id) ?? [])],
      formerPhones: former.get(row.id) ?? [],
      lastFour: row.phone_last4,
      birthDate: row.birth_date,
      address: placeOf(row.address),
      district: placeOf(row.district),
      householdId: row.household_id,
      cards: cards.get(row.id) ?? [],
    });
    if (people.length % 200 === 0) await turn();
  }
  return people;
}

/** A street or a district in any script; thousands live in one, so each is folded once. */
function foldedPlaces(): (place: string) => string {
  const known = new Map<string, string>([['', '']]);
  return (place) => {
    const before = known.get(place);
    if (before !== undefined) return before;
    const folded = (foldKeys(place)[0] ?? '').replace(/[^a-z0-9]/g, '');
    known.set(place, folded);
    return folded;
  };
}

/** Every pair who may be one person, the likeliest first. Selling goes on between the groups. */
export async function findDuplicates(database: Database): Promise<readonly Pair[]> {
  const turn = createTurns();
  const people = await readPeople(database, turn);
  const groups = new Map<string, PersonTraits[]>();
  for (const [index, person] of people.entries()) {
    for (const key of blockingKeysOf(person)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [person]);
      else group.push(person);
    }
    if (index % 200 === 0) await turn();
  }
  const told = await readHeavy(database, distinctPairs(database.db));
  const seen = new Set(told.map((row) => pairKey(row.one_id, row.other_id)));
  const pairs: Pair[] = [];
  for (const [key, group] of groups) {
    if (group.length < 2 || isByChance(key, group.length)) continue;
    pairs.push(...pairsIn(group, seen));
    await turn();
  }
  return pairs.sort(
    (a, b) => b.score - a.score || compare(a.oneId, b.oneId) || compare(a.otherId, b.otherId),
  );
}

function pairsIn(group: readonly PersonTraits[], seen: Set<string>): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const [index, one] of group.entries()) {
    for (let at = index + 1; at < group.length; at++) {
      const other = group[at] as PersonTraits;
      const likeness = one.id === other.id ? null : likenessOf(one, other);
      if (likeness === null) continue;
      const key = pairKey(one.id, other.id);
      if (seen.has(key)) continue;
      seen.add(key);
      pairs.push({ oneId: one.id, otherId: other.id, ...likeness });
    }
  }
  return pairs;
}

/** The page begins at a place in the list: pairs that were joined or told apart since are simply gone from it. */
export const duplicates = (parts: Pick<TillParts, 'database'>) =>
  readingVerb(customerContract.duplicates, async ({ db }, { cursor, limit }) => {
    const all = await findDuplicates(parts.database());
    const from = placeIn(cursor);
    const page = all.slice(from, from + limit);
    const customers = await customersOfIds(db, [
      ...new Set(page.flatMap(({ oneId, otherId }) => [oneId, otherId])),
    ]);
    const customerOf = new Map(customers.map((customer) => [customer.id, customer]));
    const pairs = page.flatMap(({ oneId, otherId, score, reasons }) => {
      const one = customerOf.get(oneId);
      const other = customerOf.get(otherId);
      return one === undefined || other === undefined ? [] : [{ one, other, score, reasons: [...reasons] }];
    });
    const next = from + page.length;
    return { pairs, nextCursor: next < all.length ? String(next) : null, count: all.length };
  });

export const notSamePerson = writingVerb(
  customerContract.notSamePerson,
  async (scope, { oneId, otherId }) => {
    const { trx, now, actor } = scope;
    const one = await knownCustomer(trx, oneId);
    const other = await knownCustomer(trx, otherId);
    if (one.id === other.id) throw new Refusal('SameCustomer');
    const [first, second] = one.id < other.id ? [one.id, other.id] : [other.id, one.id];
    await trx
      .insertInto('distinct_pair')
      .values({
        one_id: first,
        other_id: second,
        said_at: now,
        person_id: actor.role === 'system' ? null : actor.personId,
      })
      .onConflict((conflict) => conflict.columns(['one_id', 'other_id']).doNothing())
      .execute();
    await scope.follow(documentOf(scope, 'customersDistinct', { customerIds: [first, second] }));
    scope.changed('customer');
    return {};
  },
);
