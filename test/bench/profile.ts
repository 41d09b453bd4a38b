/** Measures a customer's page: profile and first page of the timeline, 2,000 receipts among 50,000 others, in ms. */
import { insertCustomer } from '../../electron/customer/rows.ts';
import type { Tables } from '../../electron/database/tables.ts';
import { transact } from '../../electron/database/transact.ts';
import { warmRhythm } from '../../electron/report/profileRhythm.ts';
import { profileReportVerbs } from '../../electron/report/profileVerbs.ts';
import { insertRows } from '../../electron/sale/queries.ts';
import { addDays, businessDay } from '../../shared/time.ts';
import { benchNow, calibrationMs, openBenchShop, percentile, seeded, timesOf } from './benchShop.ts';

const ownReceipts = 2_000;
const otherSales = 50_000;
const customerCount = 5_000;
const productCount = 500;
const days = 700;
const linesASale = 4;
const runs = 100;

const chance = seeded(2_000);
const pick = <T>(items: readonly T[]): T => items[Math.floor(chance() * items.length)] as T;
const shop = await openBenchShop();
const { db } = shop.database;
const lastDay = businessDay(benchNow.slice(0, 10));
const knownDays = Array.from({ length: days }, (_, ago) => addDays(lastDay, ago - days + 1));
const faithful = shop.makeId();
const others = Array.from({ length: customerCount }, shop.makeId);
const products = Array.from({ length: productCount }, shop.makeId);
const shiftId = shop.makeId();

await transact(db, async (trx) => {
  for (const [index, id] of [faithful, ...others].entries()) {
    const registered = { name: `Mijoz ${index}`, phone: `+99890${1_000_000 + index}`, language: null };
    const making = { now: benchNow, businessDay: lastDay, tillId: shop.tillId, personId: null };
    await insertCustomer(trx, { ...making, id, registered });
  }
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
  const opened = { business_day: lastDay, opened_at: benchNow, opened_by: shop.personId, float_som: 0 };
  const closed = { closed_at: null, closed_by: null, counted_som: null, expected_som: null };
  await trx
    .insertInto('shift')
    .values({ id: shiftId, till_id: shop.tillId, number: 1, ...opened, ...closed })
    .execute();
});

/** The customer's receipts lie evenly among the others; six in ten of those have a card. */
const every = (ownReceipts + otherSales) / ownReceipts;
for (let from = 0; from < ownReceipts + otherSales; from += 5_000) {
  await transact(db, async (trx) => {
    for (let index = from; index < Math.min(from + 5_000, ownReceipts + otherSales); index++) {
      const other = chance() < 0.6 ? pick(others) : null;
      const sale = saleRow(index, index % every < 1 ? faithful : other);
      await insertRows(trx, { sale, lines: lineRows(sale), adjustments: [], tenders: [] });
    }
  });
}

function saleRow(index: number, customerId: string | null): Tables['sale'] {
  const part = index / (ownReceipts + otherSales);
  const day = knownDays[Math.floor(part * days)] ?? lastDay;
  const minute = 180 + Math.floor(((part * days) % 1) * 840);
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
    bonus_basis_points: 0,
    bonus_share_som: 0,
    gift_card_share_som: 0,
    store_credit_share_som: 0,
    debt_share_som: 0,
    cost_som: null,
    money_share_som: 10_000,
  }));
}

const verbs = profileReportVerbs({ database: () => shop.database });
const profile = (isRecounted: boolean) =>
  shop.ask(verbs.customerProfile, { customerId: faithful, isRecounted });
const timeline = () =>
  shop.ask(verbs.customerTimeline, { customerId: faithful, group: null, cursor: null, limit: 50 });
/** Before anything was learnt, as right after the start; then a new day, which the last day's rhythm serves. */
const firstEver = await timesOf(1, () => profile(false));
await warmRhythm(shop.database, addDays(lastDay, -1));
const firstOfDay = await timesOf(1, () => profile(false));
const learnt = await timesOf(1, () => warmRhythm(shop.database, lastDay));
const times = await timesOf(runs, async () => {
  await profile(false);
  await timeline();
});
const timelineTimes = await timesOf(runs, timeline);
const recounted = await timesOf(10, () => profile(true));
await shop.close();
console.log(
  JSON.stringify({
    receipts: ownReceipts,
    otherSales,
    runs,
    pageP50Ms: percentile(times.wall, 50),
    pageP95Ms: percentile(times.wall, 95),
    pageCpuP50Ms: percentile(times.cpu, 50),
    pageCpuP95Ms: percentile(times.cpu, 95),
    timelineP50Ms: percentile(timelineTimes.wall, 50),
    firstProfileOfDayMs: percentile(firstOfDay.wall, 50),
    firstProfileAfterStartMs: percentile(firstEver.wall, 50),
    rhythmLearntBesideMs: percentile(learnt.wall, 50),
    recountedP50Ms: percentile(recounted.wall, 50),
    calibration: { loopMs: calibrationMs() },
  }),
);
