/** The paper that stands in the way of its own copy, as the till tells of it. */
import type { z } from 'zod';
import { paperWaitsRefusal } from '../../shared/receipt/papersContract.ts';
import type { TillError } from '../app/answer.ts';

export type WaitingPaper = z.output<typeof paperWaitsRefusal.PaperWaits>;

/** The paper that the till told of in its refusal of a copy; null for every other error. */
export function waitingPaperOf(error: TillError | null): WaitingPaper | null {
  if (error?.code !== 'PaperWaits') return null;
  return paperWaitsRefusal.PaperWaits.safeParse(error.data).data ?? null;
}
