/** What a draw is doing on a day: what its row says of it and its days. */
import type { BusinessDay } from '../../shared/time.ts';
import type { api } from '../app/api.ts';

type Answered = Extract<Awaited<ReturnType<typeof api.loyalty.draw>>, { ok: true }>['data'];
export type Draw = Answered['draw'];
export type Winner = Answered['winners'][number];

export const drawStates = ['upcoming', 'running', 'ready', 'drawn', 'cancelled'] as const;
export type DrawState = (typeof drawStates)[number];

/**
 * | stored    | day           | shown    |
 * |-----------|---------------|----------|
 * | open      | before `from` | upcoming |
 * | open      | `from` … `to` | running  |
 * | open      | after `to`    | ready    |
 * | any other | –             | the same |
 */
export function drawState(
  { state, from, to }: Pick<Draw, 'state' | 'from' | 'to'>,
  today: BusinessDay,
): DrawState {
  if (state !== 'open') return state;
  if (today < from) return 'upcoming';
  return today <= to ? 'running' : 'ready';
}

export const drawColours: Readonly<Record<DrawState, string>> = {
  upcoming: 'teal',
  running: 'green',
  ready: 'amber',
  drawn: 'gray',
  cancelled: 'gray',
};
