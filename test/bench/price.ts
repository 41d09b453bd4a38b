/**
 * Measures the pricing of a large basket: 200 lines, 100 live promotions of every kind, a coupon and a tier. One JSON
 * object in ms. Four of the promotions stand alone: so many are tried in all 16 combinations, which is the dearest case.
 */
import { basisPoints, som } from '../../shared/money.ts';
import type { Promotion } from '../../shared/promotion/promotion.ts';
import { priceBasket } from '../../shared/sale/priceBasket.ts';
import {
  amount,
  basketPercent,
  cheapestFree,
  coupon,
  line,
  onBasket,
  onGoods,
  onlyProducts,
  percent,
  tier,
  today,
} from '../shared/baskets.ts';
import { calibrationMs, percentile, seeded, timesOf } from './benchShop.ts';

const lineCount = 200;
const categoryCount = 25;
const runs = 1000;

const chance = seeded(5);
const between = (least: number, most: number) => least + Math.floor(chance() * (most - least + 1));
const productOf = (number: number) => `product ${number}`;
const someProducts = (count: number) =>
  onlyProducts(...Array.from({ length: count }, () => productOf(between(0, lineCount - 1))));
const someCategory = () =>
  ({ kind: 'categories', categoryIds: [`category ${between(0, categoryCount - 1)}`] }) as const;

const lines = Array.from({ length: lineCount }, (_, index) =>
  line(productOf(index), between(20, 900) * 100, between(1, 6), {
    categoryId: `category ${index % categoryCount}`,
    vatBasisPoints: basisPoints(1200),
    manualDiscount: index % 40 === 0 ? { amountSom: som(500), reason: 'shikastlangan' } : null,
  }),
);

/** So many promotions, each made from its number. */
const times = (count: number, make: (id: string) => Promotion, kind: string): Promotion[] =>
  Array.from({ length: count }, (_, index) => make(`${kind} ${index}`));

const promotions = [
  ...times(40, (id) => onGoods(id, percent(between(5, 30)), { scope: someProducts(20) }), 'percent'),
  ...times(
    15,
    (id) => onGoods(id, { kind: 'amountPerUnit', amountSom: som(300) }, { scope: someCategory() }),
    'off each',
  ),
  ...times(
    15,
    (id) => onGoods(id, { kind: 'fixedPrice', priceSom: som(9900) }, { scope: someProducts(5) }),
    'fixed',
  ),
  ...times(12, (id) => onGoods(id, cheapestFree(between(2, 4)), { scope: someCategory() }), 'free'),
  ...times(
    8,
    (id) => onBasket(id, basketPercent(between(3, 10), 50_000), { scope: someCategory() }),
    'basket',
  ),
  ...times(
    6,
    (id) =>
      onBasket(id, amount(20_000), { conditions: [{ kind: 'minimumSum', minimumSom: som(90_000_000) }] }),
    'missed',
  ),
  ...times(2, (id) => onBasket(id, basketPercent(6), { combines: 'alone', scope: someCategory() }), 'alone'),
  ...times(2, (id) => onGoods(id, percent(40), { combines: 'alone', scope: someCategory() }), 'alone'),
];

const basket = {
  lines,
  promotions,
  day: today,
  coupon: coupon(),
  tier: tier(3),
  discountCapBasisPoints: null,
};
const price = async () => priceBasket(basket);

await timesOf(200, price);
const { wall, cpu } = await timesOf(runs, price);
const { grossSom, netSom } = await price();
console.log(
  JSON.stringify({
    bench: 'price',
    lines: lineCount,
    promotions: promotions.length,
    runs,
    p50Ms: percentile(wall, 50),
    p99Ms: percentile(wall, 99),
    cpuP50Ms: percentile(cpu, 50),
    grossSom,
    netSom,
    calibration: { integerLoopMs: calibrationMs() },
  }),
);
