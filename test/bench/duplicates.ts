/** Measures how long it takes to find the pairs who may be one person among 50,000 customers; one JSON object in ms. */

import { findDuplicates } from '../../electron/customer/duplicates.ts';
import { addWords } from '../../electron/customer/spelling.ts';
import { hotInsert } from '../../electron/database/hot.ts';
import { transact } from '../../electron/database/transact.ts';
import { searchTextOf } from '../../shared/text.ts';
import { benchNow, calibrationMs, openBenchShop, percentile, seeded } from './benchShop.ts';

const count = Number(process.argv[2] ?? 50_000);
const chance = seeded(count);
const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;

const firstNames = [
  'Dilnoza',
  'Oʻktam',
  'Xurshid',
  'Шавкат',
  'Gulnora',
  'Азиз',
  'Malika',
  'Sherzod',
  'Nodira',
  'Лола',
];
const roots = [
  'Karim',
  'Qodir',
  'Юсуп',
  'Toʻxta',
  'Rahim',
  'Абдулла',
  'Salim',
  'Нур',
  'Ergash',
  'Hamid',
  'Umar',
  'Vali',
];
const endings = ['ov', 'ova', 'boyev', 'boyeva', 'ов', 'ова', 'jonov', 'jonova'];
const districts = [
  'Chilonzor',
  'Юнусабад',
  'Sergeli',
  'Mirobod',
  'Olmazor',
  'Яккасарай',
  'Bektemir',
  'Uchtepa',
];

const shop = await openBenchShop();
const insert = hotInsert('customer', [
  'id',
  'name',
  'phone',
  'phone_last4',
  'language',
  'search_text',
  'is_registered',
  'created_at',
  'created_by',
  'birth_date',
  'address',
  'district',
]);

function customer(index: number) {
  const name = `${pick(roots)}${pick(endings)} ${pick(firstNames)}`;
  const phone = `+99890${1_000_000 + index}`;
  const day = `${1960 + Math.floor(chance() * 45)}-0${1 + Math.floor(chance() * 9)}-${10 + Math.floor(chance() * 18)}`;
  return {
    id: shop.makeId(),
    name,
    phone,
    phone_last4: String(Math.floor(chance() * 10_000)).padStart(4, '0'),
    language: null,
    search_text: `${searchTextOf(name)} ${phone.slice(1)}`,
    is_registered: 1 as const,
    created_at: benchNow,
    created_by: null,
    birth_date: chance() < 0.7 ? day : null,
    address: chance() < 0.3 ? `Navoiy koʻchasi ${Math.floor(chance() * 5_000)}` : '',
    district: chance() < 0.8 ? pick(districts) : '',
  };
}

const people = Array.from({ length: count }, (_, index) => customer(index));
await transact(shop.database.db, async (trx) => {
  await insert.many(trx, people);
  await addWords(
    trx,
    people.map(({ search_text }) => search_text),
  );
});
const taken: number[] = [];
let pairs = 0;
for (let run = 0; run < 5; run++) {
  const from = performance.now();
  pairs = (await findDuplicates(shop.database)).length;
  taken.push(performance.now() - from);
}
await shop.close();
const sorted = taken.toSorted((a, b) => a - b);
console.log(
  JSON.stringify({
    customers: count,
    pairs,
    findMs: { p50: Math.round(percentile(sorted, 50)), most: Math.round(percentile(sorted, 100)) },
    calibration: { loopMs: calibrationMs() },
  }),
);
