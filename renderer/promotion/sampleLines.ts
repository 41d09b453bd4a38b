/** The lines of the sample basket: one for each product, with so many pieces. */
import { ONE, thousandths } from '../../shared/money.ts';
import type { SampleLine } from './usePreview.ts';

/** The sample with some pieces more or less of a product; the last piece taken away takes the line. */
export function withPieces(
  sample: readonly SampleLine[],
  productId: string,
  pieces: number,
): readonly SampleLine[] {
  const line = sample.find((each) => each.productId === productId);
  const now = (line?.quantityThousandths ?? 0) + pieces * ONE;
  if (now <= 0) return sample.filter((each) => each !== line);
  const next = { productId, quantityThousandths: thousandths(now) };
  return line === undefined ? [...sample, next] : sample.map((each) => (each === line ? next : each));
}

/** Two lines of one product are one line of the sample. */
export function mergedLines(lines: readonly SampleLine[]): readonly SampleLine[] {
  const pieces = new Map<string, number>();
  for (const { productId, quantityThousandths } of lines) {
    pieces.set(productId, (pieces.get(productId) ?? 0) + quantityThousandths);
  }
  return [...pieces].map(([productId, sum]) => ({ productId, quantityThousandths: thousandths(sum) }));
}
