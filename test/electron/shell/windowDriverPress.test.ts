/** The desktop's way to a driver: the page it shows, the size it names, and what it believes. Electron's window is stood in for. */
import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { BrowserWindow, WebContentsPrintOptions } from 'electron';
import { expect, test } from 'vitest';
import { windowDriverPress } from '../../../electron/shell/windowDriverPress.ts';

interface Shown {
  page: string;
  png: Uint8Array;
  folder: string;
  asked: WebContentsPrintOptions | null;
  isDestroyed: boolean;
}

/** A window with one printer installed, that answers a print as told; null: never. */
function windowOf(answer: boolean | null | 'throws') {
  const shown: Shown = { page: '', png: new Uint8Array(), folder: '', asked: null, isDestroyed: false };
  const window = {
    isDestroyed: () => shown.isDestroyed,
    destroy: () => {
      shown.isDestroyed = true;
    },
    loadFile: async (path: string) => {
      shown.folder = dirname(path);
      shown.page = await readFile(path, 'utf8');
      shown.png = readFileSync(join(shown.folder, 'paper.png'));
    },
    webContents: {
      getPrintersAsync: async () => [{ name: 'Kassa' }],
      print: (asked: WebContentsPrintOptions, done: (isTaken: boolean, reason: string) => void) => {
        if (answer === 'throws') throw new Error('invalid options');
        shown.asked = asked;
        if (answer !== null) done(answer, '');
      },
    },
  };
  return { shown, press: windowDriverPress(() => window as unknown as BrowserWindow, 50) };
}

const job = {
  printer: 'Kassa',
  png: Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
  widthMicrons: 72_000,
  heightMicrons: 140_000,
};

test('shows the paper at its true size and prints it on paper of that size, without a margin or a question', async () => {
  const { shown, press } = windowOf(true);
  expect(await press.print(job)).toBe('taken');
  expect(shown.page).toContain('size: 72mm 140mm');
  expect([...shown.png]).toEqual([...job.png]);
  expect(shown.asked).toMatchObject({
    silent: true,
    deviceName: 'Kassa',
    pageSize: { width: 72_000, height: 140_000 },
    margins: { marginType: 'none' },
  });
});

test('leaves neither the window nor the picture behind: a receipt may name a customer', async () => {
  const { shown, press } = windowOf(true);
  await press.print(job);
  expect(shown.isDestroyed).toBe(true);
  expect(await readdir(tmpdir())).not.toContain(basename(shown.folder));
});

test.each([
  ['a printer that the system does not know', { ...job, printer: 'Oshxona' }, true, 'refused'],
  ['options that Electron does not take', job, 'throws', 'refused'],
  ['a driver that says no when it had begun', job, false, 'broken'],
  ['a driver that says nothing at all', job, null, 'broken'],
] as const)('%s', async (_what, asked, answer, expected) => {
  const { shown, press } = windowOf(answer);
  expect(await press.print(asked)).toBe(expected);
  expect(shown.isDestroyed).toBe(true);
});
