/** Lets a customer have come and paid, by the documents that a sale would write. */
import { followCustomerFigures } from '../../../electron/customer/follower.ts';
import { transact } from '../../../electron/database/transact.ts';
import { som } from '../../../shared/money.ts';
import { businessDay, type Instant } from '../../../shared/time.ts';
import type { RoomWorld } from '../roomWorld.ts';

/** One receipt of 10 000 so'm on each of the days. */
export async function addVisits(
  world: RoomWorld,
  customerId: string,
  days: readonly string[],
): Promise<void> {
  for (const day of days) {
    await transact(world.db, (trx) =>
      followCustomerFigures(trx, {
        kind: 'sale',
        id: world.newId(),
        tillId: world.tillId,
        personId: world.people.cashier,
        approverId: null,
        businessDay: businessDay(day),
        at: `${day}T09:00:00.000Z` as Instant,
        customerId,
        paidSom: som(10_000),
        content: {},
      }),
    );
  }
}
