/** What other rooms let the shop do inside their own transaction: numbers without gaps, its till, its settings. */
import type { Kysely, Transaction } from 'kysely';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import type { Instant } from '../../shared/time.ts';
import { hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';
import { tillOf } from './queries.ts';

type Trx = Transaction<Tables>;

const takeNumber = hotQuery((db: Kysely<Tables>, value: { tillId: string; kind: string }) =>
  db
    .insertInto('number_series')
    .values({ till_id: value.tillId, kind: value.kind, last_number: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['till_id', 'kind'])
        .doUpdateSet((eb) => ({ last_number: eb('number_series.last_number', '+', 1) })),
    )
    .returning('last_number'),
);

/**
 * Takes the next number of a till's series: 1, 2, 3 … A number taken in a transaction that is rolled back is taken again,
 * so the series has no gaps. Kinds are those of documents, `sale` or `shiftClosed`.
 */
export async function numberAfter(trx: Trx, tillId: string, kind: string): Promise<number> {
  const row = await takeNumber.first(trx, { tillId, kind });
  if (row === undefined) throw new Error(`no number was given for ${kind}`);
  return row.last_number;
}

/** The id of this file's till, which is made as number 1 with the given id when the file has none yet. */
export async function ensureTill(trx: Trx, id: string, now: Instant): Promise<string> {
  const till = await tillOf(trx);
  if (till !== undefined) return till.id;
  await trx.insertInto('till').values({ id, number: 1, created_at: now }).execute();
  return id;
}

/** Writes the whole settings; what was a demo shop stays one unless `isDemo` says otherwise. */
export async function keepSettings(
  trx: Trx,
  settings: ShopSettings,
  { now, isDemo }: { readonly now: Instant; readonly isDemo?: boolean },
): Promise<void> {
  const settings_json = JSON.stringify(settings);
  const flag = isDemo === undefined ? {} : { is_demo: isDemo ? (1 as const) : (0 as const) };
  await trx
    .insertInto('shop_setting')
    .values({ id: 'shop', settings_json, is_demo: isDemo ? 1 : 0, changed_at: now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ settings_json, changed_at: now, ...flag }))
    .execute();
}

/** Notes a backup that lies whole and checked on its disk. */
export async function noteBackup(
  trx: Trx,
  backup: { readonly id: string; readonly file: string; readonly at: Instant },
): Promise<void> {
  await trx.insertInto('backup').values({ id: backup.id, file: backup.file, made_at: backup.at }).execute();
}
