/** Whoever was erased is erased again before anything is served, whichever older copy of the shop comes back. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { erase } from '../../../electron/customer/erase.ts';
import { listCustomers } from '../../../electron/customer/find.ts';
import { eraseRooms } from '../../../electron/eraseCleaners.ts';
import { unfinishedFileIn } from '../../../electron/erasing.ts';
import { verifyShop } from '../../../electron/report/verify.ts';
import { backUp } from '../../../electron/shop/backUp.ts';
import { readTombstones } from '../../../electron/tombstones.ts';
import { type Counter, openCounter, reopenCounter } from '../sale/counter.ts';

function folder(name: string): string {
  const made = mkdtempSync(join(tmpdir(), `daftar-${name}-`));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const office = 'office';
const marked = 'Bodrumet';

async function shopWithPerson(settings = {}) {
  const shop = await openCounter({ settings });
  shop.workAs(shop.ownerId, office);
  const customerId = await shop.newCustomer('+998901239876', null, marked);
  const otherId = await shop.newCustomer('+998901110000', null, 'Nodira');
  return { shop, customerId, otherId };
}

const eraseOne = (shop: Counter, customerId: string, replaceBackups = false) =>
  shop.call(
    erase(eraseRooms, shop.till.parts.erasing),
    { customerIds: [customerId], cause: 'wish', replaceBackups },
    office,
  );

const namesIn = async (shop: Counter) => {
  shop.workAs(shop.ownerId, office);
  const { customers } = await shop.call(listCustomers, {}, office);
  return customers.map(({ name }) => name);
};

/** Ends the till, puts an older database in the place of its own, and starts it again. */
async function putBack(shop: Counter, backup: string, lose: readonly string[] = []): Promise<Counter> {
  await shop.till.close();
  for (const name of readdirSync(shop.directory)) {
    if (/^daftar\.db/.test(name) || lose.some((lost) => name.startsWith(lost))) {
      rmSync(join(shop.directory, name), { recursive: true, force: true });
    }
  }
  copyFileSync(backup, join(shop.directory, 'daftar.db'));
  return reopenCounter(shop);
}

async function olderCopy(shop: Counter): Promise<string> {
  const { file } = await shop.call(backUp(shop.till.parts), {}, office);
  const kept = join(folder('stick'), 'older.db');
  copyFileSync(file, kept);
  return kept;
}

const documentsOf = (shop: Counter, kind: string) =>
  shop.db.selectFrom('journal').select('content_json').where('document_kind', '=', kind).execute();

test('a backup of before is brought up to the last sale, and nobody who was erased is in it', async () => {
  const { shop, customerId } = await shopWithPerson();
  const backup = await olderCopy(shop);
  await eraseOne(shop, customerId);
  await shop.cashier.put('a');
  const sold = await shop.cashier.pay();
  const again = await putBack(shop, backup);
  expect(await namesIn(again)).toEqual(['Nodira']);
  const sales = await again.db.selectFrom('sale').select('number').execute();
  expect(sales).toEqual([{ number: sold.number }]);
  // The older database that gave way held the person: it went.
  expect(readdirSync(again.directory).filter((name) => name.includes('before'))).toEqual([]);
});

test('a backup of before without any log is searched for whoever was erased', async () => {
  const { shop, customerId } = await shopWithPerson();
  const backup = await olderCopy(shop);
  await eraseOne(shop, customerId);
  const again = await putBack(shop, backup, ['redo', 'journal', 'backup']);
  expect(await namesIn(again)).toEqual(['Nodira']);
  expect(await documentsOf(again, 'customerErased')).toHaveLength(1);
  const wrong = (await verifyShop(again.db)).filter((check) => check.wrong > 0);
  expect(wrong.map(({ proves }) => proves)).toEqual([]);
  const row = await again.db.selectFrom('erasure').selectAll().executeTakeFirstOrThrow();
  expect(row).toMatchObject({ customer_id: customerId, cause: 'wish', person_id: null });
});

test('a new computer learns from the folder of backups who was erased', async () => {
  const backups = folder('backups');
  const { shop, customerId } = await shopWithPerson({ backupFolder: backups });
  const backup = await olderCopy(shop);
  await eraseOne(shop, customerId);
  expect(readTombstones(backups).map(({ id }) => id)).toEqual([customerId]);
  await shop.till.close();
  for (const name of readdirSync(shop.directory)) {
    rmSync(join(shop.directory, name), { recursive: true, force: true });
  }
  copyFileSync(backup, join(shop.directory, 'daftar.db'));
  expect(await namesIn(await reopenCounter(shop))).toEqual(['Nodira']);
});

test('without any word of the erasure an older copy holds the person again', async () => {
  const { shop, customerId } = await shopWithPerson();
  const backup = await olderCopy(shop);
  await eraseOne(shop, customerId);
  const again = await putBack(shop, backup, ['redo', 'journal', 'backup', 'erased']);
  expect((await namesIn(again)).sort()).toEqual(['Bodrumet', 'Nodira']);
});

test('older backups in the chosen folder go with the erasure, and a new one stands there', async () => {
  const backups = folder('backups');
  const { shop, customerId } = await shopWithPerson({ backupFolder: backups });
  await shop.call(backUp(shop.till.parts), {}, office);
  shop.clock.pass(60);
  const foreign = join(backups, 'daftar-2020-01-01T00-00-00.000Z.db');
  writeFileSync(foreign, 'not ours');
  const kept = await eraseOne(shop, customerId);
  expect(kept).toMatchObject({ backupsDeleted: 0 });
  expect(kept.backupsLeft).toHaveLength(1);
  shop.clock.pass(60);
  const second = await shop.newCustomer('+998901239877', null, 'Zarif');
  const answer = await eraseOne(shop, second, true);
  expect(answer).toMatchObject({ backupsDeleted: 1, backupsLeft: [] });
  const left = readdirSync(backups).filter((name) => name.endsWith('.db'));
  expect(left).toHaveLength(2);
  expect(existsSync(foreign)).toBe(true);
});

test('a power cut between the erasing and the cleaning does not end it', async () => {
  const { shop, customerId } = await shopWithPerson();
  const files = shop.till.parts.erasing();
  const broken = { ...files, clean: async () => Promise.reject(new Error('the power went')) };
  const wish = { customerIds: [customerId], cause: 'wish', replaceBackups: false } as const;
  const done = shop.call(
    erase(eraseRooms, () => broken),
    { ...wish, customerIds: [customerId] },
    office,
  );
  await expect(done).rejects.toThrow('the power went');
  expect(existsSync(unfinishedFileIn(shop.directory))).toBe(true);
  const again = await reopenCounter(shop);
  expect(existsSync(unfinishedFileIn(again.directory))).toBe(false);
  expect(await namesIn(again)).toEqual(['Nodira']);
  expect(readTombstones(again.directory).map(({ id }) => id)).toEqual([customerId]);
});

test('a second folder that was not there is cleaned when it comes back', async () => {
  const second = folder('second');
  const { shop, customerId } = await shopWithPerson({ journalFolder: second });
  const own = join(second, `daftar-${shop.till.host().tillId}`);
  await shop.till.parts.journal.settle();
  // The stick as it was before: its redo log holds the name.
  const before = readdirSync(own);
  const kept = folder('stick');
  for (const name of before) copyFileSync(join(own, name), join(kept, name));
  await eraseOne(shop, customerId);
  expect(readTombstones(own).map(({ id }) => id)).toEqual([customerId]);
  await shop.till.close();
  rmSync(own, { recursive: true, force: true });
  mkdirSync(own);
  for (const name of before) copyFileSync(join(kept, name), join(own, name));
  const again = await reopenCounter(shop);
  await again.till.parts.journal.settle();
  const { readFileSync } = await import('node:fs');
  const holding = readdirSync(own).filter((name) => readFileSync(join(own, name)).includes(marked));
  expect(holding).toEqual([]);
});
