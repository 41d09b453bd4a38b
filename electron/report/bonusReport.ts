/** The verb report.bonus: what the shop owes its customers, what the programme gave and cost, and who saves most. */
import { ageOfDebt, type DebtAge, debtAges } from '../../shared/credit/debt.ts';
import { givenKinds } from '../../shared/loyalty/bonusMonth.ts';
import { type Som, som } from '../../shared/money.ts';
import { reportContract } from '../../shared/report/contract.ts';
import { addDays, type BusinessDay, monthOf } from '../../shared/time.ts';
import { businessDayNow } from '../businessDay.ts';
import type { Database } from '../database/open.ts';
import { readHeavy } from '../database/readHeavy.ts';
import type { Tables } from '../database/tables.ts';
import type { TillParts } from '../parts.ts';
import { readingVerb, type VerbAnswer } from '../verb.ts';
import {
  accountSums,
  giftCardBalances,
  lotsByExpiry,
  monthSums,
  netSalesSince,
  openDebts,
  returnedSince,
  spentBy,
  topSavers,
} from './bonusQueries.ts';
import { nameShown } from './nameShown.ts';

type Answer = VerbAnswer<typeof reportContract.bonus>;
type MonthRow = Pick<Tables['bonus_month'], 'month' | 'kind' | 'amount_som'>;

const saversShown = 20;

export const bonusReport = (parts: Pick<TillParts, 'database'>) =>
  readingVerb(reportContract.bonus, async (scope, { months }) => {
    const database = parts.database();
    const day = await businessDayNow(database.db, scope);
    const firstMonth = monthsBefore(day, months - 1);
    const rows = await readHeavy(database, monthSums(database.db, firstMonth));
    return {
      day,
      ...(await liability(database)),
      months: monthKeys(firstMonth, day).map((month) => monthFigures(month, rows)),
      ...(await costOf(database, day, rows)),
      ...(await creditFigures(database, day)),
      savers: await saversOf(database),
    };
  });

/** What is owed, by the month in which it burns. */
async function liability(
  database: Database,
): Promise<Pick<Answer, 'bonusOwedSom' | 'waitingSom' | 'owedByCustomersSom' | 'byExpiry'>> {
  const { db } = database;
  const [sums] = await readHeavy(database, accountSums(db, 'bonusLiability'));
  const lots = await readHeavy(database, lotsByExpiry(db));
  const byMonth = new Map<string | null, number>();
  let waiting = 0;
  for (const { holder_kind, expires_on, sum_som } of lots) {
    const month = expires_on?.slice(0, 7) ?? null;
    byMonth.set(month, (byMonth.get(month) ?? 0) + sum_som);
    if (holder_kind === 'claim') waiting += sum_som;
  }
  return {
    bonusOwedSom: som(-(sums?.all ?? 0)),
    waitingSom: som(waiting),
    owedByCustomersSom: som(-(sums?.above ?? 0)),
    byExpiry: [...byMonth]
      .map(([month, sumSom]) => ({ month, sumSom: som(sumSom) }))
      .sort((a, b) => ((a.month ?? '9999') < (b.month ?? '9999') ? -1 : 1)),
  };
}

const given: ReadonlySet<string> = new Set(givenKinds);

/** Bonus that came back with goods was given before: it is no new gift. */
function givenIn(rows: readonly MonthRow[]): Som {
  return som(
    Math.max(
      0,
      rows.reduce(
        (sum, row) => sum + (given.has(row.kind) && row.kind !== 'givenBack' ? row.amount_som : 0),
        0,
      ),
    ),
  );
}

function sumOfKind(rows: readonly MonthRow[], ...kinds: readonly string[]): Som {
  return som(rows.reduce((sum, row) => sum + (kinds.includes(row.kind) ? row.amount_som : 0), 0));
}

function monthFigures(month: string, rows: readonly MonthRow[]): Answer['months'][number] {
  const own = rows.filter((row) => row.month === month);
  return {
    month,
    givenSom: givenIn(own),
    spentSom: som(Math.max(0, sumOfKind(own, 'spent', 'donated') - sumOfKind(own, 'givenBack'))),
    burnedSom: sumOfKind(own, 'expired'),
    takenBackSom: sumOfKind(own, 'takenBack'),
    paidOutSom: sumOfKind(own, 'paidOut'),
  };
}

/** The running month: what was given less what burnt or was taken back, and its part of the sales. */
async function costOf(
  database: Database,
  day: BusinessDay,
  rows: readonly MonthRow[],
): Promise<Pick<Answer, 'costSom' | 'salesSom' | 'costBasisPoints' | 'givenByKind'>> {
  const own = rows.filter((row) => row.month === day.slice(0, 7));
  const [sales] = await readHeavy(database, netSalesSince(database.db, monthOf(day).first));
  const [back] = await readHeavy(database, returnedSince(database.db, monthOf(day).first));
  const salesSom = (sales?.net_som ?? 0) - (back?.net_som ?? 0);
  const costSom = givenIn(own) - sumOfKind(own, 'expired', 'takenBack');
  return {
    costSom: som(costSom),
    salesSom: som(salesSom),
    costBasisPoints: salesSom <= 0 ? 0 : Math.round((costSom * 10_000) / salesSom),
    givenByKind: own
      .filter((row) => given.has(row.kind) && row.amount_som > 0)
      .map((row) => ({ kind: row.kind, sumSom: som(row.amount_som) })),
  };
}

/** What customers left with the shop and what they owe it. */
async function creditFigures(
  database: Database,
  day: BusinessDay,
): Promise<Pick<Answer, 'giftCardsSom' | 'giftCardsExpiredSom' | 'storeCreditSom' | 'debtsSom' | 'ageing'>> {
  const { db } = database;
  const cards = await readHeavy(database, giftCardBalances(db));
  const isOver = (card: (typeof cards)[number]) =>
    card.blocked_at !== null || (card.expires_on !== null && card.expires_on < day);
  const sumOn = (isCounted: (card: (typeof cards)[number]) => boolean) =>
    som(cards.reduce((sum, card) => sum - (isCounted(card) ? card.balance_som : 0), 0));
  const [credit] = await readHeavy(database, accountSums(db, 'storeCredit'));
  const debts = await readHeavy(database, openDebts(db));
  const ages = new Map<DebtAge, number>(debtAges.map((age) => [age, 0]));
  for (const { due_on, open_som } of debts) {
    const age = ageOfDebt(due_on as BusinessDay, day);
    ages.set(age, (ages.get(age) ?? 0) + open_som);
  }
  return {
    giftCardsSom: sumOn((card) => !isOver(card)),
    giftCardsExpiredSom: sumOn(isOver),
    storeCreditSom: som(Math.max(0, -(credit?.all ?? 0))),
    debtsSom: som(debts.reduce((sum, { open_som }) => sum + open_som, 0)),
    ageing: debtAges.map((age) => ({ age, openSom: som(ages.get(age) ?? 0) })),
  };
}

async function saversOf(database: Database): Promise<Answer['savers']> {
  const { db } = database;
  const savers = await readHeavy(database, topSavers(db, saversShown));
  const ids = savers.map(({ id }) => id);
  const spent = new Map(
    (ids.length === 0 ? [] : await readHeavy(database, spentBy(db, ids))).map((row) => [
      row.customer_id,
      row.spent_som,
    ]),
  );
  return savers.map((saver) => ({
    customerId: saver.id,
    name: nameShown(saver),
    bonusSom: som(-saver.balance_som),
    spentSom: som(spent.get(saver.id) ?? 0),
  }));
}

/** `2026-11` and so many months before it. */
function monthsBefore(day: BusinessDay, months: number): string {
  let first = monthOf(day).first;
  for (let left = months; left > 0; left -= 1) first = monthOf(addDays(first, -1)).first;
  return first.slice(0, 7);
}

/** Every month from one to that of a day, also those in which nothing happened. */
function monthKeys(first: string, day: BusinessDay): readonly string[] {
  const keys: string[] = [];
  let at = `${first}-01` as BusinessDay;
  while (at <= day) {
    keys.push(at.slice(0, 7));
    at = addDays(monthOf(at).last, 1);
  }
  return keys;
}
