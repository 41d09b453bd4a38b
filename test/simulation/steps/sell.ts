/** A sale at the counter: the basket is filled, priced and paid in the till and by the rules, and every figure compared. */
import { Difference, same } from '../difference.ts';
import { type Customer, strangerOf } from '../model/shop.ts';
import type { OperationOf } from '../operations.ts';
import { customerAt, goodCards, pass, picked, registeredAt, type World } from '../world.ts';
import { change, type Desk, draftOf, openDesk } from './desk.ts';
import { pay } from './pay.ts';
import { choosePayments, takeOff } from './wishes.ts';

type Sell = OperationOf<'sell'>;

export async function sell(world: World, operation: Sell): Promise<void> {
  pass(world, operation.seconds);
  const desk = await openDesk(world);
  await putGoods(world, desk, operation);
  await bringCustomer(world, desk, operation);
  await takeOff(world, desk, operation);
  await choosePayments(world, desk, operation);
  await pay(world, desk, operation);
}

async function putGoods(world: World, desk: Desk, { goods }: Sell): Promise<void> {
  for (const { product: place, quantity } of goods) {
    const product = picked(world.shop.products, place);
    if (product === undefined) continue;
    const thousandths = product.isWeighed ? quantity : (1 + (quantity % 4)) * 1000;
    await change(
      world,
      desk,
      { kind: 'addProduct', productId: product.id, quantityThousandths: thousandths },
      null,
    );
    const index = desk.wish.lines.findIndex((line) => line.product === product);
    const before = desk.wish.lines[index];
    if (before === undefined) desk.wish.lines.push({ product, quantity: thousandths, discount: null });
    else desk.wish.lines[index] = { ...before, quantity: before.quantity + thousandths };
  }
}

async function bringCustomer(world: World, desk: Desk, { who, customer: place }: Sell): Promise<void> {
  const { wish } = desk;
  if (who === 'nobody') return;
  if (who === 'freshCard') return scanFreshCard(world, desk);
  if (who === 'phone') {
    const customer = registeredAt(world, place);
    if (customer?.phone == null) return;
    await scan(world, desk, customer.phone, customer);
    wish.seen = 'phone';
    return;
  }
  const customer = customerAt(world, place);
  if (customer === undefined) return;
  const card = who === 'card' ? picked(goodCards(customer), place) : undefined;
  if (card !== undefined) {
    await scan(world, desk, card.number, customer);
    wish.seen = customer.isRegistered ? 'card' : 'instantCard';
    return;
  }
  await change(world, desk, { kind: 'attachCustomer', customerId: customer.id }, null);
  wish.customer = customer;
}

async function scan(world: World, desk: Desk, code: string, customer: Customer): Promise<void> {
  const answer = await world.till.client.sale.scan({
    ...draftOf(world, desk),
    code,
    quantityThousandths: 1000,
  });
  desk.basket = answer.basket;
  const seen = answer.outcome.kind === 'customer' ? answer.outcome.customerId : answer.outcome.kind;
  same('the customer of a card or phone', customer.id, seen);
  desk.wish.customer = customer;
}

/** A card of the batch that nobody has scanned yet: a customer stands behind it from now on. */
async function scanFreshCard(world: World, desk: Desk): Promise<void> {
  const number = world.shop.freshCards.pop();
  if (number === undefined) return;
  const draft = draftOf(world, desk);
  const { basket, outcome } = await world.till.client.sale.scan({
    ...draft,
    code: number,
    quantityThousandths: 1000,
  });
  desk.basket = basket;
  if (outcome.kind !== 'customer') throw new Difference('a new card', 'customer', outcome.kind);
  const customer = strangerOf(outcome.customerId, number);
  world.shop.customers.push(customer);
  world.touched.add(customer);
  desk.wish.customer = customer;
  desk.wish.seen = 'instantCard';
}
