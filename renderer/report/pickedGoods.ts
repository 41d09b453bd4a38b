/** Goods that somebody picked for labels, and how many of each. */
import { useState } from 'react';
import { mostLabels } from '../../shared/report/labelOrder.ts';
import type { BusinessDay } from '../../shared/time.ts';
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { useTill } from '../app/useTill.ts';
import type { LabelsToPrint } from './PrintLabels.tsx';

/** The number of labels by the id of the product, in the order of picking; null while none is typed. */
export type Picked = ReadonlyMap<string, number | null>;

/** So many products at once: the till tells no more of them in one answer. */
export const mostPicked = 500;

/**
 * The picked goods with so many more of some of them: what is new comes last, with one label.
 *
 * | picked      | added | then                |
 * |-------------|-------|---------------------|
 * | A ×1        | A     | A ×2                |
 * | A ×1        | B     | A ×1, B ×1          |
 * | A, empty    | A     | A ×1                |
 * | 500 others  | A     | 500 others          |
 */
export function withPicked(picked: Picked, productIds: readonly string[]): Picked {
  const next = new Map(picked);
  for (const id of productIds) {
    if (!next.has(id) && next.size >= mostPicked) continue;
    next.set(id, Math.min(mostLabels, (next.get(id) ?? 0) + 1));
  }
  return next;
}

export interface PickedGoods {
  readonly copies: Picked;
  /** Those with at least one label, as they stand on a day. */
  readonly items: readonly LabelsToPrint[];
  /** Every picked product, those of which nothing is printed yet among them. */
  readonly all: readonly (Omit<LabelsToPrint, 'copies'> & { readonly copies: number | null })[];
  readonly error: TillError | null;
  readonly add: (productIds: readonly string[]) => void;
  readonly setCopies: (productId: string, copies: number | null) => void;
  readonly remove: (productId: string) => void;
}

export function usePickedGoods(first: string | null, day: BusinessDay): PickedGoods {
  const [copies, setPicked] = useState<Picked>(() => withPicked(new Map(), first === null ? [] : [first]));
  const productIds = [...copies.keys()];
  const isOn = productIds.length > 0;
  const { data, error } = useTill(api.report.labelGoods, { day, productIds }, { keepsLast: true, isOn });
  const labels = isOn ? (data?.labels ?? []) : [];
  const all = labels.flatMap((label) => {
    const count = copies.get(label.productId);
    return count === undefined ? [] : [{ label, copies: count }];
  });
  return {
    copies,
    all,
    items: all.flatMap(({ label, copies: count }) => (count ? [{ label, copies: count }] : [])),
    error,
    add: (ids) => setPicked((before) => withPicked(before, ids)),
    setCopies: (id, count) => setPicked((before) => new Map(before).set(id, count)),
    remove: (id) => setPicked((before) => new Map([...before].filter(([other]) => other !== id))),
  };
}
