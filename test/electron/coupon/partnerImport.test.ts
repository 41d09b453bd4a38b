/** A partner's list of codes: told row by row what is wrong, whole or not at all, however long it is. */
import { expect, test } from 'vitest';
import { findPartnerCode } from '../../../electron/coupon/partnerCodes.ts';
import {
  cancelImport,
  clearCancelled,
  finishImport,
  importRows,
  startImport,
} from '../../../electron/coupon/partnerImport.ts';
import { newCode } from '../../../shared/code.ts';
import { type PartnerShop, partnerShop } from './partnerShop.ts';

const codesIn = async ({ db }: PartnerShop) =>
  (await db.selectFrom('partner_code').select('code').orderBy('code').execute()).map(({ code }) => code);

const listed = async () => {
  const shop = await partnerShop();
  const seriesId = await shop.makeSeries(await shop.makePartner());
  return { shop, seriesId };
};

test('the good rows are kept, and each bad one is told with what is wrong', async () => {
  const { shop, seriesId } = await listed();
  await shop.importList(await shop.makeSeries(await shop.makePartner('Gul')), ['TAKEN']);
  await shop.makeSeries(await shop.makePartner('Somsa'), {
    codes: { kind: 'range', prefix: 'S', digits: 3, first: 1, last: 9 },
  });
  await shop.makeProduct('Choy', 12_000, ['4780000000019']);
  const ours = newCode('K', new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]));
  const importId = await shop.begin(seriesId);
  expect(await shop.read(importId, 'a-1', '', 'ЧОЙ', 'X'.repeat(49), 'A-1', 'taken', ours)).toEqual({
    accepted: 1,
    faults: [
      { row: 2, code: '', fault: 'empty' },
      { row: 3, code: 'ЧОЙ', fault: 'characters' },
      { row: 4, code: 'X'.repeat(49), fault: 'tooLong' },
      { row: 5, code: 'A-1', fault: 'twiceInFile' },
      { row: 6, code: 'taken', fault: 'taken' },
      { row: 7, code: ours, fault: 'looksLikeOurs' },
    ],
  });
  // Rows are numbered by the file, not by the portion.
  const second = {
    importId,
    rows: ['a-2', 'a-1', 's005', '4780000000019'].map((code, at) => ({ row: at + 8, code })),
  };
  expect(await shop.ask(importRows, second)).toEqual({
    accepted: 1,
    faults: [
      { row: 9, code: 'a-1', fault: 'twiceInFile' },
      { row: 10, code: 's005', fault: 'taken' },
      { row: 11, code: '4780000000019', fault: 'looksLikeOurs' },
    ],
  });
  expect(await shop.ask(finishImport, { importId })).toEqual({ codes: 2 });
  expect(await codesIn(shop)).toEqual(['A-1', 'A-2', 'TAKEN']);
  const list = await shop.db
    .selectFrom('code_import')
    .select(['state', 'row_count', 'code_count'])
    .where('id', '=', importId)
    .execute();
  expect(list).toEqual([{ state: 'done', row_count: 11, code_count: 2 }]);
});

test('a finished list is in the journal with how many codes it brought', async () => {
  const { shop, seriesId } = await listed();
  const importId = await shop.importList(seriesId, ['A1', 'A2']);
  expect(shop.documents.at(-1)).toMatchObject({
    kind: 'partnerCodesImported',
    content: { importId, seriesId, codes: 2, rows: 2 },
  });
  expect(shop.announced).toContain('coupon');
});

test('a portion that is sent twice is kept once', async () => {
  const { shop, seriesId } = await listed();
  const importId = await shop.begin(seriesId);
  const portion = { intentionId: shop.newId(), importId, rows: [{ row: 1, code: 'A1' }] };
  expect(await shop.ask(importRows, portion)).toEqual({ accepted: 1, faults: [] });
  expect(await shop.ask(importRows, portion)).toEqual({ accepted: 1, faults: [] });
  expect(await shop.ask(finishImport, { importId })).toEqual({ codes: 1 });
});

test('a list without one good code is no list', async () => {
  const { shop, seriesId } = await listed();
  const importId = await shop.begin(seriesId);
  await shop.read(importId, '', 'ЧОЙ');
  expect(await shop.refusal(finishImport, { importId })).toEqual({ code: 'ImportEmpty', data: {} });
});

test('a list that was finished or cancelled takes no more rows', async () => {
  const { shop, seriesId } = await listed();
  const done = await shop.importList(seriesId, ['A1']);
  const cancelled = await shop.begin(seriesId);
  await shop.ask(cancelImport(shop.parts), { importId: cancelled });
  for (const importId of [done, cancelled]) {
    const rows = [{ row: 1, code: 'A9' }];
    expect(await shop.refusal(importRows, { importId, rows })).toEqual({ code: 'ImportClosed', data: {} });
    expect((await shop.refusal(finishImport, { importId })).code).toBe('ImportClosed');
    expect((await shop.refusal(cancelImport(shop.parts), { importId })).code).toBe('ImportClosed');
  }
  expect((await shop.refusal(finishImport, { importId: shop.newId() })).code).toBe('NotFound');
});

test('only a partner’s series with a list takes one', async () => {
  const shop = await partnerShop();
  const partnerId = await shop.makePartner();
  const start = (seriesId: string) => ({ seriesId, fileName: 'a.csv', usesAllowed: 1 });
  const own = await shop.makeSeries(partnerId, { codes: { kind: 'own' } });
  expect(await shop.refusal(startImport(shop.parts), start(own))).toEqual({
    code: 'SeriesTakesNoList',
    data: {},
  });
  expect((await shop.refusal(startImport(shop.parts), start(shop.newId()))).code).toBe('NotFound');
});

test('a cashier may not bring codes in', async () => {
  const { shop, seriesId } = await listed();
  const input = { seriesId, fileName: 'a.csv', usesAllowed: 1 };
  expect((await shop.refusal(startImport(shop.parts), input, 'cashier')).code).toBe('NotAllowed');
});

test('a cancelled list leaves nothing behind and its codes are free again', async () => {
  const { shop, seriesId } = await listed();
  const importId = await shop.begin(seriesId);
  await shop.read(importId, ...Array.from({ length: 900 }, (_, at) => `A${at}`));
  await shop.ask(cancelImport(shop.parts), { importId });
  await clearCancelled(shop.db);
  expect(await codesIn(shop)).toEqual([]);
  await shop.importList(seriesId, ['A1']);
  expect(await findPartnerCode(shop.db, 'A1')).not.toBeNull();
});

test('codes of a cancelled list whose rows are still there are in nobody’s way', async () => {
  const { shop, seriesId } = await listed();
  const importId = await shop.begin(seriesId);
  await shop.read(importId, 'A1', 'A2');
  const other = await shop.makeSeries(await shop.makePartner('Gul'));
  const next = await shop.begin(other);
  await shop.db.updateTable('code_import').set({ state: 'cancelled' }).where('id', '=', importId).execute();
  expect(await shop.read(next, 'A1')).toEqual({ accepted: 1, faults: [] });
  await shop.ask(finishImport, { importId: next });
  expect((await findPartnerCode(shop.db, 'A1'))?.series.seriesId).toBe(other);
});

test('who begins again drops what was half read; other series read on', async () => {
  const { shop, seriesId } = await listed();
  const other = await shop.makeSeries(await shop.makePartner('Gul'));
  const otherImport = await shop.begin(other);
  const first = await shop.begin(seriesId);
  await shop.read(first, 'A1');
  const second = await shop.begin(seriesId);
  await clearCancelled(shop.db);
  expect((await shop.refusal(finishImport, { importId: first })).code).toBe('ImportClosed');
  expect(await shop.read(second, 'A1')).toEqual({ accepted: 1, faults: [] });
  expect(await shop.read(otherImport, 'B1')).toEqual({ accepted: 1, faults: [] });
});

test('clearing cancelled lists leaves the codes of every other list alone', async () => {
  const { shop, seriesId } = await listed();
  await shop.importList(seriesId, ['A1', 'A2']);
  const reading = await shop.begin(await shop.makeSeries(await shop.makePartner('Gul')));
  await shop.read(reading, 'B1');
  await clearCancelled(shop.db);
  expect(await codesIn(shop)).toEqual(['A1', 'A2', 'B1']);
});

test('a power cut at the end of a portion, or of the whole list, leaves everything as it was', async () => {
  const { shop, seriesId } = await listed();
  const importId = await shop.begin(seriesId);
  await shop.read(importId, 'A1');
  const before = await shop.everyRow();
  shop.breakAtTheEnd();
  await expect(shop.ask(finishImport, { importId })).rejects.toThrow('the power went');
  expect(await shop.everyRow()).toBe(before);
});
