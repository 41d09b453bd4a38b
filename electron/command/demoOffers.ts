/** What the demo shop offers in its last four weeks: promotions of many kinds, sale prices, coupons and two partners. */
import type { z } from 'zod';
import type { SeriesContent } from '../../shared/coupon/series.ts';
import { basisPoints, som } from '../../shared/money.ts';
import { type Promotion, promotionSchema } from '../../shared/promotion/promotion.ts';
import { salePriceOf } from '../../shared/promotion/salePrices.ts';
import { addDays, type BusinessDay } from '../../shared/time.ts';
import { savePartner } from '../coupon/partners.ts';
import { saveSeries } from '../coupon/verbs.ts';
import { savePromotionVerb } from '../promotion/verbs.ts';
import type { DemoStock } from './demoStock.ts';
import type { DemoWorld } from './demoWorld.ts';

type Offer = z.input<typeof promotionSchema>;

const text = (uz: string, ru: string, en: string) => ({ uz, ru, en });

/** Written by the owner on the day on which they begin; `lastDay` is the demo's last one. */
export async function makeOffers(world: DemoWorld, stock: DemoStock, lastDay: BusinessDay): Promise<void> {
  world.workAs(world.ownerId);
  const live = [
    ...goodsOffers(world, stock),
    ...customerOffers(world),
    salePrices(world, stock, lastDay),
    priceList(world, stock, lastDay),
  ];
  for (const promotion of live) {
    await save(world, promotion, 'live');
  }
  await save(world, wholesaleDraft(world), 'draft');
  await makeCoupons(world);
}

async function save(world: DemoWorld, offer: Offer, state: 'draft' | 'live'): Promise<void> {
  // What an offer leaves out is that of a plain one.
  const promotion: Promotion = promotionSchema.parse(offer);
  await world.call(savePromotionVerb, { intentionId: world.newId(), promotion, state });
}

function goodsOffers({ newId }: DemoWorld, { groupIds }: DemoStock): readonly Offer[] {
  const category = (key: string) => ({
    kind: 'categories' as const,
    categoryIds: [groupIds.get(key) ?? ''],
  });
  return [
    {
      promotionId: newId(),
      name: text('Seshanba choyi', 'Чайный вторник', 'Tea Tuesday'),
      level: 'product',
      scope: category('tea'),
      conditions: [
        { kind: 'weekdays', days: [2] },
        { kind: 'hours', fromMinute: 840, toMinute: 1080 },
      ],
      benefit: { kind: 'percent', rateBasisPoints: 1500 },
    },
    {
      promotionId: newId(),
      name: text('Shirinlik: uchinchisi tekin', 'Сладости: третья бесплатно', 'Sweets: the third is free'),
      level: 'product',
      scope: category('sweets'),
      benefit: { kind: 'cheapestFree', of: 3 },
    },
    {
      promotionId: newId(),
      name: text('Muddati yaqin: −30%', 'Срок подходит: −30 %', 'Sell by soon: −30%'),
      level: 'product',
      scope: { kind: 'expiresWithin', days: 3 },
      benefit: { kind: 'percent', rateBasisPoints: 3000 },
    },
    {
      promotionId: newId(),
      name: text(
        'Mahalliy mevaga ikki barobar bonus',
        'Двойной бонус за местное',
        'Double bonus on local greens',
      ),
      level: 'reward',
      scope: { kind: 'tags', tags: ['mahalliy'] },
      benefit: { kind: 'bonusMultiplier', timesBasisPoints: 20_000 },
    },
  ];
}

function customerOffers({ newId }: DemoWorld): readonly Offer[] {
  return [
    {
      promotionId: newId(),
      name: text('Katta xarid: −5%', 'Большая покупка: −5 %', 'Large basket: −5%'),
      level: 'basket',
      conditions: [{ kind: 'minimumSum', minimumSom: 200_000 }],
      benefit: { kind: 'percent', rateBasisPoints: 500, atMostSom: 30_000 },
    },
    {
      promotionId: newId(),
      name: text('Tugʻilgan kuningiz bilan!', 'С днём рождения!', 'Happy birthday!'),
      level: 'basket',
      conditions: [{ kind: 'birthday', daysBefore: 3, daysAfter: 3 }],
      benefit: { kind: 'percent', rateBasisPoints: 1000, atMostSom: 50_000 },
    },
  ];
}

function wholesaleDraft({ newId }: DemoWorld): Offer {
  return {
    promotionId: newId(),
    name: text('Ulgurji mijozga −7%', 'Оптовикам −7 %', 'Wholesale −7%'),
    level: 'basket',
    conditions: [{ kind: 'customerTag', tags: ['ulgurji'] }],
    benefit: { kind: 'percent', rateBasisPoints: 700, atMostSom: null },
  };
}

/** Loose goods by their place in the list of every shop: green tea, sugar, rice, flour, milk. */
const saleGoods = [2, 9, 10, 11, 12];

function salePrices({ newId }: DemoWorld, { goods }: DemoStock, lastDay: BusinessDay): Offer {
  const chosen = saleGoods.flatMap((place) => goods[place] ?? []);
  return {
    promotionId: newId(),
    name: text('Hafta narxi', 'Цена недели', 'Price of the week'),
    level: 'product',
    scope: { kind: 'products', productIds: chosen.map(({ id }) => id) },
    benefit: {
      kind: 'salePrices',
      prices: chosen.map(({ id, priceSom }) => ({
        productId: id,
        priceSom: salePriceOf(som(priceSom), basisPoints(1200)),
      })),
    },
    from: addDays(lastDay, -2),
    to: addDays(lastDay, 4),
  };
}

/** The prices agreed with whoever buys for a firm: a tenth off what is bought by the sack. */
function priceList({ newId }: DemoWorld, { goods }: DemoStock, lastDay: BusinessDay): Offer {
  const chosen = saleGoods.slice(1).flatMap((place) => goods[place] ?? []);
  return {
    promotionId: newId(),
    name: text('Ulgurji narxlar', 'Оптовые цены', 'Wholesale prices'),
    level: 'product',
    scope: { kind: 'products', productIds: chosen.map(({ id }) => id) },
    conditions: [{ kind: 'customerTag', tags: ['ulgurji'] }],
    benefit: {
      kind: 'salePrices',
      prices: chosen.map(({ id, priceSom }) => ({
        productId: id,
        priceSom: salePriceOf(som(priceSom), basisPoints(1000)),
      })),
    },
    from: addDays(lastDay, -27),
    to: addDays(lastDay, 60),
  };
}

const everyCoupon: SeriesContent = {
  benefit: { kind: 'amount', amountSom: som(10_000) },
  scope: { kind: 'all' },
  minimumSom: som(80_000),
  validity: { kind: 'days', days: 60 },
  giving: { kind: 'byHand' },
  holding: 'bearer',
  mayBeGivenOn: true,
  usesPerCoupon: 1,
  budgetSom: null,
  codes: { kind: 'own' },
  usedAt: 'here',
  partnerBearsBasisPoints: basisPoints(0),
  conditions: null,
};

async function makeCoupons(world: DemoWorld): Promise<void> {
  const series = (name: ReturnType<typeof text>, content: SeriesContent, partnerId: string | null) =>
    world.call(saveSeries, {
      intentionId: world.newId(),
      seriesId: null,
      name,
      content,
      partnerId,
      isGiven: true,
    });
  const partner = async (kind: 'shop' | 'blogger', name: string, note: string) => {
    const known = { partnerId: null, kind, name, contact: '', note, isActive: true };
    return (await world.call(savePartner, { intentionId: world.newId(), ...known })).partnerId;
  };
  await series(text('Varaqa kuponi', 'Купон с листовки', 'Leaflet coupon'), everyCoupon, null);
  const bakery = await partner('shop', 'Qoʻshni novvoyxona', 'Ularning kuponi bizda, bizniki ularda');
  const theirs: SeriesContent = {
    ...everyCoupon,
    minimumSom: som(30_000),
    benefit: { kind: 'amount', amountSom: som(5_000) },
    codes: { kind: 'range', prefix: 'NON', digits: 5, first: 1, last: 500 },
    partnerBearsBasisPoints: basisPoints(5_000),
  };
  await series(text('Novvoyxona kuponi', 'Купон пекарни', 'Bakery coupon'), theirs, bakery);
  await partner('blogger', 'Mahalla blogi', 'Har oy bitta sovgʻa savati');
}
