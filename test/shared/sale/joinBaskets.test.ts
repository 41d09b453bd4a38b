import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefused } from '../../../shared/errors.ts';
import { basisPoints, som, thousandths } from '../../../shared/money.ts';
import {
  type BasketContent,
  type ContentLine,
  emptyBasket,
  type KeptDiscount,
} from '../../../shared/sale/basketContent.ts';
import { joinBaskets, splitBasket } from '../../../shared/sale/joinBaskets.ts';
import { quoteBasket, type SoldProduct } from '../../../shared/sale/quoteBasket.ts';
import { shopSettingsSchema } from '../../../shared/shop/settings.ts';
import { businessDay, type Instant } from '../../../shared/time.ts';

const ali = 'ali';
const percent = (rate: number, personId = ali): KeptDiscount => ({
  discount: { kind: 'percent', rateBasisPoints: basisPoints(rate * 100) },
  reason: 'shikastlangan',
  givenById: personId,
  personId,
  atMostBasisPoints: basisPoints(2_000),
});
const amount = (sum: number): KeptDiscount => ({
  ...percent(1),
  discount: { kind: 'amount', amountSom: som(sum) },
});

let lines = 0;
const line = (productId: string, count: number, manualDiscount: KeptDiscount | null = null): ContentLine => ({
  kind: 'product',
  lineId: `line ${lines++}`,
  productId,
  quantityThousandths: thousandths(count * 1000),
  manualDiscount,
  shelfPrice: null,
});
const unknown = (code: string): ContentLine => ({
  kind: 'unknown',
  lineId: `line ${lines++}`,
  code,
  quantityThousandths: thousandths(1000),
});
const basket = (...content: readonly ContentLine[]): BasketContent => ({
  ...emptyBasket,
  lines: [...content],
});

function joined(open: BasketContent, parked: BasketContent): BasketContent {
  const answer = joinBaskets(open, parked);
  if (isRefused(answer)) throw new Error(answer.refused);
  return answer;
}

function split(content: BasketContent, parts: readonly (readonly [number, number])[]) {
  const wanted = parts.map(([place, count]) => ({
    lineId: content.lines[place]?.lineId ?? 'nowhere',
    quantityThousandths: thousandths(count * 1000),
  }));
  return splitBasket(content, wanted, () => `line ${lines++}`);
}

/** Product or code, how many, and the discount by hand as it was given. */
const shown = (content: BasketContent) =>
  content.lines.map((each) =>
    each.kind === 'product'
      ? [each.productId, each.quantityThousandths / 1000, each.manualDiscount?.discount ?? null]
      : [each.code, each.quantityThousandths / 1000, null],
  );

describe('two baskets become one', () => {
  it('adds the same goods up as scans do, unknown codes too', () => {
    const together = joined(
      basket(line('tea', 2), unknown('4780')),
      basket(line('tea', 1), line('rice', 1), unknown('4780')),
    );
    expect(shown(together)).toEqual([
      ['tea', 3, null],
      ['4780', 2, null],
      ['rice', 1, null],
    ]);
  });

  it('keeps a discount by hand on the goods that it was given for', () => {
    const together = joined(basket(line('tea', 2)), basket(line('tea', 1, percent(10))));
    expect(shown(together)).toEqual([
      ['tea', 2, null],
      ['tea', 1, percent(10).discount],
    ]);
    const ofAnother = joined(
      basket(line('tea', 1, percent(10))),
      basket(line('tea', 1, percent(10, 'vali'))),
    );
    expect(ofAnother.lines).toHaveLength(2);
  });

  it('joins goods that were given the very same; sums add up', () => {
    const same = joined(basket(line('tea', 2, percent(10))), basket(line('tea', 1, percent(10))));
    expect(shown(same)).toEqual([['tea', 3, percent(10).discount]]);
    const sums = joined(basket(line('tea', 1, amount(500))), basket(line('tea', 1, amount(700))));
    expect(shown(sums)).toEqual([['tea', 2, { kind: 'amount', amountSom: 1_200 }]]);
  });

  it('takes customer, coupon, gift card and name along only where the open basket has none', () => {
    const parked: BasketContent = {
      ...basket(line('rice', 1)),
      customer: { customerId: 'nodira', identification: 'card' },
      bonusToSpendSom: som(5_000),
      coupon: { code: 'K2', goodwill: null, isAfterPaymentKey: false },
      giftCard: { number: 'G2', amountSom: null },
      label: 'qizil sumka',
    };
    const taken = joined(basket(line('tea', 1)), parked);
    expect(taken).toMatchObject({
      customer: { customerId: 'nodira' },
      coupon: { code: 'K2' },
      giftCard: { number: 'G2' },
      label: 'qizil sumka',
      bonusToSpendSom: 0,
    });
    const open: BasketContent = {
      ...basket(line('tea', 1)),
      customer: { customerId: 'aziz', identification: 'phone' },
      bonusToSpendSom: som(1_000),
      coupon: { code: 'K1', goodwill: null, isAfterPaymentKey: false },
      giftCard: { number: 'G1', amountSom: som(100) },
      label: 'Aziz aka',
    };
    expect(joined(open, parked)).toEqual({ ...open, lines: joined(open, parked).lines });
  });

  it('is refused for a sale from paper and a sale of now', () => {
    const written = { at: '2026-11-21T09:00:00Z' as Instant, day: businessDay('2026-11-21') };
    const onPaper = { ...basket(line('tea', 1)), written };
    expect(joinBaskets(basket(line('tea', 1)), onPaper)).toMatchObject({ refused: 'PaperApart' });
    expect(joined(onPaper, { ...basket(line('tea', 1)), written }).written).toEqual(written);
  });
});

describe('one basket becomes two', () => {
  it('takes whole lines and parts of them; the customer stands on both, payments stay', () => {
    const content: BasketContent = {
      ...basket(line('tea', 3), line('rice', 1)),
      customer: { customerId: 'aziz', identification: 'phone' },
      coupon: { code: 'K1', goodwill: null, isAfterPaymentKey: false },
      giftCard: { number: 'G1', amountSom: null },
      storeCreditSom: som(500),
      quoteCode: 'P1',
    };
    const answer = split(content, [
      [0, 1],
      [1, 1],
    ]);
    if (isRefused(answer)) throw new Error(answer.refused);
    expect(shown(answer.stays)).toEqual([['tea', 2, null]]);
    expect(shown(answer.aside)).toEqual([
      ['tea', 1, null],
      ['rice', 1, null],
    ]);
    expect(answer.stays).toMatchObject({
      coupon: { code: 'K1' },
      giftCard: { number: 'G1' },
      quoteCode: 'P1',
    });
    expect(answer.aside).toEqual({ ...emptyBasket, lines: answer.aside.lines, customer: content.customer });
  });

  it('shares a sum by quantity and leaves a percent on both parts', () => {
    const content = basket(line('tea', 3, amount(1_000)), line('rice', 2, percent(10)));
    const answer = split(content, [
      [0, 1],
      [1, 1],
    ]);
    if (isRefused(answer)) throw new Error(answer.refused);
    expect(shown(answer.stays)).toEqual([
      ['tea', 2, { kind: 'amount', amountSom: 667 }],
      ['rice', 1, percent(10).discount],
    ]);
    expect(shown(answer.aside)).toEqual([
      ['tea', 1, { kind: 'amount', amountSom: 333 }],
      ['rice', 1, percent(10).discount],
    ]);
  });

  it('shares what a line may lose at the price of the shelf, so that no split makes the shop lose more', () => {
    const shelfPrice = { priceSom: som(9_000), personId: ali, atMostSom: som(3_000) };
    const content = basket({ ...line('tea', 3), shelfPrice } as ContentLine);
    const answer = split(content, [[0, 1]]);
    if (isRefused(answer)) throw new Error(answer.refused);
    expect(answer.stays.lines[0]).toMatchObject({ shelfPrice: { atMostSom: 2_000 } });
    expect(answer.aside.lines[0]).toMatchObject({ shelfPrice: { atMostSom: 1_000 } });
    expect(joined(answer.stays, answer.aside).lines).toMatchObject([{ shelfPrice }]);
  });

  it.each([
    [
      'all of it',
      [
        [0, 2],
        [1, 1],
      ],
    ],
    ['more than there is', [[0, 3]]],
    ['a line that is not there', [[7, 1]]],
    [
      'a line twice',
      [
        [0, 1],
        [0, 1],
      ],
    ],
  ] as const)('refuses %s', (_, parts) => {
    expect(split(basket(line('tea', 2), line('rice', 1)), parts)).toMatchObject({ refused: 'SplitWrong' });
  });
});

const shelf: readonly (readonly [string, number])[] = [
  ['tea', 12_990],
  ['rice', 45_501],
  ['salt', 8_333],
];
const products = new Map<string, SoldProduct>(
  shelf.map(([id, priceSom]) => [
    id,
    {
      id,
      name: { uz: id },
      unit: 'piece',
      priceSom: som(priceSom),
      vatBasisPoints: basisPoints(1_200),
      categoryId: null,
      isActive: true,
    },
  ]),
);

function totalOf(content: BasketContent): number {
  const settings = shopSettingsSchema.parse({});
  const day = businessDay('2026-11-22');
  return quoteBasket({ content, products, customer: null, coupon: null, settings, day }).totalSom;
}

it('costs the same after it was split and joined again, whatever was given by hand', () => {
  const discount = fc.option(
    fc.oneof(
      fc.integer({ min: 1, max: 20 }).map((rate) => percent(rate)),
      fc.integer({ min: 100, max: 5_000 }).map((sum) => amount(sum)),
    ),
  );
  const goods = fc.tuple(fc.constantFrom('tea', 'rice', 'salt'), fc.integer({ min: 1, max: 9 }), discount);
  const whole = fc.option(fc.integer({ min: 1, max: 10 }).map((rate) => percent(rate)));
  fc.assert(
    fc.property(
      fc.uniqueArray(goods, { minLength: 1, maxLength: 3, selector: ([id]) => id }),
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 }),
      whole,
      (drawn, out, manualDiscount) => {
        const content = { ...basket(...drawn.map((each) => line(...each))), manualDiscount };
        const parts = drawn
          .map(([, count], place) => [place, Math.min(count, out[place] ?? 0)] as const)
          .filter(([, count]) => count > 0);
        const answer = split(content, parts);
        if (isRefused(answer)) return;
        expect(totalOf(joined(answer.stays, answer.aside))).toBe(totalOf(content));
      },
    ),
  );
});
