/** Friends who were sent, and offers of the week. */
import type { Kysely } from 'kysely';
import {
  businessDayColumn,
  idColumn,
  idOf,
  instantColumn,
  jsonColumn,
  oneOfColumn,
  optional,
  somColumn,
  textColumn,
} from '../columns.ts';
import { createIndex, createTable } from '../schema.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await referralTables(db);
  await offerTable(db);
}

async function referralTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'referral_code', {
    columns: { code: textColumn({ longest: 14 }), customer_id: idOf('customer'), made_at: instantColumn() },
    primaryKey: ['code'],
    unique: [['customer_id']],
  });
  await createTable(db, 'referral', {
    columns: {
      id: idColumn(),
      referrer_id: idOf('customer'),
      friend_id: idOf('customer'),
      state: oneOfColumn(['waiting', 'rewarded', 'refused', 'takenBack']),
      /** Why nothing was given, as the name of the rule. */
      refusal: optional(textColumn({ longest: 40 })),
      till_id: idColumn(),
      business_day: businessDayColumn(),
      noted_at: instantColumn(),
      noted_by: idColumn(),
      sale_id: optional(idColumn()),
      rewarded_on: optional(businessDayColumn()),
      friend_bonus_som: somColumn(),
      referrer_bonus_som: somColumn(),
      /** The lots of the two rewards, by which they are taken back; null where it only repaid what was owed. */
      friend_lot_id: optional(idOf('bonus_lot')),
      referrer_lot_id: optional(idOf('bonus_lot')),
    },
    primaryKey: ['id'],
    unique: [['friend_id']],
  });
  await createIndex(db, 'referral', { columns: ['referrer_id', 'rewarded_on'] });
  await createIndex(db, 'referral', { columns: ['sale_id'], where: 'sale_id is not null' });
}

/** An offer of the week holds together what came out of one page. */
async function offerTable(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'offer', {
    columns: {
      id: idColumn(),
      promotion_id: idOf('promotion'),
      series_id: optional(idOf('coupon_series')),
      batch_id: optional(idOf('coupon_batch')),
      from_on: businessDayColumn(),
      to_on: businessDayColumn(),
      /** Products with their usual and offered prices. */
      goods_json: jsonColumn(),
      /** The text for messages and posts, in three languages. */
      text_json: jsonColumn(),
      created_at: instantColumn(),
      created_by: optional(idColumn()),
    },
    primaryKey: ['id'],
  });
  await createIndex(db, 'offer', { columns: ['from_on'] });
}
