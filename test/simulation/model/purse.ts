/** The bonus of one holder: lots that burn, and a balance that a return may push below them (docs/rules.md rules 8, 9, 11). */
import { sum } from './arithmetic.ts';
import { type Day, plusDays } from './calendar.ts';

export interface Lot {
  /** The order of giving: of two lots with the same last day the older is spent first. */
  readonly order: number;
  /** The sale whose goods it follows when they come back; null for bonus of another kind. */
  readonly saleNumber: number | null;
  /** Lives as long as the programme says: what goods earned, and corrections; deeds have a life of their own. */
  readonly hasUsualLife: boolean;
  readonly activeFrom: Day;
  /** The last day; null never burns. */
  expiresOn: Day | null;
  remaining: number;
  /** What burnt in it and was not yet counted by a return. */
  burnt: number;
}

export interface Purse {
  balance: number;
  lots: Lot[];
}

/** So much was taken out of one lot. */
export interface Taken {
  readonly lot: Lot;
  amount: number;
}

export function emptyPurse(): Purse {
  return { balance: 0, lots: [] };
}

const isOver = (lot: Lot, today: Day): boolean => lot.expiresOn !== null && lot.expiresOn < today;

function burnsFirst(a: Lot, b: Lot): number {
  const first = a.expiresOn ?? '9999';
  const second = b.expiresOn ?? '9999';
  if (first !== second) return first < second ? -1 : 1;
  return a.order - b.order;
}

/** What burnt up to a day leaves lots and balance. */
export function burn(purse: Purse, today: Day): number {
  let burnt = 0;
  for (const lot of purse.lots) {
    if (lot.remaining === 0 || !isOver(lot, today)) continue;
    burnt += lot.remaining;
    lot.burnt += lot.remaining;
    lot.remaining = 0;
  }
  purse.balance -= burnt;
  return burnt;
}

function spendableLots(purse: Purse, today: Day): Lot[] {
  return purse.lots
    .filter((lot) => lot.remaining > 0 && lot.activeFrom <= today && !isOver(lot, today))
    .sort(burnsFirst);
}

export function spendable(purse: Purse, today: Day): number {
  return sum(spendableLots(purse, today).map((lot) => lot.remaining));
}

/** How far the balance is below what lies in lots. */
export function owed(purse: Purse): number {
  return sum(purse.lots.map((lot) => lot.remaining)) - purse.balance;
}

/** What one of two who became one person owed is taken out of the other's lots, what burns first first. */
export function repayFromLots(purse: Purse): void {
  drainOldest(purse, owed(purse));
}

/** Empties lots, what burns first first, also those that may not be spent yet; the balance is the caller's. */
export function drainOldest(purse: Purse, amount: number): void {
  drain([...purse.lots].sort(burnsFirst), amount);
}

/** Gives bonus: what a return left owing is repaid first, the rest becomes a lot, which is answered. */
export function give(purse: Purse, amount: number, lot: Omit<Lot, 'remaining' | 'burnt'>): Lot | null {
  const repaid = Math.min(owed(purse), amount);
  purse.balance += amount;
  if (amount === repaid) return null;
  const given = { ...lot, remaining: amount - repaid, burnt: 0 };
  purse.lots.push(given);
  return given;
}

function drain(lots: readonly Lot[], amount: number): Taken[] {
  const taken: Taken[] = [];
  let left = amount;
  for (const lot of lots) {
    const part = Math.min(left, lot.remaining);
    if (part === 0) continue;
    lot.remaining -= part;
    left -= part;
    taken.push({ lot, amount: part });
  }
  return taken;
}

/** Spends what `spendable` allows; answers what came out of which lot, in this order. */
export function spend(purse: Purse, amount: number, today: Day): Taken[] {
  const taken = drain(spendableLots(purse, today), amount);
  if (sum(taken.map((part) => part.amount)) !== amount) throw new Error('more is spent than there is');
  purse.balance -= amount;
  return taken;
}

/** The shortest life of bonus that comes back. */
const daysAfterReturn = 14;

/**
 * Spent bonus comes back: what is owed is repaid first, then the lot touched last gets its part first, with its old last
 * day. A lot that would burn within 14 days gives its part on to a new one that lives so long.
 */
export function giveBack(
  purse: Purse,
  amount: number,
  spent: readonly Taken[],
  today: Day,
  newOrder: () => number,
): void {
  const earliest = plusDays(today, daysAfterReturn);
  let left = amount - Math.min(owed(purse), amount);
  // In the order of spending, which is that of expiry, also where the owner has given lots another life since.
  for (const taken of [...spent].sort((a, b) => burnsFirst(b.lot, a.lot))) {
    const { lot } = taken;
    const part = Math.min(left, taken.amount);
    if (part === 0) continue;
    taken.amount -= part;
    left -= part;
    if (lot.expiresOn === null || lot.expiresOn >= earliest) lot.remaining += part;
    else {
      purse.lots.push({
        order: newOrder(),
        saleNumber: null,
        hasUsualLife: false,
        activeFrom: today,
        expiresOn: earliest,
        remaining: part,
        burnt: 0,
      });
    }
  }
  if (left > 0) throw new Error('more comes back than was spent');
  purse.balance += amount;
}

/**
 * Takes given bonus back: from its own lots, where what burnt counts as taken, then from the others, and the rest
 * is owed. Answers how much had burnt: only the rest moves the balance.
 */
export function takeBack(purse: Purse, amount: number, own: readonly Lot[], today: Day): number {
  const living = (lot: Lot) => lot.remaining > 0 && !isOver(lot, today);
  const drained = (lots: readonly Lot[], most: number) =>
    sum(drain(lots.filter(living).sort(burnsFirst), most).map((part) => part.amount));
  let left = amount - drained(own, amount);
  let burnt = 0;
  for (const lot of own) {
    const part = Math.min(left, lot.burnt);
    lot.burnt -= part;
    burnt += part;
    left -= part;
  }
  drained(purse.lots, left);
  purse.balance -= amount - burnt;
  return burnt;
}
