/** A press for tests of the PDF jobs: each sheet it prints is as many points wide as its number from 1, plus 100. */
import { PDFDocument } from 'pdf-lib';
import { type OpenPress, type PdfPress, PressProblem } from '../../../electron/pdfPress.ts';
import { readPrintRoute } from '../../../shared/receipt/printAddress.ts';

export interface NumberedPress extends Pick<PdfPress, 'open'> {
  /** The keys under which it was opened, and whether each has closed. */
  readonly opened: { readonly key: string; closed: boolean }[];
  readonly routes: string[];
}

export interface NumberedPressOptions {
  readonly sheets: number;
  /** Runs before every part; what it throws is what the press throws. */
  readonly beforePart?: (at: number, key: string) => Promise<void> | void;
}

/** A PDF with a page for each of these sheet numbers. */
export async function numberedPdf(numbers: readonly number[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (const number of numbers) pdf.addPage([100 + number, 200]);
  return pdf.save();
}

/** The sheet numbers of a PDF made of such parts, in the order of its pages. */
export async function numbersOf(pdf: Uint8Array): Promise<readonly number[]> {
  const read = await PDFDocument.load(pdf);
  return read.getPages().map((page) => page.getWidth() - 100);
}

export function numberedPress({ sheets, beforePart }: NumberedPressOptions): NumberedPress {
  const opened: { key: string; closed: boolean }[] = [];
  const routes: string[] = [];
  async function open(key: string, signal: AbortSignal): Promise<OpenPress> {
    const entry = { key, closed: false };
    opened.push(entry);
    return {
      async print(route) {
        routes.push(route);
        await beforePart?.(routes.length - 1, key);
        if (signal.aborted) throw new PressProblem('PressEnded');
        const order = readPrintRoute(route);
        if (order === null) throw new PressProblem('PageNotReady');
        const count = Math.min(order.sheets, sheets - order.from);
        const numbers = Array.from({ length: count }, (_, at) => order.from + at + 1);
        return { pdf: await numberedPdf(numbers), sheets };
      },
      close: async () => {
        entry.closed = true;
      },
    };
  }
  return { open, opened, routes };
}
