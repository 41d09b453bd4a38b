/** Papers on their way as a cashier meets them: the badge, the queue, and the answer to "did it come out whole?". */
import { describe, expect, test } from 'vitest';
import { transact } from '../../../electron/database/transact.ts';
import { queuePrint } from '../../../electron/receipt/inTransaction.ts';
import { secretPaper } from '../../../electron/receipt/secretPapers.ts';
import { spoolVerbs } from '../../../electron/receipt/verbsOfJobs.ts';
import { savePrinter } from '../../../electron/receipt/verbsOfPrinters.ts';
import type { PrinterConnection } from '../../../shared/receipt/printers.ts';
import { printerProfiles } from '../../../shared/receipt/printers.ts';
import type { TestTill } from '../../till.ts';
import { papersIn, sellTea, shopWithTea } from '../teaShop.ts';

/** Nobody listens on this port. */
const nowhere = { kind: 'tcp', host: '127.0.0.1', port: 9 } as const;

async function tillWithPapers() {
  const { shop, papers } = await shopWithTea();
  const verbs = spoolVerbs(shop.till.parts);
  const kassa = (await shop.db.selectFrom('printer').select('id').executeTakeFirstOrThrow()).id;
  return {
    shop,
    papers,
    kassa,
    verbs,
    /** A second printer, that is not the one receipts go to. */
    async addPrinter(name: string, connection: PrinterConnection): Promise<string> {
      shop.workAs(shop.ownerId);
      const profile = printerProfiles.epson80;
      const input = { intentionId: shop.newId(), printerId: null, name, connection, profile };
      const { printer } = await shop.call(savePrinter, input);
      shop.workAs(shop.cashierId);
      return printer.id;
    },
    async queue(documentKind: string, printerId = kassa): Promise<{ jobId: string; documentId: string }> {
      const jobId = shop.newId();
      const documentId = shop.newId();
      const blocks = [
        { kind: 'text', text: `Hujjat ${documentKind}` },
        { kind: 'code', symbology: 'qr', data: 'G4711', caption: 'Kod' },
      ] as const;
      const paper = { id: jobId, documentKind, documentId, purpose: 'original', copyNumber: 0 } as const;
      await transact(shop.db, (trx) => queuePrint(trx, { ...paper, printerId, blocks, at: shop.clock.now }));
      return { jobId, documentId };
    },
    async job(jobId: string) {
      return shop.db.selectFrom('print_job').selectAll().where('id', '=', jobId).executeTakeFirstOrThrow();
    },
  };
}

/** As after a cable that was pulled out in the middle. */
async function leaveUnknown(shop: TestTill, jobId: string): Promise<void> {
  const unknown = { state: 'unknown', last_error: 'connectionLost' } as const;
  await shop.db.updateTable('print_job').set(unknown).where('id', '=', jobId).execute();
}

async function soldAndTorn() {
  const till = await tillWithPapers();
  await sellTea(till.shop);
  const sale = await till.shop.db
    .selectFrom('print_job')
    .selectAll()
    .where('document_kind', '=', 'sale')
    .where('kind', '=', 'paper')
    .executeTakeFirstOrThrow();
  await leaveUnknown(till.shop, sale.id);
  return { ...till, sale };
}

describe('a paper whose end nobody knows', () => {
  test('is named on the badge with its document, its printer and the reason', async () => {
    const { shop, verbs, sale, kassa } = await soldAndTorn();
    expect(await shop.call(verbs.state, {})).toEqual({
      waiting: 0,
      problem: {
        jobId: sale.id,
        state: 'unknown',
        reason: 'connectionLost',
        documentKind: 'sale',
        documentId: sale.document_id,
        printerId: kassa,
        printerName: 'Fayl',
      },
    });
  });

  test('that came out torn comes again with its mark, the same codes and a line in the journal', async () => {
    const { shop, verbs, sale, papers, job } = await soldAndTorn();
    const answer = { intentionId: shop.newId(), jobId: sale.id, answer: 'torn' } as const;
    const { copyJobId } = await shop.call(verbs.resolveJob, answer);
    expect(await shop.call(verbs.resolveJob, answer)).toEqual({ copyJobId });
    await shop.till.parts.printQueue.settle();
    const [original, copy, more] = papersIn(papers);
    expect(more).toBeUndefined();
    expect(copy?.lines[0]?.trim()).toMatch(/^NUSXA .*1$/);
    expect(copy?.lines.slice(1)).toEqual(original?.lines);
    expect(copy?.barcodes).toEqual(original?.barcodes);
    expect(await job(sale.id)).toMatchObject({
      state: 'cancelled',
      resolution: 'torn',
      resolved_by: shop.cashierId,
    });
    expect(await job(copyJobId ?? '')).toMatchObject({ state: 'printed', purpose: 'copy', copy_number: 1 });
    const journal = await shop.db
      .selectFrom('journal')
      .select('content_json')
      .where('document_kind', '=', 'reprint')
      .execute();
    expect(journal.map((row) => JSON.parse(row.content_json).content)).toEqual([
      { of: 'sale', document: sale.document_id, copyNumber: 1 },
    ]);
  });

  test('and whose copy tears too comes a second time as copy 2, with one mark only', async () => {
    const { shop, verbs, sale, papers } = await soldAndTorn();
    const torn = (jobId: string) =>
      shop.call(verbs.resolveJob, { intentionId: shop.newId(), jobId, answer: 'torn' });
    const first = await torn(sale.id);
    await shop.till.parts.printQueue.settle();
    await leaveUnknown(shop, first.copyJobId ?? '');
    await torn(first.copyJobId ?? '');
    await shop.till.parts.printQueue.settle();
    const last = papersIn(papers).at(-1);
    expect(last?.lines.filter((line) => line.includes('NUSXA')).map((line) => line.trim().at(-1))).toEqual([
      '2',
    ]);
  });

  test('comes again on another printer where one is named', async () => {
    const { shop, verbs, sale, addPrinter, job } = await soldAndTorn();
    const other = await addPrinter('Ombor', nowhere);
    const answer = { intentionId: shop.newId(), jobId: sale.id, answer: 'torn', printerId: other } as const;
    const { copyJobId } = await shop.call(verbs.resolveJob, answer);
    expect(await job(copyJobId ?? '')).toMatchObject({ printer_id: other });
    const unknown = { ...answer, intentionId: shop.newId(), printerId: shop.newId() };
    expect(await shop.refusal(shop.call(verbs.resolveJob, unknown))).toMatchObject({ code: 'NotFound' });
  });

  test.each([
    ['whole', 'printed', 'whole'],
    ['skip', 'cancelled', 'skipped'],
  ] as const)(
    'is settled by the word %s, once, and nothing more is printed',
    async (word, state, resolution) => {
      const { shop, verbs, sale, papers, job } = await soldAndTorn();
      const answer = () =>
        shop.call(verbs.resolveJob, { intentionId: shop.newId(), jobId: sale.id, answer: word });
      expect(await answer()).toEqual({ copyJobId: null });
      expect(await job(sale.id)).toMatchObject({ state, resolution });
      expect(await shop.refusal(answer())).toMatchObject({ code: 'NotFound' });
      await shop.till.parts.printQueue.settle();
      expect(papersIn(papers)).toHaveLength(1);
    },
  );

  test.each([secretPaper, 'couponStrip', 'xReport'])(
    'and is a %s is never printed twice, and stays to be answered',
    async (documentKind) => {
      const { shop, verbs, queue, job } = await tillWithPapers();
      const { jobId } = await queue(documentKind);
      await leaveUnknown(shop, jobId);
      const torn = { intentionId: shop.newId(), jobId, answer: 'torn' } as const;
      expect(await shop.refusal(shop.call(verbs.resolveJob, torn))).toMatchObject({ code: 'PaperNotKept' });
      expect(await job(jobId)).toMatchObject({ state: 'unknown', resolution: null });
    },
  );

  test('and carries the money of a gift card is copied by whoever may see such a code again', async () => {
    const { shop, verbs, queue, job } = await tillWithPapers();
    const { jobId } = await queue('giftCardSold');
    await leaveUnknown(shop, jobId);
    const torn = () => shop.call(verbs.resolveJob, { intentionId: shop.newId(), jobId, answer: 'torn' });
    expect(await shop.refusal(torn())).toMatchObject({ code: 'NotAllowed' });
    shop.workAs(shop.ownerId);
    expect(await job((await torn()).copyJobId ?? '')).toMatchObject({ purpose: 'copy' });
  });

  test('and carried a secret is forgotten when somebody says that it is whole', async () => {
    const { shop, verbs, queue, job } = await tillWithPapers();
    const { jobId } = await queue(secretPaper);
    await leaveUnknown(shop, jobId);
    await shop.call(verbs.resolveJob, { intentionId: shop.newId(), jobId, answer: 'whole' });
    expect(await job(jobId)).toMatchObject({ blocks_json: '[]' });
  });
});

describe('a paper that waits', () => {
  async function waiting() {
    const till = await tillWithPapers();
    const off = await till.addPrinter('Ombor', nowhere);
    const queued = await till.queue('debtRepaid', off);
    till.shop.till.parts.printQueue.wake();
    await till.shop.till.parts.printQueue.settle();
    return { ...till, off, ...queued };
  }

  test('goes to another printer as it is, without a mark', async () => {
    const { shop, verbs, jobId, kassa, papers, job } = await waiting();
    expect(await job(jobId)).toMatchObject({ state: 'retry_wait', last_error: 'refused' });
    await shop.call(verbs.moveJob, { intentionId: shop.newId(), jobId, printerId: kassa });
    await shop.till.parts.printQueue.settle();
    expect(papersIn(papers).map(({ lines }) => lines[0])).toEqual(['Hujjat debtRepaid']);
    expect(await job(jobId)).toMatchObject({ state: 'printed', resolution: 'moved', purpose: 'original' });
    const { steps } = await shop.call(verbs.jobSteps, { jobId });
    expect(steps.map(({ from, to, detail }) => [from, to, detail])).toEqual([
      ['queued', 'sending', null],
      ['sending', 'retry_wait', 'refused'],
      ['retry_wait', 'queued', 'moved'],
      ['queued', 'sending', null],
      ['sending', 'printed', null],
    ]);
    const again = { intentionId: shop.newId(), jobId, printerId: kassa };
    expect(await shop.refusal(shop.call(verbs.moveJob, again))).toMatchObject({ code: 'JobNotWaiting' });
  });

  test('a secret goes elsewhere only by the hand of somebody who may manage printers', async () => {
    const { shop, verbs, off, kassa, queue } = await waiting();
    const secret = await queue(secretPaper, off);
    const move = () =>
      shop.call(verbs.moveJob, { intentionId: shop.newId(), jobId: secret.jobId, printerId: kassa });
    expect(await shop.refusal(move())).toMatchObject({ code: 'NotAllowed' });
    shop.workAs(shop.ownerId);
    await move();
  });

  test('is given up by whoever cancels it, and never once it has come out', async () => {
    const { shop, verbs, jobId, job } = await waiting();
    const cancel = () => shop.call(verbs.cancelJob, { intentionId: shop.newId(), jobId });
    await cancel();
    expect(await job(jobId)).toMatchObject({ state: 'cancelled', resolved_by: shop.cashierId });
    expect(await shop.refusal(cancel())).toMatchObject({ code: 'JobNotWaiting' });
  });

  test('is tried at once when somebody has switched the printer on', async () => {
    const { shop, verbs, off, jobId, job } = await waiting();
    await shop.call(verbs.retryNow, { intentionId: shop.newId(), printerId: off });
    await shop.till.parts.printQueue.settle();
    expect(await job(jobId)).toMatchObject({ state: 'retry_wait', attempts: 2 });
  });

  test('stands in the queue, oldest first, with how much each printer has to do', async () => {
    const { shop, verbs, off, jobId, kassa, queue } = await waiting();
    shop.clock.pass(1);
    const second = await queue('cashMoved', off);
    const { jobs, printers, nextCursor } = await shop.call(verbs.jobs, { limit: 1 });
    expect(jobs).toMatchObject([
      { id: jobId, state: 'retry_wait', reason: 'refused', printerName: 'Ombor', attempts: 1 },
    ]);
    expect(jobs[0]?.nextTryAt).not.toBeNull();
    expect(printers).toEqual([
      { id: kassa, name: 'Fayl', waiting: 0 },
      { id: off, name: 'Ombor', waiting: 2 },
    ]);
    const next = await shop.call(verbs.jobs, { limit: 1, cursor: nextCursor });
    expect(next.jobs.map(({ id }) => id)).toEqual([second.jobId]);
    expect(next.nextCursor).toBeNull();
  });

  test('stands in the list of everything, newest first, beside what came out', async () => {
    const { shop, verbs, jobId, off } = await waiting();
    shop.clock.pass(1);
    await sellTea(shop);
    const { jobs } = await shop.call(verbs.jobs, { which: 'all' });
    expect(jobs.at(-1)?.id).toBe(jobId);
    expect(jobs.map(({ documentKind, kind, state }) => [documentKind, kind, state])).toContainEqual([
      'sale',
      'paper',
      'printed',
    ]);
    const ofOne = await shop.call(verbs.jobs, { which: 'all', printerId: off });
    expect(ofOne.jobs.map(({ id }) => id)).toEqual([jobId]);
  });

  test('stands on the screen with its codes for the customer’s phone, also when its kind is not for everybody', async () => {
    const { shop, verbs, queue, off } = await waiting();
    const { documentId, jobId } = await queue('giftCardSold', off);
    const document = { documentKind: 'giftCardSold', documentId };
    const shown = await shop.call(verbs.onScreen, document);
    expect(shown.codes).toEqual([{ symbology: 'qr', data: 'G4711', caption: 'Kod' }]);
    expect(JSON.stringify(shown.preview)).toContain('Hujjat giftCardSold');
    await shop.db.updateTable('print_job').set({ state: 'printed' }).where('id', '=', jobId).execute();
    expect(await shop.refusal(shop.call(verbs.onScreen, document))).toMatchObject({ code: 'NotAllowed' });
  });

  test.each(['customerDay', 'customerCard', 'coupon', 'shiftClosed'])(
    'and is a %s stands on the screen of those alone who may read it later',
    async (documentKind) => {
      const { shop, verbs, queue, off } = await waiting();
      const { documentId } = await queue(documentKind, off);
      const look = () => shop.call(verbs.onScreen, { documentKind, documentId });
      expect(await shop.refusal(look())).toMatchObject({ code: 'NotAllowed' });
      shop.workAs(shop.ownerId);
      expect(JSON.stringify((await look()).preview)).toContain(`Hujjat ${documentKind}`);
    },
  );

  test.each([secretPaper, 'couponStrip'])('and is a %s stands on no screen', async (documentKind) => {
    const { shop, verbs, queue, off } = await waiting();
    const { documentId } = await queue(documentKind, off);
    const call = shop.call(verbs.onScreen, { documentKind, documentId });
    expect(await shop.refusal(call)).toMatchObject({ code: 'NotFound' });
  });
});
