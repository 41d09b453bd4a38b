/** The bars of a product's code for its label: EAN where the code is one, else Code 128. */
import { isBarcode } from '../../../shared/catalogue/barcode.ts';
import { barsPath, eanPath } from '../../ui/codePath.ts';
import type { BarModules } from './labelStyle.ts';

export interface TagBars extends BarModules {
  /** The `d` of an SVG path, `unitsPerModule` wide for each module. */
  readonly path: string;
  readonly height: number;
  readonly unitsPerModule: number;
}

const unitsPerModule = 2;

/** An EAN's white is 11 modules on the left and 7 on the right, 7 and 7 of an EAN-8; Code 128 asks for 10. */
function eanBars(text: string): TagBars {
  const { width, height, path } = eanPath(text);
  const quietLeft = text.length === 8 ? 7 : 11;
  return {
    kind: 'ean',
    modules: width / unitsPerModule,
    quietLeft,
    quietRight: 7,
    path,
    height,
    unitsPerModule,
  };
}

/**
 * The bars of a code; null for one that Code 128 cannot hold. A UPC-A is drawn as the EAN-13 that it is.
 *
 * | code          | bars                    |
 * |---------------|-------------------------|
 * | 4780012345677 | EAN-13, 95 modules      |
 * | 96385074      | EAN-8, 67 modules       |
 * | 012345678905  | EAN-13 with a zero first |
 * | KOLA-1        | Code 128                |
 */
export function barsOf(code: string): TagBars | null {
  if (isBarcode(code) && code.length !== 14) return eanBars(code.length === 12 ? `0${code}` : code);
  try {
    const { width, height, path } = barsPath(code);
    return {
      kind: 'code128',
      modules: width / unitsPerModule,
      quietLeft: 10,
      quietRight: 10,
      path,
      height,
      unitsPerModule,
    };
  } catch {
    return null;
  }
}
