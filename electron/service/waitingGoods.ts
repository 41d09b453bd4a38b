/** What waits in the shop for the customer at the counter: orders that arrived, and wishes that are here and untold. */
import type { Kysely } from 'kysely';
import { serviceContract } from '../../shared/service/contract.ts';
import type { WaitingForCustomer } from '../../shared/service/wishContract.ts';
import type { LocalText } from '../../shared/text.ts';
import type { Instant } from '../../shared/time.ts';
import { everyIdOf } from '../customer/queries.ts';
import type { Tables } from '../database/tables.ts';
import { readingVerb } from '../verb.ts';

/** So many are told at once; nobody has more waiting. */
const most = 20;

/**
 * Oldest first: what was ordered and lies here, then what was asked for and came. `customerIds` are the customer's own id and
 * those of everybody who became them.
 */
export async function customerWaiting(
  db: Kysely<Tables>,
  customerIds: readonly string[],
): Promise<readonly WaitingForCustomer[]> {
  if (customerIds.length === 0) return [];
  return [...(await arrivedOrders(db, customerIds)), ...(await untoldWishes(db, customerIds))];
}

const nameOf = (json: string | null) => (json === null ? null : (JSON.parse(json) as LocalText));

async function arrivedOrders(db: Kysely<Tables>, customerIds: readonly string[]) {
  const rows = await db
    .selectFrom('special_order')
    .leftJoin('product', 'product.id', 'special_order.product_id')
    .select([
      'special_order.id',
      'special_order.number',
      'special_order.product_id',
      'special_order.words',
      'special_order.quantity_thousandths',
      'special_order.deposit_som',
      'special_order.arrived_at',
      'product.name_json',
    ])
    .where('special_order.customer_id', 'in', [...customerIds])
    .where('special_order.state', 'in', ['arrived', 'told'])
    .orderBy('special_order.arrived_at')
    .limit(most)
    .execute();
  return rows.map(
    (row): WaitingForCustomer => ({
      kind: 'order',
      id: row.id,
      productId: row.product_id,
      productName: nameOf(row.name_json),
      words: row.words,
      quantityThousandths: row.quantity_thousandths,
      number: row.number,
      depositSom: row.deposit_som,
      since: row.arrived_at as Instant,
    }),
  );
}

async function untoldWishes(db: Kysely<Tables>, customerIds: readonly string[]) {
  const rows = await db
    .selectFrom('wish')
    .leftJoin('product', 'product.id', 'wish.product_id')
    .select([
      'wish.id',
      'wish.product_id',
      'wish.words',
      'wish.quantity_thousandths',
      'wish.changed_at',
      'product.name_json',
    ])
    .where('wish.customer_id', 'in', [...customerIds])
    .where('wish.state', '=', 'here')
    .where('wish.told_at', 'is', null)
    .orderBy('wish.changed_at')
    .limit(most)
    .execute();
  return rows.map(
    (row): WaitingForCustomer => ({
      kind: 'wish',
      id: row.id,
      productId: row.product_id,
      productName: nameOf(row.name_json),
      words: row.words,
      quantityThousandths: row.quantity_thousandths,
      number: null,
      depositSom: 0,
      since: row.changed_at as Instant,
    }),
  );
}

export const waitingForCustomer = readingVerb(
  serviceContract.waitingForCustomer,
  async ({ db }, { customerId }) => {
    const ids = (await everyIdOf(db, customerId).execute()).map(({ id }) => id);
    return { waiting: [...(await customerWaiting(db, ids))] };
  },
);
