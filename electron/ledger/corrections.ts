/** The SQL of corrections by hand. */
import type { Kysely } from 'kysely';
import type { Instant } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;

/** Corrections older than one, newest first, with the names of who did them and whose balance it was. */
export async function correctionsBefore(db: Db, beforeId: string | null, limit: number) {
  return db
    .selectFrom('correction')
    .innerJoin('person', 'person.id', 'correction.person_id')
    .leftJoin('person as approver', 'approver.id', 'correction.approver_id')
    .leftJoin('customer', 'customer.id', 'correction.customer_id')
    .selectAll('correction')
    .select([
      'person.name as person_name',
      'approver.name as approver_name',
      'customer.name',
      'customer.phone_last4',
    ])
    .$if(beforeId !== null, (query) => query.where('correction.id', '<', beforeId))
    .orderBy('correction.id', 'desc')
    .limit(limit)
    .execute();
}

/** How many were done by one person alone and were not looked at by the owner since. */
export async function unseenAlone(db: Db): Promise<number> {
  const row = await db
    .selectFrom('correction')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('is_alone', '=', 1)
    .where('seen_at', 'is', null)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** Notes that the owner has looked; answers at how many for the first time. */
export async function markSeen(trx: Db, at: Instant): Promise<number> {
  const seen = await trx
    .updateTable('correction')
    .set({ seen_at: at })
    .where('seen_at', 'is', null)
    .returning('id')
    .execute();
  return seen.length;
}
