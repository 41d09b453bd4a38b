/** What the shift asks of the sale: figures of its receipts, and whether a basket stands in the way of closing. */
import type { Kysely } from 'kysely';
import { Refusal } from '../../shared/errors.ts';
import { som } from '../../shared/money.ts';
import type { Tables } from '../database/tables.ts';
import type { WriteScope } from '../verb.ts';
import { orphanBaskets } from './queries.ts';

/** Whether goods lie in an open basket. Parked baskets wait for the next shift. */
export async function isBasketOpen(db: Kysely<Tables>): Promise<boolean> {
  const open = await orphanBaskets(db, []);
  return open.some((basket) => basket.content.lines.length > 0);
}

/** Refuses BasketNotEmpty while an open basket has goods in it. */
export async function refuseOpenBasket(scope: WriteScope): Promise<void> {
  if (await isBasketOpen(scope.trx)) throw new Refusal('BasketNotEmpty');
}

/** Number of a shift's receipts, and their net sum less what came back in it. */
export async function salesOfShift(db: Kysely<Tables>, shiftId: string) {
  const row = await db
    .selectFrom('sale')
    .select((eb) => [eb.fn.countAll<number>().as('receipts'), eb.fn.sum<number>('net_som').as('net_som')])
    .where('shift_id', '=', shiftId)
    .executeTakeFirst();
  const backSom = (await netBack(db, 'sale_return', shiftId)) + (await netBack(db, 'loose_return', shiftId));
  return { receipts: row?.receipts ?? 0, netSom: som((row?.net_som ?? 0) - backSom) };
}

async function netBack(
  db: Kysely<Tables>,
  table: 'sale_return' | 'loose_return',
  shiftId: string,
): Promise<number> {
  const row = await db
    .selectFrom(table as 'sale_return')
    .select((eb) => eb.fn.sum<number | null>('net_som').as('net_som'))
    .where('shift_id', '=', shiftId)
    .executeTakeFirst();
  return row?.net_som ?? 0;
}
