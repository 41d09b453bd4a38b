import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { os, type RouterClient } from '@orpc/server';
import { RPCHandler } from '@orpc/server/ws';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { type Loopback, serveLoopback } from '../../../electron/shell/loopback.ts';
import { readScreens } from '../../../electron/shell/screens.ts';
import { ask, postJson, sendBytes } from './rawRequest.ts';

/** A till of two verbs is enough here: who may reach the router is what is proved, not what it does. */
const verb = os.$context<{ key: string }>();
const router = {
  echo: verb.input(z.object({ words: z.string() })).handler(({ input }) => input.words),
  whoAmI: verb.handler(({ context }) => context.key),
};

let folder: string;
let loopback: Loopback;
let port: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daftar-loopback-'));
  const screens = join(folder, 'screens');
  await mkdir(join(screens, 'assets'), { recursive: true });
  await writeFile(join(screens, 'index.html'), '<!doctype html><title>Daftar</title>');
  await writeFile(join(screens, 'assets/index-1.js'), 'export {};');
  await writeFile(join(folder, 'secret.txt'), 'the shop');
  const handler = new RPCHandler(router);
  loopback = await serveLoopback({
    screens: await readScreens(screens),
    port: 0,
    secret: 'known to this user alone',
    onClient: (socket, key) => void handler.upgrade(socket, { context: { key } }),
  });
  port = loopback.port;
});

afterEach(async () => {
  await loopback.close();
  await rm(folder, { recursive: true, force: true });
});

const newToken = () => loopback.newAddress().split('#token=')[1] ?? '';

async function openSession(): Promise<string> {
  const answer = await postJson(port, '/session', { token: newToken() });
  return answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

interface SocketFacts {
  readonly cookie?: string;
  readonly origin?: string | undefined;
  readonly host?: string;
  readonly path?: string;
  readonly site?: string;
}

/** Opens the socket and answers `open`, or the status it was refused with. */
function knock(facts: SocketFacts): Promise<{ outcome: 'open' | number; socket: WebSocket }> {
  const headers: Record<string, string> = { host: facts.host ?? `127.0.0.1:${port}` };
  if (facts.cookie !== undefined) headers.cookie = facts.cookie;
  const origin = 'origin' in facts ? facts.origin : `http://127.0.0.1:${port}`;
  if (origin !== undefined) headers.origin = origin;
  if (facts.site !== undefined) headers['sec-fetch-site'] = facts.site;
  const socket = new WebSocket(`ws://127.0.0.1:${port}${facts.path ?? '/rpc'}`, { headers });
  return new Promise((done) => {
    socket.on('open', () => done({ outcome: 'open', socket }));
    socket.on('unexpected-response', (_request, response) => {
      done({ outcome: response.statusCode ?? 0, socket });
      socket.terminate();
    });
    socket.on('error', () => {});
  });
}

describe('the screens', () => {
  test('are served to this PC under a policy that lets a page run only its own scripts', async () => {
    const page = await ask(port);
    expect(page.status).toBe(200);
    expect(page.text).toContain('<title>Daftar</title>');
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.headers['x-content-type-options']).toBe('nosniff');
    const policy = page.headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${port}`);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(page.headers['access-control-allow-origin']).toBeUndefined();
  });

  test('named by their content may be kept, pages may not', async () => {
    const script = await ask(port, { path: '/assets/index-1.js' });
    expect(script.status).toBe(200);
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(script.headers['cache-control']).toContain('immutable');
  });

  test('can also be reached as localhost', async () => {
    const page = await ask(port, { headers: { host: `localhost:${port}` } });
    expect(page.status).toBe(200);
  });

  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets//../../secret.txt',
    '/./index.html',
    '/index.html%00.js',
    '/assets',
    '/nothing-here',
  ])('a path out of their folder finds nothing: %s', async (path) => {
    const answer = await ask(port, { path });
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain('the shop');
  });
});

describe('a request that does not come from this PC’s own page is refused', () => {
  test.each([
    ['another name', () => 'evil.example'],
    ['another name with our port', () => `evil.example:${port}`],
    ['a name that begins like ours', () => `127.0.0.1.evil.example:${port}`],
    ['a name that ends like ours', () => `evil-127.0.0.1:${port}`],
    ['our address without the port', () => '127.0.0.1'],
    ['our address with another port', () => `127.0.0.1:${port + 1}`],
    ['a port that begins like ours', () => `127.0.0.1:${port}0`],
    ['another spelling of the address', () => `127.1:${port}`],
    ['the address as a number', () => `2130706433:${port}`],
    ['the address of this PC in version 6', () => `[::1]:${port}`],
    ['a user before the address', () => `evil@127.0.0.1:${port}`],
  ])('Host is %s', async (_name, host) => {
    expect((await ask(port, { headers: { host: host() } })).status).toBe(403);
    const token = newToken();
    expect((await postJson(port, '/session', { token }, { host: host() })).status).toBe(403);
    expect((await postJson(port, '/session', { token })).status).toBe(204);
  });

  test('Host is given twice', async () => {
    const answer = await sendBytes(
      port,
      `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 40[03]/);
  });

  test('Host is missing or empty', async () => {
    const empty = await sendBytes(port, 'GET / HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n');
    expect(empty).toMatch(/^HTTP\/1\.1 40[03]/);
    expect(await sendBytes(port, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 40[03]/,
    );
    expect(await sendBytes(port, 'GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 40[03]/);
  });

  test('the target is another machine’s address', async () => {
    const answer = await sendBytes(
      port,
      `GET http://evil.example/ HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
  });

  test.each([
    ['another site', () => 'https://evil.example'],
    ['another port of this PC', () => `http://127.0.0.1:${port + 1}`],
    ['our address without the port', () => 'http://127.0.0.1'],
    ['our address over https', () => `https://127.0.0.1:${port}`],
    ['a name that begins like ours', () => `http://127.0.0.1:${port}.evil.example`],
    ['our other name', () => `http://localhost:${port}`],
    ['a sandboxed frame', () => 'null'],
    ['empty', () => ''],
  ])('Origin is %s', async (_name, origin) => {
    const token = newToken();
    expect((await postJson(port, '/session', { token }, { origin: origin() })).status).toBe(403);
    expect((await ask(port, { headers: { origin: origin() } })).status).toBe(403);
    expect((await postJson(port, '/session', { token })).status).toBe(204);
  });

  test('Origin is missing on a request that changes something', async () => {
    const answer = await ask(port, {
      method: 'POST',
      path: '/session',
      body: JSON.stringify({ token: newToken() }),
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(403);
  });

  test.each(['cross-site', 'same-site', 'nonsense'])('the browser says it is %s', async (site) => {
    expect((await ask(port, { headers: { 'sec-fetch-site': site } })).status).toBe(403);
    const token = newToken();
    expect((await postJson(port, '/session', { token }, { 'sec-fetch-site': site })).status).toBe(403);
  });

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('the method is %s', async (method) => {
    const answer = await ask(port, { method, headers: { origin: `http://127.0.0.1:${port}` } });
    expect(answer.status).toBe(405);
    expect(answer.headers['access-control-allow-methods']).toBeUndefined();
  });
});

describe('a body is taken only as JSON of an honest size', () => {
  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'text/plain; application/json',
    'application/json; charset=utf-16',
    '',
  ])('content type "%s" is refused', async (type) => {
    const token = newToken();
    expect((await postJson(port, '/session', { token }, { 'content-type': type })).status).toBe(415);
  });

  test('a compressed body is refused', async () => {
    const answer = await postJson(port, '/session', { token: newToken() }, { 'content-encoding': 'gzip' });
    expect(answer.status).toBe(415);
  });

  test('a body that says it is larger than 1 MB is refused before it is read', async () => {
    const answer = await sendBytes(
      port,
      `POST /session HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\n` +
        'Content-Type: application/json\r\nContent-Length: 1048577\r\n\r\n{',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413/);
  });

  test('a body that does not say its size is refused once it is larger than 1 MB', async () => {
    const chunk = `10000\r\n${' '.repeat(0x10000)}\r\n`;
    const answer = await sendBytes(
      port,
      `POST /session HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\n` +
        `Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${chunk.repeat(17)}`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413/);
  });

  test.each(['', '{', '[]', 'null', '"token"', '7'])('the body %j is not an object', async (body) => {
    expect((await postJson(port, '/session', body)).status).toBe(400);
  });

  test('an unknown path takes nothing', async () => {
    expect((await postJson(port, '/rpc', { token: newToken() })).status).toBe(404);
  });

  test('headers larger than 16 kB are refused', async () => {
    const answer = await ask(port, { headers: { 'x-filler': 'x'.repeat(17 * 1024) } });
    expect(answer.status).toBe(431);
  });

  test('a request that never ends its headers is hung up on', async () => {
    const started = Date.now();
    const answer = await sendBytes(port, `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Slow: `);
    expect(answer === '' || answer.startsWith('HTTP/1.1 408')).toBe(true);
    expect(Date.now() - started).toBeLessThan(9000);
  });
});

describe('an address opens the till once', () => {
  test('its token is exchanged for a cookie that scripts cannot read and other sites cannot send', async () => {
    const answer = await postJson(port, '/session', { token: newToken() });
    expect(answer.status).toBe(204);
    const cookie = answer.headers['set-cookie']?.[0] ?? '';
    expect(cookie).toMatch(
      new RegExp(`^daftar-${port}=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict$`),
    );
  });

  test('a used token is refused', async () => {
    const token = newToken();
    expect((await postJson(port, '/session', { token })).status).toBe(204);
    const again = await postJson(port, '/session', { token });
    expect(again.status).toBe(401);
    expect(again.headers['set-cookie']).toBeUndefined();
  });

  test.each([undefined, '', 'x', 'A'.repeat(43), 7, ['x'], null])(
    'the token %j is refused',
    async (token) => {
      expect((await postJson(port, '/session', { token })).status).toBe(401);
    },
  );

  test('each address has a token of its own', async () => {
    const [first, second] = [newToken(), newToken()];
    expect(first).not.toBe(second);
    expect((await postJson(port, '/session', { token: second })).status).toBe(204);
    expect((await postJson(port, '/session', { token: first })).status).toBe(204);
  });

  test('a page that reloads keeps its session without a token', async () => {
    const cookie = await openSession();
    expect((await ask(port, { path: '/session', headers: { cookie } })).status).toBe(204);
    expect((await ask(port, { path: '/session' })).status).toBe(401);
    expect((await ask(port, { path: '/session', headers: { cookie: `daftar-${port}=x` } })).status).toBe(401);
    const twice = `${cookie}; ${cookie}`;
    expect((await ask(port, { path: '/session', headers: { cookie: twice } })).status).toBe(401);
  });

  test('a second start gets a new address only with the secret of the data directory', async () => {
    for (const secret of [undefined, '', 'guess', 7]) {
      expect((await postJson(port, '/address', { secret })).status).toBe(401);
    }
    const answer = await postJson(port, '/address', { secret: 'known to this user alone' });
    expect(answer.status).toBe(200);
    const { address } = JSON.parse(answer.text);
    expect(address).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${port}/#token=`));
    const token = address.split('#token=')[1];
    expect((await postJson(port, '/session', { token })).status).toBe(204);
  });
});

describe('the till’s socket', () => {
  test('answers a page with a session, and knows it again after a reload', async () => {
    const cookie = await openSession();
    const keys: string[] = [];
    for (const _load of ['first', 'reloaded']) {
      const { outcome, socket } = await knock({ cookie });
      expect(outcome).toBe('open');
      const link = new RPCLink({ websocket: socket as unknown as globalThis.WebSocket });
      const client: RouterClient<typeof router> = createORPCClient(link);
      expect(await client.echo({ words: 'salom' })).toBe('salom');
      keys.push(await client.whoAmI());
      socket.close();
    }
    expect(keys[0]).toBe(keys[1]);
    expect(keys[0]).not.toContain(cookie.split('=')[1]);
  });

  test('tells two sessions apart', async () => {
    const keys: string[] = [];
    for (const cookie of [await openSession(), await openSession()]) {
      const { socket } = await knock({ cookie });
      const link = new RPCLink({ websocket: socket as unknown as globalThis.WebSocket });
      const client: RouterClient<typeof router> = createORPCClient(link);
      keys.push(await client.whoAmI());
      socket.close();
    }
    expect(keys[0]).not.toBe(keys[1]);
  });

  test.each([
    ['without a cookie', 401, () => ({})],
    ['with a made-up cookie', 401, () => ({ cookie: `daftar-${port}=${'A'.repeat(43)}` })],
    ['with the cookie of another port', 401, (cookie: string) => ({ cookie: cookie.replace(/\d+=/, '1=') })],
    ['from another site', 403, (cookie: string) => ({ cookie, origin: 'https://evil.example' })],
    ['from another port', 403, (cookie: string) => ({ cookie, origin: `http://127.0.0.1:${port + 1}` })],
    ['from a sandboxed frame', 403, (cookie: string) => ({ cookie, origin: 'null' })],
    ['without an Origin', 403, (cookie: string) => ({ cookie, origin: undefined })],
    ['under another Host', 403, (cookie: string) => ({ cookie, host: `evil.example:${port}` })],
    ['said to be cross-site', 403, (cookie: string) => ({ cookie, site: 'cross-site' })],
    ['on another path', 404, (cookie: string) => ({ cookie, path: '/rpc/more' })],
  ])('is refused %s', async (_name, status, facts: (cookie: string) => SocketFacts) => {
    const { outcome } = await knock(facts(await openSession()));
    expect(outcome).toBe(status);
  });

  test('is closed on a message larger than 1 MB', async () => {
    const { socket } = await knock({ cookie: await openSession() });
    const closed = new Promise<number>((done) => socket.on('close', done));
    socket.send('x'.repeat(1024 * 1024 + 1));
    expect(await closed).toBe(1009);
  });

  test('outlives nonsense from another page', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue(undefined);
    const nonsense = await knock({ cookie: await openSession() });
    for (const message of ['', '{', '[]', '{"i":"1"}', 'null']) nonsense.socket.send(message);
    const { socket } = await knock({ cookie: await openSession() });
    const link = new RPCLink({ websocket: socket as unknown as globalThis.WebSocket });
    const client: RouterClient<typeof router> = createORPCClient(link);
    expect(await client.echo({ words: 'hali ham shu yerda' })).toBe('hali ham shu yerda');
    nonsense.socket.close();
    socket.close();
    expect(log).toHaveBeenCalled();
    log.mockRestore();
  });

  test('is closed when the till ends', async () => {
    const { socket } = await knock({ cookie: await openSession() });
    const closed = new Promise<number>((done) => socket.on('close', done));
    await loopback.close();
    expect(await closed).toBe(1001);
  });
});
