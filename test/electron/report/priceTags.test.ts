import { expect, test } from 'vitest';
import { saveProduct } from '../../../electron/catalogue/save.ts';
import { tagsPrinted } from '../../../electron/catalogue/tags.ts';
import { priceTags } from '../../../electron/report/priceTags.ts';
import { type Promotion, promotionSchema } from '../../../shared/promotion/promotion.ts';
import { roomWorld } from '../roomWorld.ts';

type SaleOf = Partial<Pick<Promotion, 'from' | 'to' | 'conditions' | 'limits'>> & {
  state?: 'draft' | 'live';
};

async function openShelf() {
  const world = await roomWorld();
  const report = priceTags({ database: () => world.database });
  const goods = {
    productId: null,
    unit: 'piece' as const,
    vat: { kind: 'shop' as const },
    barcodes: [],
    isQuickGood: false,
  };
  const make = async (name: string, priceSom: number, more: object = {}) => {
    const { product } = await world.ask(saveProduct, { ...goods, name: { uz: name }, priceSom, ...more });
    return product;
  };
  const due = async (day: string | null = null) => (await world.ask(report, { day }, 'cashier')).tags;
  return {
    world,
    make,
    reprice: (product: Awaited<ReturnType<typeof make>>, priceSom: number) =>
      world.ask(saveProduct, { ...product, productId: product.id, priceSom }),
    due,
    /** Hangs everything that is due on a day. */
    hang: async (day: string | null = null) => {
      const tags = (await due(day)).map(({ productId, priceSom, oldPriceSom }) => ({
        productId,
        priceSom,
        oldPriceSom,
      }));
      await world.ask(tagsPrinted, { tags });
      return tags.length;
    },
    onSale: async (prices: readonly (readonly [{ readonly id: string }, number])[], sale: SaleOf = {}) => {
      const { state = 'live', ...more } = sale;
      const promotion = promotionSchema.parse({
        promotionId: world.newId(),
        name: { uz: 'Hafta narxlari' },
        level: 'product',
        scope: { kind: 'products', productIds: prices.map(([product]) => product.id) },
        benefit: {
          kind: 'salePrices',
          prices: prices.map(([product, priceSom]) => ({ productId: product.id, priceSom })),
        },
        from: '2026-11-23',
        to: '2026-11-28',
        ...more,
      });
      const at = '2026-11-22T08:00:00.000Z';
      await world.db
        .insertInto('promotion')
        .values({
          id: promotion.promotionId,
          state,
          content_json: JSON.stringify(promotion),
          origin: 'salePrices',
          created_at: at,
          changed_at: at,
        })
        .execute();
    },
  };
}

const [before, during, lastDay, after] = ['2026-11-22', '2026-11-23', '2026-11-28', '2026-11-29'] as const;

test('a shop that begins has no tag to print: what hangs there was written by hand', async () => {
  const { make, due } = await openShelf();
  await make('Choy', 18_500);
  expect(await due()).toEqual([]);
});

test('a changed price is due until it is printed, and again when it changes again', async () => {
  const { world, make, reprice, due, hang } = await openShelf();
  const tea = await make('Choy', 18_500, { barcodes: ['4780012345677', '222'] });
  await reprice(tea, 19_000);
  expect(await due()).toEqual([
    {
      productId: tea.id,
      name: { uz: 'Choy' },
      // Of two codes the one that every scanner knows.
      barcode: '4780012345677',
      unit: 'piece',
      priceSom: 19_000,
      oldPriceSom: null,
      until: null,
      unitPrice: null,
      why: 'priceChanged',
    },
  ]);
  expect(await hang()).toBe(1);
  expect(await due()).toEqual([]);
  world.setClock('2026-11-23T08:00:00.000Z');
  await reprice(tea, 18_000);
  expect(await due()).toMatchObject([{ priceSom: 18_000, why: 'priceChanged' }]);
});

test('a sale is due on its days, and when it is over the usual tags come back by themselves', async () => {
  const { make, onSale, due, hang } = await openShelf();
  const tea = await make('Choy', 18_500);
  const bread = await make('Non', 6_000);
  await make('Un', 7_500);
  await onSale([
    [tea, 15_000],
    [bread, 5_000],
  ]);
  expect(await due(before)).toEqual([]);
  expect(await due(during)).toMatchObject([
    { name: { uz: 'Choy' }, priceSom: 15_000, oldPriceSom: 18_500, until: lastDay, why: 'saleBegins' },
    { name: { uz: 'Non' }, priceSom: 5_000, oldPriceSom: 6_000, until: lastDay, why: 'saleBegins' },
  ]);
  expect(await hang(during)).toBe(2);
  for (const day of [during, lastDay]) expect(await due(day)).toEqual([]);
  expect(await due(after)).toMatchObject([
    { priceSom: 18_500, oldPriceSom: null, until: null, why: 'saleEnds' },
    { priceSom: 6_000, oldPriceSom: null, why: 'saleEnds' },
  ]);
  await hang(after);
  expect(await due(after)).toEqual([]);
});

test('a usual price that changes during a sale changes the crossed-out one', async () => {
  const { make, reprice, onSale, due, hang } = await openShelf();
  const tea = await make('Choy', 18_500);
  await onSale([[tea, 15_000]]);
  await hang(during);
  await reprice(tea, 20_000);
  expect(await due(during)).toMatchObject([{ priceSom: 15_000, oldPriceSom: 20_000, why: 'priceChanged' }]);
  await reprice(tea, 14_000);
  expect(await due(during)).toMatchObject([{ priceSom: 14_000, oldPriceSom: null, why: 'saleEnds' }]);
});

test('a tag promises only what everybody gets at any hour', async () => {
  const { make, onSale, due } = await openShelf();
  const tea = await make('Choy', 18_500);
  await onSale([[tea, 15_000]], { conditions: [{ kind: 'hours', fromMinute: 840, toMinute: 1080 }] });
  await onSale([[tea, 14_000]], { state: 'draft' });
  await onSale([[tea, 13_000]], {
    limits: {
      times: null,
      timesPerDay: null,
      timesPerCustomer: 1,
      timesPerCustomerPerDay: null,
      budgetSom: null,
    },
  });
  expect(await due(during)).toEqual([]);
  await onSale([[tea, 16_000]]);
  expect(await due(during)).toMatchObject([{ priceSom: 16_000 }]);
});

test('goods that are never discounted or no longer sold have no sale tag', async () => {
  const { make, onSale, due } = await openShelf();
  const cigarettes = await make('Sigaret', 25_000, { isDiscountable: false });
  const gone = await make('Eski', 5_000, { isActive: false });
  await onSale([
    [cigarettes, 20_000],
    [gone, 4_000],
  ]);
  expect(await due(during)).toEqual([]);
});

test('a large sale is asked for in parts and every product of it is due once', async () => {
  const { make, onSale, due } = await openShelf();
  const goods = [];
  for (let number = 0; number < 1_003; number += 1) goods.push(await make(`Mahsulot ${number}`, 10_000));
  await onSale(goods.map((product) => [product, 9_000] as const));
  const tags = await due(during);
  expect(new Set(tags.map((tag) => tag.productId)).size).toBe(1_003);
  expect(tags.length).toBe(1_003);
});
