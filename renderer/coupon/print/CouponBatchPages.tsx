/** Some sheets of a batch: asks the till for the batch, its codes and the shop, and lays them out. */
import { useEffect, useState } from 'react';
import type { PrintOrder } from '../../../shared/receipt/printAddress.ts';
import { api } from '../../app/api.ts';
import { askPaperShop } from '../../app/paperShop.ts';
import { CouponSheets } from './CouponSheets.tsx';
import { type CouponPaper, couponPaper, type PaperCoupon } from './couponPaper.ts';
import { isSheetKind, type SheetKind, sheetLayouts, sheetsOf } from './layouts.ts';

interface Loaded {
  readonly kind: SheetKind;
  readonly paper: CouponPaper;
  readonly coupons: readonly PaperCoupon[];
  readonly sheets: number;
}

type Loading = { readonly ok: true; readonly loaded: Loaded } | { readonly ok: false; readonly code: string };

/** The most codes that the till gives at once. */
const portion = 500;

async function codesOf(
  batchId: string,
  from: number,
  count: number,
): Promise<readonly PaperCoupon[] | string> {
  const coupons: PaperCoupon[] = [];
  while (coupons.length < count) {
    const limit = Math.min(portion, count - coupons.length);
    const answer = await api.coupon.batchCodes({ batchId, from: from + coupons.length, limit });
    if (!answer.ok) return answer.error.code;
    coupons.push(...answer.data.coupons);
    if (answer.data.coupons.length < limit) break;
  }
  return coupons;
}

/** Refused: a batch whose codes are not all made, one that is void, and what is no sheet at all. */
async function load({ id, from, sheets }: PrintOrder): Promise<Loading> {
  const [found, shop] = await Promise.all([api.coupon.batch({ batchId: id }), askPaperShop()]);
  if (!found.ok) return { ok: false, code: found.error.code };
  if (typeof shop === 'string') return { ok: false, code: shop };
  const { batch, series } = found.data;
  const { kind } = batch;
  if (batch.state !== 'ready' || batch.made === 0) return { ok: false, code: 'BatchClosed' };
  if (!isSheetKind(kind)) return { ok: false, code: 'NotFound' };
  const { perSheet } = sheetLayouts[kind];
  const coupons = await codesOf(id, from * perSheet, sheets * perSheet);
  if (typeof coupons === 'string') return { ok: false, code: coupons };
  const paper = couponPaper(shop.shop, series, batch.languages);
  return { ok: true, loaded: { kind, paper, coupons, sheets: sheetsOf(kind, batch.made) } };
}

interface CouponBatchPagesProps {
  readonly order: PrintOrder;
  readonly onReady: (sheets: number) => void;
  readonly onFailed: (code: string) => void;
}

export function CouponBatchPages({ order, onReady, onFailed }: CouponBatchPagesProps) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    let isHere = true;
    const take = async () => {
      const answer = await load(order);
      if (!isHere) return;
      if (answer.ok) setLoaded(answer.loaded);
      else onFailed(answer.code);
    };
    void take();
    return () => {
      isHere = false;
    };
  }, [order, onFailed]);
  useEffect(() => {
    if (loaded !== null) onReady(loaded.sheets);
  }, [loaded, onReady]);
  if (loaded === null) return null;
  return <CouponSheets kind={loaded.kind} paper={loaded.paper} coupons={loaded.coupons} />;
}
