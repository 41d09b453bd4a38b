/** Prints the receipt of a gift: the first time as it is, from then on as a marked copy. */
import { Refusal } from '../../shared/errors.ts';
import { copyOf } from '../../shared/receipt/copyMark.ts';
import { saleContract } from '../../shared/sale/contract.ts';
import { languageOfCopy } from '../../shared/shop/receiptForm.ts';
import { documentOf } from '../document.ts';
import type { PrintQueue } from '../parts.ts';
import { queuePrint } from '../receipt/inTransaction.ts';
import { blocksOfOriginal, defaultPrinter, nextCopyNumber, paperOnItsWay } from '../receipt/queries.ts';
import { type WriteScope, writingVerb } from '../verb.ts';
import { type GiftOnPaper, giftReceipt, givenLines } from './giftPaper.ts';
import { saleWithParts } from './queries.ts';
import { logoBlock } from './receiptExtras.ts';
import { returnedLinesOf } from './returnQueries.ts';

/** The document that the paper belongs to: the sale again, under a name of its own. */
const giftDocumentOf = (saleId: string) => ({ documentKind: 'giftReceipt', documentId: saleId });

/**
 * A copy says what is still out of the shop now, not what the first one said: goods that came back since must not be promised
 * an exchange a second time.
 */
export const printGiftReceipt = (parts: { readonly printQueue: Pick<PrintQueue, 'wake'> }) =>
  writingVerb(saleContract.printGiftReceipt, async (scope, { saleId }) => {
    const rows = await saleWithParts(scope.trx, saleId);
    if (rows === null) throw new Refusal('NotFound', { what: 'sale' });
    const printer = await defaultPrinter(scope.trx);
    if (printer === null) throw new Refusal('NoPrinter');
    const waiting = await paperOnItsWay(scope.trx, giftDocumentOf(saleId));
    if (waiting !== null) throw new Refusal('PaperWaits', { ...waiting });
    const returnedThousandths = await returnedOf(scope, saleId);
    if (givenLines({ ...rows, returnedThousandths }).length === 0) throw new Refusal('NothingToGive');
    const { settings } = scope;
    const logo = settings.receiptForm.showsLogo ? await logoBlock(scope.trx, printer.profile.dots) : null;
    const copyNumber = await queueGift(scope, printer.id, { ...rows, settings, logo, returnedThousandths });
    await scope.follow(documentOf(scope, 'giftReceipt', { sale: saleId, copyNumber }));
    scope.changed('receipt');
    scope.afterCommit(parts.printQueue.wake);
    return { copyNumber };
  });

async function returnedOf({ trx }: WriteScope, saleId: string): Promise<ReadonlyMap<number, number>> {
  const returned = new Map<number, number>();
  for (const { line_no: line, quantity_thousandths: quantity } of await returnedLinesOf(trx, saleId)) {
    returned.set(line, (returned.get(line) ?? 0) + quantity);
  }
  return returned;
}

async function queueGift(scope: WriteScope, printerId: string, paper: GiftOnPaper): Promise<number> {
  const document = giftDocumentOf(paper.sale.id);
  const isFirst = (await blocksOfOriginal(scope.trx, document)) === null;
  const copyNumber = isFirst ? 0 : await nextCopyNumber(scope.trx, document);
  const blocks = giftReceipt(paper);
  await queuePrint(scope.trx, {
    id: scope.newId(),
    ...document,
    purpose: isFirst ? 'original' : 'copy',
    copyNumber,
    printerId,
    blocks: isFirst
      ? blocks
      : copyOf(blocks, languageOfCopy(paper.settings.receiptForm, paper.sale.language), copyNumber),
    at: scope.now,
  });
  return copyNumber;
}
