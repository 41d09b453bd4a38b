/** Finds the installed Chrome, Edge or Chromium and opens the screens in it as a window of their own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The path of a browser that can show the screens as an app window, or null. `CHROME_PATH` comes first. */
export async function findBrowser(): Promise<string | null> {
  const named = process.env.CHROME_PATH;
  if (named !== undefined && named !== '') return existsSync(named) ? named : null;
  try {
    const { Launcher } = await import('chrome-launcher');
    const found = Launcher.getInstallations()[0];
    if (found) return found;
  } catch {
    // It throws where there is no Chrome and no Chromium; Windows always has Edge.
  }
  try {
    const { getAnyEdgeStable } = await import('edge-paths');
    return getAnyEdgeStable();
  } catch {
    return null;
  }
}

/** Whether a window can be shown at all: Windows and macOS always can, Linux says so in its environment. */
export function hasDisplay(): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * What every browser of ours is started with: a profile of its own in the data directory, which may be deleted at any
 * time; no first-run pages, no sync, no background traffic, nothing that stays running after its window.
 */
export function quietFlags(profile: string): string[] {
  const flags = [
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-mode',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-extensions',
    '--disable-features=Translate,OptimizationHints,MediaRouter',
    '--disable-quic',
    '--disable-sync',
    '--metrics-recording-only',
    '--no-pings',
    '--password-store=basic',
  ];
  // Chromium refuses to run as root with its sandbox; --test-type hides the bar that warns of its absence.
  if (process.getuid?.() === 0) flags.push('--no-sandbox', '--test-type');
  return flags;
}

/** A profile of our own makes the process ours: it ends when its last window is closed. */
function windowFlags(address: string, profile: string): string[] {
  return [
    `--app=${address}`,
    ...quietFlags(profile),
    '--hide-crash-restore-bubble',
    '--autoplay-policy=no-user-gesture-required',
    '--overscroll-history-navigation=0',
    '--window-size=1366,768',
  ];
}

export interface BrowserWindow {
  readonly process: ChildProcess;
  /** Resolves when the window is closed, with the time it lived and the browser's exit code (null: a signal). */
  readonly closed: Promise<{ readonly livedMs: number; readonly code: number | null }>;
}

/** Opens the address in an app window of the browser. `detached` leaves the window to itself when this process ends. */
export function openBrowserWindow(
  browser: string,
  address: string,
  profile: string,
  { detached = false } = {},
): BrowserWindow {
  const opened = performance.now();
  const child = spawn(browser, windowFlags(address, profile), { stdio: 'ignore', detached });
  if (detached) child.unref();
  const closed = new Promise<{ livedMs: number; code: number | null }>((done) => {
    const end = (code: number | null) => done({ livedMs: performance.now() - opened, code });
    child.on('error', () => end(null));
    child.on('exit', end);
  });
  return { process: child, closed };
}
