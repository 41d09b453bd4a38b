/** A list that comes in pages by cursor: asked page by page, and asked again when the till says that its room changed. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { TillError, Verb } from './answer.ts';
import { RefusedRead } from './useTill.ts';

interface Page {
  readonly nextCursor: string | null;
}

export interface Pages<P> {
  readonly pages: readonly P[];
  readonly error: TillError | null;
  /** True only before the first answer. */
  readonly isLoading: boolean;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly loadMore: () => void;
}

/** Follows a reading verb whose input takes `cursor` and `limit`; `input` is everything else it takes. */
export function usePages<
  Input extends { cursor?: string | null | undefined; limit?: number | undefined },
  P extends Page,
>(verb: Verb<Input, P>, input: Omit<Input, 'cursor' | 'limit'>, limit = 100): Pages<P> {
  const query = useInfiniteQuery({
    queryKey: [...verb.path, 'pages', input, limit],
    queryFn: async ({ pageParam, signal }) => {
      // Omit and add of the same keys: TypeScript cannot see that the whole is Input again.
      const answer = await verb({ ...input, cursor: pageParam, limit } as unknown as Input, { signal });
      if (!answer.ok) throw new RefusedRead(answer.error);
      return answer.data;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });
  return {
    pages: query.data?.pages ?? [],
    error:
      query.error === null
        ? null
        : query.error instanceof RefusedRead
          ? query.error.error
          : { code: 'Broken', data: {} },
    isLoading: query.isPending,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
  };
}
