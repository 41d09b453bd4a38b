/** Rules 2 and 24: goods on credit earn when they are repaid. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bonusOfRepayment } from '../../../shared/loyalty/repayment.ts';
import { basisPoints, som } from '../../../shared/money.ts';

describe('the bonus of goods on credit', () => {
  const lines = [
    { bonusBasisPoints: basisPoints(200), debtShareSom: som(20_000) },
    { bonusBasisPoints: basisPoints(200), debtShareSom: som(5_000) },
  ];

  it('is earned with each part that is repaid, and together it is the whole', () => {
    expect(bonusOfRepayment(lines, som(0), som(10_001))).toBe(200);
    expect(bonusOfRepayment(lines, som(10_001), som(14_999))).toBe(300);
    expect(bonusOfRepayment(lines, som(0), som(25_000))).toBe(500);
  });

  it('is the whole after any parts', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5_000 }), { maxLength: 12 }), (parts) => {
        let repaid = 0;
        let earned = 0;
        for (const part of [...parts, 25_000]) {
          const now = Math.min(part, 25_000 - repaid);
          earned += bonusOfRepayment(lines, som(repaid), som(now));
          repaid += now;
        }
        expect(earned).toBe(500);
      }),
    );
  });

  it('is nothing for a debt from the paper notebook, which has no sale', () => {
    expect(bonusOfRepayment([], som(0), som(10_000))).toBe(0);
  });
});
