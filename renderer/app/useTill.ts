/** How screens ask and act: reads that refresh themselves, and intentions that are carried out once. */
import { keepPreviousData, type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Topic } from '../../shared/shop/contract.ts';
import type { Answer, TillError, Verb } from './answer.ts';
import { api, connection } from './api.ts';
import type { ConnectionState } from './connection.ts';
import { newIntentionId } from './uuid.ts';

/** What a room's answers depend on beside its own topic. */
const topicsOfRoom: Readonly<Record<string, readonly Topic[]>> = {
  loyalty: ['loyalty', 'customer', 'sale'],
  credit: ['credit', 'customer', 'sale'],
  ledger: ['ledger', 'loyalty', 'credit'],
  report: [
    'sale',
    'customer',
    'coupon',
    'promotion',
    'catalogue',
    'loyalty',
    'credit',
    'shift',
    'ledger',
    'service',
  ],
  promotion: ['promotion', 'sale', 'catalogue', 'loyalty'],
  customer: ['customer', 'sale'],
  coupon: ['coupon', 'sale'],
  shift: ['shift', 'sale'],
  exchange: ['catalogue', 'customer'],
  shop: ['shop', 'staff'],
};

export function topicsOf(room: string): readonly string[] {
  return topicsOfRoom[room] ?? [room];
}

/** Thrown inside a query so that TanStack Query keeps the till's reason as its error. */
export class RefusedRead extends Error {
  readonly error: TillError;
  constructor(error: TillError) {
    super(error.code);
    this.error = error;
  }
}

export interface TillAnswer<Output> {
  /** Undefined until the first answer. */
  readonly data: Output | undefined;
  readonly error: TillError | null;
  /** True only before the first answer. */
  readonly isLoading: boolean;
  readonly refresh: () => void;
}

export interface ReadOptions {
  /** False while the question makes no sense yet. */
  readonly isOn?: boolean;
  /** Keeps the last answer on screen while another input is being asked: lists that are searched. */
  readonly keepsLast?: boolean;
  /** Forgets the answer as soon as nobody shows it: for a question whose old answer would mislead the next key. */
  readonly forgets?: boolean;
}

/** Asks a read verb and asks again when the till says that its room changed. */
export function useTill<Input, Output>(
  verb: Verb<Input, Output>,
  input: Input,
  options: ReadOptions = {},
): TillAnswer<Output> {
  const query = useQuery({
    queryKey: [...verb.path, input],
    queryFn: async ({ signal }) => {
      const answer = await verb(input, { signal });
      if (!answer.ok) throw new RefusedRead(answer.error);
      return answer.data;
    },
    enabled: options.isOn ?? true,
    ...(options.keepsLast ? { placeholderData: keepPreviousData } : {}),
    ...(options.forgets ? { gcTime: 0 } : {}),
  });
  const error = query.error instanceof RefusedRead ? query.error.error : null;
  return {
    data: query.data,
    error: query.error !== null && error === null ? { code: 'Broken', data: {} } : error,
    isLoading: query.isPending && query.fetchStatus !== 'idle',
    refresh: () => void query.refetch(),
  };
}

/** Asks again everything that shows one of these topics. */
export function refreshTopics(queries: QueryClient, topics: readonly string[]): void {
  void queries.invalidateQueries({
    predicate: (query) => topicsOf(String(query.queryKey[0])).some((topic) => topics.includes(topic)),
  });
}

type WithoutId<Input> = Input extends unknown ? Omit<Input, 'intentionId'> : never;

export interface Intention<Input, Output, Failure extends TillError> {
  /** Carries the intention out. While one is under way another call joins it, so a double click acts once. */
  readonly send: (input: WithoutId<Input>) => Promise<Answer<Output, Failure>>;
  readonly isSending: boolean;
  /** Why the last one failed; null after a success or `forget`. */
  readonly error: Failure | null;
  readonly forget: () => void;
}

/**
 * The id of the intention: the same one as long as no answer came to the same words. After `TillGone` nobody knows
 * whether it was carried out, and the retry must be the same intention; after any answer the next one is new.
 */
export function createIntentionKeeper(newId: () => string = newIntentionId): {
  idFor(input: unknown): string;
  answered(code: string | null): void;
} {
  let open: { id: string; words: string } | null = null;
  return {
    idFor(input) {
      const words = JSON.stringify(input);
      if (open?.words !== words) open = { id: newId(), words };
      return open.id;
    },
    answered(code) {
      if (code !== 'TillGone') open = null;
    },
  };
}

/** A write verb as something a button does. */
export function useIntention<Input extends { intentionId: string }, Output, Failure extends TillError>(
  verb: Verb<Input, Output, Failure>,
): Intention<Input, Output, Failure> {
  const [keeper] = useState(() => createIntentionKeeper());
  const underWay = useRef<Promise<Answer<Output, Failure>> | null>(null);
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<Failure | null>(null);
  const send = useCallback(
    (input: WithoutId<Input>) => {
      if (underWay.current !== null) return underWay.current;
      setSending(true);
      const call = (async () => {
        // Omit and add of the same key: TypeScript cannot see that the whole is Input again.
        const whole = { ...input, intentionId: keeper.idFor(input) } as unknown as Input;
        const answer = await verb(whole);
        keeper.answered(answer.ok ? null : answer.error.code);
        underWay.current = null;
        setSending(false);
        setError(answer.ok ? null : answer.error);
        return answer;
      })();
      underWay.current = call;
      return call;
    },
    [verb, keeper],
  );
  const forget = useCallback(() => setError(null), []);
  return { send, isSending, error, forget };
}

export function useConnection(): ConnectionState {
  return useSyncExternalStore(connection().watch, connection().state);
}

/** Follows a stream verb while shown, and begins again when the connection came back. */
export function useNews<News>(
  verb: Verb<Record<string, never>, AsyncIterable<News>>,
  onNews: (news: News) => void,
  onBegin?: () => void,
): void {
  const state = useConnection();
  const latest = useRef({ onNews, onBegin });
  useEffect(() => {
    latest.current = { onNews, onBegin };
  });
  useEffect(() => {
    if (state !== 'open') return;
    const leaving = new AbortController();
    const follow = async () => {
      const answer = await verb({}, { signal: leaving.signal });
      if (!answer.ok) return;
      latest.current.onBegin?.();
      try {
        for await (const news of answer.data) latest.current.onNews(news);
      } catch {
        // The wire closed or the component left; the effect begins again when the connection is back.
      }
    };
    void follow();
    return () => leaving.abort();
  }, [verb, state]);
}

/** The build of the till that this page came from: a till of another build has other screens, so the page loads them. */
let knownBuild: string | null = null;

async function reloadAfterUpdate(): Promise<void> {
  const answer = await api.shop.status({});
  if (!answer.ok) return;
  if (knownBuild !== null && knownBuild !== answer.data.build) location.reload();
  knownBuild = answer.data.build;
}

/** Keeps every answer on screen true: listens to the till's changes for as long as the page is open. */
export function useChanges(): void {
  const queries = useQueryClient();
  const begun = useRef(false);
  useNews(
    api.shop.changes,
    ({ topics }) => refreshTopics(queries, topics),
    () => {
      void reloadAfterUpdate();
      // What changed while nobody listened is unknown, so after a break everything is asked again.
      if (begun.current) void queries.invalidateQueries();
      begun.current = true;
    },
  );
}
