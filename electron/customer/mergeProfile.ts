/** What the shop knows of a customer goes along when they turn out to be another: phones, facts, household, photo. */
import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { bringHouseholdAlong } from './household.ts';
import { bringPhonesAlong } from './phones.ts';

type Trx = Transaction<Tables>;

const columns = ['gender', 'source', 'preferred_channel', 'preferred_hour', 'address', 'district'] as const;

/** Where both have told something of the same, the first one's word holds; facts of both stand side by side. */
export async function bringProfileAlong(trx: Trx, fromId: string, intoId: string): Promise<void> {
  await joinColumns(trx, fromId, intoId);
  await trx
    .updateTable('customer_fact')
    .set({ customer_id: intoId })
    .where('customer_id', '=', fromId)
    .execute();
  await bringHouseholdAlong(trx, fromId, intoId);
  await joinPhoto(trx, fromId, intoId);
  await joinFirm(trx, fromId, intoId);
  await bringPhonesAlong(trx, fromId, intoId);
}

async function joinColumns(trx: Trx, fromId: string, intoId: string): Promise<void> {
  const rows = await trx
    .selectFrom('customer')
    .select(['id', ...columns])
    .where('id', 'in', [fromId, intoId])
    .execute();
  const from = rows.find(({ id }) => id === fromId);
  const into = rows.find(({ id }) => id === intoId);
  if (from === undefined || into === undefined) return;
  await trx
    .updateTable('customer')
    .set({
      gender: into.gender ?? from.gender,
      source: into.source ?? from.source,
      preferred_channel: into.preferred_channel ?? from.preferred_channel,
      preferred_hour: into.preferred_hour ?? from.preferred_hour,
      address: into.address || from.address,
      district: into.district || from.district,
    })
    .where('id', '=', intoId)
    .execute();
}

async function joinPhoto(trx: Trx, fromId: string, intoId: string): Promise<void> {
  const own = await trx
    .selectFrom('customer_photo')
    .select('customer_id')
    .where('customer_id', '=', intoId)
    .executeTakeFirst();
  const ofFormer = 'customer_id';
  await (own === undefined
    ? trx.updateTable('customer_photo').set({ customer_id: intoId }).where(ofFormer, '=', fromId)
    : trx.deleteFrom('customer_photo').where(ofFormer, '=', fromId)
  ).execute();
}

/** A firm stays a firm under the name that is kept; of two firms the kept one's papers hold. */
async function joinFirm(trx: Trx, fromId: string, intoId: string): Promise<void> {
  const own = await trx
    .selectFrom('firm')
    .select('customer_id')
    .where('customer_id', '=', intoId)
    .executeTakeFirst();
  if (own !== undefined) return;
  await trx.updateTable('firm').set({ customer_id: intoId }).where('customer_id', '=', fromId).execute();
}
