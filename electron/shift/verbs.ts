/** Every verb of the shift in one object, with what the rooms above lend it. */
import type { TillParts } from '../parts.ts';
import { type AtTheCounter, beforeClose } from './beforeClose.ts';
import { shiftChecklists } from './checklists.ts';
import { type ClosingParts, closeShift } from './close.ts';
import { countCash, openDrawer } from './countCash.ts';
import { currentShiftVerb, type SalesOfShift } from './current.ts';
import { cashMoves, moveCash } from './moveCash.ts';
import { shiftNotebook } from './notebook.ts';
import { openShift } from './open.ts';
import { listShifts, printReport, reportShift } from './report.ts';

export interface LentToShift extends AtTheCounter, Pick<ClosingParts, 'refuseOpenBasket'> {
  readonly salesOfShift: SalesOfShift;
}

export const shiftVerbs = (parts: Pick<TillParts, 'printQueue'>, lent: LentToShift) => ({
  current: currentShiftVerb(lent.salesOfShift),
  open: openShift,
  moveCash: moveCash(parts),
  cashMoves,
  countCash,
  openDrawer: openDrawer(parts),
  beforeClose: beforeClose(lent),
  close: closeShift({ ...parts, ...lent }),
  report: reportShift(lent.figuresOf),
  printReport: printReport({ ...parts, figuresOf: lent.figuresOf }),
  list: listShifts(lent.salesOfShift),
  ...shiftNotebook,
  ...shiftChecklists,
});
