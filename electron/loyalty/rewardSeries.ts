/** Whether the coupons that a stamp card or a challenge promises can be given. */
import type { Kysely } from 'kysely';
import { Refusal } from '../../shared/errors.ts';
import type { StampReward } from '../../shared/loyalty/gameContract.ts';
import type { Tables } from '../database/tables.ts';

/** Throws SeriesUnknown for a coupon of a series that nobody made. Only its id is read: series belong to another room. */
export async function requireSeries(db: Kysely<Tables>, reward: StampReward): Promise<void> {
  if (reward.kind !== 'coupon') return;
  const series = await db
    .selectFrom('coupon_series')
    .select('id')
    .where('id', '=', reward.seriesId)
    .executeTakeFirst();
  if (series === undefined) throw new Refusal('SeriesUnknown');
}
