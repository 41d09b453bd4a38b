/** The verbs shift.moveCash and cashMoves: cash that comes into the drawer or leaves it beside the sales, with its slip. */
import { Refusal } from '../../shared/errors.ts';
import { cashInPosting, cashOutPosting } from '../../shared/ledger/otherPostings.ts';
import type { Posting } from '../../shared/ledger/posting.ts';
import type { Som } from '../../shared/money.ts';
import { shiftContract } from '../../shared/shift/contract.ts';
import type { CashMoveKind } from '../../shared/shift/figures.ts';
import { documentOf } from '../document.ts';
import { post } from '../ledger/inTransaction.ts';
import { numberAfter } from '../shop/inTransaction.ts';
import { readingVerb, type WriteScope, writingVerb } from '../verb.ts';
import { countingRefusals, requireFewRefusals } from './counting.ts';
import { cashMoveSlip } from './paper.ts';
import { type PrintingParts, paperHead, printShiftPaper } from './printShift.ts';
import { cashMovesOf, currentShift, expectedCash } from './queries.ts';

/**
 * | kind       | drawer | against          |
 * |------------|--------|------------------|
 * | in         | more   | cashOutsideTill  |
 * | out        | less   | cashOutsideTill  |
 * | collection | less   | cashOutsideTill  |
 * | expense    | less   | expense          |
 */
export const moveCash = (parts: PrintingParts) =>
  countingRefusals(
    writingVerb(shiftContract.moveCash, async (scope, { kind, amountSom, reason }) => {
      const { trx, tillId } = scope;
      const shift = await currentShift(trx, tillId);
      if (shift === null) throw new Refusal('ShiftNotOpen');
      if (kind !== 'in') await requireCash(scope, shift.id, amountSom);

      const number = await numberAfter(trx, tillId, 'cashMove');
      // The reason may hold a name: it stays in the shift's own table.
      const document = documentOf(scope, 'cashMoved', { number, shift: shift.id, kind, amountSom });
      await trx
        .insertInto('cash_move')
        .values({
          id: document.id,
          till_id: tillId,
          number,
          shift_id: shift.id,
          kind,
          amount_som: amountSom,
          reason,
          person_id: scope.actor.personId,
          approver_id: scope.actor.approver?.personId ?? null,
          business_day: scope.businessDay,
          moved_at: scope.now,
        })
        .execute();
      await post(trx, postingOf(tillId, kind, amountSom), {
        id: scope.newId(),
        documentKind: document.kind,
        documentId: document.id,
        businessDay: scope.businessDay,
        at: scope.now,
        reason: kind,
      });
      await scope.follow(document);
      await printShiftPaper(scope, parts, {
        documentKind: document.kind,
        documentId: document.id,
        blocks: cashMoveSlip({ ...(await paperHead(scope)), number, kind, amountSom, reason }),
        opensDrawer: true,
      });
      scope.changed('shift');
      return { moveId: document.id, number };
    }),
    {
      act: 'moveCash',
      codes: ['CashNotThere'],
      amountOf: (input) => (input as { amountSom: number }).amountSom,
    },
  );

/** Throws CashNotThere without the sum: the drawer is counted blind. */
async function requireCash(scope: WriteScope, shiftId: string, amountSom: Som): Promise<void> {
  await requireFewRefusals(scope, shiftId);
  if (amountSom > (await expectedCash(scope.trx, scope.tillId))) throw new Refusal('CashNotThere');
}

function postingOf(tillId: string, kind: CashMoveKind, amountSom: Som): Posting {
  if (kind === 'in') return cashInPosting(tillId, amountSom);
  return cashOutPosting(tillId, amountSom, kind === 'expense' ? 'expense' : 'cashOutsideTill');
}

export const cashMoves = readingVerb(shiftContract.cashMoves, async ({ db }, { shiftId }) => ({
  moves: [...(await cashMovesOf(db, shiftId))],
}));
