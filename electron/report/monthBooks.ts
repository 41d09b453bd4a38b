/** All figures of a month, added up from what the documents and the ledger say; the same at any later time. */
import type { ExpenseKind } from '../../shared/ledger/expense.ts';
import type { AccountKind } from '../../shared/ledger/posting.ts';
import { basisPoints, type Som, som } from '../../shared/money.ts';
import { debtsBySpan } from '../../shared/report/debtSpans.ts';
import { marginOf } from '../../shared/report/margin.ts';
import { accountMonth, type LedgerMove, namedAccountMonth } from '../../shared/report/monthAccounts.ts';
import type { AccountMonth, MonthFigures } from '../../shared/report/monthFigures.ts';
import { discountsOf, expensesOf, moneyOf, roundingOf } from '../../shared/report/monthMoney.ts';
import type { MoveKind } from '../../shared/report/monthMoves.ts';
import { type VatOfRate, vatByRate, vatOfReturn } from '../../shared/report/vatByRate.ts';
import { type BusinessDay, monthOf } from '../../shared/time.ts';
import type { Books } from './books.ts';
import {
  balancesNow,
  bonusOfMonth,
  countedShifts,
  debtsOpenNow,
  debtsSettledAfter,
  expensesByKind,
  goodsSold,
  ledgerMoves,
  linesBack,
  looseBack,
  movedAfter,
  type Period,
  receiptSums,
  returnSums,
  tendersBack,
  tendersIn,
} from './monthQueries.ts';

/** The figures of a month, `2026-11`; of one that is running, up to now. `today` bounds how old its debts are. */
export async function monthBooks(books: Books, month: string, today: BusinessDay): Promise<MonthFigures> {
  const period = monthOf(`${month}-01` as BusinessDay);
  const { db, read } = books;
  const moves = (await read(ledgerMoves(db, period))).map(
    (row): LedgerMove => ({
      account: row.account as AccountKind,
      subject: row.subject,
      documentKind: row.document_kind,
      reason: row.reason,
      isDebit: row.is_debit === 1,
      amountSom: som(row.amount),
    }),
  );
  const closing = await closingBalances(books, period.last);
  const account = (kind: AccountKind) => accountMonth(kind, movesOf(moves, kind), closing(kind));
  return {
    month,
    ...(await salesOf(books, period, moves)),
    bonus: await bonusOf(books, month, moves, closing('bonusLiability')),
    giftCards: account('giftCard'),
    storeCredit: account('storeCredit'),
    debts: account('customerDebt'),
    debtsByAge: debtsBySpan(await debtsOn(books, period.last), today < period.last ? today : period.last),
    partners: bySubject('partner', moves, closing),
    charity: bySubject('donations', moves, closing),
    drawer: account('cashDrawer'),
    money: [...moneyOf(moves)],
    overShort: await overShortOf(books, period),
    expenses: expensesOf(moves, await notedExpenses(books, period)),
  };
}

type Closing = ((account: AccountKind, subject?: string) => Som) & {
  readonly subjects: (account: AccountKind) => readonly string[];
};

/** What each account stood at on a day's evening: what it stands at now less what moved it since. Debit above zero. */
async function closingBalances({ db, read }: Books, last: BusinessDay): Promise<Closing> {
  const sums = new Map<string, number>();
  const add = (sign: 1 | -1) => (row: { account: string; subject: string; amount: number }) => {
    const key = `${row.account} ${row.subject}`;
    sums.set(key, (sums.get(key) ?? 0) + sign * row.amount);
  };
  (await read(balancesNow(db))).forEach(add(1));
  (await read(movedAfter(db, last))).forEach(add(-1));
  const balance = (account: AccountKind, subject = '') => som(sums.get(`${account} ${subject}`) ?? 0);
  const subjects = (account: AccountKind) =>
    [...sums.keys()].flatMap((key) => (key.startsWith(`${account} `) ? [key.slice(account.length + 1)] : []));
  return Object.assign(balance, { subjects });
}

function movesOf(moves: readonly LedgerMove[], account: AccountKind, subject = ''): readonly LedgerMove[] {
  return moves.filter((move) => move.account === account && move.subject === subject);
}

/** Each partner or fund that has, or had, anything to do with the month. */
function bySubject(account: 'partner' | 'donations', moves: readonly LedgerMove[], closing: Closing) {
  return [...closing.subjects(account)]
    .sort()
    .map((id) => ({ id, ...accountMonth(account, movesOf(moves, account, id), closing(account, id)) }))
    .filter(hasAnything);
}

function hasAnything({ openingSom, movements, closingSom }: AccountMonth): boolean {
  return openingSom !== 0 || closingSom !== 0 || movements.length > 0;
}

/** The words under which bonus is summed by month; what came back with the goods makes less what was spent. */
const bonusKinds: Readonly<Record<string, readonly [MoveKind, 1 | -1]>> = {
  earned: ['given', 1],
  promotion: ['given', 1],
  friend: ['given', 1],
  deed: ['given', 1],
  game: ['given', 1],
  correction: ['given', 1],
  givenBack: ['spent', 1],
  spent: ['spent', -1],
  expired: ['burned', -1],
  takenBack: ['takenBack', -1],
  paidOut: ['paidOut', -1],
  donated: ['donated', -1],
};

async function bonusOf({ db, read }: Books, month: string, moves: readonly LedgerMove[], closingSom: Som) {
  const rows = await read(bonusOfMonth(db, month));
  const named = rows.map(({ kind, amount_som }) => {
    const [word, sign] = bonusKinds[kind] ?? (['other', 1] as const);
    return { kind: word, amountSom: som(sign * amount_som) };
  });
  return namedAccountMonth('bonusLiability', named, movesOf(moves, 'bonusLiability'), closingSom);
}

async function debtsOn({ db, read }: Books, last: BusinessDay) {
  const rows = [...(await read(debtsOpenNow(db, last))), ...(await read(debtsSettledAfter(db, last)))];
  return rows.map((row) => ({ takenOn: row.taken_on as BusinessDay, openSom: som(row.open) }));
}

async function overShortOf({ db, read }: Books, period: Period): Promise<MonthFigures['overShort']> {
  const shifts = await read(countedShifts(db, period));
  return shifts.map((shift) => {
    const countedSom = som(shift.counted_som ?? 0);
    const expectedSom = som(shift.expected_som ?? 0);
    return {
      shiftNumber: shift.number,
      day: shift.business_day as BusinessDay,
      expectedSom,
      countedSom,
      differenceSom: som(countedSom - expectedSom),
    };
  });
}

async function notedExpenses({ db, read }: Books, period: Period): Promise<ReadonlyMap<ExpenseKind, Som>> {
  const rows = await read(expensesByKind(db, period));
  return new Map(rows.map(({ kind, amount }) => [kind, som(amount)]));
}

type Sales = Pick<
  MonthFigures,
  | 'receipts'
  | 'grossSom'
  | 'soldSom'
  | 'returns'
  | 'looseReturns'
  | 'netSom'
  | 'vat'
  | 'tenders'
  | 'discounts'
  | 'borneByPartnersSom'
  | 'roundingSom'
  | 'margin'
>;

async function salesOf(books: Books, period: Period, moves: readonly LedgerMove[]): Promise<Sales> {
  const { db, read } = books;
  const [sums] = await read(receiptSums(db, period));
  const [withReceipt] = await read(returnSums(db, 'sale_return', period));
  const [loose] = await read(returnSums(db, 'loose_return', period));
  const [grossSom, soldSom] = [som(sums?.gross ?? 0), som(sums?.net ?? 0)];
  const returns = { count: withReceipt?.count ?? 0, sumSom: som(withReceipt?.net ?? 0) };
  const looseReturns = { count: loose?.count ?? 0, sumSom: som(loose?.net ?? 0) };
  const discounts = discountsOf(moves);
  const givenSom = discounts.reduce((sum, discount) => sum + discount.givenSom, 0);
  return {
    receipts: sums?.receipts ?? 0,
    grossSom,
    soldSom,
    returns,
    looseReturns,
    netSom: som(soldSom - returns.sumSom - looseReturns.sumSom),
    tenders: await tendersOf(books, period),
    discounts,
    borneByPartnersSom: som(grossSom - soldSom - givenSom),
    roundingSom: roundingOf(moves),
    ...(await vatAndMargin(books, period)),
  };
}

const rateOf = (rate: number | null) => (rate === null ? null : basisPoints(rate));

/** VAT by rate and the margin of any period. */
export async function vatAndMargin(
  { db, read }: Books,
  period: Period,
): Promise<Pick<Sales, 'vat' | 'margin'>> {
  const loose = await read(looseBack(db, period));
  const sold = await read(goodsSold(db, period));
  const back = await read(linesBack(db, period));
  const soldVat = sold.map((row) => vatRow(row));
  const returns = [...Map.groupBy(back, (line) => line.return_id).values()];
  const backVat = returns.flatMap((lines) =>
    vatOfReturn(
      lines.map((line) => ({ rateBasisPoints: rateOf(line.rate), netSom: som(line.net) })),
      som(lines[0]?.return_vat ?? 0),
    ),
  );
  return {
    vat: [...vatByRate(soldVat, [...backVat, ...loose.map(vatRow)])],
    margin: marginOf(
      sold.map((row) => ({
        productId: row.product_id,
        knownSom: som(row.known),
        costSom: som(row.cost ?? 0),
        unknownSom: som(row.net - row.vat - row.known),
        unknownLines: row.unknown_lines,
      })),
      back.map((line) => ({
        netSom: som(line.net),
        lineVatSom: som(line.line_vat),
        lineCostSom: line.line_cost === null ? null : som(line.line_cost),
        soldThousandths: line.sold,
        beforeThousandths: line.before ?? 0,
        backThousandths: line.back,
      })),
      som(loose.reduce((sum, row) => sum + row.net - row.vat, 0)),
    ),
  };
}

function vatRow(row: { rate: number | null; net: number; vat: number }): VatOfRate {
  return { rateBasisPoints: rateOf(row.rate), netSom: som(row.net), vatSom: som(row.vat) };
}

async function tendersOf({ db, read }: Books, period: Period): Promise<Sales['tenders']> {
  const sums = new Map<string, { kind: string; provider: string | null; inSom: number; backSom: number }>();
  const add = (row: { kind: string; provider: string | null; amount: number }, side: 'inSom' | 'backSom') => {
    const key = `${row.kind} ${row.provider}`;
    const sum = sums.get(key) ?? { kind: row.kind, provider: row.provider, inSom: 0, backSom: 0 };
    sum[side] += row.amount;
    sums.set(key, sum);
  };
  for (const row of await read(tendersIn(db, period))) add(row, 'inSom');
  for (const row of await read(tendersBack(db, period))) add(row, 'backSom');
  for (const { money_back, net } of await read(looseBack(db, period))) {
    add({ kind: money_back, provider: null, amount: net }, 'backSom');
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { kind, provider, inSom, backSom }]) => ({
      kind,
      provider,
      inSom: som(inSom),
      backSom: som(backSom),
    }));
}
