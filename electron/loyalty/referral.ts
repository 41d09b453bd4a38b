/** What a sale lets happen to friends who were sent: judged when the code is read, rewarded once, taken back once. */
import type { Kysely } from 'kysely';
import { readCode } from '../../shared/code.ts';
import type { Posting } from '../../shared/ledger/posting.ts';
import { type BonusLot, lotExpiry, settleEarning, takeBackEarned } from '../../shared/loyalty/lots.ts';
import {
  isTakenBack,
  judgeFriend,
  type ReferralRefusal,
  type ReferralSettings,
  referralOutcome,
  referralPosting,
} from '../../shared/loyalty/referral.ts';
import { type Som, som, subtractSom, sumOf, zeroSom } from '../../shared/money.ts';
import type { BusinessDay } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import { post } from '../ledger/inTransaction.ts';
import { type BonusScope, bonusBalanceOf, livingLots, owedAfterReturns } from './lots.ts';
import { insertLot, insertLotUses, takeFromLot } from './queries.ts';
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
    const friendLotId = await giveLot(scope, friend);
    const referrerLotId = await giveLot(scope, sender);
    await postReferral(scope, id, 'referral', referralPosting(friend, sender));
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

/** A lot with the usual life; what a return left owing is repaid first. Null when nothing is left for a lot. */
async function giveLot(scope: BonusScope, { customerId, bonusSom }: Rewarded): Promise<string | null> {
  const lots = await livingLots(scope, customerId);
  const owedSom = owedAfterReturns(lots, await bonusBalanceOf(scope.trx, customerId));
  const { lotSom } = settleEarning(bonusSom, owedSom);
  if (lotSom === zeroSom) return null;
  const id = scope.newId();
  await insertLot.one(scope.trx, {
    id,
    holder_kind: 'customer',
    holder_id: customerId,
    // Not the sale's own lot: that one follows the lines that are returned (docs/rules.md rule 8), this one all or nothing.
    sale_id: null,
    earned_som: lotSom,
    remaining_som: lotSom,
    active_from: scope.businessDay,
    expires_on: lotExpiry(scope.businessDay, scope.settings.bonusExpiryDays),
    created_at: scope.now,
  });
  return id;
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
  const friend = { customerId: given.friend_id, bonusSom: som(given.friend_bonus_som) };
  const referrer = { customerId: given.referrer_id, bonusSom: som(given.referrer_bonus_som) };
  const friendBackSom = await takeLotBack(scope, given.id, friend, given.friend_lot_id);
  const referrerBackSom = await takeLotBack(scope, given.id, referrer, given.referrer_lot_id);
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

/** Empties lots by a reward and answers what the balance goes down by: what had burnt already is gone from it. */
async function takeLotBack(
  scope: BonusScope,
  referralId: string,
  { customerId, bonusSom }: Rewarded,
  ownLotId: string | null,
): Promise<Som> {
  const lots: readonly BonusLot[] = await livingLots(scope, customerId);
  const burntSom = ownLotId === null ? zeroSom : await burntIn(scope, ownLotId);
  const taken = takeBackEarned(bonusSom, ownLotId, burntSom, lots, scope.businessDay);
  for (const move of taken.moves) {
    if (!(await takeFromLot(scope.trx, move.lotId, move.amountSom))) throw new Error('a lot moved meanwhile');
  }
  await insertLotUses.many(
    scope.trx,
    taken.moves.map((move) => ({
      id: scope.newId(),
      lot_id: move.lotId,
      document_kind: 'referralTakenBack',
      document_id: referralId,
      kind: 'takenBack' as const,
      amount_som: move.amountSom,
      used_at: scope.now,
    })),
  );
  return subtractSom(bonusSom, taken.burntSom);
}

async function burntIn({ trx }: BonusScope, lotId: string): Promise<Som> {
  const uses = await trx
    .selectFrom('bonus_lot_use')
    .select('amount_som')
    .where('lot_id', '=', lotId)
    .where('kind', '=', 'expired')
    .execute();
  return sumOf(uses, (use) => som(use.amount_som));
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
