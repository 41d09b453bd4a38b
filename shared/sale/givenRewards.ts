/** What a receipt brings besides money off, as it is told: all of one reward together. */
import { som } from '../money.ts';
import type { Reward } from '../promotion/outcome.ts';
import type { RewardBenefit } from '../promotion/rewards.ts';

/**
 * The benefit as if it had been given once for the whole receipt, so that its words tell how many there are in all.
 *
 * | benefit             | count | told as     |
 * |---------------------|-------|-------------|
 * | 500 bonus a piece   | 1 500 | 1 500 bonus |
 * | 1 stamp each 50 000 | 3     | 3 stamps    |
 * | bonus × 2           | 1     | bonus × 2   |
 */
export function givenInAll({ benefit, count }: Pick<Reward, 'benefit' | 'count'>): RewardBenefit {
  switch (benefit.kind) {
    case 'bonus':
      return { ...benefit, bonusSom: som(count), per: { kind: 'receipt' } };
    case 'stamps':
      return { ...benefit, stamps: count, per: { kind: 'receipt' } };
    case 'tickets':
      return { ...benefit, tickets: count, per: { kind: 'receipt' } };
    default:
      return benefit;
  }
}
