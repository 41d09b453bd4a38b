/** Finding a customer from one field: card, phone, last four digits, part of a number, or a name in any script. */
import type { Kysely, SelectQueryBuilder } from 'kysely';
import { readCardNumber } from '../../shared/customer/cardNumber.ts';
import { readPhone } from '../../shared/customer/phone.ts';
import { foldKeys } from '../../shared/text.ts';
import { hotQuery } from '../database/hot.ts';
import { idsMatching } from '../database/search.ts';
import type { Tables } from '../database/tables.ts';
import { issuedCard, ownerOfPhone } from './queries.ts';
import { keysNear } from './spelling.ts';

type Ids = SelectQueryBuilder<Tables, never, { id: string }>;

export interface Found {
  /** The best fit first. */
  readonly ids: readonly string[];
  /** The phone as understood (E.164), when the text is one and nobody has it. */
  readonly newPhone: string | null;
}

/** More would not be read: the cashier types on. */
export const mostFound = 20;

/**
 * | typed                        | finds                                                     |
 * |------------------------------|-----------------------------------------------------------|
 * | 29 and eleven digits, its QR | the card's customer                                       |
 * | 90 123 45 67                 | the phone's owner, else tells the phone as a new one       |
 * | 4567                         | phones that end so                                        |
 * | 12345                        | phones with these digits in them                          |
 * | Ўктам, o'ktam, oktam         | names that fit in any script, else with one letter changed |
 */
export async function findCustomers(db: Kysely<Tables>, text: string): Promise<Found> {
  const card = await issuedCard(db, readCardNumber(text) ?? text);
  if (card !== null) return { ids: card.customerId === null ? [] : [card.customerId], newPhone: null };
  const phone = readPhone(text);
  if (phone !== null) {
    const owner = await ownerOfPhone(db, phone.e164);
    return owner === null ? { ids: [], newPhone: phone.e164 } : { ids: [owner.id], newPhone: null };
  }
  const digits = digitsOf(text);
  if (digits === null) return { ids: await findByName(db, text), newPhone: null };
  const byEnd = digits.length === 4 ? await phonesEnding.all(db, { digits }) : [];
  const ids = byEnd.length > 0 ? byEnd.map((row) => row.id) : await findByKeys(db, [digits]);
  return { ids, newPhone: null };
}

/** Digits with the signs people put between them, or null for anything else. */
function digitsOf(text: string): string | null {
  return /^[\d\s+().-]*\d[\d\s+().-]*$/.test(text) ? text.replace(/\D/g, '') : null;
}

const phonesEnding = hotQuery((db, value: { digits: string }) =>
  db
    .selectFrom('customer')
    .leftJoin('customer_figure', 'customer_figure.customer_id', 'customer.id')
    .select('customer.id')
    .where('customer.id', 'in', (within) =>
      within
        .selectFrom('customer')
        .select('customer.id')
        .where('customer.phone_last4', '=', value.digits)
        .union(
          within
            .selectFrom('customer_phone')
            .select('customer_phone.customer_id as id')
            .where('customer_phone.phone_last4', '=', value.digits),
        ),
    )
    .orderBy('customer_figure.visits', (order) => order.desc().nullsLast())
    .orderBy('customer.id')
    .limit(mostFound),
);

async function findByName(db: Kysely<Tables>, text: string): Promise<readonly string[]> {
  const keys = foldKeys(text);
  const found = await findByKeys(db, keys);
  if (found.length > 0) return found;
  const russian = await findByKeys(db, russianSpellings(keys));
  return russian.length > 0 ? russian : findByGuess(db, keys);
}

/** Nobody fits what was typed: perhaps one letter of it is wrong. */
async function findByGuess(db: Kysely<Tables>, keys: readonly string[]): Promise<readonly string[]> {
  const guesses: string[] = [];
  for (const key of keys) guesses.push(...(await keysNear(db, key)));
  return findByKeys(db, [...new Set(guesses)].slice(0, mostSpellings));
}

/** Whoever types three letters types on; ranking more would only slow down the letter after. */
const mostRanked = 100;

/** Among the first that fit, those who come most often first. */
async function findByKeys(db: Kysely<Tables>, keys: readonly string[]): Promise<readonly string[]> {
  const fitting = idsFitting(db, keys, mostRanked);
  if (fitting === null) return [];
  const rows = await db
    .selectFrom(fitting.as('fitting'))
    .leftJoin('customer_figure', 'customer_figure.customer_id', 'fitting.id')
    .select('fitting.id')
    .orderBy('customer_figure.visits', (order) => order.desc().nullsLast())
    .orderBy('fitting.id')
    .limit(mostFound)
    .execute();
  return rows.map((row) => row.id);
}

/**
 * A query for the ids of customers whose name or phone fits any of the folded keys, `atMost` for each key; null when
 * there is no key to search by.
 */
export function idsFitting(db: Kysely<Tables>, keys: readonly string[], atMost: number): Ids | null {
  const [first, ...others] = keys
    .filter((key) => key.length >= fewestSigns)
    .map((key) => idsFittingKey(db, key, atMost));
  return first === undefined ? null : others.reduce((all, way) => all.union(way), first);
}

/** One letter fits half the town, and no index helps to find it. */
const fewestSigns = 2;

function idsFittingKey(db: Kysely<Tables>, key: string, atMost: number): Ids {
  const all: Ids = db.selectFrom(idsMatching(db, 'customer', 'search_text', key)).select('found.id');
  // A part of a union may have a limit of its own only as a table.
  return db.selectFrom(all.limit(atMost).as('some')).select('some.id');
}

/**
 * Russian writes a or у for the Uzbek o and oʻ: Қодиров is also Кадыров, Собир Сабир, Oktam Уктам. Each key with one
 * of these vowels as another.
 */
function russianSpellings(keys: readonly string[]): readonly string[] {
  const spellings = keys.flatMap((key) =>
    [...key].flatMap((letter, index) =>
      (otherVowels[letter] ?? []).map((vowel) => `${key.slice(0, index)}${vowel}${key.slice(index + 1)}`),
    ),
  );
  return [...new Set(spellings)].slice(0, mostSpellings);
}

const otherVowels: Readonly<Record<string, readonly string[]>> = { o: ['a', 'u'], a: ['o'], u: ['o'] };

const mostSpellings = 12;
