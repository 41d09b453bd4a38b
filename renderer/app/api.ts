/** The till as the screens see it: `api.<room>.<verb>(input)` answers with data or with the reason why not. */
import { type ClientLink, createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../shared/contract.ts';
import { type Answer, type Answering, answered, type CallOptions, type Verb } from './answer.ts';
import { type Connection, connectTill } from './connection.ts';

export type Api = Answering<ContractRouterClient<Contract>>;

type RoomCalls = Readonly<
  Record<string, (input: unknown, options: { signal?: AbortSignal }) => Promise<unknown>>
>;

/** A call that the till answered with data: who follows what is done (the tour) hears of each. */
export interface AnsweredCall {
  readonly verb: string;
  readonly input: unknown;
  readonly data: unknown;
}

const listeners = new Set<(call: AnsweredCall) => void>();

/** Calls the listener after every answer of the page's api; answers the way to stop. */
export function onAnswered(listener: (call: AnsweredCall) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

async function heard(call: Omit<AnsweredCall, 'data'>, answering: Promise<Answer<unknown>>) {
  const answer = await answering;
  if (answer.ok) for (const listener of listeners) listener({ ...call, data: answer.data });
  return answer;
}

/** A room whose verbs are made when they are first named; the same name answers the same function, which is its key. */
function answeringRoom(room: string, calls: RoomCalls, isOpen: () => boolean): object {
  const verbs = new Map<string, Verb<unknown, unknown>>();
  return new Proxy(
    {},
    {
      get(_, name) {
        if (typeof name !== 'string') return undefined;
        const known = verbs.get(name);
        if (known !== undefined) return known;
        const verb = Object.assign(
          (input: unknown, options: CallOptions = {}) =>
            heard(
              { verb: `${room}.${name}`, input },
              answered(async () => calls[name]?.(input, options), isOpen),
            ),
          { path: [room, name] as const },
        );
        verbs.set(name, verb);
        return verb;
      },
    },
  );
}

/** The api over a connection: calls wait a short time for it to open. */
export function createApi(connection: () => Connection): Api {
  const link: ClientLink<Record<never, never>> = {
    call: async (path, input, options) => (await connection().link()).call(path, input, options),
  };
  const client = createORPCClient<ContractRouterClient<Contract>>(link) as unknown as Readonly<
    Record<string, RoomCalls>
  >;
  const rooms = new Map<string, object>();
  return new Proxy({} as Api, {
    get(_, name) {
      if (typeof name !== 'string') return undefined;
      const known = rooms.get(name);
      if (known !== undefined) return known;
      const room = answeringRoom(name, client[name] ?? {}, () => connection().state() === 'open');
      rooms.set(name, room);
      return room;
    },
  });
}

let opened: Connection | null = null;

/** The page's one connection, opened when it is first needed. */
export function connection(): Connection {
  opened ??= connectTill();
  return opened;
}

export const api: Api = createApi(connection);
