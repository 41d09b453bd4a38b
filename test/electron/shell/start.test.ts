import { chmod, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ensureBuilt } from '../../../electron/shell/build.ts';
import { missingPackages, root } from '../../../electron/shell/start.mjs';
import { fakeBrowser } from './fakeBrowser.ts';
import { ask, postJson } from './rawRequest.ts';
import { addressPattern, newFolder, type StartedShell, startShell } from './startShell.ts';

// Every test starts real processes, some of them three in a row.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
let shop: string;
let removeFolder: () => Promise<void>;
let shells: StartedShell[];

beforeAll(async () => {
  expect(await ensureBuilt(root)).toMatchObject({ ok: true });
}, 120_000);

beforeEach(async () => {
  const made = await newFolder();
  folder = made.path;
  shop = join(folder, 'shop');
  removeFolder = made.remove;
  shells = [];
});

afterEach(async () => {
  for (const shell of shells) await shell.stop();
  await removeFolder();
});

/** A start on a PC that has no Electron, and whose browser is the given program or none at all. */
function start(words: readonly string[], changes: Readonly<Record<string, string | undefined>> = {}) {
  const shell = startShell(['--data-dir', shop, ...words], {
    CHROME_PATH: join(folder, 'no-such-browser'),
    ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'no-such-electron'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    electron_config_cache: join(folder, 'electron-cache'),
    ...changes,
  });
  shells.push(shell);
  return shell;
}

interface Address {
  readonly port: number;
  readonly token: string;
}

async function addressFrom(shell: StartedShell, after = /^/): Promise<Address> {
  const match = await shell.says(new RegExp(`${after.source}[^]*?${addressPattern.source}`));
  return { port: Number(match[1]), token: match[2] ?? '' };
}

async function opensOnce({ port, token }: Address): Promise<void> {
  expect((await ask(port)).status).toBe(200);
  expect((await postJson(port, '/session', { token })).status).toBe(204);
  expect((await postJson(port, '/session', { token })).status).toBe(401);
}

const secondsSince = (shell: StartedShell) => (performance.now() - shell.startedAt) / 1000;

describe('a PC where no window can be opened', () => {
  test('without a display the till goes on, and prints an address that opens it once', async () => {
    const shell = start([]);
    const address = await addressFrom(shell);
    expect(shell.output()).toContain('There is no display');
    await opensOnce(address);
    expect(await shell.stop()).toBe(0);
  });

  test('with a display but without a browser it does the same', async () => {
    const shell = start(['--browser'], { DISPLAY: ':99' });
    const address = await addressFrom(shell);
    expect(shell.output()).toContain('No Chrome, Edge or Chromium was found');
    await opensOnce(address);
  });

  test('the one line says which shell it is and why', async () => {
    const shell = start(['--browser', '--no-window']);
    await addressFrom(shell);
    const lines = shell.output().trim().split('\n');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('browser shell (asked for by --browser)');
  });

  test('--port chooses the port; a port that is taken is said plainly', async () => {
    const first = start(['--no-window']);
    const { port } = await addressFrom(first);
    const second = startShell(['--no-window', '--data-dir', join(folder, 'other'), '--port', String(port)]);
    shells.push(second);
    await second.says(new RegExp(`Port ${port} is taken; choose another with --port`));
    expect(await second.ended).toBe(1);
    expect(await first.stop()).toBe(0);
    const third = start(['--no-window', '--port', String(port)]);
    expect((await addressFrom(third)).port).toBe(port);
  });
});

describe.skipIf(process.platform === 'win32')('the till’s window', () => {
  test('is an app window with a profile inside the data directory', async () => {
    const browser = await fakeBrowser(folder, 30);
    const shell = start(['--browser'], { DISPLAY: ':99', CHROME_PATH: browser.path });
    await shell.says(/Daftar opens in a window of fake-browser/);
    await expect.poll(() => browser.starts()).toHaveLength(1);
    const [words = []] = await browser.starts();
    expect(words[0]).toMatch(/^--app=http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/);
    expect(words).toContain(`--user-data-dir=${join(shop, 'window')}`);
    expect(shell.output()).not.toContain('token=');
  });

  test('ends the till when it is closed', async () => {
    const browser = await fakeBrowser(folder, 4);
    const shell = start(['--browser'], { DISPLAY: ':99', CHROME_PATH: browser.path });
    expect(await shell.ended).toBe(0);
    expect(await browser.starts()).toHaveLength(1);
    await expect(stat(join(shop, 'browser-shell.json'))).rejects.toThrow('ENOENT');
  });

  test('that dies at once leaves the till running, with an address to open by hand', async () => {
    const browser = await fakeBrowser(folder, 0, 1);
    const shell = start(['--browser'], { DISPLAY: ':99', CHROME_PATH: browser.path });
    const address = await addressFrom(shell, /closed at once \(exit code 1\)/);
    await opensOnce(address);
    expect(await shell.stop()).toBe(0);
  });

  test('of a desktop that cannot start gives way to the browser’s', async () => {
    const electron = join(folder, 'electron');
    await mkdir(electron);
    await writeFile(join(electron, 'electron'), '#!/bin/sh\necho no sandbox >&2\nexit 127\n');
    await chmod(join(electron, 'electron'), 0o755);
    const shell = start([], { DISPLAY: ':99', ELECTRON_OVERRIDE_DIST_PATH: electron });
    await shell.says(/the desktop window ended at once with code 127/);
    await opensOnce(await addressFrom(shell));
  });
});

describe('a second start on the same shop', () => {
  test('opens the till that runs, with a new address, and ends', async () => {
    const first = start(['--no-window']);
    const one = await addressFrom(first);
    const second = start(['--no-window']);
    const two = await addressFrom(second, /already runs/);
    expect(await second.ended).toBe(0);
    expect(two.port).toBe(one.port);
    expect(two.token).not.toBe(one.token);
    await opensOnce(two);
    await opensOnce(one);
  });

  test('learns where it runs from a file that only this user can read', async () => {
    const shell = start(['--no-window']);
    const { port } = await addressFrom(shell);
    const file = join(shop, 'browser-shell.json');
    const { mode } = await stat(file);
    if (process.platform !== 'win32') expect((mode & 0o777).toString(8)).toBe('600');
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ port });
    expect(await shell.stop()).toBe(0);
    await expect(stat(file)).rejects.toThrow('ENOENT');
  });

  test('does not believe the file of a till that was killed', async () => {
    await mkdir(shop);
    await writeFile(join(shop, 'browser-shell.json'), JSON.stringify({ port: 9, secret: 'x' }));
    const shell = start(['--no-window']);
    await opensOnce(await addressFrom(shell));
    expect(shell.output()).not.toContain('already runs');
  });

  test('follows no answer that leads elsewhere', async () => {
    const { createServer: createWebServer } = await import('node:http');
    const impostor = createWebServer((_request, response) => {
      response.end(JSON.stringify({ address: 'http://evil.example/#token=x' }));
    });
    await new Promise<void>((done) => impostor.listen(0, '127.0.0.1', done));
    const taken = impostor.address();
    const port = typeof taken === 'object' && taken ? taken.port : 0;
    await mkdir(shop);
    await writeFile(join(shop, 'browser-shell.json'), JSON.stringify({ port, secret: 'x' }));
    const shell = start(['--no-window']);
    await opensOnce(await addressFrom(shell));
    expect(shell.output()).not.toContain('evil');
    impostor.close();
  });

  test('that cannot reach the running till does not touch its data', async () => {
    const first = start(['--no-window']);
    const one = await addressFrom(first);
    await rm(join(shop, 'browser-shell.json'));
    const second = start(['--no-window']);
    expect(await second.ended).toBe(1);
    expect(second.output()).not.toMatch(addressPattern);
    expect(second.output()).not.toMatch(/\n\s+at /); // words, not a stack
    await opensOnce(one);
  });
});

// Tried again when the rest of the tests keep the PC busy: the promise is for a PC that runs the till.
describe('a start without a way to fetch Electron shows the first screen within 5 seconds', {
  retry: 2,
}, () => {
  /** A mirror for Electron's downloader; `answer` gets every connection. */
  async function mirror(answer: (socket: Socket) => void): Promise<{ url: string; server: Server }> {
    const server = createServer(answer);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    return { url: `http://127.0.0.1:${port}/`, server };
  }

  test('when the network refuses', async () => {
    const { url, server } = await mirror(() => {});
    await new Promise((done) => server.close(done));
    const shell = start([], { DISPLAY: ':99', ELECTRON_MIRROR: url });
    const { port } = await addressFrom(shell);
    expect((await ask(port)).status).toBe(200);
    expect(secondsSince(shell)).toBeLessThan(5);
    expect(shell.output()).toContain('Electron cannot be fetched (ECONNREFUSED)');
  });

  test('when the network swallows everything, and then not even tried again that day', async () => {
    let knocks = 0;
    const { url, server } = await mirror((socket) => {
      knocks += 1;
      socket.on('error', () => {});
    });
    const shell = start([], { DISPLAY: ':99', ELECTRON_MIRROR: url });
    const { port } = await addressFrom(shell);
    expect((await ask(port)).status).toBe(200);
    expect(secondsSince(shell)).toBeLessThan(5);
    expect(shell.output()).toContain('Electron cannot be fetched (no answer for 1.5 s)');
    expect(await shell.stop()).toBe(0);
    const knocksOfTheFirst = knocks;
    expect(knocksOfTheFirst).toBeGreaterThan(0);

    const next = start([], { DISPLAY: ':99', ELECTRON_MIRROR: url });
    await addressFrom(next);
    expect(next.output()).toContain('could not be fetched in the last 24 hours (no answer for 1.5 s)');
    expect(await next.stop()).toBe(0);
    expect(knocks).toBe(knocksOfTheFirst);

    const elsewhere = start([], { DISPLAY: ':99', ELECTRON_MIRROR: `${url}another/mirror/` });
    await addressFrom(elsewhere);
    expect(knocks).toBeGreaterThan(knocksOfTheFirst);
    server.close();
  });
});

describe('the command line', () => {
  test.each([
    { words: ['--lang', 'de'], says: '--lang takes uz, ru or en, not "de"' },
    { words: ['--port', '0'], says: '--port takes a number from 1 to 65535, not "0"' },
    { words: ['--port', '80 '], says: '--port takes a number' },
    { words: ['--nonsense'], says: '--nonsense' },
    { words: ['nonsense'], says: 'nonsense' },
  ])('refuses $words in words', async ({ words, says }) => {
    const shell = start(words);
    expect(await shell.ended).toBe(2);
    expect(shell.output()).toContain(says);
  });

  test('--help explains every option', async () => {
    const shell = start(['--help']);
    expect(await shell.ended).toBe(0);
    for (const option of ['--browser', '--data-dir', '--lang', '--port', '--demo', '--no-window']) {
      expect(shell.output()).toContain(option);
    }
  });
});

describe('a folder where nothing is installed', () => {
  test('is told to run npm ci', () => {
    expect(missingPackages(folder)).toContain('npm ci');
    expect(missingPackages(folder)).toContain(folder);
    expect(missingPackages(root)).toBeNull();
  });

  test('a package that is missing alone is named', async () => {
    for (const name of ['better-sqlite3', '@orpc/server', 'electron-vite', 'kysely', 'zod']) {
      await mkdir(join(folder, 'node_modules', name), { recursive: true });
    }
    expect(missingPackages(folder)).toContain('ws is not installed');
  });
});
