/** Measures looking up a scanned bar code among 100,000 products, and finding one by name: one JSON object in ms. */
import { listProducts } from '../../electron/catalogue/list.ts';
import { productByBarcode } from '../../electron/catalogue/queries.ts';
import { hotInsert } from '../../electron/database/hot.ts';
import { transact } from '../../electron/database/transact.ts';
import { searchTextOf } from '../../shared/text.ts';
import { benchNow, calibrationMs, openBenchShop, percentile, seeded, timesOf } from './benchShop.ts';

const productCount = 100_000;
const runs = 20_000;

const kinds = [
  'Choy',
  'Non',
  'Sut',
  'Yogʻ',
  'Guruch',
  'Shakar',
  'Sovun',
  'Suv',
  'Kolbasa',
  'Pishloq',
  'Мука',
  'Сок',
];
const makers = [
  'Alokozay',
  'Nestlé',
  'Oltin',
  'Toshkent',
  'Hydrolife',
  'Lactel',
  'Rohat',
  'Makiz',
  'Добрый',
  'Сава',
];

const insertProducts = hotInsert('product', [
  'id',
  'name_json',
  'search_text',
  'unit',
  'price_som',
  'vat_kind',
  'vat_basis_points',
  'category_id',
  'is_quick_good',
  'is_active',
  'created_at',
  'changed_at',
]);
const insertBarcodes = hotInsert('product_barcode', ['barcode', 'product_id']);

const chance = seeded(100_000);
const pick = <T>(items: readonly T[]): T => items[Math.floor(chance() * items.length)] as T;
const shop = await openBenchShop();
const { db } = shop.database;
const barcodes: string[] = [];
for (let from = 0; from < productCount; from += 2_000) {
  await transact(db, async (trx) => {
    for (let index = from; index < from + 2_000; index++) {
      const id = shop.makeId();
      const name = `${pick(kinds)} ${pick(makers)} ${index % 977}`;
      const barcode = `478${String((index * 7_919) % 10_000_000_000).padStart(10, '0')}`;
      barcodes.push(barcode);
      await insertProducts.one(trx, {
        id,
        name_json: JSON.stringify({ uz: name }),
        search_text: searchTextOf(name),
        unit: 'piece',
        price_som: 1_000 + index,
        vat_kind: 'shop',
        vat_basis_points: null,
        category_id: null,
        is_quick_good: 0,
        is_active: 1,
        created_at: benchNow,
        changed_at: benchNow,
      });
      await insertBarcodes.one(trx, { barcode, product_id: id });
    }
  });
}

const scan = () => productByBarcode(db, pick(barcodes), { vatBasisPoints: null });
await timesOf(1_000, scan);
const scans = await timesOf(runs, scan);
const unknown = await timesOf(1_000, (run) =>
  productByBarcode(db, `99${run}`.padEnd(13, '0'), { vatBasisPoints: null }),
);
const byName = await timesOf(200, () =>
  shop.ask(listProducts, { search: `${pick(kinds)} ${pick(makers).slice(0, 3)}`, cursor: null, limit: 20 }),
);
const byOneWord = await timesOf(100, () =>
  shop.ask(listProducts, { search: pick(kinds), cursor: null, limit: 20 }),
);
await shop.close();
console.log(
  JSON.stringify({
    products: productCount,
    runs,
    scanP50Ms: percentile(scans.wall, 50),
    scanP95Ms: percentile(scans.wall, 95),
    scanCpuP95Ms: percentile(scans.cpu, 95),
    unknownP95Ms: percentile(unknown.wall, 95),
    twoWordsCpuP95Ms: percentile(byName.cpu, 95),
    oneWordCpuP95Ms: percentile(byOneWord.cpu, 95),
    calibration: { loopMs: calibrationMs() },
  }),
);
