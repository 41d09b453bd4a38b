/** A list of goods comes in: checked against itself and the shop, all at once or not at all, and out again. */
import { expect, test } from 'vitest';
import { listProducts } from '../../../electron/catalogue/list.ts';
import { saveProduct } from '../../../electron/catalogue/save.ts';
import { clearStaged } from '../../../electron/exchange/takeRows.ts';
import { beginDay } from '../../../electron/timers.ts';
import { som } from '../../../shared/money.ts';
import { pastSales } from '../report/soldDay.ts';
import { type ImportWorld, importWorld } from './importWorld.ts';

const kvas = '4600068009043';
const water = '4600286001911';

const goodsIn = async (world: ImportWorld) => (await world.ask(listProducts, {})).products;

const byHand = {
  productId: null,
  unit: 'piece' as const,
  vat: { kind: 'shop' as const },
  isQuickGood: false,
};

test('new goods come in with their group, codes and price, and the price begins their history', async () => {
  const world = await importWorld();
  await world.bring('products', [
    {
      name: 'Kvas',
      barcode: `${kvas}; ${water}`,
      category: 'Ichimliklar/Kvas',
      brand: 'Ochakovo',
      price: '12 500,00',
      cost: '9 000',
      vat: '12%',
      unit: 'dona',
      article: 'A-77',
    },
  ]);
  const [product] = await goodsIn(world);
  expect(product).toMatchObject({
    name: { uz: 'Kvas' },
    barcodes: [kvas, water, 'A-77'].sort(),
    priceSom: 12_500,
    costSom: 9_000,
    vat: { kind: 'rate', rateBasisPoints: 1_200 },
    isActive: true,
  });
  const category = await world.db.selectFrom('category').select('name_json').executeTakeFirstOrThrow();
  expect(JSON.parse(category.name_json)).toEqual({ uz: 'Ichimliklar / Kvas' });
  expect(await world.db.selectFrom('product_price').select('price_som').execute()).toEqual([
    { price_som: 12_500 },
  ]);
});

test('a row is told apart by its code, then by its name; the same row twice comes in once', async () => {
  const world = await importWorld();
  await world.ask(saveProduct, { ...byHand, name: { uz: 'Kvas' }, priceSom: som(10_000), barcodes: [kvas] });
  await world.ask(saveProduct, { ...byHand, name: { uz: 'Non' }, priceSom: som(4_000), barcodes: [] });
  const importId = await world.check('products', [
    { name: 'Kvas 1 l', barcode: kvas, price: '11000' },
    { name: 'NON', price: '4500' },
    { name: 'Suv', barcode: water, price: '3000' },
    { name: 'suv', barcode: water, price: '3000' },
    { name: 'Sharbat', barcode: water, price: '3000' },
    { name: 'Qand', price: '0' },
    { name: 'Tuz' },
    { barcode: '4,78E+12', price: '5000' },
  ]);
  expect(await world.verdicts(importId)).toEqual([
    { row: 2, verdict: 'update', notes: [], otherRow: null },
    { row: 3, verdict: 'update', notes: [], otherRow: null },
    { row: 4, verdict: 'add', notes: [], otherRow: null },
    { row: 5, verdict: 'duplicate', notes: [], otherRow: 4 },
    { row: 6, verdict: 'error', notes: ['barcodesOfTwo'], otherRow: 4 },
    { row: 7, verdict: 'error', notes: ['priceZero'], otherRow: null },
    { row: 8, verdict: 'error', notes: ['priceMissing'], otherRow: null },
    { row: 9, verdict: 'error', notes: ['barcodeShortened', 'nameMissing'], otherRow: null },
  ]);
  const summary = await world.ask(world.verbs.summary, { importId });
  expect(summary.counts).toEqual({ add: 1, update: 2, skip: 0, duplicate: 1, error: 4 });
});

test('nothing counts before the last button, and then all of it does', async () => {
  const world = await importWorld();
  const importId = await world.check('products', [
    { name: 'Suv', price: '3000' },
    { name: 'Tuz', price: '0' },
  ]);
  expect(await goodsIn(world)).toEqual([]);
  const done = await world.ask(world.verbs.finish, { importId });
  expect(done).toMatchObject({ number: 1, state: 'done', counts: { add: 1, error: 1 } });
  expect(world.documents.map(({ kind }) => kind)).toEqual(['imported']);
  expect(await world.refusal(world.verbs.finish, { importId })).toEqual({ code: 'ImportClosed', data: {} });
});

test('a power cut at the last moment leaves the shop as it was', async () => {
  const world = await importWorld();
  const importId = await world.check('products', [{ name: 'Suv', price: '3000', category: 'Ichimlik' }]);
  const before = await world.everyRow();
  world.breakAtTheEnd();
  await expect(world.ask(world.verbs.finish, { importId })).rejects.toThrow('the power went');
  expect(await world.everyRow()).toBe(before);
});

test('goods that came into the till since the check must be checked again', async () => {
  const world = await importWorld();
  const importId = await world.check('products', [{ name: 'Suv', barcode: water, price: '3000' }]);
  await world.ask(saveProduct, { ...byHand, name: { uz: 'Suv' }, priceSom: som(2_000), barcodes: [water] });
  expect(await world.refusal(world.verbs.finish, { importId })).toEqual({
    code: 'ImportStale',
    data: { rows: 1 },
  });
});

test('what the person chose is left out: only new goods, or only known ones', async () => {
  const world = await importWorld();
  await world.bring('products', [{ name: 'Suv', barcode: water, price: '3000' }]);
  const rows = [
    { name: 'Suv', barcode: water, price: '3500' },
    { name: 'Kvas', barcode: kvas, price: '9000' },
  ];
  const onlyNew = await world.check('products', rows, { known: 'skip' });
  expect((await world.verdicts(onlyNew)).map(({ verdict }) => verdict)).toEqual(['skip', 'add']);
  const onlyKnown = await world.check('products', rows, { unknown: 'skip' });
  expect((await world.verdicts(onlyKnown)).map(({ verdict }) => verdict)).toEqual(['update', 'skip']);
});

test('a row changed by hand is judged anew, and with it the rows that were its doubles', async () => {
  const world = await importWorld();
  const importId = await world.check('products', [
    { name: 'Suv', barcode: water, price: '3000' },
    { name: 'Suv', barcode: water, price: '3000' },
  ]);
  const { row } = await world.ask(world.verbs.changeRow, {
    importId,
    row: 2,
    cells: { name: 'Kvas', barcode: kvas, price: '9000' },
  });
  expect(row.verdict).toBe('add');
  expect((await world.verdicts(importId)).map(({ verdict }) => verdict)).toEqual(['add', 'add']);
});

test('an import goes out again whole: new goods are gone, changed ones are as they were', async () => {
  const world = await importWorld();
  const { product } = await world.ask(saveProduct, {
    ...byHand,
    name: { uz: 'Kvas' },
    priceSom: som(10_000),
    barcodes: [kvas],
  });
  world.setClock('2026-11-22T09:00:00.000Z');
  const importId = await world.bring('products', [
    { name: 'Kvas', barcode: `${kvas} 111`, price: '11000', brand: 'Ochakovo' },
    { name: 'Suv', barcode: water, price: '3000' },
  ]);
  expect(await goodsIn(world)).toHaveLength(2);
  world.setClock('2026-11-22T10:00:00.000Z');
  const undone = await world.ask(world.verbs.undo, { importId });
  expect(undone.state).toBe('undone');
  expect(await goodsIn(world)).toEqual([product]);
  expect((await world.ask(listProducts, { search: 'suv' })).products).toEqual([]);
  // The same file may come again: nothing of the first time stands in its way.
  const again = await world.check('products', [{ name: 'Suv', barcode: water, price: '3000' }]);
  expect((await world.verdicts(again)).map(({ verdict }) => verdict)).toEqual(['add']);
});

test('an import of which something was changed by hand stays, and says what', async () => {
  const world = await importWorld();
  const importId = await world.bring('products', [{ name: 'Suv', barcode: water, price: '3000' }]);
  const [product] = await goodsIn(world);
  world.setClock('2026-11-22T09:00:00.000Z');
  await world.ask(saveProduct, {
    ...byHand,
    productId: product?.id ?? '',
    name: { uz: 'Suv' },
    priceSom: som(3_500),
    barcodes: [water],
  });
  expect(await world.refusal(world.verbs.undo, { importId })).toEqual({
    code: 'ImportUsed',
    data: { uses: [{ kind: 'changed', count: 1, examples: ['Suv'] }] },
  });
});

test('the rows of the check, with all they hold, are gone when the import is over', async () => {
  const world = await importWorld();
  await world.bring('products', [{ name: 'Suv', price: '3000' }]);
  await clearStaged(world.db);
  expect(await world.db.selectFrom('import_row').selectAll().execute()).toEqual([]);
  expect(await world.db.selectFrom('import_key').selectAll().execute()).toEqual([]);
});

test('an import that nobody finished is dropped a day later, with all it holds', async () => {
  const world = await importWorld();
  const importId = await world.check('products', [{ name: 'Suv', price: '3000' }]);
  const begin = () => beginDay(world.host);
  await begin();
  expect(await world.ask(world.verbs.summary, { importId })).toMatchObject({ state: 'reading', rows: 1 });
  world.setClock('2026-11-23T09:00:00.000Z');
  await begin();
  expect(await world.ask(world.verbs.summary, { importId })).toMatchObject({ state: 'cancelled' });
  expect(await world.db.selectFrom('import_row').selectAll().execute()).toEqual([]);
  expect(await world.db.selectFrom('import_key').selectAll().execute()).toEqual([]);
});

test('the columns of a file are remembered for the next one with the same headings', async () => {
  const world = await importWorld();
  await world.begin('products');
  const known = { kind: 'products' as const, fingerprint: 'nomi|narxi' };
  expect(await world.ask(world.verbs.columnsOf, known)).toEqual({ mapping: ['name', 'price'] });
  expect(await world.ask(world.verbs.columnsOf, { ...known, kind: 'customers' })).toEqual({ mapping: null });
});

test('two rows with two codes of the same goods change them once', async () => {
  const world = await importWorld();
  await world.ask(saveProduct, {
    ...byHand,
    name: { uz: 'Kvas' },
    priceSom: som(10_000),
    barcodes: [kvas, water],
  });
  const importId = await world.check('products', [
    { name: 'Kvas', barcode: kvas, price: '11000' },
    { name: 'Kvas', barcode: water, price: '11000' },
  ]);
  expect(await world.verdicts(importId)).toEqual([
    { row: 2, verdict: 'update', notes: [], otherRow: null },
    { row: 3, verdict: 'duplicate', notes: [], otherRow: 2 },
  ]);
  await world.ask(world.verbs.finish, { importId });
  expect((await goodsIn(world)).map(({ priceSom }) => priceSom)).toEqual([11_000]);
});

test('a code that other goods took since the check is told, not broken on', async () => {
  const world = await importWorld();
  await world.ask(saveProduct, { ...byHand, name: { uz: 'Kvas' }, priceSom: som(10_000), barcodes: [kvas] });
  const importId = await world.check('products', [
    { name: 'Kvas', barcode: `${kvas} ${water}`, price: '11000' },
  ]);
  await world.ask(saveProduct, { ...byHand, name: { uz: 'Suv' }, priceSom: som(2_000), barcodes: [water] });
  expect(await world.refusal(world.verbs.finish, { importId })).toEqual({
    code: 'ImportStale',
    data: { rows: 1 },
  });
});

test('goods of a sale from paper, whose hour lies before the import, keep the import in', async () => {
  const world = await importWorld();
  const importId = await world.bring('products', [{ name: 'Suv', barcode: water, price: '3000' }]);
  const [product] = await goodsIn(world);
  const { sell } = await pastSales(world);
  const lines = [{ productId: product?.id ?? '', quantity: 1_000, netSom: 3_000 }];
  await sell({ at: '2026-11-22T07:30:00.000Z', netSom: 3_000, lines });
  expect(await world.refusal(world.verbs.undo, { importId })).toEqual({
    code: 'ImportUsed',
    data: { uses: [{ kind: 'sold', count: 1, examples: ['Suv'] }] },
  });
});
