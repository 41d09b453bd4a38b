/**
 * One customer as the shop knows them, on the demo shop: an allergy noted by the owner stands before the cashier, who writes
 * down a wish in one key; the owner finds both on one page, buys for a firm with it, forgets somebody; and the pages of it
 * in three languages at both sizes.
 */
import type { Page } from '@playwright/test';
import { goTo, lock, logIn, openDemo, openShift, pictures } from './demoPages.ts';
import { scanCode } from './scannerKeys.ts';
import { expect, test } from './start.ts';
import { wordsIn } from './words.ts';

const t = wordsIn('en');
test.use({ language: 'en', actionTimeout: 20_000 });

const tea = '2100000000036';

const places = [
  '/customers',
  '/customers/segments',
  '/customers/segments/vip',
  '/customers/abc',
  '/customers/firms',
  '/service',
  '/service/feedback',
  '/service/tasks',
  '/service/wishes',
] as const;

/** The name of a customer with a card of their own page; answers it and its address. */
async function openFirst(page: Page): Promise<{ readonly name: string; readonly address: string }> {
  await goTo(page, '/customers');
  await page.getByRole('row').nth(1).click();
  await expect(page.getByRole('tab', { name: t('report.profile.tab.timeline') })).toBeVisible();
  const name = await page.getByRole('heading', { level: 1 }).innerText();
  return { name, address: await page.evaluate(() => location.hash.slice(1)) };
}

async function noteAllergy(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: t('customer.fact.add') }).click();
  await page.getByLabel(t('customer.fact.words')).fill(words);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: t('customer.fact.title') }).getByText(words)).toBeVisible();
}

test('what the owner notes stands before the cashier, a wish comes back, a customer becomes a firm, and may be forgotten', async ({
  screens: page,
}) => {
  test.setTimeout(300_000);
  await openDemo(page);
  const customer = await openFirst(page);
  await noteAllergy(page, 'Zafaron');
  await lock(page);
  await logIn(page, 'cashier');
  await openShift(page);
  await scanCode(page, tea);
  await page.keyboard.press('F4');
  await page.keyboard.type(customer.name);
  await expect(page.getByRole('option', { name: customer.name }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  const strip = page.getByRole('region', { name: t('sale.customer.label') });
  await expect(strip.getByText(/Zafaron/)).toBeVisible();

  await page.keyboard.press('Shift+F3');
  await page.getByRole('dialog').getByLabel(t('service.wish.what')).fill('Qora zira');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('F12');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/No\. \d+/).first()).toBeVisible();

  await lock(page);
  await logIn(page, 'owner');
  await expect(page.getByLabel(t('sale.field.label'))).toBeVisible();
  await goTo(page, '/service/wishes');
  await expect(page.getByRole('row', { name: /Qora zira/ })).toBeVisible();
  await goTo(page, customer.address);
  await expect(page.getByText(/Qora zira/).first()).toBeVisible();

  await page.getByRole('tab', { name: t('report.profile.tab.firm') }).click();
  await page.getByRole('button', { name: t('report.firm.make') }).click();
  await page.getByLabel(t('report.firm.legalName')).fill('Anor Savdo MCHJ');
  await page.getByLabel(t('report.firm.taxNumber')).fill('301 234 568');
  await page.getByRole('button', { name: t('common.save') }).click();
  await expect(page.getByText('301234568')).toBeVisible();
  await goTo(page, '/customers/firms');
  await expect(page.getByRole('row', { name: /Anor Savdo MCHJ/ })).toBeVisible();

  await pictures(page, [...places, customer.address]);

  await goTo(page, '/customers');
  const row = page.getByRole('row').nth(3);
  await row.click();
  const name = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByRole('tab', { name: t('report.profile.tab.consents') }).click();
  await page.getByRole('button', { name: t('customer.erase.open') }).click();
  await expect(page.getByRole('dialog').getByText(t('customer.erase.title', { name }))).toBeVisible();
});
