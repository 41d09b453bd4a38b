/** The verbs credit.account, setLimit and changeDueDay: what one customer has on account, owes and may owe. */
import type { Kysely } from 'kysely';
import { creditContract, type DebtShown } from '../../shared/credit/contract.ts';
import { creditMovement } from '../../shared/credit/movement.ts';
import { Refusal } from '../../shared/errors.ts';
import { som } from '../../shared/money.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { businessDayNow } from '../businessDay.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import { movementsOf } from '../ledger/queries.ts';
import { readingVerb, writingVerb } from '../verb.ts';
import { livingCustomer } from './livingCustomer.ts';
import { creditFacts, type DebtRow, nothing, openDebtRows, receiptNumbersOf } from './queries.ts';

type Db = Kysely<Tables>;

/** So many debts that were settled, and so many movements, are shown. */
const settledShown = 20;
const movementsShown = 50;

export const creditAccount = readingVerb(creditContract.account, async (scope, input) => {
  const { db, settings } = scope;
  const { id } = await livingCustomer(db, input.customerId);
  const { debts: _, ...facts } = await creditFacts(db, id, {
    settings,
    day: await businessDayNow(db, scope),
  });
  return {
    ...facts,
    debts: await debtsShown(db, [...(await openDebtRows(db, id)), ...(await settledDebtRows(db, id))]),
    movements: await movementsShownOf(db, id),
  };
});

function settledDebtRows(db: Db, customerId: string): Promise<DebtRow[]> {
  return db
    .selectFrom('debt')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('open_som', '=', nothing)
    .orderBy('taken_on', 'desc')
    .orderBy('id', 'desc')
    .limit(settledShown)
    .execute();
}

async function debtsShown(db: Db, rows: readonly DebtRow[]): Promise<DebtShown[]> {
  const receipts = await receiptNumbersOf(
    db,
    rows.flatMap((row) => row.sale_id ?? []),
  );
  return rows.map((row) => ({
    debtId: row.id,
    origin: row.origin,
    saleId: row.sale_id,
    receiptNumber: receipts.get(row.sale_id ?? '') ?? null,
    takenOn: row.taken_on as BusinessDay,
    dueOn: row.due_on as BusinessDay,
    amountSom: som(row.amount_som),
    openSom: som(row.open_som),
    note: row.note,
  }));
}

/** Both accounts in one list, newest first; what the customer has more of, or owes more, is above zero. */
async function movementsShownOf(db: Db, customerId: string) {
  const storeCredit = await movementsOf(db, 'storeCredit', customerId, movementsShown);
  const debts = await movementsOf(db, 'customerDebt', customerId, movementsShown);
  const all = [
    ...storeCredit.map((move) => ({
      ...move,
      account: 'storeCredit' as const,
      amountSom: som(-move.amountSom),
    })),
    ...debts.map((move) => ({ ...move, account: 'debt' as const })),
  ]
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .slice(0, movementsShown);
  const receipts = await receiptNumbersOf(
    db,
    all.map((move) => move.documentId),
  );
  return all.map(({ at, account, documentKind, documentId, amountSom }) => ({
    at,
    account,
    kind: creditMovement(account, documentKind, amountSom),
    amountSom,
    receiptNumber: receipts.get(documentId) ?? null,
  }));
}

/** Only who gave a phone may owe: the shop must be able to remind them. */
export const setCreditLimit = writingVerb(creditContract.setLimit, async (scope, input) => {
  const { trx } = scope;
  const customer = await livingCustomer(trx, input.customerId);
  if (!customer.isRegistered) throw new Refusal('DebtNeedsCustomer');
  const { limitSom } = input;
  if (limitSom === null) {
    await trx.deleteFrom('customer_credit').where('customer_id', '=', customer.id).execute();
  } else {
    const values = { limit_som: limitSom, changed_at: scope.now, changed_by: scope.actor.personId };
    await trx
      .insertInto('customer_credit')
      .values({ customer_id: customer.id, ...values })
      .onConflict((conflict) => conflict.column('customer_id').doUpdateSet(values))
      .execute();
  }
  await scope.follow({ ...documentOf(scope, 'creditLimitSet', { limitSom }), customerId: customer.id });
  scope.changed('credit');
  return {};
});

/** Gives more time, or less; never a day before the debt was taken. */
export const changeDueDay = writingVerb(creditContract.changeDueDay, async (scope, { debtId, dueOn }) => {
  const debt = await scope.trx.selectFrom('debt').selectAll().where('id', '=', debtId).executeTakeFirst();
  if (debt === undefined) throw new Refusal('NotFound', { what: 'debt' });
  if (dueOn < debt.taken_on) throw new Refusal('DaysWrong');
  await scope.trx.updateTable('debt').set({ due_on: dueOn }).where('id', '=', debtId).execute();
  await scope.follow({
    ...documentOf(scope, 'debtDueChanged', { debtId, dueOn, before: debt.due_on }),
    customerId: debt.customer_id,
  });
  scope.changed('credit');
  return {};
});
