/** The verbs report.customerDay and printCustomerDay: the customers of a day, on the screen and on the receipt printer. */
import { Refusal } from '../../shared/errors.ts';
import { som } from '../../shared/money.ts';
import { reportContract } from '../../shared/report/contract.ts';
import {
  bonusOf,
  cashiersOf,
  comersOf,
  countsOf,
  debtsOf,
  receiptsOf,
} from '../../shared/report/customerDay.ts';
import { type CustomerDay, rowsInReport } from '../../shared/report/customerDayContract.ts';
import { calendarOf } from '../../shared/shop/settings.ts';
import { addDays, type BusinessDay, startOfDay } from '../../shared/time.ts';
import { businessDayNow } from '../businessDay.ts';
import { whoConsented } from '../customer/inTransaction.ts';
import { documentOf } from '../document.ts';
import type { PrintQueue, TillParts } from '../parts.ts';
import { queuePrint } from '../receipt/inTransaction.ts';
import { defaultPrinter } from '../receipt/queries.ts';
import { namesOf, personOf } from '../staff/queries.ts';
import { preparedVerb, type ReadScope, readingVerb } from '../verb.ts';
import { type Books, booksOf } from './books.ts';
import { knownOf, missingOn, type ReportDay, soldTo } from './customerDayComers.ts';
import {
  bonusAfter,
  bonusCauses,
  bornOn,
  couponsClosedAfter,
  couponsMade,
  couponsOpen,
  couponsUsed,
  debtsDue,
  livingOf,
  openInAll,
  registrationsOf,
  repaidAfter,
} from './customerDayQueries.ts';
import { nameShown } from './nameShown.ts';
import { customerDaySlip } from './paperCustomerDay.ts';
import { bonusOwed, partnerCouponsGiven } from './queries.ts';

export const customerDay = (parts: Pick<TillParts, 'database'>) =>
  readingVerb(reportContract.customerDay, (scope, { day }) =>
    customerDayReport(booksOf(parts.database()), scope, day),
  );

/** Refuses NoPrinter. The figures are read before the transaction, so that nobody who sells waits for them. */
export const printCustomerDay = (
  parts: Pick<TillParts, 'database'> & { readonly printQueue: Pick<PrintQueue, 'wake'> },
) =>
  preparedVerb(reportContract.printCustomerDay, async (asked, input) => {
    const report = await customerDayReport(booksOf(parts.database()), asked, input.day);
    return async (scope) => {
      const { trx, settings, now, actor } = scope;
      const printer = await defaultPrinter(trx);
      if (printer === null) throw new Refusal('NoPrinter');
      const person = await personOf(trx, actor.personId);
      const document = documentOf(scope, 'customerDay', { day: report.day });
      await queuePrint(trx, {
        id: scope.newId(),
        documentKind: 'customerDay',
        documentId: document.id,
        purpose: 'original',
        copyNumber: 0,
        printerId: printer.id,
        blocks: customerDaySlip({
          report,
          language: input.language ?? settings.language,
          settings,
          personName: person?.name ?? '',
          at: now,
        }),
        at: now,
      });
      await scope.follow(document);
      scope.changed('receipt');
      scope.afterCommit(parts.printQueue.wake);
      return {};
    };
  });

export const customerDayVerbs = (parts: Parameters<typeof printCustomerDay>[0]) => ({
  customerDay: customerDay(parts),
  printCustomerDay: printCustomerDay(parts),
});

/** The whole report; null is the running day. A day that is over is told as it stood on its evening. */
export async function customerDayReport(
  books: Books,
  scope: Pick<ReadScope, 'now' | 'settings' | 'tillId'>,
  asked: BusinessDay | null,
): Promise<CustomerDay> {
  const { db } = books;
  const calendar = calendarOf(scope.settings);
  const today = await businessDayNow(db, scope);
  const day = asked ?? today;
  const reportDay: ReportDay = {
    day,
    today,
    isOver: day < today,
    began: startOfDay(day, calendar),
    ended: startOfDay(addDays(day, 1), calendar),
  };
  const sold = await soldTo(books, reportDay);
  const cameIds = new Set(sold.flatMap(({ customerId }) => customerId ?? []));
  const comers = comersOf(sold, await knownOf(books, [...cameIds], reportDay), day);
  const registered = await registeredOn(books, day);
  const missing = await missingOn(books, reportDay, cameIds);
  const debts = await debtsOn(books, reportDay);
  const names = await namesOf(db, [...new Set(sold.map(({ personId }) => personId))]);
  return {
    day,
    until: reportDay.isOver ? null : scope.now,
    ...receiptsOf(sold),
    customers: { ...countsOf(comers), registered: registered.length },
    came: comers.slice(0, rowsInReport.came),
    registered: registered.slice(0, rowsInReport.registered),
    missing: missing && { ...missing, rows: missing.rows.slice(0, rowsInReport.missing) },
    birthdays: await birthdaysOn(books, addDays(day, 1)),
    bonus: await bonusOn(books, reportDay),
    coupons: await couponsOn(books, reportDay),
    debts: { ...debts, rows: debts.rows.slice(0, rowsInReport.debts) },
    cashiers: cashiersOf(sold, (personId) => names.get(personId) ?? ''),
  };
}

type Named = CustomerDay['registered'][number];

/** Those who gave their phone on the day, whether they bought something or not. */
async function registeredOn({ db, read }: Books, day: BusinessDay): Promise<readonly Named[]> {
  const documents = await read(registrationsOf(db, day));
  const ids = documents.flatMap(({ content_json }) => customerIn(JSON.parse(content_json)));
  if (ids.length === 0) return [];
  const rows = await read(livingOf(db, ids));
  return rows.map((row) => ({ customerId: row.id, name: nameShown(row) }));
}

function customerIn(document: { readonly customer?: string | null }): readonly string[] {
  return typeof document.customer === 'string' ? [document.customer] : [];
}

/** Only of whoever agreed that the shop keeps what it knows of them. */
async function birthdaysOn({ db, read }: Books, on: BusinessDay): Promise<CustomerDay['birthdays']> {
  const born = await read(bornOn(db, on));
  const agreed = await whoConsented(
    db,
    born.map(({ id }) => id),
    'profile',
  );
  const rows = born
    .filter(({ id }) => agreed.has(id))
    .map((row) => ({ customerId: row.id, name: nameShown(row) }));
  return { on, count: rows.length, rows: rows.slice(0, rowsInReport.birthdays) };
}

async function bonusOn({ db, read }: Books, { day, isOver }: ReportDay): Promise<CustomerDay['bonus']> {
  const [now] = await read(bonusOwed(db));
  const [since] = isOver ? await read(bonusAfter(db, day)) : [];
  const causes = await read(bonusCauses(db, day));
  return bonusOf(
    causes.map((row) => ({
      documentKind: row.document_kind,
      isDebit: row.is_debit === 1,
      amountSom: row.amount,
    })),
    som((since?.amount ?? 0) - (now?.balance ?? 0)),
  );
}

async function couponsOn(
  { db, read }: Books,
  { day, isOver, began, ended }: ReportDay,
): Promise<CustomerDay['coupons']> {
  const [made] = await read(couponsMade(db, { from: began, to: ended }));
  const [theirs] = await read(partnerCouponsGiven(db, { day, until: null }));
  const [used] = await read(couponsUsed(db, day));
  const [open] = await read(couponsOpen(db, day, ended));
  const [since] = isOver ? await read(couponsClosedAfter(db, day, ended)) : [];
  return {
    given: (made?.given ?? 0) + (theirs?.given ?? 0),
    used: used?.used ?? 0,
    broughtSom: som(used?.brought ?? 0),
    tookOffSom: som(used?.took_off ?? 0),
    open: (open?.open ?? 0) + (since?.open ?? 0),
  };
}

async function debtsOn({ db, read }: Books, { day, isOver }: ReportDay): Promise<CustomerDay['debts']> {
  const repaid = new Map(
    (isOver ? await read(repaidAfter(db, day)) : []).map((row) => [row.debt_id, row.paid]),
  );
  const [open] = await read(openInAll(db, day));
  const rows = await read(debtsDue(db, day, isOver));
  const openSom = [...repaid.values()].reduce((sum, paid) => sum + paid, open?.open ?? 0);
  return debtsOf(
    rows.map((row) => ({
      customerId: row.id,
      name: nameShown(row),
      dueOn: row.due_on as BusinessDay,
      openSom: som(row.open_som + (repaid.get(row.debt_id) ?? 0)),
    })),
    day,
    som(openSom),
  );
}
