/** What a month calls the movements of its accounts, and that opening and movements always come to closing. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AccountKind } from '../../../shared/ledger/posting.ts';
import { som } from '../../../shared/money.ts';
import { accountMonth, type LedgerMove, namedAccountMonth } from '../../../shared/report/monthAccounts.ts';
import { discountsOf, expensesOf, moneyOf } from '../../../shared/report/monthMoney.ts';
import { moveKindOf } from '../../../shared/report/monthMoves.ts';

const move = (
  account: AccountKind,
  documentKind: string,
  amountSom: number,
  more: Partial<LedgerMove> = {},
): LedgerMove => ({
  account,
  subject: '',
  documentKind,
  reason: documentKind,
  isDebit: amountSom > 0,
  amountSom: som(amountSom),
  ...more,
});

describe('the word for a movement', () => {
  test.each([
    ['storeCredit', 'sale', 'sale', true, 'used'],
    ['storeCredit', 'sale', 'sale', false, 'change'],
    ['cashDrawer', 'shiftClosed', 'count', false, 'overShort'],
    ['cashDrawer', 'shiftClosed', 'collected', false, 'collection'],
    ['cashDrawer', 'cashMoved', 'expense', false, 'expense'],
    ['cashDrawer', 'cashMoved', 'in', true, 'cashIn'],
    ['giftCard', 'giftCardToppedUp', 'toppedUp', false, 'toppedUp'],
    ['customerDebt', 'debtForgiven', 'forgiven', false, 'forgiven'],
    ['partner', 'partnerSettled', 'payment', false, 'settled'],
    ['donations', 'fundPaid', 'paidOut', true, 'handedOver'],
    ['giftCard', 'customerMerged', 'creditJoined', true, 'other'],
  ] as const)('%s, %s, %s: %s', (account, documentKind, reason, isDebit, kind) => {
    expect(moveKindOf({ account, documentKind, reason, isDebit })).toBe(kind);
  });
});

describe('an account of a month', () => {
  test('what the shop owes is told the other way round than the ledger writes it', () => {
    const sold = move('giftCard', 'giftCardSold', -100_000);
    const used = move('giftCard', 'sale', 30_000);
    expect(accountMonth('giftCard', [sold, used], som(-120_000))).toEqual({
      openingSom: 50_000,
      movements: [
        { kind: 'sold', amountSom: 100_000 },
        { kind: 'used', amountSom: -30_000 },
      ],
      closingSom: 120_000,
    });
  });

  test('two customers who turn out to be one move nothing', () => {
    const moves = [
      move('storeCredit', 'customerMerged', 5_000),
      move('storeCredit', 'customerMerged', -5_000),
    ];
    expect(accountMonth('storeCredit', moves, som(-7_000))).toEqual({
      openingSom: 7_000,
      movements: [],
      closingSom: 7_000,
    });
  });

  test('bonus that the ledger moved beside the sums of the month stands as other', () => {
    const named = [{ kind: 'given' as const, amountSom: som(900) }];
    const moves = [move('bonusLiability', 'sale', -900), move('bonusLiability', 'import', -300)];
    expect(namedAccountMonth('bonusLiability', named, moves, som(-1_200))).toEqual({
      openingSom: 0,
      movements: [
        { kind: 'given', amountSom: 900 },
        { kind: 'other', amountSom: 300 },
      ],
      closingSom: 1_200,
    });
  });

  test('opening and movements come to closing, whatever moved', () => {
    const account = fc.constantFrom<AccountKind>('giftCard', 'storeCredit', 'customerDebt', 'cashDrawer');
    const document = fc.constantFrom('sale', 'goodsTakenBack', 'debtRepaid', 'shiftClosed', 'never heard of');
    const amount = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(account, fc.array(fc.tuple(document, amount)), amount, (kind, moves, closing) => {
        const moved = moves.map(([documentKind, amountSom]) => move(kind, documentKind, amountSom));
        const month = accountMonth(kind, moved, som(closing));
        const sum = month.movements.reduce(
          (all, { amountSom }) => all + amountSom,
          month.openingSom as number,
        );
        expect(sum).toBe(month.closingSom);
      }),
    );
  });
});

test('money that came in is what customers brought, not what the owner put into the drawer', () => {
  const moves = [
    move('cashDrawer', 'shiftOpened', 100_000),
    move('cashDrawer', 'sale', 58_000),
    move('cashDrawer', 'goodsTakenBack', -8_000),
    move('cashDrawer', 'cashMoved', -20_000, { reason: 'collection' }),
    move('terminal', 'sale', 30_000, { subject: 'humo' }),
    move('terminal', 'debtRepaid', 5_000, { subject: 'humo' }),
    move('giftCard', 'sale', 9_000),
  ];
  expect(moneyOf(moves)).toEqual([
    {
      kind: 'cash',
      provider: null,
      goodsSom: 58_000,
      giftCardsSom: 0,
      debtsSom: 0,
      backSom: -8_000,
      totalSom: 50_000,
    },
    {
      kind: 'card',
      provider: 'humo',
      goodsSom: 30_000,
      giftCardsSom: 0,
      debtsSom: 5_000,
      backSom: 0,
      totalSom: 35_000,
    },
  ]);
});

test('a discount is what was given less what goods that came back undid', () => {
  const moves = [
    move('discounts', 'sale', 12_000, { subject: 'coupon' }),
    move('discounts', 'goodsTakenBack', -2_852, { subject: 'coupon' }),
  ];
  expect(discountsOf(moves)).toEqual([{ step: 'coupon', givenSom: 12_000, backSom: 2_852 }]);
});

test('every expense has its row, and the rows come to the account', () => {
  const moves = [
    move('expense', 'expenseNoted', 3_000_000),
    move('expense', 'cashMoved', 25_000),
    move('expense', 'debtForgiven', 40_000),
    move('expense', 'goodsTakenBack', -10_000),
    move('expense', 'corrected', 7_000),
  ];
  expect(expensesOf(moves, new Map([['rent', som(3_000_000)]]))).toEqual({
    byKind: [{ kind: 'rent', amountSom: 3_000_000 }],
    drawerSom: 25_000,
    forgivenSom: 30_000,
    correctedSom: 7_000,
    totalSom: 3_062_000,
  });
});
