/** Rules 8 and 9: whatever is returned in whatever steps, exactly what was paid comes back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TenderShares } from '../../../shared/basket.ts';
import { isRefused } from '../../../shared/errors.ts';
import { bonusEarned, defaultCashbackRules } from '../../../shared/loyalty/cashback.ts';
import { basisPoints, som, thousandths, vatInside, zeroSom } from '../../../shared/money.ts';
import { type Return, returnLines, type SoldLine, type SoldSale } from '../../../shared/sale/returnLines.ts';
import { splitTenders } from '../../../shared/sale/tenders.ts';
import { cheapestFree, line, onGoods, price } from '../baskets.ts';

const groups = ['bonusSom', 'giftCardSom', 'storeCreditSom', 'debtSom', 'moneySom'] as const;

function shares(parts: Partial<Record<keyof TenderShares, number>>): TenderShares {
  const of = (group: keyof TenderShares) => som(parts[group] ?? 0);
  return {
    bonusSom: of('bonusSom'),
    giftCardSom: of('giftCardSom'),
    storeCreditSom: of('storeCreditSom'),
    debtSom: of('debtSom'),
    moneySom: of('moneySom'),
  };
}

const netOf = (own: TenderShares) => groups.reduce((sum, group) => sum + own[group], 0);

function sold(lineId: string, pieces: number, own: TenderShares, more: Partial<SoldLine> = {}): SoldLine {
  return {
    lineId,
    quantityThousandths: thousandths(pieces * 1000),
    shares: own,
    vatBasisPoints: basisPoints(1200),
    bonusBasisPoints: basisPoints(200),
    returnedThousandths: thousandths(0),
    refunded: shares({}),
    ...more,
  };
}

function saleOf(lines: readonly SoldLine[], more: Partial<SoldSale> = {}): SoldSale {
  const vatOf = (each: SoldLine) =>
    each.vatBasisPoints === null ? 0 : vatInside(som(netOf(each.shares)), each.vatBasisPoints);
  return {
    lines,
    vatSom: som(lines.reduce((sum, each) => sum + vatOf(each), 0)),
    vatReversedSom: zeroSom,
    bonusEarnedSom: bonusEarned(lines, defaultCashbackRules),
    bonusTakenBackSom: zeroSom,
    openDebtSom: zeroSom,
    giftCardTakesBack: true,
    roundingSom: zeroSom,
    donationSom: zeroSom,
    isSameDay: false,
    cashback: defaultCashbackRules,
    ...more,
  };
}

function take(sale: SoldSale, lineId: string, quantity: number): Return {
  const back = returnLines(sale, [{ lineId, quantityThousandths: thousandths(quantity) }]);
  if (isRefused(back)) throw new Error(back.refused);
  return back;
}

function after(sale: SoldSale, back: Return): SoldSale {
  return {
    ...sale,
    vatReversedSom: som(sale.vatReversedSom + back.vatReversedSom),
    bonusTakenBackSom: som(sale.bonusTakenBackSom + back.bonusTakenBackSom),
    openDebtSom: som(sale.openDebtSom - back.debtLoweredSom),
    lines: sale.lines.map((each) => {
      const now = back.lines.find((returned) => returned.lineId === each.lineId);
      if (now === undefined) return each;
      return {
        ...each,
        returnedThousandths: thousandths(each.returnedThousandths + now.quantityThousandths),
        refunded: shares(
          Object.fromEntries(groups.map((group) => [group, each.refunded[group] + now.refund[group]])),
        ),
      };
    }),
  };
}

const anyShares = fc
  .record(Object.fromEntries(groups.map((group) => [group, fc.integer({ min: 0, max: 90_000 })])))
  .map(shares);

/** A sale and an order in which single portions of its lines come back until nothing is left. */
const anySaleAndReturns = fc
  .array(
    fc.record({
      own: anyShares,
      portions: fc.array(fc.integer({ min: 1, max: 4_000 }), { minLength: 1, maxLength: 5 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .chain((lines) => {
    const portions = lines.flatMap((each, index) => each.portions.map((portion) => ({ index, portion })));
    return fc.record({
      lines: fc.constant(
        lines.map((each, index) =>
          sold(`line-${index}`, 1, each.own, {
            quantityThousandths: thousandths(each.portions.reduce((a, b) => a + b, 0)),
          }),
        ),
      ),
      order: fc.shuffledSubarray(portions, { minLength: portions.length }),
    });
  });

describe('any sequence of part returns', () => {
  it('gives back exactly what was paid, tender by tender, takes back exactly what was earned, and all VAT', () => {
    fc.assert(
      fc.property(anySaleAndReturns, ({ lines, order }) => {
        let sale = saleOf(lines);
        const earned = sale.bonusEarnedSom;
        const backs: Return[] = [];
        for (const { index, portion } of order) {
          const back = take(sale, `line-${index}`, portion);
          backs.push(back);
          sale = after(sale, back);
        }
        const total = (amount: (back: Return) => number) =>
          backs.reduce((sum, back) => sum + amount(back), 0);
        const paid = (group: keyof TenderShares) => lines.reduce((sum, each) => sum + each.shares[group], 0);
        expect(total((back) => back.bonusBackSom)).toBe(paid('bonusSom'));
        expect(total((back) => back.giftCardBackSom)).toBe(paid('giftCardSom'));
        expect(total((back) => back.storeCreditBackSom)).toBe(paid('storeCreditSom'));
        expect(total((back) => back.moneyBackSom)).toBe(paid('moneySom') + paid('debtSom'));
        expect(total((back) => back.bonusTakenBackSom)).toBe(earned);
        expect(total((back) => back.vatReversedSom)).toBe(sale.vatSom);
        expect(backs.map((back) => back.isWhole)).toEqual(backs.map((_, at) => at === backs.length - 1));
        for (const back of backs) {
          for (const each of back.lines)
            expect(Math.min(...Object.values(each.refund))).toBeGreaterThanOrEqual(0);
          expect(back.bonusTakenBackSom).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe('a part return', () => {
  it('of one of three pieces for 10 000 gives 3 333, the second 3 333, and the last 3 334', () => {
    let sale = saleOf([sold('tea', 3, shares({ moneySom: 10_000 }))]);
    const paidBack: number[] = [];
    for (let piece = 0; piece < 3; piece += 1) {
      const back = take(sale, 'tea', 1_000);
      paidBack.push(back.moneyBackSom);
      sale = after(sale, back);
    }
    expect(paidBack).toEqual([3_333, 3_333, 3_334]);
  });

  it('cannot bring more than is left, nothing at all, or what was not sold', () => {
    const sale = saleOf([
      sold('tea', 3, shares({ moneySom: 9_000 }), { returnedThousandths: thousandths(2_000) }),
    ]);
    const ask = (lineId: string, quantity: number) =>
      returnLines(sale, [{ lineId, quantityThousandths: thousandths(quantity) }]);
    expect(ask('tea', 2_000)).toEqual({
      refused: 'ReturnTooMuch',
      data: { lineId: 'tea', leftThousandths: 1_000 },
    });
    expect(ask('tea', 0)).toMatchObject({ refused: 'ReturnTooMuch' });
    expect(ask('bread', 1_000)).toMatchObject({ refused: 'ReturnLineUnknown' });
    const one = { lineId: 'tea', quantityThousandths: thousandths(1_000) };
    expect(returnLines(sale, [one, one])).toMatchObject({ refused: 'ReturnLineUnknown' });
  });
});

describe('what comes back how', () => {
  const owing = [sold('coat', 1, shares({ debtSom: 60_000, moneySom: 40_000 }))];

  it('debt lowers what is still owed first; what was repaid already comes back as money', () => {
    expect(take(saleOf(owing, { openDebtSom: som(45_000) }), 'coat', 1_000)).toMatchObject({
      debtLoweredSom: 45_000,
      moneyBackSom: 55_000,
    });
  });

  it('a gift card that is expired or blocked turns into store credit', () => {
    const lines = [sold('coat', 1, shares({ giftCardSom: 30_000, storeCreditSom: 5_000 }))];
    expect(take(saleOf(lines, { giftCardTakesBack: false }), 'coat', 1_000)).toMatchObject({
      giftCardBackSom: 0,
      storeCreditBackSom: 35_000,
    });
  });

  it('rounding and donation come back only when everything is returned on the same day', () => {
    const lines = [sold('tea', 2, shares({ moneySom: 20_040 }))];
    const given = { roundingSom: som(40), donationSom: som(500) };
    expect(take(saleOf(lines, { ...given, isSameDay: true }), 'tea', 2_000).moneyBackSom).toBe(20_500);
    expect(take(saleOf(lines, { ...given, isSameDay: true }), 'tea', 1_000).moneyBackSom).toBe(10_020);
    expect(take(saleOf(lines, { ...given, isSameDay: false }), 'tea', 2_000).moneyBackSom).toBe(20_040);
  });

  it('goods bought with bonus alone take back no earned bonus, because they earned none', () => {
    const lines = [sold('a', 1, shares({ bonusSom: 10_000 })), sold('b', 1, shares({ moneySom: 10_000 }))];
    expect(take(saleOf(lines), 'a', 1_000)).toMatchObject({ bonusBackSom: 10_000, bonusTakenBackSom: 0 });
  });
});

describe('a set with a free piece', () => {
  it('cannot be turned into a present: keeping only the free piece costs its share', () => {
    const priced = price([line('a', 12_000, 1), line('b', 9_500, 1), line('c', 7_000, 1)], {
      promotions: [onGoods('set', cheapestFree(3))],
    });
    const own = splitTenders(
      priced.lines.map((each) => each.settledSom),
      { bonusSom: zeroSom, giftCardSom: zeroSom, storeCreditSom: zeroSom, debtSom: zeroSom },
    );
    const sale = saleOf(priced.lines.map((each, index) => sold(each.productId, 1, own[index] ?? shares({}))));
    const dear = ['a', 'b'].map((lineId) => ({ lineId, quantityThousandths: thousandths(1_000) }));
    expect(returnLines(sale, dear)).toMatchObject({ moneyBackSom: 9_052 + 7_167 });
  });

  it('reverses in the end exactly the VAT of the receipt, although its lines share the discount differently', () => {
    const twelve = { vatBasisPoints: basisPoints(1200) };
    const priced = price([line('a', 12_000, 1, twelve), line('b', 9_500, 1, twelve), line('c', 7_001, 1)], {
      promotions: [onGoods('set', cheapestFree(3))],
    });
    const own = splitTenders(
      priced.lines.map((each) => each.settledSom),
      { bonusSom: zeroSom, giftCardSom: zeroSom, storeCreditSom: zeroSom, debtSom: zeroSom },
    );
    let sale = saleOf(
      priced.lines.map((each, index) =>
        sold(each.productId, 1, own[index] ?? shares({}), { vatBasisPoints: each.vatBasisPoints }),
      ),
      { vatSom: priced.vatSom },
    );
    let reversed = 0;
    for (const lineId of ['b', 'a', 'c']) {
      const back = take(sale, lineId, 1_000);
      reversed += back.vatReversedSom;
      expect(back.vatReversedSom).toBeGreaterThanOrEqual(0);
      sale = after(sale, back);
    }
    expect(reversed).toBe(priced.vatSom);
    expect(priced.vatSom).toBe(1_286 + 1_018);
  });
});

describe('goods whose coupon a partner bore', () => {
  /** Two pieces of 56 000 with a coupon of 11 200, half of it the partner's: 100 800 paid, VAT inside 106 400. */
  const sale = saleOf([sold('oven', 2, shares({ moneySom: 100_800 }), { partnerShareSom: som(5_600) })], {
    vatSom: som(11_400),
  });

  it('bring back what was paid, the VAT of both, and the partner’s claim, piece by piece', () => {
    const first = take(sale, 'oven', 1_000);
    expect(first).toMatchObject({ moneyBackSom: 50_400, vatReversedSom: 5_700, partnerBackSom: 2_800 });
    const all = take(sale, 'oven', 2_000);
    expect(all).toMatchObject({ moneyBackSom: 100_800, vatReversedSom: 11_400, partnerBackSom: 5_600 });
  });

  it('give the last piece the rest of an odd share', () => {
    const odd = sold('oven', 3, shares({ moneySom: 90_000 }), { partnerShareSom: som(1_000) });
    const [one, two] = [1_000, 2_000].map((returned) => {
      const line = {
        ...odd,
        returnedThousandths: thousandths(returned),
        refunded: shares({ moneySom: returned * 30 }),
      };
      return take(saleOf([line]), 'oven', 1_000).partnerBackSom;
    });
    expect([take(saleOf([odd]), 'oven', 1_000).partnerBackSom, one, two]).toEqual([333, 333, 334]);
  });
});

describe('goods that were sold on credit', () => {
  /** 20 000 on credit at 2 %, in four pieces. */
  const owed = (more: Partial<SoldSale>) =>
    saleOf([sold('rice', 4, shares({ debtSom: 20_000 }))], { bonusEarnedSom: zeroSom, ...more });

  it.each([
    ['nothing repaid: the debt is lowered', 20_000, 0, 0, [5_000, 0, 0]],
    ['half repaid: what is open is lowered first', 10_000, 10_000, 200, [5_000, 0, 0]],
    ['nearly all repaid: the rest comes back as money', 2_000, 18_000, 360, [2_000, 3_000, 0]],
    ['forgiven: nobody gets anything', 0, 0, 0, [0, 0, 5_000]],
    ['a part repaid, the rest forgiven', 0, 3_000, 60, [0, 3_000, 2_000]],
  ] as const)('%s', (_, openSom, repaidSom, earnedSom, [loweredSom, moneySom, forgivenSom]) => {
    const sale = owed({
      openDebtSom: som(openSom),
      repaidDebtSom: som(repaidSom),
      bonusEarnedSom: som(earnedSom),
    });
    expect(take(sale, 'rice', 1_000)).toMatchObject({
      debtLoweredSom: loweredSom,
      moneyBackSom: moneySom,
      forgivenBackSom: forgivenSom,
    });
  });

  it('keep the bonus of what stays paid and lose that of what comes back as money', () => {
    const half = { openDebtSom: som(10_000), repaidDebtSom: som(10_000), bonusEarnedSom: som(200) };
    // 15 000 stay on credit, 10 000 of them are paid: all 200 stay.
    expect(take(owed(half), 'rice', 1_000).bonusTakenBackSom).toBe(0);
    const all = { openDebtSom: zeroSom, repaidDebtSom: som(20_000), bonusEarnedSom: som(400) };
    expect(take(owed(all), 'rice', 1_000)).toMatchObject({ moneyBackSom: 5_000, bonusTakenBackSom: 100 });
  });
});
