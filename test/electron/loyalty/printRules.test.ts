/** The rules of the programme on the receipt printer say what holds when they are printed. */
import { expect, test } from 'vitest';
import { printRules } from '../../../electron/loyalty/printRules.ts';
import { saveProgramme } from '../../../electron/loyalty/programmeVerbs.ts';
import { programmeInWords } from '../../../electron/loyalty/programmeWords.ts';
import { programmeSettingsSchema } from '../../../shared/loyalty/programmeContract.ts';
import { basisPoints } from '../../../shared/money.ts';
import { defaultSettings, type ShopSettings } from '../../../shared/shop/settings.ts';
import { type Language, languages, textIn } from '../../../shared/text.ts';
import type { TestTill } from '../../till.ts';
import { openTestTill } from '../../till.ts';
import { papersIn, shopWithTea } from '../teaShop.ts';

/** Words of a paper without its line breaks: narrow paper wraps by words. */
const wordsOf = (lines: readonly string[]) => lines.join(' ').replaceAll(/\s+/g, ' ');

/** As a printer writes it, which has neither the apostrophes nor the quotation marks of a book. */
const printed = (text: string) =>
  text
    .replaceAll(/[ʻʼ‘’]/g, "'")
    .replaceAll(/[“”«»]/g, '"')
    .replaceAll('—', '-')
    .replaceAll(/\s+/g, ' ');

async function rulesIn(shop: TestTill, papers: string, language: Language): Promise<string> {
  await shop.call(printRules(shop.till.parts), { intentionId: shop.newId(), language });
  await shop.till.parts.printQueue.settle();
  return wordsOf(papersIn(papers).at(-1)?.lines ?? []);
}

async function settingsOf(shop: TestTill): Promise<ShopSettings> {
  const row = await shop.db.selectFrom('shop_setting').select('settings_json').executeTakeFirstOrThrow();
  return JSON.parse(row.settings_json) as ShopSettings;
}

test.each(languages)('every section of the A4 page stands on the paper, in %s', async (language) => {
  const { shop, papers } = await shopWithTea();
  const paper = await rulesIn(shop, papers, language);
  const sections = await programmeInWords(shop.db, await settingsOf(shop));
  expect(sections.length).toBeGreaterThan(4);
  for (const [place, { title, lines }] of sections.entries()) {
    expect(paper).toContain(`${place + 1}. ${printed(textIn(title, language))}`);
    for (const line of lines) expect(paper).toContain(`- ${printed(textIn(line, language))}`);
  }
});

test('what the owner has just changed is what is printed', async () => {
  const { shop, papers } = await shopWithTea();
  shop.workAs(shop.ownerId);
  await shop.call(saveProgramme, {
    intentionId: shop.newId(),
    settings: {
      ...programmeSettingsSchema.parse(defaultSettings),
      cashbackBasisPoints: basisPoints(750),
    },
    rules: [],
    expiryFor: { kind: 'newOnly' },
  });
  expect(await rulesIn(shop, papers, 'uz')).toContain('7,5');
});

test('the journal keeps when the rules were given out, and in which language', async () => {
  const { shop, papers } = await shopWithTea();
  await rulesIn(shop, papers, 'ru');
  const row = await shop.db
    .selectFrom('journal')
    .select('content_json')
    .where('document_kind', '=', 'programmeRules')
    .executeTakeFirstOrThrow();
  expect(JSON.parse(row.content_json).content).toEqual({ language: 'ru' });
});

test('a shop without a printer is told so, and nothing is written', async () => {
  const shop = await openTestTill();
  const before = await shop.everyRow();
  const call = shop.call(printRules(shop.till.parts), { intentionId: shop.newId(), language: 'uz' });
  expect(await shop.refusal(call)).toMatchObject({ code: 'NoPrinter' });
  expect(await shop.everyRow()).toBe(before);
  await shop.close();
});
