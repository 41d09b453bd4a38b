/** Measures groups of customers: 50,000 customers with 250,000 receipts of two years counted, listed and told to the till. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { keptSegmentsOf } from '../../electron/customer/inTransaction.ts';
import { insertCustomer } from '../../electron/customer/rows.ts';
import type { Database } from '../../electron/database/open.ts';
import type { Tables } from '../../electron/database/tables.ts';
import { transact } from '../../electron/database/transact.ts';
import type { TillParts } from '../../electron/parts.ts';
import { refreshSegments } from '../../electron/report/segmentKeeper.ts';
import { segmentReportVerbs } from '../../electron/report/segmentVerbs.ts';
import { insertRows } from '../../electron/sale/queries.ts';
import { readySegments } from '../../shared/customer/segment.ts';
import { promotionSchema } from '../../shared/promotion/promotion.ts';
import { defaultSettings } from '../../shared/shop/settings.ts';
import { addDays, businessDay } from '../../shared/time.ts';
import { benchNow, calibrationMs, openBenchShop, percentile, seeded, timesOf } from './benchShop.ts';

const customerCount = Number(process.env.CUSTOMERS ?? 50_000);
const saleCount = Number(process.env.SALES ?? 250_000);
const productCount = 500;
const days = 720;
const linesASale = 2;
const runs = 3;

const chance = seeded(50_000);
const shop = await openBenchShop();
const { db } = shop.database;
const today = businessDay(benchNow.slice(0, 10));
const knownDays = Array.from({ length: days }, (_, ago) => addDays(today, ago - days + 1));
const customers = Array.from({ length: customerCount }, shop.makeId);
const products = Array.from({ length: productCount }, shop.makeId);
const shiftId = shop.makeId();
const segmentId = shop.makeId();
const anyOf = <T>(items: readonly T[]): T => items[Math.floor(chance() * items.length)] as T;
/** A tenth of the customers brings most receipts, as in a real shop. */
const buyer = () => customers[Math.floor(chance() ** 3 * customerCount)] as string;

interface Figure {
  visits: number;
  receipts: number;
  paidSom: number;
  first: string;
  last: string;
}
const figures = new Map<string, Figure>();
const paidDays = new Map<string, number>();

await makeShop();
for (let from = 0; from < customerCount; from += 5_000) await makeCustomers(from, from + 5_000);
for (let from = 0; from < saleCount; from += 5_000) await makeSales(from, from + 5_000);
await keepFigures();

async function makeShop(): Promise<void> {
  const opened = { business_day: today, opened_at: benchNow, opened_by: shop.personId, float_som: 0 };
  const closed = { closed_at: null, closed_by: null, counted_som: null, expected_som: null };
  const promotion = promotionSchema.parse({
    promotionId: shop.makeId(),
    name: { uz: 'Aksiya' },
    level: 'basket',
    scope: { kind: 'all' },
    benefit: { kind: 'percent', rateBasisPoints: 500, atMostSom: null },
    conditions: [{ kind: 'segment', segmentIds: [segmentId] }],
  });
  await transact(db, async (trx) => {
    for (const id of products) {
      const name = { name_json: JSON.stringify({ uz: 'Mahsulot' }), search_text: 'mahsulot' };
      const vat = { vat_kind: 'shop' as const, vat_basis_points: null };
      const state = { category_id: null, is_quick_good: 0 as const, is_active: 1 as const };
      const times = { created_at: benchNow, changed_at: benchNow };
      await trx
        .insertInto('product')
        .values({ id, ...name, unit: 'piece', price_som: 10_000, ...vat, ...state, ...times })
        .execute();
    }
    await trx
      .insertInto('shift')
      .values({ id: shiftId, till_id: shop.tillId, number: 1, ...opened, ...closed })
      .execute();
    await trx
      .insertInto('segment')
      .values({
        id: segmentId,
        name_json: JSON.stringify({ uz: 'Yoʻqolganlar' }),
        rule_json: JSON.stringify(readySegments.lost),
        created_at: benchNow,
        created_by: null,
        changed_at: benchNow,
        removed_at: null,
        counted_at: null,
      })
      .execute();
    await trx
      .insertInto('promotion')
      .values({
        id: promotion.promotionId,
        state: 'live',
        origin: 'form',
        content_json: JSON.stringify(promotion),
        created_at: benchNow,
        created_by: null,
        changed_at: benchNow,
        started_on: today,
        ended_on: null,
      })
      .execute();
  });
}

async function makeCustomers(from: number, to: number): Promise<void> {
  const making = { now: benchNow, businessDay: today, tillId: shop.tillId, personId: null };
  await transact(db, async (trx) => {
    for (let index = from; index < Math.min(to, customerCount); index++) {
      const phone = `+99890${1_000_000 + index}`;
      const registered = { name: `Mijoz ${index}`, phone, language: null };
      await insertCustomer(trx, { ...making, id: customers[index] as string, registered });
    }
  });
}

async function makeSales(from: number, to: number): Promise<void> {
  await transact(db, async (trx) => {
    for (let index = from; index < Math.min(to, saleCount); index++) {
      const sale = saleRow(index);
      await insertRows(trx, { sale, lines: lineRows(sale), adjustments: [], tenders: [] });
      note(sale);
    }
  });
}

function note({ customer_id: id, business_day: day, net_som: netSom }: Tables['sale']): void {
  if (id === null) return;
  const figure = figures.get(id) ?? { visits: 0, receipts: 0, paidSom: 0, first: day, last: '' };
  figures.set(id, {
    visits: figure.visits + (figure.last === day ? 0 : 1),
    receipts: figure.receipts + 1,
    paidSom: figure.paidSom + netSom,
    first: figure.first,
    last: day,
  });
  const key = `${id} ${day}`;
  paidDays.set(key, (paidDays.get(key) ?? 0) + netSom);
}

function saleRow(index: number): Tables['sale'] {
  const part = index / saleCount;
  const day = knownDays[Math.floor(part * days)] ?? today;
  const netSom = 5_000 + Math.floor(chance() * 95_000);
  return {
    id: shop.makeId(),
    till_id: shop.tillId,
    number: index + 1,
    receipt_code: `R${index}`,
    shift_id: shiftId,
    person_id: shop.personId,
    business_day: day,
    sold_at: `${day}T09:00:00.000Z`,
    customer_id: chance() < 0.8 ? buyer() : null,
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
  const netSom = Math.floor(sale.net_som / linesASale);
  return Array.from({ length: linesASale }, (_, line) => ({
    sale_id: sale.id,
    line_no: line + 1,
    product_id: anyOf(products),
    name_json: '{}',
    unit: 'piece',
    price_som: netSom,
    quantity_thousandths: 1_000,
    gross_som: netSom,
    net_som: netSom,
    settled_som: netSom,
    vat_basis_points: null,
    vat_som: 0,
    bonus_basis_points: 0,
    bonus_share_som: 0,
    gift_card_share_som: 0,
    store_credit_share_som: 0,
    debt_share_som: 0,
    cost_som: line === 0 ? Math.floor(netSom * 0.8) : null,
    money_share_som: netSom,
  }));
}

async function keepFigures(): Promise<void> {
  await transact(db, async (trx) => {
    for (const [id, { visits, receipts, paidSom, first, last }] of figures) {
      await trx
        .insertInto('customer_figure')
        .values({
          customer_id: id,
          visits,
          receipts,
          paid_som: paidSom,
          first_visit_on: first,
          last_visit_on: last,
        })
        .execute();
    }
    for (const [key, paidSom] of paidDays) {
      const [id = '', day = ''] = key.split(' ');
      await trx
        .insertInto('customer_paid_day')
        .values({ customer_id: id, business_day: day, paid_som: paidSom })
        .execute();
    }
  });
}

const changes = { announce: () => {} } as unknown as TillParts['changes'];
/** What was looked at is kept for the same open file: another handle of it looks anew. */
const anew = (): Database => ({ ...shop.database });
const verbsOn = (database: Database) => segmentReportVerbs({ database: () => database, changes });
const same = shop.database;

const delay = monitorEventLoopDelay({ resolution: 1 });
const counts = await timesOf(runs, () => shop.ask(verbsOn(anew()).segmentCounts, {}));
delay.enable();
await pause(50);
delay.reset();
await shop.ask(verbsOn(anew()).segmentCounts, {});
await pause(5);
const longestGapMs = delay.max / 1e6;
const gapP99Ms = delay.percentile(99) / 1e6;
delay.disable();
await shop.ask(verbsOn(same).segmentCounts, {});
const countsAgain = await timesOf(runs, () => shop.ask(verbsOn(same).segmentCounts, {}));
const preview = (rule: object, database: Database) => shop.ask(verbsOn(database).segmentPreview, { rule });
const language = { match: 'all', conditions: [{ kind: 'language', isNot: false, languages: ['ru'] }] };
const firstPreview = await timesOf(runs, () => preview(readySegments.notToBeLost, anew()));
const nextPreview = await timesOf(20, () => preview(readySegments.notToBeLost, same));
const easyPreview = await timesOf(20, () => preview(language, same));
const page = await timesOf(20, () =>
  shop.ask(verbsOn(same).segmentMembers, {
    rule: readySegments.lost,
    order: 'recent',
    cursor: null,
    limit: 200,
  }),
);
const abcSales = await timesOf(runs, () => shop.ask(verbsOn(anew()).abc, { by: 'sales' }));
const abcProfit = await timesOf(runs, () => shop.ask(verbsOn(anew()).abc, { by: 'profit' }));
const abcAgain = await timesOf(20, () => shop.ask(verbsOn(same).abc, { by: 'sales' }));
const on = { settings: defaultSettings, today, now: benchNow };
const told = await timesOf(1, () => refreshSegments(same, on));
const toldAgain = await timesOf(runs, () => refreshSegments(same, on));
const atTill = await timesOf(1_000, () => keptSegmentsOf(db, anyOf(customers)));
const { members } = await db
  .selectFrom('segment_member')
  .select(({ fn }) => fn.countAll<number>().as('members'))
  .executeTakeFirstOrThrow();
await shop.close();
console.log(
  JSON.stringify({
    customers: customerCount,
    receipts: saleCount,
    allGroupsFirstMs: percentile(counts.wall, 50),
    allGroupsCpuMs: percentile(counts.cpu, 50),
    allGroupsAgainMs: percentile(countsAgain.wall, 50),
    loopGapWhileCountingP99Ms: gapP99Ms,
    loopGapWhileCountingLongestMs: longestGapMs,
    previewFirstMs: percentile(firstPreview.wall, 50),
    previewFirstCpuMs: percentile(firstPreview.cpu, 50),
    previewNextP50Ms: percentile(nextPreview.wall, 50),
    easyPreviewP50Ms: percentile(easyPreview.wall, 50),
    membersPageP50Ms: percentile(page.wall, 50),
    abcSalesMs: percentile(abcSales.wall, 50),
    abcSalesCpuMs: percentile(abcSales.cpu, 50),
    abcProfitMs: percentile(abcProfit.wall, 50),
    abcProfitCpuMs: percentile(abcProfit.cpu, 50),
    abcAgainP50Ms: percentile(abcAgain.wall, 50),
    membersOfPromotion: members,
    tillToldMs: percentile(told.wall, 50),
    tillToldAgainMs: percentile(toldAgain.wall, 50),
    groupsOfCustomerAtTillP50Ms: percentile(atTill.wall, 50),
    groupsOfCustomerAtTillP99Ms: percentile(atTill.wall, 99),
    calibration: { loopMs: calibrationMs() },
  }),
);
