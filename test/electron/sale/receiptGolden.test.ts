/** Whole receipts, line by line, as somebody has read and checked them; the files lie in golden/. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages } from '../../../shared/text.ts';
import { formWith, sampleText } from './receiptText.ts';

const golden = (name: string) => readFileSync(join(import.meta.dirname, 'golden', `${name}.txt`), 'utf8');
const widths = [32, 48] as const;

describe('a shop that set up nothing prints its receipts as ever', () => {
  const cases = languages.flatMap((language) => widths.map((columns) => ({ language, columns })));
  test.each(cases)('in $language on $columns columns', ({ language, columns }) => {
    expect(sampleText(language, columns, formWith({}))).toBe(golden(`${language}-${columns}`));
  });
});

describe('a shop that set up everything prints it in three languages', () => {
  const form = formWith({
    languages: ['uz', 'ru', 'en'],
    header: { uz: 'Oilaviy doʻkon', ru: 'Семейный магазин' },
    footer: { uz: 'Har kuni 8:00–23:00', ru: 'Каждый день 8:00–23:00', en: 'Daily 8:00–23:00' },
    parts: { phone: false },
    blocks: [
      { kind: 'text', place: 'top', text: { uz: 'Yangi yil bilan!' }, isBold: true },
      {
        kind: 'text',
        place: 'underGoods',
        text: { uz: 'Choy haftaligi davom etadi', ru: 'Неделя чая идёт' },
      },
      { kind: 'rule', place: 'bottom' },
      { kind: 'qr', place: 'bottom', data: 'https://payme.uz/m/42', caption: { uz: 'Payme orqali toʻlov' } },
    ],
    link: { address: 'https://t.me/baraka', shows: 'page' },
  });
  test.each(widths)('on %i columns', (columns) => {
    expect(sampleText('ru', columns, form)).toBe(golden(`all-${columns}`));
  });
});
