/** What a sale lets happen to friends who were sent: judged when the code is read, rewarded once, taken back once. */
import type { Kysely } from 'kysely';
import { readCode } from '../../shared/code.ts';
import type { Posting } from '../../shared/ledger/posting.ts';
import {
  isTakenBack,
  judgeFriend,
  type ReferralRefusal,
  type ReferralSettings,
  referralOutcome,
  referralPosting,
} from '../../shared/loyalty/referral.ts';
import { addSom, type Som, som, subtractSom, zeroSom } from '../../shared/money.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { customerFacts } from '../customer/queries.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import { post } from '../ledger/inTransaction.ts';
import { noteBonus } from './bonusMonth.ts';
import { emptyLot, giveLot } from './giveBonus.ts';
import type { BonusScope } from './lots.ts';
import {
  friendOf,
  holderOfReferralCode,
  insertReferral,
  referrerOf,
  rewardOfSale,
} from './referralQueries.ts';

export interface SentFriend {
  /** The referrer's code as it was read. */
  readonly code: string;
  /** The customer on the basket, if there is one. */
  readonly friendId: string | null;
  readonly day: BusinessDay;
  readonly settings: ReferralSettings;
}

/** Who sent the customer on the basket, or why their code does not count (shared/loyalty/referral.ts). */
export async function judgeReferral(
  db: Kysely<Tables>,
  sent: SentFriend,
): Promise<{ readonly referrerId: string; readonly referrerName: string } | ReferralRefusal> {
  const { referrer, refusal } = await judge(db, sent);
  if (refusal !== null) return refusal;
  if (referrer === null) throw new Error('a code that counts has its customer');
  return { referrerId: referrer.customerId, referrerName: referrer.name };
}

async function judge(db: Kysely<Tables>, { code, friendId, day, settings }: SentFriend) {
  const read = readCode(code);
  const referrerId = read?.kind === 'referral' ? await holderOfReferralCode(db, read.code) : null;
  const referrer = referrerId === null ? null : await referrerOf(db, referrerId, day);
  const friend = friendId === null ? null : await friendOf(db, friendId);
  return { referrer, refusal: judgeFriend(referrer, friend, settings) };
}

export interface FirstPurchase {
  readonly saleId: string;
  readonly friendId: string;
  readonly code: string;
  /** What the goods cost after all discounts. */
  readonly netSom: Som;
  readonly day: BusinessDay;
}

export interface ReferralReward {
  readonly friendBonusSom: Som;
  readonly referrerBonusSom: Som;
}

/**
 * Gives both what a first purchase brings, or notes why it brings nothing; the purchase goes on either way. Null when
 * nothing was given. To be called before the sale counts in the friend's figures, because it is no first one afterwards.
 */
export async function rewardReferral(
  scope: BonusScope,
  purchase: FirstPurchase,
): Promise<ReferralReward | null> {
  const { trx, settings } = scope;
  const { referrer, refusal } = await judge(trx, { ...purchase, settings });
  // Whoever was sent before, or brings a code of nobody, leaves no second trace.
  if (referrer === null || refusal?.refused === 'ReferralAlready' || refusal?.refused === 'ReferralOff') {
    return null;
  }
  if (referrer.customerId === purchase.friendId) return null;
  const outcome = referralOutcome(refusal, purchase.netSom, settings);
  const id = scope.newId();
  const row = {
    id,
    referrer_id: referrer.customerId,
    friend_id: purchase.friendId,
    till_id: scope.tillId,
    business_day: purchase.day,
    noted_at: scope.now,
    noted_by: scope.actor.personId,
    sale_id: purchase.saleId,
  };
  if (outcome.kind === 'refused') {
    await insertReferral(trx, { ...row, ...nothingGiven, state: 'refused', refusal: outcome.reason });
  } else {
    const friend = { customerId: purchase.friendId, bonusSom: outcome.friendBonusSom };
    const sender = { customerId: referrer.customerId, bonusSom: outcome.referrerBonusSom };
    const friendLotId = await giveReward(scope, friend);
    const referrerLotId = await giveReward(scope, sender);
    await postReferral(scope, id, 'referral', referralPosting(friend, sender));
    await noteBonus(scope, 'friend', addSom(friend.bonusSom, sender.bonusSom));
    await insertReferral(trx, {
      ...row,
      state: 'rewarded',
      refusal: null,
      rewarded_on: purchase.day,
      friend_bonus_som: friend.bonusSom,
      referrer_bonus_som: sender.bonusSom,
      friend_lot_id: friendLotId,
      referrer_lot_id: referrerLotId,
    });
  }
  await followReferral(scope, id, purchase, { referrerId: referrer.customerId, ...outcome });
  return outcome.kind === 'refused' ? null : outcome;
}

const nothingGiven = {
  rewarded_on: null,
  friend_bonus_som: 0,
  referrer_bonus_som: 0,
  friend_lot_id: null,
  referrer_lot_id: null,
} as const;

async function followReferral(
  scope: BonusScope,
  id: string,
  { saleId, friendId }: FirstPurchase,
  content: Readonly<Record<string, string | number>>,
): Promise<void> {
  await scope.follow({
    ...documentOf(scope, 'referral', { saleId, friendId, ...content }),
    id,
    customerId: friendId,
  });
}

interface Rewarded {
  readonly customerId: string;
  readonly bonusSom: Som;
}

/** A lot with the usual life. */
function giveReward(scope: BonusScope, { customerId, bonusSom }: Rewarded): Promise<string | null> {
  const expiryDays = scope.settings.bonusExpiryDays;
  return giveLot(scope, { customerId, amountSom: bonusSom, expiryDays, reason: 'referral' });
}

/**
 * Takes both rewards back because all of the first purchase was returned while the shop takes goods back (docs/rules.md
 * rule 9). What is spent already is taken from other lots or left owing, as with any bonus (rule 8). Null when the sale
 * brought none, or its days are over.
 */
export async function takeReferralBack(scope: BonusScope, saleId: string): Promise<ReferralReward | null> {
  const given = await rewardOfSale(scope.trx, saleId);
  if (given === undefined) return null;
  const returned = { isWhole: true, day: scope.businessDay };
  if (!isTakenBack(given.rewarded_on as BusinessDay, returned, scope.settings)) return null;
  const friend = {
    customerId: await livingId(scope, given.friend_id),
    bonusSom: som(given.friend_bonus_som),
  };
  const referrer = {
    customerId: await livingId(scope, given.referrer_id),
    bonusSom: som(given.referrer_bonus_som),
  };
  const friendBackSom = await takeRewardBack(scope, given.id, friend, given.friend_lot_id);
  const referrerBackSom = await takeRewardBack(scope, given.id, referrer, given.referrer_lot_id);
  await noteBonus(scope, 'takenBack', addSom(friendBackSom, referrerBackSom));
  await postReferral(
    scope,
    given.id,
    'referralTakenBack',
    referralPosting(
      { ...friend, bonusSom: subtractSom(zeroSom, friendBackSom) },
      { ...referrer, bonusSom: subtractSom(zeroSom, referrerBackSom) },
    ),
  );
  await scope.trx.updateTable('referral').set({ state: 'takenBack' }).where('id', '=', given.id).execute();
  await scope.follow({
    ...documentOf(scope, 'referralTakenBack', {
      referralId: given.id,
      saleId,
      friendId: friend.customerId,
      referrerId: referrer.customerId,
      friendBackSom,
      referrerBackSom,
    }),
    customerId: friend.customerId,
  });
  return { friendBonusSom: friendBackSom, referrerBonusSom: referrerBackSom };
}

/** Whoever sent themselves, as a merge showed, stays under the former name; the bonus went over (docs/rules.md rule 32). */
async function livingId({ trx }: BonusScope, customerId: string): Promise<string> {
  return (await customerFacts(trx, customerId))?.id ?? customerId;
}

/** Empties lots by a reward and answers what the balance goes down by: what had burnt already is gone from it. */
function takeRewardBack(
  scope: BonusScope,
  referralId: string,
  { customerId, bonusSom }: Rewarded,
  lotId: string | null,
): Promise<Som> {
  return emptyLot(scope, {
    customerId,
    amountSom: bonusSom,
    lotId,
    documentKind: 'referralTakenBack',
    documentId: referralId,
  });
}

async function postReferral(
  scope: BonusScope,
  referralId: string,
  reason: 'referral' | 'referralTakenBack',
  posting: Posting,
): Promise<void> {
  await post(scope.trx, posting, {
    id: scope.newId(),
    documentKind: 'referral',
    documentId: referralId,
    businessDay: scope.businessDay,
    at: scope.now,
    reason,
  });
}
