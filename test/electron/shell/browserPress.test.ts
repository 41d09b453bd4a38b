import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { voidBatch } from '../../../electron/coupon/verbsOfBatches.ts';
import { type OpenPress, type PdfPress, PressProblem } from '../../../electron/pdfPress.ts';
import { type BrowserPressOptions, browserPress, pressFolder } from '../../../electron/shell/browserPress.ts';
import { usualPatience } from '../../../electron/shell/pressPage.ts';
import { formatCode } from '../../../shared/code.ts';
import type { BatchKind } from '../../../shared/coupon/contractBatch.ts';
import { printRoute } from '../../../shared/receipt/printAddress.ts';
import { fakeBrowser } from './fakeBrowser.ts';
import { browserToPrintWith, openPressedShop, type PressedShop } from './pressedShop.ts';
import { pagesOf, scannedOf, wordsOf } from './readSheets.ts';
import { newFolder } from './startShell.ts';

const browser = await browserToPrintWith();

let shop: PressedShop;

beforeAll(async () => {
  if (browser !== null) shop = await openPressedShop();
}, 120_000);

afterAll(() => shop?.close());

function pressWith(changes: Partial<BrowserPressOptions> = {}): PdfPress {
  const { directory } = shop.world;
  return browserPress({ dataDirectory: directory, loopback: () => shop.loopback, ...changes });
}

let opened = 0;

/** Opens the press as the till does: under a key of its own on which the owner is logged in. */
async function openAs(press: PdfPress, personId: string, signal = new AbortController().signal) {
  opened += 1;
  const key = `press ${opened}`;
  shop.world.workAs(personId, key);
  return press.open(key, signal);
}

const lastKey = () => `press ${opened}`;

const problem = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no problem',
    (error: unknown) => (error instanceof PressProblem ? error.code : error),
  );

/** The folders of presses that still run. */
const profiles = () => {
  const folder = pressFolder(shop.world.directory);
  return existsSync(folder) ? readdirSync(folder) : [];
};

/** The browsers that run on a press of this shop. */
function browsers(): readonly number[] {
  const folder = pressFolder(shop.world.directory);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(folder);
      } catch {
        return false;
      }
    })
    .map(Number);
}

/** The words and codes of printed sheets, as far as this PC has the programs to read them. */
function expectCodes(pdf: Uint8Array, codes: readonly string[]): void {
  const words = wordsOf(pdf);
  if (words !== null) for (const code of codes) expect(words).toContain(formatCode(code));
  const scanned = scannedOf(pdf, codes);
  if (scanned === null) return;
  expect([...scanned.qr].sort()).toEqual([...codes].sort());
  expect([...scanned.bars].sort()).toEqual([...codes].sort());
}

describe.skipIf(browser === null)('the paper press of the browser shell', () => {
  let open: OpenPress;
  let key: string;

  beforeAll(async () => {
    if (browser === null) return;
    open = await openAs(pressWith(), shop.world.ownerId);
    key = lastKey();
  }, 60_000);

  const sheetsOf = (batchId: string, from = 0, sheets = 25) =>
    open.print(printRoute({ kind: 'couponBatch', id: batchId, from, sheets }));

  test('prints twenty coupons on three A4 sheets, and every code can be read and scanned back', async () => {
    const batchId = await shop.batch('sheet8', 20);
    const codes = await shop.codesOf(batchId);
    expect(codes).toHaveLength(20);
    const { pdf, sheets } = await sheetsOf(batchId);
    expect(sheets).toBe(3);
    expect(await pagesOf(pdf)).toEqual(['210×297', '210×297', '210×297']);
    expectCodes(pdf, codes);
    const said = ['Oʻrikzor savdo', 'soʻm', 'Tamakidan tashqari', 'Кроме табака', 'Один купон на чек'];
    for (const words of said) expect(wordsOf(pdf) ?? words).toContain(words);
  }, 60_000);

  test.each<[BatchKind, number, number, string]>([
    ['sheet10', 12, 2, '210×297'],
    ['neckHanger', 5, 2, '297×210'],
    ['shelfCard', 5, 2, '210×297'],
    ['posterA4', 2, 2, '210×297'],
    ['posterA3', 1, 1, '297×420'],
    ['flags', 4, 2, '297×210'],
  ])(
    '%s: %i coupons stand on %i sheets of %s mm',
    async (kind, count, sheets, size) => {
      const batchId = await shop.batch(kind, count, ['ru', 'uz', 'en']);
      const printed = await sheetsOf(batchId);
      expect(printed.sheets).toBe(sheets);
      expect(await pagesOf(printed.pdf)).toEqual(Array.from({ length: sheets }, () => size));
      expectCodes(printed.pdf, await shop.codesOf(batchId));
    },
    60_000,
  );

  test('prints only the sheets that are asked for', async () => {
    const batchId = await shop.batch('posterA4', 3);
    const codes = await shop.codesOf(batchId);
    for (const [from, code] of codes.entries()) {
      const { pdf, sheets } = await sheetsOf(batchId, from, 1);
      expect(sheets).toBe(3);
      expect(await pagesOf(pdf)).toHaveLength(1);
      const words = wordsOf(pdf) ?? formatCode(code);
      expect(codes.filter((any) => words.includes(formatCode(any)))).toEqual([code]);
    }
  }, 60_000);

  test('does not print a batch that is void, one that nobody knows, and what is no sheet', async () => {
    const voided = await shop.batch('posterA4', 1);
    const reason = 'Yoʻqoldi';
    await shop.world.call(voidBatch, { intentionId: shop.world.newId(), batchId: voided, reason });
    const strip = await shop.batch('strip', 1);
    for (const id of [voided, strip, shop.world.newId()])
      expect(await problem(sheetsOf(id))).toBe('PageNotReady');
    expect(await problem(open.print('/settings'))).toBe('PageNotReady');
  }, 60_000);

  test('prints nothing for a person who is logged out', async () => {
    const batchId = await shop.batch('posterA4', 1);
    shop.world.till.parts.sessions.logOut(key);
    expect(await problem(sheetsOf(batchId))).toBe('PageNotReady');
  }, 30_000);

  test('and leaves no browser and no profile behind', async () => {
    expect(profiles()).toHaveLength(1);
    await open.close();
    expect(profiles()).toEqual([]);
    if (process.platform === 'linux') expect(browsers()).toEqual([]);
  }, 30_000);
});

describe.skipIf(browser === null)('what can go wrong has a name', () => {
  const onePoster = async () =>
    printRoute({ kind: 'couponBatch', id: await shop.batch('posterA4', 1), from: 0, sheets: 1 });

  test('a page that takes too long, and a browser that starts too slowly', async () => {
    const route = await onePoster();
    const press = pressWith({ patience: { ...usualPatience, readyMs: 1 } });
    const open = await openAs(press, shop.world.ownerId);
    expect(await problem(open.print(route))).toBe('PressTooSlow');
    await open.close();
    const hasty = pressWith({ patience: { ...usualPatience, startMs: 1 } });
    expect(await problem(openAs(hasty, shop.world.ownerId))).toBe('PressNotStarted');
    expect(profiles()).toEqual([]);
  }, 60_000);

  test.skipIf(process.platform !== 'linux')(
    'a browser that is killed in the middle',
    async () => {
      const route = await onePoster();
      const open = await openAs(pressWith(), shop.world.ownerId);
      for (const pid of browsers()) process.kill(pid, 'SIGKILL');
      expect(await problem(open.print(route))).toBe('PressEnded');
      await open.close();
      expect(profiles()).toEqual([]);
    },
    60_000,
  );

  test('cancelling, and the end of the till, end the browser at once', async () => {
    const route = await onePoster();
    const stopping = new AbortController();
    const press = pressWith();
    const open = await openAs(press, shop.world.ownerId, stopping.signal);
    stopping.abort();
    expect(await problem(open.print(route))).toBe('PressEnded');
    await open.close();
    await openAs(press, shop.world.ownerId);
    expect(profiles()).toHaveLength(1);
    await press.close();
    expect(profiles()).toEqual([]);
  }, 60_000);

  test('no browser on this PC', async () => {
    const press = pressWith({ browser: async () => null });
    expect(await press.isThere()).toBe(false);
    expect(await problem(openAs(press, shop.world.ownerId))).toBe('PressNotStarted');
  });

  test.skipIf(process.platform === 'win32').each([
    ['ends at once', 0],
    ['never says anything', 30],
  ])('a browser that %s', async (_name, seconds) => {
    const folder = await newFolder();
    const { path } = await fakeBrowser(folder.path, seconds, 1);
    const patience = { ...usualPatience, startMs: 700 };
    const press = pressWith({ browser: async () => path, patience });
    expect(await problem(openAs(press, shop.world.ownerId))).toBe('PressNotStarted');
    expect(profiles()).toEqual([]);
    await folder.remove();
  });
});
