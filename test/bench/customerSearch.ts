/** Measures the search of one customer among 50,000, as the cashier types: one JSON object with percentiles in ms. */
import { findCustomer } from '../../electron/customer/find.ts';
import { insertCustomer } from '../../electron/customer/rows.ts';
import { transact } from '../../electron/database/transact.ts';
import { businessDay } from '../../shared/time.ts';
import { benchNow, calibrationMs, openBenchShop, percentile, seeded, timesOf } from './benchShop.ts';

const customerCount = 50_000;
const runs = 3_000;

const firstNames = [
  'Oʻktam|Ўктам|Уктам',
  'Xurshid|Хуршид|Khurshid',
  'Dilnoza|Дилноза|Dilnoza',
  'Nodira|Нодира|Nadira',
  'Gʻulom|Ғулом|Гулом',
  'Aziz|Азиз|Aziz',
  'Aziza|Азиза|Aziza',
  'Malika|Малика|Malika',
  'Sardor|Сардор|Sardor',
  'Jasur|Жасур|Джасур',
  'Zulfiya|Зулфия|Зульфия',
  'Shahnoza|Шаҳноза|Шахноза',
  'Bobur|Бобур|Бабур',
  'Feruza|Феруза|Feruza',
  'Ismoil|Исмоил|Исмаил',
  'Kamola|Камола|Камила',
  'Laziz|Лазиз|Laziz',
  'Munira|Мунира|Munira',
  'Otabek|Отабек|Атабек',
  'Rustam|Рустам|Rustam',
  'Saida|Саида|Saida',
  'Timur|Темур|Тимур',
  'Umida|Умида|Umida',
  'Yelena|Елена|Elena',
  'Sergey|Сергей|Sergei',
];
const roots = [
  'Aliyev|Алиев',
  'Qodirov|Қодиров',
  'Karimov|Каримов',
  'Rahimov|Раҳимов',
  'Yusupov|Юсупов',
  'Xoʻjayev|Хўжаев',
  'Toʻrayev|Тўраев',
  'Saidov|Саидов',
  'Ismoilov|Исмоилов',
  'Nazarov|Назаров',
  'Ergashev|Эргашев',
  'Mirzayev|Мирзаев',
  'Abdullayev|Абдуллаев',
  'Usmonov|Усмонов',
  'Gʻaniyev|Ғаниев',
  'Haydarov|Ҳайдаров',
  'Shukurov|Шукуров',
  'Tojiboyev|Тожибоев',
  'Umarov|Умаров',
  'Zokirov|Зокиров',
  'Petrov|Петров',
  'Kim|Ким',
];
const strangers = ['Abdurahmonov', 'Бахтиёр', 'Gavharoy', 'Тошпўлатова', 'Yoqubjon'];
const chance = seeded(50_000);
const pick = <T>(items: readonly T[]): T => items[Math.floor(chance() * items.length)] as T;
const spelled = (names: string) => pick(names.split('|'));

const shop = await openBenchShop();
const phones: string[] = [];
for (let from = 0; from < customerCount; from += 1_000) {
  await transact(shop.database.db, async (trx) => {
    for (let index = from; index < from + 1_000; index++) {
      const id = shop.makeId();
      const phone = `+99890${String(1_000_000 + ((index * 7_919) % 9_000_000))}`;
      phones.push(phone);
      const name = `${spelled(pick(firstNames))} ${spelled(pick(roots))}`;
      await insertCustomer(trx, {
        id,
        now: benchNow,
        businessDay: businessDay(benchNow.slice(0, 10)),
        tillId: shop.makeId(),
        personId: null,
        registered: { name, phone, language: null },
      });
      await trx
        .insertInto('customer_figure')
        .values({
          customer_id: id,
          visits: 1 + (index % 40),
          paid_som: 50_000 * (1 + (index % 40)),
          first_visit_on: '2026-01-10',
          last_visit_on: '2026-11-20',
        })
        .execute();
    }
  });
}

/** What cashiers type: names, also unfinished and together, numbers, and now and then somebody who is not there. */
function typed(): string {
  const name = `${spelled(pick(firstNames))} ${spelled(pick(roots))}`;
  const phone = pick(phones);
  const kind = Math.floor(chance() * 9);
  if (kind === 0) return name;
  if (kind === 1) return name.slice(0, 3);
  if (kind === 2) return name.slice(0, 5);
  if (kind === 3) return name.split(' ')[1] ?? name;
  if (kind === 4) return name.slice(0, name.indexOf(' ') + 3);
  if (kind === 5) return phone.slice(-4);
  if (kind === 6) return phone.slice(4);
  if (kind === 7) return pick(strangers);
  return phone.slice(-7, -1);
}

/** A whole name with two letters in the wrong order, so that nobody fits and a guess is needed. */
function slipped(): string {
  const [first = '', second = ''] = `${spelled(pick(firstNames))} ${spelled(pick(roots))}`.split(' ');
  const at = 1 + Math.floor(chance() * (second.length - 2));
  return `${first} ${second.slice(0, at)}${second[at + 1]}${second[at]}${second.slice(at + 2)}`;
}

const needles = Array.from({ length: runs }, typed);
const slips = Array.from({ length: 1_000 }, slipped);
const shortNeedles = needles.map((needle) => needle.slice(0, 2));
const search = (text: string | undefined) => shop.ask(findCustomer, { text: text ?? '' });
await timesOf(200, (run) => search(needles[run]));
const times = await timesOf(runs, (run) => search(needles[run]));
const slipTimes = await timesOf(slips.length, (run) => search(slips[run]));
const shortTimes = await timesOf(500, (run) => search(shortNeedles[run]));
await shop.close();
console.log(
  JSON.stringify({
    customers: customerCount,
    runs,
    p50Ms: percentile(times.wall, 50),
    p99Ms: percentile(times.wall, 99),
    cpuP50Ms: percentile(times.cpu, 50),
    cpuP99Ms: percentile(times.cpu, 99),
    slippedCpuP50Ms: percentile(slipTimes.cpu, 50),
    slippedCpuP99Ms: percentile(slipTimes.cpu, 99),
    slippedP99Ms: percentile(slipTimes.wall, 99),
    twoSignsCpuP99Ms: percentile(shortTimes.cpu, 99),
    calibration: { loopMs: calibrationMs() },
  }),
);
