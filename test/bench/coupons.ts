/** Measures a batch of 20 000 coupons portion by portion, then report and lists of a large series: one JSON object in ms. */
import { nextPortion } from '../../electron/coupon/batches.ts';
import { listCoupons } from '../../electron/coupon/list.ts';
import { saveSeries } from '../../electron/coupon/verbs.ts';
import { makeBatch, voidBatch } from '../../electron/coupon/verbsOfBatches.ts';
import { hotInsert } from '../../electron/database/hot.ts';
import { transact } from '../../electron/database/transact.ts';
import { couponSeriesReport } from '../../electron/report/couponSeries.ts';
import { inTransaction, systemActor } from '../../electron/verb.ts';
import { basisPoints, som } from '../../shared/money.ts';
import { addSeconds } from '../../shared/time.ts';
import {
  benchNow,
  calibrationMs,
  openBenchShop,
  percentile,
  seeded,
  type Times,
  timesOf,
} from './benchShop.ts';

const batchCount = 5;
const couponsABatch = 20_000;
const useCount = 20_000;
const runs = 50;

const shop = await openBenchShop();
const chance = seeded(20_000);

const { seriesId } = (await shop.ask(saveSeries, {
  intentionId: shop.makeId(),
  seriesId: null,
  name: { uz: 'Tarqatma kupon' },
  content: {
    benefit: { kind: 'amount', amountSom: som(5_000) },
    scope: { kind: 'all' },
    minimumSom: som(50_000),
    validity: { kind: 'days', days: 14 },
    giving: { kind: 'byHand' },
    holding: 'bearer',
    mayBeGivenOn: false,
    usesPerCoupon: 1,
    budgetSom: null,
    codes: { kind: 'own' },
    usedAt: 'here',
    partnerBearsBasisPoints: basisPoints(0),
    conditions: null,
  },
  partnerId: null,
  isGiven: true,
})) as { readonly seriesId: string };

let now = benchNow;
const batchIds: string[] = [];
const portions: Times[] = [];
for (let batch = 0; batch < batchCount; batch++) {
  batchIds.push(await begin());
  portions.push(await everyPortion());
}
await useSome();

const report = couponSeriesReport({ database: () => shop.database });
const list = (state: string | null) => timesOf(runs, () => shop.ask(listCoupons, pageOf({ state })));
const reportTimes = await timesOf(runs, () => shop.ask(report, { seriesId }));
const lists = {
  all: told(await list(null)),
  issued: told(await list('issued')),
  redeemed: told(await list('redeemed')),
  expired: told(await list('expired')),
};
const voiding = await timesOf(1, () =>
  shop.ask(voidBatch, { intentionId: shop.makeId(), batchId: batchIds[0], reason: 'bench' }),
);
const sweeping = await everyPortion();
await shop.close();

console.log(
  JSON.stringify({
    coupons: batchCount * couponsABatch,
    uses: useCount,
    portion: told(portions[0] as Times),
    portionOfLastBatch: told(portions[batchCount - 1] as Times),
    report: told(reportTimes),
    lists,
    voidBatch: told(voiding),
    sweepPortion: told(sweeping),
    calibration: { loopMs: calibrationMs() },
  }),
);

async function begin(): Promise<string> {
  const batch = { seriesId, kind: 'sheet8', label: '', languages: ['uz'], count: couponsABatch };
  const made = await shop.ask(makeBatch, { intentionId: shop.makeId(), ...batch });
  return (made as { readonly batchId: string }).batchId;
}

/** Does all that batches have to do, and times each portion. */
async function everyPortion(): Promise<Times> {
  const each: Times[] = [];
  for (let isDone = false; !isDone; ) {
    each.push(
      await timesOf(1, async () => {
        // Time goes on between portions, as it does at a till.
        now = addSeconds(now, 1);
        const done = await inTransaction(shop.host, { key: 'bench' }, systemActor(shop.tillId), (scope) =>
          nextPortion({ ...scope, now }),
        );
        isDone = done === null;
      }),
    );
  }
  const sorted = (of: 'wall' | 'cpu') => each.flatMap((times) => times[of]).sort((a, b) => a - b);
  return { wall: sorted('wall'), cpu: sorted('cpu') };
}

/** Uses one coupon in five, spread over the batches. */
async function useSome(): Promise<void> {
  const insertUses = hotInsert('coupon_use', [
    'code',
    'use_no',
    'series_id',
    'sale_id',
    'business_day',
    'used_at',
    'person_id',
    'receipt_number',
    'customer_id',
    'amount_som',
    'partner_share_som',
    'sale_net_som',
    'is_first_purchase',
    'is_after_payment_key',
    'goodwill_reason',
  ]);
  const { db } = shop.database;
  const customers = Array.from({ length: 5_000 }, shop.makeId);
  const codes = await db.selectFrom('coupon').select('code').orderBy('code').limit(useCount).execute();
  await transact(db, (trx) =>
    insertUses.many(
      trx,
      codes.map(({ code }, index) => ({
        code,
        use_no: 1,
        series_id: seriesId,
        sale_id: shop.makeId(),
        business_day: benchNow.slice(0, 10),
        used_at: benchNow,
        person_id: shop.personId,
        receipt_number: index + 1,
        customer_id: customers[index % customers.length] ?? null,
        amount_som: 5_000,
        partner_share_som: 0,
        sale_net_som: 50_000 + Math.floor(chance() * 100_000),
        is_first_purchase: 0,
        is_after_payment_key: 0,
        goodwill_reason: null,
      })),
    ),
  );
}

function pageOf(different: { readonly state: string | null }) {
  return { seriesId, batchId: null, customerId: null, cursor: null, limit: 50, ...different };
}

function told({ wall, cpu }: Times) {
  return {
    p50Ms: percentile(wall, 50),
    p99Ms: percentile(wall, 99),
    cpuP50Ms: percentile(cpu, 50),
    cpuP99Ms: percentile(cpu, 99),
  };
}
