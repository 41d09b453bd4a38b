/** The verb report.couponSeries: what a series brought and cost, batch by batch, and what the owner may look at. */
import { Refusal } from '../../shared/errors.ts';
import { som } from '../../shared/money.ts';
import { reportContract } from '../../shared/report/contract.ts';
import { farAbove, oftenOnOneDay, type PersonUses } from '../../shared/report/couponSigns.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import { businessDayNow } from '../businessDay.ts';
import { type CountedSeries, seriesOfId } from '../coupon/queries.ts';
import type { Database } from '../database/open.ts';
import { readHeavy } from '../database/readHeavy.ts';
import type { Tables } from '../database/tables.ts';
import type { TillParts } from '../parts.ts';
import { activePeople, namesOf } from '../staff/queries.ts';
import { readingVerb, type VerbAnswer } from '../verb.ts';
import {
  batchesOf,
  couponsIn,
  customersOften,
  flaggedReceipts,
  flags,
  receiptsOf,
  usesByBatchAndPerson,
} from './couponSeriesQueries.ts';

type Answer = VerbAnswer<typeof reportContract.couponSeries>;
type Sign = Answer['signs'][number];

/** As many receipts as a person looks through. */
const receiptsShown = 10;
const receiptsRead = 100;

type Uses = Awaited<ReturnType<ReturnType<typeof usesByBatchAndPerson>['execute']>>;

export const couponSeriesReport = (parts: Pick<TillParts, 'database'>) =>
  readingVerb(reportContract.couponSeries, async (scope, { seriesId }) => {
    const database = parts.database();
    const { db } = database;
    const known = await seriesOfId(db, seriesId);
    if (known === null) throw new Refusal('NotFound', { what: 'series' });
    const uses = [...(await readHeavy(database, usesByBatchAndPerson(db, seriesId)))];
    return {
      ...(await countsOf(database, known, scope)),
      ...figuresOf(uses),
      newCustomers: total(uses, 'new_customers'),
      batches: await batchFigures(database, seriesId, uses),
      signs: await signsOf(database, seriesId, uses),
    };
  });

type Summed = Exclude<keyof Uses[number], 'batch_id' | 'person_id'>;

function total(uses: Uses, what: Summed): number {
  return uses.reduce((sum, row) => sum + row[what], 0);
}

function figuresOf(uses: Uses) {
  return {
    redeemed: total(uses, 'uses'),
    broughtSom: som(total(uses, 'brought')),
    costSom: som(total(uses, 'cost')),
  };
}

/** A series whose codes a partner made has no coupons of ours: what was printed and not used yet is open. */
async function countsOf(
  database: Database,
  { series, issued, redeemed }: CountedSeries,
  scope: Parameters<typeof businessDayNow>[1],
): Promise<Pick<Answer, 'issued' | 'expired' | 'voided' | 'open'>> {
  if (series.codes.kind !== 'own') {
    return { issued, expired: 0, voided: 0, open: Math.max(0, issued - redeemed) };
  }
  const { db } = database;
  const today = await businessDayNow(db, scope);
  const countOf = async (...of: readonly [Tables['coupon']['state'], BusinessDay?]) =>
    (await readHeavy(database, couponsIn(db, series.seriesId, ...of)))[0]?.count ?? 0;
  const expired = await countOf('issued', today);
  const voided = await countOf('voided');
  const usedUp = await countOf('redeemed');
  // What is left is open; the open ones are by far the most, and not counted for that.
  return { issued, expired, voided, open: Math.max(0, issued - expired - voided - usedUp) };
}

async function batchFigures(database: Database, seriesId: string, uses: Uses): Promise<Answer['batches']> {
  const batches = await readHeavy(database, batchesOf(database.db, seriesId));
  return batches.map((batch) => ({
    batchId: batch.id,
    label: batch.label,
    kind: batch.kind,
    count: batch.made_count,
    ...figuresOf(uses.filter((row) => row.batch_id === batch.id)),
  }));
}

interface ReceiptRow {
  readonly person_id: string;
  readonly sale_id: string;
  readonly receipt_number: number;
  readonly used_at: string;
}

/** A sign while its people are still ids. */
interface FoundSign {
  readonly kind: Sign['kind'];
  readonly personIds: readonly string[];
  readonly count: number;
  readonly receipts: readonly ReceiptRow[];
}

async function signsOf(database: Database, seriesId: string, uses: Uses): Promise<Sign[]> {
  const found = [
    ...(await flaggedSigns(database, seriesId, uses)),
    ...(await onePersonSign(database, seriesId, uses)),
    ...(await customerSigns(database, seriesId)),
  ];
  const names = await namesOf(database.db, [...new Set(found.flatMap((sign) => sign.personIds))]);
  return found.map(({ kind, personIds, count, receipts }) => ({
    kind,
    personName: personIds.map((id) => names.get(id) ?? '').join(', '),
    count,
    receipts: receipts.slice(0, receiptsShown).map((row) => ({
      saleId: row.sale_id,
      number: row.receipt_number,
      usedAt: row.used_at as Instant,
    })),
  }));
}

/** How often each person did something, the most often first; people who never did are left out. */
function byPerson(uses: Uses, what: Summed): readonly PersonUses[] {
  const counts = new Map<string, number>();
  for (const row of uses) counts.set(row.person_id, (counts.get(row.person_id) ?? 0) + row[what]);
  return [...counts]
    .map(([personId, count]) => ({ personId, uses: count }))
    .filter((person) => person.uses > 0)
    .sort((a, b) => b.uses - a.uses || (a.personId < b.personId ? -1 : 1));
}

async function flaggedSigns(database: Database, seriesId: string, uses: Uses): Promise<readonly FoundSign[]> {
  const signs: FoundSign[] = [];
  for (const kind of flags) {
    const people = byPerson(uses, kind);
    if (people.length === 0) continue;
    const receipts = await readHeavy(database, flaggedReceipts(database.db, seriesId, kind, receiptsRead));
    for (const { personId, uses: count } of people) {
      const own = receipts.filter((row) => row.person_id === personId);
      signs.push({ kind, personIds: [personId], count, receipts: own });
    }
  }
  return signs;
}

async function onePersonSign(
  database: Database,
  seriesId: string,
  uses: Uses,
): Promise<readonly FoundSign[]> {
  const { db } = database;
  const people = await activePeople(db);
  const one = farAbove(byPerson(uses, 'uses'), people.length);
  if (one === null) return [];
  const receipts = await readHeavy(
    database,
    receiptsOf(db, seriesId, { personId: one.personId }, receiptsShown),
  );
  return [{ kind: 'manyByOnePerson', personIds: [one.personId], count: one.uses, receipts }];
}

async function customerSigns(database: Database, seriesId: string): Promise<readonly FoundSign[]> {
  const { db } = database;
  const rows = await readHeavy(
    database,
    customersOften(db, seriesId, { least: oftenOnOneDay, limit: receiptsShown }),
  );
  const signs: FoundSign[] = [];
  for (const { customer_id: customerId, business_day: day, uses } of rows) {
    if (customerId === null) continue;
    const receipts = await readHeavy(database, receiptsOf(db, seriesId, { customerId, day }, receiptsShown));
    const personIds = [...new Set(receipts.map((row) => row.person_id))];
    signs.push({ kind: 'sameCustomerOften', personIds, count: uses, receipts });
  }
  return signs;
}
