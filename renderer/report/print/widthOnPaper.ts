/** How wide words become on paper, measured by the browser with the font of the page. */
import type { WidthOf } from './fitText.ts';

const measuredPx = 100;
let canvas: CanvasRenderingContext2D | null | undefined;
const widths = new Map<string, number>();

/** Widths in the unit of the size. A sheet has hundreds of words, so each is measured once. */
export function widthOnPaper(weight: 600 | 700): WidthOf {
  return (text, size) => {
    const key = `${weight} ${text}`;
    const known = widths.get(key) ?? measure(text, weight);
    widths.set(key, known);
    return known * size;
  };
}

function measure(text: string, weight: number): number {
  canvas ??= document.createElement('canvas').getContext('2d');
  if (canvas === null) return text.length * 0.6;
  canvas.font = `${weight} ${measuredPx}px "Inter Variable", system-ui, sans-serif`;
  return canvas.measureText(text).width / measuredPx;
}
