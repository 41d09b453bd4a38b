/** A complaint from the scan of its receipt to its end: three words at the till, another person's answer, an apology. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { decodeJob } from '../receipt/decodeJob.ts';
import { scanCode } from './scannerKeys.ts';
import { expect, test } from './start.ts';
import { languageNames, wordsIn } from './words.ts';

const t = wordsIn('en');
const owner = { name: 'Egasi', password: 'bahor va yoz' };
const cashier = { name: 'Kassir', pin: '2580' };
const tea = { name: 'Koʻk choy 95', barcode: '4780012345677', priceSom: '9500' };
const cheese = { name: 'Hochland', barcode: '4600000000015', priceSom: '24900' };
const customer = { name: 'Malika', phone: '901234567' };

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

/** An answer that is written once, with the places that are filled in for each customer. */
async function writeTemplate(page: Page): Promise<void> {
  await page.getByRole('link', { name: t('ui.nav.service') }).click();
  await page.getByRole('tab', { name: t('service.tab.templates') }).click();
  await page
    .getByRole('button', { name: t('service.template.new') })
    .first()
    .click();
  const form = page.getByRole('dialog');
  await form.getByLabel(t('common.name')).first().fill('Exchange');
  await form.getByLabel(t('service.template.words')).first().fill('{name}, sorry! We exchange it by {day}.');
  await form.getByRole('button', { name: t('common.save') }).click();
  await expect(form).toBeHidden();
  await expect(page.getByRole('cell', { name: 'Exchange', exact: true })).toBeVisible();
}

async function logIn(page: Page, who: { name: string; pin?: string; password?: string }): Promise<void> {
  await page.keyboard.press('Control+Shift+KeyL');
  await page.getByRole('button', { name: new RegExp(`^${who.name}`) }).click();
  if (who.pin !== undefined) await page.keyboard.type(who.pin);
  else await page.getByLabel(t('staff.password'), { exact: true }).fill(who.password ?? '');
  await page.keyboard.press('Enter');
}

/** The codes below the receipts that came out, oldest first. */
function receiptCodes(folder: string): readonly string[] {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.bin')) : [];
  return files
    .sort()
    .flatMap((name) => decodeJob(readFileSync(join(folder, name))).barcodes.map((code) => code.data))
    .filter((code) => code.startsWith('R'));
}

async function attachNewCustomer(page: Page): Promise<void> {
  await page.keyboard.press('F4');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t('customer.attach.find')).fill(customer.phone);
  await dialog.getByLabel(t('customer.attach.agrees')).check();
  await dialog.getByLabel(t('customer.attach.nameIfTold')).fill(customer.name);
  await dialog.getByRole('button', { name: t('customer.attach.make') }).click();
  await expect(dialog).toBeHidden();
}

const strip = (page: Page): Locator => page.getByRole('region', { name: t('sale.finished.label') });

async function payCash(page: Page, papers: string): Promise<string> {
  const before = receiptCodes(papers).length;
  await page.keyboard.press('F12');
  await page.keyboard.press('Enter');
  await expect(strip(page)).toBeVisible();
  await expect.poll(() => receiptCodes(papers).length, { timeout: 15_000 }).toBe(before + 1);
  return receiptCodes(papers).at(-1) ?? '';
}

/** From the scan on: the line, the topic, three words, Enter. The receipt that was sold last is offered before it. */
async function complainWithFourKeys(page: Page, code: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await page.keyboard.press('Shift+F8');
  await expect(dialog.getByText(t('service.complaint.receipt', { number: 2 }))).toBeVisible();
  await scanCode(page, code);
  await expect(dialog.getByText(t('service.complaint.receipt', { number: 1 }))).toBeVisible();
  await expect(dialog.getByText(customer.name)).toBeVisible();
  let keys = 0;
  const press = async (key: string) => {
    keys += 1;
    await page.keyboard.press(key);
  };
  await press('ArrowDown');
  await expect(dialog.getByRole('button', { name: tea.name })).toHaveAttribute('aria-pressed', 'true');
  await press('1');
  await expect(dialog.getByLabel(t('service.complaint.words'))).toBeFocused();
  // Typed key by key by a machine it would look like a scan.
  await dialog.getByLabel(t('service.complaint.words')).fill('The tea is damp');
  await press('Enter');
  await expect(page.getByText(t('service.complaint.noted', { number: 1 }))).toBeVisible();
  await expect(dialog).toBeHidden();
  expect(keys).toBeLessThanOrEqual(5);
}

/** A low answer in two keys, and the complaint that follows from it in one. */
async function askFeedback(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await page.keyboard.press('Shift+F4');
  await expect(dialog.getByText(t('service.feedback.question.nps'))).toBeVisible();
  await page.keyboard.press('6');
  await expect(dialog.getByText(t('service.feedback.whatWrong'))).toBeVisible();
  await page.keyboard.press('2');
  await expect(dialog.getByRole('button', { name: t('service.reason.service') })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.keyboard.press('F8');
  await expect(dialog.getByLabel(t('service.complaint.words'))).toBeVisible();
  await expect(dialog.getByRole('button', { name: t('service.topic.service') })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

/** The owner promises a day and answers by the template, which knows the customer's name and that day. */
async function answerByTemplate(page: Page): Promise<void> {
  await page.getByRole('button', { name: t('ui.nav.menu') }).click();
  await page.getByRole('menuitem', { name: t('ui.nav.service') }).click();
  const row = page.getByRole('row', { name: /The tea is damp/ });
  await expect(row.getByText(/^2[34] h( \d+ min)? left$/)).toBeVisible();
  await expect(row.getByText(tea.name)).toBeVisible();
  await expect(row.getByText(t('service.complaint.nobody'))).toBeVisible();
  await row.click();
  await expect(
    page.getByRole('heading', { name: t('service.complaint.title', { number: 1 }) }),
  ).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: cashier.name }).first()).toBeVisible();
  const dialog = page.getByRole('dialog');
  await page.keyboard.press('F4');
  await expect(dialog.getByLabel(t('service.promise.day'))).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('F2');
  const field = page.getByLabel(t('service.answer.words'));
  await expect(field).toBeFocused();
  await page.getByRole('combobox', { name: t('service.answer.template') }).click();
  await page.getByRole('option', { name: 'Exchange' }).click();
  await expect(field).toHaveValue(new RegExp(`^${customer.name}, sorry! We exchange it by .*20\\d\\d`));
  await field.press('Control+Enter');
  await expect(page.getByText(/^Answered in \d+ min$|^Answered$/).first()).toBeVisible();
  await expect(page.getByText(t('service.step.assigned', { name: owner.name }))).toBeVisible();
}

/** Bonus within the shift's budget, then the end; the list of living complaints is empty. */
async function apologiseAndClose(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await page.keyboard.press('F7');
  await expect(dialog.getByLabel(t('service.apology.amount'))).toBeFocused();
  await page.keyboard.type('5000');
  await page.keyboard.press('Enter');
  await expect(page.getByText(t('service.apology.done'))).toBeVisible();
  await expect(
    page.getByRole('region', { name: t('service.apology.given') }).getByText(/5[,\s]?000/),
  ).toBeVisible();
  await page.keyboard.press('F9');
  await dialog.getByRole('button', { name: t('service.act.close') }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(t('service.outcome.solved')).first()).toBeVisible();
  await page.getByRole('link', { name: t('ui.nav.service') }).click();
  await expect(page.getByText(t('service.complaint.none.living'))).toBeVisible();
  await page.getByText(t('service.list.closed'), { exact: true }).click();
  await expect(page.getByRole('row', { name: /The tea is damp/ })).toBeVisible();
}

test('a complaint goes from the scan of its receipt to an answer, an apology and its end', async ({
  screens: page,
  till,
}) => {
  // A few seconds on a free machine; several times that on a busy one.
  test.setTimeout(120_000);
  const papers = join(till.dataDirectory, 'papers');
  mkdirSync(papers, { recursive: true });
  await setUpShop(page, papers);
  await addGoods(page);
  await writeTemplate(page);
  await logIn(page, cashier);
  await page.getByLabel(t('shift.float'), { exact: true }).fill('200000');
  await page.getByRole('button', { name: t('shift.open') }).click();
  await expect(page.getByLabel(t('sale.field.label'))).toBeFocused();
  await scanCode(page, tea.barcode);
  await scanCode(page, cheese.barcode);
  await expect(page.getByRole('option')).toHaveCount(2);
  await attachNewCustomer(page);
  const code = await payCash(page, papers);
  await scanCode(page, cheese.barcode);
  await expect(page.getByRole('option')).toHaveCount(1);
  await payCash(page, papers);
  await complainWithFourKeys(page, code);
  await askFeedback(page);
  await logIn(page, owner);
  await answerByTemplate(page);
  await apologiseAndClose(page);
});
