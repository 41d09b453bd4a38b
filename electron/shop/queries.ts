/** What the shop reads of itself: its settings, its till and its newest backup. */
import type { Kysely } from 'kysely';
import { defaultSettings, type ShopSettings, shopSettingsSchema } from '../../shared/shop/settings.ts';
import type { Instant } from '../../shared/time.ts';
import { hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';
import { readOnce } from '../readOnce.ts';

type Db = Kysely<Tables>;

const settingRow = hotQuery((db: Db, value: { id: string }) =>
  db
    .selectFrom('shop_setting')
    .select(['settings_json', 'is_demo', 'is_training'])
    .where('id', '=', value.id as 'shop'),
);

/** Every verb asks, and the text changes once in a month. */
const settingsIn = readOnce((text): ShopSettings => shopSettingsSchema.parse(JSON.parse(text)));

/**
 * The settings now. A setting that an older program did not know has its default; a shop that was never started has all
 * defaults. Throws ZodError when the row was damaged from outside.
 */
export async function settingsOf(db: Db): Promise<ShopSettings> {
  const text = (await settingRow.first(db, { id: 'shop' }))?.settings_json;
  return text === undefined ? defaultSettings : settingsIn('shop', text);
}

/** Whether this file is the demo shop. */
export async function isDemo(db: Db): Promise<boolean> {
  return (await settingRow.first(db, { id: 'shop' }))?.is_demo === 1;
}

/** Whether this file is a shop to learn in. */
export async function isTraining(db: Db): Promise<boolean> {
  return (await settingRow.first(db, { id: 'shop' }))?.is_training === 1;
}

const logoStamp = hotQuery((db: Db, value: { id: string }) =>
  db
    .selectFrom('shop_logo')
    .select(['changed_at', 'width', 'height'])
    .where('id', '=', value.id as 'shop'),
);

/** When the logo was changed the last time and how large it is, without its picture; undefined in a shop without one. */
export function logoStampOf(db: Db) {
  return logoStamp.first(db, { id: 'shop' });
}

/** The logo as it was kept: a PNG in base64; undefined in a shop without one. */
export async function logoPngOf(db: Db): Promise<string | undefined> {
  const row = await db.selectFrom('shop_logo').select('png_base64').executeTakeFirst();
  return row?.png_base64;
}

export interface Till {
  readonly id: string;
  /** Printed on receipts: 1 is the shop's first till. */
  readonly number: number;
}

/** This file's till; undefined until the shop is started. */
export function tillOf(db: Db): Promise<Till | undefined> {
  return db.selectFrom('till').select(['id', 'number']).orderBy('number').limit(1).executeTakeFirst();
}

/** When the newest whole backup was made, or null when there is none. */
export async function newestBackupAt(db: Db): Promise<Instant | null> {
  const row = await db
    .selectFrom('backup')
    .select('made_at')
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : (row.made_at as Instant);
}
