/** Papers that came out, and copies of them that say that they are copies. */
import { expect, test } from 'vitest';
import { transact } from '../../../electron/database/transact.ts';
import { queuePrint } from '../../../electron/receipt/inTransaction.ts';
import { paper, papers, printAgain } from '../../../electron/receipt/papersVerbs.ts';
import { secretPaper } from '../../../electron/receipt/secretPapers.ts';
import { papersIn, sellTea, shopWithTea } from '../teaShop.ts';

test('a copy says on top that it is one, with its number, and carries the same codes', async () => {
  const { shop, papers: folder } = await shopWithTea();
  await sellTea(shop);
  const [sale] = (await shop.call(papers, {})).papers;
  expect(sale).toMatchObject({ documentKind: 'sale', copies: 0 });
  const document = { documentKind: 'sale', documentId: sale?.documentId ?? '' };
  const { parts } = shop.till;
  for (const copyNumber of [1, 2]) {
    const answer = await shop.call(printAgain(parts), { intentionId: shop.newId(), ...document });
    expect(answer).toEqual({ copyNumber });
  }
  await parts.printQueue.settle();
  const [original, first, second] = papersIn(folder);
  expect(first?.lines[0]?.trim()).toMatch(/^NUSXA .*1$/);
  expect(second?.lines[0]?.trim()).toMatch(/^NUSXA .*2$/);
  expect(first?.lines.slice(1)).toEqual(original?.lines);
  expect(first?.barcodes).toEqual(original?.barcodes);
  expect((await shop.call(papers, {})).papers[0]).toMatchObject({ copies: 2 });
});

test('every copy stands in the journal with the document it copies', async () => {
  const { shop } = await shopWithTea();
  await sellTea(shop);
  const [sale] = (await shop.call(papers, {})).papers;
  const documentId = sale?.documentId ?? '';
  await shop.call(printAgain(shop.till.parts), {
    intentionId: shop.newId(),
    documentKind: 'sale',
    documentId,
  });
  const rows = await shop.db
    .selectFrom('journal')
    .select('content_json')
    .where('document_kind', '=', 'reprint')
    .execute();
  expect(rows.map((row) => JSON.parse(row.content_json).content)).toEqual([
    { of: 'sale', document: documentId, copyNumber: 1 },
  ]);
});

test('a secret slip is neither listed nor shown nor printed again', async () => {
  const { shop } = await shopWithTea();
  const { id: printerId } = await shop.db.selectFrom('printer').select('id').executeTakeFirstOrThrow();
  const documentId = shop.newId();
  await transact(shop.db, (trx) =>
    queuePrint(trx, {
      id: shop.newId(),
      documentKind: secretPaper,
      documentId,
      purpose: 'original',
      copyNumber: 0,
      printerId,
      blocks: [{ kind: 'text', text: 'K7FQ-2M4X' }],
      at: shop.clock.now,
    }),
  );
  expect((await shop.call(papers, {})).papers).toEqual([]);
  const secret = { documentKind: secretPaper, documentId };
  expect(await shop.refusal(shop.call(paper, secret))).toMatchObject({ code: 'NotFound' });
  const again = shop.call(printAgain(shop.till.parts), { intentionId: shop.newId(), ...secret });
  expect(await shop.refusal(again)).toMatchObject({ code: 'NotFound' });
});

test.each(['giftCardSold', 'giftCardToppedUp', 'coupon', 'shiftClosed'])(
  'a cashier alone neither reads nor copies a %s again: its code or its figures are not for everybody',
  async (documentKind) => {
    const { shop } = await shopWithTea();
    const { parts } = shop.till;
    const { id: printerId } = await shop.db.selectFrom('printer').select('id').executeTakeFirstOrThrow();
    const document = { documentKind, documentId: shop.newId() };
    const blocks = [{ kind: 'text', text: 'G4711' }] as const;
    const job = { ...document, purpose: 'original', copyNumber: 0, printerId, blocks } as const;
    await transact(shop.db, (trx) => queuePrint(trx, { id: shop.newId(), ...job, at: shop.clock.now }));
    parts.printQueue.wake();
    await parts.printQueue.settle();
    const copy = () => shop.call(printAgain(parts), { intentionId: shop.newId(), ...document });
    expect(await shop.refusal(shop.call(paper, document))).toMatchObject({ code: 'NotAllowed' });
    expect(await shop.refusal(copy())).toMatchObject({ code: 'NotAllowed' });
    shop.workAs(shop.ownerId);
    expect(JSON.stringify(await shop.call(paper, document))).toContain('G4711');
    expect(await copy()).toEqual({ copyNumber: 1 });
  },
);

test('the list comes in pages and by kind', async () => {
  const { shop } = await shopWithTea();
  await sellTea(shop);
  expect(await shop.call(papers, { documentKind: 'debtRepaid' })).toMatchObject({
    papers: [],
    nextCursor: null,
  });
  const page = await shop.call(papers, { limit: 1 });
  expect(page.kinds).toContain('sale');
  expect(page.papers).toHaveLength(1);
});
