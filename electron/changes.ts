/** News for the screens: which topics changed, sent after commit to every window on either transport. */
import type { Topic } from '../shared/shop/contract.ts';

export interface Changes {
  readonly announce: (topics: readonly Topic[]) => void;
  /** News for a window from now on, several changes joined into one, until the signal stops it. */
  readonly listen: (
    key: string,
    signal: AbortSignal | undefined,
  ) => AsyncGenerator<{ readonly topics: Topic[] }>;
  /** The windows that listen now, and so are there. */
  readonly listeningKeys: () => ReadonlySet<string>;
}

export function createChanges(): Changes {
  const listeners = new Map<(topics: readonly Topic[]) => void, string>();
  return {
    listeningKeys: () => new Set(listeners.values()),
    announce(topics) {
      if (topics.length > 0) for (const listener of listeners.keys()) listener(topics);
    },
    async *listen(key, signal) {
      let waiting = new Set<Topic>();
      let wake: () => void = () => {};
      const listener = (topics: readonly Topic[]) => {
        for (const topic of topics) waiting.add(topic);
        wake();
      };
      const stop = () => wake();
      listeners.set(listener, key);
      signal?.addEventListener('abort', stop);
      try {
        while (!signal?.aborted) {
          if (waiting.size === 0) {
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
            continue;
          }
          const topics = [...waiting];
          waiting = new Set();
          yield { topics };
        }
      } finally {
        listeners.delete(listener);
        signal?.removeEventListener('abort', stop);
      }
    },
  };
}
