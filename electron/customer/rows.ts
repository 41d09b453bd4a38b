/** Rows of customers and their cards: written here only, so that phone, last digits and search text never disagree. */
import type { Transaction } from 'kysely';
import type { KnownBirthDate } from '../../shared/customer/birthDate.ts';
import { lastFourDigits } from '../../shared/customer/phone.ts';
import { type Language, searchTextOf } from '../../shared/text.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import { hotInsert } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';
import { keepWords } from './spelling.ts';

/** What is known of a customer who gave a phone. */
export interface Registration {
  readonly name: string;
  readonly phone: string | null;
  readonly language: Language | null;
}

const insert = hotInsert('customer', [
  'id',
  'name',
  'phone',
  'phone_last4',
  'language',
  'search_text',
  'is_registered',
  'created_at',
  'created_by',
  'created_till_id',
  'created_on',
]);

/** When, where and by whom a customer comes into the shop's book. */
export interface Making {
  readonly now: Instant;
  readonly businessDay: BusinessDay;
  readonly tillId: string;
  readonly personId: string | null;
}

/** Makes a customer; `registered` is null for an instant card that nobody registered yet. */
export async function insertCustomer(
  trx: Transaction<Tables>,
  customer: Making & { readonly id: string; readonly registered: Registration | null },
): Promise<void> {
  const { id, now, businessDay, tillId, personId, registered } = customer;
  const columns = columnsOf(registered ?? { name: '', phone: null, language: null });
  await keepWords(trx, '', columns.search_text);
  await insert.one(trx, {
    id,
    ...columns,
    is_registered: registered === null ? 0 : 1,
    created_at: now,
    created_by: personId,
    created_till_id: tillId,
    created_on: businessDay,
  });
}

/** Writes what a customer said of themselves. `isRegistered` is true from the day they gave a phone. */
export async function updateCustomer(
  trx: Transaction<Tables>,
  id: string,
  registration: Registration,
  isRegistered: boolean,
): Promise<void> {
  await dropAsFurther(trx, id, registration.phone);
  const columns = columnsOf(registration, await furtherPhones(trx, id));
  await keepWords(trx, await searchTextNow(trx, id), columns.search_text);
  await trx
    .updateTable('customer')
    .set({ ...columns, is_registered: isRegistered ? 1 : 0 })
    .where('id', '=', id)
    .execute();
}

/** Writes what is known of a customer's birthday. */
export async function updateBirthDate(
  trx: Transaction<Tables>,
  id: string,
  { birthDate, birthDateKnownSince }: KnownBirthDate,
): Promise<void> {
  await trx
    .updateTable('customer')
    .set({ birth_date: birthDate, birth_date_known_since: birthDateKnownSince })
    .where('id', '=', id)
    .execute();
}

const insertTags = hotInsert('customer_tag', ['customer_id', 'tag', 'created_at']);

/** Gives a customer exactly these tags. */
export async function writeTags(
  trx: Transaction<Tables>,
  id: string,
  { before, after, now }: { before: readonly string[]; after: readonly string[]; now: Instant },
): Promise<void> {
  const gone = before.filter((tag) => !after.includes(tag));
  const added = after.filter((tag) => !before.includes(tag));
  if (gone.length > 0) {
    await trx.deleteFrom('customer_tag').where('customer_id', '=', id).where('tag', 'in', gone).execute();
  }
  await insertTags.many(
    trx,
    added.map((tag) => ({ customer_id: id, tag, created_at: now })),
  );
}

/** Remembers a phone that a customer had until now: it still tells that two people are one. */
export async function keepFormerPhone(
  trx: Transaction<Tables>,
  id: string,
  phone: string,
  now: Instant,
): Promise<void> {
  await trx
    .insertInto('former_phone')
    .values({ phone, customer_id: id, until_at: now })
    .onConflict((conflict) => conflict.columns(['phone', 'customer_id']).doUpdateSet({ until_at: now }))
    .execute();
}

/**
 * Ends a customer who has become another: no search and no phone finds them any more, and whoever became them before has
 * become the other too.
 */
export async function closeMerged(trx: Transaction<Tables>, fromId: string, intoId: string): Promise<void> {
  await trx
    .updateTable('customer')
    .set({ merged_into_id: intoId })
    .where('merged_into_id', '=', fromId)
    .execute();
  await keepWords(trx, await searchTextNow(trx, fromId), '');
  await trx
    .updateTable('customer')
    .set({ merged_into_id: intoId, phone: null, phone_last4: null, search_text: '' })
    .where('id', '=', fromId)
    .execute();
}

/** Lets an issued card stand for a customer from now on. */
export async function giveCard(trx: Transaction<Tables>, number: string, customerId: string): Promise<void> {
  await trx.updateTable('card').set({ customer_id: customerId }).where('number', '=', number).execute();
}

async function searchTextNow(trx: Transaction<Tables>, id: string): Promise<string> {
  const row = await trx.selectFrom('customer').select('search_text').where('id', '=', id).executeTakeFirst();
  return row?.search_text ?? '';
}

/** Writes what the search knows of a customer anew: their further phones have changed. */
export async function refreshSearchText(trx: Transaction<Tables>, id: string): Promise<void> {
  const { name, phone } = await trx
    .selectFrom('customer')
    .select(['name', 'phone'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const { search_text } = columnsOf({ name, phone, language: null }, await furtherPhones(trx, id));
  await trx.updateTable('customer').set({ search_text }).where('id', '=', id).execute();
}

async function furtherPhones(trx: Transaction<Tables>, id: string): Promise<readonly string[]> {
  const rows = await trx
    .selectFrom('customer_phone')
    .select('phone')
    .where('customer_id', '=', id)
    .orderBy('added_at')
    .orderBy('phone')
    .execute();
  return rows.map(({ phone }) => phone);
}

/** A further phone that becomes the main one is no further one any more. */
async function dropAsFurther(trx: Transaction<Tables>, id: string, phone: string | null): Promise<void> {
  if (phone === null) return;
  await trx.deleteFrom('customer_phone').where('phone', '=', phone).where('customer_id', '=', id).execute();
}

function columnsOf({ name, phone, language }: Registration, further: readonly string[] = []) {
  return {
    name,
    phone,
    phone_last4: phone === null ? null : lastFourDigits(phone),
    language,
    search_text: [searchTextOf(name), ...[phone ?? '', ...further].map((each) => each.replace('+', ''))]
      .filter((part) => part !== '')
      .join(' '),
  };
}
