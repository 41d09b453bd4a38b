/** Erasing a customer is proved by reading every byte of every file. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { seededRandom } from '../../../electron/command/seededRandom.ts';
import {
  type EraseFiles,
  type EraseRooms,
  erase,
  erasePreview,
  type FileStep,
} from '../../../electron/customer/erase.ts';
import { eraseRooms } from '../../../electron/eraseCleaners.ts';
import { verifyShop } from '../../../electron/report/verify.ts';
import { openTill, type Till } from '../../../electron/till.ts';
import { callVerb } from '../../../electron/verb.ts';
import type { Instant } from '../../../shared/time.ts';
import { foundIn, type Mark, marks } from './erasedMarks.ts';
import { openKnownShop } from './erasedShop.ts';

const now = '2026-11-22T12:00:00.000Z' as Instant;
const office = { key: 'office' } as const;

/** Filling a shop takes long: it is done once, and each test has a copy. */
let filled = '';
let customerId = '';
let ownerId = '';

beforeAll(async () => {
  filled = mkdtempSync(join(tmpdir(), 'daftar-known-'));
});
afterAll(() => rmSync(filled, { recursive: true, force: true }));

test('before erasing, everything that was told stands in the files', async () => {
  const shop = await openKnownShop();
  customerId = shop.customerId;
  ownerId = shop.ownerId;
  await shop.till.close();
  cpSync(shop.directory, filled, { recursive: true });
  const there = foundIn(filled).map((found) => found.split(' ')[0] as Mark);
  const missing = (Object.keys(marks) as Mark[]).filter((mark) => !there.includes(mark));
  expect(missing).toEqual([]);
});

async function copyOfShop(): Promise<{ readonly till: Till; readonly directory: string }> {
  const directory = mkdtempSync(join(tmpdir(), 'daftar-erase-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  cpSync(filled, directory, { recursive: true });
  return { till: await reopen(directory), directory };
}

async function reopen(directory: string): Promise<Till> {
  const random = seededRandom(77).bytes;
  const till = await openTill({ dataDirectory: directory, shell: 'browser', clock: () => now, random });
  till.parts.sessions.logIn(office.key, ownerId);
  onTestFinished(() => till.close());
  return till;
}

const eraseIn = (till: Till, rooms: EraseRooms = eraseRooms, without?: FileStep) => {
  const files = till.parts.erasing();
  const leaving: EraseFiles =
    without === undefined ? files : { ...files, clean: (wish) => files.clean({ ...wish, without }) };
  const wish = { customerIds: [customerId], cause: 'wish', replaceBackups: false } as const;
  return callVerb(
    till.host(),
    office,
    erase(rooms, () => leaving),
    { ...wish, customerIds: [customerId] },
  );
};

test('after erasing, no file holds anything of them, the till open or closed, and the books hold', async () => {
  const { till, directory } = await copyOfShop();
  const preview = await callVerb(till.host(), office, erasePreview(eraseRooms, till.parts.erasing), {
    customerId,
  });
  expect(preview).toMatchObject({ blocks: [], merged: 1, cards: 2 });
  expect(await eraseIn(till)).toMatchObject({ erased: 1, kept: [], isCleaned: true });
  expect(foundIn(directory)).toEqual([]);
  const wrong = (await verifyShop(till.host().db)).filter((check) => check.wrong > 0);
  expect(wrong.map(({ proves, examples }) => [proves, examples])).toEqual([]);
  await till.close();
  expect(foundIn(directory)).toEqual([]);
});

/** Those that forget no words: they see to money, cards and codes, or to what the database alone can tell. */
const wordless = ['bonus', 'referralCodes', 'tickets', 'coupons', 'groups', 'looseReturns'];
const worded = eraseRooms.cleaners.map(({ name }) => name).filter((name) => !wordless.includes(name));

test.each(worded)('without %s something would be left, and the search finds it', async (name) => {
  const { till, directory } = await copyOfShop();
  const cleaners = eraseRooms.cleaners.filter((cleaner) => cleaner.name !== name);
  await eraseIn(till, { ...eraseRooms, cleaners });
  expect(foundIn(directory)).not.toEqual([]);
});

test.each(['database', 'redoLogs', 'copies'] as const)(
  'without cleaning %s something would be left',
  async (step) => {
    const { till, directory } = await copyOfShop();
    await eraseIn(till, eraseRooms, step);
    expect(foundIn(directory)).not.toEqual([]);
  },
);
