/** What gift cards, store credit and debts do to the books, entry by entry. */
import { describe, expect, it } from 'vitest';
import {
  creditCorrectedPosting,
  creditJoinedPosting,
  debtForgivenPosting,
  debtRepaidPosting,
  giftCardSoldPosting,
} from '../../../shared/ledger/creditPostings.ts';
import type { Posting } from '../../../shared/ledger/posting.ts';
import { som } from '../../../shared/money.ts';

const entries = (posting: Posting) =>
  posting.map(({ account, subjectId, amountSom }) => `${account} ${subjectId} ${amountSom}`);
const till = { tillId: 'till', kind: 'cash', provider: null } as const;

describe('new money', () => {
  it('for a gift card is owed on the card', () => {
    expect(entries(giftCardSoldPosting('G1', som(100_000), till))).toEqual([
      'cashDrawer till 100000',
      'giftCard G1 -100000',
    ]);
  });

  it.each([
    [{ ...till }, 'cashDrawer till 40000'],
    [{ ...till, kind: 'card', provider: 'humo' } as const, 'terminal humo 40000'],
    [{ ...till, kind: 'qr', provider: 'click' } as const, 'qr click 40000'],
    [{ kind: 'storeCredit' } as const, 'storeCredit c 40000'],
  ])('settles a debt: %o', (by, entry) => {
    expect(entries(debtRepaidPosting('c', som(40_000), by))).toEqual([entry, 'customerDebt c -40000']);
  });

  it('by a terminal without a name is a bug, not a posting', () => {
    expect(() => giftCardSoldPosting('G1', som(1), { ...till, kind: 'card' })).toThrow();
  });
});

describe('by hand', () => {
  it('a forgiven debt is a cost of the shop', () => {
    expect(entries(debtForgivenPosting('c', som(10_000)))).toEqual([
      'expense shop 10000',
      'customerDebt c -10000',
    ]);
  });

  it('what a customer gets more costs the shop, what is taken away comes back to it', () => {
    expect(entries(creditCorrectedPosting('storeCredit', 'c', som(500)))).toEqual([
      'expense shop 500',
      'storeCredit c -500',
    ]);
    expect(entries(creditCorrectedPosting('giftCard', 'G1', som(-500)))).toEqual([
      'expense shop -500',
      'giftCard G1 500',
    ]);
  });
});

it('two customers who are one person: what one has and owes, the other has and owes', () => {
  const joined = { storeCreditSom: som(4_000), debtSom: som(15_000) };
  expect(entries(creditJoinedPosting('old', 'new', joined))).toEqual([
    'storeCredit old 4000',
    'storeCredit new -4000',
    'customerDebt new 15000',
    'customerDebt old -15000',
  ]);
  expect(creditJoinedPosting('old', 'new', { storeCreditSom: som(0), debtSom: som(0) })).toEqual([]);
});
