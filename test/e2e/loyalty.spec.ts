/**
 * Loyalty, gift cards and nasiya as an owner and a cashier live with them, on the demo shop: a gift card is sold and pays,
 * small change stays on the account, goods go on credit and are paid back, a debt is copied from the notebook; and every page
 * of theirs in three languages at both sizes.
 */
import type { Page } from '@playwright/test';
import { goTo, lock, logIn, openDemo, openShift, pictures } from './demoPages.ts';
import { scanCode } from './scannerKeys.ts';
import { expect, test } from './start.ts';
import { wordsIn } from './words.ts';

const t = wordsIn('en');
test.use({ language: 'en', actionTimeout: 20_000 });

const tea = '2100000000012';
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

/** A row of the paper notebook by keys alone: name, phone, sum, Enter. */
async function copyNotebook(page: Page): Promise<void> {
  await goTo(page, '/credit/notebook');
  const name = page.getByLabel(t('credit.notebook.name')).first();
  await name.fill('Aziza opa');
  await page.keyboard.press('Tab');
  await page.keyboard.type(phone);
  await page.keyboard.press('Tab');
  await page.keyboard.type('120000');
  await page.keyboard.press('Enter');
  await expect(page.getByText(t('credit.notebook.newCustomer')).first()).toBeVisible();
  await goTo(page, '/credit');
  await expect(page.getByText('Aziza opa').first()).toBeVisible();
}

/** Sold for cash at the open till; answers the number that stands on its slip. */
async function sellGiftCard(page: Page): Promise<string> {
  await goTo(page, '/credit/gift-cards');
  await page
    .getByRole('button', { name: t('credit.giftCard.sell') })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t('credit.giftCard.amount')).first().fill('50000');
  await dialog.getByRole('button', { name: t('credit.giftCard.sellAction'), exact: true }).click();
  const number = dialog.getByText(/^G[0-9A-Z]{4}\s?[0-9A-Z]{5}$/).first();
  await expect(number).toBeVisible();
  const code = (await number.innerText()).replace(/\s/g, '');
  await page.keyboard.press('Escape');
  return code;
}

async function finished(page: Page) {
  const strip = page.getByRole('region', { name: t('sale.finished.label') });
  await expect(strip).toBeVisible();
  return strip;
}

/** The customer of the notebook is found by phone; F8 keeps the small change. */
async function payWithCardAndKeepChange(page: Page, giftCard: string): Promise<void> {
  await scanCode(page, tea);
  await page.keyboard.press('F4');
  await page.keyboard.type(phone);
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Aziza opa').first()).toBeVisible();
  await scanCode(page, giftCard);
  await expect(page.getByText(t('sale.totals.giftCard')).first()).toBeVisible();
  await page.keyboard.press('F12');
  await page.keyboard.press('Enter');
  await finished(page);
}

test('a shop lives with gift cards, kept change and nasiya', async ({ screens: page }) => {
  test.setTimeout(420_000);
  await openDemo(page);
  await copyNotebook(page);
  await pictures(page, places);

  await lock(page);
  await logIn(page, 'cashier');
  await openShift(page);
  await goTo(page, '/credit/gift-cards');
  const giftCard = await sellGiftCard(page);
  await goTo(page, '/');
  await payWithCardAndKeepChange(page, giftCard);
});
