/** The verbs of batches: coupons made in hundreds, their progress, the end of a batch, and their strip of paper. */
import { couponContract } from '../../shared/coupon/contract.ts';
import { Refusal } from '../../shared/errors.ts';
import type { Language } from '../../shared/text.ts';
import { documentOf } from '../document.ts';
import type { PrintQueue } from '../parts.ts';
import { queuePrint } from '../receipt/inTransaction.ts';
import { defaultPrinter } from '../receipt/queries.ts';
import { readingVerb, writingVerb } from '../verb.ts';
import { batchesShown, batchRow, beginBatch, closeBatch, couponsOfBatch, unusedCount } from './batches.ts';
import { couponStrip, namesOnCoupons } from './paper.ts';
import { seriesOfId } from './queries.ts';
import { seriesShown } from './shown.ts';

export const listBatches = readingVerb(couponContract.batches, async ({ db }, { seriesId }) => ({
  batches: await batchesShown(db, { seriesId }),
}));

export const showBatch = readingVerb(couponContract.batch, async ({ db }, { batchId }) => {
  const [batch] = await batchesShown(db, { batchId });
  const known = batch === undefined ? null : await seriesOfId(db, batch.seriesId);
  const [series] = known === null ? [] : await seriesShown(db, [known]);
  if (batch === undefined || series === undefined) throw new Refusal('NotFound', { what: 'batch' });
  return { batch, series };
});

export const batchCodes = readingVerb(
  couponContract.batchCodes,
  async ({ db }, { batchId, from, limit }) => ({
    coupons: (await couponsOfBatch(db, batchId, { from, count: limit })).map(
      ({ code, validFrom, expiresOn }) => ({ code, validFrom, expiresOn }),
    ),
  }),
);

export const makeBatch = writingVerb(couponContract.makeBatch, async (scope, input) => ({
  batchId: await beginBatch(scope, input),
}));

export const cancelBatch = writingVerb(couponContract.cancelBatch, async (scope, { batchId }) => {
  await closeBatch(scope, batchId, { state: 'cancelled', reason: null });
  return {};
});

/** Answers how many coupons could be used until now. */
export const voidBatch = writingVerb(couponContract.voidBatch, async (scope, { batchId, reason }) => {
  await closeBatch(scope, batchId, { state: 'voided', reason });
  return { voided: await unusedCount(scope.trx, batchId) };
});

/** A paper jam costs no more than so many coupons of a strip. */
const couponsPerJob = 10;

/** Prints coupons of a batch one after another, with the codes they have; printing them again makes nothing new. */
export const printStrip = (parts: { readonly printQueue: Pick<PrintQueue, 'wake'> }) =>
  writingVerb(couponContract.printStrip, async (scope, { batchId, from, count }) => {
    const batch = await batchRow(scope.trx, batchId);
    if (batch === undefined) throw new Refusal('NotFound', { what: 'batch' });
    if (batch.state === 'voided' || batch.state === 'cancelled') throw new Refusal('BatchClosed');
    const printer = await defaultPrinter(scope.trx);
    if (printer === null) throw new Refusal('NoPrinter');
    const coupons = await couponsOfBatch(scope.trx, batchId, { from, count });
    const paper = {
      languages: JSON.parse(batch.languages_json) as Language[],
      today: scope.businessDay,
      names: await namesOnCoupons(scope.trx, coupons.slice(0, 1)),
      shopName: scope.settings.name,
    };
    const document = documentOf(scope, 'couponsPrinted', { batchId, from, count: coupons.length });
    const pieces = Math.ceil(coupons.length / couponsPerJob);
    // Jobs of one moment print in the order of their ids.
    const jobIds = Array.from({ length: pieces }, scope.newId).sort();
    for (const [piece, id] of jobIds.entries()) {
      const first = piece * couponsPerJob;
      await queuePrint(scope.trx, {
        id,
        documentKind: 'couponStrip',
        documentId: document.id,
        purpose: 'original',
        copyNumber: piece,
        printerId: printer.id,
        blocks: couponStrip(coupons.slice(first, first + couponsPerJob), paper),
        at: scope.now,
      });
    }
    await scope.follow(document);
    scope.changed('receipt');
    scope.afterCommit(parts.printQueue.wake);
    return { jobs: pieces };
  });
