import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { RPCHandler } from '@orpc/server/message-port';
import type { BrowserWindow as ElectronWindow, IpcMain, WebContents } from 'electron';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PressProblem } from '../../../electron/pdfPress.ts';
import { carryOverIpc } from '../../../electron/shell/ipcChannel.ts';
import { usualPatience } from '../../../electron/shell/pressPage.ts';
import { root } from '../../../electron/shell/root.ts';
import { type WindowPress, windowPress } from '../../../electron/shell/windowPress.ts';
import { formatCode } from '../../../shared/code.ts';
import { printRoute } from '../../../shared/receipt/printAddress.ts';
import { closeBrowser } from '../../electron-standin/chromium.ts';
import { BrowserWindow, ipcMain } from '../../electron-standin/window.ts';
import { browserToPrintWith, builtScreens, openPressedShop, type PressedShop } from './pressedShop.ts';
import { pagesOf, scannedOf, wordsOf } from './readSheets.ts';

const browser = await browserToPrintWith();
const page = pathToFileURL(join(builtScreens, 'index.html')).href;

let shop: PressedShop;
let press: WindowPress;
const keys: string[] = [];

/** The desktop's wiring, with the stand-in's windows: the built preload, the one channel, the till. */
function newPress(patience = usualPatience): WindowPress {
  const newWindow = () => {
    const webPreferences = {
      preload: join(root, 'out/preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
    };
    return new BrowserWindow({ show: false, webPreferences }) as unknown as ElectronWindow;
  };
  return windowPress({ page, newWindow, patience });
}

beforeAll(async () => {
  if (browser === null) return;
  shop = await openPressedShop();
  press = newPress();
  const handler = new RPCHandler(shop.world.till.router);
  carryOverIpc(ipcMain as unknown as IpcMain, page, (port, contents) => {
    const key = press.keyOf(contents) ?? 'nobody';
    keys.push(key);
    handler.upgrade(port, { context: shop.world.till.context({ key }) });
  });
}, 120_000);

afterAll(async () => {
  if (browser === null) return;
  await press.close();
  await closeBrowser();
  await shop.close();
});

const problem = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no problem',
    (error: unknown) => (error instanceof PressProblem ? error.code : error),
  );

describe.skipIf(browser === null)('the paper press of the desktop, on the Electron stand-in', () => {
  test('prints the sheets in a window that nobody sees, under a key of its own', async () => {
    const batchId = await shop.batch('sheet10', 12);
    const codes = await shop.codesOf(batchId);
    shop.world.workAs(shop.world.ownerId, 'press 1');
    const open = await press.open('press 1', new AbortController().signal);
    const [window] = BrowserWindow.getAllWindows();
    expect(window?.isVisible()).toBe(false);
    expect(press.keyOf(window?.webContents as unknown as WebContents)).toBe('press 1');
    const printed = await open.print(printRoute({ kind: 'couponBatch', id: batchId, from: 0, sheets: 25 }));
    expect(printed.sheets).toBe(2);
    expect(await pagesOf(printed.pdf)).toEqual(['210×297', '210×297']);
    const words = wordsOf(printed.pdf);
    if (words !== null) for (const code of codes) expect(words).toContain(formatCode(code));
    const scanned = scannedOf(printed.pdf, codes);
    if (scanned !== null) expect([...scanned.qr].sort()).toEqual([...codes].sort());
    const second = await open.print(printRoute({ kind: 'couponBatch', id: batchId, from: 1, sheets: 1 }));
    expect(await pagesOf(second.pdf)).toEqual(['210×297']);
    await open.close();
    expect(BrowserWindow.getAllWindows()).toEqual([]);
    expect(press.keyOf(window?.webContents as unknown as WebContents)).toBeNull();
    expect(keys).toEqual(['press 1']);
  }, 60_000);

  test('gives nothing to a press on which nobody is logged in', async () => {
    const batchId = await shop.batch('posterA4', 1);
    const open = await press.open('press 2', new AbortController().signal);
    const route = printRoute({ kind: 'couponBatch', id: batchId, from: 0, sheets: 1 });
    expect(await problem(open.print(route))).toBe('PageNotReady');
    await open.close();
  }, 60_000);

  test('cancelling and the end of the till close the window at once', async () => {
    const stopping = new AbortController();
    const open = await press.open('press 3', stopping.signal);
    const route = printRoute({ kind: 'couponBatch', id: shop.world.newId(), from: 0, sheets: 1 });
    stopping.abort();
    expect(await problem(open.print(route))).toBe('PressEnded');
    await press.open('press 4', new AbortController().signal);
    expect(BrowserWindow.getAllWindows()).toHaveLength(1);
    await press.close();
    expect(BrowserWindow.getAllWindows()).toEqual([]);
  }, 60_000);

  test('a window that does not come up in time is a problem with a name', async () => {
    const hasty = newPress({ ...usualPatience, startMs: 1 });
    expect(await problem(hasty.open('press 5', new AbortController().signal))).toBe('PressNotStarted');
    expect(BrowserWindow.getAllWindows()).toEqual([]);
  }, 60_000);
});
