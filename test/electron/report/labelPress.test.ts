/** Labels and customers' cards as the real press prints them: sizes, numbers, words, fonts, and bars that are read back. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { saveProduct } from '../../../electron/catalogue/save.ts';
import { issueCards } from '../../../electron/customer/cards.ts';
import type { OpenPress } from '../../../electron/pdfPress.ts';
import { labelVerbs } from '../../../electron/report/labels.ts';
import { browserPress } from '../../../electron/shell/browserPress.ts';
import { formatCardNumber } from '../../../shared/customer/cardNumber.ts';
import type { PrintKind } from '../../../shared/receipt/printAddress.ts';
import { printRoute } from '../../../shared/receipt/printAddress.ts';
import { isRoll, type LabelLayout, labelLayouts } from '../../../shared/report/labelLayout.ts';
import type { Language } from '../../../shared/text.ts';
import { browserToPrintWith, openPressedShop, type PressedShop } from '../shell/pressedShop.ts';
import { wordsOf } from '../shell/readSheets.ts';
import { fontsOf, type Looking, readCodes, sizesOf } from './readLabels.ts';

const browser = await browserToPrintWith();

const goods = [
  {
    name: { uz: 'Choy «Alokozay» yaproq', ru: 'Чай «Алокозай» листовой' },
    priceSom: 18_500,
    barcodes: ['4780012345677'],
    content: { thousandths: 250, unit: 'kilogram' },
  },
  {
    name: {
      uz: 'Gʻijduvon sutli shokoladi, oʻrik va yongʻoq bilan, sovgʻa qutisida',
      ru: 'Шоколад молочный «Гиждуван» с курагой и грецким орехом, в подарочной коробке',
    },
    priceSom: 1_245_000,
    barcodes: ['4006381333931'],
    content: { thousandths: 12_000, unit: 'piece' },
  },
  { name: { uz: 'Ўзбекча қалам' }, priceSom: 3_000, barcodes: ['96385074'], content: null },
  { name: { uz: 'Kola' }, priceSom: 12_000, barcodes: ['KOLA-1'], content: null },
  { name: { uz: 'Non' }, priceSom: 6_000, barcodes: [], content: null },
] as const;

let shop: PressedShop;
let press: OpenPress;
let productIds: readonly string[] = [];

beforeAll(async () => {
  if (browser === null) return;
  shop = await openPressedShop();
  const { world } = shop;
  const made: string[] = [];
  for (const each of goods) {
    const { product } = await world.call(saveProduct, {
      intentionId: world.newId(),
      productId: null,
      ...each,
      barcodes: [...each.barcodes],
      unit: 'piece',
      vat: { kind: 'shop' },
      isQuickGood: false,
    });
    made.push(product.id);
  }
  productIds = made;
  world.workAs(world.ownerId, 'press of labels');
  const opened = browserPress({ dataDirectory: world.directory, loopback: () => shop.loopback });
  press = await opened.open('press of labels', new AbortController().signal);
}, 180_000);

afterAll(async () => {
  await press?.close();
  await shop?.close();
});

const printed = (kind: PrintKind, id: string, from = 0) =>
  press.print(printRoute({ kind, id, from, sheets: 25 }));

async function orderOf(layout: LabelLayout, language: Language, copies: number): Promise<string> {
  const { world } = shop;
  const items = productIds.map((productId) => ({ productId, copies }));
  const asked = { intentionId: world.newId(), layout, language, day: null, items };
  return (await world.call(labelVerbs.makeLabels, asked)).orderId;
}

type Size = readonly [widthMm: number, heightMm: number];
const a4: Size = [210, 297];

const pagesFor: Readonly<Record<LabelLayout, { readonly size: Size; readonly pages: number }>> = {
  // 25 labels: five of each product.
  a4x24: { size: a4, pages: 2 },
  a4x40: { size: a4, pages: 1 },
  a4x8: { size: a4, pages: 4 },
  roll58x40: { size: [58, 40], pages: 25 },
  roll58x30: { size: [58, 30], pages: 25 },
  roll43x25: { size: [43, 25], pages: 25 },
  roll30x20: { size: [30, 20], pages: 25 },
};

/** A browser rounds a page to whole points: half a point is 0.18 mm. */
async function expectPages(pdf: Uint8Array, pages: number, [widthMm, heightMm]: Size): Promise<void> {
  const sizes = await sizesOf(pdf);
  expect(sizes).toHaveLength(pages);
  for (const [width, height] of sizes) {
    expect(Math.abs(width - widthMm)).toBeLessThan(0.2);
    expect(Math.abs(height - heightMm)).toBeLessThan(0.2);
  }
}

/** As the dots of a label printer, or of a laser printer. */
const lookingAt = (layout: LabelLayout): Looking => ({
  dotsPerInch: [isRoll(layout) ? 203.2 : 300],
  ink: isRoll(layout) ? 'mono' : 'gray',
});

describe.skipIf(browser === null)('labels from the press', () => {
  test.each(labelLayouts)(
    '%s: every page has its size, and every label is there with its digits',
    async (layout) => {
      const { pdf, sheets } = await printed('labels', await orderOf(layout, 'uz', 5));
      const { size, pages } = pagesFor[layout];
      expect(sheets).toBe(pages);
      await expectPages(pdf, pages, size);
      const words = wordsOf(pdf);
      if (words === null) return;
      for (const code of ['4780012345677', '4006381333931', '96385074', 'KOLA-1'])
        expect(words.split(code)).toHaveLength(5 + 1);
      expect(words.split('18 500')).toHaveLength(5 + 1);
      // 18 500 for 250 g are 74 000 for a kilogram; 1 245 000 for twelve are 103 750 for one.
      expect(words.split('74 000')).toHaveLength(5 + 1);
      expect(words.split('103 750')).toHaveLength(5 + 1);
    },
    120_000,
  );

  test.each(labelLayouts)(
    '%s: all bars are read back, and where they could not be, there are none',
    async (layout) => {
      const { pdf } = await printed('labels', await orderOf(layout, 'ru', 1));
      const codes = readCodes(pdf, lookingAt(layout));
      if (codes === null) return;
      const expected = ['CODE-128:KOLA-1', 'EAN-13:4006381333931', 'EAN-13:4780012345677', 'EAN-8:96385074'];
      expect(codes).toEqual(layout === 'roll30x20' ? [] : expected);
    },
    120_000,
  );

  test('letters are right in both alphabets, and their fonts lie in the file', async () => {
    const uzbek = (await printed('labels', await orderOf('a4x24', 'uz', 1))).pdf;
    const russian = (await printed('labels', await orderOf('a4x24', 'ru', 1))).pdf;
    const words = [wordsOf(uzbek), wordsOf(russian)] as const;
    if (words[0] !== null) {
      // A long name stands in two lines: its words are looked for one by one.
      for (const word of ['Gʻijduvon', 'oʻrik', 'yongʻoq', 'sovgʻa', 'Ўзбекча', 'қалам', 'soʻm'])
        expect(words[0]).toContain(word);
      for (const word of ['Алокозай', 'Гиждуван', 'подарочной', 'сум/шт']) expect(words[1]).toContain(word);
    }
    for (const pdf of [uzbek, russian]) {
      const fonts = fontsOf(pdf);
      if (fonts === null) continue;
      expect(fonts.length).toBeGreaterThan(0);
      expect(fonts.filter(({ isIn }) => !isIn)).toEqual([]);
    }
  }, 120_000);

  test('an order that nobody made is not printed', async () => {
    await expect(printed('labels', shop.world.newId())).rejects.toThrow('PageNotReady');
  }, 60_000);
});

describe.skipIf(browser === null)('customers’ cards from the press', () => {
  test('stand ten on a sheet, each with its number as bars, as a square and in digits', async () => {
    const { world } = shop;
    const issued = await world.call(issueCards, { intentionId: world.newId(), count: 13 });
    const { pdf, sheets } = await printed('customerCards', issued.batchId);
    expect(sheets).toBe(2);
    await expectPages(pdf, 2, a4);
    expect((fontsOf(pdf) ?? []).filter(({ isIn }) => !isIn)).toEqual([]);
    const words = wordsOf(pdf);
    if (words !== null) {
      for (const number of issued.cardNumbers) expect(words).toContain(formatCardNumber(number));
      expect(words).toContain('Har xaridda kassaga koʻrsating');
    }
    const codes = readCodes(pdf, { dotsPerInch: [150, 200, 250], ink: 'gray' });
    if (codes === null) return;
    const twice = issued.cardNumbers.flatMap((number) => [`EAN-13:${number}`, `QR-Code:${number}`]);
    expect(codes).toEqual(twice.sort());
  }, 120_000);
});
