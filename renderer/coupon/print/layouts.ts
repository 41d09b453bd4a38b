/** Which layout a batch is printed in: how many coupons a sheet carries, and its paper. */
import type { BatchKind } from '../../../shared/coupon/contractBatch.ts';

export interface SheetLayout {
  readonly perSheet: number;
  readonly widthMm: number;
  readonly heightMm: number;
}

const portrait = { widthMm: 210, heightMm: 297 };
const landscape = { widthMm: 297, heightMm: 210 };

/** Kinds that are no sheets, the receipt printer's strip and messages, have no entry. */
export const sheetLayouts = {
  sheet8: { perSheet: 8, ...portrait },
  sheet10: { perSheet: 10, ...portrait },
  neckHanger: { perSheet: 4, ...landscape },
  shelfCard: { perSheet: 4, ...portrait },
  posterA4: { perSheet: 1, ...portrait },
  posterA3: { perSheet: 1, widthMm: 297, heightMm: 420 },
  flags: { perSheet: 3, ...landscape },
} as const satisfies Partial<Record<BatchKind, SheetLayout>>;
export type SheetKind = keyof typeof sheetLayouts;

export function isSheetKind(kind: BatchKind): kind is SheetKind {
  return kind in sheetLayouts;
}

export function sheetsOf(kind: SheetKind, coupons: number): number {
  return Math.ceil(coupons / sheetLayouts[kind].perSheet);
}
