/** The figures of two customers who are two again: each has what was theirs, and the kept one what came since. */
import type { Selectable } from 'kysely';
import { calendarOf } from '../../shared/shop/settings.ts';
import type { Tables } from '../database/tables.ts';
import { type MovedRow, mergeStands, movedRows } from '../movedRows.ts';
import type { WriteScope } from '../verb.ts';
import type { KeptMerge } from './mergeRecord.ts';
import { lastReceiptDays } from './unmergeQueries.ts';

type Figures = Selectable<Tables['customer_figure']>;

const none = { visits: 0, receipts: 0, paid_som: 0 };

/**
 * Receipts and sums are taken apart by what the merge added; visits are counted anew from the receipts that came since,
 * because a day on which both had been here counts once for whoever came.
 */
export async function giveFiguresBack(
  { trx, settings }: Pick<WriteScope, 'trx' | 'settings'>,
  { id, intoId, fromId }: KeptMerge,
): Promise<void> {
  const rows = await movedRows(trx, id, 'customer_figure');
  if (rows.length === 0) return;
  const into = figuresIn(rows, intoId);
  const from = figuresIn(rows, fromId);
  const current = await trx
    .selectFrom('customer_figure')
    .selectAll()
    .where('customer_id', '=', intoId)
    .executeTakeFirst();
  if (into.after === null || current === undefined) mergeStands('changed');
  const since = current.receipts - into.after.receipts;
  const days = await lastReceiptDays(trx, calendarOf(settings), intoId, since);
  const kept = keptFigures(into.before, into.after, current, [...new Set(days)].sort());
  await trx.deleteFrom('customer_figure').where('customer_id', 'in', [intoId, fromId]).execute();
  const figures = [kept, from.before].filter((each) => each !== null);
  if (figures.length > 0) await trx.insertInto('customer_figure').values(figures).execute();
}

function figuresIn(rows: readonly MovedRow[], customerId: string) {
  const row = rows.find(({ before, after }) => (before ?? after)?.customer_id === customerId);
  return {
    before: (row?.before ?? null) as unknown as Figures | null,
    after: (row?.after ?? null) as unknown as Figures | null,
  };
}

/** Null for somebody who had never come and did not come since; `days` are those of the receipts that came since. */
function keptFigures(
  before: Figures | null,
  after: Figures,
  current: Figures,
  days: readonly string[],
): Figures | null {
  if (before === null && days.length === 0) return null;
  const { visits, receipts, paid_som } = before ?? none;
  const [firstSince = ''] = days;
  const lastSince = days.at(-1) ?? '';
  const lastBefore = before?.last_visit_on ?? '';
  return {
    customer_id: current.customer_id,
    visits: visits + days.filter((day) => day > lastBefore).length,
    receipts: receipts + current.receipts - after.receipts,
    paid_som: paid_som + current.paid_som - after.paid_som,
    first_visit_on: before?.first_visit_on ?? firstSince,
    last_visit_on: lastSince > lastBefore ? lastSince : lastBefore,
  };
}
