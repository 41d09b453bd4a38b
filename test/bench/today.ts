/** Measures the owner's day over a million stored sales, from the question to the answer: one JSON object in ms. */
import { insertCustomer } from '../../electron/customer/rows.ts';
import { hotInsert } from '../../electron/database/hot.ts';
import type { Tables } from '../../electron/database/tables.ts';
import { transact } from '../../electron/database/transact.ts';
import { todayReport } from '../../electron/report/today.ts';
import { insertRows } from '../../electron/sale/queries.ts';
import { addDays, businessDay } from '../../shared/time.ts';
import { benchNow, calibrationMs, openBenchShop, percentile, seeded, timesOf } from './benchShop.ts';

const saleCount = Number(process.argv[2] ?? 1_000_000);
const customerCount = 20_000;
const productCount = 2_000;
const salesADay = 1_400;
const linesASale = 2;
const salesAtOnce = 5_000;
const runs = 100;

const chance = seeded(1_000_000);
const pick = <T>(items: readonly T[]): T => items[Math.floor(chance() * items.length)] as T;
const shop = await openBenchShop();
const { db } = shop.database;
const customers = Array.from({ length: customerCount }, shop.makeId);
const products = Array.from({ length: productCount }, shop.makeId);
const shiftId = shop.makeId();
const lastDay = businessDay(benchNow.slice(0, 10));

const insertFigures = hotInsert('customer_figure', [
  'customer_id',
  'visits',
  'paid_som',
  'first_visit_on',
  'last_visit_on',
]);
const insertAccounts = hotInsert('account', ['kind', 'subject_id', 'balance_som']);

await transact(db, async (trx) => {
  for (const [index, id] of customers.entries()) {
    const phone = `+99890${1_000_000 + index}`;
    const registered = { name: `Mijoz ${index}`, phone, language: null };
    const making = { now: benchNow, businessDay: lastDay, tillId: shop.makeId(), personId: null };
    await insertCustomer(trx, { ...making, id, registered });
  }
  await insertFigures.many(
    trx,
    customers.map((id, index) => ({
      customer_id: id,
      visits: 10,
      paid_som: 500_000,
      first_visit_on: addDays(lastDay, -(index % 700)),
      last_visit_on: lastDay,
    })),
  );
  await insertAccounts.many(
    trx,
    customers.map((id, index) => ({ kind: 'bonusLiability', subject_id: id, balance_som: -index })),
  );
  for (const id of products) {
    await trx
      .insertInto('product')
      .values({
        id,
        name_json: JSON.stringify({ uz: `Mahsulot ${id.slice(-4)}` }),
        search_text: 'mahsulot',
        unit: 'piece',
        price_som: 10_000,
        vat_kind: 'shop',
        vat_basis_points: null,
        category_id: null,
        is_quick_good: 0,
        is_active: 1,
        created_at: benchNow,
        changed_at: benchNow,
      })
      .execute();
  }
  await trx
    .insertInto('shift')
    .values({
      id: shiftId,
      till_id: shop.tillId,
      number: 1,
      business_day: lastDay,
      opened_at: benchNow,
      opened_by: shop.personId,
      float_som: 0,
      closed_at: null,
      closed_by: null,
      counted_som: null,
      expected_som: null,
    })
    .execute();
});

const knownDays: string[] = [];
for (let from = 0; from < saleCount; from += salesAtOnce) {
  await transact(db, async (trx) => {
    for (let index = from; index < Math.min(from + salesAtOnce, saleCount); index++) {
      const sale = saleRow(index);
      await insertRows(trx, { sale, lines: lineRows(sale), adjustments: [], tenders: [] });
    }
  });
}

function saleRow(index: number): Tables['sale'] {
  const day = dayBefore(Math.floor((saleCount - 1 - index) / salesADay));
  const minute = Math.floor(((index % salesADay) / salesADay) * 840) + 180;
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
    customer_id: chance() < 0.6 ? pick(customers) : null,
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
    bonus_earned_som: Math.floor(netSom / 50),
    bonus_balance_som: null,
    line_count: linesASale,
    has_debt_earned: 0,
    entered_at: null,
  };
}

function lineRows(sale: Tables['sale']): Tables['sale_line'][] {
  return Array.from({ length: linesASale }, (_, line) => ({
    sale_id: sale.id,
    line_no: line + 1,
    product_id: pick(products),
    name_json: '{}',
    unit: 'piece',
    price_som: 10_000,
    quantity_thousandths: 1_000,
    gross_som: 10_000,
    net_som: 10_000,
    settled_som: 10_000,
    vat_basis_points: null,
    vat_som: 0,
    bonus_basis_points: 200,
    bonus_share_som: 0,
    gift_card_share_som: 0,
    store_credit_share_som: 0,
    debt_share_som: 0,
    cost_som: null,
    money_share_som: 10_000,
  }));
}

/** The calendar is asked once for each day. */
function dayBefore(daysAgo: number): string {
  knownDays[daysAgo] ??= addDays(lastDay, -daysAgo);
  return knownDays[daysAgo];
}

const report = todayReport({ database: () => shop.database });
const ask = () => shop.ask(report, { day: null });
await ask();
const times = await timesOf(runs, ask);
await shop.close();
console.log(
  JSON.stringify({
    sales: saleCount,
    runs,
    p50Ms: percentile(times.wall, 50),
    p95Ms: percentile(times.wall, 95),
    cpuP50Ms: percentile(times.cpu, 50),
    cpuP95Ms: percentile(times.cpu, 95),
    calibration: { loopMs: calibrationMs() },
  }),
);
