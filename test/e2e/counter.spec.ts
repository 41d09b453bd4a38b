/**
 * A shift at the counter on the demo shop, from the opening to a count that does not agree: cash taken out, another seller in one
 * act, the owner's look at the day, the blind count with a second person's word, the journal that proves itself; and every page
 * of people, shifts, months and the journal in three languages at both sizes.
 */
import type { Page } from '@playwright/test';
import { createFormat } from '../../shared/format.ts';
import { demoShop } from '../../shared/shop/demo.ts';
import { goTo, lock, logIn, openDemo, openShift, pictures } from './demoPages.ts';
import { scanCode } from './scannerKeys.ts';
import { expect, test } from './start.ts';
import { wordsIn } from './words.ts';

const t = wordsIn('en');
const format = createFormat('en');
test.use({ language: 'en', actionTimeout: 20_000 });

const tea = '2100000000036';

const places = [
  '/people',
  '/people/rights',
  '/people/plan',
  '/people/skills',
  '/me',
  '/shift',
  '/shift/history',
  '/shift/notebook',
  '/shift/checklists',
  '/journal',
  '/month',
  '/month/expenses',
  '/inspection',
  '/papers',
  '/returns',
] as const;

/** A scan is done when its line stands in the basket. */
async function scanTea(page: Page): Promise<void> {
  await scanCode(page, tea);
  await expect(page.getByRole('option', { name: /Green tea/ })).toBeVisible();
}

async function sellTea(page: Page): Promise<void> {
  await expect(page.getByLabel(t('sale.field.label'))).toBeFocused();
  await scanTea(page);
  await page.keyboard.press('F12');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: t('sale.finished.label') })).toBeVisible();
}

/** Small change for the taxi leaves the drawer, with a reason. */
async function takeCashOut(page: Page): Promise<void> {
  await goTo(page, '/shift');
  await page.getByRole('button', { name: t('shift.move.expense') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t('shift.move.amount')).fill('50000');
  await dialog.getByLabel(t('common.reason')).fill('taxi');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText('taxi')).toBeVisible();
}

/** The basket stays while the owner looks at the day with their own password. */
async function peek(page: Page): Promise<void> {
  await goTo(page, '/');
  await scanTea(page);
  await page.keyboard.press('Control+Shift+KeyT');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t('staff.password'), { exact: true }).fill(demoShop.ownerPassword);
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(t('report.net')).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('F12');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: t('sale.finished.label') })).toBeVisible();
}

/** Far too little is counted: the till asks to count again, then for a reason and another person. */
async function closeBlind(page: Page): Promise<void> {
  await goTo(page, '/shift/close');
  await page
    .getByRole('button', { name: new RegExp(`${t('shift.closing.anyway')}|${t('common.next')}`) })
    .click();
  await expect(page.getByText(t('shift.expected'))).toBeHidden();
  await page.getByLabel(format.som(100_000), { exact: true }).fill('1');
  await page.getByRole('button', { name: t('shift.close'), exact: true }).click();
  await page.getByRole('button', { name: t('shift.closing.isRight') }).click();
  await page.getByLabel(t('shift.closing.reason')).fill('the drawer was counted twice');
  await page.getByLabel(t('staff.approval.secret')).fill(demoShop.ownerPassword);
  await page.keyboard.press('Enter');
  await expect(page.getByText(t('shift.shortage'))).toBeVisible();
}

/** The owner sees the difference first, and the journal proves that nothing was bent. */
async function readJournal(page: Page): Promise<void> {
  // A log-in leads to the sale; only then another page is asked for.
  await expect(page.getByLabel(t('shift.float'), { exact: true })).toBeVisible();
  await goTo(page, '/journal');
  await expect(page.getByText(t('report.documentKind.shiftClosed')).first()).toBeVisible();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await page.getByRole('button', { name: t('report.attention.seen') }).click();
  await page.getByRole('button', { name: t('report.journal.verify') }).click();
  await expect(page.getByRole('dialog').getByText(t('report.verify.group.journal'))).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByText(/everything is whole/)).toBeVisible();
  await page.keyboard.press('Escape');
}

test('a shift with cash taken out, a look at the day, a blind count with a second person, and a journal that proves itself', async ({
  screens,
}) => {
  test.setTimeout(300_000);
  const page = screens;
  await openDemo(page);
  await lock(page);
  await logIn(page, 'cashier');
  await openShift(page);
  await sellTea(page);
  await takeCashOut(page);
  await peek(page);
  await closeBlind(page);
  await lock(page);
  await logIn(page, 'owner');
  await readJournal(page);
  await pictures(page, places);
});
