/** The SQL of the bonus programme: rules for goods, and what a customer has earned today. */
import { type Kysely, sql } from 'kysely';
import { lotExpiry, usualLifeReasons } from '../../shared/loyalty/lots.ts';
import { burnBounds, type EarnedToday } from '../../shared/loyalty/programme.ts';
import {
  type BurnPreview,
  type EarningRule,
  earningRuleSchema,
} from '../../shared/loyalty/programmeContract.ts';
import { som, zeroSom } from '../../shared/money.ts';
import { calendarOf, type ShopSettings } from '../../shared/shop/settings.ts';
import { type BusinessDay, startOfDay } from '../../shared/time.ts';
import { everyIdOf } from '../customer/queries.ts';
import { hotInsert, hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;

const rulesQuery = hotQuery((db: Db, _value: Record<string, never>) =>
  db.selectFrom('earning_rule').select(['kind', 'scope_json', 'times_basis_points']).orderBy('position'),
);

/** The rules in the order in which the owner wrote them. */
export async function earningRules(db: Db): Promise<readonly EarningRule[]> {
  const rows = await rulesQuery.all(db, {});
  return rows.map((row) =>
    earningRuleSchema.parse({
      kind: row.kind,
      scope: JSON.parse(row.scope_json),
      ...(row.kind === 'times' ? { timesBasisPoints: row.times_basis_points } : {}),
    }),
  );
}

const insertRules = hotInsert('earning_rule', ['id', 'position', 'kind', 'scope_json', 'times_basis_points']);

/** Writes all rules in the place of those before. */
export async function replaceEarningRules(
  trx: Db,
  rules: readonly EarningRule[],
  newId: () => string,
): Promise<void> {
  await trx.deleteFrom('earning_rule').execute();
  await insertRules.many(
    trx,
    rules.map((rule, position) => ({
      id: newId(),
      position,
      kind: rule.kind,
      scope_json: JSON.stringify(rule.scope),
      times_basis_points: rule.kind === 'times' ? rule.timesBasisPoints : null,
    })),
  );
}

const salesOfDay = hotQuery((db: Db, value: { customerId: string; day: string }) =>
  db
    .selectFrom('sale')
    .select('bonus_earned_som')
    .where('customer_id', 'in', everyIdOf(db, value.customerId))
    .where('business_day', '=', value.day)
    .where('bonus_earned_som', '>', 0),
);

const attachedSince = hotQuery((db: Db, value: { customerId: string; since: string }) =>
  db
    .selectFrom('sale_attachment')
    .innerJoin('sale', 'sale.id', 'sale_attachment.sale_id')
    .select('sale.bonus_earned_som')
    .where('sale_attachment.customer_id', 'in', everyIdOf(db, value.customerId))
    .where('sale_attachment.attached_at', '>=', value.since)
    .where('sale.bonus_earned_som', '>', 0),
);

const nothingYet: EarnedToday = { receipts: 0, earnedSom: som(0) };

/**
 * What a customer earned by receipts on a day, also by those that were given to them later: a card for all strangers
 * collects those too, and whoever became this customer brings theirs along. A shop without limits is not asked.
 */
export async function earnedToday(
  db: Db,
  customerId: string,
  day: BusinessDay,
  settings: ShopSettings,
): Promise<EarnedToday> {
  if (settings.mostReceiptsPerDay === null && settings.mostEarnedPerDaySom === null) return nothingYet;
  const since = startOfDay(day, calendarOf(settings));
  const sales = [
    ...(await salesOfDay.all(db, { customerId, day })),
    ...(await attachedSince.all(db, { customerId, since })),
  ];
  return {
    receipts: sales.length,
    earnedSom: som(sales.reduce((sum, sale) => sum + sale.bonus_earned_som, 0)),
  };
}

/** Lots that live as long as the shop's bonus does and are not over: those that another life would be laid on. */
function lotsOfUsualLife(db: Db, today: BusinessDay) {
  return db
    .selectFrom('bonus_lot')
    .where('holder_kind', '=', 'customer')
    .where('remaining_som', '>', sql.lit(0))
    .where(({ eb, or }) => or([eb('expires_on', 'is', null), eb('expires_on', '>=', today)]))
    .where(({ eb, or }) => or([eb('reason', 'is', null), eb('reason', 'in', [...usualLifeReasons])]));
}

/** What another life of bonus would burn (shared/loyalty/programme.ts `burnBounds`). */
export async function burnPreviewOf(db: Db, days: number, today: BusinessDay): Promise<BurnPreview> {
  const bounds = burnBounds(days, today);
  if (bounds === null) return { atOnceSom: zeroSom, customersAtOnce: 0, withinMonthSom: zeroSom };
  const { atOnceBefore, withinMonthBefore } = bounds;
  const burnt = await lotsOfUsualLife(db, today)
    .select(({ fn }) => [
      fn.sum<number | null>('remaining_som').filterWhere('active_from', '<', atOnceBefore).as('at_once'),
      fn.sum<number | null>('remaining_som').filterWhere('active_from', '>=', atOnceBefore).as('soon'),
      fn.count<number>('holder_id').distinct().filterWhere('active_from', '<', atOnceBefore).as('customers'),
    ])
    .where('active_from', '<', withinMonthBefore)
    .executeTakeFirst();
  return {
    atOnceSom: som(Number(burnt?.at_once ?? 0)),
    customersAtOnce: Number(burnt?.customers ?? 0),
    withinMonthSom: som(Number(burnt?.soon ?? 0)),
  };
}

/**
 * Lays another life on the bonus that is out; what is over by it may not be spent from now on, and is posted as expired
 * like any other. Calendar days are counted here, because no two engines count them alike.
 */
export async function layLifeOnLots(trx: Db, days: number, today: BusinessDay): Promise<void> {
  const idsFrom = new Map<string, string[]>();
  for (const { id, active_from } of await lotsOfUsualLife(trx, today)
    .select(['id', 'active_from'])
    .execute()) {
    const ids = idsFrom.get(active_from);
    if (ids === undefined) idsFrom.set(active_from, [id]);
    else ids.push(id);
  }
  for (const [from, ids] of idsFrom) {
    const expires_on = lotExpiry(from as BusinessDay, days);
    for (let next = 0; next < ids.length; next += idsAtOnce) {
      const some = ids.slice(next, next + idsAtOnce);
      await trx.updateTable('bonus_lot').set({ expires_on }).where('id', 'in', some).execute();
    }
  }
}

const idsAtOnce = 500;
