/** "Bring a friend": when a customer's code counts, what both get for it, and when it is taken back. */
import { type Refused, refuse } from '../errors.ts';
import { balanced, type Posting } from '../ledger/posting.ts';
import { bonusEarnedEntries } from '../ledger/salePosting.ts';
import { type Som, zeroSom } from '../money.ts';
import type { ShopSettings } from '../shop/settings.ts';
import { addDays, type BusinessDay } from '../time.ts';
import type { ReferralReason } from './contract.ts';

export type ReferralSettings = Pick<
  ShopSettings,
  | 'isReferralOn'
  | 'referralFriendBonusSom'
  | 'referralReferrerBonusSom'
  | 'referralFromSom'
  | 'referralsPerMonth'
  | 'returnDays'
>;

/** What may give away that two customers are one person. */
export interface KnownPerson {
  readonly customerId: string;
  /** Receipts with which they bought something, given to them later or at once. */
  readonly receipts: number;
  /** Phones they have or had. */
  readonly phones: readonly string[];
  /** Cards they have or had. */
  readonly cards: readonly string[];
  /** Where and when they came into being; null for customers from before that was kept. */
  readonly madeAt: { readonly tillId: string; readonly day: BusinessDay } | null;
}

export interface Referrer extends KnownPerson {
  /** Friends in this calendar month for whom they got something. */
  readonly rewardedThisMonth: number;
}

export interface Friend extends KnownPerson {
  /** Whether they gave a phone. */
  readonly isRegistered: boolean;
  /** Whether somebody sent them before, whatever came of it. */
  readonly wasSent: boolean;
}

export type ReferralRefusal =
  | Refused<Exclude<ReferralReason, 'ReferralTooMany' | 'ReferralBelowSum'>, Record<string, never>>
  | Refused<'ReferralTooMany', { readonly atMost: number }>;

/**
 * Judges whether a friend counts for the one whose code they bring; null when they do. The limits are there because a
 * reward for a new customer invites people to be their own friend. The first that holds is told:
 *
 * | what is known                                             | answer                |
 * |-----------------------------------------------------------|-----------------------|
 * | the shop does not do it                                   | ReferralOff           |
 * | nobody has the code                                       | ReferralUnknown       |
 * | no customer on the basket, or one without a phone         | ReferralNeedsCustomer |
 * | the friend is the referrer                                | ReferralOwnCode       |
 * | the friend was sent before                                | ReferralAlready       |
 * | the friend has bought something before                    | ReferralNotNew        |
 * | a phone that both have or had                             | ReferralSamePhone     |
 * | a card that both have or had                              | ReferralSameCard      |
 * | both were made at one till on one day                     | ReferralSameDay       |
 * | the referrer never bought anything                        | ReferralReferrerNew   |
 * | 10 of 10 friends rewarded in this month                   | ReferralTooMany       |
 */
export function judgeFriend(
  referrer: Referrer | null,
  friend: Friend | null,
  settings: ReferralSettings,
): ReferralRefusal | null {
  if (!settings.isReferralOn) return refuse('ReferralOff', {});
  if (referrer === null) return refuse('ReferralUnknown', {});
  if (friend === null || !friend.isRegistered) return refuse('ReferralNeedsCustomer', {});
  if (friend.customerId === referrer.customerId) return refuse('ReferralOwnCode', {});
  if (friend.wasSent) return refuse('ReferralAlready', {});
  if (friend.receipts > 0) return refuse('ReferralNotNew', {});
  if (haveCommon(friend.phones, referrer.phones)) return refuse('ReferralSamePhone', {});
  if (haveCommon(friend.cards, referrer.cards)) return refuse('ReferralSameCard', {});
  if (areMadeTogether(friend, referrer)) return refuse('ReferralSameDay', {});
  if (referrer.receipts === 0) return refuse('ReferralReferrerNew', {});
  if (referrer.rewardedThisMonth >= settings.referralsPerMonth) {
    return refuse('ReferralTooMany', { atMost: settings.referralsPerMonth });
  }
  return null;
}

export type ReferralOutcome =
  | { readonly kind: 'rewarded'; readonly friendBonusSom: Som; readonly referrerBonusSom: Som }
  | { readonly kind: 'refused'; readonly reason: ReferralReason };

/**
 * What the friend's first purchase brings. It decides for good: one below the sum brings nothing, and a second purchase
 * is no first one. `netSom` is what the goods cost after all discounts.
 *
 * | from 50 000, 10 000 each | the purchase | friend | referrer |
 * |--------------------------|--------------|--------|----------|
 * |                          | 50 000       | 10 000 | 10 000   |
 * |                          | 49 999       | 0      | 0        |
 */
export function referralOutcome(
  refusal: ReferralRefusal | null,
  netSom: Som,
  settings: ReferralSettings,
): ReferralOutcome {
  if (refusal !== null) return { kind: 'refused', reason: refusal.refused };
  if (netSom < settings.referralFromSom || netSom === zeroSom) {
    return { kind: 'refused', reason: 'ReferralBelowSum' };
  }
  return {
    kind: 'rewarded',
    friendBonusSom: settings.referralFriendBonusSom,
    referrerBonusSom: settings.referralReferrerBonusSom,
  };
}

/**
 * Whether both rewards are taken back when the first purchase is returned (docs/rules.md rule 9): only when all of it comes
 * back, and up to the last day on which the shop takes goods back.
 */
export function isTakenBack(
  rewardedOn: BusinessDay,
  returned: { readonly isWhole: boolean; readonly day: BusinessDay },
  settings: Pick<ReferralSettings, 'returnDays'>,
): boolean {
  return returned.isWhole && returned.day <= addDays(rewardedOn, settings.returnDays);
}

function haveCommon(a: readonly string[], b: readonly string[]): boolean {
  return a.some((item) => b.includes(item));
}

function areMadeTogether({ madeAt: a }: KnownPerson, { madeAt: b }: KnownPerson): boolean {
  return a !== null && b !== null && a.tillId === b.tillId && a.day === b.day;
}

/** What both sides get: a cost of the shop against what it owes each of them. */
export function referralPosting(
  friend: { readonly customerId: string; readonly bonusSom: Som },
  referrer: { readonly customerId: string; readonly bonusSom: Som },
): Posting {
  return balanced([
    ...bonusEarnedEntries(friend.customerId, friend.bonusSom),
    ...bonusEarnedEntries(referrer.customerId, referrer.bonusSom),
  ]);
}
