/** A shop of 208,000 lines in which one customer has 2,000 receipts of the last year and favourite goods, for measuring. */
import { insertCustomer } from '../../electron/customer/rows.ts';
import type { Tables } from '../../electron/database/tables.ts';
import { transact } from '../../electron/database/transact.ts';
import { insertRows } from '../../electron/sale/queries.ts';
import { addDays, type BusinessDay, businessDay } from '../../shared/time.ts';
import { type BenchShop, benchNow, openBenchShop, seeded } from './benchShop.ts';

export const ownReceipts = 2_000;
const otherSales = 50_000;
const customerCount = 5_000;
const productCount = 500;
const favouriteCount = 12;
/** All of them lie in the year that the till looks back on: the hardest case. */
const days = 360;
const linesASale = 4;
export const allLines = (ownReceipts + otherSales) * linesASale;

const chance = seeded(2_000);
export const pick = <T>(items: readonly T[]): T => items[Math.floor(chance() * items.length)] as T;

export interface FaithfulShop {
  readonly shop: BenchShop;
  readonly lastDay: BusinessDay;
  readonly faithful: string;
  readonly others: readonly string[];
}

interface Filling extends FaithfulShop {
  readonly products: readonly string[];
  readonly shiftId: string;
}

export async function openFaithfulShop(): Promise<FaithfulShop> {
  const shop = await openBenchShop();
  const filling: Filling = {
    shop,
    lastDay: businessDay(benchNow.slice(0, 10)),
    faithful: shop.makeId(),
    others: Array.from({ length: customerCount }, shop.makeId),
    products: Array.from({ length: productCount }, shop.makeId),
    shiftId: shop.makeId(),
  };
  await insertPeopleAndGoods(filling);
  await insertSales(filling);
  return filling;
}

async function insertPeopleAndGoods({ shop, lastDay, faithful, others, products, shiftId }: Filling) {
  const making = { now: benchNow, businessDay: lastDay, tillId: shop.tillId, personId: null };
  await transact(shop.database.db, async (trx) => {
    for (const [index, id] of [faithful, ...others].entries()) {
      const registered = { name: `Mijoz ${index}`, phone: `+99890${1_000_000 + index}`, language: null };
      await insertCustomer(trx, { ...making, id, registered });
    }
    // Not here for a month by the figures, so that all the visits are read.
    await trx
      .insertInto('customer_figure')
      .values({
        customer_id: faithful,
        visits: days,
        receipts: ownReceipts,
        paid_som: 100_000_000,
        first_visit_on: addDays(lastDay, -days),
        last_visit_on: addDays(lastDay, -30),
      })
      .execute();
    for (const id of products) await trx.insertInto('product').values(productRow(id)).execute();
    const opened = { business_day: lastDay, opened_at: benchNow, opened_by: shop.personId, float_som: 0 };
    const closed = { closed_at: null, closed_by: null, counted_som: null, expected_som: null };
    await trx
      .insertInto('shift')
      .values({ id: shiftId, till_id: shop.tillId, number: 1, ...opened, ...closed })
      .execute();
  });
}

const productRow = (id: string) => ({
  id,
  name_json: JSON.stringify({ uz: `Mahsulot ${id.slice(-4)}` }),
  search_text: 'mahsulot',
  unit: 'piece' as const,
  price_som: 10_000,
  vat_kind: 'shop' as const,
  vat_basis_points: null,
  category_id: null,
  is_quick_good: 0 as const,
  is_active: 1 as const,
  created_at: benchNow,
  changed_at: benchNow,
});

/** The customer's receipts lie evenly among the others; six in ten of those have a card. */
async function insertSales(filling: Filling): Promise<void> {
  const count = ownReceipts + otherSales;
  const every = count / ownReceipts;
  for (let from = 0; from < count; from += 5_000) {
    await transact(filling.shop.database.db, async (trx) => {
      for (let index = from; index < Math.min(from + 5_000, count); index++) {
        const other = chance() < 0.6 ? pick(filling.others) : null;
        const sale = saleRow(filling, index, index % every < 1 ? filling.faithful : other);
        await insertRows(trx, { sale, lines: lineRows(filling, sale), adjustments: [], tenders: [] });
      }
    });
  }
}

function saleRow(
  { shop, shiftId, lastDay }: Filling,
  index: number,
  customerId: string | null,
): Tables['sale'] {
  const place = (index / (ownReceipts + otherSales)) * days;
  const day = addDays(lastDay, Math.floor(place) - days + 1);
  const minute = 180 + Math.floor((place % 1) * 840);
  const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  const netSom = 5_000 + Math.floor(chance() * 95_000);
  return {
    id: shop.makeId(),
    till_id: shop.tillId,
    number: index + 1,
    receipt_code: `R${index}`,
    shift_id: shiftId,
    person_id: shop.personId,
    business_day: day,
    sold_at: `${day}T${time}:00.000Z`,
    customer_id: customerId,
    identification: null,
    claim_code: null,
    claim_expires_on: null,
    language: 'uz',
    gross_som: netSom,
    net_som: netSom,
    vat_som: 0,
    rounding_som: 0,
    received_cash_som: netSom,
    change_som: 0,
    bonus_spent_som: 0,
    bonus_earned_som: 0,
    bonus_balance_som: null,
    line_count: linesASale,
    has_debt_earned: 0,
    entered_at: null,
  };
}

/** Every other line of the faithful customer is one of a few favourites. */
function lineRows({ products, faithful }: Filling, sale: Tables['sale']): Tables['sale_line'][] {
  const favourites = products.slice(0, favouriteCount);
  return Array.from({ length: linesASale }, (_, line) => ({
    sale_id: sale.id,
    line_no: line + 1,
    product_id: pick(sale.customer_id === faithful && line % 2 === 0 ? favourites : products),
    name_json: '{}',
    unit: 'piece',
    price_som: 10_000,
    quantity_thousandths: 1_000,
    gross_som: 10_000,
    net_som: 10_000,
    settled_som: 10_000,
    vat_basis_points: null,
    vat_som: 0,
    bonus_basis_points: 0,
    bonus_share_som: 0,
    gift_card_share_som: 0,
    store_credit_share_som: 0,
    debt_share_som: 0,
    cost_som: null,
    money_share_som: 10_000,
  }));
}
