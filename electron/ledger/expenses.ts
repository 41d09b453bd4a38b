/** The verbs ledger.noteExpense, takeBackExpense and expenses: money that was spent beside the till. */
import type { Kysely } from 'kysely';
import { Refusal } from '../../shared/errors.ts';
import { ledgerContract } from '../../shared/ledger/contract.ts';
import {
  counterEntryDay,
  type ExpenseKind,
  expenseKinds,
  expensePosting,
  judgeExpenseDay,
} from '../../shared/ledger/expense.ts';
import { type Som, som, subtractSom, sumOf, zeroSom } from '../../shared/money.ts';
import { type BusinessDay, type Instant, monthOf } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import { readingVerb, type WriteScope, writingVerb } from '../verb.ts';
import { closedMonth, requireOpenMonth } from './closedMonths.ts';
import { post } from './inTransaction.ts';

export const noteExpense = writingVerb(ledgerContract.noteExpense, async (scope, input) => {
  const refusal = judgeExpenseDay(input.day, scope.businessDay);
  if (refusal !== null) throw new Refusal(refusal.refused, refusal.data);
  const expenseId = await keepExpense(scope, { ...input, correctsId: null });
  return { expenseId };
});

/** The counter-entry names the expense it takes back, so that nothing is taken back twice. */
export const takeBackExpense = writingVerb(ledgerContract.takeBackExpense, async (scope, input) => {
  const { expenseId: correctsId, reason: note } = input;
  const { trx } = scope;
  const found = await trx.selectFrom('expense').selectAll().where('id', '=', correctsId).executeTakeFirst();
  if (found === undefined) throw new Refusal('NotFound', { what: 'expense' });
  const counter = await trx
    .selectFrom('expense')
    .select('id')
    .where('corrects_id', '=', correctsId)
    .executeTakeFirst();
  if (counter !== undefined || found.corrects_id !== null) throw new Refusal('ExpenseTakenBack');
  const isMonthClosed = (await closedMonth(trx, found.business_day.slice(0, 7))) !== undefined;
  const day = counterEntryDay({ day: found.business_day as BusinessDay, isMonthClosed }, scope.businessDay);
  const amountSom = subtractSom(zeroSom, som(found.amount_som));
  return { expenseId: await keepExpense(scope, { day, kind: found.kind, amountSom, note, correctsId }) };
});

interface NewExpense {
  readonly day: BusinessDay;
  readonly kind: ExpenseKind;
  /** Below zero for a counter-entry. */
  readonly amountSom: Som;
  readonly note: string;
  readonly correctsId: string | null;
}

/** Writes the expense with its posting on its own day; the document carries today's and leaves the note out. */
async function keepExpense(scope: WriteScope, expense: NewExpense): Promise<string> {
  const { trx, now } = scope;
  const { day, kind, amountSom, note, correctsId } = expense;
  if (day !== scope.businessDay) await requireOpenMonth(trx, day);
  const document = documentOf(scope, 'expenseNoted', { day, kind, amountSom, correctsId });
  await trx
    .insertInto('expense')
    .values({
      id: document.id,
      kind,
      amount_som: amountSom,
      note,
      corrects_id: correctsId,
      person_id: scope.actor.personId,
      business_day: day,
      noted_at: now,
    })
    .execute();
  await post(trx, expensePosting(amountSom), {
    id: scope.newId(),
    documentKind: 'expenseNoted',
    documentId: document.id,
    businessDay: day,
    at: now,
    reason: 'expense',
  });
  await scope.follow(document);
  scope.changed('ledger');
  return document.id;
}

export const listExpenses = readingVerb(ledgerContract.expenses, async ({ db }, { month }) => {
  const rows = await expensesOf(db, month);
  const takenBack = await takenBackOf(db, month);
  const expenses = rows.map((row) => ({
    id: row.id,
    day: row.business_day as BusinessDay,
    kind: row.kind,
    amountSom: som(row.amount_som),
    note: row.note,
    personName: row.person_name,
    notedAt: row.noted_at as Instant,
    isTakenBack: takenBack.has(row.id),
    isCounterEntry: row.corrects_id !== null,
  }));
  return {
    expenses,
    byKind: expenseKinds
      .map((kind) => ({
        kind,
        amountSom: sumOf(
          expenses.filter((expense) => expense.kind === kind),
          (expense) => expense.amountSom,
        ),
      }))
      .filter(({ kind }) => expenses.some((expense) => expense.kind === kind)),
    totalSom: sumOf(expenses, (expense) => expense.amountSom),
    isClosed: (await closedMonth(db, month)) !== undefined,
  };
});

function expensesOf(db: Kysely<Tables>, month: string) {
  const { first, last } = monthOf(`${month}-01` as BusinessDay);
  return db
    .selectFrom('expense')
    .innerJoin('person', 'person.id', 'expense.person_id')
    .selectAll('expense')
    .select('person.name as person_name')
    .where('expense.business_day', '>=', first)
    .where('expense.business_day', '<=', last)
    .orderBy('expense.business_day', 'desc')
    .orderBy('expense.id', 'desc')
    .execute();
}

/** Which of the month's expenses have a counter-entry, also one in a later month. */
async function takenBackOf(db: Kysely<Tables>, month: string): Promise<ReadonlySet<string>> {
  const { first } = monthOf(`${month}-01` as BusinessDay);
  const rows = await db
    .selectFrom('expense')
    .select('corrects_id')
    .where('business_day', '>=', first)
    .where('corrects_id', 'is not', null)
    .execute();
  return new Set(rows.flatMap(({ corrects_id }) => (corrects_id === null ? [] : [corrects_id])));
}
