/** Hands a list of codes to the till in portions; it stops where it was told to and can go on from there. */
import type { CodeRow } from './readCodeList.ts';

/** What one call may carry. */
export const portionRows = 250;

export interface Portion<Fault, Failure> {
  readonly ok: boolean;
  readonly accepted: number;
  readonly faults: readonly Fault[];
  /** Why the till did not take it. */
  readonly failure: Failure | null;
}

export interface Sending<Fault, Failure> {
  readonly count: number;
  /** Rows that were sent before: a list that stopped goes on here. */
  readonly from: number;
  readonly read: (from: number, count: number) => Promise<readonly CodeRow[]>;
  readonly send: (rows: readonly CodeRow[]) => Promise<Portion<Fault, Failure>>;
  readonly onProgress: (done: { sent: number; accepted: number; faults: readonly Fault[] }) => void;
  readonly isStopped: () => boolean;
}

/** `done` when every row was sent; a portion that failed is sent again when it goes on. */
export async function sendCodeList<Fault, Failure>(
  sending: Sending<Fault, Failure>,
): Promise<
  { readonly kind: 'done' | 'stopped' } | { readonly kind: 'failed'; readonly failure: Failure | null }
> {
  let sent = sending.from;
  while (sent < sending.count) {
    if (sending.isStopped()) return { kind: 'stopped' };
    const rows = await sending.read(sent, portionRows);
    if (rows.length === 0) break;
    const portion = await sending.send(rows);
    if (!portion.ok) return { kind: 'failed', failure: portion.failure };
    sent += rows.length;
    sending.onProgress({ sent, accepted: portion.accepted, faults: portion.faults });
  }
  return { kind: sending.isStopped() ? 'stopped' : 'done' };
}
