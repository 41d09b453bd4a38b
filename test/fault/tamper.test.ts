/** Two hundred changes to a shop's records, each of them named; and not one word about records that nobody touched. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, describe, expect, test } from 'vitest';
import { seededRandom } from '../../electron/command/seededRandom.ts';
import { backupTo } from '../../electron/database/backup.ts';
import { type Database, openDatabase } from '../../electron/database/open.ts';
import { writeArchive } from '../../electron/journal/archiveFile.ts';
import { firstBrokenOf, verifyShop } from '../../electron/report/verify.ts';
import { sha256 } from '../../electron/sha256.ts';
import { firstFault, firstLink, type JournalLink, linkText } from '../../shared/journal/chain.ts';
import { som } from '../../shared/money.ts';
import { businessDay, type Instant } from '../../shared/time.ts';
import { openWholeShop } from '../electron/sale/wholeShop.ts';
import {
  archiveCases,
  type DatabaseCase,
  databaseCases,
  edited,
  type StoredLink,
  withoutRowid,
} from './tamperCases.ts';

const seed = Number(process.env.DAFTAR_SEED ?? 19);
const databaseChanges = 120;
const archiveChanges = 80;
const patienceMs = 280_000;

const folder = mkdtempSync(join(tmpdir(), 'daftar-tamper-'));
const shopFolder = join(folder, 'shop');
const olderFile = join(folder, 'older.db');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The files of a till that ended after two days of everything that moves money. */
async function twoDays(): Promise<void> {
  const shop = await openWholeShop({ settings: { vatBasisPoints: 1200 as never } });
  const { card, customerId } = await shop.cardHolder();
  await shop.giveBonus(customerId, 60_000);
  await shop.newGiftCard(50_000);
  await shop.mayOwe(customerId, 200_000);
  const sold: string[] = [];
  for (let sale = 0; sale < 10; sale += 1) {
    await shop.cashier.put('a', 'a', 'b', 'c');
    if (sale % 2 === 0) await shop.cashier.scan(card);
    if (sale % 4 === 0) await shop.cashier.change({ kind: 'spendBonus', amountSom: som(5_000) });
    if (sale % 3 === 0) {
      const lineId = shop.cashier.seen().lines[0]?.lineId ?? '';
      const discount = { kind: 'amount', amountSom: som(500) } as const;
      await shop.cashier.change({ kind: 'discountLine', lineId, discount, reason: 'Sinov' } as never);
    }
    sold.push((await shop.payAll()).saleId);
    shop.clock.pass(3_600);
    if (sale === 4) {
      await shop.till.parts.journal.settle();
      await backupTo(shop.till.parts.database(), olderFile);
      shop.clock.pass(18 * 3_600);
    }
  }
  await shop.takeBack(sold[1] ?? '', { 2: 1 });
  await shop.takeBack(sold[4] ?? '', { 1: 2, 3: 1 });
  await shop.till.close();
  mkdirSync(shopFolder);
  for (const name of ['daftar.db', 'journal.ndjson', 'journal.head']) {
    copyFileSync(join(shop.directory, name), join(shopFolder, name));
  }
}

async function openCopy(file: string): Promise<{ database: Database; handle: Sqlite.Database }> {
  const copy = join(folder, `copy-${Math.random()}.db`);
  copyFileSync(file, copy);
  const handle = new Sqlite(copy);
  const triggers = handle.prepare("select name from sqlite_schema where type = 'trigger'").pluck().all();
  for (const name of triggers) handle.exec(`drop trigger "${name}"`);
  handle.pragma('foreign_keys = off');
  handle.pragma('ignore_check_constraints = on');
  const database = await openDatabase({ file: copy, create: false, durability: 'off', readOnly: true });
  return { database, handle };
}

/** What verify says: the first broken link, and every check that found something. */
async function verified({ db }: Database, of = shopFolder) {
  const all = await verifyShop(db, { folder: of });
  return {
    first: firstBrokenOf(all)?.sequence ?? null,
    wrong: all.filter(({ wrong }) => wrong > 0).map(({ proves }) => proves),
  };
}

describe(`records that somebody changed (DAFTAR_SEED=${seed})`, () => {
  test('untouched, nothing is said of them', { timeout: patienceMs }, async () => {
    await twoDays();
    for (const file of [join(shopFolder, 'daftar.db'), join(shopFolder, 'daftar.db')]) {
      const { database, handle } = await openCopy(file);
      expect(await verified(database)).toEqual({ first: null, wrong: [] });
      handle.close();
      await database.close();
    }
  });

  test(`${databaseChanges} changes of the database are all named`, { timeout: patienceMs }, async () => {
    const { database, handle } = await openCopy(join(shopFolder, 'daftar.db'));
    const cases = databaseCases(handle, seededRandom(seed), databaseChanges);
    const missed: string[] = [];
    for (const one of cases) {
      one.change(handle);
      const { first, wrong } = await verified(database);
      if (wrong.length === 0 || (one.named !== null && first !== one.named)) {
        missed.push(`${one.what}: ${first}, ${wrong.join('; ')}`);
      }
      undo(handle, one);
    }
    handle.close();
    await database.close();
    expect(missed).toEqual([]);
    expect(cases).toHaveLength(databaseChanges);
  });

  test('an older database in place of this one is named by the first document that it lacks', async () => {
    const { database, handle } = await openCopy(olderFile);
    const last = handle.prepare('select max(sequence) from journal').pluck().get() as number;
    expect((await verified(database)).first).toBe(last + 1);
    handle.close();
    await database.close();
  });

  test.each([
    [
      'a changed line of the journal file',
      (lines: string[]) => lines.splice(6, 1, edited(lines[6] ?? '', seededRandom(1))),
      7,
    ],
    ['a line that was taken out of it', (lines: string[]) => lines.splice(6, 1), 7],
    ['its end that was cut off', (lines: string[]) => lines.splice(9), 10],
  ])('%s is named', async (_what, change, sequence) => {
    const other = join(folder, `files-${Math.random()}`);
    cpSync(shopFolder, other, { recursive: true });
    const file = join(other, 'journal.ndjson');
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    change(lines);
    writeFileSync(file, `${lines.join('\n')}\n`);
    const { database, handle } = await openCopy(join(other, 'daftar.db'));
    expect((await verified(database, other)).first).toBe(sequence);
    handle.close();
    await database.close();
  });

  test(`${archiveChanges} changes of an archive are all named by a program that shares no code with the till`, {
    timeout: patienceMs,
  }, async () => {
    const { database, handle } = await openCopy(join(shopFolder, 'daftar.db'));
    const days = handle
      .prepare('select distinct business_day from journal order by 1')
      .pluck()
      .all() as string[];
    const tillId = handle.prepare('select id from till').pluck().get() as string;
    const archived = async (from: string, to: string) => {
      const made = await writeArchive({
        db: database.db,
        tillId,
        from: businessDay(from),
        to: businessDay(to),
        folder,
        now: '2026-11-24T06:00:00.000Z' as Instant,
        shopName: 'Sinov',
        stir: '',
        keyFile: join(folder, 'journal.key'),
      });
      if (made === null) throw new Error('nothing was archived');
      return made.folder;
    };
    const older = await archived(days[0] ?? '', days.at(-2) ?? '');
    const whole = await archived(days[1] ?? '', days.at(-1) ?? '');
    handle.close();
    await database.close();
    for (const untouched of [older, whole]) expect(check(untouched)).toMatchObject({ status: 0 });
    const missed: string[] = [];
    for (const one of archiveCases(whole, older, seededRandom(seed), archiveChanges)) {
      const copy = join(folder, `archive-${Math.random()}`);
      cpSync(whole, copy, { recursive: true });
      one.change(copy);
      const { status, said } = check(copy);
      if (status !== 1 || !one.says.test(said)) missed.push(`${one.what}: ${said}`);
    }
    expect(missed).toEqual([]);
  });

  test('a chain that leaves the payments out of its hash would be found out by these changes', () => {
    const handle = new Sqlite(join(shopFolder, 'daftar.db'), { readonly: true });
    const links = handle.prepare('select * from journal order by sequence').all() as StoredLink[];
    handle.close();
    const careless = (text: string) => sha256(text.replace(/"tenders":\[[^\]]*\]/g, '"tenders":[]'));
    const sales = links.filter(({ document_kind: kind }) => kind === 'sale');
    expect(sales.length).toBeGreaterThan(5);
    const namedBy = (hashOf: typeof sha256) =>
      sales.filter(({ sequence }) => {
        const chain = chained(links, hashOf);
        const link = chain[sequence - 1];
        if (link === undefined) return false;
        const contentText = link.contentText.replace(/("tenders":\[\{"amountSom":)(\d)/, '$1$29');
        expect(contentText).not.toBe(link.contentText);
        chain[sequence - 1] = { ...link, contentText };
        return firstFault(chain, hashOf)?.sequence === sequence;
      }).length;
    expect(namedBy(sha256)).toBe(sales.length);
    expect(namedBy(careless)).toBe(0);
  });
});

function chained(links: readonly StoredLink[], hashOf: typeof sha256): JournalLink[] {
  let previousHash = firstLink;
  return links.map(({ sequence, content_json: contentText }) => {
    const hash = hashOf(linkText(sequence, previousHash, contentText));
    const link = { sequence, previousHash, hash, contentText };
    previousHash = hash;
    return link;
  });
}

/** Puts the table that a change has touched back as it was. */
function undo(handle: Sqlite.Database, { what }: DatabaseCase): void {
  const before = new Sqlite(join(shopFolder, 'daftar.db'));
  try {
    const rowTable = /^([a-z_]+)\./.exec(what)?.[1];
    const table = rowTable ?? 'journal';
    const columns = withoutRowid(before, table) ? '*' : 'rowid as rowid, *';
    const rows = before.prepare(`select ${columns} from ${table}`).all() as Record<string, unknown>[];
    handle.transaction(() => {
      handle.exec(`delete from ${table}`);
      for (const row of rows) {
        const names = Object.keys(row);
        handle
          .prepare(`insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`)
          .run(...Object.values(row));
      }
    })();
  } finally {
    before.close();
  }
}

/** Runs the archive's own verifier, as a tax officer would. */
function check(archive: string): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(archive, 'verify.mjs')], {
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}
