/** Barcodes of goods, against numbers printed on real goods. */
import { describe, expect, it } from 'vitest';
import { barcodeSpellings, isBarcode } from '../../../shared/catalogue/barcode.ts';
import { readScaleLabel, type ScalePrefix } from '../../../shared/catalogue/scaleLabel.ts';
import { gs1CheckDigit } from '../../../shared/checkDigit.ts';
import printed from './barcodes.json' with { type: 'json' };

describe('a barcode', () => {
  it('is accepted as it stands on real goods', () => {
    expect(printed.valid.filter((code) => !isBarcode(code))).toEqual([]);
    expect(printed.valid.length).toBeGreaterThan(50);
  });

  it('is refused when a digit is wrong or missing', () => {
    expect(printed.invalid.filter(isBarcode)).toEqual([]);
    expect(printed.invalid.length).toBeGreaterThan(5);
  });

  it('has the check digit of the GS1 manual: 629104150021 ends in 3', () => {
    expect(gs1CheckDigit('629104150021')).toBe(3);
    expect(gs1CheckDigit('9638507')).toBe(4);
    expect(gs1CheckDigit('03600029145')).toBe(2);
  });

  it('catches every single wrong digit', () => {
    for (let at = 0; at < 13; at += 1) {
      for (let digit = 0; digit < 10; digit += 1) {
        const code = '4780554617621';
        const changed = code.slice(0, at) + digit + code.slice(at + 1);
        expect(isBarcode(changed)).toBe(changed === code);
      }
    }
  });

  it('is the same product as UPC-A and as EAN-13 with a leading zero', () => {
    expect(barcodeSpellings('036000291452')).toEqual(['036000291452', '0036000291452']);
    expect(barcodeSpellings('0036000291452')).toEqual(['0036000291452', '036000291452']);
    expect(barcodeSpellings('4780554617621')).toEqual(['4780554617621']);
    expect(barcodeSpellings('TEA-7')).toEqual(['TEA-7']);
  });
});

const withCheck = (body: string) => body + gs1CheckDigit(body);

describe('a label of the scale', () => {
  const prefixes: ScalePrefix[] = [
    { prefix: '21', meaning: 'weight' },
    { prefix: '23', meaning: 'price' },
  ];

  it('carries the article and grams, or the article and a price', () => {
    expect(readScaleLabel(withCheck('210012301250'), prefixes)).toEqual({
      meaning: 'weight',
      article: '00123',
      quantityThousandths: 1_250,
    });
    expect(readScaleLabel(withCheck('230012318500'), prefixes)).toEqual({
      meaning: 'price',
      article: '00123',
      priceSom: 18_500,
    });
  });

  it('with nothing on the scale is told apart, so that it is never sold for nothing', () => {
    expect(readScaleLabel(withCheck('210012300000'), prefixes)).toEqual({
      meaning: 'empty',
      article: '00123',
    });
  });

  it('is one only with a prefix of the shop and a right check digit', () => {
    expect(readScaleLabel(withCheck('220012301250'), prefixes)).toBeNull();
    expect(readScaleLabel('2100123012507', prefixes)).toBeNull();
  });

  it('never takes 29, which belongs to the cards of customers', () => {
    const greedy: ScalePrefix[] = [{ prefix: '29', meaning: 'weight' }];
    expect(readScaleLabel(withCheck('290012301250'), greedy)).toBeNull();
  });
});
