/** The SQL of charity: funds, what was given to each and what was handed over. */
import type { Kysely } from 'kysely';
import type { Donation } from '../../shared/loyalty/charityMonth.ts';
import { type Som, som } from '../../shared/money.ts';
import type { LocalText } from '../../shared/text.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import { hotInsert, hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;

export interface Fund {
  readonly fundId: string;
  readonly name: LocalText;
  readonly isActive: boolean;
}

const openFundsQuery = hotQuery((db: Db, value: { isActive: 1 }) =>
  db
    .selectFrom('fund')
    .select(['id', 'name_json'])
    .where('is_active', '=', value.isActive)
    .orderBy('created_at')
    .orderBy('id'),
);

/** The funds to which something may be given now, the oldest first. */
export async function openFunds(
  db: Db,
): Promise<readonly { readonly fundId: string; readonly name: LocalText }[]> {
  const rows = await openFundsQuery.all(db, { isActive: 1 });
  return rows.map((row) => ({ fundId: row.id, name: JSON.parse(row.name_json) as LocalText }));
}

/** All funds, those in use first. */
export async function allFunds(db: Db): Promise<readonly Fund[]> {
  const rows = await db
    .selectFrom('fund')
    .select(['id', 'name_json', 'is_active'])
    .orderBy('is_active', 'desc')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    fundId: row.id,
    name: JSON.parse(row.name_json) as LocalText,
    isActive: row.is_active === 1,
  }));
}

/** Whether something may be given to a fund; null for one that nobody made. */
export async function isFundOpen(db: Db, fundId: string): Promise<boolean | null> {
  const row = await db.selectFrom('fund').select('is_active').where('id', '=', fundId).executeTakeFirst();
  return row === undefined ? null : row.is_active === 1;
}

export const insertDonation = hotInsert('donation', [
  'id',
  'fund_id',
  'kind',
  'amount_som',
  'customer_id',
  'sale_id',
  'note',
  'person_id',
  'business_day',
  'given_at',
]);

const ofSaleQuery = hotQuery((db: Db, value: { saleId: string }) =>
  db
    .selectFrom('donation')
    .select(['fund_id', 'amount_som', 'customer_id'])
    .where('sale_id', '=', value.saleId),
);

/** What a receipt gave to which fund and has not taken back; null when nothing. */
export async function donationOfSale(
  db: Db,
  saleId: string,
): Promise<{ readonly fundId: string; readonly customerId: string | null; readonly amountSom: Som } | null> {
  const rows = await ofSaleQuery.all(db, { saleId });
  const [first] = rows;
  const amountSom = rows.reduce((sum, row) => sum + row.amount_som, 0);
  if (first === undefined || amountSom === 0) return null;
  return { fundId: first.fund_id, customerId: first.customer_id, amountSom: som(amountSom) };
}

/** What each fund had before a day. */
export async function fundsBefore(db: Db, day: BusinessDay): Promise<ReadonlyMap<string, Som>> {
  const rows = await db
    .selectFrom('donation')
    .select(({ fn }) => ['fund_id', fn.sum<number>('amount_som').as('amount_som')])
    .where('business_day', '<', day)
    .groupBy('fund_id')
    .execute();
  return new Map(rows.map((row) => [row.fund_id, som(row.amount_som)]));
}

/** Every movement of the funds from one day to another, both included, as it happened. */
export async function donationsBetween(
  db: Db,
  first: BusinessDay,
  last: BusinessDay,
): Promise<readonly Donation[]> {
  const rows = await db
    .selectFrom('donation')
    .select(['fund_id', 'kind', 'amount_som', 'note', 'business_day', 'given_at'])
    .where('business_day', '>=', first)
    .where('business_day', '<=', last)
    .orderBy('given_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    fundId: row.fund_id,
    kind: row.kind,
    amountSom: som(row.amount_som),
    note: row.note,
    day: row.business_day as BusinessDay,
    at: row.given_at as Instant,
  }));
}
