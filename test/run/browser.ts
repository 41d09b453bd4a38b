/** The browser that the end-to-end tests drive: found, or installed where that can be done without asking. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../electron/shell/browserWindow.ts';
import { root } from '../../electron/shell/root.ts';

export type BrowserFound =
  | { readonly path: string; readonly installed: boolean }
  | { readonly path: null; readonly missing: string };

const installMs = 5 * 60 * 1000;

function succeeds(program: string, words: readonly string[]): boolean {
  const { status } = spawnSync(program, words, { stdio: 'ignore', timeout: installMs, cwd: root });
  return status === 0;
}

/** Debian's own Chromium, which needs no network but Debian's; only root may install it. */
function installFromDebian(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log('No browser is installed: installing Debian’s chromium …');
  const words = ['-y', '-qq', 'install', '--no-install-recommends', 'chromium'];
  return succeeds('apt-get', ['-qq', 'update']) && succeeds('apt-get', words);
}

function installFromPlaywright(): boolean {
  console.log('No browser is installed: fetching Playwright’s chromium …');
  return succeeds(process.execPath, [
    join(root, 'node_modules/@playwright/test/cli.js'),
    'install',
    'chromium',
  ]);
}

/** Playwright's own browser, where somebody has installed it. */
function playwrightBrowser(): string | null {
  const path = chromium.executablePath();
  return existsSync(path) ? path : null;
}

/** `CHROME_PATH`, an installed Chrome, Edge or Chromium, or one installed now; else what to do about it. */
export async function provideBrowser(): Promise<BrowserFound> {
  const named = process.env.CHROME_PATH;
  if (named && !existsSync(named))
    return { path: null, missing: `CHROME_PATH names ${named}, which does not exist` };
  const found = (await findBrowser()) ?? playwrightBrowser();
  if (found) return { path: found, installed: false };
  const debian = installFromDebian() ? await findBrowser() : null;
  if (debian) return { path: debian, installed: true };
  const fetched = installFromPlaywright() ? playwrightBrowser() : null;
  if (fetched) return { path: fetched, installed: true };
  return {
    path: null,
    missing:
      'no Chrome, Edge or Chromium was found and none could be installed. Install one (Debian: apt-get install ' +
      'chromium) or name one with CHROME_PATH',
  };
}
