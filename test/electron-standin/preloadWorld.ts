/** The page's side of the stand-in: what a sandboxed preload may require, and the bridge it puts into the page. */

type Listener = (event: unknown, ...values: unknown[]) => void;

interface StandInPage {
  __standInSend(channel: string, values: unknown[]): void;
  __standInEmit?: (channel: string, values: readonly unknown[]) => void;
}

/** Hands a message of the main process to the preload's listeners. Runs in the page. */
export function emitInPage([channel, values]: readonly [string, readonly unknown[]]): void {
  (globalThis as unknown as StandInPage).__standInEmit?.(channel, values);
}

type Preload = (require: (name: string) => unknown, module: object, exports: object) => void;

/** Runs in the page before its own scripts; it is sent there as text, so it may use nothing from outside itself. */
function runPreload(preload: Preload, name: string): void {
  const page = globalThis as unknown as StandInPage & Record<string, unknown>;
  const listeners = new Map<string, Listener[]>();
  page.__standInEmit = (channel, values) => {
    for (const listener of listeners.get(channel) ?? []) listener({}, ...values);
  };
  const ipcRenderer = {
    on(channel: string, listener: Listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    removeListener(channel: string, listener: Listener) {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((known) => known !== listener),
      );
      return ipcRenderer;
    },
    send(channel: string, ...values: unknown[]) {
      page.__standInSend(channel, structuredClone(values));
    },
  };
  /** What crosses the bridge is a frozen copy; functions are called across it, with copies of their values. */
  const cross = (value: unknown): unknown => {
    if (typeof value === 'function') return (...values: unknown[]) => cross(value(...values.map(cross)));
    if (typeof value === 'symbol') throw new Error('a symbol cannot cross the context bridge');
    if (value === null || typeof value !== 'object') return value;
    if (value instanceof Promise) return value.then(cross);
    if (Array.isArray(value)) return value.map(cross);
    if (Object.getPrototypeOf(value) !== Object.prototype) return structuredClone(value);
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cross(part)])));
  };
  const contextBridge = {
    exposeInMainWorld(key: string, api: unknown) {
      if (key in page) throw new Error(`the page has a ${key} already`);
      Object.defineProperty(page, key, { value: cross(api), enumerable: true });
    },
  };
  const known: Record<string, unknown> = { ipcRenderer, contextBridge };
  const electron = new Proxy(known, {
    get(target, key) {
      if (typeof key === 'string' && key in target) return target[key];
      throw new Error(`the stand-in has no electron.${String(key)} for a preload`);
    },
  });
  const require = (wanted: string): unknown => {
    if (wanted === 'electron' || wanted === 'electron/renderer') return electron;
    throw new Error(`${name}: a sandboxed preload cannot require ${wanted}`);
  };
  const module = { exports: {} };
  preload(require, module, module.exports);
}

/** The script that runs a built preload in a page; only in the top frame, as Electron does by default. */
export function preloadScript(preload: string, name: string): string {
  const wrapped = `function (require, module, exports) {${preload}\n}`;
  return `if (window === window.top) (${runPreload})(${wrapped}, ${JSON.stringify(name)});`;
}
