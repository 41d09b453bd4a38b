/** Fills the demo shop's shelves and card box: goods, instant cards and the customers who will come. */
import { saveProduct } from '../catalogue/save.ts';
import { issueCards } from '../customer/cards.ts';
import { demoCustomers, looseGoods, packedGoods } from './demoGoods.ts';
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
}

export interface DemoStock {
  /** Barcodes, most wanted first. */
  readonly barcodes: readonly string[];
  readonly visitors: readonly DemoVisitor[];
}

/** Every second customer took a plastic card; the rest say their phone. */
const cardShare = 0.5;

export async function stockShop(world: DemoWorld, onProgress: (done: number) => void): Promise<DemoStock> {
  const goods = [...looseGoods(), ...packedGoods()];
  for (const [index, product] of goods.entries()) {
    await world.call(saveProduct, {
      intentionId: world.newId(),
      productId: null,
      name: product.name,
      unit: product.unit,
      priceSom: product.priceSom,
      vat: { kind: 'shop' },
      barcodes: [product.barcode],
      isQuickGood: product.isQuickGood,
    });
    if (index % 100 === 0) {
      onProgress(index / goods.length);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return { barcodes: goods.map((product) => product.barcode), visitors: await visitors(world) };
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
    };
  });
}
