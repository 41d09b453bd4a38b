/** Finished sales: the list, the receipt as it was printed, and its copies. */
import { Refusal } from '../../shared/errors.ts';
import { copyOf } from '../../shared/receipt/copyMark.ts';
import { previewOf } from '../../shared/receipt/preview.ts';
import { printerProfiles } from '../../shared/receipt/printers.ts';
import { saleContract } from '../../shared/sale/contract.ts';
import { languageOfCopy } from '../../shared/shop/receiptForm.ts';
import { customerFacts } from '../customer/queries.ts';
import { documentOf } from '../document.ts';
import type { PrintQueue } from '../parts.ts';
import { queuePrint } from '../receipt/inTransaction.ts';
import { defaultPrinter, nextCopyNumber, paperOnItsWay } from '../receipt/queries.ts';
import { namesOf } from '../staff/queries.ts';
import { readingVerb, writingVerb } from '../verb.ts';
import { recentSales, saleWithParts } from './queries.ts';
import { receiptOfSale, saleDocumentOf } from './receiptOfSale.ts';
import { pageOf, readPlace } from './salePlace.ts';

export const listRecentSales = readingVerb(saleContract.recent, async (scope, input) => {
  const rows = await recentSales(scope.db, readPlace(input.cursor), input.limit + 1, input);
  const { page, nextCursor } = pageOf(rows, input.limit);
  return {
    sales: page.map((row) => ({
      saleId: row.id,
      number: row.number,
      soldAt: row.sold_at,
      netSom: row.net_som,
      customerName: row.customer_name || row.customer_phone,
      personName: row.person_name,
      lines: row.line_count,
    })),
    nextCursor,
  };
});

/** The receipt drawn from the blocks that were printed, or would be in a shop without a printer. */
export const showReceipt = readingVerb(saleContract.receipt, async (scope, input) => {
  const rows = await saleWithParts(scope.db, input.saleId);
  if (rows === null) throw new Refusal('NotFound', { what: 'sale' });
  const printer = await defaultPrinter(scope.db);
  const blocks = await receiptOfSale(scope.db, scope, rows);
  const names = await namesOf(scope.db, [rows.sale.person_id]);
  const customer =
    rows.sale.customer_id === null ? null : await customerFacts(scope.db, rows.sale.customer_id);
  return {
    summary: {
      saleId: rows.sale.id,
      number: rows.sale.number,
      soldAt: rows.sale.sold_at,
      netSom: rows.sale.net_som,
      customerName: customer === null ? null : customer.name || customer.phone,
      personName: names.get(rows.sale.person_id) ?? '',
      lines: rows.sale.line_count,
    },
    preview: previewOf(blocks, printer?.profile ?? printerProfiles.epson80),
  };
});

export const reprintReceipt = (parts: { readonly printQueue: Pick<PrintQueue, 'wake'> }) =>
  writingVerb(saleContract.reprint, async (scope, input) => {
    const rows = await saleWithParts(scope.trx, input.saleId);
    if (rows === null) throw new Refusal('NotFound', { what: 'sale' });
    const printer = await defaultPrinter(scope.trx);
    if (printer === null) throw new Refusal('NoPrinter');
    const waiting = await paperOnItsWay(scope.trx, saleDocumentOf(rows));
    if (waiting !== null) throw new Refusal('PaperWaits', { ...waiting });
    const copyNumber = await nextCopyNumber(scope.trx, saleDocumentOf(rows));
    await queuePrint(scope.trx, {
      id: scope.newId(),
      documentKind: 'sale',
      documentId: rows.sale.id,
      purpose: 'copy',
      copyNumber,
      printerId: printer.id,
      blocks: copyOf(
        await receiptOfSale(scope.trx, scope, rows),
        languageOfCopy(scope.settings.receiptForm, rows.sale.language),
        copyNumber,
      ),
      at: scope.now,
    });
    await scope.follow(documentOf(scope, 'reprint', { sale: rows.sale.id, copyNumber }));
    scope.changed('receipt');
    scope.afterCommit(parts.printQueue.wake);
    return { copyNumber };
  });
