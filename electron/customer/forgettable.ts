/** The verb customer.forgettable: who came no more for months, and who never agreed to be kept. */
import type { Kysely } from 'kysely';
import { customerContract } from '../../shared/customer/contract.ts';
import { absentBefore } from '../../shared/customer/forgetting.ts';
import { som } from '../../shared/money.ts';
import { addDays, type BusinessDay, type Instant } from '../../shared/time.ts';
import { businessDayNow } from '../businessDay.ts';
import type { Tables } from '../database/tables.ts';
import { readingVerb } from '../verb.ts';
import { everybodyWhoConsented } from './consents.ts';
import { customersOfIds } from './queries.ts';

type Db = Kysely<Tables>;

/** So long somebody may stand in the book without having agreed: whoever was in a notebook is asked at the next visit. */
const daysToAsk = 30;

/** Whoever can be read by a name or a phone, with the day on which they last came, or came into the book. */
function people(db: Db) {
  return db
    .selectFrom('customer')
    .leftJoin('customer_figure', 'customer_figure.customer_id', 'customer.id')
    .select(['customer.id', 'customer.created_at', 'customer_figure.last_visit_on'])
    .select(({ eb, fn, ref, val }) => [
      fn.coalesce('customer_figure.receipts', val(0)).as('receipts'),
      fn
        .coalesce(
          'customer_figure.last_visit_on',
          'customer.created_on',
          fn<string>('substr', [ref('customer.created_at'), val(1), val(10)]),
        )
        .as('came'),
      eb
        .case()
        .when('customer.id', 'in', everybodyWhoConsented(db, 'profile'))
        .then(1)
        .else(0)
        .end()
        .as('has_agreed'),
    ])
    .where('customer.merged_into_id', 'is', null)
    .where('customer.withdrawn_at', 'is', null)
    .where('customer.erased_at', 'is', null)
    .where(({ eb, or }) => or([eb('customer.name', '!=', ''), eb('customer.phone', 'is not', null)]));
}

function candidates(
  db: Db,
  days: { readonly absentBefore: BusinessDay | null; readonly askedSince: BusinessDay },
) {
  return db
    .selectFrom(people(db).as('person'))
    .selectAll()
    .where(({ eb, or, and }) =>
      or([
        ...(days.absentBefore === null ? [] : [eb('came', '<', days.absentBefore)]),
        and([eb('has_agreed', '=', 0), eb('came', '<', days.askedSince)]),
      ]),
    );
}

/**
 * | last visit or, without one, known since | agreed | months 12, today 2026-11-22 | reason    |
 * |-----------------------------------------|--------|-----------------------------|-----------|
 * | 2025-11-21                              | yes    | in the list                 | absent    |
 * | 2025-11-22                              | yes    | not in it                   |           |
 * | 2026-10-01                              | no     | in the list                 | noConsent |
 * | 2026-11-10                              | no     | not yet                     |           |
 */
export const forgettable = readingVerb(customerContract.forgettable, async (scope, { months, limit }) => {
  const { db } = scope;
  const today = await businessDayNow(db, scope);
  const before = months === 0 ? null : absentBefore(today, months);
  const found = candidates(db, { absentBefore: before, askedSince: addDays(today, -daysToAsk) });
  const { count } = await db
    .selectFrom(found.as('found'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const rows = await found.orderBy('came').orderBy('id').limit(limit).execute();
  const ids = rows.map(({ id }) => id);
  const names = new Map((await customersOfIds(db, ids)).map(({ id, name }) => [id, name]));
  const balances = await balancesOf(db, ids);
  return {
    count,
    customers: rows.map((row) => ({
      customerId: row.id,
      name: names.get(row.id) ?? '',
      reason: before !== null && row.came < before ? ('absent' as const) : ('noConsent' as const),
      lastVisitOn: row.last_visit_on as BusinessDay | null,
      knownSince: row.created_at as Instant,
      receipts: row.receipts,
      bonusSom: som(-(balances.get(`bonusLiability ${row.id}`) ?? 0)),
      debtSom: som(balances.get(`customerDebt ${row.id}`) ?? 0),
      storeCreditSom: som(-(balances.get(`storeCredit ${row.id}`) ?? 0)),
    })),
  };
});

/** Debit above zero, by kind and customer. */
async function balancesOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('account')
    .select(['kind', 'subject_id', 'balance_som'])
    .where('kind', 'in', ['bonusLiability', 'customerDebt', 'storeCredit'])
    .where('subject_id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [`${row.kind} ${row.subject_id}`, row.balance_som]));
}
