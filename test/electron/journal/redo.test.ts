/** A database that lost its tail, or was put back from an older copy, gets every acknowledged sale back from the redo log. */
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, onTestFinished, test, vi } from 'vitest';
import { verifyFolder } from '../../../electron/command/verify.ts';
import { openDatabase } from '../../../electron/database/open.ts';
import { reapply } from '../../../electron/database/reapply.ts';
import { transact } from '../../../electron/database/transact.ts';
import { queuePrint } from '../../../electron/receipt/inTransaction.ts';
import { secretPaper } from '../../../electron/receipt/secretPapers.ts';
import { changeSettings } from '../../../electron/shop/settings.ts';
import { defaultSettings } from '../../../shared/shop/settings.ts';
import { type Counter, openCounter, reopenCounter } from '../sale/counter.ts';

const databaseFiles = ['daftar.db', 'daftar.db-wal'] as const;

async function sell(shop: Counter, times = 1): Promise<void> {
  for (let sale = 0; sale < times; sale += 1) {
    await shop.cashier.put('a', 'b');
    await shop.cashier.pay();
  }
}

/** The files as a power cut would leave them at this moment: copied while the till runs, and put back after it ended. */
function photograph(shop: Counter, ...names: readonly string[]): () => void {
  const folder = join(shop.directory, `photo-${readdirSync(shop.directory).length}`);
  mkdirSync(folder);
  for (const name of names) {
    if (existsSync(join(shop.directory, name))) copyFileSync(join(shop.directory, name), join(folder, name));
  }
  return () => {
    for (const name of names) {
      rmSync(join(shop.directory, name), { force: true });
      if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(shop.directory, name));
    }
    rmSync(join(shop.directory, 'daftar.db-shm'), { force: true });
  };
}

/** Everything but what tells of the mending itself. */
async function booksOf(shop: Counter): Promise<string> {
  const { owner_attention, redo_position, journal, ...rest } = JSON.parse(await shop.everyRow()) as Record<
    string,
    { document_kind?: string }[]
  >;
  const documents = journal?.filter(({ document_kind: kind }) => kind !== 'journalReapplied');
  return JSON.stringify({ ...rest, journal: documents });
}

async function receiptNumbers(shop: Counter): Promise<readonly number[]> {
  const rows = await shop.db.selectFrom('sale').select('number').orderBy('number').execute();
  return rows.map(({ number }) => number);
}

async function lastContent(shop: Counter, kind: string): Promise<Record<string, unknown> | null> {
  const row = await shop.db
    .selectFrom('journal')
    .select('content_json')
    .where('document_kind', '=', kind)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : JSON.parse(row.content_json).content;
}

const attentionKinds = async (shop: Counter): Promise<readonly string[]> =>
  (await shop.db.selectFrom('owner_attention').select('kind').execute()).map(({ kind }) => kind);

async function expectWhole(shop: Counter): Promise<void> {
  const lines: string[] = [];
  expect([await verifyFolder(shop.directory, (line) => void lines.push(line)), lines.at(-1)]).toEqual([
    0,
    expect.stringMatching(/nothing wrong/),
  ]);
}

test.each([
  [
    'its write-ahead file was deleted',
    (shop: Counter) => {
      const put = photograph(shop, 'daftar.db');
      return put;
    },
  ],
  [
    'half of its write-ahead file was lost',
    (shop: Counter) => {
      const put = photograph(shop, ...databaseFiles);
      return () => {
        put();
        const wal = join(shop.directory, 'daftar.db-wal');
        truncateSync(wal, Math.floor(statSync(wal).size / 2));
      };
    },
  ],
  [
    'a bit of its write-ahead file flipped',
    (shop: Counter) => {
      const put = photograph(shop, ...databaseFiles);
      return () => {
        put();
        const wal = join(shop.directory, 'daftar.db-wal');
        const bytes = readFileSync(wal);
        const at = Math.floor(bytes.length / 3);
        bytes[at] = (bytes[at] ?? 0) ^ 4;
        writeFileSync(wal, bytes);
      };
    },
  ],
])('when %s, the next start has every sale, and the owner is told', async (_what, damage) => {
  const before = await openCounter();
  await sell(before, 3);
  const mend = damage(before);
  const { journal } = before.till.parts;
  await journal.settle();
  const books = await booksOf(before);
  await before.till.close();
  mend();
  const shop = await reopenCounter(before);
  expect(await booksOf(shop)).toBe(books);
  expect(await receiptNumbers(shop)).toEqual([1, 2, 3]);
  expect(await lastContent(shop, 'journalReapplied')).toMatchObject({ lostTo: null });
  expect(await attentionKinds(shop)).toEqual(['journalReapplied']);
  shop.workAs(shop.cashierId);
  await sell(shop);
  expect(await receiptNumbers(shop)).toEqual([1, 2, 3, 4]);
  await shop.till.close();
  await expectWhole(shop);
});

test('an older copy put back gets the sales of days back, baskets and log-ins included', async () => {
  const before = await openCounter();
  await sell(before);
  const putBack = photograph(before, ...databaseFiles);
  await sell(before, 5);
  await before.cashier.put('tv');
  const books = await booksOf(before);
  await before.till.close();
  putBack();
  const shop = await reopenCounter(before);
  expect(await booksOf(shop)).toBe(books);
  // Five times an open basket, two goods and a sale; one more open basket with one good.
  expect(await lastContent(shop, 'journalReapplied')).toEqual({ count: 22, from: 7, lostTo: null, to: 12 });
  await shop.till.close();
  await expectWhole(shop);
});

test('a copy from before a power cut is replaced by the copy made after it, and nothing is lost', async () => {
  const first = await openCounter();
  await sell(first);
  const putBack = photograph(first, ...databaseFiles);
  // The power goes half a second after a sale: the database has it, the log does not.
  const cut = photograph(first, 'redo.ndjson', 'journal.ndjson', 'journal.head');
  await sell(first);
  await first.till.close();
  cut();
  const second = await reopenCounter(first);
  expect(await receiptNumbers(second)).toEqual([1, 2]);
  second.workAs(second.cashierId);
  await sell(second, 2);
  const books = await booksOf(second);
  await second.till.close();
  putBack();
  const shop = await reopenCounter(second);
  expect(await booksOf(shop)).toBe(books);
  expect(await receiptNumbers(shop)).toEqual([1, 2, 3, 4]);
  expect(readdirSync(shop.directory)).toContainEqual(expect.stringMatching(/^daftar\.db\.before-/));
  await shop.till.close();
  await expectWhole(shop);
});

test('a log that lost a line is not followed beyond it; what is missing is named and told', async () => {
  const before = await openCounter();
  await sell(before);
  const putBack = photograph(before, ...databaseFiles);
  await sell(before, 3);
  await before.till.close();
  putBack();
  const file = join(before.directory, 'redo.ndjson');
  const lines = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, [...lines.slice(0, -3), ...lines.slice(-2)].join('\n'));
  const shop = await reopenCounter(before);
  expect((await receiptNumbers(shop)).length).toBeLessThan(4);
  expect(await attentionKinds(shop)).toContain('journalTailLost');
  expect(await lastContent(shop, 'journalReapplied')).toMatchObject({ lostTo: 10 });
  expect(readdirSync(shop.directory)).toContainEqual(expect.stringMatching(/^redo\.ndjson\.lost-after-/));
  expect(readdirSync(shop.directory)).toContainEqual(expect.stringMatching(/^journal\.head\.10-/));
});

test('what a part of a transaction undid is not done once more', async () => {
  const before = await openCounter();
  const putBack = photograph(before, ...databaseFiles);
  await before.cashier.put('a');
  await before.refusal(before.cashier.pay({ receivedCashSom: 0 }));
  await before.cashier.pay();
  const books = await booksOf(before);
  await before.till.close();
  putBack();
  const shop = await reopenCounter(before);
  expect(await booksOf(shop)).toBe(books);
});

/** Queues slips with a text in a shop that has a printer. */
async function slips(shop: Counter) {
  await shop.addPrinter();
  const printer = await shop.db.selectFrom('printer').select('id').executeTakeFirstOrThrow();
  return (documentKind: string, documentId: string, text = `words of ${documentId}`) =>
    transact(shop.db, (trx) =>
      queuePrint(trx, {
        id: shop.newId(),
        documentKind,
        documentId,
        purpose: 'original',
        copyNumber: 0,
        printerId: printer.id,
        blocks: [{ kind: 'text', text }],
        at: shop.clock.now,
      }),
    );
}

test('the log is for the shop alone, and a slip with a secret stands in it without its words', async () => {
  const shop = await openCounter();
  const slip = await slips(shop);
  await slip('notice', 'everybody');
  await slip(secretPaper, 'one alone');
  await shop.till.close();
  const file = join(shop.directory, 'redo.ndjson');
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('words of everybody');
  expect(text).not.toContain('words of one alone');
  expect(statSync(file).mode & 0o077).toBe(0);
});

test('a second folder gets the same journal, each sale before its answer when the owner wants it so', async () => {
  const shop = await openCounter();
  const folder = join(shop.directory, 'stick');
  mkdirSync(folder);
  shop.workAs(shop.ownerId, 'office');
  const settings = { ...defaultSettings, name: 'Sinov', journalFolder: folder, journalEverySale: true };
  await shop.call(changeSettings, { intentionId: shop.newId(), settings }, 'office');
  await sell(shop);
  const [own = ''] = readdirSync(folder);
  const text = () => readFileSync(join(folder, own, 'journal.ndjson'), 'utf8');
  expect(text().trim().split('\n').at(-1)).toContain('"kind":"sale"');
  expect(shop.till.parts.journal.isSecondSound()).toBe(true);
  rmSync(folder, { recursive: true });
  writeFileSync(folder, 'no folder any more');
  await sell(shop);
  expect(await receiptNumbers(shop)).toEqual([1, 2]);
  await shop.till.parts.journal.settle();
  await vi.waitFor(async () => expect(await attentionKinds(shop)).toEqual(['journalFolderGone']));
  expect(shop.till.parts.journal.isSecondSound()).toBe(false);
});

test('a second folder that is not there at the start is told to the owner', async () => {
  const before = await openCounter();
  const folder = join(before.directory, 'stick');
  mkdirSync(folder);
  before.workAs(before.ownerId, 'office');
  const settings = { ...defaultSettings, name: 'Sinov', journalFolder: folder };
  await before.call(changeSettings, { intentionId: before.newId(), settings }, 'office');
  await before.till.close();
  rmSync(folder, { recursive: true });
  writeFileSync(folder, 'no folder any more');
  const shop = await reopenCounter(before);
  await vi.waitFor(async () => expect(await attentionKinds(shop)).toEqual(['journalFolderGone']));
});

test('a disk that is full while the sales are brought back loses none: the next start goes on', async () => {
  const before = await openCounter();
  await sell(before);
  const putBack = photograph(before, ...databaseFiles);
  await sell(before, 5);
  const books = await booksOf(before);
  await before.till.close();
  putBack();
  const file = join(before.directory, 'daftar.db');
  const { db, close } = await openDatabase({ file, create: false, durability: 'full' });
  // The engine takes this for the size that the file has now: it may not grow.
  await sql`pragma max_page_count = 1`.execute(db);
  await expect(reapply(db, join(before.directory, 'redo.ndjson'))).rejects.toMatchObject({
    code: 'DiskFull',
  });
  await close();
  const shop = await reopenCounter(before);
  expect(await booksOf(shop)).toBe(books);
});

test('a shop whose log can be neither read nor written opens, sells and closes', async () => {
  const before = await openCounter();
  await sell(before);
  await before.till.close();
  const file = join(before.directory, 'redo.ndjson');
  rmSync(file);
  mkdirSync(file);
  const shop = await reopenCounter(before);
  shop.workAs(shop.cashierId);
  await sell(shop);
  expect(await receiptNumbers(shop)).toEqual([1, 2]);
  await shop.till.close();
  await expectWhole(shop);
});

test('a second folder that refuses its last lines keeps the shop’s own from nothing', async () => {
  const shop = await openCounter();
  const folder = join(shop.directory, 'stick');
  const { id } = await shop.db.selectFrom('till').select('id').executeTakeFirstOrThrow();
  mkdirSync(join(folder, `daftar-${id}`, 'redo.ndjson'), { recursive: true });
  shop.workAs(shop.ownerId, 'office');
  const settings = { ...defaultSettings, name: 'Sinov', journalFolder: folder };
  await shop.call(changeSettings, { intentionId: shop.newId(), settings }, 'office');
  expect(shop.till.parts.journal.isSecondSound()).toBe(false);
  await vi.waitFor(async () => expect(await attentionKinds(shop)).toEqual(['journalFolderGone']));
  await sell(shop);
  const { number } = await shop.db.selectFrom('redo_position').select('number').executeTakeFirstOrThrow();
  await shop.till.close();
  const lastOwn = readFileSync(join(shop.directory, 'redo.ndjson'), 'utf8').trim().split('\n').at(-1);
  expect(lastOwn).toContain(`{"n":${number},`);
});

test.skipIf(process.platform === 'win32')(
  'a second folder that does not answer keeps nobody from closing the shop',
  {
    timeout: 20_000,
  },
  async () => {
    const shop = await openCounter();
    const folder = join(shop.directory, 'network');
    const { id } = await shop.db.selectFrom('till').select('id').executeTakeFirstOrThrow();
    const own = join(folder, `daftar-${id}`);
    mkdirSync(own, { recursive: true });
    // Nobody reads from this pipe: what does not fit into it waits without end, as on a network drive that is gone.
    const pipe = join(own, 'redo.ndjson');
    execFileSync('mkfifo', [pipe]);
    shop.workAs(shop.ownerId, 'office');
    const settings = { ...defaultSettings, name: 'Sinov', journalFolder: folder };
    await shop.call(changeSettings, { intentionId: shop.newId(), settings }, 'office');
    await (await slips(shop))('notice', 'long', 'word '.repeat(50_000));
    await sell(shop);
    await shop.till.close();
    const read = createReadStream(pipe);
    onTestFinished(() => void read.destroy());
    read.resume();
    await expectWhole(shop);
  },
);
