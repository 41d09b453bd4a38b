/** The verb customer.get: one customer with what they bought last. */
import { customerContract } from '../../shared/customer/contract.ts';
import { Refusal } from '../../shared/errors.ts';
import { readingVerb } from '../verb.ts';
import { customerOfId } from './queries.ts';
import { lastSales } from './segment.ts';

const salesShown = 20;

export const getCustomer = readingVerb(customerContract.get, async ({ db }, { customerId }) => {
  const customer = await customerOfId(db, customerId);
  if (customer === null) throw new Refusal('NotFound', { what: 'customer' });
  return {
    customer,
    sales: await lastSales(db, customer.id, salesShown),
  };
});
