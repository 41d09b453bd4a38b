/** Two hundred coupons on sheets of the till's own press: an independent reader finds every code once, and all fonts are inside. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserPress } from '../../../electron/shell/browserPress.ts';
import { printRoute } from '../../../shared/receipt/printAddress.ts';
import { fontsOf, missingPrograms, scanPages } from '../../receipt/scanner.ts';
import { browserToPrintWith, openPressedShop, type PressedShop } from './pressedShop.ts';

const coupons = 200;
const sheetCount = 25;
/** Eight coupons, each as bars and as a square. */
const codesOnSheet = 16;
/** A hand-held scanner sees one code at a time; a program that sees a whole sheet misses one now and then and looks closer. */
const closerAndCloser = [200, 250, 300];

const browser = await browserToPrintWith();
const missing = missingPrograms(
  ['zbarimg', 'pdftoppm', 'pdffonts'],
  'that a scanner reads all codes of 200 coupons on A4 (test/receipt holds the bars and squares of receipts against a second drawing)',
);

describe.skipIf(browser === null || missing.length > 0)('two hundred coupons on A4', () => {
  let shop: PressedShop;
  let codes: readonly string[];
  let pdf: Uint8Array;

  beforeAll(async () => {
    shop = await openPressedShop();
    const batchId = await shop.batch('sheet8', coupons);
    codes = await shop.codesOf(batchId);
    const press = browserPress({ dataDirectory: shop.world.directory, loopback: () => shop.loopback });
    shop.world.workAs(shop.world.ownerId, 'press');
    const open = await press.open('press', new AbortController().signal);
    ({ pdf } = await open.print(
      printRoute({ kind: 'couponBatch', id: batchId, from: 0, sheets: sheetCount }),
    ));
    await open.close();
  }, 120_000);

  afterAll(() => shop?.close());

  test('every code stands on exactly one sheet, once as bars and once as a square', () => {
    const expected = codes.flatMap((code) => [`CODE-128 ${code}`, `QR-Code ${code}`]).sort();
    expect(new Set(expected).size).toBe(coupons * 2);
    const sheets = Array.from({ length: sheetCount }, () => new Set<string>());
    for (const dotsPerInch of closerAndCloser) {
      const incomplete = sheets.flatMap(({ size }, index) => (size < codesOnSheet ? [index + 1] : []));
      for (const [page, found] of scanPages(pdf, incomplete, dotsPerInch)) {
        for (const { kind, data } of found) sheets[page - 1]?.add(`${kind} ${data}`);
      }
    }
    expect(sheets.map(({ size }) => size)).toEqual(sheets.map(() => codesOnSheet));
    expect(sheets.flatMap((sheet) => [...sheet]).sort()).toEqual(expected);
  }, 120_000);

  test('every font is inside, so that a print shop prints the same letters', () => {
    const fonts = fontsOf(pdf);
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.filter(({ isEmbedded }) => !isEmbedded)).toEqual([]);
  });
});
