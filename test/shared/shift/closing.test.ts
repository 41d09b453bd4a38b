import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { som } from '../../../shared/money.ts';
import { closeCount } from '../../../shared/shift/closing.ts';

const humo = { kind: 'card', provider: 'humo' } as const;
const click = { kind: 'qr', provider: 'click' } as const;
const limit = som(10_000);

/** A drawer that should hold 350 000 beside a Humo terminal that should say 45 500. */
function counted(countedSom: number, humoSom: number | null = null) {
  return closeCount(
    {
      expectedSom: som(350_000),
      countedSom: som(countedSom),
      terminals: [{ ...humo, expectedSom: som(45_500) }],
      told: humoSom === null ? [] : [{ ...humo, toldSom: som(humoSom) }],
    },
    limit,
  );
}

describe('the end of a shift', () => {
  test('a drawer that is 1 000 short is 1 000 short, and within the limit', () => {
    expect(counted(349_000, 45_500)).toEqual({
      differenceSom: -1_000,
      terminals: [{ ...humo, expectedSom: 45_500, toldSom: 45_500 }],
      isAboveLimit: false,
    });
  });

  test('exactly the limit is still within it, one soʻm more is not, short or over', () => {
    expect(counted(340_000).isAboveLimit).toBe(false);
    expect(counted(339_999).isAboveLimit).toBe(true);
    expect(counted(360_000).isAboveLimit).toBe(false);
    expect(counted(360_001).isAboveLimit).toBe(true);
  });

  test('a terminal that says something else by more than the limit counts like the drawer', () => {
    expect(counted(350_000, 35_500).isAboveLimit).toBe(false);
    expect(counted(350_000, 35_499)).toMatchObject({ differenceSom: 0, isAboveLimit: true });
  });

  test('a terminal at which nobody looked differs by nothing', () => {
    expect(counted(350_000)).toEqual({
      differenceSom: 0,
      terminals: [{ ...humo, expectedSom: 45_500, toldSom: null }],
      isAboveLimit: false,
    });
  });

  test('a terminal of which the till knows nothing should say 0', () => {
    const found = closeCount(
      {
        expectedSom: som(0),
        countedSom: som(0),
        terminals: [],
        told: [{ ...click, toldSom: som(10_001) }],
      },
      limit,
    );
    expect(found).toEqual({
      differenceSom: 0,
      terminals: [{ ...click, expectedSom: 0, toldSom: 10_001 }],
      isAboveLimit: true,
    });
  });

  test('differences do not make up for one another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_001, max: 300_000 }), (offSom) => {
        expect(counted(350_000 + offSom, Math.max(0, 45_500 - offSom)).isAboveLimit).toBe(true);
      }),
    );
  });

  test('what was counted is always what should be there and the difference', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.nat(10_000_000), (expectedSom, countedSom) => {
        const { differenceSom } = closeCount(
          { expectedSom: som(expectedSom), countedSom: som(countedSom), terminals: [], told: [] },
          limit,
        );
        expect(expectedSom + differenceSom).toBe(countedSom);
      }),
    );
  });
});
