/** The ladder of tiers while it is being set up: one tier is changed at a time, and the ladder is saved as a whole. */
import type { z } from 'zod';
import { type TierRule, tierSchema } from '../../shared/loyalty/programmeContract.ts';
import { type BasisPoints, basisPoints, type Som, som } from '../../shared/money.ts';
import type { TypedText } from '../ui/LocalTextField.tsx';

export interface TypedTier {
  readonly tierId: string;
  readonly name: TypedText;
  readonly fromSom: Som | null;
  readonly discountBasisPoints: BasisPoints | null;
  /** Null where the shop's own percent holds. */
  readonly bonusBasisPoints: BasisPoints | null;
  readonly privilege: TypedText;
}

export const mostTiers = 10;

/** A tier beside the others of its ladder: no two begin at one sum, because then nobody knows which of them holds. */
export function tierFormSchema(others: readonly TierRule[]): z.ZodType<TierRule> {
  return tierSchema.refine(({ fromSom }) => others.every((other) => other.fromSom !== fromSom), {
    path: ['fromSom'],
  });
}

export function tierFormOf(tier: TierRule): TypedTier {
  const { tierId, name, fromSom, discountBasisPoints, bonusBasisPoints, privilege } = tier;
  return { tierId, name, fromSom, discountBasisPoints, bonusBasisPoints, privilege };
}

/** The ladder with this tier in its place, from the lowest bound up. */
export function withTier(ladder: readonly TierRule[], tier: TierRule): readonly TierRule[] {
  const others = withoutTier(ladder, tier.tierId);
  return [...others, tier].sort((a, b) => a.fromSom - b.fromSom);
}

export function withoutTier(ladder: readonly TierRule[], tierId: string): readonly TierRule[] {
  return ladder.filter((tier) => tier.tierId !== tierId);
}

const million = 1_000_000;

/** A step above the highest, with no more than its place: the owner names it and says what it brings. */
export function nextTier(tierId: string, ladder: readonly TierRule[]): TypedTier {
  const highest = Math.max(0, ...ladder.map(({ fromSom }) => fromSom));
  return {
    tierId,
    name: {},
    fromSom: som(highest === 0 ? million : Math.min(highest * 2, million * million)),
    discountBasisPoints: basisPoints(0),
    bonusBasisPoints: null,
    privilege: {},
  };
}

/** A ladder that many shops would take as it is: silver from a million, gold from five. */
export function firstLadder(newId: () => string): readonly TierRule[] {
  const step = (name: TierRule['name'], from: number, rate: number | null): TierRule => ({
    tierId: newId(),
    name,
    fromSom: som(from),
    discountBasisPoints: basisPoints(0),
    bonusBasisPoints: rate === null ? null : basisPoints(rate),
    privilege: {},
  });
  return [
    step({ uz: 'Bronza', ru: 'Бронзовый', en: 'Bronze' }, 0, null),
    step({ uz: 'Kumush', ru: 'Серебряный', en: 'Silver' }, million, 300),
    step({ uz: 'Oltin', ru: 'Золотой', en: 'Gold' }, 5 * million, 500),
  ];
}
