/** Measures what the database layer costs: CPU of a 17-row sale, against prepared statements alone. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely } from 'kysely';
import { sqliteDialect } from '../../electron/database/dialect.ts';
import { hotFor } from '../../electron/database/hot.ts';
import { transact } from '../../electron/database/transact.ts';

interface BenchTables {
  sale: { id: string; till: number; number: number; day: string; customer: string | null; total_som: number };
  sale_line: { sale_id: string; line_no: number; product: string; quantity: number; net_som: number };
  payment: { sale_id: string; line_no: number; kind: string; amount_som: number };
  bonus_entry: { sale_id: string; line_no: number; account: string; amount_som: number };
  coupon: { code: string; sale_id: string; state: string };
  job: { id: string; kind: string; body: string };
  journal: { number: number; sale_id: string; line: string };
}

const createTables = `
create table sale (id text primary key, till integer not null, number integer not null, day text not null,
  customer text, total_som integer not null) strict;
create index sale_day on sale (day);
create index sale_customer on sale (customer);
create table sale_line (sale_id text not null, line_no integer not null, product text not null,
  quantity integer not null, net_som integer not null, primary key (sale_id, line_no)) strict, without rowid;
create table payment (sale_id text not null, line_no integer not null, kind text not null,
  amount_som integer not null, primary key (sale_id, line_no)) strict, without rowid;
create table bonus_entry (sale_id text not null, line_no integer not null, account text not null,
  amount_som integer not null, primary key (sale_id, line_no)) strict, without rowid;
create index bonus_entry_account on bonus_entry (account);
create table coupon (code text primary key, sale_id text not null, state text not null) strict;
create table job (id text primary key, kind text not null, body text not null) strict;
create table journal (number integer primary key, sale_id text not null, line text not null) strict;
`;

const printBody = 'x'.repeat(600);
const journalLine = 'y'.repeat(200);

/** The 17 rows of a sale: 1 header, 8 lines, 2 payments, 3 entries, 1 coupon, 1 job, 1 journal line. */
function saleRows(number: number) {
  const id = `0193b5c2-7d1e-7000-8000-${String(number).padStart(12, '0')}`;
  return {
    sale: { id, till: 1, number, day: '2026-11-22', customer: `customer-${number % 500}`, total_som: 80_000 },
    lines: Array.from({ length: 8 }, (_, line) => ({
      sale_id: id,
      line_no: line + 1,
      product: `product-${(number * 7 + line) % 5000}`,
      quantity: 1000,
      net_som: 10_000,
    })),
    payments: [
      { sale_id: id, line_no: 1, kind: 'cash', amount_som: 50_000 },
      { sale_id: id, line_no: 2, kind: 'card', amount_som: 30_000 },
    ],
    entries: [
      { sale_id: id, line_no: 1, account: `customer-${number % 500}`, amount_som: 800 },
      { sale_id: id, line_no: 2, account: 'bonus-cost', amount_som: -800 },
      { sale_id: id, line_no: 3, account: 'drawer', amount_som: 50_000 },
    ],
    coupon: { code: `CODE-${number}`, sale_id: id, state: 'issued' },
    job: { id: `job-${number}`, kind: 'receipt', body: printBody },
    journal: { number, sale_id: id, line: journalLine },
  };
}

function openFile(directory: string, name: string): Sqlite.Database {
  const handle = new Sqlite(join(directory, name));
  handle.pragma('journal_mode = wal');
  handle.pragma('synchronous = full');
  handle.exec(createTables);
  return handle;
}

function preparedSale(handle: Sqlite.Database): (number: number) => Promise<void> {
  const prepare = (table: string, columns: number) =>
    handle.prepare(`insert into ${table} values (${Array(columns).fill('?').join(', ')})`);
  const sale = prepare('sale', 6);
  const line = prepare('sale_line', 5);
  const payment = prepare('payment', 4);
  const entry = prepare('bonus_entry', 4);
  const coupon = prepare('coupon', 3);
  const job = prepare('job', 3);
  const journal = prepare('journal', 3);
  const begin = handle.prepare('begin immediate');
  const commit = handle.prepare('commit');
  return async (number) => {
    const rows = saleRows(number);
    const s = rows.sale;
    begin.run();
    sale.run(s.id, s.till, s.number, s.day, s.customer, s.total_som);
    for (const l of rows.lines) line.run(l.sale_id, l.line_no, l.product, l.quantity, l.net_som);
    for (const p of rows.payments) payment.run(p.sale_id, p.line_no, p.kind, p.amount_som);
    for (const e of rows.entries) entry.run(e.sale_id, e.line_no, e.account, e.amount_som);
    coupon.run(rows.coupon.code, rows.coupon.sale_id, rows.coupon.state);
    job.run(rows.job.id, rows.job.kind, rows.job.body);
    journal.run(rows.journal.number, rows.journal.sale_id, rows.journal.line);
    commit.run();
  };
}

const hot = hotFor<BenchTables>();
const insertSale = hot.insert('sale', ['id', 'till', 'number', 'day', 'customer', 'total_som']);
const insertLine = hot.insert('sale_line', ['sale_id', 'line_no', 'product', 'quantity', 'net_som']);
const insertPayment = hot.insert('payment', ['sale_id', 'line_no', 'kind', 'amount_som']);
const insertEntry = hot.insert('bonus_entry', ['sale_id', 'line_no', 'account', 'amount_som']);
const insertCoupon = hot.insert('coupon', ['code', 'sale_id', 'state']);
const insertJob = hot.insert('job', ['id', 'kind', 'body']);
const insertJournal = hot.insert('journal', ['number', 'sale_id', 'line']);

function kyselySale(handle: Sqlite.Database, rowByRow: boolean): (number: number) => Promise<void> {
  const db = new Kysely<BenchTables>({ dialect: sqliteDialect(handle) });
  return (number) => {
    const rows = saleRows(number);
    return transact(db, async (trx) => {
      await insertSale.one(trx, rows.sale);
      if (rowByRow) {
        for (const line of rows.lines) await insertLine.one(trx, line);
        for (const payment of rows.payments) await insertPayment.one(trx, payment);
        for (const entry of rows.entries) await insertEntry.one(trx, entry);
      } else {
        await insertLine.many(trx, rows.lines);
        await insertPayment.many(trx, rows.payments);
        await insertEntry.many(trx, rows.entries);
      }
      await insertCoupon.one(trx, rows.coupon);
      await insertJob.one(trx, rows.job);
      await insertJournal.one(trx, rows.journal);
    });
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const rounds = Number(process.argv[2] ?? 60);
const salesPerRound = 40;
const directory = mkdtempSync(join(process.platform === 'linux' ? '/dev/shm' : tmpdir(), 'daftar-driver-'));
try {
  const variants = {
    prepared: preparedSale(openFile(directory, 'prepared.db')),
    rowByRow: kyselySale(openFile(directory, 'rows.db'), true),
    manyRows: kyselySale(openFile(directory, 'many.db'), false),
  };
  const names = Object.keys(variants) as (keyof typeof variants)[];
  const microseconds: Record<keyof typeof variants, number[]> = { prepared: [], rowByRow: [], manyRows: [] };
  let number = 0;
  for (let round = 0; round < rounds + 10; round++) {
    for (const name of names) {
      const before = process.cpuUsage();
      for (let sale = 1; sale <= salesPerRound; sale++) await variants[name](number + sale);
      const { user, system } = process.cpuUsage(before);
      if (round >= 10) microseconds[name].push((user + system) / salesPerRound);
    }
    number += salesPerRound;
  }
  const cpu = Object.fromEntries(
    names.map((name) => [name, Math.round(median(microseconds[name]) * 10) / 10]),
  );
  const ratio = (name: keyof typeof variants) =>
    Math.round((median(microseconds[name]) / median(microseconds.prepared)) * 100) / 100;
  console.log(
    JSON.stringify({
      bench: 'driver',
      rows: 17,
      cpuMicrosecondsPerSale: cpu,
      ratioRowByRow: ratio('rowByRow'),
      ratioManyRows: ratio('manyRows'),
    }),
  );
} finally {
  rmSync(directory, { recursive: true, force: true });
}
