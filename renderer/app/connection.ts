/** The wire between page and till: the desktop's bridge, or a socket to this PC that comes back by itself. */
import type { ClientLink } from '@orpc/client';
import { RPCLink as BridgeLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';

/** What the desktop's preload script puts into the page. */
export interface DaftarBridge {
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
}

declare global {
  interface Window {
    readonly daftarBridge?: DaftarBridge;
  }
}

/**
 * | state      | what the page shows                                                     |
 * |------------|-------------------------------------------------------------------------|
 * | connecting | nothing yet, for a moment                                               |
 * | open       | the screens                                                             |
 * | gone       | "the till does not answer", and tries again                             |
 * | refused    | the session is not (or no longer) valid: open Daftar again from its icon |
 */
export type ConnectionState = 'connecting' | 'open' | 'gone' | 'refused';

export type Link = ClientLink<Record<never, never>>;

export interface Connection {
  state(): ConnectionState;
  /** Calls the listener at every change of state; answers the way to stop. */
  watch(listener: () => void): () => void;
  /** The open link, after waiting a short time for one; throws TillGone when there is none. */
  link(): Promise<Link>;
}

/** The till could not be reached, or went away before it answered. */
export class TillGone extends Error {
  constructor() {
    super('the till does not answer');
    this.name = 'TillGone';
  }
}

const patienceMs = 4000;
const longestPauseMs = 2000;

interface StateBox {
  readonly connection: Connection;
  set(state: ConnectionState, link: Link | null): void;
}

function createStateBox(): StateBox {
  const listeners = new Set<() => void>();
  let state: ConnectionState = 'connecting';
  let link: Link | null = null;
  const watch = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const untilOpen = () =>
    new Promise<Link>((resolve, reject) => {
      const finish = () => {
        if (link === null && state !== 'refused') return;
        stop();
        clearTimeout(timer);
        if (link === null) reject(new TillGone());
        else resolve(link);
      };
      const stop = watch(finish);
      const timer = setTimeout(() => {
        stop();
        reject(new TillGone());
      }, patienceMs);
      finish();
    });
  return {
    connection: {
      state: () => state,
      watch,
      link: () => (link === null ? untilOpen() : Promise.resolve(link)),
    },
    set(nextState, nextLink) {
      state = nextState;
      link = nextLink;
      for (const listener of [...listeners]) listener();
    },
  };
}

/** The desktop: the bridge lives as long as the page. */
function connectBridge(bridge: DaftarBridge): Connection {
  const box = createStateBox();
  const link = new BridgeLink({
    port: {
      postMessage: (message: unknown) => bridge.send(message),
      onMessage: { addListener: (listener: (message: unknown) => void) => bridge.onMessage(listener) },
      onDisconnect: { addListener: () => undefined },
    },
  });
  box.set('open', link);
  return box.connection;
}

/**
 * Takes the one-use token out of the address (`#token=…`) before anything else can see it, and exchanges it for the
 * session's cookie. Without a token the cookie of an earlier load counts. A token may be followed by the route to show.
 */
async function openSession(): Promise<'open' | 'refused' | 'gone'> {
  const [, token, route = '/'] = /^#token=([\w-]+)(\/[\w/-]*)?$/.exec(location.hash) ?? [];
  try {
    if (token !== undefined) {
      history.replaceState(null, '', `${location.pathname}#${route}`);
      const exchanged = await fetch('session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token }),
      });
      if (exchanged.ok) return 'open';
    }
    const standing = await fetch('session', { cache: 'no-store' });
    return standing.ok ? 'open' : 'refused';
  } catch {
    return 'gone';
  }
}

/** The browser shell: asks for the session, opens the socket, and begins again whenever the socket closes. */
function connectSocket(): Connection {
  const box = createStateBox();
  let pauseMs = 250;
  const later = () => {
    setTimeout(() => void connect(), pauseMs);
    pauseMs = Math.min(longestPauseMs, pauseMs * 2);
  };
  const connect = async () => {
    const session = await openSession();
    if (session === 'refused') return box.set('refused', null);
    if (session === 'gone') {
      box.set('gone', null);
      return later();
    }
    const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/rpc`);
    const link = new SocketLink({ websocket: socket });
    socket.addEventListener('open', () => {
      pauseMs = 250;
      box.set('open', link);
    });
    socket.addEventListener('close', () => {
      box.set('gone', null);
      later();
    });
  };
  void connect();
  return box.connection;
}

export function connectTill(): Connection {
  return window.daftarBridge === undefined ? connectSocket() : connectBridge(window.daftarBridge);
}
