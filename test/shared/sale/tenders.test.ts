/** Paying: what is accepted, what comes back as change, and who paid for which line. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tender, TenderKind } from '../../../shared/basket.ts';
import { isRefused } from '../../../shared/errors.ts';
import { basisPoints, som } from '../../../shared/money.ts';
import {
  bonusCeiling,
  type CashRounding,
  noCashRounding,
  roundCash,
  settlePayment,
  splitTenders,
} from '../../../shared/sale/tenders.ts';

function pay(kind: TenderKind, amountSom: number, provider: Tender['provider'] = null): Tender {
  const usual = kind === 'card' ? 'uzcard' : kind === 'qr' ? 'click' : null;
  return { kind, amountSom: som(amountSom), provider: provider ?? usual, reference: null };
}

function settle(
  net: number,
  tenders: readonly Tender[],
  received = 0,
  more: { rounding?: CashRounding; donation?: number } = {},
) {
  return settlePayment({
    netSom: som(net),
    donationSom: som(more.donation ?? 0),
    tenders,
    receivedCashSom: som(received),
    rounding: more.rounding ?? noCashRounding,
  });
}

const down = (stepSom: number) => ({ stepSom, direction: 'down' }) as const;

describe('rule 14: the ceiling of bonus', () => {
  it('is a percent of the goods, floored', () => {
    expect(bonusCeiling(som(74_780), basisPoints(3_000))).toBe(22_434);
    expect(bonusCeiling(som(999), basisPoints(3_333))).toBe(332);
    expect(bonusCeiling(som(999), basisPoints(10_000))).toBe(999);
  });
});

describe('a payment', () => {
  it('in exact cash needs no change', () => {
    expect(settle(47_800, [pay('cash', 47_800)], 47_800)).toMatchObject({ cashSom: 47_800, changeSom: 0 });
  });

  it('in cash gives change for what was handed over', () => {
    expect(settle(47_800, [pay('cash', 47_800)], 50_000)).toMatchObject({
      cashSom: 47_800,
      changeSom: 2_200,
    });
  });

  it('may be mixed, and the tenders come in their fixed order', () => {
    const settled = settle(100_000, [pay('cash', 30_000), pay('qr', 50_000), pay('bonus', 20_000)], 30_000);
    expect(settled).toMatchObject({ bonusSom: 20_000, cashSom: 30_000, roundingSom: 0 });
    expect(!isRefused(settled) && settled.tenders.map((tender) => tender.kind)).toEqual([
      'bonus',
      'qr',
      'cash',
    ]);
  });

  it('may use two cards', () => {
    const two = [pay('card', 40_000, 'uzcard'), pay('card', 60_000, 'humo')];
    expect(isRefused(settle(100_000, two))).toBe(false);
  });

  it('that does not cover the due says how much is missing', () => {
    expect(settle(47_800, [pay('card', 40_000)])).toEqual({
      refused: 'TendersDoNotCover',
      data: { missingSom: 7_800 },
    });
  });

  it('above the due is refused for everything but cash: there is no change from a card', () => {
    expect(settle(47_800, [pay('card', 50_000)])).toMatchObject({ data: { missingSom: -2_200 } });
    expect(settle(47_800, [pay('card', 47_800), pay('cash', 2_200)], 2_200)).toMatchObject({
      refused: 'TendersDoNotCover',
    });
  });

  it('with too little cash in hand says how much more', () => {
    expect(settle(47_800, [pay('cash', 47_800)], 40_000)).toEqual({
      refused: 'CashTooLittle',
      data: { missingSom: 7_800 },
    });
  });

  it('of nothing settles with nothing: a basket that is free', () => {
    expect(settle(0, [])).toMatchObject({ tenders: [], cashSom: 0, changeSom: 0, roundingSom: 0 });
  });

  it.each([
    ['two bonus payments', [pay('bonus', 500), pay('bonus', 500)]],
    ['a card without its system', [{ ...pay('card', 1_000), provider: null }]],
    ['a card with a QR provider', [pay('card', 1_000, 'click')]],
    ['cash with a provider', [pay('cash', 1_000, 'click')]],
    ['a sum below zero', [pay('bonus', -500), pay('card', 1_500)]],
    ['an empty card payment', [pay('card', 0), pay('cash', 1_000)]],
  ])('with %s is not accepted', (_, tenders) => {
    expect(settle(1_000, tenders, 1_000)).toMatchObject({ refused: 'TenderNotAccepted' });
  });
});

describe('cash rounding', () => {
  it('goes down in the customer’s favour, or to the nearest step', () => {
    expect(roundCash(som(20_540), down(100))).toBe(20_500);
    expect(roundCash(som(20_550), { stepSom: 100, direction: 'nearest' })).toBe(20_600);
    expect(roundCash(som(20_549), { stepSom: 100, direction: 'nearest' })).toBe(20_500);
    expect(roundCash(som(20_549), noCashRounding)).toBe(20_549);
  });

  it('touches only the part that is paid in cash', () => {
    const mixed = [pay('card', 10_000), pay('cash', 37_500)];
    expect(settle(47_850, mixed, 37_500, { rounding: down(500) })).toMatchObject({ roundingSom: 350 });
    expect(settle(47_850, [pay('card', 47_850)], 0, { rounding: down(500) })).toMatchObject({
      roundingSom: 0,
    });
    expect(settle(47_850, [pay('card', 47_500)], 0, { rounding: down(500) })).toMatchObject({
      refused: 'TendersDoNotCover',
    });
  });

  it('is counted after a donation: 20 040 and 500 are 20 540, 20 500 in cash', () => {
    const settled = settle(20_040, [pay('cash', 20_500)], 21_000, { rounding: down(100), donation: 500 });
    expect(settled).toMatchObject({ cashSom: 20_500, changeSom: 500, roundingSom: 40 });
  });

  it('may leave nothing to pay in cash', () => {
    expect(settle(400, [pay('cash', 0)], 0, { rounding: down(500) })).toMatchObject({
      tenders: [],
      cashSom: 0,
      roundingSom: 400,
    });
  });
});

describe('rule 19: who paid for which line', () => {
  const anyPayment = fc
    .array(fc.integer({ min: 0, max: 200_000 }), { minLength: 1, maxLength: 10 })
    .chain((lines) => {
      const total = lines.reduce((a, b) => a + b, 0);
      return fc
        .tuple(...[1, 2, 3, 4].map(() => fc.integer({ min: 0, max: total })))
        .map((cuts) => ({ lines: lines.map(som), cuts: cuts.sort((a, b) => a - b) }));
    });

  it('covers every line exactly, spends every tender exactly, and nobody pays below zero', () => {
    fc.assert(
      fc.property(anyPayment, ({ lines, cuts }) => {
        const [a = 0, b = 0, c = 0, d = 0] = cuts;
        const groups = {
          bonusSom: som(a),
          giftCardSom: som(b - a),
          storeCreditSom: som(c - b),
          debtSom: som(d - c),
        };
        const shares = splitTenders(lines, groups);
        for (const [index, share] of shares.entries()) {
          const parts = Object.values(share);
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(lines[index]);
          expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
        }
        const spent = (group: keyof typeof groups) => shares.reduce((sum, share) => sum + share[group], 0);
        for (const group of ['bonusSom', 'giftCardSom', 'storeCreditSom', 'debtSom'] as const) {
          expect(spent(group)).toBe(groups[group]);
        }
      }),
    );
  });

  it('goes bonus first, then gift card, store credit and debt over what is left; money takes the rest', () => {
    const shares = splitTenders([som(60_000), som(30_000)], {
      bonusSom: som(9_000),
      giftCardSom: som(27_000),
      storeCreditSom: som(18_000),
      debtSom: som(12_000),
    });
    expect(shares).toEqual([
      { bonusSom: 6_000, giftCardSom: 18_000, storeCreditSom: 12_000, debtSom: 8_000, moneySom: 16_000 },
      { bonusSom: 3_000, giftCardSom: 9_000, storeCreditSom: 6_000, debtSom: 4_000, moneySom: 8_000 },
    ]);
  });
});
