/** The verb report.customerProfile: everything the shop knows of one person, for one page. */

import type { Kysely } from 'kysely';
import { type CustomerRhythm, rhythmOf } from '../../shared/customer/rhythm.ts';
import { usualTimeOf } from '../../shared/customer/usualTime.ts';
import { Refusal } from '../../shared/errors.ts';
import { expiredMoves, expiringSoon, spendableSom } from '../../shared/loyalty/lots.ts';
import { som, subtractSom, sumOf } from '../../shared/money.ts';
import { reportContract } from '../../shared/report/contract.ts';
import { calendarOf } from '../../shared/shop/settings.ts';
import { addDays, type BusinessDay, type Instant, localTimeOf, weekdayOf } from '../../shared/time.ts';
import { businessDayNow } from '../businessDay.ts';
import { couponsOfCustomer } from '../coupon/queries.ts';
import { creditFacts } from '../credit/queries.ts';
import { aboutOf, factsOf } from '../customer/inTransaction.ts';
import { type CustomerFacts, customerFacts, customerOfId, everyIdOf } from '../customer/queries.ts';
import type { Database } from '../database/open.ts';
import { readHeavy } from '../database/readHeavy.ts';
import type { Tables } from '../database/tables.ts';
import { bonusBalanceOf, tierStandingIfAny } from '../loyalty/inTransaction.ts';
import { lotsOf } from '../loyalty/queries.ts';
import type { TillParts } from '../parts.ts';
import { type ReadScope, readingVerb } from '../verb.ts';
import { openComplaintsOf } from './profileComplaints.ts';
import { friendsBroughtBy, goodsOf, namesOfGoods, receiptsOf, whoBrought } from './profileQueries.ts';
import { shopRhythmOn } from './profileRhythm.ts';
import { visitsLookedBackDays } from './segmentFacts.ts';

/** More would not be remembered either. */
const favouritesShown = 5;

export const customerProfile = (parts: Pick<TillParts, 'database'>) =>
  readingVerb(reportContract.customerProfile, async (scope, { customerId, isRecounted }) => {
    const { settings } = scope;
    const database = parts.database();
    const { db } = database;
    const known = await customerFacts(db, customerId);
    const customer = await customerOfId(db, customerId);
    if (known === null || customer === null) throw new Refusal('NotFound', { what: 'customer' });
    const today = await businessDayNow(db, scope);
    const credit = await creditFacts(db, known.id, { settings, day: today });
    return {
      profile: {
        customer,
        about: await aboutOf(db, known.id),
        facts: await factsOf(db, known.id),
        firstVisitOn: known.firstVisitOn,
        receipts: known.receipts,
        averageReceiptSom: averageReceipt(known),
        ...(await habitsOf(database, known.id, { scope, today, isRecounted })),
        tier: await tierStandingIfAny(db, known.id, today, settings),
        credit: {
          storeCreditSom: credit.storeCreditSom,
          debtSom: credit.openSom,
          overdueSom: credit.overdueSom,
          limitSom: credit.limitSom,
        },
        coupons: await couponsOfCustomer(db, known.id, today),
        bonus: await bonusOf(db, known.id, today),
        openComplaints: await openComplaintsOf(db, known.id, scope.now, today),
        broughtBy: await whoBrought(db, known.id),
        friendsBrought: await friendsBroughtBy(db, known.id),
      },
    };
  });

/** The account without the lots that ran out and wait for the night to be posted. */
async function bonusOf(db: Kysely<Tables>, customerId: string, today: BusinessDay) {
  const lots = await lotsOf(db, { kind: 'customer', id: customerId });
  const soon = expiringSoon(lots, today);
  const gone = sumOf(expiredMoves(lots, today), ({ amountSom }) => amountSom);
  return {
    balanceSom: subtractSom(await bonusBalanceOf(db, customerId), gone),
    spendableSom: spendableSom(lots, today),
    expiringSoonSom: soon.amountSom,
    nextExpiryOn: soon.firstOn,
  };
}

function averageReceipt({ receipts, paidSom }: CustomerFacts) {
  return receipts === 0 ? null : som(Math.floor(paidSom / receipts));
}

interface Asked {
  readonly scope: ReadScope;
  readonly today: BusinessDay;
  readonly isRecounted: boolean;
}

/** Rhythm, favourite goods and usual time, from the receipts of as many days as the shop's rhythm is learnt from. */
async function habitsOf(database: Database, customerId: string, { scope, today, isRecounted }: Asked) {
  const { db } = database;
  const since = addDays(today, -visitsLookedBackDays);
  const ids = (await everyIdOf(db, customerId).execute()).map(({ id }) => id);
  const receipts = await readHeavy(database, receiptsOf(db, ids, since));
  const goods = await readHeavy(database, goodsOf(db, ids, since, favouritesShown));
  const names = await namesOfGoods(
    db,
    goods.map(({ product_id }) => product_id),
  );
  const firstOfDay = firstReceipts(receipts);
  const shop = await shopRhythmOn(database, today, isRecounted);
  const rhythm = shop === null ? null : rhythmOf([...firstOfDay.keys()].sort(), shop, today);
  const { timeZone } = calendarOf(scope.settings);
  const times = [...firstOfDay].map(([day, at]) => ({
    weekday: weekdayOf(day),
    hour: localTimeOf(at, timeZone).hour,
  }));
  return {
    rhythm: rhythm === null ? null : shownRhythm(rhythm),
    favourites: goods.map((row) => ({
      productId: row.product_id,
      name: names.get(row.product_id) ?? {},
      daysBought: Number(row.days),
      lastOn: row.last_on as BusinessDay,
    })),
    usual: usualTimeOf(times),
  };
}

/** Several receipts of a day are one visit, which began with the first of them. */
function firstReceipts(
  receipts: readonly { readonly business_day: string; readonly sold_at: string }[],
): ReadonlyMap<BusinessDay, Instant> {
  const first = new Map<BusinessDay, Instant>();
  for (const { business_day, sold_at } of receipts) {
    const day = business_day as BusinessDay;
    const known = first.get(day);
    if (known === undefined || sold_at < known) first.set(day, sold_at as Instant);
  }
  return first;
}

function shownRhythm({ state, typicalGapDays, daysSince, thresholdDays, dueOn }: CustomerRhythm) {
  return {
    state,
    typicalGapTenths: Math.round(typicalGapDays * 10),
    daysSince,
    thresholdTenths: Math.round(thresholdDays * 10),
    dueOn,
  };
}
