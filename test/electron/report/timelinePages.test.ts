import fc from 'fast-check';
import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import type { Tables } from '../../../electron/database/tables.ts';
import { timelinePage } from '../../../electron/report/timeline.ts';
import type { TimelineSource } from '../../../electron/report/timelineRow.ts';

/** A source that keeps every promise of its kind over rows that stand in no order. */
function sourceOf(rows: readonly { readonly at: string; readonly id: string }[]): TimelineSource {
  return async (_db, _ids, before, limit) =>
    rows
      .filter(({ at, id }) => at < before.at || (at === before.at && id < before.id))
      .sort((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1))
      .slice(0, limit)
      .map((row) => ({ ...row, kind: 'change' }));
}

/** Few instants and few ids, so that most entries share theirs with others. */
const rows = fc.uniqueArray(
  fc.record({
    at: fc.integer({ min: 0, max: 2 }).map((second) => `2026-11-22T08:00:0${second}.000Z`),
    id: fc.integer({ min: 0, max: 30 }).map((id) => `id-${String(id).padStart(2, '0')}`),
  }),
  { selector: ({ id }) => id, maxLength: 20 },
);

test('page after page tells every entry once and in order, also those of one instant', async () => {
  const db = null as unknown as Kysely<Tables>;
  await fc.assert(
    fc.asyncProperty(
      fc.record({ debts: rows, purchases: rows, consents: rows }),
      fc.integer({ min: 1, max: 7 }),
      async (kept, limit) => {
        const sources = Object.fromEntries(Object.entries(kept).map(([name, own]) => [name, sourceOf(own)]));
        const told: string[] = [];
        let cursor: string | null = null;
        do {
          const page = await timelinePage(db, [], { cursor, limit }, sources);
          told.push(...page.rows.map(({ at, source, id }) => `${at} ${source} ${id}`));
          cursor = page.nextCursor;
        } while (cursor !== null);
        const all = Object.entries(kept).flatMap(([source, own]) =>
          own.map(({ at, id }) => `${at} ${source} ${id}`),
        );
        expect(told).toEqual(all.sort().reverse());
      },
    ),
  );
});
