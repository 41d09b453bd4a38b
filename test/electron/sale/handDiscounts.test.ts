/** Discounts by hand at the till: limits of the role, approval in place, and what the journal keeps of them. */
import { expect, test } from 'vitest';
import { addPerson } from '../../../electron/staff/people.ts';
import { basisPoints, som } from '../../../shared/money.ts';
import type { BasketChange } from '../../../shared/sale/basketChange.ts';
import { ownerPassword } from '../../till.ts';
import type { Counter } from './counter.ts';
import { openPromoShop } from './promoShop.ts';

const reason = 'shikastlangan';
const percent = (rate: number) => ({ kind: 'percent', rateBasisPoints: basisPoints(rate * 100) }) as const;
const amount = (sum: number) => ({ kind: 'amount', amountSom: som(sum) }) as const;
type Off = ReturnType<typeof percent> | ReturnType<typeof amount> | null;

function lineOf(shop: Counter, place: number): string {
  return shop.cashier.seen().lines[place]?.lineId ?? '';
}
const onLine = (shop: Counter, place: number, discount: Off): BasketChange => ({
  kind: 'discountLine',
  lineId: lineOf(shop, place),
  discount,
  reason,
});
const onBasket = (discount: Off): BasketChange => ({ kind: 'discountBasket', discount, reason });

async function newSenior(shop: Counter): Promise<{ personId: string; secret: string }> {
  shop.workAs(shop.ownerId, 'office');
  const input = { intentionId: shop.newId(), name: 'Gulnora', role: 'senior', pin: '5093' } as const;
  const { person } = await shop.call(addPerson, input, 'office');
  return { personId: person.id, secret: '5093' };
}

test('a cashier gives 5 % on a line alone, with a reason, and it is on the receipt with both', async () => {
  const shop = await openPromoShop();
  const { cashier } = shop;
  await cashier.put('a', 'b');
  const seen = await cashier.change(onLine(shop, 1, percent(5)));
  expect(seen).toMatchObject({
    totalSom: 12_990 + 43_225,
    savedSom: 2_275,
    lines: [{ manualDiscount: null }, { manualDiscount: { reason, amountSom: 2_275 }, isDiscountable: true }],
    discounts: [{ step: 'manual', reason: { uz: reason }, amountSom: 2_275 }],
  });
  await cashier.pay();
  expect(await shop.lastSale()).toMatchObject({
    lines: [{}, { adjustments: [{ step: 'manual', sourceId: shop.cashierId, amountSom: 2_275 }] }],
    // Typed words may name somebody and are not in what is kept for ever; they stand beside the line.
    byHand: [{ product: shop.productIds.b, givenBy: shop.cashierId, person: shop.cashierId }],
  });
});

test('more than 5 % is refused, until somebody who may approves it beside the cashier', async () => {
  const shop = await openPromoShop();
  const senior = await newSenior(shop);
  const owner = { personId: shop.ownerId, secret: ownerPassword };
  const { cashier } = shop;
  await cashier.put('b');
  const twenty = onLine(shop, 0, percent(20));
  const before = await shop.everyRow();
  expect(await shop.refusal(cashier.change(twenty))).toEqual({
    code: 'DiscountAboveLimit',
    data: { atMostBasisPoints: 500 },
  });
  expect(await shop.everyRow()).toBe(before);
  expect((await cashier.change(twenty, senior)).totalSom).toBe(36_400);
  const half = onLine(shop, 0, percent(50));
  expect(await shop.refusal(cashier.change(half, senior))).toEqual({
    code: 'DiscountAboveLimit',
    data: { atMostBasisPoints: 2_000 },
  });
  expect((await cashier.change(half, owner)).totalSom).toBe(22_750);
  await cashier.pay();
  expect(await shop.lastSale()).toMatchObject({
    lines: [{ adjustments: [{ sourceId: shop.ownerId, amountSom: 22_750 }] }],
    byHand: [{ givenBy: shop.cashierId, person: shop.ownerId }],
  });
  const approvals = await shop.db
    .selectFrom('journal')
    .select('content_json')
    .where('document_kind', '=', 'discountApproved')
    .execute();
  expect(approvals).toHaveLength(2);
  expect(approvals[0]?.content_json).toContain(senior.personId);
});

test('an approval with a wrong PIN gives nothing', async () => {
  const shop = await openPromoShop();
  const senior = await newSenior(shop);
  await shop.cashier.put('b');
  const wrong = shop.cashier.change(onLine(shop, 0, percent(20)), { ...senior, secret: '1111' });
  expect(await shop.refusal(wrong)).toEqual({ code: 'ApprovalRefused', data: { reason: 'wrongPin' } });
  expect((await shop.cashier.open()).totalSom).toBe(45_500);
});

test('5 % on a line and 5 % on the basket are more than 5 % together', async () => {
  const shop = await openPromoShop();
  const { cashier } = shop;
  await cashier.put('a', 'b');
  expect((await cashier.change(onBasket(percent(5)))).totalSom).toBe(55_566);
  expect((await shop.refusal(cashier.change(onLine(shop, 0, percent(5))))).code).toBe('DiscountAboveLimit');
  await cashier.change(onBasket(null));
  await cashier.change(onLine(shop, 0, percent(5)));
  expect((await shop.refusal(cashier.change(onBasket(percent(5))))).code).toBe('DiscountAboveLimit');
  expect((await cashier.change(onBasket(percent(3)))).totalSom).toBe(12_341 + 45_500 - 1_735);
});

test('on the whole basket it is one discount, split over the lines, and taken away without asking anybody', async () => {
  const shop = await openPromoShop();
  const { cashier } = shop;
  await cashier.put('a', 'b', 'c');
  const seen = await cashier.change(onBasket(amount(3_000)));
  expect(seen).toMatchObject({
    totalSom: 63_790,
    manualDiscount: { discount: { kind: 'amount', amountSom: 3_000 }, reason, amountSom: 3_000 },
    discounts: [{ step: 'manual', amountSom: 3_000 }],
  });
  expect(seen.lines.map((line) => line.kind === 'product' && line.grossSom - line.netSom)).toEqual([
    583, 2_044, 373,
  ]);
  expect((await cashier.change(onBasket(null))).totalSom).toBe(66_790);
});

test('it needs a reason, goods that may be discounted, and no more than they cost', async () => {
  const shop = await openPromoShop();
  const owner = { personId: shop.ownerId, secret: ownerPassword };
  const { cashier } = shop;
  await cashier.put('b', 'c');
  const silent = { ...onLine(shop, 0, percent(5)), reason: '  ' } as BasketChange;
  expect(await shop.refusal(cashier.change(silent))).toEqual({ code: 'ReasonNeeded', data: {} });
  expect(await shop.refusal(cashier.change(onLine(shop, 1, amount(8_301)), owner))).toEqual({
    code: 'DiscountAbovePrice',
    data: { atMostSom: 8_300 },
  });
  expect(await shop.refusal(cashier.change(onBasket(amount(53_801)), owner))).toEqual({
    code: 'DiscountAbovePrice',
    data: { atMostSom: 53_800 },
  });
  await shop.db
    .updateTable('product')
    .set({ is_discountable: 0 })
    .where('id', '=', shop.productIds.c)
    .execute();
  expect(await shop.refusal(cashier.change(onLine(shop, 1, percent(1))))).toEqual({
    code: 'NotDiscountable',
    data: { name: { uz: 'Tuz' } },
  });
  await cashier.change({ kind: 'removeLine', lineId: lineOf(shop, 0) });
  expect((await shop.refusal(cashier.change(onBasket(percent(1))))).code).toBe('NotDiscountable');
});

test('a line that is gone takes no discount and breaks nothing', async () => {
  const shop = await openPromoShop();
  await shop.cashier.put('b');
  const gone = { kind: 'discountLine', lineId: shop.newId(), discount: percent(5), reason } as const;
  expect((await shop.cashier.change(gone)).totalSom).toBe(45_500);
});

test('100 % off is free, and the sale is completed without any payment', async () => {
  const shop = await openPromoShop();
  const owner = { personId: shop.ownerId, secret: ownerPassword };
  await shop.cashier.put('b');
  expect((await shop.cashier.change(onBasket(percent(100)), owner)).totalSom).toBe(0);
  const { netSom } = await shop.cashier.pay({ tenders: [], receivedCashSom: 0 });
  expect(netSom).toBe(0);
});

test('a percent follows the goods, a sum stays, and neither grows beyond what was allowed', async () => {
  const shop = await openPromoShop();
  const { cashier } = shop;
  await cashier.put('b', 'c', 'c');
  await cashier.change(onLine(shop, 0, percent(5)));
  await cashier.change(onLine(shop, 1, amount(830)));
  expect((await cashier.put('b')).lines).toMatchObject([{ netSom: 86_450 }, { netSom: 15_770 }]);
  await cashier.change({
    kind: 'setQuantity',
    lineId: lineOf(shop, 1),
    quantityThousandths: 1_000 as never,
  });
  // 830 of one piece of 8 300 would be 10 %: the cashier who stands for it may give 5 %.
  expect(cashier.seen().lines).toMatchObject([{ netSom: 86_450 }, { netSom: 7_885 }]);
  await shop.price('c', 4_000);
  expect((await cashier.open()).lines).toMatchObject([{}, { netSom: 3_800 }]);
});

test('what an approver stood for is kept with the basket through a restart', async () => {
  const shop = await openPromoShop();
  const senior = await newSenior(shop);
  await shop.cashier.put('b');
  await shop.cashier.change(onLine(shop, 0, percent(20)), senior);
  const { saleId } = shop.cashier.seen();
  const row = await shop.db
    .selectFrom('basket')
    .select('content_json')
    .where('sale_id', '=', saleId)
    .executeTakeFirstOrThrow();
  expect(JSON.parse(row.content_json)).toMatchObject({
    lines: [
      { manualDiscount: { personId: senior.personId, givenById: shop.cashierId, atMostBasisPoints: 2_000 } },
    ],
  });
});
