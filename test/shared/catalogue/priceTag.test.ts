import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shelfTag, whyPrint } from '../../../shared/catalogue/priceTag.ts';
import { type Som, som } from '../../../shared/money.ts';
import { businessDay } from '../../../shared/time.ts';

const sale = (priceSom: number, until: string | null = '2026-11-28') => ({
  priceSom: som(priceSom),
  until: until === null ? null : businessDay(until),
});

describe('the tag that should hang on the shelf', () => {
  it('shows the usual price alone while nothing is on sale', () => {
    expect(shelfTag(som(18_500), [])).toEqual({ priceSom: 18_500, oldPriceSom: null, until: null });
  });

  it('shows the sale price, and the usual one crossed out', () => {
    const until = '2026-11-28';
    expect(shelfTag(som(18_500), [sale(15_000)])).toEqual({ priceSom: 15_000, oldPriceSom: 18_500, until });
  });

  it('promises the lowest of several sale prices', () => {
    const tag = shelfTag(som(18_500), [sale(15_000), sale(14_900, '2026-11-25'), sale(16_000)]);
    expect(tag).toEqual({ priceSom: 14_900, oldPriceSom: 18_500, until: '2026-11-25' });
  });

  it('promises an equal sale price for as long as it holds', () => {
    const prices = [sale(15_000, '2026-11-25'), sale(15_000, '2026-11-30'), sale(15_000, '2026-11-28')];
    expect(shelfTag(som(18_500), prices).until).toBe('2026-11-30');
    expect(shelfTag(som(18_500), [...prices, sale(15_000, null)]).until).toBeNull();
  });

  it('never shows a sale price that is not lower than the usual one', () => {
    const usual = { priceSom: 14_000, oldPriceSom: null, until: null };
    expect(shelfTag(som(14_000), [sale(15_000)])).toEqual(usual);
    expect(shelfTag(som(14_000), [sale(14_000)])).toEqual(usual);
  });

  it('never shows more than the usual price, whatever is on sale', () => {
    const anyPrice = fc.integer({ min: 0, max: 100_000 }).map((price) => som(price));
    fc.assert(
      fc.property(anyPrice, fc.array(anyPrice), (usual, prices) => {
        const tag = shelfTag(
          usual,
          prices.map((priceSom) => ({ priceSom, until: null })),
        );
        expect(tag.priceSom).toBe(Math.min(usual, ...prices));
        expect(tag.oldPriceSom === null).toBe(tag.priceSom === usual);
      }),
    );
  });
});

const tagOf = (priceSom: number, oldPriceSom: number | null = null) => ({
  priceSom: som(priceSom),
  oldPriceSom: oldPriceSom === null ? null : (som(oldPriceSom) as Som | null),
  until: null,
});

describe('a tag is printed', () => {
  it.each([
    ['not while the same hangs', tagOf(18_500), tagOf(18_500), null],
    ['not while the same sale hangs', tagOf(15_000, 18_500), tagOf(15_000, 18_500), null],
    ['when the price went up', tagOf(19_000), tagOf(18_500), 'priceChanged'],
    ['when a sale begins', tagOf(15_000, 18_500), tagOf(18_500), 'saleBegins'],
    ['when a sale ends', tagOf(18_500), tagOf(15_000, 18_500), 'saleEnds'],
    ['when a sale becomes cheaper', tagOf(14_000, 18_500), tagOf(15_000, 18_500), 'priceChanged'],
    ['when the crossed-out price changed', tagOf(15_000, 19_000), tagOf(15_000, 18_500), 'priceChanged'],
    ['when a sale ends in its own price', tagOf(15_000), tagOf(15_000, 18_500), 'saleEnds'],
  ] as const)('%s', (_, tag, printed, why) => {
    expect(whyPrint(tag, printed, true)).toBe(why);
    expect(whyPrint(tag, printed, false)).toBe(why);
  });

  it('for a sale also where none was ever printed', () => {
    expect(whyPrint(tagOf(15_000, 18_500), null, false)).toBe('saleBegins');
  });

  it('where none was ever printed only once the price changed: until then one hangs by hand', () => {
    expect(whyPrint(tagOf(18_500), null, false)).toBeNull();
    expect(whyPrint(tagOf(18_500), null, true)).toBe('priceChanged');
  });
});
