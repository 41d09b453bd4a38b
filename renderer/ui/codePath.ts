/** Barcodes and QR codes as one path each: hundreds of them stand on printed sheets, sharp at any size. */
import { code128, type DrawingContext, ean8, ean13, qrcode } from 'bwip-js/browser';

export interface CodePath {
  readonly width: number;
  readonly height: number;
  /** The `d` of an SVG path, filled by the even-odd rule. */
  readonly path: string;
}

/** Collects what is dark; both kinds of code are drawn with upright lines and filled polygons alone. */
function pathDrawing(): DrawingContext<CodePath> {
  let [width, height, path] = [0, 0, ''];
  return {
    scale: () => null,
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init(wide, high) {
      [width, height] = [wide, high];
    },
    line(x, fromY, _x, toY, thickness) {
      const left = x - thickness / 2;
      path += `M${left} ${fromY}H${left + thickness}V${toY}H${left}Z`;
    },
    polygon(points) {
      path += `M${points.map(([x, y]) => `${x} ${y}`).join('L')}Z`;
    },
    hexagon() {},
    ellipse() {},
    fill() {},
    text() {},
    end: () => ({ width, height, path }),
  };
}

/** The QR code of a text, without a quiet zone around it. Almost a third of it may be smudged and it still reads. */
export function qrPath(text: string): CodePath {
  const options = { bcid: 'qrcode', text, eclevel: 'H' };
  return qrcode<CodePath>(options, pathDrawing());
}

/** The Code 128 bars of a text, without a quiet zone and without the text below. */
export function barsPath(text: string): CodePath {
  return code128<CodePath>({ bcid: 'code128', text, height: 10 }, pathDrawing());
}

/** The bars of an EAN-13 or EAN-8 with a right check digit: 95 or 67 modules, without quiet zones and without digits. */
export function eanPath(text: string): CodePath {
  return text.length === 8
    ? ean8<CodePath>({ bcid: 'ean8', text, height: 10 }, pathDrawing())
    : ean13<CodePath>({ bcid: 'ean13', text, height: 10 }, pathDrawing());
}
