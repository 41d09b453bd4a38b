/** An archive of the journal: made by the owner, checked by a program of its own, known to the journal for ever. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { archiveFolder } from '../../../electron/command/archive.ts';
import { archive } from '../../../electron/journal/verbs.ts';
import { requireUsableFolder } from '../../../electron/shop/folder.ts';
import { businessDay } from '../../../shared/time.ts';
import { type Counter, openCounter } from '../sale/counter.ts';

const office = 'office';

async function soldShop(): Promise<{ readonly shop: Counter; readonly stick: string }> {
  const shop = await openCounter();
  for (let sale = 0; sale < 3; sale += 1) {
    await shop.cashier.put('a', 'b');
    await shop.cashier.pay();
    shop.clock.pass(24 * 3600);
  }
  shop.workAs(shop.ownerId, office);
  const stick = join(shop.directory, 'stick');
  mkdirSync(stick);
  return { shop, stick };
}

const made = (shop: Counter, folder: string, from = '2026-11-22', to = '2026-11-24', key = office) =>
  shop.call(archive(shop.till.parts, { requireUsableFolder }), { from, to, folder }, key);

const checked = (folder: string) =>
  spawnSync(process.execPath, [join(folder, 'verify.mjs')], { encoding: 'utf8' });

test('holds the days that were asked for, and its own verifier finds it whole', async () => {
  const { shop, stick } = await soldShop();
  const answer = await made(shop, stick, '2026-11-23', '2026-11-24');
  expect(answer).toMatchObject({ documents: 2, firstSequence: 8, lastSequence: 9 });
  expect(readdirSync(answer.folder).sort()).toEqual([
    'README.txt',
    'journal.ndjson',
    'seal.json',
    'verify.mjs',
  ]);
  const { status, stdout } = checked(answer.folder);
  expect(stdout).toContain('Whole: 2 documents, 2026-11-23 to 2026-11-24, number 8 to 9.');
  expect(stdout).toContain(answer.hash);
  expect(stdout).toContain(answer.key);
  expect(status).toBe(0);
  expect(readFileSync(join(answer.folder, 'README.txt'), 'utf8')).toContain(answer.key);
});

test('stands in the journal with what it holds, and a second one is signed with the same key', async () => {
  const { shop, stick } = await soldShop();
  const first = await made(shop, stick);
  const second = await made(shop, stick);
  expect(second.key).toBe(first.key);
  expect(second.folder).toBe(`${first.folder}-2`);
  const rows = await shop.db
    .selectFrom('journal')
    .select('content_json')
    .where('document_kind', '=', 'archiveMade')
    .execute();
  expect(rows.map((row) => JSON.parse(row.content_json).content)).toMatchObject([
    // Four goods, the shift and three sales.
    { documents: 8, hash: first.hash, from: '2026-11-22', to: '2026-11-24' },
    { documents: 8 },
  ]);
});

test('a changed receipt is named by its number', async () => {
  const { shop, stick } = await soldShop();
  const { folder } = await made(shop, stick);
  const file = join(folder, 'journal.ndjson');
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace('"receivedCashSom":58490', '"receivedCashSom":58491'),
  );
  const { status, stdout } = checked(folder);
  expect(status).toBe(1);
  expect(stdout).toContain('document 7 (sale, 2026-11-22, receipt 1)');
});

test('is the owner’s alone; nothing is made without documents or without a folder', async () => {
  const { shop, stick } = await soldShop();
  expect(await shop.refusal(made(shop, stick, '2026-11-22', '2026-11-24', 'test window'))).toMatchObject({
    code: 'NotAllowed',
  });
  expect((await shop.refusal(made(shop, stick, '2025-01-01', '2025-01-31'))).code).toBe('NothingToArchive');
  expect((await shop.refusal(made(shop, '/nowhere/at/all'))).code).toBe('FolderNotUsable');
  expect(readdirSync(stick)).toEqual([]);
});

test('the command writes the same archive while the till sells', async () => {
  const { shop, stick } = await soldShop();
  const lines: string[] = [];
  const asked = {
    from: businessDay('2026-11-22'),
    to: businessDay('2026-11-30'),
    folder: stick,
    shop: shop.directory,
  };
  expect(await archiveFolder(asked, (line) => void lines.push(line))).toBe(0);
  const [name = ''] = readdirSync(stick);
  expect(lines[0]).toBe(`8 documents are in ${join(stick, name)}`);
  expect(checked(join(stick, name)).status).toBe(0);
  expect(await archiveFolder({ ...asked, shop: '/nowhere' }, () => {})).toBe(2);
});
