/** Prints a paper as a picture through the maker's driver, for printers that understand nothing else. */
import { PDFDocument } from 'pdf-lib';
import type { Bitmap } from '../../../shared/receipt/commands.ts';
import type { DriverPress } from '../../driverPress.ts';
import { pngOf } from '../png.ts';
import type { PrintOutcome } from './outcome.ts';
import { printByCups } from './queue.ts';
import type { TimeLimits } from './timeLimits.ts';

/** Every printer here has 8 dots a millimetre. */
const dotsPerMillimetre = 8;
const pointsPerDot = 72 / 25.4 / dotsPerMillimetre;

/** What of a roll's width a printer prints on: 48 mm of 58, 64 or 72 of 80. */
function rollMillimetres(widthDots: number): 58 | 80 {
  return widthDots <= 48 * dotsPerMillimetre ? 58 : 80;
}

export interface DriverPrint {
  readonly printer: string;
  readonly picture: Bitmap;
  /** Null in a shell that cannot print pages. */
  readonly press: DriverPress | null;
}

/**
 * The desktop prints the picture itself; elsewhere CUPS gets it as a PDF. Where there is neither, the job fails: no waiting
 * brings a driver. A driver says nothing of the paper, so the best is `sentUnconfirmed`.
 */
export async function printByDriver(
  { printer, picture, press }: DriverPrint,
  limits: TimeLimits,
  signal: AbortSignal,
): Promise<PrintOutcome> {
  if (signal.aborted) return { state: 'retry', reason: 'stopping' };
  const png = pngOf(picture);
  const { widthDots, heightDots } = picture;
  if (press !== null) {
    const micronsPerDot = 1000 / dotsPerMillimetre;
    const answer = await press.print({
      printer,
      png,
      widthMicrons: widthDots * micronsPerDot,
      heightMicrons: heightDots * micronsPerDot,
    });
    if (answer === 'taken') return { state: 'sentUnconfirmed' };
    return answer === 'refused'
      ? { state: 'retry', reason: 'queueRefused' }
      : { state: 'unknown', reason: 'stalled' };
  }
  const { pdf, widthMillimetres, heightMillimetres } = await paperPdf(png, picture);
  const media = `media=Custom.${widthMillimetres}x${heightMillimetres}mm`;
  const options = ['-o', media, '-o', 'print-scaling=none'];
  const outcome = await printByCups(printer, options, pdf, limits.program);
  const hasNoProgram = outcome.state === 'retry' && outcome.reason === 'queueMissing';
  return hasNoProgram ? { state: 'failed', reason: 'driverNotHere' } : outcome;
}

/** One page as wide as the roll and as long as the picture, which stands in the middle at its true size. */
export async function paperPdf(png: Uint8Array, { widthDots, heightDots }: Bitmap) {
  const widthMillimetres = rollMillimetres(widthDots);
  const heightMillimetres = Math.ceil(heightDots / dotsPerMillimetre);
  const whole = await PDFDocument.create();
  const width = widthMillimetres * dotsPerMillimetre * pointsPerDot;
  const height = heightMillimetres * dotsPerMillimetre * pointsPerDot;
  const page = whole.addPage([width, height]);
  const pictureWidth = widthDots * pointsPerDot;
  const pictureHeight = heightDots * pointsPerDot;
  page.drawImage(await whole.embedPng(png), {
    x: (width - pictureWidth) / 2,
    y: height - pictureHeight,
    width: pictureWidth,
    height: pictureHeight,
  });
  return { pdf: await whole.save(), widthMillimetres, heightMillimetres };
}
