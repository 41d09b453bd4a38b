/** The desktop shell: Electron's main process. One window without any power of its own, and the till behind it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { RPCHandler } from '@orpc/server/message-port';
import { app, BrowserWindow, dialog, ipcMain, Menu, session } from 'electron';
import { openTill } from '../till.ts';
import { shopFolder } from './folders.ts';
import { carryOverIpc } from './ipcChannel.ts';
import { parseOptions } from './options.ts';
import { buildName } from './screens.ts';
import { windowDriverPress } from './windowDriverPress.ts';
import { windowPress } from './windowPress.ts';

/** The page of the build, or of electron-vite's development server, which sets this variable for us. */
const developmentPage = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;
const builtPage = join(import.meta.dirname, '../renderer/index.html');
const page = developmentPage ? new URL('/', developmentPage).href : pathToFileURL(builtPage).href;
const build = developmentPage ? 'development' : buildName(readFileSync(builtPage));

/** Whatever a page asks for, it stays a page: no other address, no window, no permission, no frame of another kind. */
function forbidTheRest(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => {
      if (event.url.split('#', 1)[0] !== page) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
}

/** What every page of ours may do: speak with the till by the preload's two functions, and nothing else. */
const webPreferences = {
  preload: join(import.meta.dirname, '../preload/preload.cjs'),
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  webSecurity: true,
  spellcheck: false,
} as const;

/** A window in which sheets are drawn for the paper press; nobody sees it, so nothing may slow it down. */
const newPressWindow = () =>
  new BrowserWindow({
    width: 1024,
    height: 768,
    show: false,
    title: 'Daftar',
    webPreferences: { ...webPreferences, backgroundThrottling: false },
  });

let tillWindow: BrowserWindow | null = null;

/** A window that shows one picture for a driver; it needs nothing of the till. */
const newPictureWindow = () =>
  new BrowserWindow({
    show: false,
    title: 'Daftar',
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
  });

async function openWindow(): Promise<void> {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 700,
    show: false,
    title: 'Daftar',
    backgroundColor: '#ffffff',
    webPreferences,
  });
  tillWindow = window;
  window.once('ready-to-show', () => window.show());
  // A press that still prints must not keep the till running without a window.
  window.once('closed', () => app.quit());
  await window.loadURL(page);
}

function focusWindow(): void {
  const window = tillWindow;
  if (!window || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** The till closes before the program ends, whichever way the end was asked for. */
function closeTillAtTheEnd(close: () => Promise<void>): void {
  let closing = false;
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    close().then(
      () => app.exit(0),
      (error: unknown) => {
        console.error(error);
        app.exit(1);
      },
    );
  });
  app.on('window-all-closed', () => app.quit());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
}

async function run(): Promise<void> {
  const parsed = parseOptions(process.argv.slice(1), { tolerant: true });
  if (!parsed.ok) throw new Error(parsed.message);
  const { demo, language, dataDirectory: asked } = parsed.options;
  const dataDirectory = shopFolder(asked);
  // Electron's own files lie beside the shop's; its single-instance lock belongs to this folder too.
  app.setPath('userData', join(dataDirectory, 'window'));
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  app.on('second-instance', focusWindow);
  Menu.setApplicationMenu(null);
  await app.whenReady();
  forbidTheRest();
  const pdfPress = windowPress({ page, newWindow: newPressWindow });
  const driverPress = windowDriverPress(newPictureWindow);
  const options = { dataDirectory, shell: 'desktop', build, language, demo, pdfPress, driverPress } as const;
  const till = await openTill(options);
  closeTillAtTheEnd(() => till.close());
  const handler = new RPCHandler(till.router);
  carryOverIpc(ipcMain, page, (port, contents) => {
    const key = pdfPress.keyOf(contents) ?? (contents === tillWindow?.webContents ? 'desktop' : 'nobody');
    handler.upgrade(port, { context: till.context({ key }) });
  });
  await openWindow();
}

run().catch((error: unknown) => {
  console.error(error);
  dialog.showErrorBox('Daftar', error instanceof Error ? error.message : String(error));
  app.exit(1);
});
