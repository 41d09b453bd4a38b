/** The stand-in's windows: Chromium pages with the built preload in them, and the IPC between page and main. */
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Frame, Page, Route } from '@playwright/test';
import { openBrowser } from './chromium.ts';
import { emitInPage, preloadScript } from './preloadWorld.ts';

export interface WebPreferences {
  readonly preload?: string;
  readonly sandbox?: boolean;
  readonly contextIsolation?: boolean;
  readonly nodeIntegration?: boolean;
  readonly backgroundThrottling?: boolean;
}

export interface WindowOptions {
  readonly show?: boolean;
  readonly title?: string;
  readonly webPreferences?: WebPreferences;
}

type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' };

export const ipcMain = new EventEmitter();

/** One object per frame for as long as the frame lives: senders are told apart by identity. */
class WebFrameMain {
  readonly frame: Frame;
  constructor(frame: Frame) {
    this.frame = frame;
  }
  get url(): string {
    return this.frame.url();
  }
}

export class WebContents extends EventEmitter {
  readonly window: BrowserWindow;
  page: Page | undefined;
  targetId = '';
  #openHandler: OpenHandler = () => ({ action: 'allow' });
  readonly #frames = new WeakMap<Frame, WebFrameMain>();

  constructor(window: BrowserWindow) {
    super();
    this.window = window;
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }
  frameOf(frame: Frame): WebFrameMain {
    const known = this.#frames.get(frame) ?? new WebFrameMain(frame);
    this.#frames.set(frame, known);
    return known;
  }
  get mainFrame(): WebFrameMain | undefined {
    return this.page && this.frameOf(this.page.mainFrame());
  }
  getURL = (): string => this.page?.url() ?? '';
  getLastWebPreferences = (): WebPreferences => this.window.options.webPreferences ?? {};
  isDestroyed = (): boolean => this.window.isDestroyed();
  close(): void {
    this.window.close();
  }
  async executeJavaScript(script: string): Promise<unknown> {
    return this.page?.evaluate(script);
  }
  async printToPDF(options: {
    preferCSSPageSize?: boolean;
    printBackground?: boolean;
    generateTaggedPDF?: boolean;
  }): Promise<Buffer> {
    if (!this.page) throw new Error('a window that has loaded nothing cannot be printed');
    const inspector = await this.page.context().newCDPSession(this.page);
    const { data } = await inspector.send('Page.printToPDF', { ...options, transferMode: 'ReturnAsBase64' });
    return Buffer.from(data, 'base64');
  }
  send(channel: string, ...values: unknown[]): void {
    const copies = structuredClone(values); // throws, as Electron does, for what cannot be cloned
    this.page?.evaluate(emitInPage, [channel, copies] as const).catch(() => {});
  }
  /** Connects the page's events and messages to this object. */
  async attach(page: Page): Promise<void> {
    this.page = page;
    const inspector = await page.context().newCDPSession(page);
    this.targetId = (await inspector.send('Target.getTargetInfo')).targetInfo.targetId;
    page.on('crash', () => this.emit('render-process-gone', {}, { reason: 'crashed' }));
    page.on('request', (request) => {
      if (request.isNavigationRequest() && request.frame() === page.mainFrame()) this.emit('did-navigate');
    });
    page.on('popup', async (popup) => {
      if (this.#openHandler({ url: popup.url() }).action === 'deny') await popup.close();
    });
    await page.route(/^https?:/, (route) => this.#mayNavigate(route));
    await page.exposeBinding('__standInSend', ({ frame }, channel: string, values: unknown[]) => {
      ipcMain.emit(channel, { sender: this, senderFrame: this.frameOf(frame) }, ...values);
    });
  }
  async #mayNavigate(route: Route): Promise<void> {
    const request = route.request();
    const top = request.isNavigationRequest() && request.frame() === this.page?.mainFrame();
    let stopped = false;
    const preventDefault = () => {
      stopped = true;
    };
    if (top && this.getURL() !== 'about:blank') {
      this.emit('will-navigate', { url: request.url(), preventDefault });
    }
    // 204 leaves the page where it is; an aborted request would put an error page in its place.
    await (stopped ? route.fulfill({ status: 204 }) : route.continue());
  }
}

/** A page belongs to one window, also while it still closes. */
const taken = new WeakSet<Page>();

let afterLast: () => void = () => {};

/** Calls back when the last window is gone. */
export function whenAllClosed(callback: () => void): void {
  afterLast = callback;
}

export class BrowserWindow extends EventEmitter {
  static readonly #all = new Set<BrowserWindow>();
  static onCreated: (contents: WebContents) => void = () => {};
  static getAllWindows = (): BrowserWindow[] => [...BrowserWindow.#all];
  static fromWebContents = (contents: WebContents): BrowserWindow => contents.window;

  readonly options: WindowOptions;
  readonly webContents = new WebContents(this);
  #visible: boolean;

  constructor(options: WindowOptions = {}) {
    super();
    this.options = options;
    this.#visible = options.show !== false;
    BrowserWindow.#all.add(this);
    BrowserWindow.onCreated(this.webContents);
  }
  async #open(): Promise<Page> {
    const context = await openBrowser();
    const page = context.pages().find((open) => !taken.has(open)) ?? (await context.newPage());
    taken.add(page);
    await this.webContents.attach(page);
    page.on('close', () => this.destroy());
    const preferences = this.options.webPreferences ?? {};
    if (
      preferences.sandbox === false ||
      preferences.contextIsolation === false ||
      preferences.nodeIntegration
    ) {
      throw new Error('the stand-in only opens windows with a sandbox, context isolation and no Node');
    }
    if (preferences.preload) {
      const name = basename(preferences.preload);
      if (name.endsWith('.mjs')) throw new Error('a sandboxed preload cannot be an ES module');
      await page.addInitScript({ content: preloadScript(readFileSync(preferences.preload, 'utf8'), name) });
    }
    return page;
  }
  async loadURL(address: string): Promise<void> {
    const page = this.webContents.page ?? (await this.#open());
    await page.goto(address);
    this.webContents.emit('did-finish-load');
    this.emit('ready-to-show');
  }
  show(): void {
    this.#visible = true;
  }
  isVisible = (): boolean => this.#visible;
  isMinimized = (): boolean => false;
  restore(): void {}
  focus(): void {}
  isDestroyed = (): boolean => !BrowserWindow.#all.has(this);
  getTitle = (): string => this.options.title ?? '';
  close(): void {
    this.destroy();
  }
  destroy(): void {
    if (!BrowserWindow.#all.delete(this)) return;
    this.webContents.page?.close().catch(() => {});
    this.webContents.emit('destroyed');
    this.emit('closed');
    if (BrowserWindow.getAllWindows().length === 0) afterLast();
  }
}
