/** What both shells do with a page for paper: show a route, wait until it says that it stands, and print it. */
import { setTimeout as pause } from 'node:timers/promises';
import { printRoot, readPrintReport } from '../../shared/receipt/printAddress.ts';
import { type PressedPart, PressProblem } from '../pdfPress.ts';

/** A page in a hidden window, whoever opened it. */
export interface PressPage {
  readonly evaluate: (script: string) => Promise<unknown>;
  readonly toPdf: () => Promise<Uint8Array>;
  /** Rejects with PressProblem when the page or its browser ends. */
  readonly ended: Promise<never>;
}

export interface Patience {
  /** For the browser or window to start and its page to take orders. */
  readonly startMs: number;
  /** For the page to get its data and draw it. */
  readonly readyMs: number;
  /** For the browser to make the PDF of one part. */
  readonly pdfMs: number;
}

export const usualPatience: Patience = { startMs: 30_000, readyMs: 30_000, pdfMs: 60_000 };

const lookEveryMs = 25;

/** The promise, or PressTooSlow after so many milliseconds. */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const over = new AbortController();
  const tooSlow = pause(milliseconds, undefined, { signal: over.signal }).then(
    () => Promise.reject(new PressProblem('PressTooSlow', `${milliseconds} ms`)),
    () => new Promise<never>(() => {}),
  );
  try {
    return await Promise.race([work, tooSlow]);
  } finally {
    over.abort();
  }
}

async function untilReady(page: PressPage, route: string): Promise<number> {
  for (;;) {
    const said = await page.evaluate("document.documentElement.dataset.print ?? ''");
    const report = readPrintReport(said, route);
    if (report?.state === 'ready') return report.sheets;
    if (report?.state === 'failed') throw new PressProblem('PageNotReady', report.code);
    await pause(lookEveryMs);
  }
}

/** Waits until the page has loaded, has its session, and takes orders. Throws PressProblem. */
export async function untilOpen(page: PressPage): Promise<void> {
  await Promise.race([untilReady(page, printRoot), page.ended]);
}

/** Prints one route of the page. Throws PressProblem: the page has no data, is too slow, or ended. */
export async function pressRoute(
  page: PressPage,
  route: string,
  patience: Patience = usualPatience,
): Promise<PressedPart> {
  if (!route.startsWith(`${printRoot}/`)) throw new PressProblem('PageNotReady', 'not a page for paper');
  const show = async () => {
    await page.evaluate(`location.hash = ${JSON.stringify(route)}`);
    return untilReady(page, route);
  };
  try {
    const sheets = await within(patience.readyMs, Promise.race([show(), page.ended]));
    const pdf = await within(patience.pdfMs, Promise.race([page.toPdf(), page.ended]));
    return { pdf, sheets };
  } catch (error) {
    // A page that is gone answers in the words of its browser, sooner than it is known to have ended.
    throw error instanceof PressProblem ? error : new PressProblem('PressEnded', String(error));
  }
}
