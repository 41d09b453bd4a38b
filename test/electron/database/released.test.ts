/** Files of released programs: each is opened, brought up to date, and keeps every so'm it held. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { migrateToLatest } from '../../../electron/database/migrate.ts';
import { migrations } from '../../../electron/database/migrations/list.ts';
import { type Database, openDatabase } from '../../../electron/database/open.ts';
import { sha256 } from '../../../electron/sha256.ts';
import { firstFault } from '../../../shared/journal/chain.ts';
import { owedBy } from '../../../shared/loyalty/bonusMonth.ts';
import { som } from '../../../shared/money.ts';

const folder = join(import.meta.dirname, 'released');

/** What each released file holds; written down when it was released and never changed. */
const held: Readonly<
  Record<string, { readonly sales: number; readonly netSom: number; readonly products: number }>
> = {
  '0.1.0.db.gz': { sales: 19, netSom: 1_560_000, products: 2018 },
  '0.2.0.db.gz': { sales: 315, netSom: 20_478_425, products: 2018 },
  '0.3.0.db.gz': { sales: 321, netSom: 23_205_070, products: 2018 },
  '0.4.0.db.gz': { sales: 326, netSom: 22_830_080, products: 2018 },
  '0.5.0.db.gz': { sales: 326, netSom: 22_830_080, products: 2018 },
  '0.6.0.db.gz': { sales: 306, netSom: 23_494_915, products: 2018 },
};

test('every released file has its figures written down', () => {
  expect(readdirSync(folder).sort()).toEqual(Object.keys(held).sort());
});

/** Opens a copy of a released file, lets the test change it as its program would have, and brings it up to date. */
async function broughtUp(
  name: string,
  changeFirst: (db: Database['db']) => Promise<unknown> = async () => {},
) {
  const directory = mkdtempSync(join(tmpdir(), 'daftar-released-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const file = join(directory, 'daftar.db');
  writeFileSync(file, gunzipSync(readFileSync(join(folder, name))));
  const database = await openDatabase({ file, create: false, durability: 'full', check: true });
  onTestFinished(() => database.close());
  await changeFirst(database.db);
  await migrateToLatest(database, {
    backupDirectory: join(directory, 'backup'),
    now: '2026-12-01T06:00:00.000Z',
  });
  return database;
}

test.each(Object.entries(held))('%s is brought up to date and keeps what it held', async (name, figures) => {
  const { db } = await broughtUp(name);
  const done = await db
    .withTables<{ schema_migration: { name: string } }>()
    .selectFrom('schema_migration')
    .select('name')
    .execute();
  expect(done.map((row) => row.name).sort()).toEqual(Object.keys(migrations).sort());
  const sales = await db
    .selectFrom('sale')
    .select((eb) => [eb.fn.countAll<number>().as('sales'), eb.fn.sum<number>('net_som').as('netSom')])
    .executeTakeFirstOrThrow();
  const products = await db
    .selectFrom('product')
    .select((eb) => eb.fn.countAll<number>().as('products'))
    .executeTakeFirstOrThrow();
  expect({ ...sales, ...products }).toEqual(figures);
  const entries = await db
    .selectFrom('posting_entry')
    .select((eb) => eb.fn.sum<number>('amount_som').as('sum'))
    .executeTakeFirstOrThrow();
  expect(entries.sum).toBe(0);
  const links = await db.selectFrom('journal').selectAll().orderBy('sequence').execute();
  expect(
    firstFault(
      links.map((link) => ({
        sequence: link.sequence,
        previousHash: link.previous_hash,
        hash: link.hash,
        contentText: link.content_json,
      })),
      sha256,
    ),
  ).toBeNull();
});

test('0.2.0 keeps what promotions and coupons did', async () => {
  const { db } = await broughtUp('0.2.0.db.gz');
  const count = async (table: 'promotion' | 'promotion_use' | 'coupon' | 'coupon_use' | 'partner') =>
    (
      await db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('rows'))
        .executeTakeFirstOrThrow()
    ).rows;
  expect([
    await count('promotion'),
    await count('promotion_use'),
    await count('coupon'),
    await count('coupon_use'),
    await count('partner'),
  ]).toEqual([8, 185, 136, 5, 2]);
});

test('0.3.0 keeps what the programme, gift cards and debts hold', async () => {
  const { db } = await broughtUp('0.3.0.db.gz');
  const count = async (
    table: 'gift_card' | 'debt' | 'deed_given' | 'stamp_move' | 'draw_ticket' | 'donation' | 'tier',
  ) =>
    (
      await db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('rows'))
        .executeTakeFirstOrThrow()
    ).rows;
  expect([
    await count('gift_card'),
    await count('debt'),
    await count('deed_given'),
    await count('stamp_move'),
    await count('draw_ticket'),
    await count('donation'),
    await count('tier'),
  ]).toEqual([2, 8, 155, 31, 211, 6, 2]);
  const open = await db
    .selectFrom('debt')
    .select((eb) => eb.fn.sum<number>('open_som').as('sum'))
    .executeTakeFirstOrThrow();
  const owed = await db
    .selectFrom('account')
    .select((eb) => eb.fn.sum<number>('balance_som').as('sum'))
    .where('kind', '=', 'customerDebt')
    .executeTakeFirstOrThrow();
  expect([open.sum, owed.sum]).toEqual([544_650, 544_650]);
});

test('0.4.0 keeps what came back, what left the drawer, what was ticked and what goods had cost', async () => {
  const { db } = await broughtUp('0.4.0.db.gz');
  const back = await db
    .selectFrom('sale_return')
    .select((eb) => [eb.fn.countAll<number>().as('rows'), eb.fn.sum<number>('net_som').as('sum')])
    .executeTakeFirstOrThrow();
  const moved = await db
    .selectFrom('cash_move')
    .select((eb) => [eb.fn.countAll<number>().as('rows'), eb.fn.sum<number>('amount_som').as('sum')])
    .executeTakeFirstOrThrow();
  const ticked = await db
    .selectFrom('checklist_tick')
    .select((eb) => eb.fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow();
  const cost = await db
    .selectFrom('sale_line')
    .select((eb) => [eb.fn.count<number>('cost_som').as('rows'), eb.fn.sum<number>('cost_som').as('sum')])
    .executeTakeFirstOrThrow();
  expect([back, moved, ticked.rows, cost]).toEqual([
    { rows: 3, sum: 19_500 },
    { rows: 10, sum: 11_945_000 },
    31,
    { rows: 960, sum: 16_581_040 },
  ]);
});

test('visits of an instant card that joined a customer of 0.1.0 are receipts of the customer', async () => {
  const visits = async (db: Database['db']) => {
    // Two of three visits were made with the card; the sale of the third stands under the customer.
    await db.updateTable('customer_figure').set({ visits: 3 }).execute();
  };
  const receiptsIn = async ({ db }: Database) =>
    (await db.selectFrom('customer_figure').select('receipts').execute()).map((row) => row.receipts);
  expect(await receiptsIn(await broughtUp('0.1.0.db.gz'))).toEqual([1]);
  expect(await receiptsIn(await broughtUp('0.1.0.db.gz', visits))).toEqual([3]);
});

test.each(Object.keys(held))(
  'the sums that are kept from 0.3.0 on say of %s what its ledger says',
  async (name) => {
    const { db } = await broughtUp(name);
    const months = await db.selectFrom('bonus_month').select(['kind', 'amount_som']).execute();
    const accounts = await db
      .selectFrom('account')
      .select((eb) => eb.fn.sum<number>('balance_som').as('sum'))
      .where('kind', '=', 'bonusLiability')
      .executeTakeFirstOrThrow();
    const sums = months.map((row) => ({ kind: row.kind, amountSom: som(row.amount_som) }));
    expect(owedBy(sums)).toBe(-(accounts.sum ?? 0));
    const paid = await db
      .selectFrom('customer_paid_day')
      .select((eb) => eb.fn.sum<number>('paid_som').as('sum'))
      .executeTakeFirstOrThrow();
    const figures = await db
      .selectFrom('customer_figure')
      .select((eb) => eb.fn.sum<number>('paid_som').as('sum'))
      .executeTakeFirstOrThrow();
    const owed = await db
      .selectFrom('account')
      .select((eb) => eb.fn.sum<number>('balance_som').as('sum'))
      .where('kind', '=', 'customerDebt')
      .executeTakeFirstOrThrow();
    // What is still owed for goods is bought and not paid yet.
    expect((paid.sum ?? 0) + (owed.sum ?? 0)).toBe(figures.sum);
  },
);
