/** Carries the contract over the one IPC channel `rpc`, and only for our own page in our own window. */
import type { IpcMain, IpcMainEvent, WebContents } from 'electron';
import { largestBodyBytes } from './requestChecks.ts';

type Message = string | Uint8Array<ArrayBuffer>;

/** One page's end of the channel, as oRPC's message-port handler wants it. */
export interface PagePort {
  postMessage(message: unknown): void;
  on(event: string, callback: (event?: { data: unknown }) => void): void;
}

interface Connection {
  readonly receive: (message: Message) => void;
  readonly close: () => void;
}

function isMessage(message: unknown): message is Message {
  if (typeof message === 'string') return message.length <= largestBodyBytes;
  return message instanceof Uint8Array && message.byteLength <= largestBodyBytes;
}

/** Our page, in the top frame of a window we opened: a frame inside it or a page it was led to is nobody. */
function isOurPage(event: IpcMainEvent, page: string): boolean {
  const frame = event.senderFrame;
  if (!frame || frame !== event.sender.mainFrame) return false;
  return frame.url.split('#', 1)[0] === page;
}

/** A page has loaded and speaks for the first time. */
export type OnPage = (port: PagePort, contents: WebContents) => void;

function connect(contents: WebContents, onPage: OnPage): Connection {
  const listeners = new Map<string, (event?: { data: unknown }) => void>();
  onPage(
    {
      postMessage(message) {
        if (!contents.isDestroyed()) contents.send('rpc', message);
      },
      on: (event, callback) => void listeners.set(event, callback),
    },
    contents,
  );
  return {
    receive: (data) => listeners.get('message')?.({ data }),
    close: () => listeners.get('close')?.(),
  };
}

/**
 * Calls `onPage` with a new port at the first message of every load of `page` (its exact address without `#…`), and
 * ends the port when the page is reloaded, crashes or closes, so that no subscription outlives it.
 */
export function carryOverIpc(ipc: IpcMain, page: string, onPage: OnPage): void {
  const connections = new Map<WebContents, Connection>();
  const end = (contents: WebContents) => {
    connections.get(contents)?.close();
    connections.delete(contents);
  };
  const watched = new WeakSet<WebContents>();
  const watch = (contents: WebContents) => {
    if (watched.has(contents)) return;
    watched.add(contents);
    contents.on('did-navigate', () => end(contents));
    contents.on('render-process-gone', () => end(contents));
    contents.once('destroyed', () => end(contents));
  };
  ipc.on('rpc', (event, message: unknown) => {
    if (!isOurPage(event, page) || !isMessage(message)) return;
    watch(event.sender);
    let connection = connections.get(event.sender);
    if (!connection) {
      connection = connect(event.sender, onPage);
      connections.set(event.sender, connection);
    }
    connection.receive(message);
  });
}
