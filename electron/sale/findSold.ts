/** The questions before goods come back: which receipt it was, and what of it may still come. */
import type { Tender, Unit } from '../../shared/basket.ts';
import { Refusal } from '../../shared/errors.ts';
import { addSom, som, subtractSom, type Thousandths } from '../../shared/money.ts';
import { saleContract } from '../../shared/sale/contract.ts';
import type { SoldLine } from '../../shared/sale/returnLines.ts';
import type { LocalText } from '../../shared/text.ts';
import { addDays, type BusinessDay, type Instant } from '../../shared/time.ts';
import { businessDayNow } from '../businessDay.ts';
import { type ReadScope, readingVerb } from '../verb.ts';
import { returnsShown, type SoldFilter, type SoldRow, soldRows, soldSales } from './findSoldQueries.ts';
import { type SaleRows, saleWithParts } from './queries.ts';
import { pageOf, readPlace } from './salePlace.ts';
import { saleToReturn } from './soldSale.ts';
import { withoutNumber } from './takeBack.ts';

/** Goods alone, without a day, are looked for in the receipts of so many days: no product has an index of its receipts. */
const lookBackDays = 92;

export const findSold = readingVerb(saleContract.findSold, async (scope, { cursor, limit, ...filter }) => {
  const wanted = await withinDays(scope, filter);
  const rows = await soldSales(scope.db, wanted, readPlace(cursor), limit + 1).execute();
  const { page, nextCursor } = pageOf(rows, limit);
  return { sales: page.map(soldSummary), nextCursor };
});

async function withinDays(scope: ReadScope, filter: SoldFilter): Promise<SoldFilter> {
  const isBound = filter.number !== null || filter.customerId !== null || filter.from !== null;
  if (filter.productId === null || isBound) return filter;
  const last = filter.to ?? (await businessDayNow(scope.db, scope));
  return { ...filter, from: addDays(last, -lookBackDays) };
}

function soldSummary(row: SoldRow) {
  return {
    saleId: row.id,
    number: row.number,
    soldAt: row.sold_at as Instant,
    netSom: som(row.net_som),
    customerName: row.customer_name || row.customer_phone,
    personName: row.person_name,
    lines: row.line_count,
    backSom: som(row.back_som ?? 0),
  };
}

export const returnable = readingVerb(saleContract.returnable, async (scope, { saleId }) => {
  const rows = await saleWithParts(scope.db, saleId);
  const row = await soldRows(scope.db).where('sale.id', '=', saleId).executeTakeFirst();
  if (rows === null || row === undefined) throw new Refusal('ReceiptUnknown');
  const businessDay = await businessDayNow(scope.db, scope);
  const { sold, customerId } = await saleToReturn({ db: scope.db, businessDay }, rows);
  const soldOn = row.business_day as BusinessDay;
  const lastOn = addDays(soldOn, scope.settings.returnDays);
  const returns = await returnsShown(scope.db, saleId);
  return {
    sale: soldSummary(row),
    customerId,
    soldOn,
    lastOn,
    isLate: businessDay > lastOn,
    isToday: sold.isSameDay,
    lines: rows.lines.map((line) => lineShown(line, sold.lines)),
    paidWith: rows.tenders.map((tender) =>
      withoutNumber({
        kind: tender.kind as Tender['kind'],
        provider: tender.provider as Tender['provider'],
        amountSom: som(tender.amount_som),
        reference: tender.reference,
      }),
    ),
    returns: returns.map((back) => ({
      returnId: back.id,
      number: back.number,
      returnedAt: back.returned_at,
      personName: back.person_name,
      reason: back.reason,
      netSom: back.net_som,
    })),
  };
});

function lineShown(line: SaleRows['lines'][number], sold: readonly SoldLine[]) {
  const known = sold.find(({ lineId }) => lineId === String(line.line_no));
  if (known === undefined) throw new Error('a line of the sale is not among its sold lines');
  const { bonusSom, giftCardSom, storeCreditSom, debtSom, moneySom } = known.refunded;
  const backSom = addSom(bonusSom, giftCardSom, storeCreditSom, debtSom, moneySom);
  return {
    lineNumber: line.line_no,
    productId: line.product_id,
    name: JSON.parse(line.name_json) as LocalText,
    unit: line.unit as Unit,
    quantityThousandths: line.quantity_thousandths as Thousandths,
    leftThousandths: line.quantity_thousandths - known.returnedThousandths,
    netSom: som(line.settled_som),
    leftSom: subtractSom(som(line.settled_som), backSom),
  };
}
