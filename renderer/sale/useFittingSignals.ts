/** Which signals find room in the strip: their words are measured, because they are longer in some languages. */
import { type RefObject, useLayoutEffect, useState } from 'react';
import { fittingSignals, type SignalKind } from '../../shared/customer/atTill.ts';
import type { Signal } from './stripSignals.ts';

/** The same as in StripSignals.module.css. */
const gapPx = 6;
const morePx = 44;
const font = '600 14px';
const edgesPx = 18;
const iconPx = 22;

/** Signals that stand without a picture. */
const wordsOnly: ReadonlySet<SignalKind> = new Set([
  'debt',
  'privilege',
  'away',
  'burning',
  'usual',
  'collected',
]);

const pen = typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d');

function widthOf({ kind, words }: Signal, family: string): number {
  if (pen === null) return 0;
  pen.font = `${font} ${family}`;
  return Math.ceil(pen.measureText(words).width) + edgesPx + (wordsOnly.has(kind) ? 0 : iconPx);
}

interface Space {
  readonly widthPx: number;
  readonly family: string;
}

const spaceOf = (element: HTMLElement): Space => ({
  widthPx: element.clientWidth,
  family: getComputedStyle(element).fontFamily,
});

/** Places of the signals that are shown in a row of the page. */
export function useFittingSignals(
  row: RefObject<HTMLElement | null>,
  signals: readonly Signal[],
): readonly number[] {
  const [space, setSpace] = useState<Space>({ widthPx: 0, family: '' });
  useLayoutEffect(() => {
    const element = row.current;
    if (element === null) return;
    const take = () => setSpace(spaceOf(element));
    take();
    const observer = new ResizeObserver(take);
    observer.observe(element);
    return () => observer.disconnect();
  }, [row]);
  const measured = signals.map((signal) => ({ kind: signal.kind, widthPx: widthOf(signal, space.family) }));
  return fittingSignals(measured, { widthPx: space.widthPx, gapPx, morePx });
}
