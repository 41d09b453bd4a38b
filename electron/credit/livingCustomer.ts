/** The customer that a verb names: who was merged into another is that other. */
import type { Kysely } from 'kysely';
import { Refusal } from '../../shared/errors.ts';
import { type CustomerFacts, customerFacts } from '../customer/queries.ts';
import type { Tables } from '../database/tables.ts';

/** Throws NotFound for an id that nobody has. */
export async function livingCustomer(db: Kysely<Tables>, customerId: string): Promise<CustomerFacts> {
  const customer = await customerFacts(db, customerId);
  if (customer === null) throw new Refusal('NotFound', { what: 'customer' });
  return customer;
}
