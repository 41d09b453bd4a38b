/** A copy is made of a paper that came out or never will, and of no other: F10 at a stopped printer makes no second paper. */
import { expect, test } from 'vitest';
import { printAgain } from '../../../electron/receipt/papersVerbs.ts';
import { reprintReceipt } from '../../../electron/sale/receipts.ts';
import type { PrintState } from '../../../shared/receipt/printState.ts';
import type { TestTill } from '../../till.ts';
import { papersIn, sellTea, shopWithTea } from '../teaShop.ts';

async function soldReceipt(shop: TestTill): Promise<string> {
  await sellTea(shop);
  const { id } = await shop.db.selectFrom('sale').select('id').executeTakeFirstOrThrow();
  return id;
}

/** The papers of the receipt stand like this at the printer. */
async function papersAre(shop: TestTill, purpose: 'original' | 'copy', state: PrintState): Promise<void> {
  await shop.db
    .updateTable('print_job')
    .set({ state })
    .where('kind', '=', 'paper')
    .where('purpose', '=', purpose)
    .execute();
}

const copyOf = (shop: TestTill, saleId: string) =>
  shop.call(reprintReceipt(shop.till.parts), { intentionId: shop.newId(), saleId });

test.each(['queued', 'sending', 'blocked', 'retry_wait', 'unknown'] as const)(
  'while the receipt itself is %s, no copy is made and nothing is written',
  async (state) => {
    const { shop } = await shopWithTea();
    const saleId = await soldReceipt(shop);
    await papersAre(shop, 'original', state);
    const before = await shop.everyRow();
    const { printer_id, id } = await shop.db
      .selectFrom('print_job')
      .select(['printer_id', 'id'])
      .where('kind', '=', 'paper')
      .executeTakeFirstOrThrow();
    const waits = { code: 'PaperWaits', data: { jobId: id, printerId: printer_id, state } };
    expect(await shop.refusal(copyOf(shop, saleId))).toEqual(waits);
    const document = { documentKind: 'sale', documentId: saleId };
    const again = shop.call(printAgain(shop.till.parts), { intentionId: shop.newId(), ...document });
    expect(await shop.refusal(again)).toEqual(waits);
    expect(await shop.everyRow()).toBe(before);
  },
);

test.each(['printed', 'sent_unconfirmed', 'failed', 'cancelled'] as const)(
  'a receipt that is %s is copied',
  async (state) => {
    const { shop } = await shopWithTea();
    const saleId = await soldReceipt(shop);
    await papersAre(shop, 'original', state);
    expect(await copyOf(shop, saleId)).toEqual({ copyNumber: 1 });
  },
);

test('two copies are two papers, but a copy that waits for the printer is not asked for again', async () => {
  const { shop, papers } = await shopWithTea();
  const saleId = await soldReceipt(shop);
  await copyOf(shop, saleId);
  await copyOf(shop, saleId);
  await shop.till.parts.printQueue.settle();
  expect(papersIn(papers).map(({ lines }) => lines[0]?.trim().split(' ')[0])).toEqual([
    expect.not.stringMatching('NUSXA'),
    'NUSXA',
    'NUSXA',
  ]);
  await papersAre(shop, 'copy', 'blocked');
  expect(await shop.refusal(copyOf(shop, saleId))).toMatchObject({
    code: 'PaperWaits',
    data: { state: 'blocked' },
  });
});

test('a receipt behind one that waits for the printer waits for the same reason', async () => {
  const { shop } = await shopWithTea();
  const saleId = await soldReceipt(shop);
  const { id, ...receipt } = await shop.db
    .selectFrom('print_job')
    .selectAll()
    .where('kind', '=', 'paper')
    .executeTakeFirstOrThrow();
  await papersAre(shop, 'original', 'queued');
  const before = { ...receipt, id: shop.newId(), document_id: 'before', state: 'retry_wait' } as const;
  const [blocks_json, created_at] = ['[]', '2026-11-01T06:00:00.000Z'];
  await shop.db
    .insertInto('print_job')
    .values({ ...before, blocks_json, created_at })
    .execute();
  expect(await shop.refusal(copyOf(shop, saleId))).toMatchObject({
    code: 'PaperWaits',
    data: { jobId: id, state: 'retry_wait' },
  });
});
