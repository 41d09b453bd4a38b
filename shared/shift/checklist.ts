/** Checklists: when an item may be ticked, and how well the lists were kept. */
import type { ChecklistMoment } from './checklistContract.ts';

export interface ChecklistCount {
  readonly ticked: number;
  readonly items: number;
}

/** Opening is done before the shift is: its items may be ticked while no shift is open yet. */
export function mayTick(moment: ChecklistMoment, isShiftOpen: boolean): boolean {
  return isShiftOpen || moment === 'opening';
}

/**
 * The share of items that were ticked, in basis points (0–10 000), rounded down so that only a list kept whole is 100 %;
 * null when there was nothing to tick. Each item of each shift counts alike:
 *
 * | shifts        | share |
 * |---------------|-------|
 * | none          | null  |
 * | 3/3           | 10000 |
 * | 2/3, 5/5      | 8750  |
 * | 0/0, 1/3      | 3333  |
 */
export function keptShare(shifts: readonly ChecklistCount[]): number | null {
  const items = shifts.reduce((sum, shift) => sum + shift.items, 0);
  const ticked = shifts.reduce((sum, shift) => sum + shift.ticked, 0);
  return items === 0 ? null : Math.floor((ticked * 10_000) / items);
}
