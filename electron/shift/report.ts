/** The verbs shift.report, printReport and list: the X of the open shift, the Z of every closed one. */
import type { Kysely } from 'kysely';
import { Refusal } from '../../shared/errors.ts';
import type { Som } from '../../shared/money.ts';
import { copyOf } from '../../shared/receipt/copyMark.ts';
import { shiftContract } from '../../shared/shift/contract.ts';
import type { ShiftFigures } from '../../shared/shift/figures.ts';
import type { Tables } from '../database/tables.ts';
import { readTogether } from '../database/transact.ts';
import { documentOf } from '../document.ts';
import { blocksOfOriginal, defaultPrinter, nextCopyNumber } from '../receipt/queries.ts';
import { readingVerb, type WriteScope, writingVerb } from '../verb.ts';
import type { SalesOfShift } from './current.ts';
import { type FiguresOfShift, reportedFigures } from './figures.ts';
import { notesOfShift } from './notebookQueries.ts';
import { shiftReport } from './paper.ts';
import { type PrintingParts, paperHead, printShiftPaper } from './printShift.ts';
import { currentShift, keptFigures, shiftsBefore } from './queries.ts';

type Db = Kysely<Tables>;

/** Everything of one moment: sales go on while an X is looked at. */
export const reportShift = (figuresOf: FiguresOfShift) =>
  readingVerb(shiftContract.report, ({ db, tillId }, { shiftId }) =>
    readTogether(db, async (trx) => reportedFigures(trx, await wantedShift(trx, tillId, shiftId), figuresOf)),
  );

/** The shift of an id, or the open one for null. Refuses ShiftNotOpen, or NotFound for an id that no shift has. */
async function wantedShift(db: Db, tillId: string, shiftId: string | null): Promise<string> {
  if (shiftId === null) {
    const open = await currentShift(db, tillId);
    if (open === null) throw new Refusal('ShiftNotOpen');
    return open.id;
  }
  const row = await db.selectFrom('shift').select('id').where('id', '=', shiftId).executeTakeFirst();
  if (row === undefined) throw new Refusal('NotFound', { what: 'shift' });
  return row.id;
}

/** An X has no number, and each is an original; a Z is printed again as a numbered copy, and the journal knows. */
export const printReport = (parts: PrintingParts & { readonly figuresOf: FiguresOfShift }) =>
  writingVerb(shiftContract.printReport, async (scope, input) => {
    const { trx, tillId } = scope;
    const shiftId = await wantedShift(trx, tillId, input.shiftId);
    if ((await defaultPrinter(trx)) === null) throw new Refusal('NoPrinter');
    const figures = await reportedFigures(trx, shiftId, parts.figuresOf);
    if (figures.closedAt === null) {
      const blocks = shiftReport({ ...(await paperHead(scope)), figures, notes: [] });
      await printShiftPaper(scope, parts, { documentKind: 'xReport', documentId: scope.newId(), blocks });
      return { copyNumber: 0 };
    }
    return { copyNumber: await printCopy(scope, parts, figures) };
  });

/** The paper that came out, or, in a shop that had no printer then, the same figures laid out now. */
async function printCopy(scope: WriteScope, parts: PrintingParts, figures: ShiftFigures): Promise<number> {
  const { trx } = scope;
  const { shiftId } = figures;
  const document = { documentKind: 'shiftClosed', documentId: shiftId };
  const copyNumber = await nextCopyNumber(trx, document);
  const head = await paperHead(scope);
  const original =
    (await blocksOfOriginal(trx, document)) ??
    shiftReport({ ...head, figures, notes: await notesOfShift(trx, shiftId) });
  const blocks = copyOf(original, head.language, copyNumber);
  await printShiftPaper(scope, parts, { ...document, blocks, copyNumber });
  await scope.follow(
    documentOf(scope, 'reprint', { of: document.documentKind, document: shiftId, copyNumber }),
  );
  return copyNumber;
}

/** Above every number. */
const newest = Number.MAX_SAFE_INTEGER;

/** A cursor is the number of the last shift shown; one that is not ours begins at the top. */
export const listShifts = (salesOfShift: SalesOfShift) =>
  readingVerb(shiftContract.list, async ({ db, tillId }, { cursor, limit }) => {
    const before = /^\d{1,15}$/.test(cursor ?? '') ? Number(cursor) : newest;
    const rows = await shiftsBefore(db, tillId, before, limit + 1);
    const page = rows.slice(0, limit);
    const shifts = [];
    for (const shift of page) {
      shifts.push({ ...shift, netSom: await netOf(db, shift.id, salesOfShift) });
    }
    return { shifts, nextCursor: rows.length > limit ? String(page.at(-1)?.number ?? '') : null };
  });

async function netOf(db: Db, shiftId: string, salesOfShift: SalesOfShift): Promise<Som> {
  const kept = await keptFigures(db, shiftId);
  return kept?.netSom ?? (await salesOfShift(db, shiftId)).netSom;
}
