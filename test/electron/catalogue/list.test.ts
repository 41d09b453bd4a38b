import { expect, test } from 'vitest';
import { listProducts } from '../../../electron/catalogue/list.ts';
import { saveProduct } from '../../../electron/catalogue/save.ts';
import { type RoomWorld, roomWorld } from '../roomWorld.ts';

async function addProduct(world: RoomWorld, name: { uz?: string; ru?: string }, barcodes: string[] = []) {
  const { product } = await world.ask(saveProduct, {
    productId: null,
    name,
    unit: 'piece',
    priceSom: 1000,
    vat: { kind: 'shop' },
    barcodes,
    isQuickGood: false,
  });
  return product;
}

/** The Uzbek names a search finds, in the order in which they are shown. */
async function namesFound(world: RoomWorld, search: string): Promise<readonly (string | undefined)[]> {
  const { products } = await world.ask(listProducts, { search });
  return products.map((product) => product.name.uz ?? product.name.ru);
}

test('goods are found by any part of their name, whatever script it was typed in', async () => {
  const world = await roomWorld();
  await addProduct(world, { uz: 'Oʻrik quritilgan' });
  await addProduct(world, { uz: 'Shakar', ru: 'Сахар' });
  for (const search of ["o'rik", 'ўрик', 'urik', 'URIK', 'quritil', 'orik kurit']) {
    expect(await namesFound(world, search)).toEqual(['Oʻrik quritilgan']);
  }
  for (const search of ['шакар', 'сахар', 'sahar', 'kar']) {
    expect(await namesFound(world, search)).toEqual(['Shakar']);
  }
  expect(await namesFound(world, 'banan')).toEqual([]);
});

test('goods that begin with what was typed stand first, goods no longer sold last', async () => {
  const world = await roomWorld();
  const old = await addProduct(world, { uz: 'Non oq' });
  await addProduct(world, { uz: 'Limonad' });
  await addProduct(world, { uz: 'Patir non' });
  await addProduct(world, { uz: 'Non' });
  await world.ask(saveProduct, { ...old, productId: old.id, isActive: false });
  expect(await namesFound(world, 'non')).toEqual(['Non', 'Patir non', 'Non oq']);
  expect(await namesFound(world, 'mon')).toEqual(['Limonad']);
});

test('goods are found by a barcode and by how it begins', async () => {
  const world = await roomWorld();
  await addProduct(world, { uz: 'Choy' }, ['4780012345677', 'ABC-1']);
  await addProduct(world, { uz: 'Qahva' }, ['4780099']);
  expect(await namesFound(world, '4780012345677')).toEqual(['Choy']);
  expect((await namesFound(world, '47800')).toSorted()).toEqual(['Choy', 'Qahva']);
  expect(await namesFound(world, 'ABC')).toEqual(['Choy']);
  expect(await namesFound(world, '12345677')).toEqual([]);
});

test('a search of signs alone finds nothing', async () => {
  const world = await roomWorld();
  await addProduct(world, { uz: 'Choy' });
  for (const search of ['%', '_', "'", '\\']) expect(await namesFound(world, search)).toEqual([]);
});

test('pages hold every product once, newest first, even when one is added meanwhile', async () => {
  const world = await roomWorld();
  for (const uz of ['A', 'B', 'C', 'D', 'E']) {
    world.setClock(`2026-11-22T08:00:0${'ABCDE'.indexOf(uz)}.000Z`);
    await addProduct(world, { uz });
  }
  const first = await world.ask(listProducts, { limit: 2 });
  world.setClock('2026-11-22T09:00:00.000Z');
  await addProduct(world, { uz: 'F' });
  const second = await world.ask(listProducts, { limit: 2, cursor: first.nextCursor });
  const third = await world.ask(listProducts, { limit: 2, cursor: second.nextCursor });
  const names = [first, second, third].map((page) => page.products.map((product) => product.name.uz));
  expect(names).toEqual([['E', 'D'], ['C', 'B'], ['A']]);
  expect([first.count, second.count, third.nextCursor]).toEqual([5, 6, null]);
});

test('the pages of a search hold every fitting product once', async () => {
  const world = await roomWorld();
  for (const uz of ['Non 1', 'Non 2', 'Non 3', 'Choy']) await addProduct(world, { uz });
  const first = await world.ask(listProducts, { search: 'non', limit: 2 });
  const second = await world.ask(listProducts, { search: 'non', limit: 2, cursor: first.nextCursor });
  const names = [...first.products, ...second.products].map((product) => product.name.uz);
  expect(names.toSorted()).toEqual(['Non 1', 'Non 2', 'Non 3']);
  expect([first.count, second.nextCursor]).toEqual([3, null]);
});
