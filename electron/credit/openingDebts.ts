/** Debts that customers had in another program: rows as from the paper notebook, and one posting of all of them. */
import { dueDay } from '../../shared/credit/debt.ts';
import { reversalPosting } from '../../shared/ledger/otherPostings.ts';
import { type Posting, theShop } from '../../shared/ledger/posting.ts';
import { type Som, som, sumOf } from '../../shared/money.ts';
import { hotQuery } from '../database/hot.ts';
import { post } from '../ledger/inTransaction.ts';
import type { WriteScope } from '../verb.ts';
import { insertDebt } from './queries.ts';

export interface OpeningDebt {
  readonly customerId: string;
  readonly amountSom: Som;
}

/**
 * The rows of the debts, due after the shop's days from today on: nobody promised a day to this till. Answers the id of each
 * in their order. The posting is made once for all of them (`postOpeningDebts`).
 */
export async function openDebts(
  scope: Pick<WriteScope, 'trx' | 'actor' | 'businessDay' | 'settings' | 'newId' | 'now'>,
  debts: readonly OpeningDebt[],
): Promise<readonly string[]> {
  const due_on = dueDay(scope.businessDay, scope.settings.debtDays);
  const rows = debts.map(({ customerId, amountSom }) => ({
    id: scope.newId(),
    customer_id: customerId,
    origin: 'notebook' as const,
    sale_id: null,
    taken_on: scope.businessDay,
    due_on,
    amount_som: amountSom,
    open_som: amountSom,
    note: '',
    created_by: scope.actor.personId,
    created_at: scope.now,
  }));
  await insertDebt.many(scope.trx, rows);
  return rows.map(({ id }) => id);
}

/** One posting of all opening debts of an import; `isBack` takes it back. */
export async function postOpeningDebts(
  scope: Pick<WriteScope, 'trx' | 'businessDay' | 'newId' | 'now'>,
  debts: readonly OpeningDebt[],
  cause: { readonly documentKind: 'imported' | 'importUndone'; readonly documentId: string },
  isBack = false,
): Promise<void> {
  const allSom = sumOf(debts, ({ amountSom }) => amountSom);
  if (allSom === 0) return;
  const posting: Posting = [
    ...debts.map(({ customerId, amountSom }) => ({
      account: 'customerDebt' as const,
      subjectId: customerId,
      amountSom,
    })),
    { account: 'openingBalance', subjectId: theShop, amountSom: som(-allSom) },
  ];
  await post(scope.trx, isBack ? reversalPosting(posting) : posting, {
    id: scope.newId(),
    ...cause,
    businessDay: scope.businessDay,
    at: scope.now,
    reason: 'openingDebt',
  });
}

const removeDebt = hotQuery((db, value: { id: string }) => db.deleteFrom('debt').where('id', '=', value.id));

/** Takes an opening debt out that nobody paid; only an import that is being taken back may (migration 0017). */
export async function removeOpeningDebt(scope: Pick<WriteScope, 'trx'>, debtId: string): Promise<void> {
  await removeDebt.all(scope.trx, { id: debtId });
}
