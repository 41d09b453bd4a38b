/** The till and the model side by side, and how an operation finds its customers, goods and cards in them. */
import { same } from './difference.ts';
import { dayOf } from './model/calendar.ts';
import { type Card, type Customer, living, type Shop } from './model/shop.ts';
import { type Outcome, outcomeOf, type SimulatedTill } from './till.ts';

export interface World {
  readonly till: SimulatedTill;
  readonly shop: Shop;
  /** Customers whose accounts this operation may have moved. */
  readonly touched: Set<Customer>;
}

/** Both clocks go on together. */
export function setClock({ till, shop }: World, now: number): void {
  till.clock.now = now;
  shop.now = now;
  shop.today = dayOf(now, shop.fixed.dayStartsAtHour);
}

export function pass(world: World, seconds: number): void {
  setClock(world, world.shop.now + seconds * 1000);
}

export function picked<T>(items: readonly T[], place: number): T | undefined {
  return items.length === 0 ? undefined : items[place % items.length];
}

/** One of the customers who can still come; marks it as touched. */
export function customerAt(world: World, place: number): Customer | undefined {
  const customer = picked(living(world.shop), place);
  if (customer !== undefined) world.touched.add(customer);
  return customer;
}

export function registeredAt(world: World, place: number): Customer | undefined {
  const customer = picked(
    living(world.shop).filter((each) => each.isRegistered),
    place,
  );
  if (customer !== undefined) world.touched.add(customer);
  return customer;
}

export const goodCards = (customer: Customer): readonly Card[] =>
  customer.cards.filter((card) => !card.isBlocked);

/** A part in thousandths of a sum; more than a thousand asks for more than there is. */
export function partOf(sum: number, thousandths: number): number {
  return Math.floor((sum * Math.min(thousandths, 1000)) / 1000) + (thousandths > 1000 ? 1 : 0);
}

/** Asks the till and compares how it refuses, if it does; answers null when it was refused. */
export async function asked<Answer>(
  what: string,
  refused: string | null,
  call: Promise<Answer>,
): Promise<Answer | null> {
  const outcome: Outcome<Answer> = await outcomeOf(call);
  same(`${what} is refused`, refused, outcome.refused);
  return outcome.answer;
}
