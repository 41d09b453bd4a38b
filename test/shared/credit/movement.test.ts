/** What an entry of the ledger is called in front of the customer. */
import { describe, expect, it } from 'vitest';
import { creditMovement, giftCardMovement } from '../../../shared/credit/movement.ts';
import { som } from '../../../shared/money.ts';

describe('a movement of a customer’s account', () => {
  it.each([
    ['storeCredit', 'sale', 450, 'change'],
    ['storeCredit', 'sale', -450, 'paid'],
    ['storeCredit', 'debtRepaid', -450, 'paid'],
    ['storeCredit', 'goodsTakenBack', 450, 'givenBack'],
    ['storeCredit', 'customerMerged', 450, 'joined'],
    ['storeCredit', 'corrected', -450, 'corrected'],
    ['debt', 'sale', 25_000, 'taken'],
    ['debt', 'goodsTakenBack', -10_000, 'givenBack'],
    ['debt', 'debtRepaid', -10_000, 'repaid'],
    ['debt', 'debtForgiven', -10_000, 'forgiven'],
    ['debt', 'debtNoted', 25_000, 'noted'],
    ['debt', 'customerChanged', 25_000, 'joined'],
  ] as const)('%s by %s of %i is %s', (account, documentKind, amountSom, kind) => {
    expect(creditMovement(account, documentKind, som(amountSom))).toBe(kind);
  });
});

describe('a movement of a gift card', () => {
  it.each([
    ['giftCardSold', 'sold'],
    ['giftCardToppedUp', 'toppedUp'],
    ['sale', 'paid'],
    ['goodsTakenBack', 'givenBack'],
    ['corrected', 'corrected'],
  ])('by %s is %s', (documentKind, kind) => {
    expect(giftCardMovement(documentKind)).toBe(kind);
  });
});
