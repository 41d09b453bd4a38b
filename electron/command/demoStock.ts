/** Fills the demo shop's shelves and card box: goods, instant cards and the customers who will come. */
import { type Som, som } from '../../shared/money.ts';
import { addDays, type BusinessDay, businessDay } from '../../shared/time.ts';
import { saveBrand, saveCategory } from '../catalogue/groups.ts';
import { saveProduct } from '../catalogue/save.ts';
import { issueCards } from '../customer/cards.ts';
import { demoCustomers, looseGoods, packedGoods } from './demoGoods.ts';
import { daysLeftOf, demoBrands, demoCategories, groupOf } from './demoGroups.ts';
import type { DemoWorld } from './demoWorld.ts';

/** Somebody who comes back: how often, from which day on, and with which card. */
export interface DemoVisitor {
  readonly name: string;
  readonly phone: string;
  readonly language: 'uz' | 'ru' | 'en';
  /** The first day of the demo on which they come. */
  readonly fromDay: number;
  /** The chance that they come on a day. */
  readonly chanceADay: number;
  readonly cardNumber: string | null;
  /** Few tell it. */
  readonly birthDate: BusinessDay | null;
  readonly tags: readonly string[];
}

export interface DemoStock {
  /** Barcodes, most wanted first. */
  readonly barcodes: readonly string[];
  readonly visitors: readonly DemoVisitor[];
  /** As they were saved, in the order of the barcodes. */
  readonly goods: readonly { readonly id: string; readonly priceSom: number }[];
  /** The ids of categories by their key and of brands by their name. */
  readonly groupIds: ReadonlyMap<string, string>;
}

/** Every second customer took a plastic card; the rest say their phone. */
const cardShare = 0.5;

/** `lastDay` is the day up to which the demo has sold: some goods go off soon after it. */
export async function stockShop(
  world: DemoWorld,
  lastDay: BusinessDay,
  onProgress: (done: number) => void,
): Promise<DemoStock> {
  const groups = await makeGroups(world);
  const goods = [...looseGoods(), ...packedGoods()];
  const saved: { id: string; priceSom: number }[] = [];
  for (const [index, product] of goods.entries()) {
    const { category, brand, tags } = groupOf(product.name.uz ?? '');
    const daysLeft = daysLeftOf(product.barcode, category);
    const answer = await world.call(saveProduct, {
      intentionId: world.newId(),
      productId: null,
      name: product.name,
      unit: product.unit,
      priceSom: product.priceSom,
      costSom: costOf(product.priceSom, index),
      vat: { kind: 'shop' },
      barcodes: [product.barcode],
      categoryId: groups.get(category?.key ?? '') ?? null,
      brandId: groups.get(brand ?? '') ?? null,
      tags: [...tags],
      expiresOn: daysLeft === null ? null : addDays(lastDay, daysLeft),
      isDiscountable: category?.isNeverDiscounted !== true,
      isQuickGood: product.isQuickGood,
      content: product.content,
      advice: product.advice,
    });
    saved.push(answer.product);
    if (index % 100 === 0) {
      onProgress(index / goods.length);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return {
    barcodes: goods.map((product) => product.barcode),
    visitors: await visitors(world),
    goods: saved,
    groupIds: groups,
  };
}

/** The ids of categories by their key and of brands by their name. */
async function makeGroups(world: DemoWorld): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const { key, name } of demoCategories) {
    const made = await world.call(saveCategory, { intentionId: world.newId(), categoryId: null, name });
    ids.set(key, made.categoryId);
  }
  for (const name of demoBrands) {
    const made = await world.call(saveBrand, { intentionId: world.newId(), brandId: null, name });
    ids.set(name, made.brandId);
  }
  return ids;
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** Every third customer tells the birthday; told from their place in the list, not by chance. */
function birthDateOf(place: number): BusinessDay | null {
  if (place % 3 !== 0) return null;
  const [year, month, day] = [1955 + ((place * 7) % 50), 1 + ((place * 5) % 12), 1 + ((place * 11) % 28)];
  return businessDay(`${year}-${twoDigits(month)}-${twoDigits(day)}`);
}

function tagsOf(place: number): readonly string[] {
  return [...(place % 8 === 2 ? ['qoʻshni'] : []), ...(place % 40 === 5 ? ['ulgurji'] : [])];
}

async function visitors(world: DemoWorld): Promise<readonly DemoVisitor[]> {
  const { random } = world;
  const people = demoCustomers();
  const { cardNumbers } = await world.call(issueCards, { intentionId: world.newId(), count: people.length });
  return people.map((person, index) => {
    // Few come daily, most come now and then: the long tail of every shop.
    const rank = index / people.length;
    return {
      ...person,
      fromDay: random.chance(0.45) ? random.between(0, 6) : random.between(0, 88),
      chanceADay: 0.02 + 0.38 * (1 - rank) ** 4,
      cardNumber: random.chance(cardShare) ? (cardNumbers[index] ?? null) : null,
      birthDate: birthDateOf(index),
      tags: tagsOf(index),
    };
  });
}

/** What the shop paid for a piece: 70 to 85 % of its price; of every tenth product nobody wrote it down. */
function costOf(priceSom: number, place: number): Som | null {
  return place % 10 === 9 ? null : som(Math.floor((priceSom * (70 + (place % 16))) / 100));
}
