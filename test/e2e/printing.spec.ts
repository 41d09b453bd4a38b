/**
 * Printing that never lies, at the counter: a printer that is off blocks no sale and says so, its paper is on the screen for a
 * telephone, comes out by itself when the printer is back, goes to another printer when it is not, a torn one comes again as a
 * copy only when somebody says so, and F10 copies the last receipt.
 */
import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { newFolder } from '../electron/shell/startShell.ts';
import { decodeJob } from '../receipt/decodeJob.ts';
import { type SoftwarePrinter, startSoftwarePrinter } from '../receipt/softwarePrinter.ts';
import { goTo } from './demoPages.ts';
import { makePrinterShop, shopCashier, tea } from './printerShop.ts';
import { scanCode } from './scannerKeys.ts';
import { complaintsOf, expect, type StartedTill, startTill, test } from './start.ts';
import { wordsIn } from './words.ts';

const t = wordsIn('en');
test.use({ language: 'en', actionTimeout: 20_000 });
test.describe.configure({ timeout: 180_000 });

/** A till of a shop with a receipt printer that cannot print and a second one in the storeroom, and its sell screen. */
interface Counter {
  readonly page: Page;
  readonly atTill: SoftwarePrinter;
  readonly inStore: SoftwarePrinter;
}

async function openCounter(page: Page, till: StartedTill): Promise<void> {
  await page.goto(till.address);
  await page.getByRole('button', { name: new RegExp(shopCashier.name) }).click();
  await page.keyboard.type(shopCashier.pin);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(t('sale.field.label'))).toBeFocused();
}

async function withCounter(page: Page, work: (counter: Counter) => Promise<void>): Promise<void> {
  const folder = await newFolder();
  const atTill = await startSoftwarePrinter('good');
  const inStore = await startSoftwarePrinter('good');
  const complaints = complaintsOf(page);
  await makePrinterShop(folder.path, [
    { name: 'Till', port: atTill.port },
    { name: 'Store', port: inStore.port },
  ]);
  const till = await startTill(folder.path, { language: 'en', demo: false });
  try {
    await openCounter(page, till);
    await work({ page, atTill, inStore });
    expect(complaints).toEqual([]);
  } finally {
    expect(await till.stop(), till.output()).toBe(0);
    await atTill.close();
    await inStore.close();
    await folder.remove();
  }
}

/** Sells one tea for cash; the next scan may come at once, whatever the printer does. */
async function sellTea(page: Page): Promise<void> {
  await expect(page.getByLabel(t('sale.field.label'))).toBeFocused();
  await scanCode(page, tea.barcode);
  await expect(page.getByRole('option', { name: new RegExp(tea.name) })).toBeVisible();
  await page.keyboard.press('F12');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: t('sale.finished.label') })).toBeVisible();
  await expect(page.getByLabel(t('sale.field.label'))).toBeFocused();
}

/** What came out of a printer, paper by paper, each as its lines. */
const papersOf = (printer: SoftwarePrinter): readonly (readonly string[])[] =>
  printer.jobs.map((job) => decodeJob(job).lines);

const saysCopy = (lines: readonly string[] | undefined): boolean => lines?.[0]?.includes('NUSXA') ?? false;

async function picture(page: Page, name: string): Promise<void> {
  mkdirSync('out/screenshots', { recursive: true });
  for (const width of [1366, 1024]) {
    await page.setViewportSize({ width, height: 768 });
    await page.waitForTimeout(200);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${name} at ${width}`).toBeLessThanOrEqual(0);
    await page.screenshot({ path: `out/screenshots/en-printing-${name}-${width}.png` });
  }
  await page.setViewportSize({ width: 1366, height: 768 });
}

const badge = (page: Page, words: string) => page.getByRole('button', { name: words });
const question = (page: Page, number: number) => badge(page, t('receipt.badge.unknownNumber', { number }));

test('a stopped printer blocks no sale, its paper is on the screen, and comes out by itself when the paper is in', async ({
  page,
}) => {
  await withCounter(page, async ({ atTill, inStore }) => {
    atTill.behaviour = 'paperOut';
    await sellTea(page);
    await expect(badge(page, t('receipt.trouble.paperOut'))).toBeVisible();
    await sellTea(page);
    await picture(page, 'stopped');

    await page.getByRole('button', { name: t('receipt.act.onScreen') }).click();
    const screen = page.getByRole('dialog', { name: t('receipt.onScreen.title') });
    const codes = screen.getByRole('region').getByRole('img');
    await expect(codes).not.toHaveCount(0);
    for (const code of await codes.all()) {
      const box = await code.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(200);
    }
    await picture(page, 'on-screen');
    await page.keyboard.press('Escape');
    await expect(page.getByLabel(t('sale.field.label'))).toBeFocused();
    expect(papersOf(atTill)).toEqual([]);

    atTill.behaviour = 'good';
    await expect.poll(() => papersOf(atTill).length, { timeout: 30_000 }).toBe(2);
    await expect(badge(page, t('receipt.trouble.paperOut'))).toBeHidden();
    expect(papersOf(atTill).some(saysCopy)).toBe(false);
    expect(papersOf(inStore)).toEqual([]);
  });
});

test('F10 copies a receipt that came out, makes no copy of one that waits, and Try now hurries it', async ({
  page,
}) => {
  await withCounter(page, async ({ atTill }) => {
    await sellTea(page);
    await expect.poll(() => papersOf(atTill).length).toBe(1);
    await page.keyboard.press('F10');
    await expect(page.getByText(t('receipt.newCopy', { number: 1, copy: 1 }))).toBeVisible();
    await expect.poll(() => papersOf(atTill).length).toBe(2);
    expect(papersOf(atTill).map(saysCopy)).toEqual([false, true]);
    expect(papersOf(atTill)[1]?.slice(1)).toEqual(papersOf(atTill)[0]);

    atTill.behaviour = 'coverOpen';
    await sellTea(page);
    await expect(badge(page, t('receipt.trouble.coverOpen'))).toBeVisible();
    await page.keyboard.press('F10');
    await expect(page.getByText(t('refusals.paperWaits.blocked'))).toBeVisible();
    await picture(page, 'no-copy');
    atTill.behaviour = 'good';
    await page.getByRole('button', { name: t('receipt.act.tryNow') }).click();
    await expect.poll(() => papersOf(atTill).length, { timeout: 30_000 }).toBe(3);
    expect(papersOf(atTill).map(saysCopy)).toEqual([false, true, false]);
  });
});

test('a doubtful paper asks by its number; a torn one comes again as a copy, a whole one does not', async ({
  page,
}) => {
  await withCounter(page, async ({ atTill }) => {
    atTill.behaviour = 'paperEndsAtOnce';
    await sellTea(page);
    await expect(question(page, 1)).toBeVisible();
    await expect(page.getByLabel(t('sale.field.label'))).toBeFocused();
    atTill.behaviour = 'good';
    await page.keyboard.press('Control+F10');
    await expect(page.getByText(t('receipt.ask.look'))).toBeVisible();
    await picture(page, 'question');
    // Nothing is answered by an Enter that was meant for something else.
    await page.keyboard.press('Enter');
    await expect(page.getByText(t('receipt.ask.look'))).toBeVisible();
    await page.getByRole('button', { name: t('receipt.act.copyHere') }).click();
    await expect.poll(() => papersOf(atTill).length).toBe(2);
    expect(papersOf(atTill).map(saysCopy)).toEqual([false, true]);
    await expect(page.getByText(t('receipt.badge.allPrinted'))).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByLabel(t('sale.field.label'))).toBeFocused();

    atTill.behaviour = 'paperEndsAtOnce';
    await sellTea(page);
    await expect(question(page, 2)).toBeVisible();
    atTill.behaviour = 'good';
    await page.keyboard.press('Control+F10');
    await page.getByRole('button', { name: t('receipt.act.whole') }).click();
    await expect(page.getByText(t('receipt.badge.allPrinted'))).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(question(page, 2)).toBeHidden();
    expect(papersOf(atTill).length).toBe(3);
  });
});

test('the paper of a printer that stays off goes to another one as it is, and the queue tells what happened', async ({
  page,
}) => {
  await withCounter(page, async ({ atTill, inStore }) => {
    atTill.behaviour = 'paperOut';
    await sellTea(page);
    await expect(badge(page, t('receipt.trouble.paperOut'))).toBeVisible();
    await goTo(page, '/papers/queue');
    const one = page.getByRole('region', { name: t('receipt.queue.one') });
    await expect(one.getByText(t('receipt.remedy.paperOut'))).toBeVisible();
    await picture(page, 'queue');
    await one.getByRole('button', { name: t('receipt.act.move') }).click();
    await expect.poll(() => papersOf(inStore).length).toBe(1);
    expect(papersOf(inStore).some(saysCopy)).toBe(false);
    expect(papersOf(atTill)).toEqual([]);
    await expect(page.getByText(t('receipt.queue.none'))).toBeVisible();

    await page.getByText(t('receipt.queue.all'), { exact: true }).click();
    await expect(page.getByRole('row', { name: /Store/ })).toContainText(t('receipt.state.printed'));
    await picture(page, 'queue-all');
  });
});
