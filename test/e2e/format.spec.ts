import { expect, test } from '@playwright/test';
import type * as formatModule from '../../shared/format.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import { openWithModule } from './bundled.ts';

declare global {
  interface Window {
    readonly daftarFormat: typeof formatModule;
  }
}

/** Non-breaking spaces made visible, so that an expectation can be read. */
const seen = (texts: readonly string[]) => texts.map((text) => text.replaceAll('\u00A0', '_'));

const expected = {
  uz: [
    '1_250_000_soʻm',
    '\u2212500_soʻm',
    '8,4%',
    '1,250_kg',
    '08.03.2026',
    '2026-yil 8-mart',
    '22-noyabr, yakshanba',
    '8\u201314-mart',
    'kecha',
    '3 kun oldin',
    '01:05',
    '1,3_mln',
    'A, B va C',
  ],
  ru: [
    '1_250_000_сум',
    '\u2212500_сум',
    '8,4_%',
    '1,250_кг',
    '08.03.2026',
    '8_марта 2026_г.',
    '22_ноября, воскресенье',
    '8\u201314_марта',
    'вчера',
    '3 дня назад',
    '01:05',
    '1,3_млн',
    'A, B и C',
  ],
  en: [
    '1,250,000_soʻm',
    '\u2212500_soʻm',
    '8.4%',
    '1.250_kg',
    '08.03.2026',
    '8_March 2026',
    'Sunday, 22_November',
    '8\u201314_March',
    'yesterday',
    '3 days ago',
    '01:05',
    '1.3M',
    'A, B and C',
  ],
} as const;

for (const language of ['uz', 'ru', 'en'] as const) {
  test(`money, quantities and days are written in ${language} by the browser itself`, async ({ page }) => {
    await openWithModule(page, 'shared/format.ts', 'daftarFormat');
    const written = await page.evaluate((asked) => {
      const format = window.daftarFormat.createFormat(asked);
      const day = (text: string) => text as BusinessDay;
      return [
        format.som(1_250_000),
        format.som(-500),
        format.percent(840),
        format.quantity(1250, 'kilogram'),
        format.day(day('2026-03-08')),
        format.longDay(day('2026-03-08')),
        format.dayWithWeekday(day('2026-11-22')),
        format.dayRange(day('2026-03-08'), day('2026-03-14')),
        format.relativeDay(day('2026-11-21'), day('2026-11-22')),
        format.relativeDay(day('2026-11-19'), day('2026-11-22')),
        format.time('2026-03-08T20:05:00.000Z' as Instant),
        format.compact(1_250_000),
        format.list(['A', 'B', 'C']),
      ];
    }, language);
    expect(seen(written)).toEqual(expected[language]);
  });
}

test('the plural of a number is right in the browser, where Intl knows nothing else of Uzbek', async ({
  page,
}) => {
  await page.goto('about:blank');
  const forms = await page.evaluate(() =>
    ['uz', 'ru', 'en'].map((language) => {
      const rules = new Intl.PluralRules(language);
      return [1, 2, 5, 11, 21].map((count) => rules.select(count)).join(' ');
    }),
  );
  expect(forms).toEqual([
    'one other other other other',
    'one few many many one',
    'one other other other other',
  ]);
});
