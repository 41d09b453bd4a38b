/** What a promotion is doing today, in one word: what its row says of it and its days. */
import type { api } from '../app/api.ts';

type Listed = Extract<Awaited<ReturnType<typeof api.promotion.list>>, { ok: true }>['data'];
export type PromotionRow = Listed['promotions'][number];

export const shownStates = ['live', 'upcoming', 'draft', 'paused', 'ended'] as const;
export type ShownState = (typeof shownStates)[number];

/**
 * | stored          | days        | shown    |
 * |-----------------|-------------|----------|
 * | live            | not begun   | upcoming |
 * | live, paused    | over        | ended    |
 * | anything else   | –           | the same |
 */
export function shownState({
  state,
  isUpcoming,
  isOver,
}: Pick<PromotionRow, 'state' | 'isUpcoming' | 'isOver'>): ShownState {
  if ((state === 'live' || state === 'paused') && isOver) return 'ended';
  return state === 'live' && isUpcoming ? 'upcoming' : state;
}

export const stateColours: Readonly<Record<ShownState, string>> = {
  live: 'green',
  upcoming: 'teal',
  draft: 'gray',
  paused: 'amber',
  ended: 'gray',
};
