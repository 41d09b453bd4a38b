/** The worked example of docs/rules.md §2 and rules 14 and 17, sold through the verbs and read back from the rows. */
import { expect, test } from 'vitest';
import type { ShopSettings } from '../../../shared/shop/settings.ts';
import { accountsAndSums, bonusTender, type Counter, cashTender, openCounter } from './counter.ts';

const som = (amount: number) => amount as never;

/** A customer with their card, a coupon of 5 000 and a good deal of bonus: 2 % of three televisions are 60 000. */
async function regular(shop: Counter) {
  const { card, customerId } = await shop.cardHolder();
  await shop.cashier.put('tv', 'tv', 'tv');
  await shop.cashier.scan(card);
  const { couponCodes } = await shop.cashier.pay();
  return { card, customerId, coupon: couponCodes[0] ?? '' };
}

async function workedBasket(shop: Counter) {
  const known = await regular(shop);
  await shop.cashier.put('a', 'a', 'b', 'c');
  await shop.cashier.scan(known.card);
  await shop.cashier.scan(known.coupon);
  return known;
}

const counter = (settings: Partial<ShopSettings> = {}) => openCounter({ settings });

test('12 990 × 2, 45 500 and 8 300 with a coupon of 5 000 cost 74 780', async () => {
  const shop = await counter();
  await workedBasket(shop);
  const basket = shop.cashier.seen();
  expect(basket).toMatchObject({ grossSom: 79_780, totalSom: 74_780, bonusToEarnSom: 1_495 });
  expect(basket.coupon).toMatchObject({ amountSom: 5_000, missingSom: 0 });
  expect(basket.lines.map((line) => line.kind === 'product' && line.netSom)).toEqual([24_352, 42_648, 7_780]);
  expect(basket.discounts).toMatchObject([{ step: 'coupon', amountSom: 5_000 }]);
});

test('of 74 780 at most 22 434 may be paid with bonus, and a so’m more is refused with the number', async () => {
  const shop = await counter();
  await workedBasket(shop);
  expect(shop.cashier.seen().bonusAtMostSom).toBe(22_434);
  const tooMuch = shop.cashier.change({ kind: 'spendBonus', amountSom: som(22_435) });
  expect(await shop.refusal(tooMuch)).toEqual({ code: 'BonusAboveCeiling', data: { atMostSom: 22_434 } });
  const basket = await shop.cashier.change({ kind: 'spendBonus', amountSom: som(22_434) });
  expect(basket.bonusToSpendSom).toBe(22_434);
});

test('20 000 of bonus leave 54 780 to pay, which earn 1 095; each line keeps who paid how much of it', async () => {
  const shop = await counter();
  const { customerId } = await workedBasket(shop);
  await shop.cashier.change({ kind: 'spendBonus', amountSom: som(20_000) });
  expect(shop.cashier.seen()).toMatchObject({ dueSom: 54_780, bonusToEarnSom: 1_095 });
  const sold = await shop.cashier.pay();
  expect(sold).toMatchObject({ netSom: 74_780, bonusSpentSom: 20_000, bonusEarnedSom: 1_095 });
  expect(sold.bonusBalanceSom).toBe(60_000 - 20_000 + 1_095);
  const lines = await shop.db
    .selectFrom('sale_line')
    .select(['settled_som', 'bonus_share_som', 'money_share_som', 'bonus_basis_points'])
    .where('sale_id', '=', sold.saleId)
    .orderBy('line_no')
    .execute();
  expect(lines).toEqual([
    { settled_som: 24_352, bonus_share_som: 6_513, money_share_som: 17_839, bonus_basis_points: 200 },
    { settled_som: 42_648, bonus_share_som: 11_406, money_share_som: 31_242, bonus_basis_points: 200 },
    { settled_som: 7_780, bonus_share_som: 2_081, money_share_som: 5_699, bonus_basis_points: 200 },
  ]);
  const adjustments = await shop.db
    .selectFrom('sale_adjustment')
    .select(['step', 'amount_som'])
    .where('sale_id', '=', sold.saleId)
    .orderBy('line_no')
    .execute();
  expect(adjustments.map((each) => [each.step, each.amount_som])).toEqual([
    ['coupon', 1_628],
    ['coupon', 2_852],
    ['coupon', 520],
  ]);
  const { accounts, sums } = await accountsAndSums(shop.db);
  expect(accounts).toEqual(sums);
  expect(accounts).toContainEqual({
    kind: 'bonusLiability',
    subject_id: customerId,
    balance_som: -41_095,
  });
});

test('bonus is never spent unless the customer asks for it', async () => {
  const shop = await counter();
  await workedBasket(shop);
  expect(shop.cashier.seen()).toMatchObject({ bonusToSpendSom: 0, dueSom: 74_780 });
  const sneaked = shop.cashier.pay({
    tenders: [bonusTender(20_000), cashTender(54_780)],
    receivedCashSom: 54_780,
  });
  expect((await shop.refusal(sneaked)).code).toBe('TendersDoNotCover');
  expect((await shop.cashier.pay()).bonusSpentSom).toBe(0);
});

test('bonus that was asked for shrinks with the basket and is given up with the customer', async () => {
  const shop = await counter();
  await workedBasket(shop);
  await shop.cashier.change({ kind: 'spendBonus', amountSom: som(20_000) });
  const dear = shop.cashier.seen().lines[1];
  await shop.cashier.change({ kind: 'removeLine', lineId: dear?.lineId ?? '' });
  // 34 280 is below the coupon's 50 000, so nothing is off: 30 % of 34 280.
  expect(shop.cashier.seen()).toMatchObject({ totalSom: 34_280, bonusToSpendSom: 10_284, dueSom: 23_996 });
  await shop.cashier.change({ kind: 'detachCustomer' });
  expect(shop.cashier.seen()).toMatchObject({ customer: null, bonusToSpendSom: 0, dueSom: 34_280 });
  const nobody = shop.cashier.change({ kind: 'spendBonus', amountSom: som(1) });
  expect((await shop.refusal(nobody)).code).toBe('NoCustomer');
});

test('where the owner says so, a sale on which bonus was spent earns nothing', async () => {
  const shop = await counter({ earnWhileRedeeming: false });
  await workedBasket(shop);
  await shop.cashier.change({ kind: 'spendBonus', amountSom: som(20_000) });
  expect(shop.cashier.seen().bonusToEarnSom).toBe(0);
  expect((await shop.cashier.pay()).bonusEarnedSom).toBe(0);
});

test('a bonus that was asked for can be taken back', async () => {
  const shop = await counter();
  await workedBasket(shop);
  await shop.cashier.change({ kind: 'spendBonus', amountSom: som(20_000) });
  await shop.cashier.change({ kind: 'spendBonus', amountSom: som(0) });
  expect(shop.cashier.seen()).toMatchObject({ bonusToSpendSom: 0, dueSom: 74_780 });
});
