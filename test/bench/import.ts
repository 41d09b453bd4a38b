/**
 * Measures imports of 50,000 goods and of 50,000 customers with opening balances through the service: the check by portions,
 * the one transaction that carries it out, and taking it out again; one JSON object in ms.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { finishImport } from '../../electron/exchange/finishImport.ts';
import { clearStaged, startImport, takeRows } from '../../electron/exchange/takeRows.ts';
import { undoImport } from '../../electron/exchange/undoImport.ts';
import { gs1CheckDigit } from '../../shared/checkDigit.ts';
import { rowsAtOnce } from '../../shared/exchange/contract.ts';
import type { ImportKind } from '../../shared/exchange/fields.ts';
import { calibrationMs, openBenchShop, percentile, seeded } from './benchShop.ts';

const rowCount = Number(process.argv[2] ?? 50_000);
const chance = seeded(rowCount);
const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;

const words = [
  'Choy',
  'Non',
  'Sut',
  'Qand',
  'Guruch',
  'Шоколад',
  'Сок',
  'Печенье',
  'Yogʻ',
  'Suv',
  'Makaron',
  'Кофе',
];
const firstNames = ['Dilnoza', 'Oʻktam', 'Xurshid', 'Шавкат', 'Gulnora', 'Азиз', 'Malika', 'Sherzod'];
const lastNames = ['Karimova', 'Qodirov', 'Юсупов', 'Toʻxtayeva', 'Rahimov', 'Абдуллаева'];

function product(index: number): Record<string, string> {
  const body = `460${String(index).padStart(9, '0')}`;
  return {
    name: `${pick(words)} ${pick(words)} ${index} ${Math.floor(chance() * 900) + 100} g`,
    barcode: `${body}${gs1CheckDigit(body)}`,
    category: `${pick(words)}/${pick(words)}`,
    price: `${Math.floor(chance() * 90) + 10} 500,00`,
    cost: String(Math.floor(chance() * 9000) + 500),
    unit: pick(['шт', 'кг', 'dona']),
  };
}

function customer(index: number): Record<string, string> {
  return {
    name: `${pick(lastNames)} ${pick(firstNames)}`,
    phone: `90 ${String(1_000_000 + index)}`,
    card: `C${String(index).padStart(7, '0')}`,
    birthDate: `${1 + (index % 28)}.0${1 + (index % 9)}.19${60 + (index % 39)}`,
    bonus: String(Math.floor(chance() * 50_000)),
    ...(index % 5 === 0 ? { debt: String(10_000 + index) } : {}),
    visits: String(index % 90),
    spent: String(index * 100),
  };
}

const shop = await openBenchShop();
const parts = { database: () => shop.database, note: () => {} };
const options = {
  known: 'update',
  unknown: 'add',
  language: 'uz',
  dayOrder: 'dayFirst',
  bonusExpiry: 'shop',
};

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

async function measure(kind: ImportKind, rowOf: (index: number) => Record<string, string>) {
  const rows = Array.from({ length: rowCount }, (_, index) => ({ row: index + 2, cells: rowOf(index) }));
  const gaps = monitorEventLoopDelay({ resolution: 1 });
  const { importId } = (await shop.ask(startImport(parts), {
    intentionId: shop.makeId(),
    kind,
    fileName: 'bench.xlsx',
    format: 'generic',
    fingerprint: kind,
    mapping: [],
    options,
  })) as { readonly importId: string };
  const portions: number[] = [];
  const cpuFrom = process.cpuUsage();
  gaps.enable();
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const portion = rows.slice(from, from + rowsAtOnce);
    portions.push(
      await timed(() => shop.ask(takeRows, { intentionId: shop.makeId(), importId, rows: portion })),
    );
  }
  const finishMs = await timed(() => shop.ask(finishImport(parts), { intentionId: shop.makeId(), importId }));
  const { user, system } = process.cpuUsage(cpuFrom);
  const longestGapMs = gaps.max / 1e6;
  gaps.disable();
  await clearStaged(shop.database.db);
  const undoMs = await timed(() => shop.ask(undoImport, { intentionId: shop.makeId(), importId }));
  const checkMs = portions.reduce((sum, ms) => sum + ms, 0);
  const sorted = portions.toSorted((a, b) => a - b);
  return {
    rows: rowCount,
    checkMs: Math.round(checkMs),
    portion: { p50: percentile(sorted, 50), p99: percentile(sorted, 99), most: percentile(sorted, 100) },
    finishMs: Math.round(finishMs),
    totalMs: Math.round(checkMs + finishMs),
    // Of the processor, which a busy machine does not change as much as the wall.
    cpuMs: Math.round((user + system) / 1000),
    longestGapMs: Math.round(longestGapMs),
    undoMs: Math.round(undoMs),
  };
}

const products = await measure('products', product);
const customers = await measure('customers', customer);
await shop.close();
console.log(JSON.stringify({ products, customers, calibration: { loopMs: calibrationMs() } }));
