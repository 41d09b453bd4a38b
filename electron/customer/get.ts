/** The verb customer.get: one customer with what they agreed to and what they bought. */
import type { Kysely } from 'kysely';
import { consentWording } from '../../shared/customer/consent.ts';
import { customerContract } from '../../shared/customer/contract.ts';
import { Refusal } from '../../shared/errors.ts';
import type { Language } from '../../shared/text.ts';
import type { Tables } from '../database/tables.ts';
import { namesOf } from '../staff/queries.ts';
import { readingVerb } from '../verb.ts';
import { customerOfId, everyIdOf } from './queries.ts';
import { lastSales } from './segment.ts';

const salesShown = 20;

export const getCustomer = readingVerb(customerContract.get, async ({ db }, { customerId }) => {
  const customer = await customerOfId(db, customerId);
  if (customer === null) throw new Refusal('NotFound', { what: 'customer' });
  return {
    customer,
    consents: await consentsOf(db, customer.id),
    sales: await lastSales(db, customer.id, salesShown),
  };
});

/** Every consent a customer ever gave under any of their ids, newest first, in the words they were told. */
async function consentsOf(db: Kysely<Tables>, customerId: string) {
  const rows = await db
    .selectFrom('consent')
    .leftJoin('consent_withdrawal', 'consent_withdrawal.consent_id', 'consent.id')
    .selectAll('consent')
    .select('consent_withdrawal.withdrawn_at')
    .where('consent.customer_id', 'in', everyIdOf(db, customerId))
    .orderBy('consent.given_at', 'desc')
    .orderBy('consent.purpose', 'desc')
    .execute();
  const names = await namesOf(
    db,
    rows.map((row) => row.person_id).filter((id) => id !== null),
  );
  return rows.map((row) => ({
    id: row.id,
    purpose: row.purpose,
    givenAt: row.given_at,
    how: row.how,
    wording: consentWording(row.wording_version, row.wording_language as Language)?.[row.purpose] ?? '',
    personName: names.get(row.person_id ?? '') ?? '',
    withdrawnAt: row.withdrawn_at,
  }));
}
