/** What customers bought: the one file of this room that reads tables of the rooms above. */
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { everyIdOf } from './queries.ts';

export interface BoughtSale {
  readonly id: string;
  readonly number: number;
  readonly soldAt: string;
  readonly netSom: number;
  readonly bonusEarnedSom: number;
}

/** The last sales of a customer, newest first, those included that were given to them after payment. */
export async function lastSales(
  db: Kysely<Tables>,
  customerId: string,
  limit: number,
): Promise<BoughtSale[]> {
  const ids = everyIdOf(db, customerId);
  const own = db
    .selectFrom('sale')
    .select(['id', 'number', 'sold_at', 'net_som', 'bonus_earned_som'])
    .where('customer_id', 'in', ids)
    .orderBy('sold_at', 'desc')
    .limit(limit);
  const attached = db
    .selectFrom('sale_attachment')
    .innerJoin('sale', 'sale.id', 'sale_attachment.sale_id')
    .select(['sale.id', 'sale.number', 'sale.sold_at', 'sale.net_som', 'sale.bonus_earned_som'])
    .where('sale_attachment.customer_id', 'in', ids);
  const rows = [...(await own.execute()), ...(await attached.execute())];
  return rows
    .sort((a, b) => (a.sold_at < b.sold_at ? 1 : -1))
    .slice(0, limit)
    .map((row) => ({
      id: row.id,
      number: row.number,
      soldAt: row.sold_at,
      netSom: row.net_som,
      bonusEarnedSom: row.bonus_earned_som,
    }));
}
