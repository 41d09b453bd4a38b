/** How a page for paper tells whoever prints it that it stands: in `data-print` of the document. */
import { type PrintReport, printRoot } from '../../shared/receipt/printAddress.ts';

/** Whether a window was opened for paper: `#/print…`, with or without a one-use token before it. */
export function isForPaper(hash: string): boolean {
  return new RegExp(`^#(token=[\\w-]+)?${printRoot}(/|$)`).test(hash);
}

export function reportPrint(report: PrintReport): void {
  document.documentElement.dataset.print = JSON.stringify(report);
}

/** Every weight and script of the paper; without them the words would be measured in another type. */
export async function fontsForPaper(): Promise<void> {
  const faces = [400, 600, 700, 800].map((weight) => `${weight} 20px "Inter Variable"`);
  await Promise.all(faces.map((face) => document.fonts.load(face, 'aOʻ Жў ҒҳĀ−')));
}
