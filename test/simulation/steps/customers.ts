/** Customers come into being, get cards and receipts later, lose cards, and turn out to be one person. */
import { consentVersion } from '../../../shared/customer/consent.ts';
import { same } from '../difference.ts';
import { hasDone, merge, rewardDeed, rewardFirstPurchase } from '../model/giving.ts';
import { burn, emptyPurse, give } from '../model/purse.ts';
import { countVisit, lifeOf } from '../model/selling.ts';
import { type Customer, living, orderOf, type Sale, type Shop, strangerOf } from '../model/shop.ts';
import type { OperationOf } from '../operations.ts';
import { asked, customerAt, goodCards, pass, picked, registeredAt, type World } from '../world.ts';

/** The shop of the simulation knows so many people at most, so that they come again. */
const mostCustomers = 60;

const newPhone = (shop: Shop): string => `+99890${String(1_000_000 + orderOf(shop))}`;

async function register(world: World, phone: string, cardNumber: string | null): Promise<string> {
  const { till } = world;
  const { customer } = await till.client.customer.create({
    ...till.intention(),
    phone,
    name: 'Xaridor',
    language: null,
    consentProfile: true,
    consentMessages: false,
    consentVersion,
    consentLanguage: 'uz',
    cardNumber,
  });
  return customer.id;
}

/** Whoever gives a phone is welcome, once. */
function nowRegistered(shop: Shop, customer: Customer, phone: string): void {
  customer.isRegistered = true;
  customer.phone = phone;
  burn(customer.purse, shop.today);
  if (!hasDone(customer, 'welcome')) rewardDeed(shop, customer, 'welcome');
}

export async function newCustomer(world: World, operation: OperationOf<'newCustomer'>): Promise<void> {
  pass(world, operation.seconds);
  const { shop } = world;
  if (living(shop).length >= mostCustomers) return;
  const card = operation.withCard ? (shop.freshCards.pop() ?? null) : null;
  const phone = newPhone(shop);
  const customer = strangerOf(await register(world, phone, card), card);
  shop.customers.push(customer);
  world.touched.add(customer);
  nowRegistered(shop, customer, phone);
}

/** An instant card gets its phone. */
export async function registerCard(world: World, operation: OperationOf<'registerCard'>): Promise<void> {
  pass(world, operation.seconds);
  const strangers = living(world.shop).filter((each) => !each.isRegistered && goodCards(each).length > 0);
  const customer = picked(strangers, operation.customer);
  const card = customer === undefined ? undefined : goodCards(customer)[0];
  if (customer === undefined || card === undefined) return;
  world.touched.add(customer);
  const phone = newPhone(world.shop);
  same('the customer of a registered card', customer.id, await register(world, phone, card.number));
  nowRegistered(world.shop, customer, phone);
}

/** An instant card, used already or not, goes to a customer who is known. */
export async function joinCard(world: World, operation: OperationOf<'joinCard'>): Promise<void> {
  pass(world, operation.seconds);
  const { shop, till } = world;
  const customer = registeredAt(world, operation.customer);
  if (customer === undefined) return;
  const strangers = living(shop).filter((each) => !each.isRegistered && goodCards(each).length > 0);
  const stranger = picked(strangers, operation.card);
  const number = stranger === undefined ? shop.freshCards.pop() : goodCards(stranger)[0]?.number;
  if (number === undefined) return;
  await till.client.customer.joinCard({
    ...till.intention(),
    customerId: customer.id,
    cardNumber: number,
  });
  if (stranger === undefined) {
    customer.cards.push({ number, isBlocked: false });
    return;
  }
  world.touched.add(stranger);
  merge(shop, stranger, customer);
}

export async function blockCard(world: World, operation: OperationOf<'blockCard'>): Promise<void> {
  pass(world, operation.seconds);
  const customer = customerAt(world, operation.customer);
  const card = customer === undefined ? undefined : picked(goodCards(customer), operation.card);
  if (customer === undefined || card === undefined) return;
  const { till } = world;
  await till.client.customer.blockCard({
    ...till.intention(),
    customerId: customer.id,
    cardNumber: card.number,
  });
  card.isBlocked = true;
}

export async function replaceCard(world: World, operation: OperationOf<'replaceCard'>): Promise<void> {
  pass(world, operation.seconds);
  const { shop, till } = world;
  const customer = customerAt(world, operation.customer);
  const card = customer === undefined ? undefined : picked(goodCards(customer), operation.card);
  if (customer === undefined || card === undefined) return;
  const newNumber = shop.freshCards.pop();
  if (newNumber === undefined) return;
  await till.client.customer.replaceCard({
    ...till.intention(),
    customerId: customer.id,
    oldNumber: card.number,
    newNumber,
  });
  card.isBlocked = true;
  customer.cards.push({ number: newNumber, isBlocked: false });
}

export async function mergeCustomers(world: World, operation: OperationOf<'merge'>): Promise<void> {
  pass(world, operation.seconds);
  const { shop, till } = world;
  const from = customerAt(world, operation.from);
  const into = customerAt(world, operation.into);
  if (from === undefined || into === undefined) return;
  const refused = from === into ? 'SameCustomer' : null;
  const call = till.client.customer.merge({ ...till.intention(), intoId: into.id, fromId: from.id });
  if ((await asked('the merging', refused, call)) === null) return;
  merge(shop, from, into);
}

/** A receipt of today, or one that waits for its holder, gets its customer. */
export async function attach(world: World, operation: OperationOf<'attach'>): Promise<void> {
  pass(world, operation.seconds);
  const { shop, till } = world;
  const customer = customerAt(world, operation.customer);
  const waiting = shop.sales.filter((sale) => sale.claimCode !== null).slice(-20);
  const sale = picked(waiting, operation.sale);
  if (customer === undefined || sale === undefined) return;
  if (sale.customer !== null) world.touched.add(sale.customer);
  const code = operation.by === 'receipt' ? sale.receiptCode : (sale.claimCode ?? '');
  const answer = await asked(
    `giving receipt ${sale.number} to a customer`,
    refusalOf(shop, sale, operation.by) ?? earnedEnough(shop, sale, customer),
    till.client.sale.attachLater({ ...till.intention(), code, customerId: customer.id }),
  );
  if (answer === null) return;
  const bonus = takeWhatWaits(shop, sale, customer);
  same('what waited on the receipt', bonus, answer.bonusSom);
  same('the balance after it', customer.purse.balance, answer.bonusBalanceSom);
}

function refusalOf(shop: Shop, sale: Sale, by: 'receipt' | 'claim'): string | null {
  if (by === 'receipt') {
    if (sale.customer !== null) return 'ReceiptHasCustomer';
    return sale.day === shop.today ? null : 'ReceiptTooOld';
  }
  if (sale.customer !== null) return 'ClaimTaken';
  return (sale.claimExpiresOn ?? '') < shop.today ? 'ClaimExpired' : null;
}

/** A receipt that would have earned less for this customer today waits. */
function earnedEnough({ programme, today }: Shop, sale: Sale, customer: Customer): string | null {
  const earlier = customer.earnedOn.get(today) ?? [];
  if (sale.earned === 0 || earlier.length === 0) return null;
  const { mostReceiptsPerDay: receipts, mostEarnedPerDaySom: most } = programme;
  const isOver =
    (receipts !== null && earlier.length >= receipts) ||
    (most !== null && earlier.reduce((all, each) => all + each, sale.earned) > most);
  return isOver ? 'EarnedEnoughToday' : null;
}

/** Bonus of the receipt goes over into the customer's purse, with the usual life from now on. */
function takeWhatWaits(shop: Shop, sale: Sale, customer: Customer): number {
  const waiting = sale.purse;
  burn(waiting, shop.today);
  burn(customer.purse, shop.today);
  const bonus = waiting.balance;
  const from = waiting.lots
    .filter((lot) => lot.remaining > 0)
    .reduce((latest, lot) => (lot.activeFrom > latest ? lot.activeFrom : latest), shop.today);
  sale.customer = customer;
  sale.purse = customer.purse;
  if (bonus > 0) {
    const life = lifeOf(shop, from);
    const lot = { order: orderOf(shop), saleNumber: sale.number, hasUsualLife: true, ...life };
    give(customer.purse, bonus, lot);
  }
  Object.assign(waiting, emptyPurse());
  // Goods that all came back before are no purchase any more.
  if (!sale.isWhollyReturned) sale.firstPurchase = rewardFirstPurchase(shop, customer);
  countVisit(customer, sale, shop.today);
  return bonus;
}
