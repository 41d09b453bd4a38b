/** The worked examples of docs/rules.md §2, number by number, through one receipt from its price to its return. */
import { describe, expect, it } from 'vitest';
import { isRefused } from '../../../shared/errors.ts';
import { bonusEarned, defaultCashbackRules } from '../../../shared/loyalty/cashback.ts';
import { basisPoints, som, thousandths, vatInside, zeroSom } from '../../../shared/money.ts';
import { type Return, returnLines, type SoldLine, type SoldSale } from '../../../shared/sale/returnLines.ts';
import { bonusCeiling, splitTenders } from '../../../shared/sale/tenders.ts';
import {
  amount,
  basketPercent,
  cheapestFree,
  coupon,
  line,
  onBasket,
  onGoods,
  percent,
  price,
  workedReceipt,
} from '../baskets.ts';

const withCoupon = price(workedReceipt, { coupon: coupon({ benefit: amount(5_000) }) });
const noGroups = { bonusSom: zeroSom, giftCardSom: zeroSom, storeCreditSom: zeroSom, debtSom: zeroSom };
const shares = splitTenders(
  withCoupon.lines.map((each) => each.settledSom),
  { ...noGroups, bonusSom: som(20_000) },
);
const noShares = { ...noGroups, moneySom: zeroSom };

function soldSale(earned: number): SoldSale {
  return {
    lines: withCoupon.lines.map((each, index): SoldLine => {
      const own = shares[index];
      if (own === undefined) throw new Error('every line has its shares');
      return {
        lineId: each.lineId,
        quantityThousandths: each.quantityThousandths,
        shares: own,
        vatBasisPoints: each.vatBasisPoints,
        bonusBasisPoints: each.bonusBasisPoints,
        returnedThousandths: thousandths(0),
        refunded: noShares,
      };
    }),
    vatSom: withCoupon.vatSom,
    vatReversedSom: zeroSom,
    bonusEarnedSom: som(earned),
    bonusTakenBackSom: zeroSom,
    openDebtSom: zeroSom,
    giftCardTakesBack: true,
    roundingSom: zeroSom,
    donationSom: zeroSom,
    isSameDay: false,
    cashback: defaultCashbackRules,
  };
}

/** The sale after a return, as the till would load it for the next one. */
function after(sale: SoldSale, back: Return): SoldSale {
  return {
    ...sale,
    vatReversedSom: som(sale.vatReversedSom + back.vatReversedSom),
    bonusTakenBackSom: som(sale.bonusTakenBackSom + back.bonusTakenBackSom),
    lines: sale.lines.map((each) => {
      const now = back.lines.find((returned) => returned.lineId === each.lineId);
      return now === undefined
        ? each
        : { ...each, returnedThousandths: now.quantityThousandths, refunded: now.refund };
    }),
  };
}

function returned(sale: SoldSale, ...lineIds: string[]): Return {
  const back = returnLines(
    sale,
    sale.lines
      .filter((each) => lineIds.includes(each.lineId))
      .map(({ lineId, quantityThousandths }) => ({ lineId, quantityThousandths })),
  );
  if (isRefused(back)) throw new Error(back.refused);
  return back;
}

describe('the worked receipt: 12 990 × 2, 45 500 and 8 300 make 79 780', () => {
  it('costs 79 780 before discounts', () => {
    expect(price(workedReceipt).netSom).toBe(79_780);
  });

  it('with 10 % off the basket costs 71 802, and the lines share 7 978 as 2 598, 4 550 and 830', () => {
    const priced = price(workedReceipt, { promotions: [onBasket('ten', basketPercent(10))] });
    expect(priced.netSom).toBe(71_802);
    expect(priced.lines.map((each) => each.adjustments[0]?.amountSom)).toEqual([2_598, 4_550, 830]);
  });

  it('with a coupon of 5 000 costs 74 780, and the lines share it as 1 628, 2 852 and 520', () => {
    expect(withCoupon.netSom).toBe(74_780);
    expect(withCoupon.lines.map((each) => each.adjustments[0]?.amountSom)).toEqual([1_628, 2_852, 520]);
    expect(withCoupon.lines.map((each) => each.netSom)).toEqual([24_352, 42_648, 7_780]);
  });

  it('lets bonus pay at most 22 434 with a ceiling of 30 %', () => {
    expect(bonusCeiling(withCoupon.netSom, basisPoints(3000))).toBe(22_434);
  });

  it('paid with 20 000 bonus leaves 54 780 in money, line by line', () => {
    expect(shares.map((each) => each.bonusSom)).toEqual([6_513, 11_406, 2_081]);
    expect(shares.map((each) => each.moneySom)).toEqual([17_839, 31_242, 5_699]);
  });

  it('earns 1 095 bonus at 2 % of the money', () => {
    expect(
      bonusEarned(
        shares.map((each) => ({ bonusBasisPoints: basisPoints(200), shares: each })),
        defaultCashbackRules,
      ),
    ).toBe(1_095);
  });

  it('returned B gives back 11 406 bonus and 31 242 money, and takes back 625 of the earned bonus', () => {
    const back = returned(soldSale(1_095), 'line-B');
    expect(back).toMatchObject({
      netSom: 42_648,
      bonusBackSom: 11_406,
      moneyBackSom: 31_242,
      bonusTakenBackSom: 625,
      isWhole: false,
    });
  });

  it('then returned the rest leaves nothing: all 20 000 bonus back, all 1 095 taken back, all VAT reversed', () => {
    const sale = soldSale(1_095);
    const first = returned(sale, 'line-B');
    const rest = returned(after(sale, first), 'line-A', 'line-C');
    expect(rest).toMatchObject({ bonusBackSom: 8_594, moneyBackSom: 23_538, bonusTakenBackSom: 470 });
    expect(rest.isWhole).toBe(true);
    expect(first.vatReversedSom + rest.vatReversedSom).toBe(withCoupon.vatSom);
  });

  it('has 8 012 VAT at 12 % inside 74 780', () => {
    expect(vatInside(withCoupon.netSom, basisPoints(1200))).toBe(8_012);
    expect(withCoupon.vatSom).toBe(2_609 + 4_569 + 834);
  });
});

describe('the other worked examples', () => {
  it('15 % off 3 × 6 333 is floored once on 18 999: 2 849, not three times 949', () => {
    expect(price([line('tea', 6_333, 3)], { promotions: [onGoods('p', percent(15))] }).discountSom).toBe(
      2_849,
    );
  });

  it('3 for 2 of 12 000, 9 500 and 7 000 costs 21 500', () => {
    const lines = [line('a', 12_000, 1), line('b', 9_500, 1), line('c', 7_000, 1)];
    expect(price(lines, { promotions: [onGoods('set', cheapestFree(3))] }).netSom).toBe(21_500);
  });

  it('100 000 with 10 % off the goods and a coupon of 15 000 costs 75 000, of which bonus may pay 22 500', () => {
    const priced = price([line('coat', 100_000, 1)], {
      promotions: [onGoods('p', percent(10))],
      coupon: coupon({ benefit: amount(15_000) }),
    });
    expect(priced.netSom).toBe(75_000);
    expect(bonusCeiling(priced.netSom, basisPoints(3000))).toBe(22_500);
  });
});
