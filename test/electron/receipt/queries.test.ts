import type { Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Tables } from '../../../electron/database/tables.ts';
import { transact } from '../../../electron/database/transact.ts';
import { queuePrint, savePrinter } from '../../../electron/receipt/inTransaction.ts';
import {
  blocksOfOriginal,
  defaultPrinter,
  nextCopyNumber,
  nextJobQuery,
  printers,
} from '../../../electron/receipt/queries.ts';
import { openIdsQuery } from '../../../electron/receipt/spoolQueries.ts';
import { printerProfiles } from '../../../shared/receipt/printers.ts';
import { id, openShop, printerId } from './printShop.ts';

describe('what the room knows', () => {
  test('one printer is the default, and a new default takes its place', async () => {
    const shop = await openShop({ kind: 'none' });
    const { db } = shop.database;
    const second = {
      id: id(901),
      name: 'Ombor',
      connection: { kind: 'tcp', host: '10.0.0.5', port: 9100 },
      profile: printerProfiles.rongta80,
      isDefault: true,
    } as const;
    await transact(db, (trx) => savePrinter(trx, { ...second, at: shop.now() }));
    expect(await defaultPrinter(db)).toEqual(second);
    expect((await printers(db)).map(({ name, isDefault }) => [name, isDefault])).toEqual([
      ['Ombor', true],
      ['Kassa', false],
    ]);
  });

  test('copies count 1, 2, 3 and repeat what the original said', async () => {
    const shop = await openShop({ kind: 'none' });
    const { db } = shop.database;
    const document = { documentKind: 'sale', documentId: 'sale-1' };
    expect(await blocksOfOriginal(db, document)).toBeNull();
    await shop.sell(1);
    const blocks = await blocksOfOriginal(db, document);
    expect(blocks).toEqual([{ kind: 'text', text: 'Chek 1' }]);
    expect(await nextCopyNumber(db, document)).toBe(1);
    const copy = { ...document, id: id(2), purpose: 'copy', printerId, blocks: blocks ?? [] } as const;
    await transact(db, (trx) => queuePrint(trx, { ...copy, copyNumber: 1, at: shop.now() }));
    expect(await nextCopyNumber(db, document)).toBe(2);
  });

  test.each([
    ['the next job', (db: Kysely<Tables>) => nextJobQuery(db, printerId)],
    ['a page of the queue', (db: Kysely<Tables>) => openIdsQuery(db, null)],
  ])('finding %s does not read the papers of years', async (_what, queryOf) => {
    const shop = await openShop({ kind: 'none' });
    const { db } = shop.database;
    const query = queryOf(db).compile();
    const plan = await db.executeQuery<{ detail: string }>({
      ...query,
      sql: `explain query plan ${query.sql}`,
    });
    expect(plan.rows.map((row) => row.detail).join()).toContain(
      'USING INDEX print_job_by_printer_id_created_at',
    );
  });
});
