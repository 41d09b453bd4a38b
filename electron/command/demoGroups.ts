/** How the demo shop groups its goods: categories and brands told from the words of a name, as a shopkeeper would. */
import type { LocalText } from '../../shared/text.ts';

export interface DemoCategory {
  readonly key: string;
  readonly name: LocalText;
  /** Beginnings of words that tell it; the first category that fits takes the product. */
  readonly words: RegExp;
  /** Goods of it are never discounted. */
  readonly isNeverDiscounted?: boolean;
  /** Goods of it go off: some of them have their last day soon. */
  readonly goesOff?: boolean;
}

const beginning = (...words: readonly string[]) => new RegExp(`(?<!\\p{L})(${words.join('|')})`, 'iu');

export const demoCategories: readonly DemoCategory[] = [
  {
    key: 'alcohol',
    name: { uz: 'Spirtli ichimliklar', ru: 'Алкоголь', en: 'Alcohol' },
    words: beginning(
      'пиво',
      'водк',
      'вино(?!г)',
      'коньяк',
      'шампан',
      'beer',
      'bière',
      'vodka',
      'wine',
      'baltika',
      'балтика',
    ),
    isNeverDiscounted: true,
  },
  {
    key: 'sweets',
    name: { uz: 'Shirinliklar', ru: 'Сладости', en: 'Sweets' },
    words: beginning(
      ...['шоколад', 'конфет', 'вафл', 'печень', 'мармелад', 'зефир', 'карамел', 'пастил', 'батончик'],
      ...['пряник', 'халва', 'жеват', 'choco', 'schoko', 'candy', 'biscuit', 'bisk', 'gofret', 'gaufre'],
      ...[
        'jelly',
        'lokum',
        'helva',
        'cookie',
        'caramel',
        'marshmallow',
        'bebeto',
        'chupa',
        'mentos',
        'halley',
      ],
      ...[
        'delight',
        'nesquik',
        'wafer',
        'bonbon',
        'ulker',
        'ülker',
        'tiramisu',
        'sour',
        'fizzy',
        'птичье',
        'пломбир',
        'морожен',
      ],
    ),
  },
  {
    key: 'bread',
    name: { uz: 'Non va pishiriqlar', ru: 'Хлеб и выпечка', en: 'Bread and pastry' },
    words: beginning(
      ...['хлеб', 'батон', 'булоч', 'булк', 'лаваш', 'кекс', 'рулет', 'круассан', 'пирож', 'сушки', 'баранк'],
      ...['non ', 'buxanka', 'cake', 'donut', 'bread', 'croissant', 'kek'],
    ),
    goesOff: true,
  },
  {
    key: 'dairy',
    name: { uz: 'Sut va tuxum', ru: 'Молоко и яйца', en: 'Milk and eggs' },
    words: beginning(
      ...['молок', 'молоч', 'кефир', 'йогурт', 'био-йогурт', 'творог', 'творож', 'сыр', 'сметан', 'сливк'],
      ...[
        'ряженк',
        'активиа',
        'варенец',
        'яйц',
        'tuxum',
        'простокваш',
        'снежок',
        'айран',
        'sut',
        'milk',
        'cheese',
        'yogurt',
        'yoghurt',
        'peyn',
        'ayran',
        'lait',
      ],
    ),
    goesOff: true,
  },
  {
    key: 'tea',
    name: { uz: 'Choy va qahva', ru: 'Чай и кофе', en: 'Tea and coffee' },
    words: beginning(
      'чай',
      'кофе',
      'какао',
      'koʻk choy',
      'qora choy',
      'tea',
      'thé',
      'çay',
      'cay',
      'coffee',
      'kahve',
    ),
  },
  {
    key: 'drinks',
    name: { uz: 'Ichimliklar', ru: 'Напитки', en: 'Drinks' },
    words: beginning(
      ...['вода', 'сок', 'квас', 'лимонад', 'нектар', 'напиток', 'морс', 'компот', 'cola', 'кола', 'juice'],
      ...[
        'drink',
        'limonade',
        'lemonade',
        'boisson',
        'nectar',
        'water',
        'soda',
        'gazoz',
        'didi',
        'aqua',
        'аква',
        'mirinda',
        'нарзан',
        'минерал',
      ],
    ),
  },
  {
    key: 'meat',
    name: { uz: 'Goʻsht va kolbasa', ru: 'Мясо и колбаса', en: 'Meat and sausage' },
    words: beginning(
      ...['колбас', 'сосиск', 'сардел', 'ветчин', 'мяс', 'говядин', 'свинин', 'фарш', 'пельмен', 'курин'],
      ...['mol goʻshti', 'chicken', 'tavuk', 'sucuk', 'salami'],
    ),
    goesOff: true,
  },
  {
    key: 'grocery',
    name: { uz: 'Yorma, un, makaron', ru: 'Крупы, мука, макароны', en: 'Grains, flour and pasta' },
    words: beginning(
      ...['круп', 'рис', 'греч', 'пшен', 'макарон', 'лапша', 'мука', 'хлопья', 'овсян', 'сахар', 'соль'],
      ...['spaghetti', 'pasta', 'bulgur', 'makarna', 'pirin', 'mercimek', 'shakar', 'guruch', 'un,'],
    ),
  },
  {
    key: 'canned',
    name: { uz: 'Sous va konservalar', ru: 'Соусы и консервы', en: 'Sauces and canned goods' },
    words: beginning(
      ...['кетчуп', 'майонез', 'соус', 'горчиц', 'хрен', 'огурц', 'томат', 'фасоль', 'горошек', 'кукуруз'],
      ...[
        'тушен',
        'перец',
        'лавров',
        'икра',
        'консерв',
        'паста',
        'приправ',
        'ketchup',
        'mayonn',
        'sauce',
        'olive',
        'zeytin',
        'tukas',
      ],
      ...['paste', 'salca', 'salça', 'orbasi', 'çorba', 'soup', 'paxta yogʻi', 'масло'],
    ),
  },
  {
    key: 'snacks',
    name: { uz: 'Gazaklar', ru: 'Снеки и орехи', en: 'Snacks and nuts' },
    words: beginning(
      ...['чипс', 'сухар', 'семеч', 'орех', 'арахис', 'фисташк', 'изюм', 'курага', 'chips', 'snack', 'patos'],
      ...['nuts', 'stick', 'cracker', 'kraker', 'крекер', 'kreker', 'попкорн', 'figs', 'dried'],
    ),
  },
  {
    key: 'greens',
    name: { uz: 'Meva va sabzavot', ru: 'Овощи и фрукты', en: 'Fruit and vegetables' },
    words: beginning('pomidor', 'bodring', 'kartoshka', 'piyoz', 'olma', 'limon$'),
  },
];

export const demoBrands: readonly string[] = [
  ...['Ülker', 'Bebeto', 'Torku', 'Tukaş', 'Çaykur', 'Patos', 'Nesquik', 'Mentos', 'Marmarabirlik', 'Lipton'],
  ...[
    'Baltika',
    'Alpella',
    'Filiz',
    'Biskrem',
    'Bizim Mutfak',
    'Hanımeller',
    'Halley',
    'Chupa Chups',
    'Didi',
  ],
  'Бабаевский',
];

/** Turkish letters as people type them: Ülker is also Ulker. */
const plain = (name: string): string =>
  name.toLowerCase().replaceAll('ı', 'i').normalize('NFD').replace(/\p{M}/gu, '');
const brandKeys = demoBrands.map((brand) => ({ brand, key: plain(brand) }));

export interface DemoGroup {
  readonly category: DemoCategory | null;
  readonly brand: string | null;
  readonly tags: readonly string[];
}

/** Where a product stands; goods that nothing tells stand nowhere, as in every shop. */
export function groupOf(name: string): DemoGroup {
  const category = demoCategories.find(({ words }) => words.test(name)) ?? null;
  const words = ` ${plain(name)} `;
  const brand = brandKeys.find(({ key }) => words.includes(` ${key} `))?.brand ?? null;
  const tags = [
    ...(category?.key === 'greens' ? ['mahalliy'] : []),
    ...(/детск|kids|bebeto|chupa|nesquik|агуша/iu.test(name) ? ['bolalar'] : []),
  ];
  return { category, brand, tags };
}

/** Every eleventh of the goods that go off has its last day within three weeks; told from the code, not by chance. */
export function daysLeftOf(barcode: string, category: DemoCategory | null): number | null {
  if (category?.goesOff !== true) return null;
  const digits = Number(barcode.slice(-7, -1));
  return digits % 11 === 0 ? (digits / 11) % 22 : null;
}
