/** The whole figures of a shift: what the rooms above added up of its documents, and its checklists. */
import type { Kysely } from 'kysely';
import type { ShiftFigures } from '../../shared/shift/figures.ts';
import type { Tables } from '../database/tables.ts';
import { checklistOfShift } from './checklistQueries.ts';
import { keptFigures } from './queries.ts';

/** Adds up the documents of a shift, open or closed; told by the room that may read every table. */
export type FiguresOfShift = (
  db: Kysely<Tables>,
  shiftId: string,
) => Promise<Omit<ShiftFigures, 'checklist'>>;

/** As they are now. */
export async function figuresNow(
  db: Kysely<Tables>,
  shiftId: string,
  figuresOf: FiguresOfShift,
): Promise<ShiftFigures> {
  return { ...(await figuresOf(db, shiftId)), checklist: await checklistOfShift(db, shiftId) };
}

/** An open shift as it is now, a closed one as its Z was kept: a Z printed in a year says the same. */
export async function reportedFigures(
  db: Kysely<Tables>,
  shiftId: string,
  figuresOf: FiguresOfShift,
): Promise<ShiftFigures> {
  return (await keptFigures(db, shiftId)) ?? (await figuresNow(db, shiftId, figuresOf));
}
