/** How a label is set in each size: margins, sizes of type, and bars that every scanner can read, or none. */
import type { LabelLayout } from '../../../shared/report/labelLayout.ts';

export type BarKind = 'ean' | 'code128';

export interface LabelStyle {
  /** White on the left and right. Printers leave some 4 mm of an A4 sheet empty. */
  readonly padXMm: number;
  readonly padYMm: number;
  /** Sizes of type; name and price are set smaller until they fit. */
  readonly nameMm: number;
  readonly priceMm: number;
  readonly smallMm: number;
  readonly digitsMm: number;
  /** How high bars are. */
  readonly barsMm: number;
  /** How wide one module may be, the widest first; none on a label that is too small for readable bars. */
  readonly moduleMm: Readonly<Record<BarKind, readonly number[]>>;
  /** How wide bars with their quiet zones may be. */
  readonly codeMm: number;
  /** Whether unit price and day stand beside the bars or below them. */
  readonly foot: 'beside' | 'below';
}

/** An EAN-13 at 80 %, the least that the standard allows, has modules of 0.264 mm; at 100 % 0.33 mm. */
export const leastModuleMm = 0.264;

/** On a laser printer. */
const onSheet = { ean: [0.33, leastModuleMm], code128: [0.33, leastModuleMm] };
/**
 * Two and three dots of a label printer with 8 dots a millimetre: a module between them would come out now as two dots and
 * now as three, and no scanner reads that. Two are less than 80 % of an EAN, but usual for Code 128.
 */
const onRoll = { ean: [0.375], code128: [0.375, 0.25] };

export const labelStyles: Readonly<Record<LabelLayout, LabelStyle>> = {
  a4x24: {
    padXMm: 4,
    padYMm: 2.6,
    nameMm: 4.4,
    priceMm: 10.5,
    smallMm: 2.7,
    digitsMm: 2.4,
    barsMm: 6.5,
    moduleMm: onSheet,
    codeMm: 42,
    foot: 'beside',
  },
  a4x40: {
    padXMm: 4,
    padYMm: 2,
    nameMm: 3.3,
    priceMm: 8,
    smallMm: 2.2,
    digitsMm: 2,
    barsMm: 5.4,
    moduleMm: { ean: [leastModuleMm], code128: [leastModuleMm] },
    codeMm: 33,
    foot: 'beside',
  },
  a4x8: {
    padXMm: 6,
    padYMm: 4,
    nameMm: 8,
    priceMm: 22,
    smallMm: 4,
    digitsMm: 3.4,
    barsMm: 14,
    moduleMm: { ean: [0.495, ...onSheet.ean], code128: [0.495, ...onSheet.code128] },
    codeMm: 62,
    foot: 'beside',
  },
  roll58x40: {
    padXMm: 2,
    padYMm: 1.6,
    nameMm: 4.2,
    priceMm: 10,
    smallMm: 2.6,
    digitsMm: 2.4,
    barsMm: 8,
    moduleMm: onRoll,
    codeMm: 57.4,
    foot: 'below',
  },
  roll58x30: {
    padXMm: 2,
    padYMm: 1.3,
    nameMm: 3.3,
    priceMm: 7.2,
    smallMm: 2.3,
    digitsMm: 2.1,
    barsMm: 5.6,
    moduleMm: onRoll,
    codeMm: 57.4,
    foot: 'below',
  },
  roll43x25: {
    padXMm: 1.5,
    padYMm: 1,
    nameMm: 2.7,
    priceMm: 6,
    smallMm: 1.9,
    digitsMm: 1.8,
    barsMm: 4.8,
    moduleMm: onRoll,
    codeMm: 42.4,
    foot: 'below',
  },
  // 29.83 mm of an EAN-13 at 80 % would leave nothing for a label that is fed a little askew: digits only.
  roll30x20: {
    padXMm: 1,
    padYMm: 0.9,
    nameMm: 2.5,
    priceMm: 5.4,
    smallMm: 1.8,
    digitsMm: 1.9,
    barsMm: 0,
    moduleMm: { ean: [], code128: [] },
    codeMm: 0,
    foot: 'below',
  },
};

/** Bars counted in modules, with the white that must stay on either side of them. */
export interface BarModules {
  readonly kind: BarKind;
  readonly modules: number;
  readonly quietLeft: number;
  readonly quietRight: number;
}

/**
 * How wide a module of these bars is printed: the widest that fits with its quiet zones. Null when none fits; a code that
 * no scanner reads is worse than its digits.
 *
 * | bars                 | on        | a module |
 * |----------------------|-----------|----------|
 * | EAN-13, 113 modules  | 70×37     | 0.33 mm  |
 * | EAN-13               | 52.5×29.7 | 0.264 mm |
 * | EAN-13               | 43×25     | 0.375 mm |
 * | Code 128, 121        | 43×25     | 0.25 mm  |
 * | Code 128, 250        | 70×37     | –        |
 * | anything             | 30×20     | –        |
 */
export function moduleFor(bars: BarModules, { moduleMm, codeMm }: LabelStyle): number | null {
  const modules = bars.quietLeft + bars.modules + bars.quietRight;
  return moduleMm[bars.kind].find((width) => modules * width <= codeMm) ?? null;
}
