import { describe, expect, it } from 'vitest';
import {
  firstLadder,
  nextTier,
  type TypedTier,
  tierFormOf,
  tierFormSchema,
  withoutTier,
  withTier,
} from '../../../renderer/loyalty/tierForm.ts';
import { loyaltyContract } from '../../../shared/loyalty/contract.ts';
import type { TierRule } from '../../../shared/loyalty/programmeContract.ts';
import { basisPoints, som } from '../../../shared/money.ts';

let made = 0;
const newId = () => {
  made += 1;
  return `01a20244-e800-7321-98b4-${String(made).padStart(12, '0')}`;
};

const ladder = firstLadder(newId);
const [bronze, silver, gold] = ladder as readonly [TierRule, TierRule, TierRule];

/** The fields of silver that are wrong beside bronze and gold. */
function wrong(patch: Partial<TypedTier>): readonly string[] {
  const parsed = tierFormSchema([bronze, gold]).safeParse({ ...tierFormOf(silver), ...patch });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
}

describe('a tier of the ladder', () => {
  it('comes back from the till as it was saved', () => {
    expect(tierFormSchema([bronze, gold]).parse(tierFormOf(silver))).toEqual(silver);
  });

  it('does not begin where another begins', () => {
    expect(wrong({ fromSom: som(5_000_000) })).toEqual(['fromSom']);
    expect(wrong({ fromSom: som(4_999_999) })).toEqual([]);
  });

  it('needs a name and a sum', () => {
    expect(wrong({ name: {}, fromSom: null })).toEqual(['name', 'fromSom']);
  });

  it('takes the percent of the shop where none is typed', () => {
    expect(wrong({ bonusBasisPoints: null })).toEqual([]);
  });

  it('needs a discount, of which 0 is one', () => {
    expect(wrong({ discountBasisPoints: null })).toEqual(['discountBasisPoints']);
    expect(wrong({ discountBasisPoints: basisPoints(0) })).toEqual([]);
  });
});

describe('the ladder', () => {
  it('that a shop begins with is one the till takes', () => {
    const input = loyaltyContract.saveTiers['~orpc'].inputSchema;
    const sent = { intentionId: newId(), window: 'allTime', tiers: ladder };
    expect(input?.safeParse(sent).success).toBe(true);
    expect(ladder.map(({ fromSom }) => fromSom)).toEqual([0, 1_000_000, 5_000_000]);
  });

  it('stands in the order of its bounds after a change', () => {
    const lifted = { ...silver, fromSom: som(6_000_000) };
    expect(withTier(ladder, lifted)).toEqual([bronze, gold, lifted]);
  });

  it('keeps the others when one goes', () => {
    expect(withoutTier(ladder, silver.tierId)).toEqual([bronze, gold]);
  });
});

describe('one tier more', () => {
  it('begins at a million, then at twice the highest', () => {
    expect(nextTier('a', []).fromSom).toBe(1_000_000);
    expect(nextTier('a', ladder).fromSom).toBe(10_000_000);
  });

  it('gives nothing until the owner says what', () => {
    const { discountBasisPoints, bonusBasisPoints } = nextTier('a', ladder);
    expect([discountBasisPoints, bonusBasisPoints]).toEqual([0, null]);
  });
});
