import { EventEmitter } from 'node:events';
import type { IpcMain } from 'electron';
import { beforeEach, describe, expect, test } from 'vitest';
import { carryOverIpc, type PagePort } from '../../../electron/shell/ipcChannel.ts';

const page = 'file:///opt/daftar/out/renderer/index.html';

/** A window as Electron's main process sees it: events, a top frame, and a way to send to the page. */
class WindowSeen extends EventEmitter {
  readonly mainFrame = { url: page };
  readonly sent: unknown[] = [];
  closed = false;
  isDestroyed = () => this.closed;
  send = (_channel: string, message: unknown) => void this.sent.push(message);
}

interface PortSeen {
  readonly port: PagePort;
  readonly received: unknown[];
  ended: boolean;
}

let ipc: EventEmitter;
let ports: PortSeen[];
let window: WindowSeen;

beforeEach(() => {
  ipc = new EventEmitter();
  ports = [];
  window = new WindowSeen();
  carryOverIpc(ipc as unknown as IpcMain, page, (port) => {
    const seen: PortSeen = { port, received: [], ended: false };
    port.on('message', (event) => seen.received.push(event?.data));
    port.on('close', () => {
      seen.ended = true;
    });
    ports.push(seen);
  });
});

const say = (message: unknown, senderFrame: unknown = window.mainFrame) =>
  ipc.emit('rpc', { sender: window, senderFrame }, message);

describe('the desktop’s channel', () => {
  test('carries messages both ways between the till and its page', () => {
    say('one');
    say(new Uint8Array([1, 2]));
    expect(ports).toHaveLength(1);
    expect(ports[0]?.received).toEqual(['one', new Uint8Array([1, 2])]);
    ports[0]?.port.postMessage('answer');
    expect(window.sent).toEqual(['answer']);
  });

  test.each([
    ['a frame inside the page', { url: page }],
    ['a frame that is gone', null],
  ])('hears nothing from %s', (_name, frame) => {
    say('one', frame);
    expect(ports).toEqual([]);
  });

  test.each([
    'https://evil.example/',
    'file:///home/malika/evil.html',
    `${page}.evil.html`,
    `${page}?evil`,
    'about:blank',
  ])('hears nothing from the page %s', (url) => {
    window.mainFrame.url = url;
    say('one');
    expect(ports).toEqual([]);
  });

  test('hears its page wherever in it the user is', () => {
    window.mainFrame.url = `${page}#/customers/7`;
    say('one');
    expect(ports[0]?.received).toEqual(['one']);
  });

  test.each([
    { name: 'an object', message: { i: '1' } },
    { name: 'nothing', message: undefined },
    { name: 'a number', message: 7 },
    { name: 'a text larger than 1 MB', message: 'x'.repeat(1024 * 1024 + 1) },
    { name: 'bytes larger than 1 MB', message: new Uint8Array(1024 * 1024 + 1) },
  ])('takes no message that is $name', ({ message }) => {
    say(message);
    expect(ports).toEqual([]);
  });

  test.each(['did-navigate', 'render-process-gone', 'destroyed'])('ends with its page: %s', (event) => {
    say('one');
    window.emit(event);
    expect(ports[0]?.ended).toBe(true);
    say('two');
    expect(ports).toHaveLength(2);
    expect(ports[1]?.received).toEqual(['two']);
  });

  test('sends nothing to a window that is gone', () => {
    say('one');
    window.closed = true;
    ports[0]?.port.postMessage('late');
    expect(window.sent).toEqual([]);
  });
});
