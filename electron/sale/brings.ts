/** What a sale brings its customer beside what the goods earn: for a friend's word, a first purchase, stamps and games. */
import { addSom, type Som, zeroSom } from '../../shared/money.ts';
import type { BusinessDay } from '../../shared/time.ts';
import {
  type Collected,
  collect,
  notePaid,
  rewardFirstPurchase,
  rewardReferral,
} from '../loyalty/inTransaction.ts';
import type { WriteScope } from '../verb.ts';
import type { LoadedBasket } from './loadBasket.ts';

export interface SaleBrings {
  /** What being sent by a friend brought; posted already, as all of this. */
  readonly friendBonusSom: Som;
  readonly deedBonusSom: Som;
  readonly collected: Collected;
}

export const nothingCollected: Collected = {
  stamps: [],
  ticketsOf: [],
  challenges: [],
  reached: [],
  bonusSom: zeroSom,
  seriesToGive: [],
};

const nothing: SaleBrings = {
  friendBonusSom: zeroSom,
  deedBonusSom: zeroSom,
  collected: nothingCollected,
};

/**
 * Gives all of it, before the sale itself counts in the customer's figures: it is the first purchase only until then. The
 * money comes first, because challenges look at the days on which it was paid.
 */
export async function bringToCustomer(
  scope: WriteScope,
  saleId: string,
  loaded: LoadedBasket,
): Promise<SaleBrings> {
  const { customer, facts, quote } = loaded;
  if (customer === null) return nothing;
  const friendBonusSom = await bonusOfFriend(scope, saleId, loaded);
  const given = await giveForPurchase(scope, {
    saleId,
    customerId: customer.id,
    day: facts.day,
    paidSom: addSom(quote.giftCardPaysSom, quote.storeCreditPaysSom, quote.exchangePaysSom, quote.moneySom),
    lines: quote.priced.lines,
    netSom: quote.totalSom,
    rewards: quote.priced.rewards,
    usedPromotionIds: usedPromotions(loaded),
    mayBeFirst: customer.receipts === 0,
  });
  return { friendBonusSom, ...given };
}

/** A purchase as far as its customer's days, deeds and games look at it. */
export type Purchase = Parameters<typeof collect>[1] & {
  /** Money, gift card and account; bonus never, a debt when it is repaid. */
  readonly paidSom: Som;
  readonly day: BusinessDay;
  /** The customer has no earlier receipt. */
  readonly mayBeFirst: boolean;
};

/** The same for a receipt that is given to its customer later. */
export async function giveForPurchase(
  scope: WriteScope,
  { paidSom, mayBeFirst, ...sale }: Purchase,
): Promise<Omit<SaleBrings, 'friendBonusSom'>> {
  const { customerId } = sale;
  await notePaid(scope, { customerId, amountSom: paidSom });
  const { saleId } = sale;
  const deedBonusSom = mayBeFirst ? await rewardFirstPurchase(scope, { saleId, customerId }) : zeroSom;
  return { deedBonusSom, collected: await collect(scope, sale) };
}

/** Promotions that took something off: the free piece of a stamp card is used up by it. */
function usedPromotions({ quote }: LoadedBasket): readonly string[] {
  return quote.priced.promotions.flatMap(({ promotionId, outcome }) =>
    outcome.kind === 'applied' ? [promotionId] : [],
  );
}

/** What being sent by a friend brings on a first purchase; 0 when nobody sent the customer or it does not count. */
async function bonusOfFriend(
  scope: WriteScope,
  saleId: string,
  { facts, quote, customer }: LoadedBasket,
): Promise<Som> {
  const code = facts.content.referralCode;
  if (code === null || customer === null) return zeroSom;
  const purchase = { saleId, code, friendId: customer.id, netSom: quote.totalSom, day: facts.day };
  return (await rewardReferral(scope, purchase))?.friendBonusSom ?? zeroSom;
}
