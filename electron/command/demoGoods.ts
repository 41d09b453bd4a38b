/** What the demo shop sells: real packed goods from a file, and the loose goods of every shop. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Unit } from '../../shared/basket.ts';
import type { ContentUnit } from '../../shared/catalogue/unitPrice.ts';
import { gs1CheckDigit } from '../../shared/checkDigit.ts';
import type { Language, LocalText } from '../../shared/text.ts';
import { resourceFolder } from '../resourceFolder.ts';

interface Content {
  readonly thousandths: number;
  readonly unit: ContentUnit;
}

export interface DemoProduct {
  readonly name: LocalText;
  readonly barcode: string;
  readonly unit: Unit;
  readonly priceSom: number;
  readonly isQuickGood: boolean;
  /** What a pack holds, for the price of a kilogram or a litre; null for what is weighed, and where nobody knows. */
  readonly content: Content | null;
  /** One line for the receipt and the price check. */
  readonly advice: LocalText | null;
}

/** Fields of a plain CSV line; the demo's files quote a field only when it holds a comma. */
export function csvFields(line: string): readonly string[] {
  const fields = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? [];
  return fields
    .slice(0, line.endsWith(',') ? undefined : Math.max(1, fields.length - 1))
    .map((field) => field.replace(/,$/, '').replace(/^"|"$/g, '').replaceAll('""', '"'));
}

function linesOf(file: string): readonly (readonly string[])[] {
  const text = readFileSync(join(resourceFolder(), 'demo', file), 'utf8');
  return text.trim().split('\n').slice(1).map(csvFields);
}

export function packedGoods(): readonly DemoProduct[] {
  return linesOf('products.csv').map(([barcode = '', name = '', price = '']) => ({
    name: { uz: name },
    barcode,
    unit: 'piece',
    priceSom: Number(price),
    isQuickGood: false,
    content: null,
    advice: null,
  }));
}

type Loose = readonly [
  uz: string,
  ru: string,
  en: string,
  unit: Unit,
  priceSom: number,
  isQuickGood: boolean,
];

const loose: readonly Loose[] = [
  ['Non «Patir»', 'Лепёшка патыр', 'Patir bread', 'piece', 6000, true],
  ['Buxanka non', 'Хлеб буханка', 'Loaf of bread', 'piece', 3500, true],
  ['Koʻk choy 95, 100 g', 'Зелёный чай 95, 100 г', 'Green tea 95, 100 g', 'piece', 9500, true],
  ['Qora choy, 100 g', 'Чёрный чай, 100 г', 'Black tea, 100 g', 'piece', 11_000, true],
  ['Pomidor', 'Помидоры', 'Tomatoes', 'kilogram', 18_000, true],
  ['Bodring', 'Огурцы', 'Cucumbers', 'kilogram', 14_000, true],
  ['Kartoshka', 'Картофель', 'Potatoes', 'kilogram', 6500, true],
  ['Piyoz', 'Лук', 'Onions', 'kilogram', 4500, true],
  ['Tuxum, 10 dona', 'Яйца, 10 шт.', 'Eggs, 10 pieces', 'pack', 16_000, true],
  ['Shakar', 'Сахар', 'Sugar', 'kilogram', 13_500, true],
  ['Guruch «Lazer»', 'Рис «Лазер»', 'Lazer rice', 'kilogram', 24_000, true],
  ['Un, oliy nav', 'Мука высший сорт', 'Flour, first grade', 'kilogram', 7500, true],
  ['Sut, 1 l', 'Молоко, 1 л', 'Milk, 1 l', 'piece', 13_000, true],
  ['Paket', 'Пакет', 'Bag', 'piece', 1000, true],
  ['Olma', 'Яблоки', 'Apples', 'kilogram', 15_000, false],
  ['Limon', 'Лимон', 'Lemon', 'piece', 4000, false],
  ['Mol goʻshti', 'Говядина', 'Beef', 'kilogram', 95_000, false],
  ['Paxta yogʻi', 'Хлопковое масло', 'Cottonseed oil', 'litre', 19_000, false],
];

type Known = Pick<DemoProduct, 'content' | 'advice'>;
const grams = (thousandths: number): Content => ({ thousandths, unit: 'kilogram' });

/** What the shop says of some of them, by their Uzbek names. */
const knownOf: Readonly<Record<string, Known>> = {
  'Koʻk choy 95, 100 g': {
    content: grams(100),
    advice: {
      uz: 'Koʻk choy: 80 °C suvda 3 daqiqa damlang.',
      ru: 'Зелёный чай: заваривайте 3 минуты при 80 °C.',
      en: 'Green tea: brew for 3 minutes at 80 °C.',
    },
  },
  'Qora choy, 100 g': { content: grams(100), advice: null },
  'Tuxum, 10 dona': { content: { thousandths: 10_000, unit: 'piece' }, advice: null },
  'Sut, 1 l': {
    content: { thousandths: 1000, unit: 'litre' },
    advice: {
      uz: 'Sut: ochilgach, muzlatgichda 3 kun saqlang.',
      ru: 'Молоко: после вскрытия храните в холодильнике 3 дня.',
      en: 'Milk: once opened, keep it in the fridge for 3 days.',
    },
  },
};

/** Loose goods carry the shop's own barcodes, in the range that is kept for use inside a shop. */
export function looseGoods(): readonly DemoProduct[] {
  return loose.map(([uz, ru, en, unit, priceSom, isQuickGood], index) => {
    const body = `2100000${String(index + 1).padStart(5, '0')}`;
    const barcode = `${body}${gs1CheckDigit(body)}`;
    const known = knownOf[uz] ?? { content: null, advice: null };
    return { name: { uz, ru, en }, barcode, unit, priceSom, isQuickGood, ...known };
  });
}

export interface DemoCustomer {
  readonly name: string;
  readonly language: Language;
  readonly phone: string;
}

export function demoCustomers(): readonly DemoCustomer[] {
  return linesOf('customers.csv').map(([first = '', last = '', language = 'uz', phone = '']) => ({
    name: `${first} ${last}`,
    language: language === 'ru' ? 'ru' : 'uz',
    phone,
  }));
}
