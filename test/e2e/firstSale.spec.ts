/** The main story, in each language: a shop is set up, sells, gives a coupon, redeems it, and sees its day. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createFormat } from '../../shared/format.ts';
import { type Language, languages } from '../../shared/text.ts';
import { type DecodedJob, decodeJob } from '../receipt/decodeJob.ts';
import { scanCode } from './scannerKeys.ts';
import { expect, test } from './start.ts';
import { languageNames, wordsIn } from './words.ts';

const owner = { name: 'Egasi', password: 'bahor va yoz' };
const cashier = { name: 'Kassir', pin: '2580' };
const goods = [
  { name: 'Koʻk choy 95', barcode: '4780012345677', priceSom: '9500' },
  { name: 'Сыр Hochland плавленый', barcode: '4600000000015', priceSom: '24900' },
  { name: 'Gʻisht choy', barcode: '4006381333931', priceSom: '18000' },
] as const;
const phone = '901234567';

interface Story {
  readonly page: Page;
  readonly language: Language;
  readonly t: ReturnType<typeof wordsIn>;
  readonly papers: string;
}

async function picture({ page, language }: Story, name: string): Promise<void> {
  mkdirSync('out/screenshots', { recursive: true });
  for (const [width, height] of [
    [1366, 768],
    [1024, 768],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: `out/screenshots/${language}-${name}-${width}.png` });
  }
  await page.setViewportSize({ width: 1366, height: 768 });
}

async function setUpShop(story: Story): Promise<void> {
  const { page, t } = story;
  await page.getByRole('button', { name: languageNames[story.language] }).click();
  await picture(story, '01-choice');
  await page.getByRole('button', { name: t('shop.startOwn') }).click();
  await page.getByLabel(t('shop.name')).fill('Oʻrikzor savdo');
  await picture(story, '02-shop');
  await page.getByRole('button', { name: t('common.next') }).click();
  await page.getByLabel(t('staff.name')).fill(owner.name);
  await page.getByLabel(t('staff.password'), { exact: true }).fill(owner.password);
  await page.getByLabel(t('staff.repeat')).fill(owner.password);
  await page.getByRole('button', { name: t('common.next') }).click();
  await page.getByLabel(t('staff.name')).fill(cashier.name);
  await page.getByLabel(t('staff.pin')).fill(cashier.pin);
  await page.getByRole('button', { name: t('common.next') }).click();
  await page.getByLabel(t('receipt.connectionKind.file')).check();
  await page.getByLabel(t('receipt.folder'), { exact: true }).fill(story.papers);
  await picture(story, '03-printer');
  await page.getByRole('button', { name: t('common.next') }).click();
  await picture(story, '04-bonus');
  await page.getByRole('button', { name: t('common.next') }).click();
  await page.getByRole('button', { name: t('shop.start') }).click();
  await page.getByLabel(t('staff.recoveryKept')).check();
  await picture(story, '05-recovery');
  await page.getByRole('button', { name: t('common.continue') }).click();
}

async function addGoods(story: Story): Promise<void> {
  const { page, t } = story;
  await page.getByRole('link', { name: t('ui.nav.catalogue') }).click();
  for (const product of goods) {
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
    await expect(page.getByText(product.name)).toBeVisible();
  }
  await picture(story, '06-goods');
}

async function logInCashier(story: Story): Promise<void> {
  const { page, t } = story;
  await page.getByRole('button', { name: new RegExp(t('ui.nav.lock')) }).click();
  await page.getByRole('button', { name: new RegExp(`^${cashier.name}`) }).click();
  await picture(story, '07-log-in');
  await page.keyboard.type(cashier.pin);
  await page.keyboard.press('Enter');
}

async function openShift(story: Story): Promise<void> {
  const { page, t } = story;
  await page.getByLabel(t('shift.float'), { exact: true }).fill('200000');
  await picture(story, '08-shift');
  await page.getByRole('button', { name: t('shift.open') }).click();
  await expect(page.getByLabel(t('sale.field.label'))).toBeFocused();
}

/** Attaches by phone, of which a cashier sees the end; the first time the phone makes the customer, with their consent. */
async function attachCustomer(story: Story, isNew: boolean): Promise<void> {
  const { page, t } = story;
  await page.keyboard.press('F4');
  await page.getByLabel(t('customer.attach.find')).fill(phone);
  if (isNew) {
    await page.getByLabel(t('customer.attach.agrees')).check();
    await picture(story, '10-new-customer');
    await page.getByRole('button', { name: t('customer.attach.make') }).click();
  } else {
    await expect(
      page
        .getByRole('dialog')
        .getByText(/•• ••• 45.67/)
        .first(),
    ).toBeVisible();
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByText(/•• ••• 45.67/)).toBeVisible();
}

/** The papers of the file printer that carry a receipt, oldest first; the drawer's openings are no papers. */
function receiptsIn(folder: string): DecodedJob[] {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.bin')) : [];
  return files
    .sort()
    .map((name) => decodeJob(readFileSync(join(folder, name))))
    .filter((job) => job.barcodes.some((code) => code.data.startsWith('R')));
}

async function nextReceipt(folder: string, count: number): Promise<DecodedJob> {
  await expect.poll(() => receiptsIn(folder).length, { timeout: 15_000 }).toBe(count);
  const receipt = receiptsIn(folder).at(-1);
  if (receipt === undefined) throw new Error('no receipt came out');
  return receipt;
}

for (const language of languages) {
  test.describe(`in ${languageNames[language]}`, () => {
    test.use({ language });

    test('from the first start to a redeemed coupon and the day’s figures', async ({ screens, till }) => {
      test.setTimeout(120_000);
      const t = wordsIn(language);
      const format = createFormat(language);
      const story: Story = { page: screens, language, t, papers: join(till.dataDirectory, 'papers') };
      mkdirSync(story.papers, { recursive: true });
      const page = screens;

      await setUpShop(story);
      await addGoods(story);
      await logInCashier(story);
      await openShift(story);

      for (const product of goods) await scanCode(page, product.barcode);
      await expect(page.getByText(format.number(52_400)).first()).toBeVisible();
      await picture(story, '09-basket');
      await attachCustomer(story, true);
      await picture(story, '11-customer');
      await page.keyboard.press('F12');
      await picture(story, '12-payment');
      await page.keyboard.press('Enter');
      await expect(page.getByText(t('sale.finished.receipt', { number: 1 }))).toBeVisible();
      await picture(story, '13-sold');

      const first = await nextReceipt(story.papers, 1);
      const text = first.lines.join('\n');
      expect(text).toContain("O'rikzor savdo");
      expect(text).toContain("Ko'k choy 95");
      expect(text).toContain('Hochland');
      expect(text.replaceAll(',', ' ')).toContain('52 400');
      expect(text.replaceAll(',', ' ')).toContain('+1 048');
      const coupon = first.barcodes.map((code) => code.data).find((code) => code.startsWith('K'));
      expect(coupon).toMatch(/^K[2-9A-HJ-NP-Z]{9}$/);
      expect(first.qrCodes.map((code) => code.data)).toContain(coupon);

      for (const product of goods) await scanCode(page, product.barcode);
      await scanCode(page, coupon ?? '');
      await expect(page.getByText(t('refusals.CouponNeedsCustomer'))).toBeVisible();
      await attachCustomer(story, false);
      await scanCode(page, coupon ?? '');
      await expect(page.getByText(format.number(47_400)).first()).toBeVisible();
      await picture(story, '14-coupon');
      await page.keyboard.press('F12');
      await page.keyboard.press('Enter');
      await expect(page.getByText(t('sale.finished.receipt', { number: 2 }))).toBeVisible();
      const second = await nextReceipt(story.papers, 2);
      const paid = second.lines.map((line) => line.replaceAll(',', ' ')).join('\n');
      expect(paid).toContain('47 400');

      await scanCode(page, goods[0].barcode);
      await attachCustomer(story, false);
      await scanCode(page, coupon ?? '');
      await expect(page.getByText(/№ ?2|No\. 2/).first()).toBeVisible();
      await picture(story, '15-used-coupon');
      await page.keyboard.press('Delete');

      await page.keyboard.press('Control+Shift+KeyL');
      await page.getByRole('button', { name: new RegExp(`^${owner.name}`) }).click();
      await page.getByLabel(t('staff.password'), { exact: true }).fill(owner.password);
      await page.keyboard.press('Enter');
      await expect(page.getByLabel(t('sale.field.label'))).toBeVisible();
      await page.evaluate(() => {
        location.hash = '#/today';
      });
      await expect(page.getByText(t('report.couponsRedeemed')).first()).toBeVisible();
      await expect(page.getByText(format.number(99_800)).first()).toBeVisible();
      await picture(story, '16-today');
    });
  });
}
