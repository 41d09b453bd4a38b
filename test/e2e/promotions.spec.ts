/**
 * Promotions and coupons as an owner and a cashier live with them, on the demo shop: a promotion from a template, a discount
 * by hand above one's limit, coupons handed out and used, a partner's list, an offer of the week; and every page of theirs
 * in three languages at both sizes.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { demoShop } from '../../shared/shop/demo.ts';
import { goTo, lock, logIn, openDemo, openShift, pictures } from './demoPages.ts';
import { scanCode } from './scannerKeys.ts';
import { expect, test } from './start.ts';
import { wordsIn } from './words.ts';

const t = wordsIn('en');
test.use({ language: 'en', actionTimeout: 20_000 });

/** Every page of promotions and coupons. */
const places = [
  '/promotions',
  '/promotions/new/happyHours',
  '/coupons',
  '/coupons/partners',
  '/coupons/offers',
  '/catalogue/price-tags',
  '/catalogue/sale-prices',
  '/catalogue/groups',
] as const;

/** Ten percent off everything today, from its template, seen in the preview before it is started. */
async function startPromotionOfToday(page: Page): Promise<void> {
  await goTo(page, '/promotions');
  await page
    .getByRole('button', { name: t('promotion.new') })
    .first()
    .click();
  await page.getByRole('dialog').getByText(t('promotion.template.todayOnly.name'), { exact: true }).click();
  await expect(page.getByText('−10%').first()).toBeVisible();
  await expect(page.getByText(/Would have (given|not worked)/)).toBeVisible({ timeout: 15_000 });
  await page.getByRole('button', { name: t('promotion.saveAndStart') }).click();
  await expect(page.getByText(t('promotion.savedAndLive'))).toBeVisible();
  await goTo(page, '/promotions');
  await expect(page.getByText(t('promotion.template.todayOnly.name')).first()).toBeVisible();
}

/** A bearer series worth 5 000 soʻm from 20 000, and a batch of twenty of them on sheets; answers two of its codes. */
async function makeHandout(page: Page, folder: string): Promise<readonly string[]> {
  await goTo(page, '/coupons');
  await page
    .getByRole('button', { name: t('coupon.newSeries') })
    .first()
    .click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel(t('coupon.name')).first().fill('Street coupon');
  await drawer.getByLabel(t('coupon.blank.discount')).first().fill('5000');
  await drawer.getByLabel(t('coupon.blank.minimum')).fill('20000');
  await drawer.getByLabel(t('coupon.giving.byHand')).check();
  await drawer.getByLabel(t('coupon.holding.bearer')).check();
  await drawer.getByRole('button', { name: t('common.save'), exact: true }).click();
  await expect(drawer).toBeHidden();
  await page.getByRole('link', { name: 'Street coupon' }).first().click();
  await page.getByRole('tab', { name: t('coupon.batches') }).click();
  await page
    .getByRole('button', { name: t('coupon.batch.make') })
    .first()
    .click();
  const batch = page.getByRole('dialog');
  await batch.getByRole('radio', { name: t('coupon.batch.kind.sheet8') }).click();
  await batch.getByLabel(t('coupon.batch.count')).fill('20');
  await batch.getByRole('button', { name: t('coupon.batch.make') }).click();
  await expect(page.getByText(t('coupon.batch.state.ready'), { exact: true })).toBeVisible({
    timeout: 15_000,
  });
  await printSheets(page, folder);
  await page.getByLabel(t('coupon.more'), { exact: true }).last().click();
  await page.getByRole('menuitem', { name: t('coupon.batch.showCoupons') }).click();
  const codes = page.getByRole('dialog').getByText(/^K[0-9A-Z]{4}\s[0-9A-Z]{5}$/);
  await expect(codes.first()).toBeVisible();
  const found = await codes.allInnerTexts();
  await page.keyboard.press('Escape');
  return found.map((code) => code.replace(/\s/g, ''));
}

/** The sheets as a PDF of their own: it comes out of the press, begins as a PDF and is not empty. */
async function printSheets(page: Page, folder: string): Promise<void> {
  await page.getByRole('button', { name: t('coupon.print.button') }).click();
  const save = page.getByRole('dialog').getByRole('button', { name: t('receipt.pdf.save') });
  await expect(save).toBeVisible({ timeout: 60_000 });
  const arrives = page.waitForEvent('download');
  await save.click();
  const file = join(folder, 'sheets.pdf');
  await (await arrives).saveAs(file);
  const bytes = readFileSync(file);
  expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  expect(bytes.length).toBeGreaterThan(10_000);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('common.close') })
    .click();
}

/** A partner's list with one good code, one twice and one spoilt: the good one counts after the last button only. */
async function importPartnerCodes(page: Page, folder: string): Promise<void> {
  await goTo(page, '/coupons/partners');
  await page
    .getByRole('button', { name: t('coupon.partner.add') })
    .first()
    .click();
  const partner = page.getByRole('dialog');
  await partner.getByLabel(t('common.name')).fill('Bakery next door');
  await partner.getByRole('button', { name: t('common.save'), exact: true }).click();
  await expect(partner).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Bakery next door' })).toBeVisible();
  await page
    .getByRole('button', { name: t('coupon.newSeries') })
    .first()
    .click();
  const series = page.getByRole('dialog');
  await series.getByLabel(t('coupon.name')).first().fill('Bakery guests');
  await series.getByLabel(t('coupon.blank.discount')).first().fill('3000');
  await series.getByRole('combobox', { name: t('coupon.codes.label') }).click();
  await page.getByRole('option', { name: t('coupon.codes.list') }).click();
  await series.getByRole('button', { name: t('common.save'), exact: true }).click();
  await expect(series).toBeHidden();
  await page.getByRole('link', { name: 'Bakery guests' }).first().click();
  await page
    .getByRole('button', { name: t('coupon.import.open') })
    .first()
    .click();
  const list = join(folder, 'codes.csv');
  writeFileSync(list, 'code\nNON-0001\nNON-0001\nбулка\n');
  await page.locator('input[type=file]').setInputFiles(list);
  await page.getByRole('button', { name: /^Check/ }).click();
  await expect(page.getByText(t('coupon.import.fault.twiceInFile'))).toBeVisible();
  await expect(page.getByText(t('coupon.import.fault.characters'))).toBeVisible();
  await page.getByRole('button', { name: /^Add 1 code/ }).click();
  await expect(page.getByText(/1 code was added/)).toBeVisible();
}

/** Slow goods at a lower price: the tags that this makes due are there at once. */
async function makeOffer(page: Page): Promise<void> {
  await goTo(page, '/coupons/offers');
  await page
    .getByRole('button', { name: t('report.offer.make') })
    .first()
    .click();
  await page.getByRole('checkbox').first().check();
  await page.getByLabel(t('report.offer.name')).first().fill('Offer of this week');
  await page.getByRole('button', { name: /^Offer 1 product/ }).click();
  await expect(page.getByText(t('report.offer.text')).first()).toBeVisible();
  await goTo(page, '/catalogue/price-tags');
  await expect(page.getByText(t('report.tags.why.saleBegins')).first()).toBeVisible();
}

/** A cashier gives five percent alone; ten need the owner's password in place. */
async function giveDiscountByHand(page: Page): Promise<void> {
  for (const code of ['2100000000012', '2100000000036', '2100000000098']) await scanCode(page, code);
  await page.keyboard.press('F7');
  const dialog = page.getByRole('dialog');
  await dialog.getByText(t('sale.discount.onBasket')).click();
  await dialog.getByLabel(t('sale.discount.percent')).fill('10');
  await dialog.getByRole('button', { name: t('sale.discount.why.regular') }).click();
  await expect(dialog.getByRole('button', { name: t('sale.discount.give') })).toBeDisabled();
  await dialog.getByLabel(t('staff.approval.secret')).fill(demoShop.ownerPassword);
  await dialog.getByRole('button', { name: t('sale.discount.give') }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(t('sale.discount.why.regular')).first()).toBeVisible();
}

async function explain(page: Page): Promise<void> {
  await page.getByTitle(t('sale.explain.open')).click();
  const why = page.getByRole('dialog');
  await expect(why.getByText(t('promotion.template.todayOnly.name')).first()).toBeVisible();
  await page.keyboard.press('Escape');
}

async function sell(page: Page): Promise<void> {
  await page.keyboard.press('F12');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: t('sale.finished.label') })).toBeVisible();
}

/** Two keys, the second before the till has answered the first: it is still a card sale and never becomes cash. */
async function sellByCard(page: Page): Promise<void> {
  await page.keyboard.press('F11');
  await page.keyboard.press('Enter');
  const finished = page.getByRole('region', { name: t('sale.finished.label') });
  await expect(finished.getByText(t('sale.finished.paid'))).toBeVisible();
}

test('an owner sets promotions and coupons up, and a cashier sells with them', async ({ screens: page }) => {
  test.setTimeout(300_000);
  const folder = test.info().outputPath('files');
  mkdirSync(folder, { recursive: true });
  await openDemo(page);
  await startPromotionOfToday(page);
  const [first = '', second = ''] = await makeHandout(page, folder);
  await importPartnerCodes(page, folder);
  await makeOffer(page);
  await pictures(page, places);

  await lock(page);
  await logIn(page, 'cashier');
  await openShift(page);
  await giveDiscountByHand(page);
  await explain(page);
  await scanCode(page, first);
  await expect(page.getByText(/Street coupon/).first()).toBeVisible();
  await page.screenshot({ path: 'out/screenshots/promotions-sell.png' });
  await sell(page);

  for (const code of ['2100000000012', '2100000000036']) await scanCode(page, code);
  await scanCode(page, first);
  await expect(page.getByRole('alert')).toBeVisible();
  await scanCode(page, 'NON-0001');
  await expect(page.getByText(/Bakery guests/).first()).toBeVisible();
  await scanCode(page, second);
  await expect(page.getByRole('alert')).toBeVisible();
  await sellByCard(page);
});
