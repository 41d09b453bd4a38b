/** Charity: rounding up, the postings of funds, and the month's statement. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bonusDonatedPosting,
  fundPaidPosting,
  sponsorPosting,
} from '../../../shared/ledger/charityPostings.ts';
import { type Posting, postingIsBalanced } from '../../../shared/ledger/posting.ts';
import { type Donation, fundMonth } from '../../../shared/loyalty/charityMonth.ts';
import { roundUpDonation } from '../../../shared/loyalty/donation.ts';
import { som } from '../../../shared/money.ts';
import { businessDay, type Instant } from '../../../shared/time.ts';

describe('rounding up for charity', () => {
  it.each([
    [54_780, 1_000, 220],
    [55_000, 1_000, 0],
    [0, 1_000, 0],
    [54_780, 5_000, 220],
  ])('of %i to %i gives %i', (total, step, gives) => {
    expect(roundUpDonation(som(total), step)).toBe(gives);
  });

  it('makes a round total and gives less than a step', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.constantFrom(500, 1000, 5000), (total, step) => {
        const gives = roundUpDonation(som(total), step);
        expect((total + gives) % step).toBe(0);
        expect(gives).toBeLessThan(step);
      }),
    );
  });
});

describe('the ledger of a fund', () => {
  const entries = (posting: Posting) =>
    posting.map(({ account, subjectId, amountSom }) => [account, subjectId, amountSom]);

  it('owes the fund what it owed the customer who gave bonus', () => {
    expect(entries(bonusDonatedPosting('c', 'f', som(3_000)))).toEqual([
      ['bonusLiability', 'c', 3_000],
      ['donations', 'f', -3_000],
    ]);
  });

  it('counts what the shop adds as its cost', () => {
    expect(entries(sponsorPosting('f', som(50_000)))).toEqual([
      ['charityPaid', 'shop', 50_000],
      ['donations', 'f', -50_000],
    ]);
  });

  it('pays out of the drawer or from the shop’s other money', () => {
    expect(entries(fundPaidPosting('f', som(40_000), { kind: 'drawer', tillId: 't' }))).toEqual([
      ['donations', 'f', 40_000],
      ['cashDrawer', 't', -40_000],
    ]);
    expect(entries(fundPaidPosting('f', som(40_000), { kind: 'outside' }))).toEqual([
      ['donations', 'f', 40_000],
      ['cashOutsideTill', 'shop', -40_000],
    ]);
  });

  it('always balances', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (amount) => {
        const all = [
          bonusDonatedPosting('c', 'f', som(amount)),
          sponsorPosting('f', som(amount)),
          fundPaidPosting('f', som(amount), { kind: 'outside' }),
        ];
        expect(all.every(postingIsBalanced)).toBe(true);
      }),
    );
  });
});

describe('the month of a fund', () => {
  const moved = (kind: Donation['kind'], amount: number) => ({
    kind,
    amountSom: som(amount),
    day: businessDay('2026-11-22'),
    at: '2026-11-22T08:00:00.000Z' as Instant,
  });

  it('adds up receipts, bonus, the shop’s own sums and what was handed over', () => {
    const month = fundMonth(som(1_000), [
      moved('roundUp', 220),
      moved('roundUp', 780),
      moved('givenBack', -220),
      moved('bonus', 5_000),
      moved('shop', 50_000),
      moved('paidOut', -40_000),
    ]);
    expect(month).toEqual({
      beforeSom: 1_000,
      roundUpSom: 780,
      roundUpReceipts: 1,
      bonusSom: 5_000,
      shopSom: 50_000,
      paidOutSom: 40_000,
      afterSom: 16_780,
    });
  });

  it('leaves exactly what came in less what went out', () => {
    const movements = fc.array(
      fc.oneof(
        fc.record({ kind: fc.constantFrom('roundUp', 'bonus', 'shop'), amount: fc.nat(100_000) }),
        fc.record({
          kind: fc.constantFrom('paidOut', 'givenBack'),
          amount: fc.integer({ min: -100_000, max: 0 }),
        }),
      ),
    );
    fc.assert(
      fc.property(fc.nat(1_000_000), movements, (before, all) => {
        const month = fundMonth(
          som(before),
          all.map(({ kind, amount }) => moved(kind as Donation['kind'], amount)),
        );
        const sum = month.roundUpSom + month.bonusSom + month.shopSom - month.paidOutSom;
        expect(month.afterSom).toBe(before + sum);
      }),
    );
  });
});
