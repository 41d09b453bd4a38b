/** Which page stands behind each kind of print order. */
import type { ComponentType } from 'react';
import type { PrintKind, PrintOrder } from '../../shared/receipt/printAddress.ts';
import { CouponBatchPages } from '../coupon/print/CouponBatchPages.tsx';

export interface PrintPageProps {
  readonly order: PrintOrder;
  /** The sheets stand in the page; `sheets` is how many the whole thing has. */
  readonly onReady: (sheets: number) => void;
  readonly onFailed: (code: string) => void;
}

export const printPages: Readonly<Record<PrintKind, ComponentType<PrintPageProps>>> = {
  couponBatch: CouponBatchPages,
};
