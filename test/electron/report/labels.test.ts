/** Labels of chosen goods: what stands on them, orders of them for the press, and how long these are kept. */
import { expect, test } from 'vitest';
import { saveProduct } from '../../../electron/catalogue/save.ts';
import { labelVerbs } from '../../../electron/report/labels.ts';
import { promotionSchema } from '../../../shared/promotion/promotion.ts';
import { roomWorld } from '../roomWorld.ts';

const { labelGoods, makeLabels, labelOrder } = labelVerbs;

const goods = {
  productId: null,
  unit: 'piece' as const,
  vat: { kind: 'shop' as const },
  barcodes: [] as string[],
  isQuickGood: false,
};

async function openShop() {
  const world = await roomWorld();
  const make = async (name: string, priceSom: number, more: object = {}) => {
    const { product } = await world.ask(saveProduct, { ...goods, name: { uz: name }, priceSom, ...more });
    return product.id;
  };
  const order = (
    items: readonly { readonly productId: string; readonly copies: number }[],
    more: object = {},
  ) =>
    world.ask(
      makeLabels,
      { layout: 'a4x24', language: 'ru', day: null, items: [...items], ...more },
      'cashier',
    );
  const read = (orderId: string, from = 0, limit = 2000) =>
    world.ask(labelOrder, { orderId, from, limit }, 'cashier');
  const orders = async () =>
    (await world.db.selectFrom('label_order').select('id').orderBy('id').execute()).map(({ id }) => id);
  return { world, make, order, read, orders };
}

const teaOf250g = { barcodes: ['4780012345677'], content: { thousandths: 250, unit: 'kilogram' } };

test('a label tells name, code, price, and what a kilogram of it costs', async () => {
  const { world, make } = await openShop();
  const tea = await make('Choy', 18_500, teaOf250g);
  const bread = await make('Non', 6_000);
  const { labels } = await world.ask(labelGoods, { day: null, productIds: [bread, tea] }, 'cashier');
  expect(labels).toEqual([
    {
      productId: bread,
      name: { uz: 'Non' },
      barcode: null,
      unit: 'piece',
      priceSom: 6_000,
      oldPriceSom: null,
      until: null,
      unitPrice: null,
    },
    {
      productId: tea,
      name: { uz: 'Choy' },
      barcode: '4780012345677',
      unit: 'piece',
      priceSom: 18_500,
      oldPriceSom: null,
      until: null,
      // 18 500 × 4.
      unitPrice: { priceSom: 74_000, unit: 'kilogram' },
    },
  ]);
});

test('on the days of a sale a label shows the sale price, and a kilogram for it', async () => {
  const { world, make } = await openShop();
  const tea = await make('Choy', 18_500, teaOf250g);
  const promotionId = world.newId();
  const sale = promotionSchema.parse({
    promotionId,
    name: { uz: 'Hafta narxlari' },
    level: 'product',
    scope: { kind: 'products', productIds: [tea] },
    benefit: { kind: 'salePrices', prices: [{ productId: tea, priceSom: 15_000 }] },
    from: '2026-11-23',
    to: '2026-11-28',
  });
  const at = '2026-11-22T08:00:00.000Z';
  await world.db
    .insertInto('promotion')
    .values({
      id: promotionId,
      state: 'live',
      content_json: JSON.stringify(sale),
      origin: 'salePrices',
      created_at: at,
      changed_at: at,
    })
    .execute();
  const labelOn = async (day: string) =>
    (await world.ask(labelGoods, { day, productIds: [tea] })).labels[0] ?? null;
  expect(await labelOn('2026-11-22')).toMatchObject({ priceSom: 18_500, oldPriceSom: null });
  expect(await labelOn('2026-11-28')).toMatchObject({
    priceSom: 15_000,
    oldPriceSom: 18_500,
    until: '2026-11-28',
    unitPrice: { priceSom: 60_000, unit: 'kilogram' },
  });
});

test('goods that are no longer sold get no label', async () => {
  const { world, make, order } = await openShop();
  const gone = await make('Eski', 5_000, { isActive: false });
  expect((await world.ask(labelGoods, { day: null, productIds: [gone] })).labels).toEqual([]);
  const items = [{ productId: gone, copies: 1 }];
  const asked = { layout: 'a4x24' as const, language: 'uz' as const, day: null, items };
  expect(await world.refusal(makeLabels, asked)).toEqual({ code: 'NotFound', data: { what: 'product' } });
  const bread = await make('Non', 6_000);
  expect((await order([...items, { productId: bread, copies: 3 }])).count).toBe(3);
});

test('an order is read page by page, and keeps the prices with which it was made', async () => {
  const { world, make, order, read } = await openShop();
  const tea = await make('Choy', 18_500);
  const bread = await make('Non', 6_000);
  const { orderId, count } = await order([
    { productId: tea, copies: 2 },
    { productId: bread, copies: 3 },
  ]);
  expect(count).toBe(5);
  await world.ask(saveProduct, { ...goods, productId: tea, name: { uz: 'Choy' }, priceSom: 20_000 });
  const page = await read(orderId, 1, 2);
  expect(page).toMatchObject({ layout: 'a4x24', language: 'ru', day: '2026-11-22', count: 5 });
  expect(page.labels.map(({ name, priceSom }) => [name.uz, priceSom])).toEqual([
    ['Choy', 18_500],
    ['Non', 6_000],
  ]);
  expect((await read(orderId, 5)).labels).toEqual([]);
  expect(await world.refusal(labelOrder, { orderId: world.newId() })).toMatchObject({ code: 'NotFound' });
});

test('two thousand labels are printed at once, not one more', async () => {
  const { world, make, order } = await openShop();
  const tea = await make('Choy', 18_500);
  const bread = await make('Non', 6_000);
  const of = (copies: number) => [
    { productId: tea, copies: 1_999 },
    { productId: bread, copies },
  ];
  expect((await order(of(1))).count).toBe(2_000);
  const asked = { layout: 'roll43x25' as const, language: 'uz' as const, day: null, items: of(2) };
  const before = await world.everyRow();
  expect(await world.refusal(makeLabels, asked)).toEqual({ code: 'TooManyLabels', data: { atMost: 2_000 } });
  expect(await world.everyRow()).toBe(before);
});

test('the journal knows who had labels made, and how many', async () => {
  const { world, make, order } = await openShop();
  const tea = await make('Choy', 18_500);
  const { orderId } = await order([{ productId: tea, copies: 4 }]);
  expect(world.documents.at(-1)).toMatchObject({
    kind: 'labelsOrdered',
    id: orderId,
    personId: world.people.cashier,
    content: { layout: 'a4x24', labels: 4, products: 1 },
  });
});

test('an order is forgotten after ninety days, when the next one is made', async () => {
  const { world, make, order, orders } = await openShop();
  const tea = await make('Choy', 18_500);
  const items = [{ productId: tea, copies: 1 }];
  const first = await order(items);
  // Ninety days after the morning of 22 November.
  world.setClock('2027-02-20T08:00:00.000Z');
  const second = await order(items);
  expect(await orders()).toEqual([first.orderId, second.orderId]);
  world.setClock('2027-02-20T08:00:01.000Z');
  const third = await order(items);
  expect(await orders()).toEqual([second.orderId, third.orderId]);
});
