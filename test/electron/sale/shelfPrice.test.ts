/** A price on the shelf that is lower than the till's: who grants it, what it costs, and what the owner is told. */
import { expect, test } from 'vitest';
import { changePerson } from '../../../electron/staff/team.ts';
import { som, thousandths } from '../../../shared/money.ts';
import type { BasketChange } from '../../../shared/sale/basketChange.ts';
import { ownerPassword } from '../../till.ts';
import type { Counter } from './counter.ts';
import { openPromoShop } from './promoShop.ts';

const lineOf = (shop: Counter, place = 0): string => shop.cashier.seen().lines[place]?.lineId ?? '';

const shelf = (shop: Counter, priceSom: number | null, place = 0): BasketChange => ({
  kind: 'shelfPrice',
  lineId: lineOf(shop, place),
  priceSom: priceSom === null ? null : som(priceSom),
});
const percentOff = (shop: Counter, percent: number): BasketChange => ({
  kind: 'discountLine',
  lineId: lineOf(shop),
  discount: { kind: 'percent', rateBasisPoints: (percent * 100) as never },
  reason: 'shikastlangan',
});
const pieces = (shop: Counter, count: number): BasketChange => ({
  kind: 'setQuantity',
  lineId: lineOf(shop),
  quantityThousandths: thousandths(count * 1_000),
});

async function documentsOf(shop: Counter, kind: string) {
  const rows = await shop.db
    .selectFrom('journal')
    .select('content_json')
    .where('document_kind', '=', kind)
    .orderBy('sequence')
    .execute();
  return rows.map(({ content_json }) => JSON.parse(content_json));
}

test('a cashier grants it at once, and receipt, books and owner know', async () => {
  const shop = await openPromoShop();
  const { cashier } = shop;
  await cashier.put('a', 'b', 'b');
  const seen = await cashier.change(shelf(shop, 42_000, 1));
  expect(seen).toMatchObject({
    totalSom: 12_990 + 84_000,
    savedSom: 7_000,
    lines: [
      { shelfPriceSom: null },
      {
        shelfPriceSom: 42_000,
        priceSom: 45_500,
        grossSom: 91_000,
        netSom: 84_000,
        adjustments: [
          {
            step: 'manual',
            reason: { uz: 'Javondagi narx', ru: 'Цена с полки', en: 'Shelf price' },
            amountSom: 7_000,
          },
        ],
      },
    ],
    discounts: [{ step: 'manual', reason: { uz: 'Javondagi narx' }, amountSom: 7_000 }],
  });
  expect(await documentsOf(shop, 'shelfPriceTaken')).toEqual([]);
  const { saleId } = seen;
  await cashier.pay();
  const taken = {
    product: shop.productIds.b,
    quantityThousandths: 2_000,
    priceSom: 45_500,
    shelfPriceSom: 42_000,
    lossSom: 7_000,
    person: shop.cashierId,
  };
  expect(await shop.lastSale()).toMatchObject({
    lines: [{}, { adjustments: [{ step: 'manual', sourceId: 'shelfPrice', amountSom: 7_000 }] }],
    byHand: [],
    shelfPrices: [taken],
  });
  const told = await documentsOf(shop, 'shelfPriceTaken');
  expect(told.map(({ content }) => content)).toEqual([{ saleId, ...taken }]);
});

test('a basket that is left behind tells the owner of no shelf price', async () => {
  const shop = await openPromoShop();
  await shop.cashier.put('b');
  await shop.cashier.change(shelf(shop, 42_000));
  await shop.cashier.change({ kind: 'clear' });
  await shop.cashier.put('a');
  await shop.cashier.pay();
  expect(await documentsOf(shop, 'shelfPriceTaken')).toEqual([]);
  expect(await shop.lastSale()).toMatchObject({ shelfPrices: [] });
});

test('a shelf price that is not lower is refused with the till’s price', async () => {
  const shop = await openPromoShop();
  await shop.cashier.put('b');
  const before = await shop.everyRow();
  for (const price of [45_500, 50_000]) {
    expect(await shop.refusal(shop.cashier.change(shelf(shop, price)))).toEqual({
      code: 'ShelfPriceNotLower',
      data: { priceSom: 45_500 },
    });
  }
  expect(await shop.everyRow()).toBe(before);
});

test('a line loses 10 000 by a cashier alone, and more by somebody who may, alone or beside', async () => {
  const shop = await openPromoShop();
  const { cashier } = shop;
  await cashier.put('b');
  expect((await cashier.change(shelf(shop, 35_500))).totalSom).toBe(35_500);
  expect(await shop.refusal(cashier.change(shelf(shop, 35_499)))).toEqual({
    code: 'ShelfPriceAboveLimit',
    data: { atMostSom: 10_000 },
  });
  const owner = { personId: shop.ownerId, secret: ownerPassword };
  expect((await cashier.change(shelf(shop, 20_000), owner)).totalSom).toBe(20_000);
  await cashier.pay();
  const [told] = await documentsOf(shop, 'shelfPriceTaken');
  expect(told.content).toMatchObject({ lossSom: 25_500, person: shop.ownerId });

  const office = shop.desk('office', shop.ownerId);
  await office.put('b');
  const lineId = office.seen().lines[0]?.lineId ?? '';
  await office.change({ kind: 'shelfPrice', lineId, priceSom: som(1_000) });
  expect(office.seen().totalSom).toBe(1_000);
});

test('what a cashier granted never takes more than the limit, however many pieces follow', async () => {
  const shop = await openPromoShop();
  const { cashier } = shop;
  await cashier.put('b');
  await cashier.change(shelf(shop, 42_000));
  // Two pieces lose 7 000, three would lose 10 500.
  expect((await cashier.change(pieces(shop, 2))).totalSom).toBe(84_000);
  expect((await cashier.change(pieces(shop, 3))).totalSom).toBe(3 * 45_500 - 10_000);
});

test('a till’s price that has fallen to the shelf’s takes nothing, and never goes below zero', async () => {
  const shop = await openPromoShop();
  const { cashier } = shop;
  await cashier.put('b');
  await cashier.change(shelf(shop, 42_000));
  await shop.price('b', 41_000);
  expect(await cashier.open()).toMatchObject({
    totalSom: 41_000,
    lines: [{ shelfPriceSom: null, adjustments: [] }],
  });
  await cashier.pay();
  expect(await documentsOf(shop, 'shelfPriceTaken')).toEqual([]);
});

test('a shelf price counts towards nobody’s discount limit, and a discount is reckoned on it', async () => {
  const shop = await openPromoShop();
  const { cashier } = shop;
  await cashier.put('b');
  await cashier.change(shelf(shop, 40_000));
  // 5 % of the 40 000 that it costs now; of the till's 45 500 it would be 2 275.
  const seen = await cashier.change(percentOff(shop, 5));
  expect(seen).toMatchObject({
    totalSom: 38_000,
    lines: [{ manualDiscount: { amountSom: 2_000 }, shelfPriceSom: 40_000 }],
  });
  expect(await shop.refusal(cashier.change(percentOff(shop, 6)))).toMatchObject({
    code: 'DiscountAboveLimit',
  });
  const sum: BasketChange = {
    kind: 'discountLine',
    lineId: lineOf(shop),
    discount: { kind: 'amount', amountSom: som(40_001) },
    reason: 'shikastlangan',
  };
  expect(await shop.refusal(cashier.change(sum))).toEqual({
    code: 'DiscountAbovePrice',
    data: { atMostSom: 40_000 },
  });
  expect((await cashier.change(shelf(shop, null))).totalSom).toBe(43_225);
});

test('promotions begin where the shelf’s price ends', async () => {
  const shop = await openPromoShop();
  await shop.live({
    level: 'product',
    benefit: { kind: 'percent', rateBasisPoints: 1_000 },
    scope: { kind: 'products', productIds: [shop.productIds.b] },
  });
  await shop.cashier.put('b');
  // 10 % of 42 000 is 4 200; of the till's 45 500 it would be 4 550.
  const seen = await shop.cashier.change(shelf(shop, 42_000));
  expect(seen.totalSom).toBe(37_800);
});

test('a person’s own limit goes before the role’s, for themselves and for whoever they stand beside', async () => {
  const shop = await openPromoShop();
  const agreed = { name: 'Kassir', role: 'cashier' as const, accessEndsOn: null, isBoundToHours: false };
  const limitTo = async (discountBasisPoints: number | null) => {
    shop.workAs(shop.ownerId, 'office');
    const input = { intentionId: shop.newId(), personId: shop.cashierId, ...agreed, hours: [] };
    await shop.call(changePerson(shop.till.parts), { ...input, discountBasisPoints }, 'office');
  };
  const { cashier } = shop;
  await cashier.put('b');
  await limitTo(1_200);
  expect((await cashier.change(percentOff(shop, 12))).totalSom).toBe(40_040);
  expect(await shop.refusal(cashier.change(percentOff(shop, 13)))).toEqual({
    code: 'DiscountAboveLimit',
    data: { atMostBasisPoints: 1_200 },
  });
  await limitTo(0);
  expect(await shop.refusal(cashier.change(percentOff(shop, 1)))).toMatchObject({
    data: { atMostBasisPoints: 0 },
  });
});

test('a shelf price pressed for a line that is gone changes nothing', async () => {
  const shop = await openPromoShop();
  await shop.cashier.put('b');
  const change = { kind: 'shelfPrice', lineId: shop.newId(), priceSom: som(1) } as const;
  expect((await shop.cashier.change(change)).totalSom).toBe(45_500);
});
