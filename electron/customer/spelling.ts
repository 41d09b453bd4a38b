/** The words of customers' names, and which of them are one slip away from what was typed. */
import type { Kysely, Transaction } from 'kysely';
import { beginningsNear, isNear, nameWordsIn } from '../../shared/customer/nearWord.ts';
import { hotInsert, hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';

const addWord = hotInsert('name_word', ['word', 'beginning', 'uses'], (query) =>
  query.onConflict((conflict) =>
    conflict.column('word').doUpdateSet((eb) => ({ uses: eb('name_word.uses', '+', 1) })),
  ),
);

/**
 * A customer's search text changes from one to another: words that nobody carries any more are forgotten at once, so that an
 * erased name does not live on here.
 */
export async function keepWords(trx: Transaction<Tables>, before: string, after: string): Promise<void> {
  const old = nameWordsIn(before);
  const wanted = nameWordsIn(after);
  for (const word of wanted.filter((each) => !old.includes(each))) {
    await addWord.one(trx, { word, beginning: word.slice(0, 3), uses: 1 });
  }
  const gone = old.filter((each) => !wanted.includes(each));
  if (gone.length === 0) return;
  await trx.deleteFrom('name_word').where('word', 'in', gone).where('uses', '=', 1).execute();
  await trx
    .updateTable('name_word')
    .set((eb) => ({ uses: eb('uses', '-', 1) }))
    .where('word', 'in', gone)
    .execute();
}

const addUses = hotInsert('name_word', ['word', 'beginning', 'uses'], (query) =>
  query.onConflict((conflict) =>
    conflict
      .column('word')
      .doUpdateSet(({ eb, ref }) => ({ uses: eb('name_word.uses', '+', ref('excluded.uses')) })),
  ),
);

/** In how many of the search texts each word of a name stands. */
function usesOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const text of texts) for (const word of nameWordsIn(text)) uses.set(word, (uses.get(word) ?? 0) + 1);
  return uses;
}

/** The words of many new customers at once. */
export async function addWords(trx: Transaction<Tables>, texts: readonly string[]): Promise<void> {
  const rows = [...usesOf(texts)].map(([word, uses]) => ({ word, beginning: word.slice(0, 3), uses }));
  await addUses.many(trx, rows);
}

/** The words of many customers who are gone; those that nobody carries any more are forgotten at once. */
export async function dropWords(trx: Transaction<Tables>, texts: readonly string[]): Promise<void> {
  for (const [word, count] of usesOf(texts)) {
    await trx.deleteFrom('name_word').where('word', '=', word).where('uses', '<=', count).execute();
    await trx
      .updateTable('name_word')
      .set((eb) => ({ uses: eb('uses', '-', count) }))
      .where('word', '=', word)
      .execute();
  }
}

/** Room for every beginning that one slip makes. */
const slotNames = Array.from({ length: 160 }, (_, slot) => `b${slot}`);
type Slots = Readonly<Record<string, string>>;

const wordsBeginning = hotQuery((db: Kysely<Tables>, slots: Slots) =>
  db
    .selectFrom('name_word')
    .select(['word', 'uses'])
    .where(
      'beginning',
      'in',
      slotNames.map((name) => slots[name] as string),
    ),
);

/** Guesses for one word: the cashier sees the customers, not the words, and few of each. */
const mostGuesses = 3;

/** The words of names that begin one slip away from what was typed, those of most customers first. */
async function wordsNear(db: Kysely<Tables>, typed: string): Promise<readonly string[]> {
  const beginnings = beginningsNear(typed);
  if (beginnings.length === 0) return [];
  const slots = Object.fromEntries(slotNames.map((name, slot) => [name, beginnings[slot] ?? '']));
  const rows = await wordsBeginning.all(db, slots);
  return rows
    .filter(({ word }) => isNear(typed, word))
    .sort((a, b) => b.uses - a.uses || (a.word < b.word ? -1 : 1))
    .slice(0, mostGuesses)
    .map(({ word }) => word);
}

/** What may have been meant by a folded key: each with one of its words in another spelling. */
export async function keysNear(db: Kysely<Tables>, key: string): Promise<readonly string[]> {
  const words = key.split(' ');
  const keys: string[] = [];
  for (const [at, typed] of words.entries()) {
    for (const word of await wordsNear(db, typed)) keys.push(words.with(at, word).join(' '));
  }
  return keys;
}
