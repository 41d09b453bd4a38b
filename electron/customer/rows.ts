/** Rows of customers and their cards: written here only, so that phone, last digits and search text never disagree. */
import type { Transaction } from 'kysely';
import { lastFourDigits } from '../../shared/customer/phone.ts';
import { type Language, searchTextOf } from '../../shared/text.ts';
import type { Instant } from '../../shared/time.ts';
import { hotInsert } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';

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
]);

/** Makes a customer; `registered` is null for an instant card that nobody registered yet. */
export async function insertCustomer(
  trx: Transaction<Tables>,
  customer: {
    readonly id: string;
    readonly now: Instant;
    readonly personId: string | null;
    readonly registered: Registration | null;
  },
): Promise<void> {
  const { id, now, personId, registered } = customer;
  await insert.one(trx, {
    id,
    ...columnsOf(registered ?? { name: '', phone: null, language: null }),
    is_registered: registered === null ? 0 : 1,
    created_at: now,
    created_by: personId,
  });
}

/** Writes what a customer said of themselves. `isRegistered` is true from the day they gave a phone. */
export async function updateCustomer(
  trx: Transaction<Tables>,
  id: string,
  registration: Registration,
  isRegistered: boolean,
): Promise<void> {
  await trx
    .updateTable('customer')
    .set({ ...columnsOf(registration), is_registered: isRegistered ? 1 : 0 })
    .where('id', '=', id)
    .execute();
}

/** Lets an issued card stand for a customer from now on. */
export async function giveCard(trx: Transaction<Tables>, number: string, customerId: string): Promise<void> {
  await trx.updateTable('card').set({ customer_id: customerId }).where('number', '=', number).execute();
}

function columnsOf({ name, phone, language }: Registration) {
  return {
    name,
    phone,
    phone_last4: phone === null ? null : lastFourDigits(phone),
    language,
    search_text: `${searchTextOf(name)} ${(phone ?? '').replace('+', '')}`.trim(),
  };
}
