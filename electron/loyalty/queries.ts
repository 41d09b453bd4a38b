/** The loyalty room's SQL: lots and what became of them. */
import { type Kysely, sql } from 'kysely';
import type { BonusLot } from '../../shared/loyalty/lots.ts';
import { type Som, som } from '../../shared/money.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import { hotInsert, hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;

/** A customer, or whoever holds the claim code of a receipt. */
export interface LotHolder {
  readonly kind: 'customer' | 'claim';
  readonly id: string;
}

const lotColumns = ['id', 'remaining_som', 'active_from', 'expires_on'] as const;

/** Written out rather than bound as a parameter: only so does the engine use the indexes over what is left. */
const nothing = sql.lit(0);

const lotsQuery = hotQuery((db: Db, value: { kind: 'customer' | 'claim'; id: string }) =>
  db
    .selectFrom('bonus_lot')
    .select(lotColumns)
    .where('holder_kind', '=', value.kind)
    .where('holder_id', '=', value.id)
    .where('remaining_som', '>', nothing),
);

interface LotRow {
  readonly id: string;
  readonly remaining_som: number;
  readonly active_from: string;
  readonly expires_on: string | null;
}

function rowToLot(row: LotRow): BonusLot {
  return {
    lotId: row.id,
    remainingSom: som(row.remaining_som),
    activeFrom: row.active_from as BusinessDay,
    expiresOn: row.expires_on as BusinessDay | null,
  };
}

/** The lots of a holder in which something is left. */
export async function lotsOf(db: Db, holder: LotHolder): Promise<readonly BonusLot[]> {
  return (await lotsQuery.all(db, { ...holder })).map(rowToLot);
}

/** Every lot with something left whose last day is over, with its holder. */
export async function lotsOverdue(db: Db, day: BusinessDay, limit: number) {
  const rows = await db
    .selectFrom('bonus_lot')
    .select([...lotColumns, 'holder_kind', 'holder_id'])
    .where('remaining_som', '>', nothing)
    .where('expires_on', '<', day)
    .orderBy('expires_on')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ holder: { kind: row.holder_kind, id: row.holder_id }, lot: rowToLot(row) }));
}

export const insertLot = hotInsert('bonus_lot', [
  'id',
  'holder_kind',
  'holder_id',
  'sale_id',
  'earned_som',
  'remaining_som',
  'active_from',
  'expires_on',
  'created_at',
  'reason',
]);

export const insertLotUses = hotInsert('bonus_lot_use', [
  'id',
  'lot_id',
  'document_kind',
  'document_id',
  'kind',
  'amount_som',
  'used_at',
]);

const takeFromLotQuery = hotQuery((db: Db, value: { lotId: string; amountSom: number }) =>
  db
    .updateTable('bonus_lot')
    .set((eb) => ({ remaining_som: eb('remaining_som', '-', value.amountSom) }))
    .where('id', '=', value.lotId)
    .where('remaining_som', '>=', value.amountSom)
    .returning('id'),
);

/** Takes from a lot what is still in it; false when it holds less. */
export async function takeFromLot(db: Db, lotId: string, amountSom: Som): Promise<boolean> {
  return (await takeFromLotQuery.first(db, { lotId, amountSom })) !== undefined;
}

const dayLimitQuery = hotQuery((db: Db, value: { customerId: string; day: string; kind: string }) =>
  db
    .selectFrom('bonus_day_limit')
    .select('spent_som')
    .where('customer_id', '=', value.customerId)
    .where('business_day', '=', value.day)
    .where('identification', '=', value.kind as 'loose' | 'instant'),
);

/** What a customer has spent today under one of the day's limits. */
export async function spentToday(
  db: Db,
  customerId: string,
  day: BusinessDay,
  kind: 'loose' | 'instant',
): Promise<Som> {
  return som((await dayLimitQuery.first(db, { customerId, day, kind }))?.spent_som ?? 0);
}

export const addToDayLimit = hotInsert(
  'bonus_day_limit',
  ['customer_id', 'business_day', 'identification', 'spent_som'],
  (insert) =>
    insert.onConflict((conflict) =>
      conflict.columns(['customer_id', 'business_day', 'identification']).doUpdateSet(({ eb, ref }) => ({
        spent_som: eb('bonus_day_limit.spent_som', '+', ref('excluded.spent_som')),
      })),
    ),
);

/** What was put into a customer's lots and taken out of them, newest first. */
export async function movementsOf(db: Db, customerId: string, limit: number) {
  const earned = db
    .selectFrom('bonus_lot')
    .leftJoin('sale', 'sale.id', 'bonus_lot.sale_id')
    .select((eb) => [
      'bonus_lot.created_at as at',
      eb.val('earned').as('kind'),
      'bonus_lot.earned_som as amount_som',
      'sale.number as number',
      'bonus_lot.reason as reason',
      'bonus_lot.expires_on as expires_on',
      eb.val('').as('document_kind'),
    ])
    .where('bonus_lot.holder_kind', '=', 'customer')
    .where('bonus_lot.holder_id', '=', customerId);
  const used = db
    .selectFrom('bonus_lot_use')
    .innerJoin('bonus_lot', 'bonus_lot.id', 'bonus_lot_use.lot_id')
    .leftJoin('sale', 'sale.id', 'bonus_lot_use.document_id')
    .select((eb) => [
      'bonus_lot_use.used_at as at',
      'bonus_lot_use.kind as kind',
      'bonus_lot_use.amount_som as amount_som',
      'sale.number as number',
      eb.val(null).as('reason'),
      eb.val(null).as('expires_on'),
      'bonus_lot_use.document_kind as document_kind',
    ])
    .where('bonus_lot.holder_kind', '=', 'customer')
    .where('bonus_lot.holder_id', '=', customerId);
  return earned.unionAll(used).orderBy('at', 'desc').limit(limit).execute();
}

/** What a customer got as money from an instant on. */
export async function paidOutSince(db: Db, customerId: string, since: Instant): Promise<Som> {
  const row = await db
    .selectFrom('bonus_lot_use')
    .innerJoin('bonus_lot', 'bonus_lot.id', 'bonus_lot_use.lot_id')
    .select(({ fn }) => fn.sum<number | null>('bonus_lot_use.amount_som').as('sum'))
    .where('bonus_lot.holder_id', '=', customerId)
    .where('bonus_lot.holder_kind', '=', 'customer')
    .where('bonus_lot_use.document_kind', '=', 'bonusPaidOut')
    .where('bonus_lot_use.used_at', '>=', since)
    .executeTakeFirst();
  return som(Number(row?.sum ?? 0));
}

/** What being sent by a friend brought the customer of a sale, as its receipt said; 0 when nobody sent them. */
export async function friendBonusOfSale(db: Db, saleId: string): Promise<Som> {
  const row = await db
    .selectFrom('referral')
    .select('friend_bonus_som')
    .where('sale_id', '=', saleId)
    .executeTakeFirst();
  return som(row?.friend_bonus_som ?? 0);
}
