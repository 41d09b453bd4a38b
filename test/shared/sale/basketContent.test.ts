/** The cashier's acts on a basket, before anything is priced. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { basisPoints, som, thousandths } from '../../../shared/money.ts';
import {
  addProduct,
  addUnknownCode,
  type BasketContent,
  basketContentSchema,
  changeContent,
  discountLine,
  emptyBasket,
  type KeptDiscount,
  type PlainChange,
} from '../../../shared/sale/basketContent.ts';
import { businessDay, type Instant } from '../../../shared/time.ts';

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const [tea, rice, salt] = [id(1), id(2), id(3)] as [string, string, string];
const pieces = (count: number) => thousandths(count * 1000);

const tenPercent: KeptDiscount = {
  discount: { kind: 'percent', rateBasisPoints: basisPoints(1000) },
  reason: 'shikastlangan',
  givenById: id(31),
  personId: id(32),
  atMostBasisPoints: basisPoints(2000),
};

const full: BasketContent = {
  lines: [
    {
      kind: 'product',
      lineId: id(11),
      productId: tea,
      quantityThousandths: pieces(2),
      manualDiscount: tenPercent,
      shelfPrice: null,
    },
    { kind: 'unknown', lineId: id(12), code: '4780099999999', quantityThousandths: pieces(1) },
  ],
  customer: { customerId: id(21), identification: 'phone' },
  coupon: { code: 'K7FQ2M4X9T', goodwill: null, isAfterPaymentKey: false },
  bonusToSpendSom: som(5_000),
  bonusApprovedBy: id(22),
  manualDiscount: { ...tenPercent, discount: { kind: 'amount', amountSom: som(1_000) } },
  payment: [{ kind: 'card', provider: 'humo' }],
  referralCode: 'F7FQ2M4X9T',
  giftCard: { number: 'G7FQ2M4X9T', amountSom: null },
  storeCreditSom: som(700),
  debt: { amountSom: null, dueOn: businessDay('2026-12-22'), approvedBy: null },
  donation: { fundId: id(41), stepSom: 1_000 },
  label: 'Ismoil aka',
  quoteCode: 'P7FQ2M4X9T',
  written: { at: '2026-11-21T05:30:00.000Z' as Instant, day: businessDay('2026-11-21') },
  exchange: {
    saleId: id(51),
    lines: [{ lineNumber: 1, quantityThousandths: pieces(1) }],
    reason: 'wrong',
    approvedBy: id(22),
  },
};

describe('goods that are scanned', () => {
  it('come to the end of the basket', () => {
    const once = addProduct(emptyBasket, tea, pieces(1), id(11));
    expect(addProduct(once, rice, pieces(1), id(12)).lines.map((line) => line.lineId)).toEqual([
      id(11),
      id(12),
    ]);
  });

  it('grow on the line they have, which stays where it is', () => {
    const grown = addProduct(addProduct(full, rice, pieces(1), id(13)), tea, pieces(3), id(14));
    expect(grown.lines).toMatchObject([
      { lineId: id(11), productId: tea, quantityThousandths: 5_000 },
      { lineId: id(12) },
      { lineId: id(13) },
    ]);
  });

  it('never grow above what a line can hold', () => {
    const most = addProduct(full, tea, thousandths(999_999_999), id(14));
    expect(most.lines[0]?.quantityThousandths).toBe(999_999_999);
  });

  it('with a code nobody knows grow on their own red line', () => {
    const grown = addUnknownCode(full, '4780099999999', pieces(2), id(13));
    expect(grown.lines).toMatchObject([{ lineId: id(11) }, { lineId: id(12), quantityThousandths: 3_000 }]);
    expect(addUnknownCode(full, '4780011111111', pieces(1), id(13)).lines).toHaveLength(3);
  });
});

describe('a change of the basket', () => {
  const change = (act: PlainChange) => changeContent(full, act, id(99));

  it('sets the quantity of one line', () => {
    const set = change({ kind: 'setQuantity', lineId: id(11), quantityThousandths: thousandths(1_500) });
    expect(set.lines.map((line) => line.quantityThousandths)).toEqual([1_500, 1_000]);
  });

  it('takes a line out; one that is gone already is left alone', () => {
    const without = change({ kind: 'removeLine', lineId: id(11) });
    expect(without.lines.map((line) => line.lineId)).toEqual([id(12)]);
    expect(changeContent(without, { kind: 'removeLine', lineId: id(11) }, id(99))).toEqual(without);
  });

  it('turns an unknown code into goods on the same line', () => {
    const known = change({ kind: 'resolveUnknown', lineId: id(12), productId: salt });
    expect(known.lines[1]).toEqual({
      kind: 'product',
      lineId: id(12),
      productId: salt,
      quantityThousandths: 1_000,
      manualDiscount: null,
      shelfPrice: null,
    });
  });

  it('that sends the customer away takes the bonus they asked for and the friend who sent them along', () => {
    expect(change({ kind: 'detachCustomer' })).toEqual({
      ...full,
      customer: null,
      referralCode: null,
      bonusToSpendSom: 0,
      bonusApprovedBy: null,
      // An account and a debt are the customer's; a gift card is whoever's brings it.
      storeCreditSom: 0,
      debt: null,
    });
  });

  it('takes the gift card off and leaves the rest', () => {
    expect(change({ kind: 'removeGiftCard' })).toEqual({ ...full, giftCard: null });
  });

  it('takes the coupon off and leaves the rest', () => {
    expect(change({ kind: 'removeCoupon' })).toEqual({ ...full, coupon: null });
  });

  it('forgets who sent the customer, and how the customer wanted to pay', () => {
    expect(change({ kind: 'removeReferral' })).toEqual({ ...full, referralCode: null });
    expect(change({ kind: 'planPayment', payment: null })).toEqual({ ...full, payment: null });
  });

  it('that clears leaves nothing at all', () => {
    expect(change({ kind: 'clear' })).toEqual(emptyBasket);
  });

  it('never touches the basket it began with, and answers one that can be kept', () => {
    const line = fc.constantFrom(id(11), id(12), id(13));
    const product = fc.constantFrom(tea, rice, salt);
    const quantity = fc.integer({ min: 1, max: 999_999_999 }).map(thousandths);
    const act: fc.Arbitrary<PlainChange> = fc.oneof(
      fc.record({
        kind: fc.constant('addProduct' as const),
        productId: product,
        quantityThousandths: quantity,
      }),
      fc.record({ kind: fc.constant('setQuantity' as const), lineId: line, quantityThousandths: quantity }),
      fc.record({ kind: fc.constant('removeLine' as const), lineId: line }),
      fc.record({ kind: fc.constant('resolveUnknown' as const), lineId: line, productId: product }),
      fc.constant({ kind: 'detachCustomer' as const }),
      fc.constant({ kind: 'removeCoupon' as const }),
      fc.constant({ kind: 'removeGiftCard' as const }),
      fc.constant({ kind: 'removeReferral' as const }),
      fc.constant({ kind: 'planPayment' as const, payment: null }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
        const began = structuredClone(full);
        let content = full;
        for (const [index, each] of acts.entries()) content = changeContent(content, each, id(100 + index));
        expect(full).toEqual(began);
        expect(basketContentSchema.parse(JSON.parse(JSON.stringify(content)))).toEqual(content);
        expect(new Set(content.lines.map((each) => each.lineId)).size).toBe(content.lines.length);
      }),
    );
  });
});

describe('a discount by hand', () => {
  const [first] = full.lines;

  it('stays on its line when the same goods are scanned again', () => {
    expect(addProduct(full, tea, pieces(1), id(14)).lines[0]).toEqual({
      ...first,
      quantityThousandths: 3_000,
    });
  });

  it('is put on one line of goods and taken off again', () => {
    const without = discountLine(full, id(11), null);
    expect(without.lines[0]).toEqual({ ...first, manualDiscount: null });
    expect(discountLine(without, id(11), tenPercent)).toEqual(full);
  });

  it('leaves red lines and lines that are gone alone', () => {
    expect(discountLine(full, id(12), tenPercent)).toEqual(full);
    expect(discountLine(full, id(13), tenPercent)).toEqual(full);
  });
});

describe('a basket that was kept before discounts by hand were known', () => {
  it('is read as one without them', () => {
    const kept = {
      lines: [{ kind: 'product', lineId: id(11), productId: tea, quantityThousandths: 2_000 }],
      customer: null,
      coupon: { code: 'K7FQ2M4X9T', goodwill: null },
      bonusToSpendSom: 0,
      bonusApprovedBy: null,
    };
    expect(basketContentSchema.parse(kept)).toEqual({
      ...kept,
      lines: [{ ...kept.lines[0], manualDiscount: null, shelfPrice: null }],
      coupon: { ...kept.coupon, isAfterPaymentKey: false },
      manualDiscount: null,
      payment: null,
      referralCode: null,
      giftCard: null,
      storeCreditSom: 0,
      debt: null,
      donation: null,
      label: '',
      quoteCode: null,
      written: null,
      exchange: null,
    });
  });
});
