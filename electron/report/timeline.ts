/** The verb report.customerTimeline: what every room knows of a customer as one list, newest first, page by page. */
import type { Kysely } from 'kysely';
import { Refusal } from '../../shared/errors.ts';
import { reportContract } from '../../shared/report/contract.ts';
import type { TimelineEntry } from '../../shared/report/profileContract.ts';
import type { Instant } from '../../shared/time.ts';
import { customerFacts, everyIdOf } from '../customer/queries.ts';
import type { Tables } from '../database/tables.ts';
import { readingVerb } from '../verb.ts';
import { namesOf } from './journalQueries.ts';
import type { Before, TimelineRow, TimelineSource } from './timelineRow.ts';
import { timelineSources } from './timelineSources.ts';

/** Where a page ended. Entries stand by instant, source and id, all falling, so that no two share a place. */
interface Place {
  readonly at: string;
  readonly source: string;
  readonly id: string;
}

interface Placed extends TimelineRow {
  readonly source: string;
}

export const customerTimeline = readingVerb(
  reportContract.customerTimeline,
  async ({ db }, { customerId, group, cursor, limit }) => {
    const customer = await customerFacts(db, customerId);
    if (customer === null) throw new Refusal('NotFound', { what: 'customer' });
    const ids = (await everyIdOf(db, customer.id).execute()).map(({ id }) => id);
    const { rows, nextCursor } = await timelinePage(db, ids, { cursor, limit }, timelineSources(group));
    return { entries: await entriesOf(db, rows), nextCursor };
  },
);

/**
 * One page of the merged list. Each source is asked for one row more than a page from the place on, so that the newest of
 * all are among them. `sources` by name; a cursor stays good when one is added.
 */
export async function timelinePage(
  db: Kysely<Tables>,
  customerIds: readonly string[],
  { cursor, limit }: { readonly cursor: string | null; readonly limit: number },
  sources: Readonly<Record<string, TimelineSource>>,
): Promise<{ readonly rows: readonly Placed[]; readonly nextCursor: string | null }> {
  const place = cursor === null ? null : placeOf(cursor);
  const found: Placed[] = [];
  for (const [source, read] of Object.entries(sources)) {
    const rows = await read(db, customerIds, beforeIn(source, place), limit + 1);
    found.push(...rows.map((row) => ({ ...row, source })));
  }
  found.sort(newestFirst);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const nextCursor =
    found.length > limit && last !== undefined ? JSON.stringify([last.at, last.source, last.id]) : null;
  return { rows, nextCursor };
}

/** Sorts after every instant and every id: everything is still to come. */
const afterAll = '~';

/**
 * What a source has still to tell: at the instant of the place the sources before the place's are done, the ones after it
 * have told nothing, and the place's own goes on below its id.
 */
function beforeIn(source: string, place: Place | null): Before {
  if (place === null) return { at: afterAll, id: afterAll };
  if (source === place.source) return { at: place.at, id: place.id };
  return { at: place.at, id: source < place.source ? afterAll : '' };
}

function newestFirst(a: Placed, b: Placed): number {
  return falling(a.at, b.at) || falling(a.source, b.source) || falling(a.id, b.id);
}

const falling = (a: string, b: string): number => (a === b ? 0 : a < b ? 1 : -1);

/** Throws NotFound for a text that this verb never answered. */
function placeOf(cursor: string): Place {
  try {
    const [at, source, id] = JSON.parse(cursor) as string[];
    if (at !== undefined && source !== undefined && id !== undefined) return { at, source, id };
  } catch {
    // Told below in the words of every wrong cursor.
  }
  throw new Refusal('NotFound', { what: 'cursor' });
}

async function entriesOf(db: Kysely<Tables>, rows: readonly Placed[]): Promise<TimelineEntry[]> {
  const names = await namesOf(
    db,
    rows.map(({ personId }) => personId),
  );
  return rows.map((row) => ({
    key: `${row.source}:${row.id}`,
    at: row.at as Instant,
    kind: row.kind,
    number: row.number ?? null,
    amountSom: (row.amountSom ?? null) as TimelineEntry['amountSom'],
    name: row.name ?? null,
    details: [...(row.details ?? [])],
    text: row.text ?? '',
    personName: names.get(row.personId ?? '') ?? '',
    link: row.link ?? null,
  }));
}
