/** What the shop still owes a person in words or in goods: it stands against erasing them. */
import type { Kysely } from 'kysely';
import type { EraseBlock } from '../../shared/customer/eraseContract.ts';
import { som } from '../../shared/money.ts';
import type { Tables } from '../database/tables.ts';

/** Complaints that are not closed, and orders whose deposit lies in the shop. */
export async function serviceBlocks(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<readonly EraseBlock[]> {
  const all = [...ids];
  const blocks: EraseBlock[] = [];
  const open = await db
    .selectFrom('complaint')
    .select('id')
    .where('customer_id', 'in', all)
    .where('state', '!=', 'closed')
    .execute();
  if (open.length > 0) blocks.push({ kind: 'complaint', count: open.length, amountSom: null });
  const orders = await db
    .selectFrom('special_order')
    .select('deposit_som')
    .where('customer_id', 'in', all)
    .where('state', 'not in', ['collected', 'cancelled'])
    .where('deposit_som', '>', 0)
    .execute();
  if (orders.length > 0) {
    const amountSom = som(orders.reduce((sum, order) => sum + order.deposit_som, 0));
    blocks.push({ kind: 'deposit', count: orders.length, amountSom });
  }
  return blocks;
}
