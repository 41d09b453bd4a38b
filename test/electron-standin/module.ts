/**
 * The stand-in's `electron` module: what our main bundle imports, and no more. A name that is missing here fails at
 * import, loudly. What it cannot show: menus, tray, native dialogs, sessions, permissions, asar and fuses; and a
 * preload that shares the page's world.
 */
import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { closeBrowser, openBrowser, profile } from './chromium.ts';
import { BrowserWindow, ipcMain, whenAllClosed } from './window.ts';

export { BrowserWindow, ipcMain };

const paths = new Map<string, string>();

/** An event that a listener may stop, as Electron's. */
function stoppable(emitter: EventEmitter, name: string): boolean {
  let stopped = false;
  emitter.emit(name, {
    preventDefault: () => {
      stopped = true;
    },
  });
  return stopped;
}

export const app = Object.assign(new EventEmitter(), {
  isPackaged: false,
  whenReady: async () => void (await openBrowser()),
  getName: () => 'Daftar',
  getLocale: () => 'en-US',
  setPath(name: string, path: string) {
    mkdirSync(path, { recursive: true });
    paths.set(name, path);
  },
  getPath: (name: string) => paths.get(name) ?? join(profile, name),
  requestSingleInstanceLock: () => true,
  quit() {
    if (stoppable(app, 'before-quit')) return;
    for (const window of BrowserWindow.getAllWindows()) window.destroy();
    app.exit(0);
  },
  exit(code = 0) {
    const end = () => process.exit(code);
    closeBrowser().then(end, end);
  },
});

whenAllClosed(() => {
  if (!app.emit('window-all-closed')) app.quit();
});
BrowserWindow.onCreated = (contents) => void app.emit('web-contents-created', {}, contents);

export const webContents = {
  /** Playwright finds a page's window by this. */
  fromDevToolsTargetId: (id: string) =>
    BrowserWindow.getAllWindows().find((window) => window.webContents.targetId === id)?.webContents,
};

export const Menu = { setApplicationMenu(_menu: null): void {} };

export const session = {
  defaultSession: {
    setPermissionRequestHandler(_handler: unknown): void {},
    setPermissionCheckHandler(_handler: unknown): void {},
  },
};

export const dialog = {
  showErrorBox(title: string, content: string): void {
    console.error(`${title}: ${content}`);
  },
};

export const shell = {
  openExternal: async (_address: string): Promise<void> => {},
};
