/** The browser shell's server on 127.0.0.1: the screens, the exchange of a token for a session, and the till's socket. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { createPageSessions, type PageSessions, sameSecret } from './pageSessions.ts';
import {
  cookieValue,
  largestBodyBytes,
  type RequestFacts,
  refuseBody,
  refuseForeign,
} from './requestChecks.ts';
import { pagePolicy, type Screens } from './screens.ts';

export interface LoopbackSettings {
  readonly screens: Screens;
  /** The port to listen on; 0 takes any free one. */
  readonly port: number;
  /** Who knows it (from a file only this user can read) may ask for a new address. */
  readonly secret: string;
  /** A page with a session has connected. `key` names the client, the same at every reload. */
  readonly onClient: (socket: WebSocket, key: string) => void;
}

export interface Loopback {
  readonly port: number;
  /**
   * An address that opens the screens once; its token stands behind `#`, where no server and no log sees it. `key` is
   * the client's key, where it must be known before.
   */
  newAddress(key?: string): string;
  /** Ends the session of an address that was given with a key, and hangs up on its page. */
  endSession(key: string): void;
  close(): Promise<void>;
}

interface Desk extends LoopbackSettings {
  readonly port: number;
  readonly cookieName: string;
  readonly sessions: PageSessions;
  readonly newAddress: (key?: string) => string;
  /** The key of each client that is connected. */
  readonly socketsOf: WeakMap<WebSocket, string>;
}

const facts = (request: IncomingMessage): RequestFacts => ({
  method: request.method ?? '',
  url: request.url ?? '',
  headersDistinct: request.headersDistinct,
});

const pathOf = (request: IncomingMessage): string => (request.url ?? '').split(/[?#]/, 1)[0] ?? '';

/** What a request gets. A refusal also hangs up, so that a body nobody wants is not read to its end. */
interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | number>>;
  readonly content?: Buffer | string;
  readonly hangUp?: boolean;
}

const refusal = (status: number, reason: string): Reply => ({
  status,
  headers: { 'content-type': 'application/json' },
  content: JSON.stringify({ refused: reason }),
  hangUp: true,
});

function send(response: ServerResponse, reply: Reply, withContent: boolean): void {
  response.writeHead(reply.status, {
    'cache-control': 'no-store',
    ...reply.headers,
    ...(reply.hangUp ? { connection: 'close' } : {}),
  });
  response.end(withContent ? reply.content : undefined);
}

/** The object in the body, or the status to refuse with: 413 too large, 400 not a JSON object. */
async function readObject(request: IncomingMessage): Promise<Readonly<Record<string, unknown>> | 400 | 413> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > largestBodyBytes) return 413;
    chunks.push(chunk);
  }
  try {
    const value: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : 400;
  } catch {
    return 400;
  }
}

function openSession(desk: Desk, token: unknown): Reply {
  const cookie = typeof token === 'string' ? desk.sessions.redeem(token) : null;
  if (cookie === null) return refusal(401, 'token');
  const header = `${desk.cookieName}=${cookie}; Path=/; HttpOnly; SameSite=Strict`;
  return { status: 204, headers: { 'set-cookie': header } };
}

function giveAddress(desk: Desk, secret: unknown): Reply {
  if (typeof secret !== 'string' || !sameSecret(secret, desk.secret)) return refusal(401, 'secret');
  const headers = { 'content-type': 'application/json' };
  return { status: 200, headers, content: JSON.stringify({ address: desk.newAddress() }) };
}

/** `POST /session {token}` opens a session; `POST /address {secret}` gives a second start a new address. */
async function replyToPost(desk: Desk, request: IncomingMessage): Promise<Reply> {
  const path = pathOf(request);
  if (path !== '/session' && path !== '/address') return refusal(404, 'path');
  const refused = refuseBody(facts(request));
  if (refused) return refusal(refused.status, refused.reason);
  const body = await readObject(request);
  if (typeof body === 'number') return refusal(body, body === 413 ? 'size' : 'body');
  return path === '/session' ? openSession(desk, body.token) : giveAddress(desk, body.secret);
}

function clientKey(desk: Desk, request: IncomingMessage): string | null {
  const cookie = cookieValue(facts(request), desk.cookieName);
  return cookie === null ? null : desk.sessions.clientKey(cookie);
}

/** `GET /session` tells a page that reloads whether its session still stands; the rest are the screens. */
function replyToGet(desk: Desk, request: IncomingMessage): Reply {
  const path = pathOf(request);
  if (path === '/session') return { status: clientKey(desk, request) === null ? 401 : 204 };
  const file = desk.screens.get(path);
  // Browsers ask for this by themselves; a refusal would stand in the page's console.
  if (!file && path === '/favicon.ico') return { status: 204 };
  if (!file) return refusal(404, 'path');
  const caching = file.keep ? 'public, max-age=31536000, immutable' : 'no-store';
  const headers = {
    'content-type': file.type,
    'content-length': file.content.length,
    'cache-control': caching,
  };
  return { status: 200, headers, content: file.content };
}

async function reply(desk: Desk, request: IncomingMessage): Promise<Reply> {
  const refused = refuseForeign(facts(request), desk.port);
  if (refused) return refusal(refused.status, refused.reason);
  if (request.method === 'POST') return replyToPost(desk, request);
  if (request.method === 'GET' || request.method === 'HEAD') return replyToGet(desk, request);
  return refusal(405, 'method');
}

function handle(desk: Desk, request: IncomingMessage, response: ServerResponse): void {
  response.setHeader(
    'content-security-policy',
    pagePolicy(`127.0.0.1:${desk.port}`, `localhost:${desk.port}`),
  );
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  reply(desk, request).then(
    (answer) => send(response, answer, request.method !== 'HEAD'),
    () => response.destroy(), // the caller hung up while sending
  );
}

/** The key of the client whose page asks for the socket, or the status line to refuse it with. */
function admit(
  desk: Desk,
  request: IncomingMessage,
): { readonly key: string } | { readonly refused: string } {
  if (refuseForeign(facts(request), desk.port, { needsOrigin: true })) return { refused: '403 Forbidden' };
  if (pathOf(request) !== '/rpc') return { refused: '404 Not Found' };
  const key = clientKey(desk, request);
  return key === null ? { refused: '401 Unauthorized' } : { key };
}

function upgrade(
  desk: Desk,
  sockets: WebSocketServer,
  request: IncomingMessage,
  wire: Duplex,
  head: Buffer,
): void {
  const admitted = admit(desk, request);
  if ('refused' in admitted) {
    wire.on('error', () => wire.destroy());
    wire.end(`HTTP/1.1 ${admitted.refused}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    return;
  }
  sockets.handleUpgrade(request, wire, head, (socket) => {
    socket.on('error', () => socket.terminate()); // a message too large, a broken frame
    desk.socketsOf.set(socket, admitted.key);
    desk.onClient(socket, admitted.key);
  });
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed);
      done((server.address() as AddressInfo).port);
    });
  });
}

/** Listens on 127.0.0.1 alone. Throws what Node throws when the port is taken (`EADDRINUSE`). */
export async function serveLoopback(settings: LoopbackSettings): Promise<Loopback> {
  const sessions = createPageSessions();
  const server = createServer({
    headersTimeout: 5000,
    requestTimeout: 10_000,
    keepAliveTimeout: 5000,
    connectionsCheckingInterval: 1000,
    maxHeaderSize: 16 * 1024,
  });
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: largestBodyBytes,
    perMessageDeflate: false,
  });
  const port = await listen(server, settings.port);
  const newAddress = (key?: string) => `http://127.0.0.1:${port}/#token=${sessions.issueToken(key)}`;
  const socketsOf = new WeakMap<WebSocket, string>();
  const desk: Desk = { ...settings, port, sessions, newAddress, socketsOf, cookieName: `daftar-${port}` };
  server.on('request', (request, response) => handle(desk, request, response));
  server.on('upgrade', (request, wire, head) => upgrade(desk, sockets, request, wire, head));
  return {
    port,
    newAddress,
    endSession(key) {
      sessions.end(key);
      for (const socket of sockets.clients) if (socketsOf.get(socket) === key) socket.terminate();
    },
    close() {
      for (const socket of sockets.clients) socket.close(1001, 'the till is closing');
      return new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
        for (const socket of sockets.clients) setTimeout(() => socket.terminate(), 500).unref();
      });
    },
  };
}
