/** The demo shop's screens in English for end-to-end tests: logging in, going places, pictures in every language and size. */
import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { demoShop } from '../../shared/shop/demo.ts';
import { type Language, languages } from '../../shared/text.ts';
import { expect } from './start.ts';
import { languageNames, wordsIn } from './words.ts';

const t = wordsIn('en');

export async function goTo(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#${place}`);
}

export async function lock(page: Page): Promise<void> {
  await page.getByRole('button', { name: new RegExp(t('ui.nav.lock')) }).click();
}

export async function logIn(page: Page, role: 'cashier' | 'owner'): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`${t(`staff.role.${role}`)}$`) }).click();
  if (role === 'cashier') await page.keyboard.type(demoShop.cashierPin);
  else await page.getByLabel(t('staff.password'), { exact: true }).fill(demoShop.ownerPassword);
  await page.keyboard.press('Enter');
}

export async function openDemo(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.getByRole('button', { name: languageNames.en }).click();
  await page.getByRole('button', { name: t('shop.openDemo') }).click();
  await expect(page.getByText(t('report.bonusOwed')).first()).toBeVisible({ timeout: 150_000 });
}

export async function openShift(page: Page): Promise<void> {
  await goTo(page, '/');
  await page.getByLabel(t('shift.float'), { exact: true }).fill('200000');
  await page.getByRole('button', { name: t('shift.open') }).click();
  await expect(page.getByLabel(t('sale.field.label'))).toBeFocused();
}

/** Each place in each language at both sizes; none of them scrolls sideways. */
export async function pictures(page: Page, places: readonly string[]): Promise<void> {
  mkdirSync('out/screenshots', { recursive: true });
  for (const language of languages) {
    await speak(page, language);
    for (const place of places) await picture(page, place, language);
  }
  await speak(page, 'en');
}

async function speak(page: Page, language: Language): Promise<void> {
  await goTo(page, '/settings');
  await page.getByRole('tab', { name: /Til|Язык|Language/ }).click();
  await page.getByRole('radio', { name: languageNames[language] }).first().check();
}

async function picture(page: Page, place: string, language: Language): Promise<void> {
  await goTo(page, place);
  await page.waitForTimeout(400);
  for (const width of [1366, 1024]) {
    await page.setViewportSize({ width, height: 768 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${place} in ${language} at ${width}`).toBeLessThanOrEqual(0);
    const name = place.slice(1).replaceAll('/', '-');
    await page.screenshot({ path: `out/screenshots/${language}-${name}-${width}.png` });
  }
  await page.setViewportSize({ width: 1366, height: 768 });
}
