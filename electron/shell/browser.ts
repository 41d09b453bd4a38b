/** The browser shell: the till under Node on 127.0.0.1, its screens in a window of the installed browser. */
import { basename, join } from 'node:path';
import { RPCHandler } from '@orpc/server/ws';
import type { Language } from '../../shared/text.ts';
import { openTill } from '../till.ts';
import { browserPress } from './browserPress.ts';
import { type BrowserWindow, findBrowser, hasDisplay, openBrowserWindow } from './browserWindow.ts';
import { type Loopback, serveLoopback } from './loopback.ts';
import { announceTill, newSecret } from './runningTill.ts';
import { buildName, readScreens } from './screens.ts';

export interface BrowserShellOptions {
  readonly dataDirectory: string;
  /** The folder of the built screens. */
  readonly screens: string;
  readonly language: Language | undefined;
  readonly demo: boolean;
  readonly port: number | undefined;
  /** False: open nothing, only print the address. */
  readonly window: boolean;
  /** Why the till does not run in its desktop window; stands in the line that is printed. */
  readonly why: string;
}

/** A window that closes sooner never showed the screens: the browser could not start, or one of ours was open. */
const shortestWindowMs = 3000;

/** Where the browser keeps the profile of the till's window. */
export const windowProfile = (dataDirectory: string): string => join(dataDirectory, 'window');

/** The browser to open, or, with words for the line that is printed, that none can be. */
type Place = { readonly browser: string } | { readonly none: string };

async function whereToOpen(window: boolean): Promise<Place> {
  if (!window) return { none: '' };
  if (!hasDisplay()) return { none: 'There is no display. ' };
  const browser = await findBrowser();
  return browser ? { browser } : { none: 'No Chrome, Edge or Chromium was found. ' };
}

/** Resolves at the first signal that asks this process to end. */
function endAsked(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => done());
  });
}

/** Opens the window, says so in one line, and resolves when the window was used and closed. */
async function showWindow(
  loopback: Loopback,
  place: Place,
  options: BrowserShellOptions,
): Promise<{ readonly window: BrowserWindow | null; readonly used: Promise<void> }> {
  const never = new Promise<void>(() => {});
  if ('none' in place) {
    const address = loopback.newAddress();
    console.log(
      `Daftar runs in the browser shell (${options.why}). ${place.none}Open this address: ${address}`,
    );
    return { window: null, used: never };
  }
  console.log(`Daftar opens in a window of ${basename(place.browser)} (${options.why}).`);
  const window = openBrowserWindow(
    place.browser,
    loopback.newAddress(),
    windowProfile(options.dataDirectory),
  );
  const used = window.closed.then(({ livedMs, code }) => {
    if (livedMs >= shortestWindowMs) return;
    console.log(
      `The window closed at once (${code === null ? 'it did not start' : `exit code ${code}`}). ` +
        `Daftar goes on; open this address: ${loopback.newAddress()}`,
    );
    return never;
  });
  return { window, used };
}

/**
 * Runs until the window is closed or a signal comes, then closes the till; the answer is the exit code. Throws what
 * `openTill` throws (another till holds the data directory) and what listening throws (the port is taken).
 */
export async function runBrowserShell(options: BrowserShellOptions): Promise<number> {
  const ended = endAsked();
  const { dataDirectory, language, demo } = options;
  const [screens, place] = await Promise.all([readScreens(options.screens), whereToOpen(options.window)]);
  const build = buildName(screens.get('/')?.content ?? Buffer.alloc(0));
  let loopback: Loopback | undefined;
  const pdfPress = browserPress({
    dataDirectory,
    loopback: () => loopback,
    ...('browser' in place ? { browser: async () => place.browser } : {}),
  });
  const till = await openTill({ dataDirectory, shell: 'browser', build, language, demo, pdfPress });
  try {
    const handler = new RPCHandler(till.router);
    const secret = newSecret();
    loopback = await serveLoopback({
      screens,
      secret,
      port: options.port ?? 0,
      onClient: (socket, key) => void handler.upgrade(socket, { context: till.context({ key }) }),
    });
    const forget = await announceTill(dataDirectory, { port: loopback.port, secret });
    const { window, used } = await showWindow(loopback, place, options);
    await Promise.race([used, ended]);
    await forget();
    window?.process.kill();
    return 0;
  } finally {
    await loopback?.close();
    await till.close();
  }
}
