/** The verb report.priceTags: the tags that must be printed so that the shelf tells the truth on a day. */
import { type PrintedTag, whyPrint } from '../../shared/catalogue/priceTag.ts';
import { som } from '../../shared/money.ts';
import { reportContract } from '../../shared/report/contract.ts';
import { textIn } from '../../shared/text.ts';
import { businessDayNow } from '../businessDay.ts';
import type { Database } from '../database/open.ts';
import { readHeavy } from '../database/readHeavy.ts';
import type { TillParts } from '../parts.ts';
import { livePromotions } from '../promotion/inTransaction.ts';
import { readingVerb } from '../verb.ts';
import { barcodesByProduct, chunksOf, labelOf, salesOf, tagOf } from './labelsOfGoods.ts';
import { changedNeverPrinted, printedOtherwise, type TaggedRow, taggedGoods } from './priceTagQueries.ts';

export const priceTags = (parts: Pick<TillParts, 'database'>) =>
  readingVerb(reportContract.priceTags, async (scope, input) => {
    const { db, settings } = scope;
    const day = input.day ?? (await businessDayNow(db, scope));
    const sales = salesOf(await livePromotions(db, day), day);
    const candidates = await candidatesOf(parts.database(), [...sales.byProduct.keys()]);

    const due = candidates.flatMap(({ row, wasPriceChanged }) => {
      const tag = tagOf(row, sales);
      const why = whyPrint(tag, printedTagOf(row), wasPriceChanged);
      return why === null ? [] : [{ row, tag, why }];
    });
    const barcodes = await barcodesByProduct(
      due.map(({ row }) => row.id),
      (query) => readHeavy(parts.database(), query),
      db,
    );
    const { language } = settings;
    return {
      day,
      tags: due
        .map(({ row, tag, why }) => ({ ...labelOf(row, tag, barcodes), why }))
        .sort((a, b) => textIn(a.name, language).localeCompare(textIn(b.name, language))),
    };
  });

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
