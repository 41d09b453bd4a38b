/** Coupon sheets as a PDF, from the batch's button to the saved file: in the browser shell and in the desktop's bundles. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { _electron, type Page } from '@playwright/test';
import { saveSeries } from '../../electron/coupon/verbs.ts';
import { makeBatch, showBatch } from '../../electron/coupon/verbsOfBatches.ts';
import { newId } from '../../electron/ids.ts';
import { neighbours } from '../../electron/neighbours.ts';
import { root } from '../../electron/shell/root.ts';
import { start } from '../../electron/shop/start.ts';
import { openTill } from '../../electron/till.ts';
import { callVerb } from '../../electron/verb.ts';
import { defaultSettings } from '../../shared/shop/settings.ts';
import { instantFromMilliseconds } from '../../shared/time.ts';
import { pagesOf, wordsOf as wordsOnPaper } from '../electron/shell/readSheets.ts';
import { newFolder } from '../electron/shell/startShell.ts';
import { complaintsOf, expect, startTill, test } from './start.ts';
import { wordsIn } from './words.ts';

const t = wordsIn('uz');
const password = 'bahor va yoz';
const batches = { small: 20, large: 2000 } as const;

/** A shop with two batches of coupons, closed again: its till is started by the test. */
async function shopWithBatches(dataDirectory: string): Promise<string> {
  const till = await openTill({ dataDirectory, shell: 'browser' });
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
  const id = () => newId(instantFromMilliseconds(Date.now()), random);
  const context = till.context({ key: 'set-up' });
  const { personId } = await callVerb(till.host(), context, start(till.parts, neighbours), {
    intentionId: id(),
    language: 'uz',
    settings: { ...defaultSettings, name: 'Oʻrikzor savdo' },
    owner: { name: 'Egasi', password },
    cashier: null,
    printer: null,
  });
  till.parts.sessions.logIn('set-up', personId);
  const { seriesId } = await callVerb(till.host(), context, saveSeries, {
    intentionId: id(),
    seriesId: null,
    name: { uz: 'Bahor' },
    partnerId: null,
    isGiven: true,
    content: {
      benefit: { kind: 'percent', rateBasisPoints: 1000, atMostSom: null },
      scope: { kind: 'all' },
      minimumSom: 50_000,
      validity: { kind: 'days', days: 30 },
      giving: { kind: 'byHand' },
      holding: 'bearer',
      mayBeGivenOn: true,
      usesPerCoupon: 1,
      budgetSom: null,
      codes: { kind: 'own' },
      usedAt: 'here',
      partnerBearsBasisPoints: 0,
      conditions: null,
    },
  });
  for (const [label, count] of Object.entries(batches)) {
    const wanted = {
      intentionId: id(),
      seriesId,
      kind: 'sheet8' as const,
      label,
      languages: ['uz' as const],
      count,
    };
    const { batchId } = await callVerb(till.host(), context, makeBatch, wanted);
    await expect
      .poll(async () => (await callVerb(till.host(), context, showBatch, { batchId })).batch.state)
      .toBe('ready');
  }
  await till.close();
  return seriesId;
}

async function openSeries(page: Page, seriesId: string): Promise<void> {
  await page.locator('input[type=password]').fill(password);
  await page.keyboard.press('Enter');
  await expect(page.locator('input[type=password]')).toHaveCount(0);
  await page.evaluate((series) => {
    location.hash = `/coupons/series/${series}`;
  }, seriesId);
}

const printButton = (page: Page, label: keyof typeof batches) =>
  page
    .locator('*', { hasText: label })
    .filter({ has: page.getByRole('button', { name: t('coupon.print.button') }) })
    .last()
    .getByRole('button', { name: t('coupon.print.button') });

interface SavedFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** Clicks and takes the file that the browser downloads. */
async function downloaded(page: Page, click: () => Promise<void>): Promise<SavedFile> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

/** Clicks and takes the file that the page hands to its window: the stand-in has no downloads of its own. */
async function handedOver(page: Page, click: () => Promise<void>): Promise<SavedFile> {
  await page.evaluate(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (content) => {
      if (content instanceof Blob) Object.assign(globalThis, { handedOver: content });
      return make(content);
    };
    HTMLAnchorElement.prototype.click = function take() {
      Object.assign(globalThis, { handedOverName: this.download });
    };
  });
  await click();
  const file = await page.evaluate(async () => {
    const { handedOver, handedOverName } = globalThis as unknown as {
      handedOver: Blob;
      handedOverName: string;
    };
    return { name: handedOverName, bytes: [...new Uint8Array(await handedOver.arrayBuffer())] };
  });
  return { name: file.name, content: Uint8Array.from(file.bytes) };
}

async function savesSmallBatch(page: Page, take: typeof downloaded): Promise<void> {
  await printButton(page, 'small').click();
  const save = page.getByRole('button', { name: t('receipt.pdf.save') });
  await expect(save).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(t('receipt.pdf.ready', { pages: 3 }))).toBeVisible();
  const { name, content } = await take(page, () => save.click());
  expect(name).toMatch(/^kupon-small-\d{4}-\d{2}-\d{2}\.pdf$/);
  expect(await pagesOf(content)).toEqual(['210×297', '210×297', '210×297']);
  const words = wordsOnPaper(content);
  if (words !== null) expect(words).toContain('Oʻrikzor savdo');
  await page.getByRole('button', { name: t('common.close') }).click();
}

test('the browser shell makes the sheets of a batch, and stops when it is told to', async ({ page }) => {
  test.setTimeout(120_000);
  const folder = await newFolder();
  const seriesId = await shopWithBatches(folder.path);
  const till = await startTill(folder.path, { language: 'uz', demo: false });
  const complaints = complaintsOf(page);
  await page.goto(till.address);
  await openSeries(page, seriesId);
  await savesSmallBatch(page, downloaded);
  await printButton(page, 'large').click();
  await expect(page.getByText(t('receipt.pdf.progress', { done: 25, pages: 250 }))).toBeVisible({
    timeout: 60_000,
  });
  await page.getByRole('button', { name: t('common.cancel') }).click();
  await expect(page.getByText(t('receipt.pdf.cancelled'))).toBeVisible({ timeout: 20_000 });
  expect(complaints).toEqual([]);
  expect(await till.stop()).toBe(0);
  await folder.remove();
});

test('the desktop’s bundles make the sheets of a batch, on the Electron stand-in', async () => {
  const reason = 'PDFs of the desktop’s bundles are NOT TESTED here: the stand-in needs a POSIX system';
  if (process.platform === 'win32') console.warn(`SKIPPED: ${reason}`);
  test.skip(process.platform === 'win32', reason);
  test.setTimeout(120_000);
  const folder = await newFolder();
  const seriesId = await shopWithBatches(folder.path);
  const app = await _electron.launch({
    executablePath: join(root, 'test/electron-standin/electron.mjs'),
    args: [root, `--data-dir=${folder.path}`, '--lang=uz'],
  });
  const page = await app.firstWindow();
  const complaints = complaintsOf(page);
  await openSeries(page, seriesId);
  await savesSmallBatch(page, handedOver);
  expect(app.windows()).toHaveLength(1);
  expect(complaints).toEqual([]);
  await app.close();
  await folder.remove();
});
