/** Goods come back: the whole receipt with three keys, a part with a second person's word, and against other goods. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { type DecodedJob, decodeJob } from '../receipt/decodeJob.ts';
import { scanCode } from './scannerKeys.ts';
import { expect, test } from './start.ts';
import { languageNames, wordsIn } from './words.ts';

const t = wordsIn('en');
const owner = { name: 'Egasi', password: 'bahor va yoz' };
const cashier = { name: 'Kassir', pin: '2580' };
const tea = { name: 'Koʻk choy 95', barcode: '4780012345677', priceSom: '9500' };
const cheese = { name: 'Hochland', barcode: '4600000000015', priceSom: '24900' };

test.use({ language: 'en' });

async function setUpShop(page: Page, papers: string): Promise<void> {
  const next = () => page.getByRole('button', { name: t('common.next') }).click();
  await page.getByRole('button', { name: languageNames.en }).click();
  await page.getByRole('button', { name: t('shop.startOwn') }).click();
  await page.getByLabel(t('shop.name')).fill('Oʻrikzor savdo');
  await next();
  await page.getByLabel(t('staff.name')).fill(owner.name);
  await page.getByLabel(t('staff.password'), { exact: true }).fill(owner.password);
  await page.getByLabel(t('staff.repeat')).fill(owner.password);
  await next();
  await page.getByLabel(t('staff.name')).fill(cashier.name);
  await page.getByLabel(t('staff.pin')).fill(cashier.pin);
  await next();
  await page.getByLabel(t('receipt.connectionKind.file')).check();
  await page.getByLabel(t('receipt.folder'), { exact: true }).fill(papers);
  await next();
  await next();
  await page.getByRole('button', { name: t('shop.start') }).click();
  await page.getByLabel(t('staff.recoveryKept')).check();
  await page.getByRole('button', { name: t('common.continue') }).click();
}

async function addGoods(page: Page): Promise<void> {
  await page.getByRole('link', { name: t('ui.nav.catalogue') }).click();
  for (const product of [tea, cheese]) {
    await page
      .getByRole('button', { name: t('catalogue.add') })
      .first()
      .click();
    const form = page.getByRole('dialog');
    await form.getByLabel(t('catalogue.name')).first().fill(product.name);
    await form.getByLabel(t('common.price'), { exact: true }).fill(product.priceSom);
    await form.getByLabel(t('catalogue.barcodes')).fill(product.barcode);
    await form.getByRole('button', { name: t('common.add'), exact: true }).click();
    await form.getByRole('button', { name: t('common.save') }).click();
    await expect(form).toBeHidden();
  }
}

/** Leaves the till to somebody else, who then stands at the sell screen. */
async function logIn(page: Page, who: { name: string; pin?: string; password?: string }): Promise<void> {
  await page.keyboard.press('Control+Shift+KeyL');
  await page.getByRole('button', { name: new RegExp(`^${who.name}`) }).click();
  if (who.pin !== undefined) await page.keyboard.type(who.pin);
  else await page.getByLabel(t('staff.password'), { exact: true }).fill(who.password ?? '');
  await page.keyboard.press('Enter');
}

/** Papers that carry a receipt's code, oldest first. */
function receiptsIn(folder: string): DecodedJob[] {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.bin')) : [];
  return files
    .sort()
    .map((name) => decodeJob(readFileSync(join(folder, name))))
    .filter((job) => job.barcodes.some((code) => code.data.startsWith('R')));
}

const strip = (page: Page): Locator => page.getByRole('region', { name: t('sale.finished.label') });

/** Sells for exact cash; answers the code below the receipt. */
async function sell(page: Page, papers: string, ...barcodes: readonly string[]): Promise<string> {
  const before = receiptsIn(papers).length;
  await expect(page.getByLabel(t('sale.field.label'))).toBeFocused();
  for (const barcode of barcodes) await scanCode(page, barcode);
  await expect(page.getByRole('option')).toHaveCount(new Set(barcodes).size);
  await page.keyboard.press('F12');
  await page.keyboard.press('Enter');
  await expect(strip(page)).toBeVisible();
  await expect.poll(() => receiptsIn(papers).length, { timeout: 15_000 }).toBe(before + 1);
  const codes =
    receiptsIn(papers)
      .at(-1)
      ?.barcodes.map((code) => code.data) ?? [];
  return codes.find((code) => code.startsWith('R')) ?? '';
}

const figures = (sum: number) => new RegExp(sum.toLocaleString('en').replace(',', '[,\\s]'));

/** Two teas and a cheese; the cashier gives one line back, and the owner stands for it in place. */
async function partWithApproval(page: Page, papers: string): Promise<void> {
  const code = await sell(page, papers, tea.barcode, tea.barcode, cheese.barcode);
  const dialog = page.getByRole('dialog');
  await scanCode(page, code);
  await expect(dialog.getByText(t('sale.receipt.title')).first()).toBeVisible();
  await page.keyboard.press('F8');
  await expect(dialog.getByRole('list', { name: t('sale.return.lines') })).toBeVisible();
  // The tea under the scanner: one piece of it, and nothing else.
  await scanCode(page, tea.barcode);
  await page.keyboard.press('1');
  await expect(dialog.getByText(t('staff.approval.needed'))).toBeVisible();
  await dialog.getByLabel(t('staff.approval.secret')).fill(owner.password);
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(t('sale.return.done', { number: 1 }))).toBeVisible();
  await expect(dialog.getByText(figures(9_500)).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

/** Scanned, F8, the reason's figure, Enter: everything comes back, and the day's sale is as if it had never been. */
async function wholeWithThreeKeys(page: Page, papers: string): Promise<void> {
  const code = await sell(page, papers, tea.barcode, cheese.barcode);
  const dialog = page.getByRole('dialog');
  await scanCode(page, code);
  await expect(dialog.getByText(t('sale.receipt.title')).first()).toBeVisible();
  let keys = 0;
  const press = async (key: string) => {
    keys += 1;
    await page.keyboard.press(key);
  };
  await press('F8');
  await expect(dialog.getByRole('button', { name: t('sale.return.cancelSale') })).toBeVisible();
  await page.screenshot({ path: 'out/screenshots/en-return-1366.png' });
  await press('4');
  await press('Enter');
  await expect(dialog.getByText(t('sale.return.cancelled', { number: 2 }))).toBeVisible();
  await expect(dialog.getByText(figures(34_400)).first()).toBeVisible();
  expect(keys).toBe(3);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  // Nothing of it may come back once more.
  await scanCode(page, code);
  await expect(dialog.getByText(t('sale.receipt.title')).first()).toBeVisible();
  await page.keyboard.press('F8');
  await expect(dialog.getByText(t('sale.return.allBack')).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

/** The tea goes, the cheese comes: only the difference is paid. */
async function exchangeGoods(page: Page, papers: string): Promise<void> {
  const code = await sell(page, papers, tea.barcode);
  const dialog = page.getByRole('dialog');
  await scanCode(page, code);
  await expect(dialog.getByText(t('sale.receipt.title')).first()).toBeVisible();
  await page.keyboard.press('F8');
  await expect(dialog.getByRole('list', { name: t('sale.return.lines') })).toBeVisible();
  await page.keyboard.press('3');
  await page.keyboard.press('F9');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('status').getByText(tea.name)).toBeVisible();
  await scanCode(page, cheese.barcode);
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('F12');
  const payment = page.getByRole('region', { name: t('sale.payment.label') });
  await expect(payment.getByText(figures(15_400)).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(strip(page)).toBeVisible();
  await expect(
    strip(page)
      .getByText(/No\. 3/)
      .first(),
  ).toBeVisible();
}

/** Into the shop to learn in by its menu, one scan that ticks a step, and back to the real shop with its goods and sales. */
async function learn(page: Page): Promise<void> {
  await page.getByRole('button', { name: t('ui.nav.menu') }).click();
  await page.getByRole('menuitem', { name: t('staff.training.enter') }).click();
  await expect(page.getByText(t('staff.training.title'), { exact: true })).toBeVisible();
  await page.getByLabel(t('shift.float'), { exact: true }).fill('100000');
  await page.getByRole('button', { name: t('shift.open') }).click();
  await expect(page.getByLabel(t('sale.field.label'))).toBeFocused();
  await expect(page.getByText(t('staff.tour.scan'))).toBeVisible();
  await scanCode(page, tea.barcode);
  await expect(page.getByText(t('staff.tour.quantity'))).toBeVisible();
  await page.screenshot({ path: 'out/screenshots/en-training-1366.png' });
  await page.getByRole('button', { name: t('staff.training.leave') }).click();
  await expect(page.getByText(t('staff.training.title'), { exact: true })).toBeHidden();
  await expect(page.getByLabel(t('sale.field.label'))).toBeFocused();
}

test('goods come back in part, whole, and against other goods', async ({ screens: page, till }) => {
  test.setTimeout(120_000);
  const papers = join(till.dataDirectory, 'papers');
  mkdirSync(papers, { recursive: true });
  await setUpShop(page, papers);
  await addGoods(page);
  await logIn(page, cashier);
  await page.getByLabel(t('shift.float'), { exact: true }).fill('200000');
  await page.getByRole('button', { name: t('shift.open') }).click();
  await partWithApproval(page, papers);
  await logIn(page, owner);
  await wholeWithThreeKeys(page, papers);
  await exchangeGoods(page, papers);
  await learn(page);
});
