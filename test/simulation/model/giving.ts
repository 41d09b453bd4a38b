/** Bonus that no purchase gave or took: deeds, corrections, money paid out, donations; and customers who become one. */
import { sum } from './arithmetic.ts';
import { plusDays } from './calendar.ts';
import { burn, drainOldest, give, type Lot, repayFromLots, spend, spendable } from './purse.ts';
import { addTo, type Customer, orderOf, type Shop } from './shop.ts';

/** Gives bonus in a lot of its own that may be spent at once and lives so many days; 0 for ever. */
export function giveBonus(
  shop: Shop,
  customer: Customer,
  amount: number,
  expiryDays: number,
  hasUsualLife: boolean,
): Lot | null {
  if (amount === 0) return null;
  burn(customer.purse, shop.today);
  return give(customer.purse, amount, {
    order: orderOf(shop),
    saleNumber: null,
    hasUsualLife,
    activeFrom: shop.today,
    expiresOn: expiryDays === 0 ? null : plusDays(shop.today, expiryDays),
  });
}

/** Takes bonus out of what may be spent; answers whether there was enough. */
export function takeBonus(shop: Shop, customer: Customer, amount: number): 'BonusNotEnough' | null {
  burn(customer.purse, shop.today);
  if (amount > spendable(customer.purse, shop.today)) return 'BonusNotEnough';
  spend(customer.purse, amount, shop.today);
  return null;
}

/** Takes bonus by hand, also what may not be spent yet; nobody comes to owe bonus by that. */
export function takeByHand(shop: Shop, customer: Customer, amount: number): 'BonusNotEnough' | null {
  const { purse } = customer;
  burn(purse, shop.today);
  if (amount > sum(purse.lots.map((lot) => lot.remaining))) return 'BonusNotEnough';
  drainOldest(purse, amount);
  purse.balance -= amount;
  return null;
}

export type DeedAnswer = 'DeedOff' | 'NeedsPhone' | 'DeedTooOften' | null;

/** A deed that the cashier rewards by hand. */
export function giveDeed(
  shop: Shop,
  customer: Customer,
  kind: string,
): { refused: DeedAnswer; bonus: number } {
  const deed = shop.deeds.get(kind);
  if (!deed?.isOn) return { refused: 'DeedOff', bonus: 0 };
  if (!customer.isRegistered) return { refused: 'NeedsPhone', bonus: 0 };
  const times = customer.deeds.filter((done) => done.kind === kind);
  const today = times.filter((done) => done.day === shop.today);
  const isTooOften =
    (deed.timesADay !== null && today.length >= deed.timesADay) ||
    (deed.timesInAll !== null && times.length >= deed.timesInAll);
  if (isTooOften) return { refused: 'DeedTooOften', bonus: 0 };
  rewardDeed(shop, customer, kind);
  return { refused: null, bonus: deed.bonusSom };
}

/** Rewards a deed without asking; null while the owner has it switched off. */
export function rewardDeed(
  shop: Shop,
  customer: Customer,
  kind: string,
): { readonly bonus: number; readonly lot: Lot | null } | null {
  const deed = shop.deeds.get(kind);
  if (!deed?.isOn) return null;
  customer.deeds.push({ kind, day: shop.today });
  const lot = giveBonus(shop, customer, deed.bonusSom, deed.expiryDays, false);
  return { bonus: deed.bonusSom, lot };
}

export const hasDone = (customer: Customer, kind: string): boolean =>
  customer.deeds.some((done) => done.kind === kind);

/** Everything of one customer goes to another; nothing is lost, and what either owes stays owed. */
export function merge(shop: Shop, from: Customer, into: Customer): void {
  burn(from.purse, shop.today);
  burn(into.purse, shop.today);
  into.purse.lots.push(...from.purse.lots);
  into.purse.balance += from.purse.balance;
  repayFromLots(into.purse);
  into.storeCredit += from.storeCredit;
  into.debts.push(...from.debts);
  into.cards.push(...from.cards);
  into.deeds.push(...from.deeds);
  into.receipts += from.receipts;
  into.isRegistered ||= from.isRegistered;
  into.phone ??= from.phone;
  if (from.limitSom !== null) into.limitSom = Math.max(into.limitSom ?? 0, from.limitSom);
  for (const [day, paid] of from.paidOn) addTo(into.paidOn, day, paid);
  for (const [day, earned] of from.earnedOn) {
    into.earnedOn.set(day, [...(into.earnedOn.get(day) ?? []), ...earned]);
  }
  for (const limit of ['spentLoose', 'spentInstant', 'paidOut'] as const) {
    addTo(into[limit], shop.today, from[limit].get(shop.today) ?? 0);
  }
  for (const sale of shop.sales) {
    if (sale.customer !== from) continue;
    sale.customer = into;
    sale.purse = into.purse;
  }
  from.purse = { balance: 0, lots: [] };
  from.storeCredit = 0;
  from.debts = [];
  from.cards = [];
  from.mergedInto = into;
}

/** The deed of a customer's first purchase, which needs a phone; null when it is none. To be asked before the sale counts. */
export function rewardFirstPurchase(shop: Shop, customer: Customer | null) {
  if (customer === null || !customer.isRegistered || customer.receipts > 0) return null;
  return hasDone(customer, 'firstPurchase') ? null : rewardDeed(shop, customer, 'firstPurchase');
}
