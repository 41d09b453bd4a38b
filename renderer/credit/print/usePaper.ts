/** What every page for paper does first: ask the till, then say how many sheets there are, or why there are none. */
import { useEffect, useState } from 'react';
import type { PrintOrder } from '../../../shared/receipt/printAddress.ts';

export interface PaperPageProps {
  readonly order: PrintOrder;
  readonly onReady: (sheets: number) => void;
  readonly onFailed: (code: string) => void;
}

export interface Paper {
  /** How many sheets the whole thing has. */
  readonly sheets: number;
}

/** `ask` answers the paper, or the code of a refusal. It must stay the same function. */
export function usePaper<P extends Paper>(
  { order, onReady, onFailed }: PaperPageProps,
  ask: (order: PrintOrder) => Promise<P | string>,
): P | null {
  const [paper, setPaper] = useState<P | null>(null);
  useEffect(() => {
    let isHere = true;
    const take = async () => {
      const answer = await ask(order);
      if (!isHere) return;
      if (typeof answer === 'string') onFailed(answer);
      else setPaper(answer);
    };
    void take();
    return () => {
      isHere = false;
    };
  }, [order, onFailed, ask]);
  useEffect(() => {
    if (paper !== null) onReady(paper.sheets);
  }, [paper, onReady]);
  return paper;
}

/** The rows of each sheet that was asked for, with the number of the first; a thing without rows has one sheet. */
export function rowsOfSheets<Row>(
  rows: readonly Row[],
  perSheet: number,
  { from, sheets }: Pick<PrintOrder, 'from' | 'sheets'>,
): readonly { readonly sheet: number; readonly firstRow: number; readonly rows: readonly Row[] }[] {
  const last = Math.min(from + sheets, sheetCount(rows.length, perSheet));
  return Array.from({ length: Math.max(0, last - from) }, (_, at) => {
    const firstRow = (from + at) * perSheet;
    return { sheet: from + at, firstRow, rows: rows.slice(firstRow, firstRow + perSheet) };
  });
}

export function sheetCount(rows: number, perSheet: number): number {
  return Math.max(1, Math.ceil(rows / perSheet));
}
