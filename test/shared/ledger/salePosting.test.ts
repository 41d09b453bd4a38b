/** The ledger: every posting sums to zero, and the worked posting is entry by entry the one of docs/rules.md §3. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tender, TenderKind } from '../../../shared/basket.ts';
import { isRefused } from '../../../shared/errors.ts';
import {
  bonusClaimedPosting,
  bonusCorrectionPosting,
  bonusEarnedPosting,
  bonusExpiredPosting,
  bonusPaidOutPosting,
  cashCountPosting,
  cashInPosting,
  cashOutPosting,
  openingBalancePosting,
  reversalPosting,
} from '../../../shared/ledger/otherPostings.ts';
import { type Posting, postingIsBalanced } from '../../../shared/ledger/posting.ts';
import { type SaleToPost, salePosting } from '../../../shared/ledger/salePosting.ts';
import { bonusEarned, defaultCashbackRules } from '../../../shared/loyalty/cashback.ts';
import { basisPoints, percentOf, som, vatInside, zeroSom } from '../../../shared/money.ts';
import { priceBasket } from '../../../shared/sale/priceBasket.ts';
import { roundCash, settlePayment, splitTenders } from '../../../shared/sale/tenders.ts';
import { anyBasket } from '../sale/anyBasket.ts';

const tender = (kind: TenderKind, amount: number, provider: Tender['provider'] = null): Tender => ({
  kind,
  provider,
  amountSom: som(amount),
  reference: null,
});

const rows = (posting: Posting) =>
  posting.map(({ account, subjectId, amountSom }) => [account, subjectId, amountSom] as const);

/** Goods 120 040, discounts 30 000, everything a sale can be paid with. */
const workedSale: SaleToPost = {
  tillId: 'till-1',
  lines: [
    {
      grossSom: som(120_040),
      netSom: som(90_040),
      vatSom: som(9_647),
      adjustments: [
        { step: 'product', amountSom: som(12_000) },
        { step: 'basket', amountSom: som(8_000) },
        { step: 'coupon', amountSom: som(10_000) },
      ],
    },
  ],
  tenders: [
    tender('bonus', 20_000),
    tender('giftCard', 15_000),
    tender('debt', 25_000),
    tender('qr', 10_000, 'click'),
    tender('cash', 20_500),
  ],
  roundingSom: som(40),
  donation: { fundId: 'fund', amountSom: som(500) },
  customerId: 'aziza',
  giftCardId: 'gift-7',
  bonusHolderId: 'aziza',
  bonusEarnedSom: som(900),
  partner: null,
};

describe('the posting of a sale that uses everything', () => {
  it('is the worked one, entry by entry', () => {
    expect(rows(salePosting(workedSale))).toEqual([
      ['bonusLiability', 'aziza', 20_000],
      ['giftCard', 'gift-7', 15_000],
      ['customerDebt', 'aziza', 25_000],
      ['qr', 'click', 10_000],
      ['cashDrawer', 'till-1', 20_500],
      ['discounts', 'product', 12_000],
      ['discounts', 'basket', 8_000],
      ['discounts', 'coupon', 10_000],
      ['rounding', 'shop', 40],
      ['sales', 'shop', -110_393],
      ['vat', 'shop', -9_647],
      ['donations', 'fund', -500],
      ['bonusCost', 'shop', 900],
      ['bonusLiability', 'aziza', -900],
    ]);
  });

  it('follows from the rules: VAT 9 647 inside 90 040, cash 20 500 of 20 540, bonus 900 on 45 040', () => {
    expect(vatInside(som(90_040), basisPoints(1200))).toBe(9_647);
    const settled = settlePayment({
      netSom: som(90_040),
      donationSom: som(500),
      tenders: workedSale.tenders,
      receivedCashSom: som(20_500),
      rounding: { stepSom: 100, direction: 'down' },
    });
    if (isRefused(settled)) throw new Error(settled.refused);
    expect(settled.roundingSom).toBe(40);
    const shares = splitTenders([som(90_040)], settled);
    expect(
      bonusEarned(
        shares.map((each) => ({ bonusBasisPoints: basisPoints(200), shares: each })),
        defaultCashbackRules,
      ),
    ).toBe(900);
  });

  it('needs an owner for bonus, debt and store credit, and a number for a gift card', () => {
    expect(() => salePosting({ ...workedSale, bonusHolderId: null })).toThrow('holder');
    expect(() => salePosting({ ...workedSale, customerId: null })).toThrow('debtor');
    expect(() => salePosting({ ...workedSale, giftCardId: null })).toThrow('gift card');
  });

  it('is refused as a bug when a so’m is lost on the way', () => {
    expect(() => salePosting({ ...workedSale, roundingSom: som(39) })).toThrow('does not balance');
  });
});

/** 112 000 with 12 % VAT inside and a coupon of 11 200 of which a partner bears half. */
const partnerSale: SaleToPost = {
  ...workedSale,
  lines: [
    {
      grossSom: som(112_000),
      netSom: som(100_800),
      vatSom: som(11_400),
      adjustments: [{ step: 'coupon', amountSom: som(11_200) }],
    },
  ],
  tenders: [tender('cash', 100_800)],
  roundingSom: zeroSom,
  donation: null,
  bonusEarnedSom: som(2_016),
  partner: { partnerId: 'bakery', discountShareSom: som(5_600), bonusShareSom: zeroSom },
};

describe('a coupon of which a partner bears a part', () => {
  it('is a claim on the partner, and a discount of the shop for the rest', () => {
    expect(rows(salePosting(partnerSale))).toEqual([
      ['cashDrawer', 'till-1', 100_800],
      ['discounts', 'coupon', 5_600],
      ['partner', 'bakery', 5_600],
      ['sales', 'shop', -100_600],
      ['vat', 'shop', -11_400],
      ['bonusCost', 'shop', 2_016],
      ['bonusLiability', 'aziza', -2_016],
    ]);
  });

  it('has its VAT inside what customer and partner pay together', () => {
    expect(vatInside(som(100_800 + 5_600), basisPoints(1200))).toBe(11_400);
  });

  it('costs the shop nothing where the partner bears all of it, given as goods as well as bonus', () => {
    const posting = salePosting({
      ...partnerSale,
      lines: [
        {
          grossSom: som(112_000),
          netSom: som(100_800),
          vatSom: som(12_000),
          adjustments: [{ step: 'free', amountSom: som(11_200) }],
        },
      ],
      partner: { partnerId: 'bakery', discountShareSom: som(11_200), bonusShareSom: som(2_016) },
    });
    expect(rows(posting)).toEqual([
      ['cashDrawer', 'till-1', 100_800],
      ['partner', 'bakery', 13_216],
      ['sales', 'shop', -100_000],
      ['vat', 'shop', -12_000],
      ['bonusLiability', 'aziza', -2_016],
    ]);
  });

  it('never bears more than was given', () => {
    const partner = { partnerId: 'bakery', discountShareSom: som(11_201), bonusShareSom: zeroSom };
    expect(() => salePosting({ ...partnerSale, partner })).toThrow('no more than');
  });
});

describe('any sale', () => {
  it('sums to zero, and takes from the customer exactly the net', () => {
    const anySale = fc.record({
      basket: anyBasket,
      bonus: fc.integer({ min: 0, max: 10_000 }),
      card: fc.integer({ min: 0, max: 10_000 }),
      step: fc.constantFrom(0, 100, 500, 1_000),
      earned: fc.integer({ min: 0, max: 9_999 }),
    });
    fc.assert(
      fc.property(anySale, ({ basket, bonus, card, step, earned }) => {
        const priced = priceBasket(basket);
        const rounding = { stepSom: step, direction: 'down' } as const;
        const bonusSom = percentOf(priced.netSom, basisPoints(bonus));
        const cardSom = percentOf(som(priced.netSom - bonusSom), basisPoints(card));
        const cashSom = roundCash(som(priced.netSom - bonusSom - cardSom), rounding);
        const settled = settlePayment({
          netSom: priced.netSom,
          donationSom: zeroSom,
          tenders: [
            ...(bonusSom > 0 ? [tender('bonus', bonusSom)] : []),
            ...(cardSom > 0 ? [tender('card', cardSom, 'humo')] : []),
            tender('cash', cashSom),
          ],
          receivedCashSom: som(cashSom + 1_000),
          rounding,
        });
        if (isRefused(settled)) throw new Error(JSON.stringify(settled));
        const posting = salePosting({
          tillId: 'till-1',
          lines: priced.lines,
          tenders: settled.tenders,
          roundingSom: settled.roundingSom,
          donation: null,
          customerId: null,
          giftCardId: null,
          bonusHolderId: 'CLAIM',
          bonusEarnedSom: som(earned),
          partner: null,
        });
        expect(postingIsBalanced(posting)).toBe(true);
        expect(posting.every((entry) => entry.amountSom !== 0)).toBe(true);
        const total = (...accounts: string[]) =>
          posting
            .filter((entry) => accounts.includes(entry.account))
            .reduce((sum, entry) => sum + entry.amountSom, 0);
        expect(total('sales', 'vat', 'discounts') + priced.netSom).toBe(0);
        expect(total('cashDrawer', 'terminal', 'rounding') + bonusSom).toBe(priced.netSom);
      }),
      { numRuns: 500 },
    );
  });
});

describe('postings beside the sale', () => {
  it.each([
    [
      'a float of 200 000',
      cashInPosting('till-1', som(200_000)),
      [
        ['cashDrawer', 'till-1', 200_000],
        ['cashOutsideTill', 'shop', -200_000],
      ],
    ],
    [
      'cash collected',
      cashOutPosting('till-1', som(500_000), 'cashOutsideTill'),
      [
        ['cashOutsideTill', 'shop', 500_000],
        ['cashDrawer', 'till-1', -500_000],
      ],
    ],
    [
      'cash spent on the spot',
      cashOutPosting('till-1', som(30_000), 'expense'),
      [
        ['expense', 'shop', 30_000],
        ['cashDrawer', 'till-1', -30_000],
      ],
    ],
    [
      '300 short at the count',
      cashCountPosting('till-1', som(10_000), som(9_700)),
      [
        ['cashDrawer', 'till-1', -300],
        ['overShort', 'till-1', 300],
      ],
    ],
    ['a count that agrees', cashCountPosting('till-1', som(10_000), som(10_000)), []],
    [
      'bonus that burns',
      bonusExpiredPosting('aziza', som(700)),
      [
        ['bonusLiability', 'aziza', 700],
        ['bonusExpired', 'shop', -700],
      ],
    ],
    [
      'bonus paid out from the drawer',
      bonusPaidOutPosting('aziza', 'till-1', som(700)),
      [
        ['bonusLiability', 'aziza', 700],
        ['cashDrawer', 'till-1', -700],
      ],
    ],
    [
      'bonus that finds its customer',
      bonusClaimedPosting('C23', 'aziza', som(700)),
      [
        ['bonusLiability', 'C23', 700],
        ['bonusLiability', 'aziza', -700],
      ],
    ],
    [
      'bonus earned later',
      bonusEarnedPosting('aziza', som(700)),
      [
        ['bonusCost', 'shop', 700],
        ['bonusLiability', 'aziza', -700],
      ],
    ],
    [
      'bonus taken by hand',
      bonusCorrectionPosting('aziza', som(-700)),
      [
        ['bonusCost', 'shop', -700],
        ['bonusLiability', 'aziza', 700],
      ],
    ],
    [
      'an imported bonus',
      openingBalancePosting('bonusLiability', 'aziza', som(700)),
      [
        ['bonusLiability', 'aziza', -700],
        ['openingBalance', 'shop', 700],
      ],
    ],
    [
      'an imported debt',
      openingBalancePosting('customerDebt', 'aziza', som(700)),
      [
        ['customerDebt', 'aziza', 700],
        ['openingBalance', 'shop', -700],
      ],
    ],
  ] as const)('%s', (_, posting, expected) => {
    expect(rows(posting)).toEqual(expected);
    expect(postingIsBalanced(posting)).toBe(true);
  });

  it('a reversal and its posting together are nothing', () => {
    const posting = salePosting(workedSale);
    const reversed = reversalPosting(posting);
    expect(reversed.map((entry, at) => entry.amountSom + (posting[at]?.amountSom ?? 0))).toEqual(
      posting.map(() => 0),
    );
  });
});
