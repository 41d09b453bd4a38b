/** Returned goods move every account back by what they had moved it (docs/rules.md rules 8, 9 and 19). */
import { expect, test } from 'vitest';
import { postingIsBalanced } from '../../../shared/ledger/posting.ts';
import { type ReturnToPost, returnPosting } from '../../../shared/ledger/returnPosting.ts';
import { salePosting } from '../../../shared/ledger/salePosting.ts';
import { som } from '../../../shared/money.ts';

const plain: ReturnToPost = {
  tillId: 'till',
  tenders: [],
  netSom: som(0),
  vatSom: som(0),
  discounts: {},
  partner: null,
  roundingSom: som(0),
  donation: null,
  forgivenBackSom: som(0),
  customerId: 'customer',
  giftCardId: 'G',
  bonusHolderId: 'customer',
  bonusTakenBackSom: som(0),
};
const tender = (kind: 'bonus' | 'cash' | 'debt' | 'giftCard' | 'storeCredit', amount: number) => ({
  kind,
  provider: null,
  amountSom: som(amount),
  reference: null,
});
const written = (back: Partial<ReturnToPost>) =>
  returnPosting({ ...plain, ...back }).map((entry) => [entry.account, entry.subjectId, entry.amountSom]);

test('a line of 42 648 that was paid with bonus and cash: the worked example', () => {
  const back = {
    tenders: [tender('bonus', 11_406), tender('cash', 31_242)],
    netSom: som(42_648),
    vatSom: som(4_569),
    discounts: { coupon: som(2_852) },
    bonusTakenBackSom: som(625),
  };
  expect(written(back)).toEqual([
    ['bonusLiability', 'customer', -11_406],
    ['cashDrawer', 'till', -31_242],
    ['discounts', 'coupon', -2_852],
    ['sales', 'shop', 40_931],
    ['vat', 'shop', 4_569],
    ['bonusCost', 'shop', -625],
    ['bonusLiability', 'customer', 625],
  ]);
});

test('goods that were all on credit and half forgiven pay nobody back for the half', () => {
  const back = { tenders: [tender('debt', 5_000)], netSom: som(10_000), forgivenBackSom: som(5_000) };
  expect(written(back)).toEqual([
    ['customerDebt', 'customer', -5_000],
    ['sales', 'shop', 10_000],
    ['expense', 'shop', -5_000],
  ]);
});

test('a partner no longer owes for goods that came back, neither discount nor bonus', () => {
  const back = {
    tenders: [tender('cash', 100_800)],
    netSom: som(100_800),
    vatSom: som(11_400),
    discounts: { coupon: som(11_200) },
    partner: { partnerId: 'partner', backSom: som(5_600), bonusBackSom: som(300) },
    bonusTakenBackSom: som(1_000),
  };
  const posting = written(back);
  expect(posting).toContainEqual(['discounts', 'coupon', -5_600]);
  expect(posting).toContainEqual(['partner', 'partner', -5_600]);
  expect(posting).toContainEqual(['partner', 'partner', -300]);
  expect(posting).toContainEqual(['bonusCost', 'shop', 300]);
  expect(posting).toContainEqual(['sales', 'shop', 100_600]);
});

test('where rounding brings a so’m of the partner’s part back before the shop’s, the goods come back all the same', () => {
  // Off 8 of five pieces, 7 of it the partner's: the third piece brings back floor(24/5) − 3 = 1 and floor(21/5) − 2 = 2.
  const third = written({
    tenders: [tender('cash', 1_000)],
    netSom: som(1_000),
    discounts: { coupon: som(1) },
    partner: { partnerId: 'partner', backSom: som(2), bonusBackSom: som(0) },
  });
  expect(third).toContainEqual(['partner', 'partner', -2]);
  expect(third).toContainEqual(['discounts', 'coupon', 1]);
  expect(third).toContainEqual(['sales', 'shop', 1_001]);
  expect(() =>
    written({
      tenders: [tender('cash', 1_000)],
      netSom: som(1_000),
      partner: { partnerId: 'partner', backSom: som(600), bonusBackSom: som(0) },
    }),
  ).toThrow('bears');
});

test('tenders that are not what the goods counted for are a bug', () => {
  expect(() => written({ tenders: [tender('cash', 9_999)], netSom: som(10_000) })).toThrow('balance');
});

test('change that stays on the account is in the drawer, and the shop owes it', () => {
  const posting = salePosting({
    tillId: 'till',
    lines: [{ grossSom: som(46_550), netSom: som(46_550), vatSom: som(0), adjustments: [] }],
    partner: null,
    tenders: [tender('cash', 46_550)],
    roundingSom: som(0),
    changeToAccountSom: som(450),
    donation: null,
    customerId: 'customer',
    giftCardId: null,
    bonusHolderId: 'customer',
    bonusEarnedSom: som(0),
  });
  expect(postingIsBalanced(posting)).toBe(true);
  expect(posting).toContainEqual({ account: 'cashDrawer', subjectId: 'till', amountSom: 450 });
  expect(posting).toContainEqual({ account: 'storeCredit', subjectId: 'customer', amountSom: -450 });
});
