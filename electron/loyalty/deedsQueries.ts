/** The SQL of deeds: what each is worth, which were rewarded, and whose birthday is near. */
import type { Insertable, Kysely } from 'kysely';
import { maskPhone } from '../../shared/customer/phone.ts';
import { type Deed, type DeedKind, deedSchema } from '../../shared/loyalty/deedContract.ts';
import { birthdaysAround, defaultDeed } from '../../shared/loyalty/deeds.ts';
import { som } from '../../shared/money.ts';
import type { KnownBirthday } from '../../shared/promotion/customerConditions.ts';
import { tidyName } from '../../shared/text.ts';
import { addDays, type BusinessDay } from '../../shared/time.ts';
import { hotInsert, hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;

const deedQuery = hotQuery((db: Db, value: { kind: string }) =>
  db.selectFrom('deed').selectAll().where('kind', '=', value.kind),
);

type DeedRow = Omit<Tables['deed'], 'changed_at'>;

function deedOfRow(row: DeedRow): Deed {
  return deedSchema.parse({
    kind: row.kind,
    isOn: row.is_on === 1,
    bonusSom: row.bonus_som,
    expiryDays: row.expiry_days,
    timesADay: row.times_a_day,
    timesInAll: row.times_in_all,
  });
}

/** What a deed is worth; switched off while the owner never decided. */
export async function deedOf(db: Db, kind: DeedKind): Promise<Deed> {
  const row = await deedQuery.first(db, { kind });
  return row === undefined ? defaultDeed(kind) : deedOfRow(row);
}

/** All deeds that the owner ever decided on. */
export async function decidedDeeds(db: Db): Promise<readonly Deed[]> {
  return (await db.selectFrom('deed').selectAll().execute()).map(deedOfRow);
}

/** Writes what a deed is worth from now on. */
export async function writeDeed(trx: Db, deed: Deed, at: string): Promise<void> {
  const row = {
    is_on: deed.isOn ? (1 as const) : (0 as const),
    bonus_som: deed.bonusSom,
    expiry_days: deed.expiryDays,
    times_a_day: deed.timesADay,
    times_in_all: deed.timesInAll,
    changed_at: at,
  };
  await trx
    .insertInto('deed')
    .values({ kind: deed.kind, ...row })
    .onConflict((conflict) => conflict.column('kind').doUpdateSet(row))
    .execute();
}

const insertGiven = hotInsert('deed_given', [
  'id',
  'kind',
  'customer_id',
  'occasion',
  'sale_id',
  'amount_som',
  'lot_id',
  'note',
  'permission_on',
  'person_id',
  'business_day',
  'given_at',
]);

/** Notes a deed that was rewarded; the same occasion of a customer twice is refused by the table. */
export function noteGiven(
  trx: Db,
  row: Omit<Insertable<Tables['deed_given']>, 'taken_back_on'>,
): Promise<void> {
  return insertGiven.one(trx, row);
}

const givenOfKind = hotQuery((db: Db, value: { customerId: string; kind: string; day: string }) =>
  db
    .selectFrom('deed_given')
    .select(({ fn }) => [
      fn.countAll<number>().as('ever'),
      fn.countAll<number>().filterWhere('business_day', '=', value.day).as('today'),
    ])
    .where('customer_id', '=', value.customerId)
    .where('kind', '=', value.kind),
);

/** How often a customer was rewarded for a deed, ever and on a day. */
export async function timesGiven(
  db: Db,
  customerId: string,
  kind: DeedKind,
  day: BusinessDay,
): Promise<{ readonly ever: number; readonly today: number }> {
  const row = await givenOfKind.first(db, { customerId, kind, day });
  return { ever: Number(row?.ever ?? 0), today: Number(row?.today ?? 0) };
}

const givenFor = hotQuery((db: Db, value: { customerId: string; kind: string; occasion: string }) =>
  db
    .selectFrom('deed_given')
    .select('id')
    .where('customer_id', '=', value.customerId)
    .where('kind', '=', value.kind)
    .where('occasion', '=', value.occasion),
);

/** Whether a customer was rewarded for an occasion already. */
export async function wasGiven(
  db: Db,
  customerId: string,
  kind: DeedKind,
  occasion: string,
): Promise<boolean> {
  return (await givenFor.first(db, { customerId, kind, occasion })) !== undefined;
}

/** The reward of a sale that was a first purchase; undefined when it brought none, or it was taken back. */
export function deedOfSale(db: Db, saleId: string) {
  return db
    .selectFrom('deed_given')
    .select(['id', 'customer_id', 'amount_som', 'lot_id'])
    .where('sale_id', '=', saleId)
    .where('taken_back_on', 'is', null)
    .executeTakeFirst();
}

export interface NearBirthday extends KnownBirthday {
  readonly customerId: string;
}

/** Their window is a week; whoever had a birthday's bonus in so many days had this one's. */
const longerThanAnyWindow = 30;

/**
 * Customers whose birthday may be near and brought no bonus yet, in the order of their ids, from after one on. Only
 * `birthdayYear` knows whether they get any.
 */
export async function nearBirthdays(
  db: Db,
  day: BusinessDay,
  afterId: string,
  limit: number,
): Promise<readonly NearBirthday[]> {
  const rows = await db
    .selectFrom('customer')
    .select(['id', 'birth_date', 'birth_date_known_since'])
    .select(({ selectFrom }) =>
      selectFrom('deed_given')
        .select(({ fn }) => fn.max('business_day').as('last'))
        .whereRef('deed_given.customer_id', '=', 'customer.id')
        .where('deed_given.kind', '=', 'birthday')
        .as('used_on'),
    )
    .where('id', '>', afterId)
    .where('is_registered', '=', 1)
    .where('merged_into_id', 'is', null)
    .where(({ eb, or }) => or(birthdaysAround(day).map((ending) => eb('birth_date', 'like', `%-${ending}`))))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('deed_given')
            .select('deed_given.id')
            .whereRef('deed_given.customer_id', '=', 'customer.id')
            .where('deed_given.kind', '=', 'birthday')
            .where('deed_given.business_day', '>=', addDays(day, -longerThanAnyWindow)),
        ),
      ),
    )
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    customerId: row.id,
    isRegistered: true,
    birthDate: row.birth_date as BusinessDay | null,
    birthDateKnownSince: row.birth_date_known_since as BusinessDay | null,
    birthdayUsedOn: row.used_on as BusinessDay | null,
  }));
}

export interface GivenPage {
  readonly customerId: string | null;
  /** Older than this one; null from the newest on. */
  readonly beforeId: string | null;
  readonly limit: number;
}

/** Rewarded deeds, newest first, with the names of whom they were given to and by. */
export async function givenDeeds(db: Db, { customerId, beforeId, limit }: GivenPage) {
  let query = db
    .selectFrom('deed_given')
    .innerJoin('customer', 'customer.id', 'deed_given.customer_id')
    .leftJoin('person', 'person.id', 'deed_given.person_id')
    .select([
      'deed_given.id',
      'deed_given.kind',
      'deed_given.customer_id',
      'deed_given.amount_som',
      'deed_given.note',
      'deed_given.permission_on',
      'deed_given.given_at',
      'deed_given.taken_back_on',
      'customer.name',
      'customer.phone',
      'person.name as person_name',
    ])
    .orderBy('deed_given.id', 'desc')
    .limit(limit);
  if (customerId !== null) query = query.where('deed_given.customer_id', '=', customerId);
  if (beforeId !== null) query = query.where('deed_given.id', '<', beforeId);
  return (await query.execute()).map((row) => ({
    ...row,
    kind: row.kind as DeedKind,
    amountSom: som(row.amount_som),
    customerName: row.name !== '' ? tidyName(row.name) : row.phone === null ? '' : maskPhone(row.phone),
  }));
}
