/** Whether a gift card pays today, in one word. */
import type { GiftCardShown } from '../../shared/credit/giftCardContract.ts';
import type { BusinessDay } from '../../shared/time.ts';

export type GiftCardState = 'pays' | 'empty' | 'expired' | 'blocked';

/**
 * What is wrong first is said first: blocked before expired before empty.
 *
 * | card                            | state   |
 * |---------------------------------|---------|
 * | blocked, whatever else          | blocked |
 * | last day yesterday              | expired |
 * | last day today, nothing on it   | empty   |
 * | last day today, 50 000 on it    | pays    |
 */
export function giftCardState(
  card: Pick<GiftCardShown, 'isBlocked' | 'expiresOn' | 'balanceSom'>,
  day: BusinessDay,
): GiftCardState {
  if (card.isBlocked) return 'blocked';
  if (card.expiresOn !== null && card.expiresOn < day) return 'expired';
  return card.balanceSom <= 0 ? 'empty' : 'pays';
}
