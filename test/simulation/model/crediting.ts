/** Gift cards, store credit and nasiya as the rules have them (docs/rules.md rule 24). */
import { type Day, plusDays } from './calendar.ts';
import { burn, give } from './purse.ts';
import { deservedOnDebt } from './returning.ts';
import { lifeOf, openDebt } from './selling.ts';
import { addTo, type Customer, type Debt, type GiftCard, orderOf, type Shop } from './shop.ts';

export const giftCardEnd = (shop: Shop): Day | null =>
  shop.fixed.giftCardDays === 0 ? null : plusDays(shop.today, shop.fixed.giftCardDays);

export function sellGiftCard(shop: Shop, number: string, amount: number): GiftCard {
  const card: GiftCard = { number, balance: amount, expiresOn: giftCardEnd(shop), isBlocked: false };
  shop.giftCards.push(card);
  shop.money += amount;
  return card;
}

/** The card's life begins anew with the money that is put on it. */
export function topUpGiftCard(shop: Shop, card: GiftCard, amount: number): void {
  card.balance += amount;
  card.expiresOn = giftCardEnd(shop);
  shop.money += amount;
}

/** The most a customer may owe; null where nobody ever allowed it. */
export function limitOf(shop: Shop, customer: Customer): number | null {
  if (customer.limitSom !== null) return customer.limitSom;
  return shop.fixed.debtLimitSom > 0 ? shop.fixed.debtLimitSom : null;
}

export type DebtAnswer = null | 'DebtNeedsCustomer' | 'DebtNotAllowed' | 'DebtOverdue' | 'DebtAboveLimit';

const olderFirst = (a: Debt, b: Debt): number =>
  a.takenOn === b.takenOn ? a.order - b.order : a.takenOn < b.takenOn ? -1 : 1;

/** Settles the oldest debts first; answers which part went to which. */
function settle(customer: Customer, amount: number): { debt: Debt; part: number }[] {
  const parts: { debt: Debt; part: number }[] = [];
  let left = amount;
  for (const debt of [...customer.debts].sort(olderFirst)) {
    const part = Math.min(left, debt.open);
    if (part === 0) continue;
    parts.push({ debt, part });
    debt.open -= part;
    left -= part;
  }
  return parts;
}

export interface Repaid {
  readonly refused: 'RepaymentTooMuch' | 'StoreCreditNotEnough' | null;
  readonly bonus: number;
}

/** A debt is repaid: its sale's goods earn now, at the rates the sale had, in proportion to what is repaid. */
export function repay(
  shop: Shop,
  customer: Customer,
  amount: number,
  by: 'cash' | 'card' | 'storeCredit',
): Repaid {
  if (amount > openDebt(customer)) return { refused: 'RepaymentTooMuch', bonus: 0 };
  if (by === 'storeCredit' && amount > customer.storeCredit) {
    return { refused: 'StoreCreditNotEnough', bonus: 0 };
  }
  burn(customer.purse, shop.today);
  if (by === 'storeCredit') customer.storeCredit -= amount;
  if (by !== 'storeCredit') shop.money += amount;
  let bonus = 0;
  for (const { debt, part } of settle(customer, amount)) {
    const { sale } = debt;
    const before = sale === null ? 0 : deservedOnDebt(sale);
    debt.repaid += part;
    if (sale === null) continue;
    addTo(customer.paidOn, shop.today, part);
    const earned = deservedOnDebt(sale) - before;
    if (earned === 0) continue;
    sale.earned += earned;
    bonus += earned;
    const lot = { order: orderOf(shop), saleNumber: sale.number, hasUsualLife: true, ...lifeOf(shop) };
    give(customer.purse, earned, lot);
  }
  return { refused: null, bonus };
}

/** The shop gives up a part of what is owed: nothing is earned by that. */
export function forgive(customer: Customer, amount: number): 'RepaymentTooMuch' | null {
  if (amount > openDebt(customer)) return 'RepaymentTooMuch';
  settle(customer, amount);
  return null;
}

/** A row of the paper notebook. */
export function noteDebt(shop: Shop, customer: Customer, amount: number, since: Day, dueOn: Day): void {
  customer.debts.push({
    sale: null,
    takenOn: since,
    dueOn,
    order: orderOf(shop),
    amount,
    open: amount,
    repaid: 0,
  });
}
