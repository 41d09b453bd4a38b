/** The window at the counter: its basket as the till showed it last, and what the customer wished so far. */
import type { Basket } from '../../../shared/sale/basketContract.ts';
import type { Wish } from '../model/selling.ts';
import { asked, type World } from '../world.ts';

export interface Desk {
  basket: Basket;
  readonly wish: Wish;
}

export async function openDesk({ till }: World): Promise<Desk> {
  const wish: Wish = {
    lines: [],
    basketDiscount: null,
    customer: null,
    seen: 'search',
    bonus: 0,
    isApproved: false,
    giftCard: null,
    storeCredit: 0,
    debt: null,
    donation: null,
  };
  return { basket: await till.client.sale.basket(till.intention()), wish };
}

export type Change = Parameters<World['till']['client']['sale']['change']>[0]['change'];

export function draftOf({ till }: World, { basket }: Desk) {
  return { ...till.intention(), saleId: basket.saleId, revision: basket.revision };
}

/** Asks for a change of the basket; true when the till did it, and the same is said by the rules. */
export async function change(
  world: World,
  desk: Desk,
  wanted: Change,
  refused: string | null,
): Promise<boolean> {
  const call = world.till.client.sale.change({ ...draftOf(world, desk), change: wanted });
  const basket = await asked(`the change ${JSON.stringify(wanted)}`, refused, call);
  if (basket === null) return false;
  desk.basket = basket;
  return true;
}
