/** The verbs report.journal and report.journalDocument: what happened at the till, newest first, as the chain keeps it. */
import { Refusal } from '../../shared/errors.ts';
import type { DocumentKind } from '../../shared/journal/document.ts';
import type { Som } from '../../shared/money.ts';
import { reportContract } from '../../shared/report/contract.ts';
import type { JournalDocument } from '../../shared/report/journalContract.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import { placeIn } from '../listPlace.ts';
import { readingVerb } from '../verb.ts';
import { type JournalRow, journalRows, linkOf, namesOf, sequencesOfDays, soldAs } from './journalQueries.ts';

/** A filter that finds little looks through so many documents, then answers with what it has. */
const mostLookedThrough = 10_000;

/** Filters work on the order of the chain, which is the order in which things happened, whatever the clock said. */
export const journalPage = readingVerb(reportContract.journal, async (scope, input) => {
  const { db, tillId } = scope;
  const { limit, kinds, personId, receiptNumber } = input;
  const sale = receiptNumber === null ? null : await soldAs(db, tillId, receiptNumber);
  if (sale === undefined) return { documents: [], nextCursor: null };
  const days = await sequencesOfDays(db, tillId, {
    from: later(input.from, sale?.businessDay ?? null),
    to: input.to,
  });
  if (days === null) return { documents: [], nextCursor: null };
  const before = input.cursor === null ? days.last + 1 : Math.min(placeIn(input.cursor), days.last + 1);
  const from = Math.max(days.first, before - mostLookedThrough);
  const rows = await journalRows(db, {
    tillId,
    before,
    from,
    kinds,
    mentions: [personId === null ? null : `"person":"${personId}"`, sale?.id ?? null],
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const isLonger = rows.length > limit;
  const nextCursor = isLonger
    ? String(shown.at(-1)?.sequence ?? from)
    : from > days.first
      ? String(from)
      : null;
  return { documents: await shownDocuments(db, shown), nextCursor };
});

export const journalDocument = readingVerb(
  reportContract.journalDocument,
  async ({ db, tillId }, { sequence }) => {
    const row = await linkOf(db, tillId, sequence);
    if (row === undefined) throw new Refusal('NotFound', { what: 'document' });
    const [shown] = await shownDocuments(db, [row]);
    if (shown === undefined) throw new Refusal('NotFound', { what: 'document' });
    return { ...shown, contentJson: row.content_json, previousHash: row.previous_hash, hash: row.hash };
  },
);

function later(one: BusinessDay | null, other: BusinessDay | null): BusinessDay | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}

interface Content {
  readonly person: string | null;
  readonly approver: string | null;
  readonly customer: string | null;
  readonly paidSom: number;
  readonly content: unknown;
}

async function shownDocuments(
  db: Parameters<typeof namesOf>[0],
  rows: readonly JournalRow[],
): Promise<JournalDocument[]> {
  const read = rows.map((row) => ({ row, content: JSON.parse(row.content_json) as Content }));
  const ids = read.flatMap(({ content }) => [content.person, content.approver]);
  const names = await namesOf(db, ids);
  return read.map(({ row, content }) => ({
    sequence: row.sequence,
    kind: row.document_kind as DocumentKind,
    documentId: row.document_id,
    businessDay: row.business_day as BusinessDay,
    at: row.written_at as Instant,
    personId: content.person,
    personName: names.get(content.person ?? '') ?? null,
    approverName: names.get(content.approver ?? '') ?? null,
    customerId: content.customer,
    number: numberIn(content.content),
    amountSom: amountIn(content),
  }));
}

/** What a document is about, by the name of its sum; the first that it has. */
const sums = [
  'netSom',
  'totalSom',
  'amountSom',
  'countedSom',
  'floatSom',
  'limitSom',
  'bonusSom',
  'backSom',
] as const;

function fieldsOf(content: unknown): Readonly<Record<string, unknown>> {
  return typeof content === 'object' && content !== null ? (content as Record<string, unknown>) : {};
}

function amountIn({ content, paidSom }: Content): Som | null {
  const fields = fieldsOf(content);
  const name = sums.find((each) => typeof fields[each] === 'number');
  if (name !== undefined) return fields[name] as Som;
  return paidSom === 0 ? null : (paidSom as Som);
}

function numberIn(content: unknown): number | null {
  const { number } = fieldsOf(content);
  return typeof number === 'number' ? number : null;
}
