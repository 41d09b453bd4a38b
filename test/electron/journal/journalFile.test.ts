/** The journal's file beside the database: the same documents line by line, also after a crash. */
import {
  appendFileSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { backupTo } from '../../../electron/database/backup.ts';
import { openJournalFile } from '../../../electron/journal/journalFile.ts';
import { type Counter, openCounter, reopenCounter } from '../sale/counter.ts';

const fileOf = (shop: Counter) => join(shop.directory, 'journal.ndjson');
const textOf = (shop: Counter) => readFileSync(fileOf(shop), 'utf8');

/** What the file must hold, made from the table. */
async function expected(shop: Counter): Promise<string> {
  const rows = await shop.db.selectFrom('journal').selectAll().orderBy('sequence').execute();
  return rows
    .map((row) => {
      const { till_id, sequence, hash, content_json } = row;
      return `{"till":"${till_id}","sequence":${sequence},"hash":"${hash}","document":${content_json}}\n`;
    })
    .join('');
}

async function sell(shop: Counter): Promise<void> {
  await shop.cashier.put('a');
  await shop.cashier.pay();
}

/** The till ends, something happens to the file, the till starts again. */
async function reopenAfter(shop: Counter, happens: (file: string) => void): Promise<Counter> {
  await shop.till.close();
  happens(fileOf(shop));
  return reopenCounter(shop);
}

test('a sale stands in the file within a second, without anybody asking for it', async () => {
  const shop = await openCounter();
  await sell(shop);
  const text = await expected(shop);
  await vi.waitFor(() => expect(textOf(shop)).toBe(text), { timeout: 3_000 });
});

test('at the end of the till every document is in the file, one line each, for the shop alone', async () => {
  const shop = await openCounter();
  for (let sale = 0; sale < 5; sale += 1) await sell(shop);
  const text = await expected(shop);
  await shop.till.close();
  expect(textOf(shop)).toBe(text);
  for (const line of text.trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow();
  expect(statSync(fileOf(shop)).mode & 0o077).toBe(0);
});

test('a sale that was refused never stands in the file', async () => {
  const shop = await openCounter();
  await shop.cashier.put('a');
  await shop.refusal(shop.cashier.pay({ receivedCashSom: 0 }));
  await shop.till.close();
  expect(textOf(shop)).not.toContain('"kind":"sale"');
});

test('a last line that a power cut tore is mended at the next start', async () => {
  const before = await openCounter();
  await sell(before);
  const text = await expected(before);
  const shop = await reopenAfter(before, (file) => truncateSync(file, statSync(file).size - 40));
  expect(textOf(shop)).toBe(text);
  shop.workAs(shop.cashierId);
  await sell(shop);
  const longer = await expected(shop);
  await shop.till.close();
  expect(textOf(shop)).toBe(longer);
});

test.each([
  ['lost its last lines', (file: string) => truncateSync(file, readFileSync(file).indexOf(10) + 1)],
  ['was torn in its very first line', (file: string) => truncateSync(file, 20)],
  ['was emptied', (file: string) => writeFileSync(file, '')],
  ['was deleted', (file: string) => rmSync(file)],
  ['got half a line more', (file: string) => appendFileSync(file, '{"till":"x","sequence":9')],
])('a file that %s catches up with the database at the next start', async (_what, happens) => {
  const before = await openCounter();
  for (let sale = 0; sale < 3; sale += 1) await sell(before);
  const text = await expected(before);
  const shop = await reopenAfter(before, happens);
  expect(textOf(shop)).toBe(text);
});

test('more documents than one read takes are all written', async () => {
  const shop = await openCounter();
  await sell(shop);
  const [{ till_id = '' } = {}] = await shop.db.selectFrom('journal').select('till_id').limit(1).execute();
  const { sequence } = await shop.db
    .selectFrom('journal')
    .select((eb) => eb.fn.max('sequence').as('sequence'))
    .executeTakeFirstOrThrow();
  const rows = Array.from({ length: 1_200 }, (_, index) => ({
    till_id,
    sequence: sequence + index + 1,
    document_kind: 'reprint',
    document_id: `copy ${index}`,
    business_day: '2026-11-22',
    written_at: shop.clock.now,
    content_json: `{"copy":${index}}`,
    previous_hash: '0',
    hash: String(index),
  }));
  for (let from = 0; from < rows.length; from += 100) {
    await shop.db
      .insertInto('journal')
      .values(rows.slice(from, from + 100))
      .execute();
  }
  const text = await expected(shop);
  await shop.till.close();
  expect(textOf(shop)).toBe(text);
});

test('a database put back from a backup, with no redo log left, begins a new file; the documents it lost are kept', async () => {
  const before = await openCounter();
  await sell(before);
  const copy = join(before.directory, 'copy.db');
  await backupTo(before.till.parts.database(), copy);
  await sell(before);
  const lost = await expected(before);
  const shop = await reopenAfter(before, () => {
    for (const tail of ['-wal', '-shm']) rmSync(join(before.directory, `daftar.db${tail}`), { force: true });
    renameSync(copy, join(before.directory, 'daftar.db'));
    rmSync(join(before.directory, 'redo.ndjson'));
  });
  const told = await shop.db.selectFrom('owner_attention').select('kind').execute();
  expect(told).toEqual([{ kind: 'journalTailLost' }]);
  const [kept = ''] = readdirSync(shop.directory).filter((name) => name.startsWith('journal.ndjson.'));
  expect(readFileSync(join(shop.directory, kept), 'utf8')).toBe(lost);
  shop.workAs(shop.cashierId);
  await sell(shop);
  const text = await expected(shop);
  await shop.till.close();
  expect(textOf(shop)).toBe(text);
  expect(readFileSync(join(shop.directory, 'log', 'till.log'), 'utf8')).toContain(
    'does not know the last document',
  );
});

test.each([
  [
    'the last document of another shop',
    (line: string) => line.replace(/"hash":"[0-9a-f]{8}/, '"hash":"00000000'),
  ],
  ['something that no till wrote', () => 'hello'],
])('a file that ends with %s is kept under another name, and a new one is begun', async (_what, end) => {
  const before = await openCounter();
  await sell(before);
  const text = await expected(before);
  const lines = text.trimEnd().split('\n');
  const strange = `${[...lines.slice(0, -1), end(lines.at(-1) ?? '')].join('\n')}\n`;
  const shop = await reopenAfter(before, (file) => writeFileSync(file, strange));
  expect(textOf(shop)).toBe(text);
  const [kept = ''] = readdirSync(shop.directory).filter((name) => name.startsWith('journal.ndjson.'));
  expect(readFileSync(join(shop.directory, kept), 'utf8')).toBe(strange);
});

test('a disk that refuses the file is heard of, and selling goes on', async () => {
  const shop = await openCounter();
  await sell(shop);
  const [{ till_id = '' } = {}] = await shop.db.selectFrom('journal').select('till_id').limit(1).execute();
  const problems: unknown[] = [];
  const file = await openJournalFile({
    file: '/dev/full',
    db: shop.db,
    tillId: till_id,
    onProblem: (error) => void problems.push(error),
  });
  onTestFinished(file.close);
  expect(problems).toHaveLength(1);
  expect(String(problems[0])).toContain('ENOSPC');
  await sell(shop);
  file.committed();
  await file.settle();
  expect(problems).toHaveLength(2);
});
