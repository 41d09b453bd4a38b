/** The words of customers' names, so that a name with one slip of the fingers is found. */
import type { Kysely } from 'kysely';
import { nameWordsIn } from '../../../shared/customer/nearWord.ts';
import { textColumn, wholeNumber } from '../columns.ts';
import { createIndex, createTable } from '../schema.ts';

interface Before {
  customer: { id: string; search_text: string };
  name_word: { word: string; beginning: string; uses: number };
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'name_word', {
    columns: {
      word: textColumn({ longest: 80 }),
      // The letters by which an index finds it.
      beginning: textColumn({ longest: 3 }),
      uses: wholeNumber({ least: 1 }),
    },
    primaryKey: ['word'],
    clustered: true,
  });
  await createIndex(db, 'name_word', { columns: ['beginning'] });
  await wordsOfBefore(db as Kysely<Before>);
}

/** Customers whom the shop knew before. */
async function wordsOfBefore(db: Kysely<Before>): Promise<void> {
  const uses = new Map<string, number>();
  for (const { search_text } of await db.selectFrom('customer').select(['id', 'search_text']).execute()) {
    for (const word of nameWordsIn(search_text)) uses.set(word, (uses.get(word) ?? 0) + 1);
  }
  const rows = [...uses].map(([word, count]) => ({ word, beginning: word.slice(0, 3), uses: count }));
  for (let from = 0; from < rows.length; from += 200) {
    await db
      .insertInto('name_word')
      .values(rows.slice(from, from + 200))
      .execute();
  }
}
