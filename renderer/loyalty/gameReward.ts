/** What a full stamp card or a reached challenge brings, while it is being written down. */
import type { StampReward } from '../../shared/loyalty/gameContract.ts';
import { type Som, som } from '../../shared/money.ts';

/** Fields may be empty; the till's schema tells which. */
export type TypedReward =
  | { readonly kind: 'freePiece' }
  | { readonly kind: 'bonus'; readonly bonusSom: Som | null; readonly expiryDays: number | null }
  | { readonly kind: 'coupon'; readonly seriesId: string | null };

export type RewardKind = StampReward['kind'];

export const stampRewardKinds: readonly RewardKind[] = ['freePiece', 'bonus', 'coupon'];
/** A challenge is about visits or sums, so there is no piece that it could make free. */
export const challengeRewardKinds: readonly RewardKind[] = ['bonus', 'coupon'];

/** What a newly chosen kind begins with: bonus that is worth coming back for, within a quarter of a year. */
export function newReward(kind: RewardKind): TypedReward {
  switch (kind) {
    case 'freePiece':
      return { kind };
    case 'bonus':
      return { kind, bonusSom: som(10_000), expiryDays: 90 };
    case 'coupon':
      return { kind, seriesId: null };
  }
}
