/** The verb report.customerAtTill: what the cashier should know now of whoever stands at the counter. */
import { awayOf, birthdayNear, dueOf, leastAwayDays } from '../../shared/customer/atTill.ts';
import { rhythmOf, type ShopRhythm } from '../../shared/customer/rhythm.ts';
import { Refusal } from '../../shared/errors.ts';
import { reportContract } from '../../shared/report/contract.ts';
import type { CustomerAtTill } from '../../shared/report/customerAtTillContract.ts';
import { addDays, type BusinessDay, daysBetween } from '../../shared/time.ts';
import { businessDayNow } from '../businessDay.ts';
import { customerFacts, everyIdOf } from '../customer/queries.ts';
import type { Database } from '../database/open.ts';
import type { TillParts } from '../parts.ts';
import { customerWaiting } from '../service/inTransaction.ts';
import { readingVerb } from '../verb.ts';
import {
  allergiesOf,
  goodsByDay,
  openComplaintsOf,
  stillSold,
  visitDaysOf,
} from './customerAtTillQueries.ts';
import { shopRhythmOn } from './profileRhythm.ts';
import { visitsLookedBackDays } from './segmentFacts.ts';

/** Habits of longer ago are none any more. */
const goodsLookedBackDays = 365;
/** More than one for every day of that year: whoever has more of them has the same habits in the newest. */
const receiptsLookedAt = 400;
/** A basket seldom holds more of somebody's habits than this, so that some are left to speak of. */
const goodsLookedAt = 12;

export const customerAtTill = (parts: Pick<TillParts, 'database'>) =>
  readingVerb(reportContract.customerAtTill, async (scope, { customerId }) => {
    const database = parts.database();
    const { db } = database;
    const known = await customerFacts(db, customerId);
    if (known === null) throw new Refusal('NotFound', { what: 'customer' });
    const today = await businessDayNow(db, scope);
    const ids = (await everyIdOf(db, known.id).execute()).map(({ id }) => id);
    return {
      atTill: {
        customerId: known.id,
        name: known.name,
        birthdayInDays: birthdayNear(known.birthDate, today),
        allergies: await allergiesOf(db, known.id),
        complaint: await complaintShown(database, ids),
        waiting: [...(await customerWaiting(db, ids))],
        away: isSilent(known.lastVisitOn, today) ? await awayNow(database, ids, today) : null,
        ...(await habits(database, ids, today)),
      },
    };
  });

async function complaintShown(
  { db }: Database,
  ids: readonly string[],
): Promise<CustomerAtTill['complaint']> {
  const [newest, ...others] = await openComplaintsOf(db, ids);
  if (newest === undefined) return null;
  const { id, number, topic, state } = newest;
  return { complaintId: id, number, topic, isAnswered: state === 'answered', others: others.length };
}

/** Only of somebody who was not here for a while are all the visits read. */
function isSilent(lastVisitOn: BusinessDay | null, today: BusinessDay): boolean {
  return lastVisitOn !== null && daysBetween(lastVisitOn, today) >= leastAwayDays;
}

async function awayNow(database: Database, ids: readonly string[], today: BusinessDay) {
  const shop = await learntRhythm(database, today);
  if (shop === null) return null;
  const rows = await visitDaysOf(database.db, ids, addDays(today, -visitsLookedBackDays)).execute();
  const days = rows.map((row) => row.business_day as BusinessDay);
  return awayOf(days.length, rhythmOf(days, shop, today));
}

/** The shop's rhythm as far as it is learnt: nobody at the counter waits for it; what is learnt now serves the next one. */
function learntRhythm(database: Database, today: BusinessDay): Promise<ShopRhythm | null> {
  const soon = new Promise<null>((resolve) => void setImmediate(() => resolve(null)));
  return Promise.race([shopRhythmOn(database, today, false), soon]);
}

async function habits(
  { db }: Database,
  ids: readonly string[],
  today: BusinessDay,
): Promise<Pick<CustomerAtTill, 'usual' | 'due'>> {
  const since = addDays(today, -goodsLookedBackDays);
  const daysOf = new Map<string, Set<BusinessDay>>();
  for (const row of await goodsByDay(db, ids, since, receiptsLookedAt).execute()) {
    const days = daysOf.get(row.product_id) ?? new Set();
    if (days.size === 0) daysOf.set(row.product_id, days);
    days.add(row.business_day as BusinessDay);
  }
  const often = [...daysOf]
    .map(([productId, days]) => ({ productId, days: [...days].sort() }))
    // What was bought on one day is no habit.
    .filter(({ days }) => days.length > 1)
    .sort((a, b) => b.days.length - a.days.length || (a.productId < b.productId ? -1 : 1))
    .slice(0, goodsLookedAt);
  const sold = await stillSold(
    db,
    often.map(({ productId }) => productId),
  );
  const goods = often.flatMap(({ productId, days }) => {
    const product = sold.get(productId);
    return product === undefined ? [] : [{ product: { productId, ...product }, days }];
  });
  return {
    usual: goods.map(({ product, days }) => ({ ...product, daysBought: days.length })),
    due: goods.flatMap(({ product, days }) => {
      const due = dueOf(days, today);
      return due === null ? [] : [{ ...product, ...due }];
    }),
  };
}
