/** The verb report.today: how a day goes, against the same weekday a week before. */

import { som, subtractSom } from '../../shared/money.ts';
import { comparisonOf } from '../../shared/report/comparison.ts';
import { reportContract } from '../../shared/report/contract.ts';
import { averageSom } from '../../shared/report/figures.ts';
import { hoursOf } from '../../shared/report/hours.ts';
import type { DayFigures, DayReport } from '../../shared/report/todaySchema.ts';
import { calendarOf } from '../../shared/shop/settings.ts';
import { type Language, type LocalText, textIn } from '../../shared/text.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { businessDayNow } from '../businessDay.ts';
import type { Database } from '../database/open.ts';
import { readHeavy } from '../database/readHeavy.ts';
import type { TillParts } from '../parts.ts';
import { type ReadScope, readingVerb } from '../verb.ts';
import { nameShown } from './nameShown.ts';
import {
  bonusOwed,
  couponsGiven,
  type DayPart,
  extraBonusGiven,
  figuresOf,
  friendBonusGiven,
  partnerCouponsGiven,
  returnedOn,
  salesByMinute,
  topCustomers,
  topProducts,
} from './queries.ts';

/** As many as a page shows without scrolling. */
const rowsShown = 5;

export const todayReport = (parts: Pick<TillParts, 'database'>) =>
  readingVerb(reportContract.today, (scope, input) => dayReport(parts.database(), scope, input.day));

/** A day against the same weekday a week before; null is the running day, compared up to the same minute. */
export async function dayReport(
  database: Database,
  scope: ReadScope,
  asked: BusinessDay | null,
): Promise<DayReport> {
  const { now, settings } = scope;
  const { db } = database;
  const calendar = calendarOf(settings);
  const today = await businessDayNow(db, scope);
  const day = asked ?? today;
  const compared = comparisonOf(day, today, now, calendar);
  const [owed] = await readHeavy(database, bonusOwed(db));
  return {
    day,
    comparedDay: compared.day,
    comparedUntil: compared.until,
    figures: await dayFigures(database, { day, until: null }),
    compared: await dayFigures(database, compared),
    bonusOwedSom: som(-(owed?.balance ?? 0)),
    hours: [
      ...hoursOf(
        await readHeavy(database, salesByMinute(db, day)),
        await readHeavy(database, salesByMinute(db, compared.day)),
        calendar,
      ),
    ],
    customers: await bestCustomers(database, day),
    products: await bestProducts(database, day, settings.language),
  };
}

async function dayFigures(database: Database, part: DayPart): Promise<DayFigures> {
  const [row] = await readHeavy(database, figuresOf(database.db, part));
  const [coupons] = await readHeavy(database, couponsGiven(database.db, part));
  const [theirs] = await readHeavy(database, partnerCouponsGiven(database.db, part));
  const [extra] = await readHeavy(database, extraBonusGiven(database.db, part));
  const [friends] = await readHeavy(database, friendBonusGiven(database.db, part));
  const [back] = await readHeavy(database, returnedOn(database.db, part));
  if (row === undefined || coupons === undefined) throw new Error('a sum without a row');
  const soldSom = som(row.net ?? 0);
  const returnedSom = som(back?.net ?? 0);
  return {
    netSom: subtractSom(soldSom, returnedSom),
    returnedSom,
    receipts: row.receipts,
    averageSom: averageSom(soldSom, row.receipts),
    receiptsWithCustomer: row.with_customer,
    newCustomers: row.new_customers,
    returningCustomers: row.customers - row.new_customers,
    bonusGivenSom: som((row.bonus_given ?? 0) + (extra?.given ?? 0) + (friends?.given ?? 0)),
    bonusSpentSom: som(row.bonus_spent ?? 0),
    couponsGiven: coupons.given + (theirs?.given ?? 0),
    couponsRedeemed: row.coupons_redeemed,
    couponSalesSom: som(row.coupon_sales ?? 0),
  };
}

async function bestCustomers(database: Database, day: BusinessDay) {
  const rows = await readHeavy(database, topCustomers(database.db, { day, until: null }, rowsShown));
  return rows.map((row) => ({
    customerId: row.id,
    name: nameShown(row),
    visits: row.visits ?? 0,
    paidSom: som(Math.max(0, row.paid)),
    bonusSom: som(-(row.balance_som ?? 0)),
  }));
}

async function bestProducts(database: Database, day: BusinessDay, language: Language) {
  const rows = await readHeavy(database, topProducts(database.db, day, rowsShown));
  return rows.map((row) => ({
    productId: row.id,
    name: textIn(JSON.parse(row.name_json) as LocalText, language),
    quantityThousandths: row.quantity,
    netSom: som(row.net),
  }));
}
