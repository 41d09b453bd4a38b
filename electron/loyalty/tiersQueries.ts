/** The SQL of tiers: the ladder, and the money that customers paid on each day. */
import type { Kysely } from 'kysely';
import type { TierRule } from '../../shared/loyalty/programmeContract.ts';
import { firstDayCounted, type TierWindow } from '../../shared/loyalty/tier.ts';
import { basisPoints, type Som, som } from '../../shared/money.ts';
import type { LocalText } from '../../shared/text.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { hotInsert, hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;

const tiersQuery = hotQuery((db: Db, value: { active: 1 }) =>
  db.selectFrom('tier').selectAll().where('is_active', '=', value.active).orderBy('from_som').orderBy('id'),
);

/** The tiers of the shop from the lowest bound up; those taken away are not among them. */
export async function activeTiers(db: Db): Promise<readonly TierRule[]> {
  return (await tiersQuery.all(db, { active: 1 })).map((row) => ({
    tierId: row.id,
    name: JSON.parse(row.name_json) as LocalText,
    fromSom: som(row.from_som),
    discountBasisPoints: basisPoints(row.discount_basis_points),
    bonusBasisPoints: row.bonus_basis_points === null ? null : basisPoints(row.bonus_basis_points),
    privilege: JSON.parse(row.privilege_json) as TierRule['privilege'],
  }));
}

const addPaid = hotInsert('customer_paid_day', ['customer_id', 'business_day', 'paid_som'], (insert) =>
  insert.onConflict((conflict) =>
    conflict.columns(['customer_id', 'business_day']).doUpdateSet(({ eb, ref }) => ({
      paid_som: eb('customer_paid_day.paid_som', '+', ref('excluded.paid_som')),
    })),
  ),
);

/** Adds money to what a customer paid on a day; below zero what came back. */
export async function addPaidDay(
  trx: Db,
  customerId: string,
  day: BusinessDay,
  amountSom: Som,
): Promise<void> {
  await addPaid.one(trx, { customer_id: customerId, business_day: day, paid_som: amountSom });
}

const paidQuery = hotQuery((db: Db, value: { customerId: string; first: string; before: string }) =>
  db
    .selectFrom('customer_paid_day')
    .select(({ fn }) => fn.sum<number | null>('paid_som').as('paid'))
    .where('customer_id', '=', value.customerId)
    .where('business_day', '>=', value.first)
    .where('business_day', '<', value.before),
);

/** Money paid in the window before a day (shared/loyalty/tier.ts `paidBefore`, in SQL). */
export async function paidInWindow(
  db: Db,
  customerId: string,
  asOf: BusinessDay,
  window: TierWindow,
): Promise<Som> {
  const first = firstDayCounted(asOf, window);
  const row = await paidQuery.first(db, { customerId, first, before: asOf });
  return som(Number(row?.paid ?? 0));
}

/**
 * How many customers paid at least each bound in the window before a day, as `rung0`, `rung1` …, and how many got more back
 * than they paid.
 */
export function paidSums(
  db: Db,
  bounds: readonly Som[],
  { day, window }: { readonly day: BusinessDay; readonly window: TierWindow },
) {
  const paid = db
    .selectFrom('customer_paid_day')
    .select(({ fn }) => ['customer_id', fn.sum<number>('paid_som').as('paid')])
    .where('business_day', '>=', firstDayCounted(day, window))
    .where('business_day', '<', day)
    .groupBy('customer_id')
    .as('of_customer');
  return db
    .selectFrom(paid)
    .select(({ fn }) => fn.countAll<number>().filterWhere('paid', '<', 0).as('below'))
    .select(({ fn }) =>
      bounds.map((bound, rung) => fn.countAll<number>().filterWhere('paid', '>=', bound).as(`rung${rung}`)),
    );
}

/** How many customers there are; whoever turned out to be another one is not counted twice. */
export function knownCustomers(db: Db) {
  return db
    .selectFrom('customer')
    .select(({ fn }) => fn.countAll<number>().as('customers'))
    .where('merged_into_id', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('erased_at', 'is', null);
}

/** Writes the ladder whole; tiers that are left out stay for the receipts that name them. */
export async function writeTiers(trx: Db, tiers: readonly TierRule[]): Promise<void> {
  await trx.updateTable('tier').set({ is_active: 0 }).execute();
  for (const tier of tiers) {
    const row = {
      name_json: JSON.stringify(tier.name),
      from_som: tier.fromSom,
      discount_basis_points: tier.discountBasisPoints,
      bonus_basis_points: tier.bonusBasisPoints,
      privilege_json: JSON.stringify(tier.privilege),
      is_active: 1 as const,
    };
    await trx
      .insertInto('tier')
      .values({ id: tier.tierId, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
  }
}

/** Adds the days of one customer to another's, who turned out to be the same person. */
export async function bringPaidDaysAlong(trx: Db, formerId: string, customerId: string): Promise<void> {
  const days = await trx
    .selectFrom('customer_paid_day')
    .select(['business_day', 'paid_som'])
    .where('customer_id', '=', formerId)
    .execute();
  await addPaid.many(
    trx,
    days.map((row) => ({ ...row, customer_id: customerId })),
  );
  await trx.deleteFrom('customer_paid_day').where('customer_id', '=', formerId).execute();
}
