/** The demo shop: three months of sales to look around in, sold on at once, and left behind with its settings kept. */
import { mkdirSync } from 'node:fs';
import { demoShop } from '../../shared/shop/demo.ts';
import { scanCode } from './scannerKeys.ts';
import { expect, test } from './start.ts';
import { languageNames, wordsIn } from './words.ts';

const t = wordsIn('uz');

test.use({ language: 'uz' });

test('the demo shop is made while the bar moves, sells, shows its day, and is left again', async ({
  screens: page,
}) => {
  test.setTimeout(240_000);
  mkdirSync('out/screenshots', { recursive: true });
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.getByRole('button', { name: languageNames.uz }).click();
  await page.getByRole('button', { name: t('shop.openDemo') }).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(page.getByText(t('report.bonusOwed')).first()).toBeVisible({ timeout: 150_000 });
  await page.mouse.move(600, 20);
  await page.screenshot({ path: 'out/screenshots/demo-today.png' });

  await page.getByRole('button', { name: new RegExp(t('ui.nav.lock')) }).click();
  await page.getByRole('button', { name: new RegExp(`${t('staff.role.cashier')}$`) }).click();
  await page.keyboard.type(demoShop.cashierPin);
  await page.keyboard.press('Enter');
  await page.getByLabel(t('shift.float'), { exact: true }).fill('200000');
  await page.getByRole('button', { name: t('shift.open') }).click();
  await expect(page.getByLabel(t('sale.field.label'))).toBeFocused();
  for (const code of ['2100000000012', '2100000000036', '2100000000098']) await scanCode(page, code);
  await page.keyboard.type('pomidor');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('F4');
  await page.getByLabel(t('customer.attach.find')).fill('7510');
  await expect(page.getByRole('dialog').getByText(/Jumagul/)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('F4');
  await page.getByLabel(t('customer.attach.find')).fill('Жумагул');
  await expect(page.getByRole('dialog').getByText(/Jumagul/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Jumagul/)).toBeVisible();
  await page.screenshot({ path: 'out/screenshots/demo-sell.png' });
  await page.keyboard.press('F12');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/№/).first()).toBeVisible();

  await page.keyboard.press('Control+Shift+KeyL');
  await page.getByRole('button', { name: new RegExp(`${t('staff.role.owner')}$`) }).click();
  await page.getByLabel(t('staff.password'), { exact: true }).fill(demoShop.ownerPassword);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(t('sale.field.label'))).toBeVisible();
  await page.evaluate(() => {
    location.hash = '#/settings';
  });
  await page.getByRole('tab', { name: t('shop.part.demo') }).click();
  await page.getByRole('button', { name: t('shop.leaveDemo') }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('shop.leaveDemo') })
    .click();
  await page.getByRole('button', { name: languageNames.uz }).click();
  await page.getByRole('button', { name: t('shop.startOwn') }).click();
  // The settings stay, but a shop of one's own has no invented name.
  await expect(page.getByLabel(t('shop.name'))).toHaveValue('');
  await expect(page.getByLabel(t('shop.vatMode.usual'))).toBeChecked();
});
