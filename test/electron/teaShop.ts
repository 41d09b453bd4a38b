/** A shop with one product and a printer into a folder: enough to sell, print and look at papers. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { saveProduct } from '../../electron/catalogue/save.ts';
import { savePrinter } from '../../electron/receipt/verbsOfPrinters.ts';
import { openBasket } from '../../electron/sale/basketVerbs.ts';
import { completeSale } from '../../electron/sale/complete.ts';
import { scanCode } from '../../electron/sale/scan.ts';
import { openShift } from '../../electron/shift/open.ts';
import { ONE, som } from '../../shared/money.ts';
import { printerProfiles } from '../../shared/receipt/printers.ts';
import { type DecodedJob, decodeJob } from '../receipt/decodeJob.ts';
import { openTestTill, type TestTill } from '../till.ts';

const tea = '4780000000014';

/** The cashier stands at the test's window; no shift is open yet. */
export async function shopWithTea(): Promise<{ readonly shop: TestTill; readonly papers: string }> {
  const shop = await openTestTill();
  onTestFinished(shop.close);
  const papers = mkdtempSync(join(tmpdir(), 'daftar-papers-'));
  onTestFinished(() => rmSync(papers, { recursive: true, force: true }));
  shop.workAs(shop.ownerId);
  await shop.call(saveProduct, {
    intentionId: shop.newId(),
    productId: null,
    name: { uz: 'Choy' },
    unit: 'piece',
    priceSom: som(12_000),
    barcodes: [tea],
    vat: { kind: 'shop' },
    categoryId: null,
    isQuickGood: false,
    isActive: true,
  } as never);
  await shop.call(savePrinter, {
    intentionId: shop.newId(),
    printerId: null,
    name: 'Fayl',
    connection: { kind: 'file', path: papers },
    profile: printerProfiles.epson80,
  });
  shop.workAs(shop.cashierId);
  return { shop, papers };
}

/** Opens a shift, sells one tea for cash and lets the printer finish; answers the receipt's number. */
export async function sellTea(shop: TestTill): Promise<number> {
  const { parts } = shop.till;
  await shop.call(openShift, { intentionId: shop.newId(), floatSom: som(100_000) });
  const empty = await shop.call(openBasket(parts.changes), { intentionId: shop.newId() });
  const { basket } = await shop.call(scanCode, {
    intentionId: shop.newId(),
    saleId: empty.saleId,
    revision: empty.revision,
    code: tea,
    quantityThousandths: ONE,
  });
  const sold = await shop.call(completeSale(parts), {
    intentionId: shop.newId(),
    saleId: basket.saleId,
    revision: basket.revision,
    tenders: [{ kind: 'cash', provider: null, amountSom: basket.dueCashSom, reference: null }],
    receivedCashSom: basket.dueCashSom,
    expectedTotalSom: basket.totalSom,
    expectedBonusSpentSom: som(0),
    quoteHash: basket.quoteHash,
  });
  await parts.printQueue.settle();
  return sold.number;
}

/** The papers that came out, oldest first; openings of the drawer are no papers. */
export function papersIn(folder: string): readonly DecodedJob[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.bin'))
    .sort()
    .map((name) => decodeJob(readFileSync(join(folder, name))))
    .filter((job) => job.lines.length > 0);
}
