/** What the shift asks of the sale: figures of its receipts, and whether a basket stands in the way of closing. */
import type { Kysely } from 'kysely';
import { Refusal } from '../../shared/errors.ts';
import { som } from '../../shared/money.ts';
import type { Tables } from '../database/tables.ts';
import type { WriteScope } from '../verb.ts';
import { orphanBaskets } from './queries.ts';

/** Refuses BasketNotEmpty while an open basket has goods in it. Parked baskets wait for the next shift. */
export async function refuseOpenBasket(scope: WriteScope): Promise<void> {
  const open = await orphanBaskets(scope.trx, []);
  if (open.some((basket) => basket.content.lines.length > 0)) throw new Refusal('BasketNotEmpty');
}

/** Number of a shift's receipts, and their net sum less what came back in it. */
export async function salesOfShift(db: Kysely<Tables>, shiftId: string) {
  const row = await db
    .selectFrom('sale')
    .select((eb) => [eb.fn.countAll<number>().as('receipts'), eb.fn.sum<number>('net_som').as('net_som')])
    .where('shift_id', '=', shiftId)
    .executeTakeFirst();
  const back = await db
    .selectFrom('sale_return')
    .select((eb) => eb.fn.sum<number | null>('net_som').as('net_som'))
    .where('shift_id', '=', shiftId)
    .executeTakeFirst();
  return { receipts: row?.receipts ?? 0, netSom: som((row?.net_som ?? 0) - (back?.net_som ?? 0)) };
}
