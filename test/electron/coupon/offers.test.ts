/** An offer of the week on a real file: promotion, handout and text at once, or nothing at all. */
import { expect, test } from 'vitest';
import { listOffers, makeOffer } from '../../../electron/coupon/offers.ts';
import { livePromotions } from '../../../electron/promotion/inTransaction.ts';
import type { VerbInput } from '../../../electron/verb.ts';
import type { couponContract } from '../../../shared/coupon/contract.ts';
import { businessDay } from '../../../shared/time.ts';
import { partnerShop } from './partnerShop.ts';

type Asked = Omit<VerbInput<typeof couponContract.makeOffer>, 'intentionId' | 'approval'>;

async function offerShop() {
  const shop = await partnerShop({ name: 'Chorsu doʻkoni' });
  const tea = await shop.makeProduct('Choy', 18_000);
  const rice = await shop.makeProduct('Guruch', 21_500);
  const week: Asked = {
    name: { uz: 'Hafta taklifi' },
    from: '2026-11-23',
    to: '2026-11-29',
    goods: [
      { productId: tea, offerSom: 15_000 },
      { productId: rice, offerSom: 19_900 },
    ],
    handout: { kind: 'sheet10', count: 40, discountSom: 5_000, minimumSom: 50_000 },
  };
  return {
    ...shop,
    tea,
    rice,
    week,
    make: (different: Partial<Asked> = {}) => shop.ask(makeOffer, { ...week, ...different }),
  };
}

test('one act makes the promotion, the series, its batch and the text', async () => {
  const shop = await offerShop();
  const { offer } = await shop.make();
  expect(offer).toMatchObject({
    name: { uz: 'Hafta taklifi' },
    from: '2026-11-23',
    to: '2026-11-29',
    goods: [
      { productId: shop.tea, name: { uz: 'Choy' }, usualSom: 18_000, offerSom: 15_000 },
      { productId: shop.rice, name: { uz: 'Guruch' }, usualSom: 21_500, offerSom: 19_900 },
    ],
  });
  expect(offer.text.uz).toContain('Chorsu doʻkoni\nHafta taklifi, 23–29-noyabr\n');
  const batch = await shop.db
    .selectFrom('coupon_batch')
    .innerJoin('coupon_series', 'coupon_series.id', 'coupon_batch.series_id')
    .select(['coupon_batch.id', 'series_id', 'kind', 'coupon_count', 'state', 'name_json'])
    .executeTakeFirstOrThrow();
  expect(batch).toEqual({
    id: offer.batchId,
    series_id: offer.seriesId,
    kind: 'sheet10',
    coupon_count: 40,
    state: 'making',
    name_json: JSON.stringify({ uz: 'Hafta taklifi' }),
  });
  expect(shop.documents.at(-1)).toMatchObject({ kind: 'offerMade', content: { offerId: offer.offerId } });
  expect(await shop.ask(listOffers, {}, 'cashier')).toEqual({ offers: [offer] });
});

test('the prices hold from the first day of the offer to its last', async () => {
  const shop = await offerShop();
  const { offer } = await shop.make();
  const liveOn = async (day: string) =>
    (await livePromotions(shop.db, businessDay(day))).map((promotion) => promotion.promotionId);
  expect(await liveOn('2026-11-22')).toEqual([]);
  expect(await liveOn('2026-11-23')).toEqual([offer.promotionId]);
  expect(await liveOn('2026-11-29')).toEqual([offer.promotionId]);
  expect(await liveOn('2026-11-30')).toEqual([]);
  const row = await shop.db.selectFrom('promotion').select('origin').executeTakeFirst();
  expect(row?.origin).toBe('offer');
});

test('an offer without a handout has no series and no batch', async () => {
  const shop = await offerShop();
  const { offer } = await shop.make({ handout: null });
  expect([offer.seriesId, offer.batchId]).toEqual([null, null]);
  expect(await shop.db.selectFrom('coupon_batch').select('id').execute()).toEqual([]);
});

test('the offer that begins last stands first', async () => {
  const shop = await offerShop();
  await shop.make({ name: { uz: 'Birinchi' } });
  await shop.make({ name: { uz: 'Ikkinchi' }, from: '2026-11-30', to: '2026-12-06' });
  const { offers } = await shop.ask(listOffers, {});
  expect(offers.map((offer) => offer.name.uz)).toEqual(['Ikkinchi', 'Birinchi']);
});

test('every mistake is refused with what is wrong, and leaves nothing behind', async () => {
  const shop = await offerShop();
  const ghost = shop.newId();
  const notSold = { productId: shop.rice, offerSom: 1_000 };
  await shop.db.updateTable('product').set({ is_active: 0 }).where('id', '=', shop.rice).execute();
  const bread = await shop.makeProduct('Non', 4_000);
  await shop.db.updateTable('product').set({ is_discountable: 0 }).where('id', '=', bread).execute();
  const tea = { productId: shop.tea, offerSom: 15_000 };
  const before = await shop.everyRow();
  const refusal = (different: Partial<Asked>) =>
    shop.refusal(makeOffer, { ...shop.week, goods: [tea], ...different });
  expect(await refusal({ to: '2026-11-22' })).toEqual({ code: 'EndBeforeStart', data: {} });
  expect(await refusal({ from: '2026-11-01', to: '2026-11-21' })).toEqual({ code: 'OfferOver', data: {} });
  expect(await refusal({ to: '2027-01-22' })).toEqual({ code: 'OfferTooLong', data: { atMostDays: 60 } });
  expect(await refusal({ goods: [{ ...tea, offerSom: 18_000 }] })).toEqual({
    code: 'OfferNotCheaper',
    data: { productId: shop.tea, usualSom: 18_000 },
  });
  expect(await refusal({ goods: [tea, tea] })).toEqual({
    code: 'ProductTwice',
    data: { productId: shop.tea },
  });
  expect(await refusal({ goods: [{ ...tea, productId: ghost }] })).toEqual({
    code: 'UnknownGoods',
    data: { id: ghost },
  });
  expect(await refusal({ goods: [notSold] })).toEqual({ code: 'UnknownGoods', data: { id: shop.rice } });
  expect(await refusal({ goods: [{ productId: bread, offerSom: 1_000 }] })).toEqual({
    code: 'NotDiscountable',
    data: { name: { uz: 'Non' } },
  });
  const dear = { kind: 'flags', count: 1, discountSom: 5_000, minimumSom: 4_000 } as const;
  expect(await refusal({ handout: dear })).toEqual({ code: 'DiscountAboveMinimum', data: {} });
  expect((await shop.refusal(makeOffer, shop.week, 'cashier')).code).toBe('NotAllowed');
  expect(await shop.everyRow()).toBe(before);
});

test('a power cut at the very end leaves neither promotion nor coupons', async () => {
  const shop = await offerShop();
  const before = await shop.everyRow();
  shop.breakAtTheEnd();
  await expect(shop.make()).rejects.toThrow('the power went');
  expect(await shop.everyRow()).toBe(before);
});
