import { expect, test } from 'vitest';
import { groups, saveBrand, saveCategory } from '../../../electron/catalogue/groups.ts';
import { namedProducts } from '../../../electron/catalogue/list.ts';
import { productByBarcode } from '../../../electron/catalogue/queries.ts';
import { saveProduct } from '../../../electron/catalogue/save.ts';
import { tagsPrinted } from '../../../electron/catalogue/tags.ts';
import { type RoomWorld, roomWorld } from '../roomWorld.ts';

const tea = {
  productId: null,
  name: { uz: 'Choy Alokozay' },
  unit: 'piece' as const,
  priceSom: 18_500,
  vat: { kind: 'shop' as const },
  barcodes: ['4780012345677'],
  isQuickGood: false,
};

async function drinks(world: RoomWorld) {
  const { categoryId } = await world.ask(saveCategory, { categoryId: null, name: { uz: 'Ichimliklar' } });
  const { brandId } = await world.ask(saveBrand, { brandId: null, name: 'Alokozay' });
  return { categoryId, brandId };
}

test('what promotions ask of goods is saved with them and comes with the scan', async () => {
  const world = await roomWorld();
  const grouped = { ...(await drinks(world)), tags: ['Yangi', 'maktab', 'YANGI'], isDiscountable: false };
  const { product } = await world.ask(saveProduct, { ...tea, ...grouped, expiresOn: '2026-12-01' });
  const expected = { ...grouped, tags: ['maktab', 'yangi'], expiresOn: '2026-12-01' };
  expect(product).toMatchObject(expected);
  expect(await productByBarcode(world.db, '4780012345677', { vatBasisPoints: null })).toMatchObject(expected);
});

test('goods leave their group, lose their tags and their last day when that is saved', async () => {
  const world = await roomWorld();
  const grouped = {
    ...(await drinks(world)),
    tags: ['yangi'],
    expiresOn: '2026-12-01',
    isDiscountable: false,
  };
  const { product } = await world.ask(saveProduct, { ...tea, ...grouped });
  const after = await world.ask(saveProduct, { ...tea, productId: product.id });
  const none = { categoryId: null, brandId: null, tags: [], expiresOn: null, isDiscountable: true };
  expect(after.product).toMatchObject(none);
  expect((await world.ask(namedProducts, { productIds: [product.id] })).products).toEqual([after.product]);
});

test('a last day that is past is kept: what stands on the shelf is shown, not hidden', async () => {
  const world = await roomWorld();
  const { product } = await world.ask(saveProduct, { ...tea, expiresOn: '2026-11-01' });
  expect(product.expiresOn).toBe('2026-11-01');
});

test.each(['categoryId', 'brandId'])(
  'goods stand in no group that the shop does not have: %s',
  async (group) => {
    const world = await roomWorld();
    const before = await world.everyRow();
    expect(await world.refusal(saveProduct, { ...tea, [group]: world.newId() })).toEqual({
      code: 'GroupUnknown',
      data: {},
    });
    expect(await world.everyRow()).toBe(before);
  },
);

test('groups tell how many goods that are sold stand in them', async () => {
  const world = await roomWorld();
  const ids = await drinks(world);
  const empty = await world.ask(saveBrand, { brandId: null, name: 'Akfa' });
  await world.ask(saveProduct, { ...tea, ...ids, tags: ['yangi', 'aksiya'] });
  await world.ask(saveProduct, { ...tea, ...ids, barcodes: [], tags: ['yangi'] });
  await world.ask(saveProduct, { ...tea, ...ids, barcodes: [], tags: ['yangi'], isActive: false });
  expect(await world.ask(groups, {})).toEqual({
    categories: [{ id: ids.categoryId, name: { uz: 'Ichimliklar' }, products: 2 }],
    brands: [
      { id: empty.brandId, name: 'Akfa', products: 0 },
      { id: ids.brandId, name: 'Alokozay', products: 2 },
    ],
    tags: [
      { tag: 'aksiya', products: 1 },
      { tag: 'yangi', products: 2 },
    ],
  });
});

test('no two categories and no two brands have one name, also when it is renamed', async () => {
  const world = await roomWorld();
  await drinks(world);
  const taken = { code: 'NameTaken', data: {} };
  const name = { uz: ' ichimliklar ' };
  expect(await world.refusal(saveCategory, { categoryId: null, name })).toEqual(taken);
  expect(await world.refusal(saveBrand, { brandId: null, name: 'ALOKOZAY' })).toEqual(taken);
  const { brandId } = await world.ask(saveBrand, { brandId: null, name: 'Lipton' });
  const { categoryId } = await world.ask(saveCategory, { categoryId: null, name: { uz: 'Non' } });
  expect(await world.refusal(saveBrand, { brandId, name: 'Alokozay' })).toEqual(taken);
  expect(await world.refusal(saveCategory, { categoryId, name })).toEqual(taken);
});

test('a group keeps its goods when it is renamed, and may change the capitals of its own name', async () => {
  const world = await roomWorld();
  const ids = await drinks(world);
  await world.ask(saveProduct, { ...tea, ...ids });
  await world.ask(saveBrand, { brandId: ids.brandId, name: 'ALOKOZAY' });
  const name = { uz: 'Choylar', ru: 'Чаи', en: '' };
  await world.ask(saveCategory, { categoryId: ids.categoryId, name });
  expect(await world.ask(groups, {})).toMatchObject({
    categories: [{ id: ids.categoryId, name: { uz: 'Choylar', ru: 'Чаи' }, products: 1 }],
    brands: [{ id: ids.brandId, name: 'ALOKOZAY', products: 1 }],
  });
  expect(await world.refusal(saveBrand, { brandId: world.newId(), name: 'X' })).toMatchObject({
    code: 'NotFound',
  });
});

test('goods are named in the order asked for, and unknown ones left out', async () => {
  const world = await roomWorld();
  const one = await world.ask(saveProduct, tea);
  const other = await world.ask(saveProduct, { ...tea, name: { uz: 'Non' }, barcodes: [] });
  const productIds = [other.product.id, world.newId(), one.product.id];
  const { products } = await world.ask(namedProducts, { productIds });
  expect(products.map(({ name }) => name.uz)).toEqual(['Non', 'Choy Alokozay']);
});

test('the tag that hangs on the shelf is the one printed last', async () => {
  const world = await roomWorld();
  const { product } = await world.ask(saveProduct, tea);
  const tag = { productId: product.id, priceSom: 18_500, oldPriceSom: null };
  await world.ask(tagsPrinted, { tags: [tag] }, 'cashier');
  world.setClock('2026-11-23T08:00:00.000Z');
  await world.ask(tagsPrinted, { tags: [{ ...tag, priceSom: 15_000, oldPriceSom: 18_500 }] });
  expect(await world.db.selectFrom('price_tag').selectAll().execute()).toEqual([
    {
      product_id: product.id,
      price_som: 15_000,
      old_price_som: 18_500,
      printed_at: '2026-11-23T08:00:00.000Z',
    },
  ]);
});

test('tags of goods that the shop does not have are refused whole', async () => {
  const world = await roomWorld();
  const { product } = await world.ask(saveProduct, tea);
  const tags = [product.id, world.newId()].map((productId) => ({
    productId,
    priceSom: 18_500,
    oldPriceSom: null,
  }));
  expect(await world.refusal(tagsPrinted, { tags })).toMatchObject({ code: 'NotFound' });
  expect(await world.db.selectFrom('price_tag').selectAll().execute()).toEqual([]);
});
