/** The verb report.priceTags: the tags that must be printed so that the shelf tells the truth on a day. */
import type { Unit } from '../../shared/basket.ts';
import { type PrintedTag, type SalePrice, shelfTag, whyPrint } from '../../shared/catalogue/priceTag.ts';
import { som } from '../../shared/money.ts';
import { isLimited } from '../../shared/promotion/limits.ts';
import type { Promotion } from '../../shared/promotion/promotion.ts';
import { matcherOf, type ScopedGoods } from '../../shared/promotion/scope.ts';
import { reportContract } from '../../shared/report/contract.ts';
import { type LocalText, textIn } from '../../shared/text.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { businessDayNow } from '../businessDay.ts';
import type { Database } from '../database/open.ts';
import { readHeavy } from '../database/readHeavy.ts';
import type { TillParts } from '../parts.ts';
import { livePromotions } from '../promotion/inTransaction.ts';
import { readingVerb } from '../verb.ts';
import {
  changedNeverPrinted,
  firstBarcodes,
  printedOtherwise,
  type TaggedRow,
  taggedGoods,
} from './priceTagQueries.ts';

export const priceTags = (parts: Pick<TillParts, 'database'>) =>
  readingVerb(reportContract.priceTags, async (scope, input) => {
    const { db, settings } = scope;
    const day = input.day ?? (await businessDayNow(db, scope));
    const sales = salesOf(await livePromotions(db, day), day);
    const candidates = await candidatesOf(parts.database(), [...sales.byProduct.keys()]);

    const due = candidates.flatMap(({ row, wasPriceChanged }) => {
      const tag = shelfTag(som(row.price_som), sales.pricesOf(row));
      const why = whyPrint(tag, printedTagOf(row), wasPriceChanged);
      return why === null ? [] : [{ row, name: JSON.parse(row.name_json) as LocalText, tag, why }];
    });

    const { language } = settings;
    due.sort((a, b) => textIn(a.name, language).localeCompare(textIn(b.name, language)));
    const barcodes = await barcodesOf(
      parts.database(),
      due.map(({ row }) => row.id),
    );
    return {
      day,
      tags: due.map(({ row, name, tag, why }) => ({
        productId: row.id,
        name,
        barcode: barcodes.get(row.id) ?? null,
        unit: row.unit as Unit,
        ...tag,
        why,
      })),
    };
  });

interface SalesOfDay {
  readonly byProduct: ReadonlyMap<string, readonly { promotion: Promotion; price: SalePrice }[]>;
  readonly pricesOf: (product: TaggedRow) => readonly SalePrice[];
}

/** The sale prices of a day that a tag may promise: those that everybody gets, at any hour and without a limit. */
function salesOf(promotions: readonly Promotion[], day: BusinessDay): SalesOfDay {
  const byProduct = new Map<string, { promotion: Promotion; price: SalePrice }[]>();
  for (const promotion of promotions) {
    if (promotion.benefit.kind !== 'salePrices' || !isForEverybody(promotion)) continue;
    for (const { productId, priceSom } of promotion.benefit.prices) {
      const prices = byProduct.get(productId) ?? [];
      prices.push({ promotion, price: { priceSom, until: promotion.to } });
      byProduct.set(productId, prices);
    }
  }
  const pricesOf = (row: TaggedRow) => {
    const prices = row.is_discountable === 1 ? (byProduct.get(row.id) ?? []) : [];
    return prices
      .filter(({ promotion }) => matcherOf(promotion.scope, day)(goodsOf(row)))
      .map(({ price }) => price);
  };
  return { byProduct, pricesOf };
}

function goodsOf(row: TaggedRow): ScopedGoods {
  return {
    productId: row.id,
    categoryId: row.category_id,
    brandId: row.brand_id,
    tags: JSON.parse(row.tags_json) as string[],
    expiresOn: row.expires_on as BusinessDay | null,
  };
}

function isForEverybody({ conditions, limits }: Promotion): boolean {
  return conditions.length === 0 && !isLimited(limits);
}

/** Ids in one statement: below every engine's limit of parameters. */
const idsAtOnce = 500;

function chunksOf(ids: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil(ids.length / idsAtOnce);
  return Array.from({ length: count }, (_, at) => ids.slice(at * idsAtOnce, (at + 1) * idsAtOnce));
}

/** Goods whose tag may be due, each once: on sale, printed otherwise than now, or changed and never printed. */
async function candidatesOf(database: Database, onSale: readonly string[]) {
  const { db } = database;
  const changed = await readHeavy(database, changedNeverPrinted(db));
  const rows = [...changed, ...(await readHeavy(database, printedOtherwise(db)))];
  for (const ids of chunksOf(onSale)) rows.push(...(await readHeavy(database, taggedGoods(db, ids))));
  const changedIds = new Set(changed.map((row) => row.id));
  return [...new Map(rows.map((row) => [row.id, row])).values()].map((row) => ({
    row,
    wasPriceChanged: changedIds.has(row.id),
  }));
}

function printedTagOf({ tag_price_som: price, tag_old_price_som: old }: TaggedRow): PrintedTag | null {
  if (price === null) return null;
  return { priceSom: som(price), oldPriceSom: old === null ? null : som(old) };
}

/** The first barcode of each product that has one. */
async function barcodesOf(
  database: Database,
  productIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const barcodes = new Map<string, string>();
  for (const ids of chunksOf(productIds)) {
    const rows = await readHeavy(database, firstBarcodes(database.db, ids));
    for (const row of rows) barcodes.set(row.product_id, row.barcode);
  }
  return barcodes;
}
