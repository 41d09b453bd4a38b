/** Both shells show the same screens and end cleanly; the desktop's built bundles run on Electron and on its stand-in. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { findElectron } from '../../electron/shell/electronBinary.ts';
import { root } from '../../electron/shell/root.ts';
import { postJson } from '../electron/shell/rawRequest.ts';
import { newFolder, startShell } from '../electron/shell/startShell.ts';
import { complaintsOf, expect, startTill, test } from './start.ts';

/** A page begins in Uzbek by itself: that it is Russian shows that the till has answered with what `--lang` asked for. */
async function seesFirstScreen(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
  await expect(page.getByText('Русский').first()).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
}

interface Desktop {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly complaints: string[];
  readonly dataDirectory: string;
}

const standIn = join(root, 'test/electron-standin/electron.mjs');
const desktops: readonly { name: string; binary: string | null }[] = [
  { name: 'Electron', binary: findElectron(root) },
  { name: 'the Electron stand-in', binary: process.platform === 'win32' ? null : standIn },
];

for (const { name, binary } of desktops) {
  const reason = `the desktop shell on ${name} is NOT TESTED here: its binary is not on this PC`;
  // Playwright reads this file in every worker; the reason is said once.
  if (binary === null && process.env.TEST_WORKER_INDEX === undefined) console.warn(`SKIPPED: ${reason}`);

  test.describe(`the desktop shell on ${name}`, () => {
    test.skip(binary === null, reason);

    const withDesktop = test.extend<{ desktop: Desktop }>({
      // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the wanted fixtures from it
      desktop: async ({}, use) => {
        const folder = await newFolder();
        const words = [root, `--data-dir=${folder.path}`, '--lang=ru'];
        if (process.getuid?.() === 0) words.unshift('--no-sandbox');
        const app = await _electron.launch({ executablePath: binary ?? '', args: words });
        const page = await app.firstWindow();
        const complaints = complaintsOf(page);
        await use({ app, page, complaints, dataDirectory: folder.path });
        await app.close().catch(() => {});
        await folder.remove();
      },
    });

    withDesktop('opens the first screen in one visible window', async ({ desktop }) => {
      await seesFirstScreen(desktop.page);
      expect(desktop.app.windows()).toHaveLength(1);
      const window = await desktop.app.browserWindow(desktop.page);
      expect(await window.evaluate((open) => open.isVisible())).toBe(true);
      expect(desktop.complaints).toEqual([]);
    });

    withDesktop('gives the page a sandbox, no Node, and two functions only', async ({ desktop }) => {
      await seesFirstScreen(desktop.page);
      const window = await desktop.app.browserWindow(desktop.page);
      const preferences = await window.evaluate((open) => {
        const contents: unknown = open.webContents;
        return (contents as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences();
      });
      expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
      const page = await desktop.page.evaluate(() => {
        const { daftarBridge, ...rest } = globalThis as unknown as Record<string, object>;
        return {
          bridge: Object.keys(daftarBridge ?? {}),
          frozen: Object.isFrozen(daftarBridge),
          node: ['require', 'process', 'Buffer', 'ipcRenderer', 'electron'].filter((key) => key in rest),
        };
      });
      expect(page).toEqual({ bridge: ['send', 'onMessage'], frozen: true, node: [] });
    });

    withDesktop('goes on after a reload, and keeps nothing of the page before', async ({ desktop }) => {
      await seesFirstScreen(desktop.page);
      await desktop.page.reload();
      await seesFirstScreen(desktop.page);
      expect(desktop.complaints).toEqual([]);
    });

    withDesktop('opens no other window and goes to no other page', async ({ desktop }) => {
      await seesFirstScreen(desktop.page);
      const before = desktop.page.url();
      await desktop.page.evaluate(() => {
        window.open('https://example.com/');
        location.href = 'https://example.com/';
      });
      await desktop.page.waitForTimeout(500);
      expect(desktop.app.windows()).toHaveLength(1);
      expect(desktop.page.url()).toBe(before);
      await seesFirstScreen(desktop.page);
    });

    withDesktop('ends well, and frees the shop’s data, when its window is closed', async ({ desktop }) => {
      await seesFirstScreen(desktop.page);
      const process = desktop.app.process();
      const ended = new Promise<number | null>((done) => process.on('exit', done));
      await desktop.page.close();
      expect(await ended).toBe(0);
      const again = await startTill(desktop.dataDirectory, { language: 'ru', demo: false });
      expect(await again.stop()).toBe(0);
    });
  });
}

test.describe('the browser shell', () => {
  test.use({ language: 'ru' });

  test('opens the first screen, and again after a reload without the token', async ({ screens, till }) => {
    await seesFirstScreen(screens);
    expect(screens.url()).not.toContain('token');
    await screens.reload();
    await seesFirstScreen(screens);
    await screens.goto(new URL('/', till.address).href);
    await seesFirstScreen(screens);
  });

  test('shows nothing of the shop to who has no token', async ({ till, browser }) => {
    const stranger = await browser.newPage();
    const sockets: string[] = [];
    stranger.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => sockets.push(String(payload)));
    });
    await stranger.goto(new URL('/', till.address).href);
    await stranger.waitForTimeout(500);
    expect(sockets).toEqual([]);
    await stranger.close();
  });

  test('is out of reach of another site in the same browser', async ({ screens, till }) => {
    await seesFirstScreen(screens);
    const foreign = await screens.context().newPage();
    await foreign.route('http://evil.example/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>evil</title>' }),
    );
    await foreign.goto('http://evil.example/');
    const outcome = await foreign.evaluate(async (origin) => {
      const fetched = await fetch(`${origin}/session`, { credentials: 'include' }).then(
        (response) => `answered ${response.status}`,
        () => 'refused',
      );
      const socket = new WebSocket(`${origin.replace('http', 'ws')}/rpc`);
      const opened = await new Promise((done) => {
        socket.onopen = () => done('answered');
        socket.onerror = () => done('refused');
      });
      return { fetched, opened };
    }, new URL(till.address).origin);
    expect(outcome).toEqual({ fetched: 'refused', opened: 'refused' });
    await foreign.close();
  });

  test('ends well when it is asked to', async ({ till }) => {
    expect(await till.stop()).toBe(0);
    expect(existsSync(join(till.dataDirectory, 'browser-shell.json'))).toBe(false);
  });
});

interface Display {
  readonly name: string;
  readonly close: () => void;
}

/** A screen that nobody looks at, where the PC has the program for it. */
function openDisplay(): Promise<Display | null> {
  return new Promise((done) => {
    const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1366x768x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    server.on('error', () => done(null));
    server.on('exit', () => done(null));
    server.stdout.once('data', (number) => {
      done({ name: `:${String(number).trim()}`, close: () => server.kill() });
    });
  });
}

/** The program that shows the till's window: the child of the till that was started with its address. */
async function windowOf(till: number): Promise<{ pid: number; address: string } | null> {
  const children = await readFile(`/proc/${till}/task/${till}/children`, 'utf8').catch(() => '');
  for (const pid of children.split(' ').filter((word) => word !== '')) {
    const words = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
    const address = words.find((word) => word.startsWith('--app='))?.slice('--app='.length);
    if (address !== undefined) return { pid: Number(pid), address };
  }
  return null;
}

test('closing the real window of the browser shell ends the till', async () => {
  const display = process.platform === 'linux' ? await openDisplay() : null;
  const reason = 'the browser shell’s own window is NOT TESTED here: it needs Linux with Xvfb';
  if (!display) console.warn(`SKIPPED: ${reason}`);
  test.skip(!display, reason);
  const folder = await newFolder();
  const shell = startShell(['--browser', '--data-dir', folder.path], { DISPLAY: display?.name });
  try {
    await shell.says(/Daftar opens in a window of/);
    await expect.poll(() => windowOf(shell.process.pid ?? 0)).not.toBeNull();
    const window = await windowOf(shell.process.pid ?? 0);
    if (!window) throw new Error('the window closed at once');
    const { port, hash } = new URL(window.address);
    await new Promise((done) => setTimeout(done, 4000)); // shorter lives count as a window that never opened
    const token = hash.slice('#token='.length);
    const again = await postJson(Number(port), '/session', { token });
    expect(again.status).toBe(401); // the window has used its address
    process.kill(window.pid, 'SIGTERM');
    expect(await shell.ended).toBe(0);
  } finally {
    await shell.stop();
    display?.close();
    await folder.remove();
  }
});

test('the page’s own policy is the same for both shells: no foreign script, no inline script', async () => {
  const page = await readFile(join(root, 'out/renderer/index.html'), 'utf8');
  expect(page).toMatch(/http-equiv="Content-Security-Policy"/i);
  expect(page).toContain("default-src 'none'");
  expect(page).toContain("script-src 'self'");
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/i);
  expect(page).not.toMatch(/unsafe-eval|script-src[^;"]*unsafe/);
  expect(await readdir(join(root, 'out/preload'))).toEqual(['preload.cjs']);
});
