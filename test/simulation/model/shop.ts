/** What the simulation's own shop remembers: plain numbers and maps, none of the program's rules. */
import type { Day } from './calendar.ts';
import { emptyPurse, type Lot, type Purse, type Taken } from './purse.ts';

export interface Product {
  readonly id: string;
  readonly priceSom: number;
  readonly isWeighed: boolean;
  readonly vatBasisPoints: number | null;
  readonly categoryId: string;
  readonly isDiscountable: boolean;
}

/** Some goods that earn more or less, never earn, or may not be paid with bonus; each names a category. */
export interface EarningRule {
  readonly kind: 'times' | 'neverEarns' | 'neverPaid';
  readonly categoryId: string;
  readonly timesBasisPoints: number;
}

export interface Tier {
  readonly id: string;
  readonly fromSom: number;
  readonly discountBasisPoints: number;
  readonly bonusBasisPoints: number | null;
}

/** The owner's choices that decide about money. */
export interface Programme {
  cashbackBasisPoints: number;
  bonusCeilingBasisPoints: number;
  bonusExpiryDays: number;
  earnWhileRedeeming: boolean;
  discountedEarnNothing: boolean;
  minimumReceiptSom: number;
  activationDelayDays: number;
  mostReceiptsPerDay: number | null;
  mostEarnedPerDaySom: number | null;
  debtEarns: 'whenRepaid' | 'atOnce';
  spendWithoutCardSom: number;
  instantCardDailySom: number;
  claimDays: number;
  isPayOutOn: boolean;
  payOutDailySom: number;
}

/** What stays as the shop was opened with. */
export interface FixedSettings {
  readonly dayStartsAtHour: number;
  readonly cashRoundingSom: number;
  readonly giftCardDays: number;
  readonly debtDays: number;
  readonly debtLimitSom: number;
  readonly returnDays: number;
}

export interface Debt {
  readonly sale: Sale | null;
  readonly takenOn: Day;
  readonly dueOn: Day;
  readonly order: number;
  readonly amount: number;
  open: number;
  /** Repaid with money or from the account and not given back with goods; neither lowered by a return nor forgiven. */
  repaid: number;
}

export interface Card {
  readonly number: string;
  isBlocked: boolean;
}

export interface Customer {
  readonly id: string;
  isRegistered: boolean;
  phone: string | null;
  cards: Card[];
  purse: Purse;
  storeCredit: number;
  debts: Debt[];
  limitSom: number | null;
  paidOn: Map<Day, number>;
  receipts: number;
  /** Sales of each day with what they earned, for the day's limits against abuse. */
  earnedOn: Map<Day, number[]>;
  /** Spent by day without a registered card in hand, and paid out as money. */
  spentLoose: Map<Day, number>;
  spentInstant: Map<Day, number>;
  paidOut: Map<Day, number>;
  deeds: { kind: string; day: Day }[];
  /** Whoever this customer turned out to be. */
  mergedInto: Customer | null;
}

export interface Shares {
  bonus: number;
  giftCard: number;
  storeCredit: number;
  debt: number;
  money: number;
}
export const shareKinds = ['bonus', 'giftCard', 'storeCredit', 'debt', 'money'] as const;

export interface SoldLine {
  readonly quantity: number;
  readonly net: number;
  readonly vatBasisPoints: number | null;
  readonly rateBasisPoints: number;
  readonly shares: Shares;
  returned: number;
  readonly refunded: Shares;
}

export interface Sale {
  readonly number: number;
  readonly id: string;
  readonly receiptCode: string;
  readonly claimCode: string | null;
  readonly claimExpiresOn: Day | null;
  readonly day: Day;
  readonly lines: readonly SoldLine[];
  readonly vat: number;
  readonly rounding: number;
  readonly donation: { readonly fundId: string; readonly amount: number } | null;
  readonly giftCardNumber: string | null;
  readonly debtEarnedAtOnce: boolean;
  /** The customer, or whoever was attached later. */
  customer: Customer | null;
  /** Where its bonus lies: the customer's purse, or one of its own that waits for a claim. */
  purse: Purse;
  spent: Taken[];
  /** Given for its goods, at the till and when its debt was repaid, and taken back by returns. */
  earned: number;
  takenBack: number;
  debt: Debt | null;
  vatReversed: number;
  isWhollyReturned: boolean;
  /** What it brought as a first purchase, and the lot of it; null when it was none or it was taken back. */
  firstPurchase: { readonly bonus: number; readonly lot: Lot | null } | null;
}

export interface GiftCard {
  readonly number: string;
  balance: number;
  expiresOn: Day | null;
  isBlocked: boolean;
}

export interface Deed {
  readonly kind: string;
  isOn: boolean;
  bonusSom: number;
  expiryDays: number;
  timesADay: number | null;
  timesInAll: number | null;
}

/** The shop as the simulation believes it to be. */
export interface Shop {
  readonly fixed: FixedSettings;
  programme: Programme;
  rules: EarningRule[];
  tiers: Tier[];
  tierWindow: 'lastTwelveMonths' | 'allTime';
  readonly products: Product[];
  readonly customers: Customer[];
  /** Printed cards that nobody has scanned yet. */
  freshCards: string[];
  readonly sales: Sale[];
  readonly giftCards: GiftCard[];
  readonly deeds: Map<string, Deed>;
  readonly funds: Map<string, number>;
  /** What lies in the drawer and came by cards: goods go back in the way they were paid, which is not simulated. */
  money: number;
  /** What the shop has given and what has gone, over all months: the ledger of all purses. */
  nextOrder: number;
  now: number;
  today: Day;
}

export const orderOf = (shop: Shop): number => {
  shop.nextOrder += 1;
  return shop.nextOrder;
};

export function addTo<Key>(map: Map<Key, number>, key: Key, amount: number): void {
  map.set(key, (map.get(key) ?? 0) + amount);
}

/** Customers who can still come. */
export function living(shop: Shop): readonly Customer[] {
  return shop.customers.filter((customer) => customer.mergedInto === null);
}

/** A customer of whom nothing is known but perhaps a card. */
export function strangerOf(id: string, cardNumber: string | null): Customer {
  return {
    id,
    isRegistered: false,
    phone: null,
    cards: cardNumber === null ? [] : [{ number: cardNumber, isBlocked: false }],
    purse: emptyPurse(),
    storeCredit: 0,
    debts: [],
    limitSom: null,
    paidOn: new Map(),
    receipts: 0,
    earnedOn: new Map(),
    spentLoose: new Map(),
    spentInstant: new Map(),
    paidOut: new Map(),
    deeds: [],
    mergedInto: null,
  };
}
