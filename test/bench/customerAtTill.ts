/** Measures what the till says of a customer with 2,000 receipts of the last year in a shop of 208,000 lines, in ms. */
import { customerAtTill } from '../../electron/report/customerAtTill.ts';
import { warmRhythm } from '../../electron/report/profileRhythm.ts';
import { calibrationMs, percentile, timesOf } from './benchShop.ts';
import { allLines, openFaithfulShop, ownReceipts, pick } from './faithfulShop.ts';

const runs = 200;
const { shop, lastDay, faithful, others } = await openFaithfulShop();
const verb = customerAtTill({ database: () => shop.database });
const ask = (customerId: string) => shop.ask(verb, { customerId });
const first = await timesOf(1, () => ask(faithful));
await warmRhythm(shop.database, lastDay);
const times = await timesOf(runs, () => ask(faithful));
const anybody = await timesOf(runs, () => ask(pick(others)));
await shop.close();
console.log(
  JSON.stringify({
    receipts: ownReceipts,
    lines: allLines,
    runs,
    p50Ms: percentile(times.wall, 50),
    p95Ms: percentile(times.wall, 95),
    cpuP50Ms: percentile(times.cpu, 50),
    cpuP95Ms: percentile(times.cpu, 95),
    anybodyP95Ms: percentile(anybody.wall, 95),
    firstOfAllMs: percentile(first.wall, 50),
    calibration: { loopMs: calibrationMs() },
  }),
);
