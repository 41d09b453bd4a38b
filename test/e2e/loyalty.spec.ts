/**
 * Loyalty, gift cards and nasiya as an owner and a cashier live with them, on the demo shop: a gift card is sold and pays,
 * small change stays on the account, goods go on credit and are paid back, a debt is copied from the notebook; and every page
 * of theirs in three languages at both sizes.
 */
import type { Locator, Page } from '@playwright/test';
import { goTo, lock, logIn, openDemo, openShift, pictures } from './demoPages.ts';
import { scanCode } from './scannerKeys.ts';
import { expect, test } from './start.ts';
import { wordsIn } from './words.ts';

const t = wordsIn('en');
test.use({ language: 'en', actionTimeout: 20_000 });

const tea = '2100000000036';
const name = 'Aziza opa';
const phone = '901234509';

const places = [
  '/loyalty',
  '/loyalty/tiers',
  '/loyalty/deeds',
  '/loyalty/stamps',
  '/loyalty/challenges',
  '/loyalty/draws',
  '/loyalty/contests',
  '/loyalty/charity',
  '/loyalty/report',
  '/loyalty/corrections',
  '/credit',
  '/credit/gift-cards',
  '/credit/notebook',
] as const;

/** A row of the paper notebook by keys alone: name, phone, sum, Enter; then it stands among the debts. */
async function copyNotebook(page: Page): Promise<void> {
  await goTo(page, '/credit/notebook');
  await expect(page.getByLabel(t('credit.notebook.name'))).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Tab');
  await page.keyboard.type(phone);
  await page.keyboard.press('Tab');
  await page.keyboard.type('120000');
  await page.keyboard.press('Enter');
  await expect(page.getByText(t('credit.notebook.newCustomer')).first()).toBeVisible();
  await goTo(page, '/credit');
  await page.getByLabel(t('credit.searchDebtor')).fill(phone);
  await expect(page.getByRole('row', { name: written(120_000) })).toContainText(name);
}

/** Sold for cash at the open till; answers the number that stands on its slip. */
async function sellGiftCard(page: Page): Promise<string> {
  await goTo(page, '/credit/gift-cards');
  await expect(page.getByText(t('credit.giftCard.emptyWhole'))).toBeVisible();
  await page.getByRole('button', { name: t('credit.giftCard.sell') }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel(t('credit.giftCard.amount'))).toBeFocused();
  await page.keyboard.type('50000');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(t('credit.giftCard.soldTitle'))).toBeVisible();
  const number = await dialog.getByText(/^G[0-9A-Z]{4}\s?[0-9A-Z]{5}$/).innerText();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  return number.replace(/\s/g, '');
}

/** Tea for the customer of the notebook, found by phone, up to the payment; answers what is due in so'm. */
async function teaForCustomer(page: Page): Promise<number> {
  await goTo(page, '/');
  await expect(page.getByLabel(t('sale.field.label'))).toBeFocused();
  await scanCode(page, tea);
  await page.keyboard.press('F4');
  await page.keyboard.type(phone);
  await expect(page.getByRole('option', { name })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(customerCard(page).getByText(name)).toBeVisible();
  await page.keyboard.press('F12');
  return dueOf(page);
}

const customerCard = (page: Page): Locator => page.getByRole('region', { name: t('sale.customer.label') });
const payment = (page: Page): Locator => page.getByRole('region', { name: t('sale.payment.label') });

const numberIn = (words: string): number => Number(words.replace(/\D/g, ''));
/** A sum as the screen writes it, whatever stands between its groups. */
const written = (sum: number): RegExp => new RegExp(sum.toLocaleString('en').replaceAll(',', '[,\\s]'));

async function dueOf(page: Page): Promise<number> {
  return numberIn(await payment(page).locator('strong').first().innerText());
}

async function complete(page: Page): Promise<Locator> {
  await page.keyboard.press('Enter');
  const strip = page.getByRole('region', { name: t('sale.finished.label') });
  await expect(strip).toBeVisible();
  return strip;
}

/** The card pays all of the tea: no cash is asked for, and the rest stays on the card. */
async function payWithGiftCard(page: Page, giftCard: string): Promise<void> {
  const dueSom = await teaForCustomer(page);
  await scanCode(page, giftCard);
  await expect.poll(() => dueOf(page)).toBe(0);
  await complete(page);
  await goTo(page, '/credit/gift-cards');
  await page.getByLabel(t('credit.giftCard.number')).fill(giftCard);
  await expect(page.getByRole('row', { name: written(50_000 - dueSom) })).toBeVisible();
}

/** F8 leaves the small change with the shop; what it is stands in the strip of the finished sale. */
async function keepChange(page: Page): Promise<void> {
  const dueSom = await teaForCustomer(page);
  await page.keyboard.type('10000');
  await page.keyboard.press('F8');
  const keptSom = (10_000 - dueSom) % 1000;
  await expect(payment(page).getByRole('button', { pressed: true })).toContainText(String(keptSom));
  const strip = await complete(page);
  await expect(strip.getByText(t('sale.finished.kept', { sum: keptSom }))).toBeVisible();
}

/** F7 writes the tea to the notebook's debt; the same customer then pays 20 000 back from the strip. */
async function buyOnCreditAndRepay(page: Page): Promise<void> {
  const dueSom = await teaForCustomer(page);
  await page.keyboard.press('F7');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel(t('sale.credit.amount'))).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => dueOf(page)).toBe(0);
  const strip = await complete(page);
  await expect(strip.getByText(t('sale.finished.onCredit'))).toBeVisible();

  await page.keyboard.press('F4');
  await page.keyboard.type(phone);
  await expect(page.getByRole('option', { name })).toBeVisible();
  await page.keyboard.press('Enter');
  await customerCard(page)
    .getByRole('button', { name: written(120_000 + dueSom) })
    .click();
  await expect(dialog.getByLabel(t('credit.repay.amount'))).toBeFocused();
  await page.keyboard.type('20000');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(written(100_000 + dueSom))).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(customerCard(page).getByRole('button', { name: written(100_000 + dueSom) })).toBeVisible();
}

test('a shop lives with gift cards, kept change and nasiya', async ({ screens: page }) => {
  test.setTimeout(420_000);
  await openDemo(page);
  await copyNotebook(page);
  await pictures(page, places);

  await lock(page);
  await logIn(page, 'cashier');
  await openShift(page);
  const giftCard = await sellGiftCard(page);
  await payWithGiftCard(page, giftCard);
  await keepChange(page);
  await buyOnCreditAndRepay(page);
});
