import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { shopFolder } from '../../../electron/shell/folders.ts';
import { parseOptions } from '../../../electron/shell/options.ts';

const home = resolve('/home/malika');

test.each([
  { platform: 'linux', environment: {}, folder: join(home, '.local/share/daftar') },
  { platform: 'linux', environment: { XDG_DATA_HOME: '/data' }, folder: join('/data', 'daftar') },
  { platform: 'darwin', environment: {}, folder: join(home, 'Library/Application Support/Daftar') },
  { platform: 'win32', environment: {}, folder: join(home, 'AppData/Local/Daftar') },
  { platform: 'win32', environment: { LOCALAPPDATA: '/local' }, folder: join('/local', 'Daftar') },
] as const)('the shop lives in the user’s own folder on $platform: $folder', (machine) => {
  const { platform, environment } = machine;
  expect(shopFolder(undefined, { platform, environment, home })).toBe(machine.folder);
});

test('--data-dir comes before DAFTAR_DATA_DIR, and that before the user’s folder', () => {
  const machine = { platform: 'linux', environment: { DAFTAR_DATA_DIR: '/named' }, home } as const;
  expect(shopFolder('/asked', machine)).toBe(resolve('/asked'));
  expect(shopFolder(undefined, machine)).toBe(resolve('/named'));
});

test('a desktop finds its own options among Electron’s switches', () => {
  const words = ['--inspect=0', '--no-sandbox', '.', '--lang=en-US', '--data-dir=/shop', '--demo'];
  const parsed = parseOptions(words, { tolerant: true });
  expect(parsed).toMatchObject({
    ok: true,
    options: { dataDirectory: '/shop', demo: true, language: undefined },
  });
  expect(parseOptions(words)).toMatchObject({ ok: false });
});
