/** The SQL of goods that come back without a receipt. */
import type { Kysely } from 'kysely';
import { type Som, som } from '../../shared/money.ts';
import type { BusinessDay } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;

/** The rows of one such return. */
export interface LooseReturnRows {
  readonly back: Tables['loose_return'];
  readonly lines: readonly Tables['loose_return_line'][];
}

/** What came back without a receipt on a day, at every till. */
export async function looseBackOn(db: Db, day: BusinessDay): Promise<Som> {
  const row = await db
    .selectFrom('loose_return')
    .select(({ fn }) => fn.sum<number | null>('net_som').as('net'))
    .where('business_day', '=', day)
    .executeTakeFirst();
  return som(row?.net ?? 0);
}

export async function insertLooseReturn(db: Db, { back, lines }: LooseReturnRows): Promise<void> {
  await db.insertInto('loose_return').values(back).execute();
  await db
    .insertInto('loose_return_line')
    .values([...lines])
    .execute();
}
