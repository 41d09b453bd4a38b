/**
 * Measures `sale.complete`: 8 lines, a customer with a card, bonus spent, a coupon redeemed and one given, journal,
 * print job. One JSON object. Wall time on the disk against the same bytes written and synced, CPU on a RAM disk against
 * prepared statements that write the same rows; both interleaved in one run.
 */
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  fdatasyncSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { seededRandom } from '../../electron/command/seededRandom.ts';
import { calibrationMs, percentile } from './benchShop.ts';
import { preparedWriter, rowCount, rowReader } from './sameRows.ts';
import { openSellingShop, type SaleToComplete, type SellingShop } from './sellingShop.ts';

const customers = 80;
const salesPerBlock = 20;
const wallSales = 400;
const cpuRounds = 40;
const warmRounds = 10;
const ramDisk = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

async function inFolder<T>(parent: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(parent, 'daftar-sale-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const openShopIn = (folder: string) => openSellingShop(folder, customers, seededRandom(11).bytes);
const fileOf = (folder: string) => join(folder, 'daftar.db');
const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const rounded = (value: number, digits = 2) => Math.round(value * 10 ** digits) / 10 ** digits;

let nextCustomer = 0;
async function prepareBlock(shop: SellingShop): Promise<readonly SaleToComplete[]> {
  const block: SaleToComplete[] = [];
  for (let sale = 0; sale < salesPerBlock; sale += 1) {
    block.push(await shop.prepare(nextCustomer));
    nextCustomer = (nextCustomer + 1) % customers;
  }
  return block;
}

/** The bytes that a sale adds to the write-ahead file, while it has not come round yet. */
async function bytesPerSale(shop: SellingShop, folder: string): Promise<number> {
  const other = new Sqlite(fileOf(folder));
  const sizes: number[] = [];
  for (let sample = 0; sample < 5; sample += 1) {
    const [sale] = await prepareBlock(shop);
    other.pragma('wal_checkpoint(truncate)');
    if (sale !== undefined) await shop.complete(sale);
    sizes.push(statSync(`${fileOf(folder)}-wal`).size);
  }
  other.close();
  return median(sizes);
}

async function timed(work: () => unknown): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** Every sale is followed by the same bytes appended and synced, so that both meet the same disk. */
async function wall() {
  return inFolder(tmpdir(), async (folder) => {
    const shop = await openShopIn(folder);
    const bytes = Buffer.alloc(await bytesPerSale(shop, folder), 7);
    const floor = openSync(join(folder, 'floor'), 'w');
    const append = () => {
      writeSync(floor, bytes);
      fdatasyncSync(floor);
    };
    const sales: number[] = [];
    const floors: number[] = [];
    for (let done = 0; done < wallSales; done += salesPerBlock) {
      for (const sale of await prepareBlock(shop)) {
        sales.push(await timed(() => shop.complete(sale)));
        floors.push(await timed(append));
      }
    }
    closeSync(floor);
    await shop.close();
    const sorted = (values: number[]) => values.sort((a, b) => a - b);
    return {
      wallP50Ms: percentile(sorted(sales), 50),
      wallP99Ms: percentile(sorted(sales), 99),
      floorP50Ms: percentile(sorted(floors), 50),
      floorP99Ms: percentile(sorted(floors), 99),
      bytesPerSale: bytes.length,
    };
  });
}

/** Writing one page over and over and syncing it: what the disk of this machine takes at this moment. */
async function oneSync(folder: string): Promise<number> {
  const file = openSync(join(folder, 'sync'), 'w');
  const page = Buffer.alloc(4096, 7);
  const times: number[] = [];
  for (let run = 0; run < 50; run += 1) {
    writeSync(file, page, 0, page.length, 0);
    times.push(await timed(() => fdatasyncSync(file)));
  }
  closeSync(file);
  return percentile(
    times.sort((a, b) => a - b),
    50,
  );
}

function cpuMicroseconds(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** Blocks of sales through the till and blocks of the same rows by prepared statements, in turn. */
async function cpu() {
  return inFolder(ramDisk, async (folder) => {
    const shop = await openShopIn(folder);
    const copy = join(folder, 'prepared.db');
    const source = new Sqlite(fileOf(folder));
    source.exec(`vacuum into '${copy}'`);
    source.close();
    const reader = rowReader(fileOf(folder));
    const writer = preparedWriter(copy);
    const till: number[] = [];
    const prepared: number[] = [];
    let rows = 0;
    for (let round = 0; round < cpuRounds + warmRounds; round += 1) {
      const block = await prepareBlock(shop);
      for (const sale of block) writer.addBasket(reader.readBasket(sale.saleId));
      const before = cpuMicroseconds();
      const done: string[] = [];
      for (const sale of block) done.push(await shop.complete(sale));
      const tillCpu = cpuMicroseconds() - before;
      const laidOut = block.map((sale, index) => reader.read(sale.saleId, done[index] ?? ''));
      rows = rowCount(laidOut[0] ?? reader.read('', ''));
      const writes = laidOut.map((sale) => writer.layOut(sale));
      const from = cpuMicroseconds();
      for (const write of writes) write();
      const preparedCpu = cpuMicroseconds() - from;
      if (round < warmRounds) continue;
      till.push(tillCpu / salesPerBlock);
      prepared.push(preparedCpu / salesPerBlock);
    }
    reader.close();
    writer.close();
    await shop.close();
    return {
      cpuRatio: rounded(median(till.map((value, index) => value / (prepared[index] ?? Number.NaN)))),
      cpuMicrosecondsPerSale: { till: rounded(median(till), 0), prepared: rounded(median(prepared), 0) },
      rowsPerSale: rows,
    };
  });
}

/** What the child does that is watched: sells, and says when it began and ended. */
async function sellUnderWatch(): Promise<void> {
  await inFolder(tmpdir(), async (folder) => {
    const shop = await openShopIn(folder);
    const spans: [number, number][] = [];
    let sales = 0;
    for (let block = 0; block < 15; block += 1) {
      const prepared = await prepareBlock(shop);
      const from = Date.now() / 1000;
      for (const sale of prepared) await shop.complete(sale);
      spans.push([from, Date.now() / 1000]);
      sales += prepared.length;
    }
    await shop.close();
    console.log(JSON.stringify({ spans, sales }));
  });
}

/** Counted from outside by strace, all threads; null with the reason where there is none. */
function fsyncs(): { fsyncsPerSale: number | null; fsyncsReason?: string } {
  const log = join(mkdtempSync(join(tmpdir(), 'daftar-strace-')), 'log');
  const watch = ['-f', '--seccomp-bpf', '-ttt', '-e', 'trace=fsync,fdatasync', '-o', log];
  const child = spawnSync('strace', [...watch, process.execPath, import.meta.filename, 'watched'], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (child.error !== undefined || child.status !== 0) {
    return { fsyncsPerSale: null, fsyncsReason: child.error?.message ?? child.stderr.slice(-200) };
  }
  const { spans, sales } = JSON.parse(child.stdout) as { spans: [number, number][]; sales: number };
  const moments = readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => /f(data)?sync\(/.test(line))
    .map((line) => Number(line.split(/\s+/)[1]));
  const inside = moments.filter((moment) => spans.some(([from, to]) => from <= moment && moment <= to));
  return { fsyncsPerSale: rounded(inside.length / sales, 3) };
}

/** `wall`, `cpu` or `fsyncs` measures that part alone. */
const [part] = process.argv.slice(2);
if (part === 'watched') {
  await sellUnderWatch();
} else {
  const wanted = (name: string) => part === undefined || part === name;
  const integerLoopMs = calibrationMs();
  console.log(
    JSON.stringify({
      bench: 'sale',
      lines: 8,
      ...(wanted('wall') ? await wall() : {}),
      ...(wanted('cpu') ? await cpu() : {}),
      ...(wanted('fsyncs') ? fsyncs() : {}),
      calibration: {
        integerLoopMs,
        fdatasyncMs: await inFolder(tmpdir(), async (folder) => oneSync(folder)),
      },
    }),
  );
}
