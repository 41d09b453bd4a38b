/** The view for a tax visitor: opened on the record, complete, without a person, and honest about what is missing. */
import { expect, test } from 'vitest';
import { inspectionVerbs } from '../../../electron/report/inspection.ts';
import { businessDay } from '../../../shared/time.ts';
import { type MonthShop, openMonthShop } from './monthShop.ts';

const phone = '+998901112233';

async function opened(shop: MonthShop, fromOn = '2026-11-01', toOn = '2026-11-22') {
  const verbs = inspectionVerbs(shop.till.parts);
  const { inspectionId } = await shop.asOwner(verbs.openInspection, { fromOn, toOn });
  return {
    inspectionId,
    books: await shop.asOwner(verbs.inspection, { inspectionId }),
    page: (cursor: string | null = null, limit = 100) =>
      shop.asOwner(verbs.inspectedReceipts, { inspectionId, cursor, limit }),
    proof: () => shop.asOwner(verbs.inspectionProof, { inspectionId }),
  };
}

test('the books of the worked sale, with its return, as a visitor sees them', async () => {
  const shop = await openMonthShop();
  await shop.cashier.put('c', 'c');
  const second = await shop.cashier.pay();
  await shop.takeBack(second.saleId, { 1: 1 });
  const figures = await shop.figures('2026-11');
  const { books, page, proof } = await opened(shop);
  expect(books).toMatchObject({
    fromOn: '2026-11-01',
    toOn: '2026-11-22',
    shop: { name: 'Sinov' },
    receipts: 2,
    soldSom: figures.soldSom,
    returnedSom: figures.returns.sumSom,
    netSom: figures.netSom,
    fiscalReceipts: null,
  });
  expect(books.returns).toMatchObject([{ number: 1, receiptNumber: 2, netSom: figures.returns.sumSom }]);
  const [vat] = figures.vat;
  expect(books.vat).toEqual([
    {
      rateBasisPoints: 1200,
      netSom: figures.netSom,
      vatSom: (vat?.soldVatSom ?? 0) - (vat?.backVatSom ?? 0),
    },
  ]);
  expect(books.zReports).toMatchObject([
    { number: 1, receipts: 2, firstReceipt: 1, lastReceipt: 2, netSom: figures.netSom, closedAt: null },
  ]);
  expect(books.numbers.map(({ series, missing }) => [series, missing])).toEqual([
    ['receipts', 0],
    ['returns', 0],
    ['zReports', 0],
  ]);
  const { receipts } = await page();
  expect(receipts).toMatchObject([
    {
      number: 1,
      netSom: 90_040,
      vat: [{ rateBasisPoints: 1200, netSom: 90_040, vatSom: 9_647 }],
      returnedSom: 0,
      fiscalNumber: null,
    },
    { number: 2, returnedSom: figures.returns.sumSom, isReturned: false },
  ]);
  expect(receipts[0]?.tenders.map(({ kind }) => kind)).toEqual(['bonus', 'giftCard', 'debt', 'qr', 'cash']);
  expect(await proof()).toMatchObject({ firstFault: null });
  expect((await proof()).documents).toBeGreaterThan(10);
});

test('no customer and no seller stands anywhere in it', async () => {
  const shop = await openMonthShop();
  const named = await shop.newCustomer('+998935556677', null, 'Zulfiya Karimova');
  const { books, page, proof } = await opened(shop);
  const all = JSON.stringify([books, await page(), await proof()]);
  const secrets = [
    phone,
    phone.slice(-4),
    shop.customerId,
    shop.card,
    named,
    'Zulfiya',
    shop.cashierId,
    shop.ownerId,
    'Kassir',
    'Egasi',
  ];
  expect(secrets.filter((secret) => all.includes(secret))).toEqual([]);
});

test('nothing is shown before it is opened, and every opening stands in the journal', async () => {
  const shop = await openMonthShop();
  const verbs = inspectionVerbs(shop.till.parts);
  const inspectionId = shop.newId();
  for (const call of [
    shop.asOwner(verbs.inspection, { inspectionId }),
    shop.asOwner(verbs.inspectedReceipts, { inspectionId }),
    shop.asOwner(verbs.inspectionProof, { inspectionId }),
  ]) {
    expect(await shop.refusal(call)).toMatchObject({ code: 'NotFound' });
  }
  const wrong = shop.asOwner(verbs.openInspection, { fromOn: '2026-11-22', toOn: '2026-11-23' });
  expect(await shop.refusal(wrong)).toMatchObject({ code: 'PeriodWrong' });
  await opened(shop, '2026-11-20', '2026-11-22');
  const links = await shop.db
    .selectFrom('journal')
    .select('content_json')
    .where('document_kind', '=', 'inspectionShown')
    .execute();
  const contents = links.map(
    ({ content_json }) => (JSON.parse(content_json) as { content: unknown }).content,
  );
  expect(contents).toEqual([{ fromOn: '2026-11-20', toOn: '2026-11-22' }]);
});

test('receipts come in pages that leave none out and tell none twice', async () => {
  const shop = await openMonthShop();
  for (let sold = 0; sold < 4; sold += 1) {
    await shop.cashier.put('c');
    await shop.cashier.pay();
    // Two receipts of one moment are told apart by their numbers.
    if (sold % 2 === 1) shop.clock.pass(60);
  }
  const { page } = await opened(shop);
  const numbers: number[] = [];
  let cursor: string | null = null;
  do {
    const answer: Awaited<ReturnType<typeof page>> = await page(cursor, 2);
    numbers.push(...answer.receipts.map(({ number }) => number));
    cursor = answer.nextCursor;
  } while (cursor !== null);
  expect(numbers).toEqual([1, 2, 3, 4, 5]);
});

test('a receipt that is gone from the file is missed by its number', async () => {
  const shop = await openMonthShop();
  for (let sold = 0; sold < 2; sold += 1) {
    await shop.cashier.put('c');
    await shop.cashier.pay();
  }
  // Past the program: what the engine forbids, somebody with the file in hand can still do.
  await shop.db.schema.alterTable('sale').renameTo('planted_sale').execute();
  await shop.db.schema
    .createView('sale')
    .as(
      shop.db
        .selectFrom('planted_sale' as 'sale')
        .selectAll()
        .where('number', '!=', 2),
    )
    .execute();
  const { books } = await opened(shop);
  expect(books.numbers[0]).toEqual({
    series: 'receipts',
    tillNumber: 1,
    first: 1,
    last: 3,
    missing: 1,
    examples: [2],
  });
});

test('the proof follows the period alone, bound to the document before it, and names what was altered', async () => {
  const shop = await openMonthShop();
  await shop.endShift();
  shop.clock.now = '2026-11-25T06:00:00.000Z' as never;
  await shop.beginShift(0);
  await shop.cashier.put('c');
  await shop.cashier.pay();
  const all = await (await opened(shop, '2026-11-01', '2026-11-25')).proof();
  const part = await (await opened(shop, '2026-11-25', '2026-11-25')).proof();
  expect(part.firstFault).toBeNull();
  expect(part.documents).toBeGreaterThan(0);
  expect(part.documents).toBeLessThan(all.documents);
  const day = businessDay('2026-11-25');
  const first = await shop.db
    .selectFrom('journal')
    .select(['sequence', 'content_json'])
    .where('business_day', '=', day)
    .orderBy('sequence')
    .executeTakeFirstOrThrow();
  await shop.db.schema.alterTable('journal').renameTo('planted_journal').execute();
  await shop.db.schema
    .createView('journal')
    .as(
      shop.db
        .selectFrom('planted_journal' as 'journal')
        .select(['till_id', 'sequence', 'document_kind', 'document_id', 'business_day', 'written_at'])
        .select(({ fn, ref, val }) => [
          fn<string>('replace', [ref('content_json'), val('shiftOpened'), val('shiftopened')]).as(
            'content_json',
          ),
          'previous_hash',
          'hash',
        ]),
    )
    .execute();
  const verbs = inspectionVerbs(shop.till.parts);
  const { id } = await shop.db
    .selectFrom('inspection')
    .select('id')
    .where('from_on', '=', day)
    .executeTakeFirstOrThrow();
  const altered = await shop.asOwner(verbs.inspectionProof, { inspectionId: id });
  expect(altered.firstFault).toMatchObject({ fault: 'altered', sequence: first.sequence });
});
