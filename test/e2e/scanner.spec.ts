import { expect, type Page, test } from '@playwright/test';
import type * as scannerModule from '../../renderer/app/useScanner.ts';
import { openWithModule } from './bundled.ts';

declare global {
  interface Window {
    readonly daftarScanner: typeof scannerModule;
    scans: string[];
    entered: number;
  }
}

async function openField(page: Page): Promise<void> {
  await openWithModule(page, 'renderer/app/useScanner.ts', 'daftarScanner');
  await page.evaluate(() => {
    window.scans = [];
    window.entered = 0;
    document.body.innerHTML =
      '<label>Name <input id="name"></label><label>Code <input data-takes-scans></label>';
    window.daftarScanner.listenForScans((text) => window.scans.push(text));
    window.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') window.entered += 1;
    });
  });
}

/** As a scanner: each key changes the field that has the focus, with the letters of the layout, a few ms apart. */
async function scan(page: Page, layout: string): Promise<void> {
  await page.evaluate(async (letters) => {
    const codes = ['KeyC', 'KeyP', 'KeyN', 'Minus', 'Digit7', 'KeyK', 'Digit3', 'KeyF', 'Digit9', 'Enter'];
    for (const [place, code] of codes.entries()) {
      const field = document.activeElement;
      const isShifted = code.startsWith('Key');
      const key = code === 'Enter' ? 'Enter' : (letters[place] ?? '');
      const init = { code, key, shiftKey: isShifted, bubbles: true, cancelable: true };
      const goesOn = (field ?? document.body).dispatchEvent(new KeyboardEvent('keydown', init));
      if (goesOn && key !== 'Enter' && field instanceof HTMLInputElement) {
        field.setRangeText(key, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
  }, layout);
}

for (const [layout, letters] of [
  ['Russian', 'СЗТ-7Л3А9'],
  ['Uzbek Cyrillic', 'СЗТғ7Л3А9'],
] as const) {
  test(`a scan inside a field leaves it unchanged and is read right with the ${layout} layout`, async ({
    page,
  }) => {
    await openField(page);
    await page.getByLabel('Name').fill('Shavkat');
    await page.evaluate(() => (document.activeElement as HTMLInputElement).setSelectionRange(3, 3));
    await scan(page, letters);
    expect(await page.evaluate(() => window.scans)).toEqual(['CPN-7K3F9']);
    await expect(page.getByLabel('Name')).toHaveValue('Shavkat');
    const caret = await page.evaluate(() => (document.activeElement as HTMLInputElement).selectionStart);
    expect(caret).toBe(3);
    expect(await page.evaluate(() => window.entered)).toBe(0);
  });
}

test('what a person types stays in the field, and Enter is theirs', async ({ page }) => {
  await openField(page);
  await page.getByLabel('Name').pressSequentially('4780012345678', { delay: 70 });
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Name')).toHaveValue('4780012345678');
  expect(await page.evaluate(() => [window.scans.length, window.entered])).toEqual([0, 1]);
});

test('a form’s own barcode field takes the scan itself', async ({ page }) => {
  await openField(page);
  await page.getByLabel('Code').focus();
  await scan(page, 'CPN-7K3F9');
  await expect(page.getByLabel('Code')).toHaveValue('CPN-7K3F9');
  expect(await page.evaluate(() => window.scans)).toEqual([]);
});
