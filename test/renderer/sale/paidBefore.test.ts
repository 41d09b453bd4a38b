import { describe, expect, it } from 'vitest';
import { paidBefore } from '../../../renderer/sale/paidBefore.ts';
import { som } from '../../../shared/money.ts';
import type { BusinessDay } from '../../../shared/time.ts';

const nothing = { exchange: null, giftCard: null, storeCreditPaysSom: som(0), debt: null, donation: null };

describe('what is paid before money', () => {
  it('is nothing on a plain basket, and nothing before there is one', () => {
    expect(paidBefore(nothing)).toEqual([]);
    expect(paidBefore(null)).toEqual([]);
  });

  it('lessens what is due in a fixed order; a donation adds to it', () => {
    const exchange = {
      saleId: 'sale-1',
      number: 7,
      reason: 'quality',
      lines: [],
      moneyBackSom: som(12_990),
      usedSom: som(10_000),
      restSom: som(2_990),
      bonusTakenBackSom: som(0),
      problem: null,
    } as const;
    const parts = paidBefore({
      exchange: { ...exchange, lines: [] },
      giftCard: { number: 'G234567892', balanceSom: som(9_000), paysSom: som(9_000) },
      storeCreditPaysSom: som(450),
      debt: { amountSom: som(25_000), dueOn: '2026-12-22' as BusinessDay },
      donation: { fundId: 'fund-1', name: { uz: 'Mehr' }, amountSom: som(220) },
    });
    expect(parts.map(({ kind, amountSom }) => [kind, amountSom])).toEqual([
      ['exchange', -10_000],
      ['giftCard', -9_000],
      ['account', -450],
      ['debt', -25_000],
      ['donation', 220],
    ]);
  });

  it('leaves out a gift card that pays nothing here', () => {
    const giftCard = { number: 'G234567892', balanceSom: som(9_000), paysSom: som(0) };
    expect(paidBefore({ ...nothing, giftCard })).toEqual([]);
  });
});
