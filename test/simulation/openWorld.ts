/** The shop of the simulation on its first day: goods, categories, funds, deeds, cards and an open shift. */
import { defaultSettings } from '../../shared/shop/settings.ts';
import { dayOf } from './model/calendar.ts';
import type { Deed, FixedSettings, Product, Programme, Shop } from './model/shop.ts';
import { simulatedDeeds } from './operations.ts';
import { openSimulatedTill, type SimulatedTill } from './till.ts';
import type { World } from './world.ts';

/** 6 January 2026, ten o'clock in Tashkent. */
const firstMorning = Date.parse('2026-01-06T05:00:00.000Z');

const shopVat = 1200;

/** Odd prices, so that every rounding has something to do. */
const goods = [
  { priceSom: 12_990, category: 0 },
  { priceSom: 45_500, category: 0 },
  { priceSom: 8_300, category: 0 },
  { priceSom: 999, category: 1 },
  { priceSom: 3_333, category: 1 },
  { priceSom: 27_777, category: 1, isWeighed: true },
  { priceSom: 61_111, category: 2, isWeighed: true },
  { priceSom: 150_000, category: 2 },
  { priceSom: 5_001, category: 2, isUntaxed: true },
  { priceSom: 19_990, category: 3, isNeverDiscounted: true },
  { priceSom: 1, category: 3 },
] as const;
const categoryCount = 4;
const cardCount = 400;

const programme: Programme = {
  cashbackBasisPoints: 200,
  bonusCeilingBasisPoints: 5000,
  bonusExpiryDays: 60,
  earnWhileRedeeming: true,
  discountedEarnNothing: false,
  minimumReceiptSom: 0,
  activationDelayDays: 0,
  mostReceiptsPerDay: null,
  mostEarnedPerDaySom: null,
  debtEarns: 'whenRepaid',
  spendWithoutCardSom: 20_000,
  instantCardDailySom: 50_000,
  claimDays: 30,
  isPayOutOn: true,
  payOutDailySom: 50_000,
};

/** Odd seeds keep the shop open past midnight and round cash. */
function fixedOf(seed: number): FixedSettings {
  return {
    dayStartsAtHour: seed % 2 === 0 ? 0 : 3,
    cashRoundingSom: seed % 2 === 0 ? 0 : 100,
    giftCardDays: 60,
    debtDays: 20,
    debtLimitSom: seed % 3 === 0 ? 0 : 200_000,
    returnDays: 10,
  };
}

const deeds: readonly Deed[] = [
  { kind: 'welcome', isOn: true, bonusSom: 5_000, expiryDays: 30, timesADay: null, timesInAll: null },
  { kind: 'firstPurchase', isOn: true, bonusSom: 3_000, expiryDays: 45, timesADay: null, timesInAll: null },
  ...simulatedDeeds.map((kind, place) => ({
    kind,
    isOn: true,
    bonusSom: 700 + place * 450,
    expiryDays: place === 0 ? 0 : place * 20,
    timesADay: place === 1 ? null : 1,
    timesInAll: place === 0 ? 1 : null,
  })),
];

export async function openWorld(seed: number): Promise<World> {
  const till = await openSimulatedTill(seed, firstMorning);
  const fixed = fixedOf(seed);
  const settings = {
    ...defaultSettings,
    ...programme,
    ...fixed,
    name: 'Sinov',
    vatBasisPoints: shopVat,
    tierWindow: 'lastTwelveMonths',
  } as typeof defaultSettings;
  const { client, intention } = till;
  const { personId } = await client.shop.start({
    ...intention(),
    language: 'uz',
    settings,
    owner: { name: 'Egasi', password: 'a long password' },
    cashier: null,
    printer: null,
  });
  till.workAs(personId);
  const products = await stock(till);
  const funds = new Map<string, number>();
  for (const name of ['Mehribonlik', 'Maktab']) {
    const { intentionId: fundId } = intention();
    await client.loyalty.saveFund({ ...intention(), fundId, name: { uz: name }, isActive: true });
    funds.set(fundId, 0);
  }
  for (const { kind, ...deed } of deeds) {
    await client.loyalty.saveDeed({ ...intention(), ...deed, kind: kind as 'welcome' });
  }
  const { cardNumbers } = await client.customer.issueCards({ ...intention(), count: cardCount });
  const money = 100_000;
  await client.shift.open({ ...intention(), floatSom: money });
  const shop: Shop = {
    fixed,
    programme,
    rules: [],
    tiers: [],
    tierWindow: 'lastTwelveMonths',
    products,
    customers: [],
    freshCards: [...cardNumbers],
    sales: [],
    giftCards: [],
    deeds: new Map(deeds.map((deed) => [deed.kind, { ...deed }])),
    funds,
    money,
    nextOrder: 0,
    now: firstMorning,
    today: dayOf(firstMorning, fixed.dayStartsAtHour),
  };
  return { till, shop, touched: new Set() };
}

async function stock({ client, intention }: SimulatedTill): Promise<Product[]> {
  const categories: string[] = [];
  for (let place = 0; place < categoryCount; place += 1) {
    const { categoryId } = await client.catalogue.saveCategory({
      ...intention(),
      categoryId: null,
      name: { uz: `Boʻlim ${place}` },
    });
    categories.push(categoryId);
  }
  const products: Product[] = [];
  for (const [place, good] of goods.entries()) {
    const isWeighed = 'isWeighed' in good;
    const isUntaxed = 'isUntaxed' in good;
    const isDiscountable = !('isNeverDiscounted' in good);
    const categoryId = categories[good.category] ?? '';
    const { product } = await client.catalogue.save({
      ...intention(),
      productId: null,
      name: { uz: `Mol ${place}` },
      unit: isWeighed ? 'kilogram' : 'piece',
      priceSom: good.priceSom,
      vat: { kind: isUntaxed ? 'none' : 'shop' },
      barcodes: [],
      categoryId,
      isDiscountable,
      isQuickGood: false,
    });
    const vatBasisPoints = isUntaxed ? null : shopVat;
    products.push({
      id: product.id,
      priceSom: good.priceSom,
      isWeighed,
      vatBasisPoints,
      categoryId,
      isDiscountable,
    });
  }
  return products;
}
