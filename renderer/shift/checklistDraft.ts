/** A checklist while the owner writes it: rows that can be moved, taken out and added. */

import type { ChecklistMoment } from '../../shared/shift/checklistContract.ts';
import { suggestedChecklists } from '../../shared/shift/suggestedChecklists.ts';
import type { LocalText } from '../../shared/text.ts';

export interface ChecklistRow {
  readonly id: string;
  readonly name: LocalText;
}

/** Nothing is typed in any language. */
export function isRowEmpty({ name }: ChecklistRow): boolean {
  return [name.uz, name.ru, name.en].every((words) => words === undefined || words.trim() === '');
}

/** What is saved: rows nobody wrote anything into are left out. */
export function rowsToSave(rows: readonly ChecklistRow[]): readonly ChecklistRow[] {
  return rows.filter((row) => !isRowEmpty(row));
}

/** The list offered to a shop that has none, each item with an id of its own. */
export function suggestedRows(moment: ChecklistMoment, newId: () => string): readonly ChecklistRow[] {
  return suggestedChecklists[moment].map((name) => ({ id: newId(), name }));
}

/** The same rows with one moved a place up (−1) or down (+1); at the ends it stays where it is. */
export function movedRow(rows: readonly ChecklistRow[], id: string, step: -1 | 1): readonly ChecklistRow[] {
  const from = rows.findIndex((row) => row.id === id);
  const to = from + step;
  const row = rows[from];
  const other = rows[to];
  if (row === undefined || other === undefined) return rows;
  return rows.map((each, place) => (place === from ? other : place === to ? row : each));
}
