/** The stand-in's one Chromium, with a profile of its own that goes when the program ends. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { findBrowser } from '../../electron/shell/browserWindow.ts';

export const profile = mkdtempSync(join(tmpdir(), 'daftar-standin-'));

let context: Promise<BrowserContext> | undefined;

async function launch(): Promise<BrowserContext> {
  const browser = await findBrowser();
  if (!browser) throw new Error('the stand-in needs an installed Chrome or Chromium (CHROME_PATH)');
  const opened = await chromium.launchPersistentContext(profile, {
    executablePath: browser,
    headless: !process.env.DISPLAY,
    chromiumSandbox: process.getuid?.() !== 0,
    viewport: { width: 1366, height: 768 },
    args: ['--remote-debugging-port=0', '--allow-file-access-from-files'],
  });
  const [port, path] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
  console.error(`DevTools listening on ws://127.0.0.1:${port}${path}`); // Playwright's _electron waits for this line
  return opened;
}

/** Opens it at the first call. */
export function openBrowser(): Promise<BrowserContext> {
  context ??= launch();
  return context;
}

export async function closeBrowser(): Promise<void> {
  const opened = await context?.catch(() => undefined);
  await opened?.close().catch(() => {});
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}
