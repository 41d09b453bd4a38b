/** The verb report.month, and what closing a month asks of the books. */
import type { Kysely, Transaction } from 'kysely';
import { canonicalJson } from '../../shared/journal/chain.ts';
import type { JsonValue } from '../../shared/journal/document.ts';
import { reportContract } from '../../shared/report/contract.ts';
import { type MonthFigures, monthFiguresSchema } from '../../shared/report/monthFigures.ts';
import { type Language, type LocalText, textIn } from '../../shared/text.ts';
import { type BusinessDay, type Instant, monthOf } from '../../shared/time.ts';
import { businessDayNow } from '../businessDay.ts';
import type { Tables } from '../database/tables.ts';
import { closedMonth } from '../ledger/queries.ts';
import type { TillParts } from '../parts.ts';
import { sha256 } from '../sha256.ts';
import { readingVerb, type VerbAnswer } from '../verb.ts';
import { booksOf, booksReading } from './books.ts';
import { monthBooks } from './monthBooks.ts';

type Db = Kysely<Tables>;
type Answer = VerbAnswer<typeof reportContract.month>;

/**
 * A closed month shows what was kept when it was closed, and says whether the file still comes to it: if it does not, the
 * file was changed past the till.
 */
export const monthReport = (parts: Pick<TillParts, 'database'>) =>
  readingVerb(reportContract.month, async (scope, { month }) => {
    const database = parts.database();
    const { db } = database;
    const today = await businessDayNow(db, scope);
    const now = await monthBooks(booksOf(database), month, today);
    const kept = await closedMonth(db, month);
    const figures = kept === undefined ? now : keptFigures(kept.figures_json);
    return {
      figures,
      names: await namesOf(db, figures, scope.settings.language),
      today,
      closed: kept === undefined ? null : await closing(db, kept, now),
      notClosable: kept === undefined ? await whyNotClosable(db, month, today) : null,
      reopened: await reopenings(db, month),
    };
  });

function keptFigures(text: string): MonthFigures {
  return monthFiguresSchema.parse(JSON.parse(text));
}

async function closing(db: Db, kept: Tables['closed_month'], now: MonthFigures): Promise<Answer['closed']> {
  const person = await db
    .selectFrom('person')
    .select('name')
    .where('id', '=', kept.closed_by)
    .executeTakeFirst();
  return {
    at: kept.closed_at as Instant,
    byName: person?.name ?? '',
    hash: kept.figures_hash,
    isSame: isAsKept(kept, now),
  };
}

/**
 * The kept text is what was hashed, and the file comes to the same today. A later version of the program may add figures:
 * only those that were kept are compared.
 */
export function isAsKept(
  kept: Pick<Tables['closed_month'], 'figures_json' | 'figures_hash'>,
  now: MonthFigures,
): boolean {
  if (sha256(kept.figures_json) !== kept.figures_hash) return false;
  const names = new Set(Object.keys(JSON.parse(kept.figures_json) as object));
  const same = Object.fromEntries(Object.entries(now).filter(([name]) => names.has(name)));
  return canonicalJson(same as JsonValue) === kept.figures_json;
}

async function whyNotClosable(db: Db, month: string, today: BusinessDay): Promise<Answer['notClosable']> {
  const { last } = monthOf(`${month}-01` as BusinessDay);
  if (today <= last) return 'notOver';
  return (await openShiftUpTo(db, last)) === null ? null : 'shiftOpen';
}

async function openShiftUpTo(db: Db, last: BusinessDay): Promise<number | null> {
  const shift = await db
    .selectFrom('shift')
    .select('number')
    .where('closed_at', 'is', null)
    .where('business_day', '<=', last)
    .executeTakeFirst();
  return shift?.number ?? null;
}

async function reopenings(db: Db, month: string): Promise<Answer['reopened']> {
  const rows = await db
    .selectFrom('closed_month')
    .innerJoin('person', 'person.id', 'closed_month.reopened_by')
    .select(['reopened_at', 'reopen_reason', 'person.name'])
    .where('month', '=', month)
    .where('reopened_at', 'is not', null)
    .orderBy('reopened_at')
    .execute();
  return rows.map((row) => ({
    at: row.reopened_at as Instant,
    byName: row.name,
    reason: row.reopen_reason ?? '',
  }));
}

/** Partners and funds as they are called now; the kept figures name them by id. */
async function namesOf(db: Db, figures: MonthFigures, language: Language): Promise<Answer['names']> {
  const partnerIds = figures.partners.map(({ id }) => id);
  const fundIds = figures.charity.map(({ id }) => id);
  const partners =
    partnerIds.length === 0
      ? []
      : await db.selectFrom('partner').select(['id', 'name']).where('id', 'in', partnerIds).execute();
  const funds =
    fundIds.length === 0
      ? []
      : await db.selectFrom('fund').select(['id', 'name_json']).where('id', 'in', fundIds).execute();
  return [
    ...partners,
    ...funds.map((fund) => ({
      id: fund.id,
      name: textIn(JSON.parse(fund.name_json) as LocalText, language),
    })),
  ];
}

/** What the ledger room is lent for closing a month. */
export const monthBooksForClosing = {
  figuresOf: async (trx: Transaction<Tables>, month: string): Promise<string> => {
    const { last } = monthOf(`${month}-01` as BusinessDay);
    return canonicalJson((await monthBooks(booksReading(trx), month, last)) as JsonValue);
  },
  openShift: openShiftUpTo,
};
