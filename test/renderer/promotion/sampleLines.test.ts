/** The sample basket on which a rule is tried. */
import { expect, test } from 'vitest';
import { mergedLines, withPieces } from '../../../renderer/promotion/sampleLines.ts';
import { thousandths } from '../../../shared/money.ts';

const line = (productId: string, quantity: number) => ({
  productId,
  quantityThousandths: thousandths(quantity),
});

test('a product is added with one piece, and has one more when it is added again', () => {
  const once = withPieces([], 'tea', 1);
  expect(once).toEqual([line('tea', 1000)]);
  expect(withPieces(once, 'tea', 1)).toEqual([line('tea', 2000)]);
});

test('the last piece taken away takes the line, and so does less than a piece', () => {
  const sample = [line('tea', 1000), line('rice', 750)];
  expect(withPieces(sample, 'tea', -1)).toEqual([line('rice', 750)]);
  expect(withPieces(sample, 'rice', -1)).toEqual([line('tea', 1000)]);
});

test('two lines of one product on a receipt are one line of the sample', () => {
  expect(mergedLines([line('tea', 1000), line('rice', 750), line('tea', 2000)])).toEqual([
    line('tea', 3000),
    line('rice', 750),
  ]);
});
