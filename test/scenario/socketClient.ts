/** The till over its loopback: the one-use token is exchanged for the cookie, and the socket opened, as a page does. */
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { WebSocket } from 'ws';
import type { TillClient } from './client.ts';

export interface SocketClient {
  readonly client: TillClient;
  /** Resolves when the connection is over, whoever ended it. */
  readonly gone: Promise<void>;
  readonly close: () => void;
}

/** The cookie that the page of this address gets for its token. Throws when the till refuses the token. */
export async function cookieOf(address: string): Promise<string> {
  const { origin, hash } = new URL(address);
  const answer = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ token: hash.slice('#token='.length) }),
  });
  if (!answer.ok) throw new Error(`the token was refused with ${answer.status}`);
  return answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
}

/** Opens a socket with the cookie of a session. Throws when the till does not take it. */
export async function connectSocket(address: string, cookie: string): Promise<SocketClient> {
  const { origin, host } = new URL(address);
  const socket = new WebSocket(`ws://${host}/rpc`, { headers: { origin, cookie } });
  const gone = new Promise<void>((done) => socket.once('close', () => done()));
  await new Promise<void>((done, failed) => {
    socket.once('open', () => done());
    socket.once('error', failed);
  });
  socket.on('error', () => socket.terminate());
  const link = new RPCLink({ websocket: socket as unknown as globalThis.WebSocket });
  return { client: createORPCClient<TillClient>(link), gone, close: () => socket.close() };
}
