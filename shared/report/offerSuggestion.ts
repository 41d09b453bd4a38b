/** Which goods are worth an offer, and at what price: those that expire soon and those that hardly sell. */
import { type BasisPoints, basisPoints, percentOf, type Som, som, subtractSom } from '../money.ts';
import { addDays, type BusinessDay, daysBetween } from '../time.ts';

/** Goods whose last day is at most so many days away are offered before they must be thrown away. */
export const expiresWithinDays = 14;
/** Sold so little in so many days, goods sell slowly: three pieces, kilograms or litres in 30 days. */
export const slowDays = 30;
export const slowAtMostThousandths = 3_000;
/** How far back a last sale is looked for. */
export const lookedBackDays = 60;
/** As many as a page can show. */
export const suggestionsShown = 40;

/**
 * How much cheaper goods should be: the nearer their last day, the more.
 *
 * | last day          | off  |
 * |-------------------|------|
 * | today to 3 days   | 30 % |
 * | 4 to 7 days       | 20 % |
 * | 8 to 14 days      | 15 % |
 * | none: sell slowly | 10 % |
 */
export function suggestedOff(expiresOn: BusinessDay | null, today: BusinessDay): BasisPoints {
  if (expiresOn === null) return basisPoints(1000);
  const days = daysBetween(today, expiresOn);
  if (days <= 3) return basisPoints(3000);
  return basisPoints(days <= 7 ? 2000 : 1500);
}

/** Prices on a shelf end in whole hundreds. */
const step = 100;

/**
 * The price to offer, rounded down to a whole hundred; a price that would be nothing then stays as it is. Null when the
 * goods cannot get cheaper.
 *
 * | price  | off  | suggested |
 * |--------|------|-----------|
 * | 18 990 | 15 % | 16 100    |
 * | 90     | 30 % | 63        |
 * | 1      | 30 % | –         |
 */
export function suggestedSom(priceSom: Som, off: BasisPoints): Som | null {
  const exact = subtractSom(priceSom, percentOf(priceSom, off));
  const rounded = exact - (exact % step);
  const suggested = rounded > 0 ? rounded : exact;
  return suggested > 0 && suggested < priceSom ? som(suggested) : null;
}

/** What was sold of a product in the days that were looked at. */
export interface RecentSales {
  readonly soldThousandths: number;
  readonly lastSoldOn: BusinessDay;
}

/** What one day sold of each product. */
export interface DaySales {
  readonly day: BusinessDay;
  readonly sold: readonly { readonly productId: string; readonly quantityThousandths: number }[];
}

/** Takes what each day sold, one after the other, so that nobody has to hold all days at once. */
export interface SalesTally {
  readonly add: (day: DaySales) => void;
  /** How much of each product was sold in the last 30 days, and when it was sold last. */
  readonly sales: ReadonlyMap<string, RecentSales>;
}

/** A tally for the 30 days up to today; days may come in any order. */
export function tallySales(today: BusinessDay): SalesTally {
  const since = addDays(today, 1 - slowDays);
  const sales = new Map<string, RecentSales>();
  function add({ day, sold }: DaySales): void {
    const counts = day >= since;
    for (const { productId, quantityThousandths } of sold) {
      const before = sales.get(productId);
      const soldBefore = before?.soldThousandths ?? 0;
      sales.set(productId, {
        soldThousandths: counts ? soldBefore + quantityThousandths : soldBefore,
        lastSoldOn: before === undefined || before.lastSoldOn < day ? day : before.lastSoldOn,
      });
    }
  }
  return { add, sales };
}

/**
 * The products that were sold before and hardly sell now, the slowest first; of equals the one that was sold longest ago,
 * then by id, so that the list does not jump about.
 */
export function slowSellers(sales: ReadonlyMap<string, RecentSales>): readonly string[] {
  return [...sales]
    .filter(([, { soldThousandths }]) => soldThousandths <= slowAtMostThousandths)
    .sort(
      ([aId, a], [bId, b]) =>
        a.soldThousandths - b.soldThousandths || compare(a.lastSoldOn, b.lastSoldOn) || compare(aId, bId),
    )
    .map(([productId]) => productId);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
