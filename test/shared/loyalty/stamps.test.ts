/** Stamp cards: what is stamped, what a full card brings, and what a return takes back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freePieceId, freePiecePromotion, stampCardOfPromotion } from '../../../shared/loyalty/freePiece.ts';
import {
  type StampCard,
  type StampedLine,
  stampsAfterReturn,
  stampsFor,
  stampsLeft,
  stampUp,
} from '../../../shared/loyalty/stamps.ts';
import { som, thousandths } from '../../../shared/money.ts';
import { promotionSchema } from '../../../shared/promotion/promotion.ts';
import { sameText } from '../../../shared/text.ts';
import { businessDay } from '../../../shared/time.ts';

const day = (text: string) => businessDay(`2026-11-${text}`);

const card: StampCard = {
  stampCardId: 'coffee',
  name: sameText('Coffee'),
  scope: { kind: 'categories', categoryIds: ['coffee'] },
  needed: 9,
  validDays: 90,
};

type Step = StampedLine['adjustments'][number]['step'];

function line(
  categoryId: string,
  quantity: number,
  gross: number,
  off: readonly (readonly [Step, number])[] = [],
): StampedLine {
  const net = off.reduce((left, [, amount]) => left - amount, gross);
  return {
    productId: 'p',
    categoryId,
    brandId: null,
    tags: [],
    expiresOn: null,
    quantityThousandths: thousandths(quantity),
    grossSom: som(gross),
    netSom: som(net),
    adjustments: off.map(([step, amount]) => ({
      lineId: 'l',
      step,
      sourceId: 's',
      reason: sameText('r'),
      amountSom: som(amount),
    })),
  };
}

describe('a stamp card for coffee, the tenth is free', () => {
  it('stamps each paid piece, a weighed line once, and nothing that is something else', () => {
    const lines = [line('coffee', 2000, 30_000), line('coffee', 350, 9_000), line('tea', 5000, 1)];
    expect(stampsFor(card, lines, day('22'))).toBe(3);
  });

  it.each([
    ['the only piece was free', 1000, 15_000, [['free', 15_000]], 0],
    ['one of three was free', 3000, 45_000, [['free', 15_000]], 2],
    ['one of three was free and its share was rounded down', 3000, 100, [['free', 33]], 2],
    [
      'one of three was free after a tenth off',
      3000,
      45_000,
      [
        ['product', 4_500],
        ['free', 13_500],
      ],
      2,
    ],
    ['the second was half price', 2000, 30_000, [['free', 7_500]], 2],
    ['a tenth was taken off', 2000, 30_000, [['product', 3_000]], 2],
    ['a coupon paid for all of it', 2000, 30_000, [['coupon', 30_000]], 0],
  ] as const)(
    'when %s, of %i thousandths for %i with %j off it stamps %i',
    (_, quantity, gross, off, stamps) => {
      expect(stampsFor(card, [line('coffee', quantity, gross, off)], day('22'))).toBe(stamps);
    },
  );

  it.each([
    [8, 1, 1, 0],
    [8, 12, 2, 2],
    [0, 8, 0, 8],
    [0, 0, 0, 0],
  ])('with %i stamps and %i new ones gives %i cups and keeps %i', (has, more, full, left) => {
    const after = stampUp(card, { stamps: has, lastOn: day('20') }, more, day('22'));
    expect(after).toEqual({ fullCards: full, stamps: left });
  });

  it('forgets stamps after a pause longer than its days', () => {
    const progress = { stamps: 8, lastOn: businessDay('2026-08-24') };
    expect(stampsLeft(card, progress, day('22'))).toBe(8);
    expect(stampsLeft(card, progress, day('23'))).toBe(0);
    expect(stampsLeft({ ...card, validDays: 0 }, progress, day('23'))).toBe(8);
  });

  it('never loses a stamp: what is on the card and in full cards is what was stamped', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.nat(50), { maxLength: 20 }),
        (needed, receipts) => {
          let [stamps, cups] = [0, 0];
          for (const more of receipts) {
            const after = stampUp({ needed, validDays: 0 }, { stamps, lastOn: day('20') }, more, day('22'));
            expect(after.stamps).toBeLessThan(needed);
            stamps = after.stamps;
            cups += after.fullCards;
          }
          expect(cups * needed + stamps).toBe(receipts.reduce((sum, more) => sum + more, 0));
        },
      ),
    );
  });
});

describe('when all goods of a receipt come back', () => {
  const pieces = { needed: 9, givesPieces: true };
  it.each([
    ['the card that it filled is open again', 0, 1, { brought: 1, spent: 9, piecesUsed: 0 }, 8, 0],
    ['later stamps pay for a free piece that is eaten', 4, 0, { brought: 1, spent: 9, piecesUsed: 0 }, 3, 0],
    ['a waiting piece pays for stamps that are gone', 2, 1, { brought: 3, spent: 0, piecesUsed: 0 }, 8, 0],
    ['what nothing covers is let go', 3, 0, { brought: 5, spent: 0, piecesUsed: 0 }, 0, 0],
    ['a free piece taken on it waits again', 1, 0, { brought: 2, spent: 0, piecesUsed: 1 }, 8, 0],
    ['a free piece alone comes back whole', 3, 0, { brought: 0, spent: 0, piecesUsed: 1 }, 3, 1],
  ] as const)('%s: %i stamps and %i pieces', (_, stamps, fullCards, sale, thenStamps, thenPieces) => {
    const after = stampsAfterReturn(pieces, { stamps, fullCards }, sale);
    expect(after).toEqual({ stamps: thenStamps, fullCards: thenPieces });
  });

  it('bonus is taken back and its stamps come back with it', () => {
    const bonus = { needed: 9, givesPieces: false };
    const sale = { brought: 2, spent: 9, piecesUsed: 0 };
    expect(stampsAfterReturn(bonus, { stamps: 1, fullCards: 0 }, sale)).toEqual({ stamps: 8, fullCards: 0 });
    expect(stampsAfterReturn(bonus, { stamps: 1, fullCards: 0 }, { ...sale, spent: 0 })).toEqual({
      stamps: 0,
      fullCards: 0,
    });
  });

  it('stamping and taking back is as if nothing had been bought, whatever else was bought meanwhile', () => {
    const receipts = fc.nat(30);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        receipts,
        receipts,
        receipts,
        (needed, before, sale, later) => {
          const rule = { needed, validDays: 0, givesPieces: true };
          const stampAll = (...news: number[]) =>
            news.reduce(
              (held, more) => {
                const next = stampUp(rule, { stamps: held.stamps, lastOn: null }, more, day('22'));
                return { stamps: next.stamps, fullCards: held.fullCards + next.fullCards };
              },
              { stamps: 0, fullCards: 0 },
            );
          const back = stampsAfterReturn(rule, stampAll(before, sale, later), {
            brought: sale,
            spent: 0,
            piecesUsed: 0,
          });
          expect(back).toEqual(stampAll(before, later));
        },
      ),
    );
  });
});

describe('the free piece', () => {
  const promotion = freePiecePromotion({ ...card, stampCardId: '0190-a' }, day('22'));

  it('is a promotion that the till could write down, and names its card', () => {
    expect(promotionSchema.parse(promotion)).toEqual(promotion);
    expect(promotion.promotionId).toBe(freePieceId('0190-a'));
    expect(stampCardOfPromotion(promotion.promotionId)).toBe('0190-a');
    expect(stampCardOfPromotion('0190-a')).toBeNull();
  });
});
