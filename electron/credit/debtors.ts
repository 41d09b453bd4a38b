/** The verb credit.debtors: who owes, the most urgent first, and what is owed by how late it is. */
import type { Kysely } from 'kysely';
import { creditContract } from '../../shared/credit/contract.ts';
import { ageingOf, ageOfDebt, debtAges, limitOf } from '../../shared/credit/debt.ts';
import { type Som, som, sumOf } from '../../shared/money.ts';
import { type Language, tidyName } from '../../shared/text.ts';
import { addDays, type BusinessDay } from '../../shared/time.ts';
import { businessDayNow } from '../businessDay.ts';
import { whoConsented } from '../customer/inTransaction.ts';
import type { Tables } from '../database/tables.ts';
import { readingVerb } from '../verb.ts';
import { customerFits, nothing } from './queries.ts';

type Db = Kysely<Tables>;

/** Whoever must pay within so many days is reminded. */
export const soonDays = 3;

export const listDebtors = readingVerb(creditContract.debtors, async (scope, input) => {
  const { db, settings } = scope;
  const day = await businessDayNow(db, scope);
  const dueDays = await openByDueDay(db);
  const page = await debtorPage(db, input, day);
  const shown = page.slice(0, input.limit);
  const last = shown.at(-1);
  const mayMessage = await whoConsented(
    db,
    shown.map((row) => row.id),
    'messages',
  );
  return {
    debtors: shown.map((row) => ({
      customerId: row.id,
      name: tidyName(row.name),
      phone: row.phone,
      language: row.language as Language | null,
      openSom: som(row.open_som),
      overdueSom: som(row.overdue_som),
      dueOn: row.due_on as BusinessDay,
      oldestOn: row.oldest_on as BusinessDay,
      limitSom: limitOf(row.limit_som === null ? null : som(row.limit_som), settings.debtLimitSom),
      mayMessage: mayMessage.has(row.id),
    })),
    nextCursor: page.length > input.limit && last !== undefined ? `${last.due_on} ${last.id}` : null,
    openSom: sumOf(dueDays, (due) => due.openSom),
    customers: await countDebtors(db),
    ageing: ageingShown(dueDays, day),
  };
});

interface DueDay {
  readonly dueOn: BusinessDay;
  readonly openSom: Som;
  readonly debts: number;
}

/** What is open by the day on which it is due: as many rows as there are days, however many debts. */
async function openByDueDay(db: Db): Promise<readonly DueDay[]> {
  const rows = await db
    .selectFrom('debt')
    .select(({ fn }) => [
      'due_on',
      fn.sum<number>('open_som').as('open_som'),
      fn.countAll<number>().as('debts'),
    ])
    .where('open_som', '>', nothing)
    .groupBy('due_on')
    .execute();
  return rows.map((row) => ({
    dueOn: row.due_on as BusinessDay,
    openSom: som(row.open_som),
    debts: row.debts,
  }));
}

async function countDebtors(db: Db): Promise<number> {
  const { customers } = await db
    .selectFrom('debt')
    .select(({ fn }) => fn.count<number>('customer_id').distinct().as('customers'))
    .where('open_som', '>', nothing)
    .executeTakeFirstOrThrow();
  return customers;
}

function ageingShown(dueDays: readonly DueDay[], day: BusinessDay) {
  const sums = ageingOf(dueDays, day);
  return debtAges.map((age) => {
    const ofAge = dueDays.filter(({ dueOn }) => ageOfDebt(dueOn, day) === age);
    return { age, openSom: sums[age], debts: ofAge.reduce((sum, { debts }) => sum + debts, 0) };
  });
}

interface DebtorsAsked {
  readonly show: 'all' | 'overdue' | 'dueSoon';
  readonly search: string;
  readonly cursor: string | null;
  readonly limit: number;
}

/** One row more than the page: customers with open debts by the earliest day on which something is or was due. */
function debtorPage(db: Db, { show, search, cursor, limit }: DebtorsAsked, day: BusinessDay) {
  const [dueOn = '', id = ''] = (cursor ?? '').split(' ');
  const owed = db
    .selectFrom('debt')
    .select(({ fn, eb }) => [
      'customer_id',
      fn.sum<number>('open_som').as('open_som'),
      fn
        .sum<number>(eb.case().when('due_on', '<', day).then(eb.ref('open_som')).else(nothing).end())
        .as('overdue_som'),
      fn.min('due_on').as('due_on'),
      fn.min('taken_on').as('oldest_on'),
    ])
    .where('open_som', '>', nothing)
    .groupBy('customer_id');
  return db
    .selectFrom(owed.as('owed'))
    .innerJoin('customer', 'customer.id', 'owed.customer_id')
    .leftJoin('customer_credit', 'customer_credit.customer_id', 'customer.id')
    .select([
      'customer.id',
      'customer.name',
      'customer.phone',
      'customer.language',
      'customer_credit.limit_som',
      'owed.open_som',
      'owed.overdue_som',
      'owed.due_on',
      'owed.oldest_on',
    ])
    .$if(show === 'overdue', (query) => query.where('owed.due_on', '<', day))
    .$if(show === 'dueSoon', (query) =>
      query.where('owed.due_on', '>=', day).where('owed.due_on', '<=', addDays(day, soonDays)),
    )
    .$if(search !== '', (query) => query.where(customerFits(search)))
    .$if(id !== '', (query) =>
      query.where(({ eb, and, or }) =>
        or([eb('owed.due_on', '>', dueOn), and([eb('owed.due_on', '=', dueOn), eb('customer.id', '>', id)])]),
      ),
    )
    .orderBy('owed.due_on')
    .orderBy('customer.id')
    .limit(limit + 1)
    .execute();
}
