/** A sale as the rules have it: what pays in which order, what is earned, and what the shop remembers (rules 2, 14, 19). */
import { percentDown, split, sum } from './arithmetic.ts';
import { type Day, plusDays } from './calendar.ts';
import { rewardFirstPurchase } from './giving.ts';
import { type GoodsLine, type HandDiscount, type PricedLine, priceGoods } from './pricing.ts';
import { burn, emptyPurse, give, type Purse, spend, spendable } from './purse.ts';
import {
  addTo,
  type Customer,
  type GiftCard,
  orderOf,
  type Sale,
  type Shares,
  type Shop,
  shareKinds,
} from './shop.ts';

/** How the customer was recognised. */
export type Seen = 'card' | 'instantCard' | 'phone' | 'search';

/** What lies in the basket and how the customer wants to pay it. */
export interface Wish {
  readonly lines: GoodsLine[];
  basketDiscount: HandDiscount | null;
  customer: Customer | null;
  seen: Seen;
  bonus: number;
  /** Bonus above the day's limit was allowed: the seller of the simulation is the owner. */
  isApproved: boolean;
  giftCard: { readonly card: GiftCard; readonly amount: number | null } | null;
  storeCredit: number;
  /** Null as amount is all that is left. */
  debt: { readonly amount: number | null } | null;
  donation: { readonly fundId: string; readonly step: number } | null;
}

export interface Quote {
  readonly lines: readonly PricedLine[];
  readonly total: number;
  readonly vat: number;
  readonly ceiling: number;
  readonly spendable: number;
  readonly bonusAtMost: number;
  readonly bonus: number;
  readonly giftCard: number;
  readonly storeCreditAtMost: number;
  readonly storeCredit: number;
  readonly debt: number;
  readonly donation: number;
  readonly due: number;
  readonly dueCash: number;
}

export const openDebt = (customer: Customer): number => sum(customer.debts.map((debt) => debt.open));

export function giftCardPays(card: GiftCard, today: Day): number {
  const isOver = card.expiresOn !== null && card.expiresOn < today;
  return card.isBlocked || isOver ? 0 : card.balance;
}

/** What may still be spent today of bonus and account together; null without a limit (docs/rules.md rule 20). */
export function leftToday(
  shop: Shop,
  { customer, seen, isApproved }: Pick<Wish, 'customer' | 'seen' | 'isApproved'>,
): number | null {
  if (customer === null) return null;
  const hasProof = seen === 'card' || seen === 'instantCard';
  const { spendWithoutCardSom: loose, instantCardDailySom: instant } = shop.programme;
  if (customer.isRegistered) {
    if (hasProof || isApproved) return null;
    return Math.max(0, loose - (customer.spentLoose.get(shop.today) ?? 0));
  }
  const limit = hasProof ? instant : Math.min(loose, instant);
  return Math.max(0, limit - (customer.spentInstant.get(shop.today) ?? 0));
}

const atMost = (limit: number | null, amount: number): number =>
  limit === null ? amount : Math.min(limit, amount);

export function quoteOf(shop: Shop, wish: Wish): Quote {
  const { customer } = wish;
  if (customer !== null) burn(customer.purse, shop.today);
  const lines = priceGoods(shop, wish.lines, wish.basketDiscount, customer);
  const total = sum(lines.map((line) => line.net));
  const payable = sum(lines.map((line) => (line.takesBonus ? line.net : 0)));
  const ceiling = percentDown(payable, shop.programme.bonusCeilingBasisPoints);
  const limit = leftToday(shop, wish);
  const inPurse = customer === null ? 0 : spendable(customer.purse, shop.today);
  const bonusAtMost = customer === null ? 0 : atMost(limit, Math.min(ceiling, inPurse));
  const bonus = Math.min(wish.bonus, bonusAtMost);
  let left = total - bonus;
  const may = wish.giftCard === null ? 0 : Math.min(left, giftCardPays(wish.giftCard.card, shop.today));
  const giftCard = Math.min(may, wish.giftCard?.amount ?? may);
  left -= giftCard;
  const limitLeft = limit === null ? null : Math.max(0, limit - bonus);
  const storeCreditAtMost =
    customer === null ? 0 : atMost(limitLeft, Math.min(left, Math.max(0, customer.storeCredit)));
  const storeCredit = Math.min(wish.storeCredit, storeCreditAtMost);
  left -= storeCredit;
  const debt = wish.debt === null || !customer?.isRegistered ? 0 : Math.min(left, wish.debt.amount ?? left);
  left -= debt;
  const over = wish.donation === null ? 0 : left % wish.donation.step;
  const donation = wish.donation === null || over === 0 ? 0 : wish.donation.step - over;
  const due = left + donation;
  const step = shop.fixed.cashRoundingSom;
  return {
    lines,
    total,
    vat: sum(lines.map((line) => line.vat)),
    ceiling,
    spendable: inPurse,
    bonusAtMost,
    bonus,
    giftCard,
    storeCreditAtMost,
    storeCredit,
    debt,
    donation,
    due,
    dueCash: step > 1 ? due - (due % step) : due,
  };
}

/** Who paid for which line: each way of paying over what the ones before it left (docs/rules.md rule 19). */
export function sharesOf(quote: Quote): Shares[] {
  const left = quote.lines.map((line) => line.net);
  const shares = left.map((): Shares => ({ bonus: 0, giftCard: 0, storeCredit: 0, debt: 0, money: 0 }));
  for (const kind of shareKinds) {
    const amount = kind === 'money' ? sum(left) : quote[kind];
    const may = quote.lines.map((line, index) =>
      kind === 'bonus' && !line.takesBonus ? 0 : (left[index] ?? 0),
    );
    const parts = split(amount, may);
    for (const [index, part] of parts.entries()) {
      const share = shares[index];
      if (share === undefined) continue;
      share[kind] = part;
      left[index] = (left[index] ?? 0) - part;
    }
  }
  return shares;
}

/** On what a line earns at the till (docs/rules.md rule 2). */
export function earningBase(shares: Shares, withDebt: boolean): number {
  return shares.giftCard + shares.storeCredit + shares.money + (withDebt ? shares.debt : 0);
}

/** floor(Σ base × rate ÷ 10 000), once for all. */
export function bonusOn(parts: readonly (readonly [base: number, rate: number])[]): number {
  return Number(parts.reduce((all, [base, rate]) => all + BigInt(base) * BigInt(rate), 0n) / 10_000n);
}

/** Whether the receipt earns at all; when not, none of its lines has a rate either. */
function earnsNothing({ programme, today }: Shop, customer: Customer | null, quote: Quote): boolean {
  if (!programme.earnWhileRedeeming && quote.bonus > 0) return true;
  if (quote.total < programme.minimumReceiptSom) return true;
  const earlier = customer?.earnedOn.get(today) ?? [];
  const { mostReceiptsPerDay: receipts, mostEarnedPerDaySom: most } = programme;
  return (receipts !== null && earlier.length >= receipts) || (most !== null && sum(earlier) >= most);
}

export interface Earning {
  readonly rates: readonly number[];
  readonly shares: readonly Shares[];
  readonly bonus: number;
}

export function earningOf(shop: Shop, wish: Wish, quote: Quote): Earning {
  const { programme, today } = shop;
  const shares = sharesOf(quote);
  if (earnsNothing(shop, wish.customer, quote)) return { rates: shares.map(() => 0), shares, bonus: 0 };
  const rates = quote.lines.map((line) => line.rateBasisPoints);
  const withDebt = programme.debtEarns === 'atOnce';
  const byRates = bonusOn(shares.map((share, index) => [earningBase(share, withDebt), rates[index] ?? 0]));
  const most = programme.mostEarnedPerDaySom;
  if (most === null) return { rates, shares, bonus: byRates };
  const earlier = sum(wish.customer?.earnedOn.get(today) ?? []);
  return { rates, shares, bonus: Math.min(byRates, Math.max(0, most - earlier)) };
}

/** What the till made of the sale that the rules do not decide. */
export interface SaleNames {
  readonly id: string;
  readonly number: number;
  readonly receiptCode: string;
  readonly claimCode: string | null;
}

/** Life of bonus by the programme: it begins when it may be spent, which is after the days of waiting. */
export function lifeOf(
  { programme, today }: Shop,
  activeFrom: Day = plusDays(today, programme.activationDelayDays),
): { readonly activeFrom: Day; readonly expiresOn: Day | null } {
  const days = programme.bonusExpiryDays;
  return { activeFrom, expiresOn: days === 0 ? null : plusDays(activeFrom, days) };
}

/** What rounding the cash let go, and what of the change stays on the account. */
export interface Paid {
  readonly rounding: number;
  readonly toAccount: number;
}

/** Remembers a completed sale. Changes nothing that the till was not asked to change. */
export function rememberSale(shop: Shop, wish: Wish, quote: Quote, names: SaleNames, paid: Paid): Sale {
  const { customer } = wish;
  const { rates, shares, bonus } = earningOf(shop, wish, quote);
  const purse: Purse = customer?.purse ?? emptyPurse();
  const spent = quote.bonus > 0 ? spend(purse, quote.bonus, shop.today) : [];
  // What the sale brings beside its own bonus comes before that, and pays nothing of this sale.
  const firstPurchase = rewardFirstPurchase(shop, customer);
  const claimExpiresOn = customer === null ? plusDays(shop.today, shop.programme.claimDays) : null;
  const sale: Sale = {
    ...names,
    claimExpiresOn,
    day: shop.today,
    lines: quote.lines.map((line, index) => ({
      quantity: line.quantity,
      net: line.net,
      vatBasisPoints: line.product.vatBasisPoints,
      rateBasisPoints: rates[index] ?? 0,
      shares: shares[index] ?? noShares(),
      returned: 0,
      refunded: noShares(),
    })),
    vat: quote.vat,
    rounding: paid.rounding,
    donation: wish.donation === null ? null : { fundId: wish.donation.fundId, amount: quote.donation },
    giftCardNumber: quote.giftCard > 0 ? (wish.giftCard?.card.number ?? null) : null,
    debtEarnedAtOnce: shop.programme.debtEarns === 'atOnce',
    customer,
    purse,
    spent,
    earned: bonus,
    takenBack: 0,
    debt: null,
    vatReversed: 0,
    isWhollyReturned: false,
    firstPurchase,
  };
  if (bonus > 0) {
    const life = lifeOf(shop);
    const lot = { order: orderOf(shop), saleNumber: sale.number, hasUsualLife: true, ...life };
    give(purse, bonus, claimExpiresOn === null ? lot : { ...lot, expiresOn: claimExpiresOn });
  }
  moveMoney(shop, wish, quote, sale, paid);
  shop.sales.push(sale);
  return sale;
}

export const noShares = (): Shares => ({ bonus: 0, giftCard: 0, storeCredit: 0, debt: 0, money: 0 });

function moveMoney(
  shop: Shop,
  { customer, seen, giftCard, donation }: Wish,
  quote: Quote,
  sale: Sale,
  paid: Paid,
): void {
  shop.money += quote.due - paid.rounding + paid.toAccount;
  if (giftCard !== null) giftCard.card.balance -= quote.giftCard;
  if (donation !== null) addTo(shop.funds, donation.fundId, quote.donation);
  if (customer === null) return;
  const { today } = shop;
  customer.storeCredit += paid.toAccount - quote.storeCredit;
  const spentOfLimit = quote.bonus + quote.storeCredit;
  const hasProof = seen === 'card' || seen === 'instantCard';
  if (spentOfLimit > 0 && !customer.isRegistered) addTo(customer.spentInstant, today, spentOfLimit);
  else if (spentOfLimit > 0 && !hasProof) addTo(customer.spentLoose, today, spentOfLimit);
  countVisit(customer, sale, today);
  if (quote.debt > 0) {
    sale.debt = {
      sale,
      takenOn: today,
      dueOn: plusDays(today, shop.fixed.debtDays),
      order: orderOf(shop),
      amount: quote.debt,
      open: quote.debt,
      repaid: 0,
    };
    customer.debts.push(sale.debt);
  }
}

/** The money of a sale counts for tiers when it is paid; its debt when that is repaid (docs/rules.md rules 2 and 12). */
export function countVisit(customer: Customer, sale: Sale, today: Day): void {
  const paid = sum(
    sale.lines.map((line) => earningBase(line.shares, false) - earningBase(line.refunded, false)),
  );
  addTo(customer.paidOn, today, paid);
  customer.receipts += 1;
  if (sale.earned > 0) customer.earnedOn.set(today, [...(customer.earnedOn.get(today) ?? []), sale.earned]);
}
