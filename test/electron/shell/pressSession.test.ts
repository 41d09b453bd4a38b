import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type Loopback, serveLoopback } from '../../../electron/shell/loopback.ts';
import { cookieOf } from '../../scenario/socketClient.ts';
import { ask, postJson } from './rawRequest.ts';

let loopback: Loopback;
let keys: string[];

beforeEach(async () => {
  keys = [];
  const page = { content: Buffer.from('<title>Daftar</title>'), type: 'text/html', keep: false };
  loopback = await serveLoopback({
    screens: new Map([['/', page]]),
    port: 0,
    secret: 'of this test',
    onClient: (_socket, key) => void keys.push(key),
  });
});

afterEach(() => loopback.close());

const hasSession = async (cookie: string) =>
  (await ask(loopback.port, { path: '/session', headers: { cookie } })).status === 204;

function connect(cookie: string): Promise<WebSocket> {
  const origin = `http://127.0.0.1:${loopback.port}`;
  const socket = new WebSocket(`ws://127.0.0.1:${loopback.port}/rpc`, { headers: { origin, cookie } });
  return new Promise((done, failed) => {
    socket.once('open', () => done(socket));
    socket.once('error', failed);
  });
}

test('the page of an address with a key is known by that key, any other page by one of its own', async () => {
  await connect(await cookieOf(loopback.newAddress('press 1')));
  await connect(await cookieOf(loopback.newAddress()));
  expect(keys[0]).toBe('press 1');
  expect(keys[1]).not.toBe('press 1');
  expect(keys).toHaveLength(2);
});

test('the end of a press ends its session and hangs up on its page, and leaves all others', async () => {
  const [press, person] = [
    await cookieOf(loopback.newAddress('press 1')),
    await cookieOf(loopback.newAddress()),
  ];
  const [pressSocket, personSocket] = [await connect(press), await connect(person)];
  const closed = new Promise((done) => pressSocket.once('close', done));
  loopback.endSession('press 1');
  await closed;
  expect(await hasSession(press)).toBe(false);
  await expect(connect(press)).rejects.toThrow('401');
  expect(await hasSession(person)).toBe(true);
  expect(personSocket.readyState).toBe(WebSocket.OPEN);
});

test('an address of a press that never opened opens nothing once the press is over', async () => {
  const token = new URL(loopback.newAddress('press 1')).hash.slice('#token='.length);
  loopback.endSession('press 1');
  expect((await postJson(loopback.port, '/session', { token })).status).toBe(401);
});

test('an address of a press opens once, as any address', async () => {
  const token = new URL(loopback.newAddress('press 1')).hash.slice('#token='.length);
  expect((await postJson(loopback.port, '/session', { token })).status).toBe(204);
  expect((await postJson(loopback.port, '/session', { token })).status).toBe(401);
});
