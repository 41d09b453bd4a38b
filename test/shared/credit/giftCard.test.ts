/** Rule 24: gift cards are a promise of the shop, and change may stay with it. */
import { describe, expect, it } from 'vitest';
import {
  changeToAccount,
  coverableSom,
  type GiftCard,
  giftCardExpiry,
  giftCardLiability,
  judgeGiftCard,
  payableByGiftCard,
  takesMoney,
} from '../../../shared/credit/giftCard.ts';
import { som } from '../../../shared/money.ts';
import { businessDay } from '../../../shared/time.ts';

const today = businessDay('2026-11-22');
const card = (changes: Partial<GiftCard> = {}): GiftCard => ({
  number: '2900000000015',
  isBlocked: false,
  expiresOn: null,
  balanceSom: som(15_000),
  ...changes,
});

describe('a gift card', () => {
  it('pays to the end of its last day and not after', () => {
    expect(judgeGiftCard(card({ expiresOn: today }), today)).toBeNull();
    expect(judgeGiftCard(card({ expiresOn: businessDay('2026-11-21') }), today)).toEqual({
      refused: 'GiftCardExpired',
      data: { expiredOn: '2026-11-21' },
    });
  });

  it('pays nothing when it is blocked or empty', () => {
    expect(judgeGiftCard(card({ isBlocked: true }), today)).toMatchObject({ refused: 'GiftCardBlocked' });
    expect(judgeGiftCard(card({ balanceSom: som(0) }), today)).toMatchObject({ refused: 'GiftCardEmpty' });
    expect(payableByGiftCard(som(40_000), card({ isBlocked: true }), today)).toBe(0);
  });

  it('pays what is on it, or all that it may cover', () => {
    expect(payableByGiftCard(som(40_000), card(), today)).toBe(15_000);
    expect(payableByGiftCard(som(9_000), card(), today)).toBe(9_000);
  });

  it('runs out so many days after it was sold, or never', () => {
    expect(giftCardExpiry(today, 365)).toBe('2027-11-22');
    expect(giftCardExpiry(today, 0)).toBeNull();
  });

  it('is owed by the shop until it runs out or is blocked', () => {
    const cards = [
      card(),
      card({ expiresOn: businessDay('2026-11-01'), balanceSom: som(700) }),
      card({ isBlocked: true, balanceSom: som(40) }),
    ];
    expect(giftCardLiability(cards, today)).toEqual({ owedSom: 15_000, expiredSom: 740 });
  });

  it('takes the money of a return back on its last day, and no more after it or while it is blocked', () => {
    expect(takesMoney(card({ expiresOn: today, balanceSom: som(0) }), today)).toBe(true);
    expect(takesMoney(card({ expiresOn: null }), today)).toBe(true);
    expect(takesMoney(card({ expiresOn: businessDay('2026-11-21') }), today)).toBe(false);
    expect(takesMoney(card({ isBlocked: true }), today)).toBe(false);
  });
});

describe('what may pay for what', () => {
  const lines = [
    { kind: 'goods', netSom: som(30_000) },
    { kind: 'giftCardSale', netSom: som(50_000) },
    { kind: 'debtRepayment', netSom: som(20_000) },
  ] as const;

  it.each([
    ['bonus', 30_000],
    ['giftCard', 30_000],
    ['debt', 30_000],
    ['storeCredit', 50_000],
  ] as const)('%s covers %i of it', (tender, covered) => {
    expect(coverableSom(lines, tender)).toBe(covered);
  });
});

describe('change to the account', () => {
  it.each([
    [3_450, 1_000, 3_000, 450],
    [450, 1_000, 0, 450],
    [3_000, 1_000, 3_000, 0],
    [3_450, 0, 3_450, 0],
  ])('%i with notes from %i leaves %i in the hand and %i on the account', (change, step, drawer, account) => {
    expect(changeToAccount(som(change), som(step))).toEqual({ drawerSom: drawer, accountSom: account });
  });
});
