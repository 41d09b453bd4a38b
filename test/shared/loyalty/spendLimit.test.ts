/** Rule 20: who may spend what. */
import { describe, expect, it } from 'vitest';
import type { Identification } from '../../../shared/customer/contract.ts';
import { judgeSpending, type SpendFacts, spendLeftToday } from '../../../shared/loyalty/spendLimit.ts';
import { som } from '../../../shared/money.ts';

function facts(identification: Identification, more: Partial<SpendFacts> = {}): SpendFacts {
  return {
    identification,
    isRegistered: true,
    spentTodaySom: som(0),
    isApproved: false,
    limits: { withoutCardSom: som(20_000), instantCardSom: som(50_000) },
    ...more,
  };
}

describe('spending bonus', () => {
  it.each(['card', 'receipt'] as const)('with the %s in hand has no limit of the day', (proof) => {
    expect(spendLeftToday(facts(proof))).toBeNull();
    expect(judgeSpending(som(900_000), facts(proof))).toBeNull();
  });

  it.each(['phone', 'search'] as const)('recognised by %s alone goes up to 20 000 a day', (loose) => {
    expect(judgeSpending(som(20_000), facts(loose))).toBeNull();
    expect(judgeSpending(som(20_001), facts(loose))).toEqual({
      refused: 'BonusNeedsCard',
      data: { atMostSom: 20_000 },
    });
    expect(judgeSpending(som(8_001), facts(loose, { spentTodaySom: som(12_000) }))).toMatchObject({
      data: { atMostSom: 8_000 },
    });
  });

  it('above that needs a second person', () => {
    expect(judgeSpending(som(90_000), facts('phone', { isApproved: true }))).toBeNull();
  });

  it('with an instant card goes up to 50 000 a day until it is registered, and nobody can lift that', () => {
    const unregistered = { isRegistered: false, isApproved: true };
    expect(spendLeftToday(facts('instantCard', unregistered))).toBe(50_000);
    expect(spendLeftToday(facts('card', unregistered))).toBe(50_000);
    expect(spendLeftToday(facts('search', unregistered))).toBe(20_000);
  });

  it('with the same card has no limit any more once it is registered', () => {
    expect(spendLeftToday(facts('instantCard'))).toBeNull();
  });

  it('never goes below nothing when the limit was lowered in between', () => {
    expect(spendLeftToday(facts('phone', { spentTodaySom: som(30_000) }))).toBe(0);
  });
});
