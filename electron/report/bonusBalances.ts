/** The verb report.bonusBalances: what every customer has and owes, page by page, for a file. */

import { firstDayCounted, type Tier, tierFor } from '../../shared/loyalty/tier.ts';
import { som, zeroSom } from '../../shared/money.ts';
import { reportContract } from '../../shared/report/contract.ts';
import { textIn } from '../../shared/text.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { businessDayNow } from '../businessDay.ts';
import type { Database } from '../database/open.ts';
import { readHeavy } from '../database/readHeavy.ts';
import { activeTiers } from '../loyalty/inTransaction.ts';
import type { TillParts } from '../parts.ts';
import { type ReadScope, readingVerb } from '../verb.ts';
import { balancePage, firstExpiries, paidOf } from './bonusQueries.ts';

/** As many ids as one statement takes in comfort. */
const idsAtOnce = 500;

export const bonusBalances = (parts: Pick<TillParts, 'database'>) =>
  readingVerb(reportContract.bonusBalances, async (scope, { cursor, limit }) => {
    const database = parts.database();
    const day = await businessDayNow(database.db, scope);
    const page = await readHeavy(database, balancePage(database.db, cursor, limit));
    const rows = page.slice(0, limit);
    const ids = rows.map(({ id }) => id);
    const expiries = await byHolder(ids, (some) =>
      readHeavy(database, firstExpiries(database.db, some, day)),
    );
    const tierNames = await tierNamesOf(database, scope, ids, day);
    return {
      rows: rows.map((row) => ({
        customerId: row.id,
        name: row.name,
        phone: row.phone,
        bonusSom: som(-(row.bonus ?? 0)),
        nextExpiryOn: (expiries.get(row.id)?.expires_on ?? null) as BusinessDay | null,
        storeCreditSom: som(-(row.store_credit ?? 0)),
        debtSom: som(Math.max(0, row.debt ?? 0)),
        tier: tierNames.get(row.id) ?? '',
      })),
      nextCursor: page.length > limit ? (ids.at(-1) ?? null) : null,
    };
  });

async function byHolder<Row extends { readonly holder_id: string }>(
  ids: readonly string[],
  read: (ids: readonly string[]) => Promise<readonly Row[]>,
): Promise<ReadonlyMap<string, Row>> {
  const found = new Map<string, Row>();
  for (let from = 0; from < ids.length; from += idsAtOnce) {
    for (const row of await read(ids.slice(from, from + idsAtOnce))) found.set(row.holder_id, row);
  }
  return found;
}

/** The tier of each customer today, in the shop's language; a customer below the first one is left out. */
async function tierNamesOf(
  database: Database,
  { settings }: Pick<ReadScope, 'settings'>,
  ids: readonly string[],
  day: BusinessDay,
): Promise<ReadonlyMap<string, string>> {
  const tiers: readonly Tier[] = await activeTiers(database.db);
  const names = new Map<string, string>();
  if (tiers.length === 0) return names;
  const from = firstDayCounted(day, settings.tierWindow);
  for (let at = 0; at < ids.length; at += idsAtOnce) {
    const some = ids.slice(at, at + idsAtOnce);
    const paid = new Map(
      (await readHeavy(database, paidOf(database.db, some, from, day))).map((row) => [
        row.customer_id,
        row.paid_som,
      ]),
    );
    for (const id of some) {
      const tier = tierFor(som(paid.get(id) ?? zeroSom), tiers);
      if (tier !== null) names.set(id, textIn(tier.name, settings.language));
    }
  }
  return names;
}
