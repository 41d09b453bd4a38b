/** The verbs credit.noteDebt and credit.notebook: the debts of the shop's paper notebook, copied line by line. */
import { sql } from 'kysely';
import { creditContract } from '../../shared/credit/contract.ts';
import { dueDay } from '../../shared/credit/debt.ts';
import { readPhone } from '../../shared/customer/phone.ts';
import { Refusal } from '../../shared/errors.ts';
import { openingBalancePosting } from '../../shared/ledger/otherPostings.ts';
import { som } from '../../shared/money.ts';
import { tidyName } from '../../shared/text.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import { debtorOf } from '../customer/inTransaction.ts';
import { documentOf } from '../document.ts';
import { post } from '../ledger/inTransaction.ts';
import { readingVerb, writingVerb } from '../verb.ts';
import { insertDebt, openDebtRows } from './queries.ts';

/**
 * Copies one line of the notebook as an opening balance. Where no due day is given, the shop's days are counted from
 * today, not from the day the debt was taken: a line of last spring was never promised for a day, and is now.
 */
export const noteDebt = writingVerb(creditContract.noteDebt, async (scope, input) => {
  const { trx, actor, businessDay, tillId, now } = scope;
  if (input.name === '' && input.phone === '') throw new Refusal('NameOrPhoneNeeded');
  const phone = input.phone === '' ? null : readPhone(input.phone);
  if (phone === null && input.phone !== '') throw new Refusal('PhoneNotUnderstood');
  const dueOn = input.dueOn ?? dueDay(businessDay, scope.settings.debtDays);
  if (input.since > businessDay || dueOn < input.since) throw new Refusal('DaysWrong');

  const debtor = await debtorOf(
    trx,
    { name: tidyName(input.name), phone: phone?.e164 ?? null },
    { newId: scope.newId, now, businessDay, tillId, personId: actor.personId },
  );
  const { customerId } = debtor;
  const document = documentOf(scope, 'debtNoted', {
    amountSom: input.amountSom,
    since: input.since,
    dueOn,
    isNewCustomer: debtor.isNew,
  });
  await insertDebt.one(trx, {
    id: document.id,
    customer_id: customerId,
    origin: 'notebook',
    sale_id: null,
    taken_on: input.since,
    due_on: dueOn,
    amount_som: input.amountSom,
    open_som: input.amountSom,
    note: input.note,
    created_by: actor.personId,
    created_at: now,
  });
  await post(trx, openingBalancePosting('customerDebt', customerId, input.amountSom), {
    id: scope.newId(),
    documentKind: 'debtNoted',
    documentId: document.id,
    businessDay,
    at: now,
    reason: 'noted',
  });
  await scope.follow({ ...document, customerId });
  scope.changed('credit', 'customer');
  const open = await openDebtRows(trx, customerId);
  return {
    debtId: document.id,
    customerId,
    name: debtor.name,
    phone: debtor.phone,
    isNewCustomer: debtor.isNew,
    openSom: som(open.reduce((sum, row) => sum + row.open_som, 0)),
  };
});

/** The lines that were copied, newest first; ids of one moment keep the order of their pages. */
export const listNotebook = readingVerb(creditContract.notebook, async ({ db }, { cursor, limit }) => {
  const rows = await db
    .selectFrom('debt')
    .innerJoin('customer', 'customer.id', 'debt.customer_id')
    .selectAll('debt')
    .select(['customer.name', 'customer.phone'])
    // Written out rather than bound as a parameter: only so does the engine use the index over these lines.
    .where('debt.origin', '=', sql.lit('notebook' as const))
    .$if(cursor !== null, (query) => query.where('debt.id', '<', cursor))
    .orderBy('debt.id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  return {
    rows: page.map((row) => ({
      debtId: row.id,
      customerId: row.customer_id,
      name: tidyName(row.name),
      phone: row.phone,
      since: row.taken_on as BusinessDay,
      dueOn: row.due_on as BusinessDay,
      amountSom: som(row.amount_som),
      openSom: som(row.open_som),
      note: row.note,
      notedAt: row.created_at as Instant,
    })),
    nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
});
