/** Whether the goods that a series speaks of are there. */
import type { Kysely } from 'kysely';
import type { CouponSeries } from '../../shared/coupon/series.ts';
import { referencesOfScopes } from '../../shared/promotion/references.ts';
import type { Tables } from '../database/tables.ts';

/** The first product, category or brand of a series that nobody knows; null when all are there. */
export async function unknownGoods(
  db: Kysely<Tables>,
  { scope, benefit }: Pick<CouponSeries, 'scope' | 'benefit'>,
): Promise<string | null> {
  const scopes = benefit.kind === 'gift' ? [scope, benefit.of] : [scope];
  const { productIds, categoryIds, brandIds } = referencesOfScopes(scopes);
  return (
    (await firstMissing(db, 'product', productIds)) ??
    (await firstMissing(db, 'category', categoryIds)) ??
    (await firstMissing(db, 'brand', brandIds))
  );
}

const idsPerQuery = 500;

async function firstMissing(
  db: Kysely<Tables>,
  table: 'product' | 'category' | 'brand',
  ids: readonly string[],
): Promise<string | null> {
  for (let from = 0; from < ids.length; from += idsPerQuery) {
    const part = ids.slice(from, from + idsPerQuery);
    const rows = await db.selectFrom(table).select('id').where('id', 'in', part).execute();
    const known = new Set(rows.map((row) => row.id));
    const missing = part.find((id) => !known.has(id));
    if (missing !== undefined) return missing;
  }
  return null;
}
