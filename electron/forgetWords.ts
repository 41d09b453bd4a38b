/** Takes a person's name and phones out of what others wrote, column by column. */
import type { Transaction } from 'kysely';
import {
  jsonWithoutPerson,
  type PersonalWords,
  personalPattern,
  withoutPerson,
} from '../shared/customer/forgetting.ts';
import type { Tables } from './database/tables.ts';
import type { WriteScope } from './verb.ts';

/** Those who are being erased at once: every id they ever had, and what they could be read by until now. */
export interface ErasedPerson extends PersonalWords {
  readonly ids: readonly string[];
}

/** One place where something of a person is kept, and how it is emptied. Sums, days and documents stay. */
export interface Cleaner {
  readonly name: string;
  readonly clean: (scope: WriteScope, person: ErasedPerson) => Promise<void>;
}

/** A text column of any table. */
export interface WordColumn {
  readonly table: keyof Tables & string;
  readonly column: string;
}

type AnyTable = { readonly [table: string]: Record<string, string> };

/** The last four digits as people write them, and the first word of a name: enough for the engine to leave most rows aside. */
function signsOf({ names, phones }: PersonalWords): readonly string[] {
  const endings = phones.flatMap((phone) => {
    const [first, last] = [phone.slice(-4, -2), phone.slice(-2)];
    return [`${first}${last}`, `${first} ${last}`, `${first}-${last}`];
  });
  // The engine knows both cases of Latin letters only.
  const words = names.flatMap((name) => {
    const [first = ''] = name.trim().split(/\s+/);
    return [first, first.toLowerCase(), first.toUpperCase()];
  });
  return [...new Set([...endings, ...words])].filter((sign) => sign.length >= 2);
}

/**
 * Puts a mark where a column names the person, whole words only, in any spelling of the phone. Rows that name nobody stay
 * untouched.
 */
export async function sweepColumn(
  trx: Transaction<Tables>,
  { table, column }: WordColumn,
  person: PersonalWords,
): Promise<void> {
  const pattern = personalPattern(person);
  const signs = signsOf(person);
  if (pattern === null || signs.length === 0) return;
  const db = trx.withTables<AnyTable>() as unknown as Transaction<AnyTable>;
  const rows = await db
    .selectFrom(table)
    .select(`${column} as text`)
    .where(({ eb, or }) => or(signs.map((sign) => eb(column, 'like', `%${sign}%`))))
    .execute();
  const texts = new Set(
    (rows as unknown as readonly { readonly text: string | null }[]).map(({ text }) => text),
  );
  for (const text of texts) {
    if (text === null) continue;
    const left = column.endsWith('_json') ? jsonWithoutPerson(text, pattern) : withoutPerson(text, pattern);
    if (left === text) continue;
    await db
      .updateTable(table)
      .set({ [column]: left })
      .where(column, '=', text)
      .execute();
  }
}

/** Empties columns of the rows that belong to the customer. */
export async function emptyWords(
  trx: Transaction<Tables>,
  { table, column }: WordColumn,
  ids: readonly string[],
): Promise<void> {
  const db = trx.withTables<AnyTable>() as unknown as Transaction<AnyTable>;
  await db
    .updateTable(table)
    .set({ [column]: '' })
    .where('customer_id', 'in', [...ids])
    .where(column, '!=', '')
    .execute();
}
