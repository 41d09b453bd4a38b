import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  labelLayouts,
  labelPage,
  labelPages,
  labelPlaces,
  labelsPerPage,
} from '../../../shared/report/labelLayout.ts';
import { labelCount, labelsFrom } from '../../../shared/report/labelOrder.ts';

const a = { name: 'A', copies: 2 };
const b = { name: 'B', copies: 1 };
const names = (items: readonly (typeof a)[], from: number, limit: number) =>
  labelsFrom(items, from, limit).map(({ name }) => name);

describe('an order of labels', () => {
  it('has each product as often as it is asked for, in its order', () => {
    expect(labelCount([a, b])).toBe(3);
    expect(names([a, b], 0, 24)).toEqual(['A', 'A', 'B']);
    expect(names([a, b], 1, 1)).toEqual(['A']);
    expect(names([a, b], 1, 2)).toEqual(['A', 'B']);
    expect(names([a, b], 3, 24)).toEqual([]);
  });

  it('is the same whether it is read at once or page by page', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 12 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 50 }), (copies, page) => {
        const items = copies.map((count, at) => ({ name: String(at), copies: count }));
        const all = names(items, 0, labelCount(items));
        const read: string[] = [];
        for (let from = 0; from < labelCount(items); from += page) read.push(...names(items, from, page));
        expect(read).toEqual(all);
        expect(all).toHaveLength(labelCount(items));
      }),
    );
  });
});

describe('the layouts of labels', () => {
  it('fill an A4 sheet without going over its edge, and leave less than one more row or column', () => {
    for (const layout of labelLayouts.filter((each) => each.startsWith('a4'))) {
      const { widthMm, heightMm, columns, rows } = labelPlaces[layout];
      expect(labelPage(layout)).toEqual({ widthMm: 210, heightMm: 297 });
      expect(columns * widthMm).toBeCloseTo(210, 6);
      expect(rows * heightMm).toBeLessThanOrEqual(297 + 1e-9);
      expect((rows + 1) * heightMm).toBeGreaterThan(297);
    }
  });

  it('have 24, 40 and 8 places on a sheet, and one on a roll', () => {
    expect(labelLayouts.map(labelsPerPage)).toEqual([24, 40, 8, 1, 1, 1, 1]);
    expect(labelPages('a4x24', 25)).toBe(2);
    expect(labelPages('a4x40', 40)).toBe(1);
    expect(labelPages('roll30x20', 25)).toBe(25);
  });

  it('tell a label printer the size of the label itself', () => {
    expect(labelPage('roll43x25')).toEqual({ widthMm: 43, heightMm: 25 });
  });
});
