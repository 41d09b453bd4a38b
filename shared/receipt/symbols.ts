/** Which symbol a code becomes on a given paper, or why it cannot: the same answer for the printer and the preview. */
import { assertNever } from '../errors.ts';
import type { Symbology } from './blocks.ts';
import { code128, ean13, qr, type SymbolAnswer } from './commands.ts';

/**
 * The symbol's bytes and width on a paper of `dots`, or the refusal: then the code is printed as words, to be typed. A square
 * is at least `leastDots` wide where somebody asks for it.
 */
export function symbolFor(
  symbology: Symbology,
  data: string,
  dots: number,
  leastDots?: number | undefined,
): SymbolAnswer {
  switch (symbology) {
    case 'code128':
      return code128(data, dots);
    case 'ean13':
      return ean13(data, dots);
    case 'qr':
      return qr(data, dots, leastDots);
    default:
      return assertNever(symbology);
  }
}
