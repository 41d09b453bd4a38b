/** The order in which the owner reads corrections. */
import type { api } from '../app/api.ts';

type Answered = Extract<Awaited<ReturnType<typeof api.ledger.corrections>>, { readonly ok: true }>['data'];
export type Correction = Answered['corrections'][number];

/** What was done alone and not seen yet stands first; within both parts the newest stay on top. */
export function unseenFirst<Row extends Pick<Correction, 'isAlone' | 'isSeen'>>(
  corrections: readonly Row[],
): readonly Row[] {
  const isNews = ({ isAlone, isSeen }: Row) => isAlone && !isSeen;
  return [...corrections.filter(isNews), ...corrections.filter((row) => !isNews(row))];
}
