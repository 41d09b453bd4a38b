/** The verbs ledger.closeMonth and reopenMonth: a month's figures are kept, and nothing is written into it any more. */
import type { Transaction } from 'kysely';
import { Refusal } from '../../shared/errors.ts';
import { ledgerContract } from '../../shared/ledger/contract.ts';
import { type BusinessDay, monthOf } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import { sha256 } from '../sha256.ts';
import { writingVerb } from '../verb.ts';
import { closedMonth } from './closedMonths.ts';
import { listExpenses, noteExpense, takeBackExpense } from './expenses.ts';

/** What the rooms above know of a month that is about to be closed; the wiring lends it. */
export interface MonthBooks {
  /** All figures of the month as they stand now, as one text: the same figures always have the same. */
  readonly figuresOf: (trx: Transaction<Tables>, month: string) => Promise<string>;
  /** The number of a shift that is open and belongs to this day or an earlier one; null when all are closed. */
  readonly openShift: (trx: Transaction<Tables>, last: BusinessDay) => Promise<number | null>;
}

/** A month may be closed once it is over and every shift of it is counted. */
export const closeMonth = ({ figuresOf, openShift }: MonthBooks) =>
  writingVerb(ledgerContract.closeMonth, async (scope, { month }) => {
    const { trx } = scope;
    const { last } = monthOf(`${month}-01` as BusinessDay);
    if (scope.businessDay <= last) throw new Refusal('MonthNotOver', { lastOn: last });
    if ((await closedMonth(trx, month)) !== undefined) throw new Refusal('MonthClosed', { month });
    const number = await openShift(trx, last);
    if (number !== null) throw new Refusal('ShiftStillOpen', { number });

    const figures = await figuresOf(trx, month);
    const figuresHash = sha256(figures);
    const document = documentOf(scope, 'monthClosed', { month, figuresHash });
    await trx
      .insertInto('closed_month')
      .values({
        id: document.id,
        month,
        figures_json: figures,
        figures_hash: figuresHash,
        closed_by: scope.actor.personId,
        closed_at: scope.now,
        reopened_by: null,
        reopened_at: null,
        reopen_reason: null,
      })
      .execute();
    await scope.follow(document);
    scope.changed('ledger');
    return { figuresHash };
  });

/** What was kept stays in the file beside what is kept when the month is closed again. */
export const reopenMonth = writingVerb(ledgerContract.reopenMonth, async (scope, { month, reason }) => {
  const closed = await closedMonth(scope.trx, month);
  if (closed === undefined) throw new Refusal('MonthNotClosed');
  await scope.trx
    .updateTable('closed_month')
    .set({ reopened_by: scope.actor.personId, reopened_at: scope.now, reopen_reason: reason })
    .where('id', '=', closed.id)
    .execute();
  await scope.follow(documentOf(scope, 'monthReopened', { month, figuresHash: closed.figures_hash }));
  scope.changed('ledger');
  return {};
});

/** Expenses and months in one object, for the router. */
export const monthVerbs = (books: MonthBooks) => ({
  noteExpense,
  takeBackExpense,
  expenses: listExpenses,
  closeMonth: closeMonth(books),
  reopenMonth,
});
