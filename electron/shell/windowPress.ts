/** The desktop's paper press: a window that is never shown, on the page for paper, with the same bars as the till's own. */
import type { BrowserWindow, WebContents } from 'electron';
import { printRoot } from '../../shared/receipt/printAddress.ts';
import { type OpenPress, type PdfPress, PressProblem } from '../pdfPress.ts';
import { type Patience, type PressPage, pressRoute, untilOpen, usualPatience, within } from './pressPage.ts';

export interface WindowPressOptions {
  /** The page of the screens, without `#…`. */
  readonly page: string;
  /** A new hidden window with the till's own preload, sandbox and isolation. */
  readonly newWindow: () => BrowserWindow;
  readonly patience?: Patience;
}

export interface WindowPress extends PdfPress {
  /** The key under which the till knows a page of a press; null for any other page. */
  readonly keyOf: (contents: WebContents) => string | null;
}

function pageOf(window: BrowserWindow): PressPage {
  const { webContents } = window;
  const ended = new Promise<never>((_, failed) => {
    webContents.once('render-process-gone', () => failed(new PressProblem('PressEnded', 'its page crashed')));
    window.once('closed', () => failed(new PressProblem('PressEnded', 'the window was closed')));
  });
  // A rejection that nobody happens to wait for is no error of the till.
  ended.catch(() => {});
  return {
    evaluate: (script) => webContents.executeJavaScript(script),
    toPdf: () =>
      webContents.printToPDF({ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: false }),
    ended,
  };
}

/** Each job gets a window of its own, which the till knows under the job's key as long as it is open. */
export function windowPress({ page, newWindow, patience = usualPatience }: WindowPressOptions): WindowPress {
  const open = new Map<WebContents, { readonly key: string; readonly window: BrowserWindow }>();

  async function openPress(key: string, signal: AbortSignal): Promise<OpenPress> {
    signal.throwIfAborted();
    const window = newWindow();
    const { webContents } = window;
    open.set(webContents, { key, window });
    const close = async () => {
      open.delete(webContents);
      if (!window.isDestroyed()) window.destroy();
    };
    signal.addEventListener('abort', () => void close(), { once: true });
    try {
      const pressPage = pageOf(window);
      const opened = async () => {
        await window.loadURL(`${page}#${printRoot}`);
        await untilOpen(pressPage);
      };
      await within(patience.startMs, Promise.race([opened(), pressPage.ended]));
      return { print: (route) => pressRoute(pressPage, route, patience), close };
    } catch (error) {
      await close();
      throw new PressProblem('PressNotStarted', error instanceof Error ? error.message : String(error));
    }
  }
  return {
    isThere: async () => true,
    open: openPress,
    keyOf: (contents) => open.get(contents)?.key ?? null,
    close: async () => {
      for (const { window } of [...open.values()]) if (!window.isDestroyed()) window.destroy();
      open.clear();
    },
  };
}
