/** The verb report.inspectedReceipts: the receipts of the period page by page, with VAT by rate and how they were paid. */
import { basisPoints, som } from '../../shared/money.ts';
import { reportContract } from '../../shared/report/contract.ts';
import type { InspectedReceipt } from '../../shared/report/inspectionContract.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import type { TillParts } from '../parts.ts';
import { readingVerb } from '../verb.ts';
import { type Books, booksOf } from './books.ts';
import {
  backOfReceipts,
  type ReceiptPlace,
  receiptsOfPeriod,
  tendersOfReceipts,
  vatOfReceipts,
} from './inspectionQueries.ts';
import { openedInspection } from './openedInspection.ts';

export const inspectedReceipts = (parts: Pick<TillParts, 'database'>) =>
  readingVerb(reportContract.inspectedReceipts, async (_scope, { inspectionId, cursor, limit }) => {
    const database = parts.database();
    const books = booksOf(database);
    const { period } = await openedInspection(database.db, inspectionId);
    const rows = await books.read(
      receiptsOfPeriod(database.db, period, cursor === null ? null : placeOf(cursor), limit + 1),
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      receipts: await withParts(books, shown),
      nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null,
    };
  });

type Row = Awaited<ReturnType<ReturnType<typeof receiptsOfPeriod>['execute']>>[number];

const cursorOf = (row: Row): string => `${row.business_day} ${row.sold_at} ${row.number} ${row.id}`;

function placeOf(cursor: string): ReceiptPlace {
  const [day = '', soldAt = '', number = '', id = ''] = cursor.split(' ');
  return { day, soldAt, number: Number(number) || 0, id };
}

async function withParts({ db, read }: Books, rows: readonly Row[]): Promise<InspectedReceipt[]> {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const vat = Map.groupBy(await read(vatOfReceipts(db, ids)), (row) => row.sale_id);
  const tenders = Map.groupBy(await read(tendersOfReceipts(db, ids)), (row) => row.sale_id);
  const back = new Map((await read(backOfReceipts(db, ids))).map((row) => [row.sale_id, row]));
  return rows.map((row) => ({
    tillNumber: row.till_number,
    number: row.number,
    day: row.business_day as BusinessDay,
    soldAt: row.sold_at as Instant,
    netSom: som(row.net_som),
    vat: (vat.get(row.id) ?? []).map((each) => ({
      rateBasisPoints: each.rate === null ? null : basisPoints(each.rate),
      netSom: som(each.net),
      vatSom: som(each.vat),
    })),
    tenders: (tenders.get(row.id) ?? []).map((each) => ({
      kind: each.kind,
      provider: each.provider,
      amountSom: som(each.amount_som),
    })),
    returnedSom: som(back.get(row.id)?.net ?? 0),
    isReturned: back.get(row.id)?.is_whole === 1,
    isWrittenOnPaper: row.entered_at !== null,
    // There is no fiscal service to ask yet.
    fiscalNumber: null,
  }));
}
