/** The verb report.offerSuggestions: goods worth an offer, found in portions so that selling never waits. */
import { setImmediate } from 'node:timers/promises';
import { type Som, som } from '../../shared/money.ts';
import { reportContract } from '../../shared/report/contract.ts';
import {
  expiresWithinDays,
  lookedBackDays,
  type RecentSales,
  slowDays,
  slowSellers,
  suggestedOff,
  suggestedSom,
  suggestionsShown,
  tallySales,
} from '../../shared/report/offerSuggestion.ts';
import { calendarOf } from '../../shared/shop/settings.ts';
import type { LocalText } from '../../shared/text.ts';
import { addDays, type BusinessDay, startOfDay } from '../../shared/time.ts';
import { businessDayNow } from '../businessDay.ts';
import type { Database } from '../database/open.ts';
import { readHeavy } from '../database/readHeavy.ts';
import type { TillParts } from '../parts.ts';
import { livePromotions } from '../promotion/inTransaction.ts';
import { readingVerb } from '../verb.ts';
import { expiringGoods, goodsAfter, goodsOfIds, type LongHere, soldOnDay } from './offerQueries.ts';

export const offerSuggestions = (parts: Pick<TillParts, 'database'>) =>
  readingVerb(reportContract.offerSuggestions, async (scope) => {
    const database = parts.database();
    const today = await businessDayNow(database.db, scope);
    const cheaperAlready = await cheaperOn(database, today);
    const sales = await soldLately(database, today);
    const madeBefore = startOfDay(addDays(today, -slowDays), calendarOf(scope.settings));
    const longHere = { today, madeBefore };
    const goods: Suggestion[] = [];
    const taken = new Set<string>(cheaperAlready);
    const add = (row: GoodsRow, why: Suggestion['why']) => {
      const suggestion = suggestionOf(row, why, today, sales.get(row.id));
      if (suggestion === null || taken.has(row.id) || goods.length === suggestionsShown) return;
      taken.add(row.id);
      goods.push(suggestion);
    };
    for (const row of await expiring(database, today)) add(row, 'expiresSoon');
    for (const row of await slow(database, slowSellers(sales), longHere)) add(row, 'sellsSlowly');
    if (goods.length < suggestionsShown) {
      const isKnown = (id: string) => sales.has(id) || taken.has(id);
      const missing = suggestionsShown - goods.length;
      for (const row of await neverSold(database, longHere, isKnown, missing)) add(row, 'sellsSlowly');
    }
    return { goods };
  });

interface GoodsRow {
  readonly id: string;
  readonly name_json: string;
  readonly price_som: number;
  readonly expires_on: string | null;
}

interface Suggestion {
  readonly productId: string;
  readonly name: LocalText;
  readonly priceSom: Som;
  readonly suggestedSom: Som;
  readonly why: 'expiresSoon' | 'sellsSlowly';
  readonly expiresOn: BusinessDay | null;
  readonly soldThousandths: number;
  readonly lastSoldOn: BusinessDay | null;
}

function suggestionOf(
  row: GoodsRow,
  why: Suggestion['why'],
  today: BusinessDay,
  sales: RecentSales | undefined,
): Suggestion | null {
  const priceSom = som(row.price_som);
  const expiresOn = row.expires_on as BusinessDay | null;
  const suggested = suggestedSom(priceSom, suggestedOff(why === 'expiresSoon' ? expiresOn : null, today));
  if (suggested === null) return null;
  return {
    productId: row.id,
    name: JSON.parse(row.name_json) as LocalText,
    priceSom,
    suggestedSom: suggested,
    why,
    expiresOn,
    soldThousandths: Math.max(0, sales?.soldThousandths ?? 0),
    lastSoldOn: sales?.lastSoldOn ?? null,
  };
}

/** What has a sale price today needs no offer. */
async function cheaperOn({ db }: Database, today: BusinessDay): Promise<readonly string[]> {
  return (await livePromotions(db, today)).flatMap(({ benefit }) =>
    benefit.kind === 'salePrices' ? benefit.prices.map(({ productId }) => productId) : [],
  );
}

/** The days are read one by one, and the till takes its turn in between. */
async function soldLately(database: Database, today: BusinessDay): Promise<ReadonlyMap<string, RecentSales>> {
  const { add, sales } = tallySales(today);
  for (let back = 0; back < lookedBackDays; back++) {
    const day = addDays(today, -back);
    add({ day, sold: await readHeavy(database, soldOnDay(database.db, day)) });
    await setImmediate();
  }
  return sales;
}

function expiring(database: Database, today: BusinessDay): Promise<readonly GoodsRow[]> {
  // More than are shown, because some may have a sale price already.
  const last = addDays(today, expiresWithinDays);
  return readHeavy(database, expiringGoods(database.db, today, last, 2 * suggestionsShown));
}

async function slow(
  database: Database,
  slowest: readonly string[],
  longHere: LongHere,
): Promise<readonly GoodsRow[]> {
  const ids = slowest.slice(0, idsAtOnce);
  if (ids.length === 0) return [];
  const rows = await readHeavy(database, goodsOfIds(database.db, ids, longHere));
  const place = new Map(ids.map((id, at) => [id, at]));
  return [...rows].sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}

const idsAtOnce = 500;

/** Goods that nobody has bought in all the days looked at, oldest first. */
async function neverSold(
  database: Database,
  longHere: LongHere,
  isKnown: (id: string) => boolean,
  count: number,
): Promise<readonly GoodsRow[]> {
  const found: GoodsRow[] = [];
  let afterId = '';
  while (found.length < count) {
    const rows = await readHeavy(database, goodsAfter(database.db, afterId, longHere, idsAtOnce));
    found.push(...rows.filter((row) => !isKnown(row.id)));
    const last = rows.at(-1);
    if (last === undefined || rows.length < idsAtOnce) break;
    afterId = last.id;
    await setImmediate();
  }
  return found.slice(0, count);
}
