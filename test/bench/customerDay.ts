/** Measures the report of a day's customers over a million stored sales, from the question to the answer: one JSON object in ms. */
import { insertCustomer } from '../../electron/customer/rows.ts';
import { hotInsert } from '../../electron/database/hot.ts';
import type { Tables } from '../../electron/database/tables.ts';
import { transact } from '../../electron/database/transact.ts';
import { customerDayVerbs } from '../../electron/report/customerDay.ts';
import { insertRows } from '../../electron/sale/queries.ts';
import { addDays, businessDay } from '../../shared/time.ts';
import { benchNow, calibrationMs, openBenchShop, percentile, seeded, timesOf } from './benchShop.ts';

const saleCount = Number(process.argv[2] ?? 1_000_000);
const customerCount = 50_000;
const couponCount = 20_000;
const debtCount = 2_000;
const salesADay = 1_400;
const rowsAtOnce = 5_000;
const runs = 50;

const chance = seeded(2_000_000);
const shop = await openBenchShop();
const { db } = shop.database;
const lastDay = businessDay(benchNow.slice(0, 10));
const customers = Array.from({ length: customerCount }, shop.makeId);
const shiftId = shop.makeId();
const seriesId = shop.makeId();

/** What the sales below come to for each customer. */
interface Figure {
  visits: number;
  receipts: number;
  paidSom: number;
  firstOn: string;
  lastOn: string;
}
const figures = new Map<string, Figure>();

function count(customerId: string, day: string, netSom: number): void {
  const known = figures.get(customerId);
  if (known === undefined) {
    figures.set(customerId, { visits: 1, receipts: 1, paidSom: netSom, firstOn: day, lastOn: day });
    return;
  }
  if (known.lastOn !== day) known.visits += 1;
  known.receipts += 1;
  known.paidSom += netSom;
  known.lastOn = day;
}

const days: string[] = [];
const dayOf = (index: number): string => {
  const ago = Math.floor((saleCount - 1 - index) / salesADay);
  days[ago] ??= addDays(lastDay, -ago);
  return days[ago];
};

/** Few come often and many rarely: the square of a chance. */
const someCustomer = (): string => customers[Math.floor(chance() ** 2 * customerCount)] as string;

function saleRow(index: number): Tables['sale'] {
  const day = dayOf(index);
  const minute = Math.floor(((index % salesADay) / salesADay) * 840) + 180;
  const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  const netSom = 5_000 + Math.floor(chance() * 95_000);
  const customerId = chance() < 0.6 ? someCustomer() : null;
  if (customerId !== null) count(customerId, day, netSom);
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
    bonus_earned_som: Math.floor(netSom / 50),
    bonus_balance_som: null,
    line_count: 1,
    has_debt_earned: 0,
    entered_at: null,
  };
}

await transact(db, async (trx) => {
  for (const [index, id] of customers.entries()) {
    const registered = { name: `Mijoz ${index}`, phone: `+99890${1_000_000 + index}`, language: null };
    const making = { now: benchNow, businessDay: lastDay, tillId: shop.makeId(), personId: null };
    await insertCustomer(trx, { ...making, id, registered });
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
  await trx
    .insertInto('coupon_series')
    .values({ id: seriesId, name_json: '{}', content_json: '{}', is_given: 1, created_at: benchNow })
    .execute();
});

const insertPostings = hotInsert('posting', [
  'id',
  'document_kind',
  'document_id',
  'business_day',
  'posted_at',
  'reason',
]);
const insertEntries = hotInsert('posting_entry', [
  'posting_id',
  'entry_no',
  'account_kind',
  'subject_id',
  'amount_som',
]);

for (let from = 0; from < saleCount; from += rowsAtOnce) {
  await transact(db, async (trx) => {
    for (let index = from; index < Math.min(from + rowsAtOnce, saleCount); index++) {
      const sale = saleRow(index);
      await insertRows(trx, { sale, lines: [], adjustments: [], tenders: [] });
      // Postings of the last two days: no other day's are read.
      if (index < saleCount - 2 * salesADay) continue;
      const posting = { id: shop.makeId(), document_kind: 'sale', document_id: sale.id, reason: 'sale' };
      await insertPostings.one(trx, {
        ...posting,
        business_day: sale.business_day,
        posted_at: sale.sold_at,
      });
      await insertEntries.many(trx, [
        {
          posting_id: posting.id,
          entry_no: 1,
          account_kind: 'sales',
          subject_id: 'shop',
          amount_som: -2_000,
        },
        {
          posting_id: posting.id,
          entry_no: 2,
          account_kind: 'bonusCost',
          subject_id: 'shop',
          amount_som: 1_000,
        },
        {
          posting_id: posting.id,
          entry_no: 3,
          account_kind: 'bonusLiability',
          subject_id: sale.customer_id ?? sale.id,
          amount_som: -1_000,
        },
      ]);
    }
  });
}

const insertFigures = hotInsert('customer_figure', [
  'customer_id',
  'visits',
  'receipts',
  'paid_som',
  'first_visit_on',
  'last_visit_on',
]);
const insertCoupons = hotInsert('coupon', [
  'code',
  'series_id',
  'state',
  'valid_from',
  'expires_on',
  'issued_at',
]);
const insertDebts = hotInsert('debt', [
  'id',
  'customer_id',
  'origin',
  'sale_id',
  'taken_on',
  'due_on',
  'amount_som',
  'open_som',
  'note',
  'created_by',
  'created_at',
]);
await transact(db, async (trx) => {
  await insertFigures.many(
    trx,
    [...figures].map(([customer_id, figure]) => ({
      customer_id,
      visits: figure.visits,
      receipts: figure.receipts,
      paid_som: figure.paidSom,
      first_visit_on: figure.firstOn,
      last_visit_on: figure.lastOn,
    })),
  );
  await insertCoupons.many(
    trx,
    Array.from({ length: couponCount }, (_, index) => ({
      code: `K${index}`,
      series_id: seriesId,
      state: 'issued',
      valid_from: lastDay,
      expires_on: addDays(lastDay, 30),
      issued_at: `${addDays(lastDay, -(index % 60))}T09:00:00.000Z`,
    })),
  );
  await insertDebts.many(
    trx,
    Array.from({ length: debtCount }, (_, index) => ({
      id: shop.makeId(),
      customer_id: customers[index] as string,
      origin: 'notebook',
      sale_id: null,
      taken_on: addDays(lastDay, -40),
      due_on: addDays(lastDay, (index % 30) - 10),
      amount_som: 10_000,
      open_som: 10_000,
      note: '',
      created_by: shop.personId,
      created_at: benchNow,
    })),
  );
});

const { customerDay } = customerDayVerbs({
  database: () => shop.database,
  printQueue: { wake: () => {} },
});
const measure = async (day: string | null) => {
  const ask = () => shop.ask(customerDay, { day });
  const answer = (await ask()) as { readonly customers: object; readonly missing: { count: number } | null };
  const times = await timesOf(runs, ask);
  return {
    customers: answer.customers,
    missing: answer.missing?.count ?? null,
    p50Ms: percentile(times.wall, 50),
    p95Ms: percentile(times.wall, 95),
    cpuP50Ms: percentile(times.cpu, 50),
  };
};
const today = await measure(null);
const yesterday = await measure(addDays(lastDay, -1));
await shop.close();
console.log(
  JSON.stringify({
    sales: saleCount,
    customers: customerCount,
    runs,
    today,
    yesterday,
    calibration: { loopMs: calibrationMs() },
  }),
);
