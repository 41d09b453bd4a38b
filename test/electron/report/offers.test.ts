/** Goods worth an offer, and what an offer brought, from what was sold. */
import { expect, test } from 'vitest';
import { makeOffer } from '../../../electron/coupon/offers.ts';
import { offerEffect } from '../../../electron/report/offerEffect.ts';
import { offerSuggestions } from '../../../electron/report/offerSuggestions.ts';
import { addDays, type BusinessDay, businessDay } from '../../../shared/time.ts';
import { partnerShop } from '../coupon/partnerShop.ts';
import { pastSales } from './soldDay.ts';

const today = businessDay('2026-11-22');

async function shopWithSales() {
  const shop = await partnerShop();
  const { sell } = await pastSales(shop);
  /** Goods that stand on the shelf since March, unless told. */
  const goods = async (
    name: string,
    different: {
      price?: number;
      expiresOn?: string;
      madeAt?: string;
      active?: 0 | 1;
      discountable?: 0 | 1;
    } = {},
  ) => {
    const id = await shop.makeProduct(name, different.price ?? 10_000);
    await shop.db
      .updateTable('product')
      .set({
        created_at: different.madeAt ?? '2026-03-08T06:00:00.000Z',
        expires_on: different.expiresOn ?? null,
        is_active: different.active ?? 1,
        is_discountable: different.discountable ?? 1,
      })
      .where('id', '=', id)
      .execute();
    return id;
  };
  const sold = (productId: string, quantity: number, daysAgo: number, netSom = 10_000) => {
    const day = addDays(today, -daysAgo);
    const lines = [{ productId, quantity: quantity * 1_000, netSom }];
    return sell({ at: `${day}T08:00:00.000Z`, day, netSom, lines });
  };
  const suggested = async () =>
    (await shop.ask(offerSuggestions(shop.parts), {})).goods.map(({ name, why, suggestedSom }) => [
      name.uz,
      why,
      suggestedSom,
    ]);
  return { ...shop, goods, sold, suggested };
}

test('goods that expire within two weeks come first, the nearest in front, at a price by their nearness', async () => {
  const shop = await shopWithSales();
  await shop.goods('Qatiq', { expiresOn: '2026-12-06' });
  await shop.goods('Sut', { expiresOn: '2026-11-22' });
  await shop.goods('Kefir', { expiresOn: '2026-11-28' });
  for (const [name, expiresOn] of [
    ['Oʻtgan', '2026-11-21'],
    ['Uzoq', '2026-12-07'],
  ] as const) {
    const id = await shop.goods(name, { expiresOn });
    await shop.sold(id, 50, 1);
  }
  await shop.goods('Oʻtgan va sotilmagan', { expiresOn: '2026-11-21' });
  await shop.goods('Sotilmaydi', { expiresOn: '2026-11-23', active: 0 });
  await shop.goods('Chegirmasiz', { expiresOn: '2026-11-23', discountable: 0 });
  expect(await shop.suggested()).toEqual([
    ['Sut', 'expiresSoon', 7_000],
    ['Kefir', 'expiresSoon', 8_000],
    ['Qatiq', 'expiresSoon', 8_500],
  ]);
});

test('then what hardly sells: the slowest first, and what nobody bought at all', async () => {
  const shop = await shopWithSales();
  const bread = await shop.goods('Non');
  const tea = await shop.goods('Choy');
  const jam = await shop.goods('Murabbo');
  await shop.goods('Sirka');
  const fresh = await shop.goods('Yangi', { madeAt: '2026-11-10T06:00:00.000Z' });
  await shop.goods('Yangi ham', { madeAt: '2026-11-10T06:00:00.000Z' });
  await shop.sold(bread, 40, 2);
  await shop.sold(tea, 3, 5);
  await shop.sold(jam, 60, 45);
  await shop.sold(fresh, 1, 1);
  const { goods } = await shop.ask(offerSuggestions(shop.parts), {});
  expect(
    goods.map(({ name, soldThousandths, lastSoldOn }) => [name.uz, soldThousandths, lastSoldOn]),
  ).toEqual([
    ['Murabbo', 0, '2026-10-08'],
    ['Choy', 3_000, '2026-11-17'],
    ['Sirka', 0, null],
  ]);
  expect(goods[0]).toMatchObject({
    why: 'sellsSlowly',
    priceSom: 10_000,
    suggestedSom: 9_000,
    expiresOn: null,
  });
});

test('goods that have a sale price today, or cannot get cheaper, are not suggested', async () => {
  const shop = await shopWithSales();
  const milk = await shop.goods('Sut', { expiresOn: '2026-11-24' });
  await shop.goods('Paket', { price: 1, expiresOn: '2026-11-24' });
  await shop.goods('Kefir', { expiresOn: '2026-11-24' });
  const offer = { name: { uz: 'Taklif' }, from: today, to: '2026-11-29', handout: null };
  await shop.ask(makeOffer, { ...offer, goods: [{ productId: milk, offerSom: 6_000 }] });
  expect(await shop.suggested()).toEqual([['Kefir', 'expiresSoon', 7_000]]);
});

test('a page holds forty of them', async () => {
  const shop = await shopWithSales();
  for (let at = 0; at < 30; at++) await shop.goods(`Sut ${at}`, { expiresOn: '2026-11-24' });
  for (let at = 0; at < 30; at++) await shop.goods(`Sirka ${at}`);
  const { goods } = await shop.ask(offerSuggestions(shop.parts), {});
  expect(goods.map(({ why }) => why)).toEqual([
    ...Array.from({ length: 30 }, () => 'expiresSoon'),
    ...Array.from({ length: 10 }, () => 'sellsSlowly'),
  ]);
});

test('a cashier does not see which goods sell badly', async () => {
  const shop = await shopWithSales();
  expect((await shop.refusal(offerSuggestions(shop.parts), {}, 'cashier')).code).toBe('NotAllowed');
});

test('an offer tells what it brought: its receipts, its goods against the days before, its coupons', async () => {
  const shop = await shopWithSales();
  const tea = await shop.goods('Choy');
  const bread = await shop.goods('Non');
  const { offer } = await shop.ask(makeOffer, {
    name: { uz: 'Taklif' },
    from: '2026-11-22',
    to: '2026-11-28',
    goods: [{ productId: tea, offerSom: 8_000 }],
    handout: { kind: 'flags', count: 5, discountSom: 1_000, minimumSom: 5_000 },
  });
  const used = async (saleId: string, amountSom: number, kind: 'sale' | 'return' = 'sale') =>
    shop.db
      .insertInto('promotion_use')
      .values({
        promotion_id: offer.promotionId,
        document_id: saleId,
        document_kind: kind,
        business_day: today,
        customer_id: null,
        amount_som: amountSom,
      })
      .execute();
  await used(await shop.sold(tea, 2, 0, 36_000), 4_000);
  await used(await shop.sold(tea, 1, -1, 8_000), 2_000);
  await used(await shop.sold(tea, 1, -1, 9_000), 2_000);
  await used(shop.newId(), -2_000, 'return');
  await shop.sold(bread, 9, 0);
  await shop.sold(tea, 5, 1);
  await shop.sold(tea, 7, 2);
  await shop.sold(tea, 90, 3); // one day more than the offer has had
  await shop.db
    .insertInto('coupon_use')
    .values({
      code: 'K1',
      use_no: 1,
      series_id: offer.seriesId ?? '',
      sale_id: shop.newId(),
      business_day: today,
      used_at: '2026-11-22T08:00:00.000Z',
      person_id: shop.people.cashier,
      receipt_number: 1,
      customer_id: null,
      amount_som: 1_000,
      partner_share_som: 0,
      sale_net_som: 36_000,
      is_first_purchase: 0,
      is_after_payment_key: 0,
      goodwill_reason: null,
      given_back_at: null,
    })
    .execute();
  shop.setClock('2026-11-23T10:00:00.000Z');
  const effect = await shop.ask(offerEffect(shop.parts), { offerId: offer.offerId });
  expect(effect).toMatchObject({
    receipts: 2,
    givenSom: 6_000,
    broughtSom: 53_000,
    soldThousandths: 4_000,
    soldBeforeThousandths: 12_000,
    couponsUsed: 1,
  });
  expect(effect.sentence.en?.replaceAll('\u00A0', ' ')).toBe(
    'The offer brought 2 receipts for 53,000 soʻm; of its goods 4 were sold, 12 in as many days before; 1 coupon was used.',
  );
});

test('an offer that has not begun says so; one that nobody made is not found', async () => {
  const shop = await shopWithSales();
  const tea = await shop.goods('Choy');
  await shop.sold(tea, 2, 0);
  const from: BusinessDay = addDays(today, 1);
  const goods = [{ productId: tea, offerSom: 8_000 }];
  const { offer } = await shop.ask(makeOffer, { name: { uz: 'T' }, from, to: from, goods, handout: null });
  expect(await shop.ask(offerEffect(shop.parts), { offerId: offer.offerId })).toMatchObject({
    receipts: 0,
    soldThousandths: 0,
    soldBeforeThousandths: 0,
    sentence: { en: 'The offer has not begun yet.' },
  });
  expect((await shop.refusal(offerEffect(shop.parts), { offerId: shop.newId() })).code).toBe('NotFound');
});
