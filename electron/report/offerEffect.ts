/** The verb report.offerEffect: what an offer of the week brought, against as many days before. */
import { setImmediate } from 'node:timers/promises';
import { Refusal } from '../../shared/errors.ts';
import { som } from '../../shared/money.ts';
import { reportContract } from '../../shared/report/contract.ts';
import { type OfferFigures, offerDays, offerSentence } from '../../shared/report/offerEffect.ts';
import { addDays, type BusinessDay } from '../../shared/time.ts';
import { businessDayNow } from '../businessDay.ts';
import type { Database } from '../database/open.ts';
import { readHeavy } from '../database/readHeavy.ts';
import type { TillParts } from '../parts.ts';
import { readingVerb } from '../verb.ts';
import { offerOfId, promotionReceipts, soldOfOnDay, usesOfSeries } from './offerQueries.ts';

export const offerEffect = (parts: Pick<TillParts, 'database'>) =>
  readingVerb(reportContract.offerEffect, async (scope, { offerId }) => {
    const database = parts.database();
    const { db } = database;
    const offer = await offerOfId(db, offerId);
    if (offer === null) throw new Refusal('NotFound', { what: 'offer' });
    const days = offerDays(offer, await businessDayNow(db, scope));
    const { productIds } = offer;
    const [row] = await readHeavy(database, promotionReceipts(db, offer.promotionId));
    const figures: OfferFigures = {
      receipts: row?.receipts ?? 0,
      broughtSom: som(row?.brought ?? 0),
      soldThousandths: days === null ? 0 : await soldIn(database, productIds, days.from, days.to),
      soldBeforeThousandths:
        days === null ? 0 : await soldIn(database, productIds, days.beforeFrom, days.beforeTo),
      couponsUsed: offer.seriesId === null ? 0 : await couponsUsed(database, offer.seriesId),
    };
    return {
      ...figures,
      givenSom: som(Math.max(0, row?.given ?? 0)),
      sentence: offerSentence(days === null ? null : figures),
    };
  });

/** Day by day, so that the till takes its turn in between. */
async function soldIn(
  database: Database,
  productIds: readonly string[],
  from: BusinessDay,
  to: BusinessDay,
): Promise<number> {
  let sold = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const [row] = await readHeavy(database, soldOfOnDay(database.db, productIds, day));
    sold += row?.sold ?? 0;
    await setImmediate();
  }
  return sold;
}

async function couponsUsed(database: Database, seriesId: string): Promise<number> {
  const [row] = await readHeavy(database, usesOfSeries(database.db, seriesId));
  return row?.used ?? 0;
}
