/** "Bring a friend": when a code counts, what the first purchase brings, and when it is taken back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { postingIsBalanced } from '../../../shared/ledger/posting.ts';
import {
  type Friend,
  isTakenBack,
  judgeFriend,
  type ReferralSettings,
  type Referrer,
  referralOutcome,
  referralPosting,
} from '../../../shared/loyalty/referral.ts';
import { som } from '../../../shared/money.ts';
import { defaultSettings } from '../../../shared/shop/settings.ts';
import { addDays, businessDay } from '../../../shared/time.ts';

const settings: ReferralSettings = { ...defaultSettings, isReferralOn: true };
const till = 'till 1';
const today = businessDay('2026-11-22');

const aziza: Referrer = {
  customerId: 'aziza',
  receipts: 7,
  phones: ['+998901112233', '+998933334455'],
  cards: ['2900000000011'],
  madeAt: { tillId: till, day: businessDay('2026-03-08') },
  rewardedThisMonth: 0,
};
const bobur: Friend = {
  customerId: 'bobur',
  receipts: 0,
  phones: ['+998909998877'],
  cards: ['2900000000028'],
  madeAt: { tillId: till, day: today },
  isRegistered: true,
  wasSent: false,
};

const answer = (
  referrer: Partial<Referrer> | null,
  friend: Partial<Friend> | null,
  different: Partial<ReferralSettings> = {},
) =>
  judgeFriend(
    referrer === null ? null : { ...aziza, ...referrer },
    friend === null ? null : { ...bobur, ...friend },
    { ...settings, ...different },
  )?.refused ?? null;

describe('whether a friend counts', () => {
  test('somebody new with a phone of their own counts for a customer who has bought before', () => {
    expect(answer({}, {})).toBeNull();
  });

  test.each([
    ['in a shop that does not do it', {}, {}, { isReferralOn: false }, 'ReferralOff'],
    ['with a code of nobody', null, {}, {}, 'ReferralUnknown'],
    ['without a customer on the basket', {}, null, {}, 'ReferralNeedsCustomer'],
    ['with an instant card nobody registered', {}, { isRegistered: false }, {}, 'ReferralNeedsCustomer'],
    ['with their own code', {}, { customerId: 'aziza' }, {}, 'ReferralOwnCode'],
    ['who was sent before', {}, { wasSent: true }, {}, 'ReferralAlready'],
    ['who has bought before', {}, { receipts: 1 }, {}, 'ReferralNotNew'],
    ['under a phone that the referrer had once', {}, { phones: ['+998933334455'] }, {}, 'ReferralSamePhone'],
    ['who had the phone that the referrer has', { phones: ['+998909998877'] }, {}, {}, 'ReferralSamePhone'],
    ['with a card of the referrer', {}, { cards: ['2900000000011'] }, {}, 'ReferralSameCard'],
    [
      'made at the same till on the same day as the referrer',
      { madeAt: { tillId: till, day: today } },
      {},
      {},
      'ReferralSameDay',
    ],
    ['sent by somebody who never bought', { receipts: 0 }, {}, {}, 'ReferralReferrerNew'],
    [
      'as the third in a month of two',
      { rewardedThisMonth: 2 },
      {},
      { referralsPerMonth: 2 },
      'ReferralTooMany',
    ],
  ] as const)('nobody counts %s', (_who, referrer, friend, different, code) => {
    expect(answer(referrer, friend, different)).toBe(code);
  });

  test('another till, or another day, is no sign of one person', () => {
    expect(answer({ madeAt: { tillId: 'till 2', day: today } }, {})).toBeNull();
    expect(answer({ madeAt: { tillId: till, day: addDays(today, -1) } }, {})).toBeNull();
    expect(answer({ madeAt: null }, { madeAt: null })).toBeNull();
  });

  test('the second friend of a month of two still counts', () => {
    expect(answer({ rewardedThisMonth: 1 }, {}, { referralsPerMonth: 2 })).toBeNull();
  });

  test('whoever is their own friend is told so before anything else', () => {
    expect(answer({ receipts: 0 }, { customerId: 'aziza', receipts: 7, cards: aziza.cards })).toBe(
      'ReferralOwnCode',
    );
  });
});

describe('what the first purchase brings', () => {
  const brings = (netSom: number, different: Partial<ReferralSettings> = {}) =>
    referralOutcome(null, som(netSom), { ...settings, ...different });

  test('from 50 000 on both get 10 000', () => {
    const both = { kind: 'rewarded', friendBonusSom: 10_000, referrerBonusSom: 10_000 };
    expect(brings(50_000)).toEqual(both);
    expect(brings(49_999)).toEqual({ kind: 'refused', reason: 'ReferralBelowSum' });
  });

  test('each side has its own reward', () => {
    expect(brings(50_000, { referralFriendBonusSom: som(0), referralReferrerBonusSom: som(7_000) })).toEqual({
      kind: 'rewarded',
      friendBonusSom: 0,
      referrerBonusSom: 7_000,
    });
  });

  test('a receipt of nothing brings nothing, even in a shop that asks for no sum', () => {
    expect(brings(0, { referralFromSom: som(0) })).toMatchObject({ reason: 'ReferralBelowSum' });
    expect(brings(1, { referralFromSom: som(0) })).toMatchObject({ kind: 'rewarded' });
  });

  test('a friend who does not count brings nothing, whatever they spend', () => {
    const refusal = judgeFriend(aziza, { ...bobur, receipts: 3 }, settings);
    expect(referralOutcome(refusal, som(900_000), settings)).toEqual({
      kind: 'refused',
      reason: 'ReferralNotNew',
    });
  });

  test('both rewards are a cost of the shop and what it owes each of them', () => {
    const posting = referralPosting(
      { customerId: 'bobur', bonusSom: som(10_000) },
      { customerId: 'aziza', bonusSom: som(7_000) },
    );
    expect(posting).toEqual([
      { account: 'bonusCost', subjectId: 'shop', amountSom: 10_000 },
      { account: 'bonusLiability', subjectId: 'bobur', amountSom: -10_000 },
      { account: 'bonusCost', subjectId: 'shop', amountSom: 7_000 },
      { account: 'bonusLiability', subjectId: 'aziza', amountSom: -7_000 },
    ]);
  });

  test('whatever both get or give back, the posting balances', () => {
    const amount = fc.integer({ min: -1_000_000, max: 1_000_000 }).map(som);
    fc.assert(
      fc.property(amount, amount, (friend, referrer) => {
        const posting = referralPosting(
          { customerId: 'f', bonusSom: friend },
          { customerId: 'r', bonusSom: referrer },
        );
        expect(postingIsBalanced(posting)).toBe(true);
      }),
    );
  });
});

describe('when it is taken back', () => {
  const returned = (isWhole: boolean, daysLater: number) =>
    isTakenBack(today, { isWhole, day: addDays(today, daysLater) }, { returnDays: 10 });

  test('when all of the first purchase comes back on the last day for returns', () => {
    expect(returned(true, 10)).toBe(true);
  });

  test('not a day later, and not while the friend keeps a part', () => {
    expect(returned(true, 11)).toBe(false);
    expect(returned(false, 0)).toBe(false);
  });
});
