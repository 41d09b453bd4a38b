/** Empties what this room keeps of customers: they are nobody from then on, and their rows stay for the documents that name them. */
import type { Kysely, Transaction } from 'kysely';
import { tidyName } from '../../shared/text.ts';
import type { Tables } from '../database/tables.ts';
import type { Cleaner, ErasedPerson } from '../forgetWords.ts';
import type { WriteScope } from '../verb.ts';
import { forgetMergeRows } from './mergeRecord.ts';
import { keepWords } from './spelling.ts';

type Trx = Transaction<Tables>;

/** Everything by which the person can be read, as it stands now: to be asked before anything is emptied. */
export async function personWith(db: Kysely<Tables>, ids: readonly string[]): Promise<ErasedPerson> {
  const all = [...ids];
  const rows = await db.selectFrom('customer').select(['name', 'phone']).where('id', 'in', all).execute();
  const further = await db
    .selectFrom('customer_phone')
    .select('phone')
    .where('customer_id', 'in', all)
    .execute();
  const former = await db
    .selectFrom('former_phone')
    .select('phone')
    .where('customer_id', 'in', all)
    .execute();
  const firms = await db
    .selectFrom('firm')
    .select(['legal_name', 'tax_number'])
    .where('customer_id', 'in', all)
    .execute();
  const phones = [...rows, ...further, ...former].flatMap(({ phone }) => phone ?? []);
  const names = [
    ...rows.flatMap(({ name }) => [name, tidyName(name)]),
    ...firms.flatMap(({ legal_name, tax_number }) => [legal_name, tax_number]),
  ];
  return {
    ids,
    names: [...new Set(names)].filter((name) => name.trim() !== ''),
    phones: [...new Set(phones)],
  };
}

async function rowsOf({ trx, now }: WriteScope, { ids }: ErasedPerson): Promise<void> {
  const all = [...ids];
  const before = await trx
    .selectFrom('customer')
    .select(['id', 'search_text', 'household_id'])
    .where('id', 'in', all)
    .execute();
  for (const { search_text } of before) await keepWords(trx, search_text, '');
  await trx
    .updateTable('customer')
    .set({
      name: '',
      phone: null,
      phone_last4: null,
      search_text: '',
      language: null,
      birth_date: null,
      birth_date_known_since: null,
      birthday_used_on: null,
      gender: null,
      address: '',
      district: '',
      household_id: null,
      source: null,
      preferred_channel: null,
      preferred_hour: null,
      before_visits: null,
      before_spent_som: null,
      before_last_visit_on: null,
      is_registered: 0,
      erased_at: now,
    })
    .where('id', 'in', all)
    .execute();
  for (const { household_id: id } of before) if (id !== null) await forgetIfEmpty(trx, id);
}

async function forgetIfEmpty(trx: Trx, householdId: string): Promise<void> {
  const member = await trx
    .selectFrom('customer')
    .select('id')
    .where('household_id', '=', householdId)
    .limit(1)
    .executeTakeFirst();
  if (member === undefined) await trx.deleteFrom('household').where('id', '=', householdId).execute();
}

async function deleteOf(
  { trx }: Pick<WriteScope, 'trx'>,
  table: 'customer_phone' | 'former_phone' | 'customer_fact' | 'customer_photo' | 'customer_tag' | 'firm',
  { ids }: ErasedPerson,
): Promise<void> {
  await trx
    .deleteFrom(table as 'customer_fact')
    .where('customer_id', 'in', [...ids])
    .execute();
}

/** Cards of the shop stand for nobody any more; a number of another program's goes, because that program knows whose it is. */
async function cardsOf({ trx, now }: WriteScope, { ids }: ErasedPerson): Promise<void> {
  const all = [...ids];
  await trx.deleteFrom('card').where('customer_id', 'in', all).where('kind', '=', 'alias').execute();
  await trx
    .updateTable('card')
    .set({ blocked_at: now })
    .where('customer_id', 'in', all)
    .where('blocked_at', 'is', null)
    .execute();
}

async function groupsOf({ trx }: WriteScope, { ids }: ErasedPerson): Promise<void> {
  await trx
    .deleteFrom('segment_member')
    .where('customer_id', 'in', [...ids])
    .execute();
}

export const customerCleaners: readonly Cleaner[] = [
  { name: 'customer', clean: rowsOf },
  { name: 'phones', clean: (scope, person) => deleteOf(scope, 'customer_phone', person) },
  { name: 'formerPhones', clean: (scope, person) => deleteOf(scope, 'former_phone', person) },
  { name: 'facts', clean: (scope, person) => deleteOf(scope, 'customer_fact', person) },
  { name: 'photo', clean: (scope, person) => deleteOf(scope, 'customer_photo', person) },
  { name: 'tags', clean: (scope, person) => deleteOf(scope, 'customer_tag', person) },
  { name: 'firm', clean: (scope, person) => deleteOf(scope, 'firm', person) },
  { name: 'cards', clean: cardsOf },
  { name: 'groups', clean: groupsOf },
  { name: 'merges', clean: ({ trx }, { ids }) => forgetMergeRows(trx, ids) },
];
