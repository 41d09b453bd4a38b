/** The verb report.attention: what the owner should see first, with the names of those whom it is about. */
import type { AttentionKind } from '../../shared/journal/attention.ts';
import { reportContract } from '../../shared/report/contract.ts';
import type { AttentionItem } from '../../shared/report/journalContract.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import { readingVerb } from '../verb.ts';
import { attentionRows, namesOf, unseenCount } from './journalQueries.ts';

const mostShown = 200;

export const attention = readingVerb(reportContract.attention, async ({ db }, { withSeen }) => {
  const rows = await attentionRows(db, withSeen, mostShown);
  const read = rows.map((row) => ({ row, data: JSON.parse(row.data_json) as AttentionItem['data'] }));
  const names = await namesOf(
    db,
    read.flatMap(({ data }) => [idIn(data, 'person'), idIn(data, 'approver'), idIn(data, 'personId')]),
  );
  const nameIn = (data: AttentionItem['data'], field: string) => names.get(idIn(data, field) ?? '') ?? null;
  return {
    unseen: await unseenCount(db),
    items: read.map(({ row, data }) => ({
      id: row.id,
      kind: row.kind as AttentionKind,
      businessDay: row.business_day as BusinessDay,
      at: row.at as Instant,
      documentId: row.document_id,
      data,
      personName: nameIn(data, 'person'),
      approverName: nameIn(data, 'approver'),
      aboutName: nameIn(data, 'personId'),
      seenAt: row.seen_at as Instant | null,
    })),
  };
});

function idIn(data: AttentionItem['data'], field: string): string | null {
  const value = data[field];
  return typeof value === 'string' ? value : null;
}
