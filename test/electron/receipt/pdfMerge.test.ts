import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startMerge } from '../../../electron/receipt/pdfMerge.ts';
import { numberedPdf, numbersOf } from './numberedPress.ts';

test('whatever the parts, the whole has all their pages in order', async () => {
  const parts = fc.array(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 5 }), {
    minLength: 1,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(parts, async (numbers) => {
      const merge = startMerge();
      for (const part of numbers) await merge.add(await numberedPdf(part));
      expect(await numbersOf(await merge.finish())).toEqual(numbers.flat());
    }),
    { numRuns: 25 },
  );
});

test('a single part stays byte for byte as it was printed', async () => {
  const part = await numberedPdf([1, 2]);
  const merge = startMerge();
  await merge.add(part);
  expect(await merge.finish()).toBe(part);
});

test('a part that is no PDF is refused', async () => {
  const merge = startMerge();
  await merge.add(await numberedPdf([1]));
  await expect(merge.add(new Uint8Array([1, 2, 3]))).rejects.toThrow();
});
