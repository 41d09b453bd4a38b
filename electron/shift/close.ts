/** The verb shift.close: the drawer is counted blind, the difference is posted, the cash leaves it, and the Z is kept. */
import { Refusal } from '../../shared/errors.ts';
import { cashCountPosting, cashOutPosting } from '../../shared/ledger/otherPostings.ts';
import type { Som } from '../../shared/money.ts';
import { type ClosedCount, closeCount } from '../../shared/shift/closing.ts';
import { shiftContract } from '../../shared/shift/contract.ts';
import type { ShiftFigures } from '../../shared/shift/figures.ts';
import { documentOf } from '../document.ts';
import { lastLink } from '../journal/queries.ts';
import { post } from '../ledger/inTransaction.ts';
import { type SecondPerson, secondPerson } from '../staff/inTransaction.ts';
import { type WriteScope, writingVerb } from '../verb.ts';
import { countingRefusals, requireFewRefusals, requireNotesSum } from './counting.ts';
import { type FiguresOfShift, figuresNow } from './figures.ts';
import { notesOfShift } from './notebookQueries.ts';
import { shiftReport } from './paper.ts';
import { type PrintingParts, paperHead, printShiftPaper } from './printShift.ts';
import { currentShift, expectedCash, noteCount, type OpenShift } from './queries.ts';

export interface ClosingParts extends PrintingParts {
  /** Throws a Refusal (`BasketNotEmpty`) when a room above still has something open that belongs to the shift. */
  readonly refuseOpenBasket: (scope: WriteScope) => Promise<void>;
  readonly figuresOf: FiguresOfShift;
}

/** Everything that is decided before anything is written. */
interface Closing extends ClosedCount {
  readonly shift: OpenShift;
  readonly countedSom: Som;
  readonly expectedSom: Som;
  readonly reason: string;
  readonly second: SecondPerson | null;
}

/**
 * Closes the till's shift. Between shifts the drawer holds nothing: what was counted is posted to the cash outside the
 * till, and the next shift posts its own counted float, so that cash left in the drawer overnight is not counted twice.
 *
 * | drawer should hold | counted | drawer       | overShort | cashOutsideTill |
 * |--------------------|---------|--------------|-----------|-----------------|
 * | 350 000            | 349 000 | −1 000, then −349 000 | +1 000    | +349 000        |
 *
 * A difference above the shop's limit needs a reason and a second person (docs/rules.md §3). A shift that was forgotten
 * and is closed on a later day keeps its own day in the ledger and on the Z; its document says both.
 */
export const closeShift = (parts: ClosingParts) =>
  countingRefusals(
    writingVerb(shiftContract.close, async (scope, input) => {
      const { trx, tillId } = scope;
      const shift = await currentShift(trx, tillId);
      if (shift === null) throw new Refusal('ShiftNotOpen');
      requireNotesSum(input.countedSom, input.notes);
      await parts.refuseOpenBasket(scope);
      await requireFewRefusals(scope, shift.id);

      const { countedSom, terminals: told, reason } = input;
      const expectedSom = await expectedCash(trx, tillId);
      const { terminals } = await parts.figuresOf(trx, shift.id);
      const counted = closeCount(
        { expectedSom, countedSom, terminals, told },
        scope.settings.cashDifferenceLimitSom,
      );
      const second = counted.isAboveLimit ? await standFor(scope, reason) : null;
      const closing: Closing = { ...counted, shift, countedSom, expectedSom, reason, second };

      await noteCount(scope, {
        shiftId: shift.id,
        moment: 'closing',
        countedSom,
        expectedSom,
        notes: input.notes,
      });
      await saveClosing(scope, closing);
      const figures = await keepFigures(scope, closing, parts.figuresOf);
      await printZ(scope, parts, figures);
      scope.changed('shift');
      const { differenceSom, terminals: compared } = counted;
      return {
        shiftId: shift.id,
        number: shift.number,
        expectedSom,
        differenceSom,
        terminals: [...compared],
      };
    }),
    {
      act: 'close',
      codes: ['DifferenceAboveLimit', 'SecondPersonNeeded'],
      amountOf: (input) => (input as { countedSom: number }).countedSom,
    },
  );

/** Throws DifferenceAboveLimit without a reason, SecondPersonNeeded while somebody else could stand for it. */
async function standFor(scope: WriteScope, reason: string): Promise<SecondPerson> {
  if (reason === '') throw new Refusal('DifferenceAboveLimit');
  return secondPerson(scope, 'ledger.approve');
}

/** The shift's row, the ledger and the document. */
async function saveClosing(scope: WriteScope, closing: Closing): Promise<void> {
  const { trx, tillId } = scope;
  const { shift, countedSom, expectedSom, second } = closing;
  await trx
    .updateTable('shift')
    .set({
      closed_at: scope.now,
      closed_by: scope.actor.personId,
      closed_on: scope.businessDay,
      counted_som: countedSom,
      expected_som: expectedSom,
      // A reason for a difference within the limit is nobody's business.
      difference_reason: closing.isAboveLimit ? closing.reason : '',
      approver_id: second?.approverId ?? null,
      is_alone: second?.isAlone ? 1 : 0,
    })
    .where('id', '=', shift.id)
    .execute();
  const count = cashCountPosting(tillId, expectedSom, countedSom);
  await post(trx, count, causeOf(scope, shift, 'count'));
  const collected = cashOutPosting(tillId, countedSom, 'cashOutsideTill');
  await post(trx, collected, causeOf(scope, shift, 'collected'));
  await scope.follow({ ...documentOf(scope, 'shiftClosed', contentOf(scope, closing)), id: shift.id });
}

function contentOf(scope: WriteScope, closing: Closing) {
  const { shift, countedSom, expectedSom, differenceSom, second } = closing;
  return {
    shiftId: shift.id,
    number: shift.number,
    shiftDay: shift.businessDay,
    closedOn: scope.businessDay,
    countedSom,
    expectedSom,
    differenceSom,
    isAboveLimit: closing.isAboveLimit,
    isAlone: second?.isAlone ?? false,
    approver: second?.approverId ?? null,
    terminals: closing.terminals.map(({ kind, provider, expectedSom: shouldSom, toldSom }) => ({
      kind,
      provider,
      expectedSom: shouldSom,
      toldSom,
    })),
  };
}

function causeOf(scope: WriteScope, shift: OpenShift, reason: string) {
  return {
    id: scope.newId(),
    documentKind: 'shiftClosed',
    documentId: shift.id,
    businessDay: shift.businessDay,
    at: scope.now,
    reason,
  };
}

/** The figures with the document's own link as the head of the journal, as the Z will say them for ever. */
async function keepFigures(
  { trx, tillId }: WriteScope,
  { shift, terminals }: Closing,
  figuresOf: FiguresOfShift,
): Promise<ShiftFigures> {
  const last = await lastLink(trx, tillId);
  const place = { closed_sequence: last?.sequence ?? 0 };
  await trx.updateTable('shift').set(place).where('id', '=', shift.id).execute();
  const figures = { ...(await figuresNow(trx, shift.id, figuresOf)), terminals: [...terminals] };
  const kept = { figures_json: JSON.stringify(figures) };
  await trx.updateTable('shift').set(kept).where('id', '=', shift.id).execute();
  return figures;
}

async function printZ(scope: WriteScope, parts: PrintingParts, figures: ShiftFigures): Promise<void> {
  const notes = await notesOfShift(scope.trx, figures.shiftId);
  await printShiftPaper(scope, parts, {
    documentKind: 'shiftClosed',
    documentId: figures.shiftId,
    blocks: shiftReport({ ...(await paperHead(scope)), figures, notes }),
  });
}
