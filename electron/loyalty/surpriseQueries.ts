/** The SQL of small gifts: what a person gave in a month, the list of all, what nobody has seen yet, words forgotten. */
import type { Insertable, Kysely, Transaction } from 'kysely';
import type { GiftBudget } from '../../shared/loyalty/surprise.ts';
import { som } from '../../shared/money.ts';
import { tidyName } from '../../shared/text.ts';
import { type BusinessDay, monthOf } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;

/**
 * A person's budget on a business day and what of it is given in its calendar month; what another person stood for, or
 * nobody could, does not count. Nothing for whoever is no person of this shop (the till itself).
 */
export async function giftBudgetOf(db: Db, personId: string, day: BusinessDay): Promise<GiftBudget> {
  const person = await db
    .selectFrom('person')
    .select('gift_budget_som')
    .where('id', '=', personId)
    .executeTakeFirst();
  const { first, last } = monthOf(day);
  const given = await db
    .selectFrom('gift')
    .select(({ fn }) => fn.sum<number | null>('amount_som').as('given_som'))
    .where('person_id', '=', personId)
    .where('given_on', '>=', first)
    .where('given_on', '<=', last)
    .where('approver_id', 'is', null)
    .where('is_alone', '=', 0)
    .executeTakeFirst();
  return {
    budgetSom: som(person?.gift_budget_som ?? 0),
    givenSom: som(Number(given?.given_som ?? 0)),
  };
}

export async function noteGift(trx: Transaction<Tables>, row: Insertable<Tables['gift']>): Promise<void> {
  await trx.insertInto('gift').values(row).execute();
}

/** Gifts older than one, newest first, with the names of who gave, who stood for it and who the customer is now. */
export async function giftsBefore(db: Db, beforeId: string | null, limit: number) {
  const rows = await db
    .selectFrom('gift')
    .innerJoin('person', 'person.id', 'gift.person_id')
    .leftJoin('person as approver', 'approver.id', 'gift.approver_id')
    .innerJoin('customer as told', 'told.id', 'gift.customer_id')
    .innerJoin('customer', (join) =>
      join.on(({ eb, fn, ref }) =>
        eb('customer.id', '=', fn.coalesce(ref('told.merged_into_id'), ref('told.id'))),
      ),
    )
    .selectAll('gift')
    .select([
      'person.name as person_name',
      'approver.name as approver_name',
      'customer.id as living_id',
      'customer.name',
      'customer.phone_last4',
    ])
    .$if(beforeId !== null, (query) => query.where('gift.id', '<', beforeId))
    .orderBy('gift.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, customerName: calledAs(row.name, row.phone_last4) }));
}

/** The name, else the end of the phone; empty where neither is known any more. */
function calledAs(name: string | null, phoneLast4: string | null): string {
  if (name !== null && name !== '') return tidyName(name);
  return phoneLast4 === null || phoneLast4 === '' ? '' : `…${phoneLast4}`;
}

/** How many gifts the owner has not looked at. */
export async function unseenGifts(db: Db): Promise<number> {
  const row = await db
    .selectFrom('gift')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('is_seen', '=', 0)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** Notes that the owner has looked at a gift and all before it; answers at how many for the first time. */
export async function markGiftsSeen(trx: Transaction<Tables>, upToId: string): Promise<number> {
  const seen = await trx
    .updateTable('gift')
    .set({ is_seen: 1 })
    .where('is_seen', '=', 0)
    .where('id', '<=', upToId)
    .returning('id')
    .execute();
  return seen.length;
}

/**
 * Empties what was written beside gifts to these customers; sums, days and occasions stay. `customerIds` are the customer's
 * own id and those of everybody who became them.
 */
export async function forgetGiftReasons(
  trx: Transaction<Tables>,
  customerIds: readonly string[],
): Promise<void> {
  if (customerIds.length === 0) return;
  await trx
    .updateTable('gift')
    .set({ words: '' })
    .where('customer_id', 'in', [...customerIds])
    .where('words', '!=', '')
    .execute();
}
